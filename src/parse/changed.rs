//! What changed in single notes, taken into a vault that was read: they are read, and those whose links it concerns.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::desk::{Asked, Others};
use super::index::Name;
use super::records::Records;
use super::{Opened, Reading, assemble, is_any_broken, note_id, number, replace_said};
use crate::diagnostic::Diagnostic;
use crate::model::{Kind, Namesakes, Note, NoteId, Record, Renumbering, Vault};
use crate::text::SourceFile;

/// So many notes that come and go at once are better read with all others.
const MANY: usize = 1_000;

/// What changed in a vault that was read.
pub struct Changed<'a> {
    /// Notes that have another text, and new ones.
    pub files: &'a [SourceFile],
    /// The paths of notes that are not there any more.
    pub gone: &'a [String],
    /// The texts of all that were there before, by path.
    pub source: &'a dyn Fn(&str) -> Option<&'a SourceFile>,
}

/// A note to be read.
struct Fresh<'a> {
    file: &'a SourceFile,
    opened: Opened<'a>,
    said: Vec<Diagnostic>,
    /// It is new, of another kind than before, or known by another alias: more than itself depends on that.
    is_new: bool,
}

/// The notes to be read, by path.
type All<'a> = BTreeMap<Arc<str>, Fresh<'a>>;

impl Reading {
    /// Takes into the vault that was read what changed in it. Read are only these notes, and those of which a link may
    /// lead elsewhere now; `touch` is told of each before and after. What notes and rounds are called by number now is
    /// given; `None`: more may depend on what changed, so all must be read anew, and nothing was taken in.
    pub fn take_in(
        &mut self,
        changed: &Changed<'_>,
        vault: &mut Vault,
        touch: &mut dyn FnMut(NoteId, &Vault, &Self),
    ) -> Option<Renumbering> {
        // A link may lead to one of those that could not be read.
        if vault.unread > 0 {
            return None;
        }
        let mut all: All<'_> = changed.files.iter().map(|file| self.open_one(file, vault)).collect();
        let gone: Vec<NoteId> = changed.gone.iter().filter_map(|path| vault.note_at(path)).collect();
        let is_same_set = gone.is_empty() && !all.values().any(|fresh| fresh.is_new);
        if !is_same_set {
            self.add_linking(&mut all, &gone, changed, vault)?;
        }
        let known = all.keys().filter_map(|path| vault.note_at(path));
        known.chain(gone.iter().copied()).for_each(|note| touch(note, vault, self));
        let renumbering = if is_same_set { Renumbering::default() } else { self.renumber(&all, &gone, vault) };
        for (path, fresh) in &all {
            self.read_one(path, fresh, vault);
        }
        vault.whole = vault.complete && !is_any_broken(vault);
        assemble::assemble(vault);
        all.keys().filter_map(|path| vault.note_at(path)).for_each(|note| touch(note, vault, self));
        Some(renumbering)
    }

    /// The notes that ask for any of these, or for one of its name.
    pub fn asking_for(&self, notes: &[NoteId], vault: &Vault) -> Vec<NoteId> {
        let mut names: Vec<Name> = notes.iter().map(|note| Name::at(vault.path(*note))).collect();
        names.sort_unstable();
        if names.is_empty() {
            return Vec::new();
        }
        let asking = self.asked.iter().enumerate().filter(|(_, asked)| asked.for_any(&names));
        asking.map(|(at, _)| note_id(at)).collect()
    }

