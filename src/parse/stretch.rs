//! A stretch of the notes, read before it is known what the others are.
//!
//! Which notes there are shows from their paths, so that a link is resolved at once. What the one that it leads to is, shows
//! only when that is read: it is supposed to be what it should be. [`Reading`](super::Reading) holds what was supposed
//! against what is, and reads the few notes again where it was something else. So a text is looked at once, and need not be
//! kept until all others were opened.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::desk::{Asked, Others};
use super::index::{Index, Name, Target};
use super::records::Records;
use super::{Opened, PER_THREAD, Reading, assemble, is_any_broken, note_id, number, soundness};
use crate::diagnostic::Diagnostic;
use crate::model::{Calendar, Config, Kind, Namesakes, Note, NoteId, Record, Renumbering, Vault};
use crate::text::{SourceFile, Unread};
use crate::threads;

/// The notes of a vault by name, before any is read. Some may turn out not to be readable.
pub struct Names {
    /// What they hold is not known yet.
    pub(super) notes: Vec<Note>,
    pub(super) index: Index,
}

impl Names {
    /// Those of the notes at `paths`, which are in order.
    pub fn of<'p>(paths: impl Iterator<Item = &'p Arc<str>>) -> Self {
        let notes: Vec<Note> = paths.map(|path| Note { path: Arc::clone(path), record: Record::Other }).collect();
        let targets = notes.iter().enumerate().map(|(at, note)| (&*note.path, Target::Note(note_id(at))));
        Self { index: Index::new(targets), notes }
    }
}

/// What some of the notes say, in the order of their paths.
#[derive(Default)]
pub struct Stretch {
    pub(super) told: Vec<Told>,
    /// The aliases of those that have any.
    pub(super) aliases: Vec<(NoteId, Vec<String>)>,
    /// What opening them said.
    pub(super) opening: Vec<Diagnostic>,
    pub(super) records: Records,
}

/// What a note is.
pub(super) struct Told {
    pub(super) note: NoteId,
    pub(super) kind: Option<Kind>,
    pub(super) is_broken: bool,
}

impl Stretch {
    /// Reads these notes, each with its place among all `names`.
    pub fn read<'f>(files: impl IntoIterator<Item = (usize, &'f SourceFile)>, names: &Names) -> Self {
        let mut stretch = Self::default();
        for (at, file) in files {
            stretch.add(note_id(at), file, names);
        }
        stretch
    }

    fn add(&mut self, note: NoteId, file: &SourceFile, names: &Names) {
        let opened = Opened::new(file, file.shared_path(), &mut self.opening);
        self.told.push(Told { note, kind: opened.kind, is_broken: opened.is_broken });
        let aliases: Vec<String> = opened.aliases().map(str::to_owned).collect();
        if !aliases.is_empty() {
            self.aliases.push((note, aliases));
        }
        if let Some(draft) = opened.draft(note, file) {
            let others = Others { index: &names.index, notes: &names.notes, are_known: false };
            self.records.read(&draft, &others);
        }
    }

    /// Puts what the next notes say behind it.
    pub fn append(&mut self, mut more: Self) {
        self.told.append(&mut more.told);
        self.aliases.append(&mut more.aliases);
        self.opening.append(&mut more.opening);
        self.records.append(more.records);
    }

    /// The places of those notes that must be read again, whatever the others are.
    pub fn waiting(&self) -> impl Iterator<Item = usize> {
        self.records.waiting.iter().map(|note| note.0 as usize)
    }
}

/// What else was found.
#[derive(Clone, Copy)]
pub struct Rest<'a> {
    /// What could not be read, sorted by path.
    pub unread: &'a [Unread],
    /// Whether every folder could be listed.
    pub complete: bool,
    /// The text of a note that is to be read again, by path.
    pub source: &'a (dyn Fn(&str) -> Option<&'a SourceFile> + Sync),
}

impl Reading {
    /// Puts together what `all` notes say that could be read, and reads those again of which it depends on what others
    /// are.
    pub fn of(all: Stretch, names: Names, rest: Rest<'_>, config: Config) -> (Vault, Self) {
        let (mut vault, mut reading) = (empty(names.notes, rest, config), Self::default());
        let (told, records) = reading.number(all, &mut vault);
        let lost = lost(&told, &vault, rest.unread);
        let again = reading.doubtful(&records, &lost, &vault);
        close_up(&told, &mut vault, &mut reading.asked);
        (reading.records, reading.index) = (records.diagnostics, names.index);
        if lost.is_empty() {
            reading.resolve_aliases();
        } else {
            reading.resolve(&vault, rest.unread);
        }
        let wanted = reading.read_again(&again, rest, &mut vault);
        vault.whole &= !is_any_broken(&vault);
        assemble::assemble(&mut vault);
        reading.unread = soundness::unread(rest.unread, &wanted).collect();
        (vault, reading)
    }

