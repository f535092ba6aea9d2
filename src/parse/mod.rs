//! Files → model. Reading never fails: it gives a [`Vault`] and what was wrong with the notes.
//!
//! Front matter is read by [`front_matter`], bodies by [`body`]; neither knows a kind of note.
//! The tables of keys and labels are in [`schema`]. No rule is known here.

mod assemble;
pub mod body;
mod changed;
mod close;
pub mod config;
mod desk;
mod fields;
pub mod front_matter;
mod index;
mod lists;
mod log;
mod people;
mod promises;
mod record;
mod records;
pub mod schema;
mod sections;
mod sent;
mod soundness;
mod stretch;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use changed::Changed;
use desk::Asked;
use front_matter::{FrontMatter, Read, Value};
pub use index::Links;
use index::{Index, Target};
use records::Draft;
pub use stretch::{Names, Rest, Stretch};

use crate::diagnostic::Diagnostic;
use crate::model::{CompanyId, Config, Kind, NoteId, Record, Vault};
use crate::text::{SourceFile, Unread, Why};
use crate::threads;

/// What was found on disk.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The Markdown files, sorted by path.
    pub files: &'a [SourceFile],
    /// What could not be read, sorted by path.
    pub unread: &'a [Unread],
    /// Whether every folder could be listed.
    pub complete: bool,
}

impl<'a> Found<'a> {
    /// These files, and nothing that could not be read.
    pub fn all(files: &'a [SourceFile]) -> Self {
        Self { files, unread: &[], complete: true }
    }
}

/// Reads every note. The diagnostics are in the order of the notes' paths; what could not be read comes last.
pub fn vault(found: Found<'_>, config: Config) -> (Vault, Vec<Diagnostic>) {
    let (vault, Reading { opening, records, unread, .. }) = Reading::new(found, config);
    (vault, opening.into_iter().chain(records).chain(unread).collect())
}

/// The day that `text` is, as in front matter: `YYYY-MM-DD`, words may follow.
///
/// # Errors
/// What is wrong with it, in a few words.
pub fn date(text: &str) -> Result<chrono::NaiveDate, String> {
    fields::date_in(text).map_err(|wrong| wrong.message)
}

/// How many notes are worth a second thread.
const PER_THREAD: usize = 1_500;

/// A note of which only the front matter is read.
struct Opened<'f> {
    front_matter: Option<FrontMatter<'f>>,
    kind: Option<Kind>,
    /// Meant as a record, but the front matter cannot be read.
    is_broken: bool,
}

impl<'f> Opened<'f> {
    /// Reads the front matter and tells the kind.
    fn new(file: &'f SourceFile, path: &Arc<str>, diagnostics: &mut Vec<Diagnostic>) -> Self {
        match front_matter::read(file.text()) {
            Read::None => Self { front_matter: None, kind: None, is_broken: false },
            Read::Found(front_matter) => {
                let kind = soundness::kind(&front_matter, path, diagnostics);
                Self { front_matter: Some(front_matter), kind, is_broken: false }
            }
            Read::Broken(broken) => {
                let is_broken = soundness::broken(file, path, &broken, diagnostics);
                Self { front_matter: None, kind: None, is_broken }
            }
        }
    }

    /// The record to be read, where it holds one: of that note.
    fn draft<'a>(&'a self, note: NoteId, file: &'a SourceFile) -> Option<Draft<'a>> {
        Some(Draft { note, file, front_matter: self.front_matter.as_ref()?, kind: self.kind? })
    }

    /// Obsidian's `aliases`, which never resolve a link.
    fn aliases(&self) -> impl Iterator<Item = &str> {
        self.front_matter.iter().flat_map(aliases)
    }
}

/// How a vault was read: so that what changes in single notes can be taken into it.
#[derive(Default)]
pub struct Reading {
    index: Index,
    /// The aliases of those notes that have any, by path.
    aliases: BTreeMap<Arc<str>, Vec<String>>,
    /// What each note asked for by name, in their order.
    asked: Vec<Asked>,
    /// What opening the notes said, by path.
    opening: Vec<Diagnostic>,
    /// What reading the records said, by path.
    records: Vec<Diagnostic>,
    /// What there is to say of files that could not be read.
    unread: Vec<Diagnostic>,
}

impl Reading {
    /// Reads every note.
    pub fn new(found: Found<'_>, config: Config) -> (Vault, Self) {
        let Found { files, unread, complete } = found;
        let names = Names::of(files.iter().map(SourceFile::shared_path));
        let mut all = Stretch::default();
        let read = |start, files: &[SourceFile]| Stretch::read((start..).zip(files), &names);
        threads::in_stretches(files, PER_THREAD, read, |stretch| all.append(stretch));
        let source = |path: &str| Some(&files[files.binary_search_by(|file| file.path().cmp(path)).ok()?]);
        Self::of(all, names, Rest { unread, complete, source: &source }, config)
    }