    fn open_one<'a>(&self, file: &'a SourceFile, vault: &Vault) -> (Arc<str>, Fresh<'a>) {
        let note = vault.note_at(file.path()).map(|note| vault.note(note));
        let path = note.map_or_else(|| Arc::from(file.path()), |note| Arc::clone(&note.path));
        let mut said = Vec::new();
        let opened = Opened::new(file, &path, &mut said);
        let known = self.aliases.get(&path).map(Vec::as_slice).unwrap_or_default();
        let is_same = note.is_some_and(|note| {
            opened.kind == note.record.kind() && opened.is_broken == (note.record == Record::Broken)
        });
        let is_new = !is_same || !opened.aliases().eq(known.iter().map(String::as_str));
        (path, Fresh { file, opened, said, is_new })
    }

    /// Adds the notes that ask for one of those that come, go or become another; `None` where that cannot be told.
    fn add_linking<'a>(&self, all: &mut All<'a>, gone: &[NoteId], changed: &Changed<'a>, vault: &Vault) -> Option<()> {
        let new: Vec<(&Arc<str>, &Fresh<'_>)> = all.iter().filter(|(_, fresh)| fresh.is_new).collect();
        let before = new.iter().filter_map(|(path, _)| vault.note_at(path)).chain(gone.iter().copied());
        let before: Vec<&Note> = before.map(|note| vault.note(note)).collect();
        let now: Vec<Name> = new.iter().map(|(path, _)| Name::at(path)).collect();
        let mut names: Vec<Name> = before.iter().map(|note| Name::at(&note.path)).chain(now.iter().copied()).collect();
        names.sort_unstable();
        names.dedup();
        // Which of two with one name is meant depends on more than the name.
        let goes = |name: &Name| before.iter().filter(|note| Name::at(&note.path) == *name).count();
        let comes = |name: &Name| now.iter().filter(|other| *other == name).count();
        let paths = before.iter().map(|note| &note.path).chain(new.iter().map(|(path, _)| *path));
        let is_plain = |path: &Arc<str>| {
            let (name, count) = (Name::at(path), self.index.namesakes(path));
            count < 2 && count + comes(&name) < 2 + goes(&name)
        };
        if new.len() + gone.len() > MANY || !paths.into_iter().all(is_plain) {
            return None;
        }
        let has_alias = before.iter().any(|note| self.aliases.contains_key(&note.path))
            || new.iter().any(|(_, fresh)| fresh.opened.aliases().next().is_some());
        let kinds: Vec<Kind> = if has_alias {
            Kind::ALL.to_vec()
        } else {
            let now = new.iter().filter_map(|(_, fresh)| fresh.opened.kind);
            before.iter().filter_map(|note| note.record.kind()).chain(now).collect()
        };
        let asking = self.asked.iter().zip(&vault.notes).enumerate();
        let asking = asking.filter(|(_, (asked, _))| asked.for_any(&names) || asked.in_vain(&kinds));
        let asking = asking.filter(|(at, (_, note))| !gone.contains(&note_id(*at)) && !all.contains_key(&note.path));
        let asking: Vec<&Arc<str>> = asking.map(|(_, (_, note))| &note.path).collect();
        for path in asking {
            let (path, fresh) = self.open_one((changed.source)(path)?, vault);
            all.insert(path, fresh);
        }
        Some(())
    }

    /// Gives every note and record its number where the new ones of `all` come and those that are `gone` go.
    fn renumber(&mut self, all: &All<'_>, gone: &[NoteId], vault: &mut Vault) -> Renumbering {
        let is_new = |path: &str| all.get(path).is_some_and(|fresh| fresh.is_new);
        let before = vault.notes.clone();
        for (at, note) in before.iter().enumerate().rev() {
            let is_gone = gone.contains(&note_id(at));
            if is_gone || is_new(&note.path) {
                Records::default().put(vault, note.record, 1);
            }
            if is_gone {
                vault.notes.remove(at);
                self.asked.remove(at);
                self.aliases.remove(&note.path);
                replace_said(&mut self.opening, &note.path, Vec::new());
                replace_said(&mut self.records, &note.path, Vec::new());
            }
        }
        for (path, fresh) in all.iter().filter(|(_, fresh)| fresh.is_new) {
            if let Err(at) = vault.notes.binary_search_by(|note| note.path.cmp(path)) {
                vault.notes.insert(at, Note { path: Arc::clone(path), record: Record::Other });
                self.asked.insert(at, Asked::default());
            }
            self.know_as(path, fresh.opened.aliases().map(str::to_owned).collect());
        }
        vault.namesakes = Namesakes::default();
        let mut counts = [0; Kind::ALL.len()];
        for note in &mut vault.notes {
            let (kind, is_broken) = match all.get(&note.path) {
                Some(fresh) => (fresh.opened.kind, fresh.opened.is_broken),
                None => (note.record.kind(), note.record == Record::Broken),
            };
            note.record = number(&mut counts, kind, is_broken);
        }
        let renumbering = renumbering(&before, &vault.notes, &is_new);
        // What was gathered goes by the old numbers.
        assemble::forget(vault);
        vault.renumber(&renumbering);
        self.resolve(vault, &[]);
        renumbering
    }

    /// Reads a note into its place.
    fn read_one(&mut self, path: &Arc<str>, fresh: &Fresh<'_>, vault: &mut Vault) {
        let Some(note) = vault.note_at(path) else { return };
        let (at, record) = (note.0 as usize, vault.note(note).record);
        let mut records = Records::default();
        if let Some(draft) = fresh.opened.draft(note, fresh.file) {
            let others = Others { index: &self.index, notes: &vault.notes, are_known: true };
            records.read(&draft, &others);
        }
        replace_said(&mut self.opening, path, fresh.said.clone());
        replace_said(&mut self.records, path, std::mem::take(&mut records.diagnostics));
        self.asked[at] = records.asked.pop().map(|(_, asked)| asked).unwrap_or_default();
        records.put(vault, record, usize::from(!fresh.is_new));
    }
}

/// Where the notes and rounds of `before` stand `now`. Both lists are sorted by path. One that `is_new` was read anew.
fn renumbering(before: &[Note], now: &[Note], is_new: &dyn Fn(&str) -> bool) -> Renumbering {
    let mut rest = now.iter().enumerate().peekable();
    let (mut notes, mut rounds) = (Vec::with_capacity(before.len()), Vec::new());
    for note in before {
        while rest.next_if(|(_, other)| other.path < note.path).is_some() {}
        let here = rest.peek().filter(|(_, other)| other.path == note.path);
        notes.push(here.map(|(at, _)| note_id(*at)));
        if let Record::Round(_) = note.record {
            let stays = here.filter(|_| !is_new(&note.path));
            rounds
                .push(stays.and_then(|(_, other)| if let Record::Round(at) = other.record { Some(at) } else { None }));
        }
    }
    let is_company = |note: &&Note| matches!(note.record, Record::Company(_));
    let companies =
        |notes: &[Note]| notes.iter().filter(is_company).map(|note| Arc::clone(&note.path)).collect::<Vec<_>>();
    Renumbering::new(notes, rounds, companies(before) == companies(now))
}