    /// Gives the records to the vault, each under its number.
    fn number(&mut self, all: Stretch, vault: &mut Vault) -> (Vec<Told>, Records) {
        let Stretch { told, aliases, opening, mut records } = all;
        let mut counts = [0; Kind::ALL.len()];
        for Told { note, kind, is_broken } in &told {
            vault.notes[note.0 as usize].record = number(&mut counts, *kind, *is_broken);
        }
        records.move_to(vault);
        self.asked.resize_with(vault.notes.len(), Asked::default);
        for (note, asked) in records.asked.drain(..) {
            self.asked[note.0 as usize] = asked;
        }
        self.aliases = aliases.into_iter().map(|(note, aliases)| (Arc::clone(vault.path(note)), aliases)).collect();
        self.opening = opening;
        (told, records)
    }

    /// The paths of the notes that may read otherwise, now that it is known what the others are and which names are
    /// `lost`.
    fn doubtful(&self, records: &Records, lost: &[Name], vault: &Vault) -> BTreeSet<Arc<str>> {
        let wrong = records.supposed.iter().filter(|supposed| !supposed.is_so(&vault.notes)).map(|wrong| wrong.by);
        let asked = self.asked.iter().enumerate().filter(|(_, asked)| !lost.is_empty() && asked.for_any(lost));
        let all = records.waiting.iter().copied().chain(wrong).chain(asked.map(|(at, _)| note_id(at)));
        all.map(|note| Arc::clone(vault.path(note))).collect()
    }

    /// Reads the notes at these paths anew; gives the unread files that they link to.
    fn read_again(&mut self, again: &BTreeSet<Arc<str>>, rest: Rest<'_>, vault: &mut Vault) -> Vec<usize> {
        if again.is_empty() {
            return Vec::new();
        }
        let others = Others { index: &self.index, notes: &vault.notes, are_known: true };
        let read = |path: &Arc<str>| {
            let (file, note) = (rest.source)(path).zip(vault.note_at(path))?;
            let mut records = Records::default();
            if let Some(draft) = Opened::new(file, path, &mut Vec::new()).draft(note, file) {
                records.read(&draft, &others);
            }
            Some((note, records))
        };
        let paths: Vec<&Arc<str>> = again.iter().collect();
        let parts = threads::in_parts(&paths, PER_THREAD, |paths| {
            paths.iter().filter_map(|path| read(path)).collect::<Vec<_>>()
        });
        let mut wanted = Vec::new();
        self.records.retain(|said| !again.contains(&said.path));
        for (note, mut records) in parts.into_iter().flatten() {
            self.records.append(&mut records.diagnostics);
            wanted.append(&mut records.wanted);
            self.asked[note.0 as usize] = records.asked.pop().map(|(_, asked)| asked).unwrap_or_default();
            let record = vault.note(note).record;
            records.put(vault, record, 1);
        }
        self.records.sort_by(|a, b| a.path.cmp(&b.path));
        wanted
    }
}

/// A vault of these notes, of which none is read yet.
fn empty(notes: Vec<Note>, rest: Rest<'_>, config: Config) -> Vault {
    Vault {
        calendar: Calendar::new(&config),
        config,
        notes,
        namesakes: Namesakes::default(),
        candidates: Vec::new(),
        companies: Vec::new(),
        interviewers: Vec::new(),
        rounds: Vec::new(),
        testimonials: Vec::new(),
        contacts: Vec::new(),
        letters: Vec::new(),
        unread: rest.unread.len(),
        complete: rest.complete,
        whole: rest.complete && !rest.unread.iter().any(soundness::may_be_record),
    }
}

/// The names, in order, under which something lies that is no note after all.
fn lost(told: &[Told], vault: &Vault, unread: &[Unread]) -> Vec<Name> {
    let mut there = told.iter().map(|told| told.note).peekable();
    let notes = vault.notes.iter().enumerate();
    let missing = notes.filter(|(at, _)| there.next_if_eq(&note_id(*at)).is_none()).map(|(_, note)| &*note.path);
    let paths = missing.chain(unread.iter().map(|unread| unread.path.as_str()));
    let mut lost: Vec<Name> = paths.map(Name::at).collect();
    lost.sort_unstable();
    lost.dedup();
    lost
}