    /// What was said: in the order of the notes' paths; what could not be read comes last.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        self.opening.iter().chain(&self.records).chain(&self.unread).cloned().collect()
    }

    /// Remembers the aliases of the note at `path`.
    fn know_as(&mut self, path: &Arc<str>, aliases: Vec<String>) {
        if aliases.is_empty() {
            self.aliases.remove(path);
        } else {
            self.aliases.insert(Arc::clone(path), aliases);
        }
    }

    /// Makes ready to resolve links.
    fn resolve(&mut self, vault: &Vault, unread: &[Unread]) {
        let notes = vault.notes.iter().enumerate();
        let notes = notes.map(|(at, note)| (&*note.path, Target::Note(note_id(at))));
        let unread = unread.iter().enumerate();
        let unread = unread.filter(|(_, unread)| !matches!(unread.why, Why::ConflictCopy { .. } | Why::Folder));
        let unread = unread.map(|(at, unread)| (unread.path.as_str(), Target::Unread(at)));
        self.index = Index::new(notes.chain(unread));
        self.resolve_aliases();
    }

    /// Makes ready to tell whose alias a link is.
    fn resolve_aliases(&mut self) {
        for (path, aliases) in &self.aliases {
            for alias in aliases {
                self.index.add_alias(alias, path);
            }
        }
    }
}

/// Puts what is said of the note at `path` now in place of what was said of it before. `all` is sorted by path.
fn replace_said(all: &mut Vec<Diagnostic>, path: &str, said: Vec<Diagnostic>) {
    let begin = all.partition_point(|diagnostic| *diagnostic.path < *path);
    let end = all.partition_point(|diagnostic| *diagnostic.path <= *path);
    all.splice(begin..end, said);
}

/// The record of that kind behind `counts` others, which it is counted among from now on.
fn number(counts: &mut [usize; Kind::ALL.len()], kind: Option<Kind>, is_broken: bool) -> Record {
    let Some(kind) = kind else { return if is_broken { Record::Broken } else { Record::Other } };
    let at = counts[kind as usize];
    counts[kind as usize] += 1;
    match kind {
        Kind::Candidate => Record::Candidate(at),
        Kind::Company => Record::Company(CompanyId(u32::try_from(at).unwrap_or(u32::MAX))),
        Kind::Interviewer => Record::Interviewer(at),
        Kind::Round => Record::Round(at),
        Kind::Testimonial => Record::Testimonial(at),
        Kind::Contact => Record::Contact(at),
        Kind::Letter => Record::Letter(at),
    }
}

fn is_any_broken(vault: &Vault) -> bool {
    vault.notes.iter().any(|note| note.record == Record::Broken)
}

fn note_id(at: usize) -> NoteId {
    NoteId(u32::try_from(at).unwrap_or(u32::MAX))
}

fn aliases<'f>(front_matter: &'f FrontMatter<'f>) -> Vec<&'f str> {
    let entry = front_matter.entries.iter().find(|entry| matches!(&*entry.key.value, "aliases" | "alias"));
    let values: Vec<&Value> = match entry.map(|entry| &entry.value) {
        Some(Value::List(items)) => items.iter().map(|item| &item.value).collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    };
    let scalars = values.into_iter().filter_map(|value| match value {
        Value::Scalar(scalar) => Some(&*scalar.text),
        _ => None,
    });
    scalars.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_notes_stay_in_the_order_of_their_paths() {
        let text = |at: usize| match at % 3 {
            0 => "---\ntype: round\nround: many\n---\n",
            1 => "---\ntype: contact\nphone: 01632960100\n---\n",
            _ => "---\ntype: round\nround: [1\n---\n",
        };
        let path = |at: usize| format!("{at:05}.md");
        let count = 3 * PER_THREAD;
        let files: Vec<SourceFile> = (0..count).map(|at| SourceFile::new(path(at), text(at))).collect();
        let (vault, diagnostics) = vault(Found::all(&files), Config::default());
        // What cannot be read at all is known before any record is read.
        let (broken, read): (Vec<usize>, Vec<usize>) = (0..count).partition(|at| at % 3 == 2);
        let expected: Vec<String> = broken.into_iter().chain(read).map(path).collect();
        let said: Vec<&str> = diagnostics.iter().map(|diagnostic| &*diagnostic.path).collect();
        assert_eq!(said, expected);
        assert_eq!((vault.rounds.len(), vault.contacts.len()), (PER_THREAD, PER_THREAD));
        for (at, (round, contact)) in vault.rounds.iter().zip(&vault.contacts).enumerate() {
            assert_eq!(vault.note(round.note).record, Record::Round(at));
            assert_eq!(vault.note(contact.note).record, Record::Contact(at));
        }
    }
}