/// Leaves only the notes that were read, which move up.
fn close_up(told: &[Told], vault: &mut Vault, asked: &mut Vec<Asked>) {
    if told.len() == vault.notes.len() {
        return;
    }
    let mut there = told.iter().enumerate().peekable();
    let all = (0..vault.notes.len()).map(note_id);
    let numbers: Vec<Option<NoteId>> =
        all.map(|note| there.next_if(|(_, told)| told.note == note).map(|(at, _)| note_id(at))).collect();
    let mut stays = numbers.iter().map(Option::is_some);
    vault.notes.retain(|_| stays.next() == Some(true));
    let mut stays = numbers.iter().map(Option::is_some);
    asked.retain(|_| stays.next() == Some(true));
    vault.renumber(&Renumbering::new(numbers, Vec::new(), true));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Found;
    use super::*;
    use crate::text::Why;

    /// Notes whose links lead to each other: as they should, elsewhere, by another name, by a slip, in the body.
    const NOTES: [(&str, &str); 10] = [
        (
            "A/Kiln.md",
            "---\ntype: company\ndecider: \"[[Una Berg]]\"\n---\n## Research\n- [[Una Berg]]: kind\n- [[Kiln]]: old\n",
        ),
        ("A/Loom.md", "---\ntype: company\ndecider: \"[[Kiln]]\"\n---\n"),
        ("B/Kiln.md", "just a note"),
        ("Ida Voss.md", "---\ntype: contact\naliases: [Una]\nknows: [\"[[Una Berg]]\", \"[[Loom]]\"]\n---\n"),
        (
            "Kiln 1.md",
            "---\ntype: round\ncompany: \"[[A/Kiln]]\"\ninterviewers: [\"[[Una Berg]]\", \"[[Una]]\", Ida Vos]\n---\n## Close\n### [[Una Berg]]\n- about Ida Voss: calm\n- about Tom Beck: stern\n",
        ),
        (
            "Kiln 2.md",
            "---\ntype: round\ncompany: \"[[Kiln]]\"\ninterviewers: [Tom Beck, \"[[Nobody]]\"]\ndecider: \"[[Kiln 1]]\"\n---\n## Log\n- 2025-03-01 out email to [[Una Berg]]: thanks\n",
        ),
        ("Thanks.md", "---\ntype: letter\nfor_round: \"[[Kiln 1]]\"\nto: \"[[Una Berg]]\"\n---\nDear Una\n"),
        ("Tom Beck.md", "---\ntype: interviewer\ncompany: \"[[Thanks]]\"\n---\n"),
        (
            "Una Berg.md",
            "---\ntype: interviewer\ncompany: \"[[Kiln]]\"\n---\n## Profile\n- family: twins (from [[Tom Beck]])\n",
        ),
        ("Zoe.md", "---\ntype: round\ncompany: \"[[Zoe\n---\n"),
    ];

    #[derive(Clone, Copy, Debug)]
    enum Lies {
        Readable,
        /// Listed, and gone by the time it is opened.
        Gone,
        Unreadable,
    }

    fn unread(path: &str) -> Unread {
        let (message, help) = ("it cannot be read".to_owned(), "mend it".to_owned());
        Unread { path: path.to_owned(), why: Why::Unreadable, message, help }
    }

    proptest! {
        #[test]
        fn what_was_supposed_of_others_does_not_show(
            lie in prop::collection::vec(prop::sample::select(vec![Lies::Readable, Lies::Readable, Lies::Gone, Lies::Unreadable]), NOTES.len())
        ) {
            let all: Vec<(SourceFile, Lies)> =
                NOTES.iter().zip(lie).map(|((path, text), lie)| (SourceFile::new(*path, *text), lie)).collect();
            let files: Vec<SourceFile> =
                all.iter().filter(|(_, lie)| matches!(lie, Lies::Readable)).map(|(file, _)| file.clone()).collect();
            let unread: Vec<Unread> =
                all.iter().filter(|(_, lie)| matches!(lie, Lies::Unreadable)).map(|(file, _)| unread(file.path())).collect();
            // Only what can be read has a name from the start.
            let found = Found { files: &files, unread: &unread, complete: true };
            let expected = Reading::new(found, Config::default());
            // Everything has one.
            let names = Names::of(all.iter().map(|(file, _)| file.shared_path()));
            let readable = all.iter().enumerate().filter(|(_, (_, lie))| matches!(lie, Lies::Readable));
            let said = Stretch::read(readable.map(|(at, (file, _))| (at, file)), &names);
            let source = |path: &str| files.iter().find(|file| file.path() == path);
            let rest = Rest { unread: &unread, complete: true, source: &source };
            let (mut vault, mut reading) = Reading::of(said, names, rest, Config::default());
            let told = |vault: &Vault, reading: &Reading| format!("{vault:#?}{:#?}{:#?}", reading.asked, reading.diagnostics());
            let expected = told(&expected.0, &expected.1);
            prop_assert_eq!(&told(&vault, &reading), &expected);
            // Once all are known, each reads as it did.
            let paths = files.iter().map(|file| Arc::clone(file.shared_path())).collect();
            let wanted = reading.read_again(&paths, rest, &mut vault);
            assemble::assemble(&mut vault);
            reading.unread = soundness::unread(&unread, &wanted).collect();
            prop_assert_eq!(&told(&vault, &reading), &expected);
        }
    }
}
