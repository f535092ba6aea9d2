//! Files → model. Reading never fails: it gives a [`Vault`] and what was wrong with the notes.
//!
//! Front matter is read by [`front_matter`], bodies by [`body`]; neither knows a kind of note.
//! The tables of keys and labels are in [`schema`]. No rule is known here.

mod assemble;
pub mod body;
mod close;
pub mod config;
mod desk;
mod fields;
pub mod front_matter;
mod index;
mod lists;
mod log;
mod promises;
mod record;
mod records;
pub mod schema;
mod sections;
mod sent;
mod soundness;

use std::sync::Arc;

use front_matter::{FrontMatter, Read, Value};
pub use index::Links;
use index::{Index, Target};
use records::{Draft, Records};

use crate::diagnostic::Diagnostic;
use crate::model::{Calendar, CompanyId, Config, Kind, Note, NoteId, Record, Vault};
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
    let mut reading = Reading::new(found, config);
    let opened = reading.open(found.files);
    let index = reading.index(found, &opened);
    let wanted = reading.read(found.files, &opened, &index);
    let Reading { mut vault, mut diagnostics, .. } = reading;
    vault.whole &= !vault.notes.iter().any(|note| note.record == Record::Broken);
    assemble::assemble(&mut vault);
    diagnostics.extend(soundness::unread(found.unread, &wanted));
    (vault, diagnostics)
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
struct Opened {
    front_matter: Option<FrontMatter>,
    kind: Option<Kind>,
    /// Meant as a record, but the front matter cannot be read.
    is_broken: bool,
}

impl Opened {
    /// Reads the front matter and tells the kind.
    fn new(file: &SourceFile, path: &Arc<str>, diagnostics: &mut Vec<Diagnostic>) -> Self {
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
}

struct Reading {
    vault: Vault,
    diagnostics: Vec<Diagnostic>,
    /// How many records of each kind have been opened.
    counts: [usize; Kind::ALL.len()],
}

impl Reading {
    fn new(found: Found<'_>, config: Config) -> Self {
        let vault = Vault {
            calendar: Calendar::new(&config),
            config,
            notes: Vec::with_capacity(found.files.len()),
            candidates: Vec::new(),
            companies: Vec::new(),
            interviewers: Vec::new(),
            rounds: Vec::new(),
            testimonials: Vec::new(),
            contacts: Vec::new(),
            letters: Vec::new(),
            unread: found.unread.len(),
            complete: found.complete,
            whole: found.complete && !found.unread.iter().any(soundness::may_be_record),
        };
        Self { vault, diagnostics: Vec::new(), counts: [0; Kind::ALL.len()] }
    }

    /// Opens every note, and gives every record its number, so that links can be resolved before the notes
    /// they stand in are read.
    fn open(&mut self, files: &[SourceFile]) -> Vec<Opened> {
        let parts = threads::in_parts(files, PER_THREAD, |files| {
            let mut diagnostics = Vec::new();
            let open = |file: &SourceFile| {
                let path: Arc<str> = Arc::from(file.path());
                let opened = Opened::new(file, &path, &mut diagnostics);
                (path, opened)
            };
            (files.iter().map(open).collect::<Vec<_>>(), diagnostics)
        });
        let mut all = Vec::with_capacity(files.len());
        for (notes, mut diagnostics) in parts {
            self.diagnostics.append(&mut diagnostics);
            for (path, opened) in notes {
                let record = match opened.kind {
                    Some(kind) => self.number(kind),
                    None if opened.is_broken => Record::Broken,
                    None => Record::Other,
                };
                self.vault.notes.push(Note { path, record });
                all.push(opened);
            }
        }
        all
    }

    fn number(&mut self, kind: Kind) -> Record {
        let at = self.counts[kind as usize];
        self.counts[kind as usize] += 1;
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

    fn index(&self, found: Found<'_>, opened: &[Opened]) -> Index {
        let notes = self.vault.notes.iter().enumerate();
        let notes = notes.map(|(at, note)| (&*note.path, Target::Note(note_id(at))));
        let unread = found.unread.iter().enumerate();
        let unread = unread.filter(|(_, unread)| !matches!(unread.why, Why::ConflictCopy { .. } | Why::Folder));
        let unread = unread.map(|(at, unread)| (unread.path.as_str(), Target::Unread(at)));
        let mut index = Index::new(notes.chain(unread));
        for (opened, note) in opened.iter().zip(&self.vault.notes) {
            for alias in opened.front_matter.iter().flat_map(aliases) {
                index.add_alias(alias, &note.path);
            }
        }
        index
    }

    /// Reads the records; gives the unread files that they link to.
    fn read(&mut self, files: &[SourceFile], opened: &[Opened], index: &Index) -> Vec<usize> {
        let notes = files.iter().zip(opened).enumerate();
        let drafts: Vec<Draft<'_>> = notes
            .filter_map(|(at, (file, opened))| {
                let (front_matter, kind) = (opened.front_matter.as_ref()?, opened.kind?);
                Some(Draft { note: note_id(at), file, front_matter, kind })
            })
            .collect();
        let parts = threads::in_parts(&drafts, PER_THREAD, |drafts| {
            let mut records = Records::default();
            for draft in drafts {
                records.read(draft, index, &self.vault.notes);
            }
            records
        });
        let mut wanted = Vec::new();
        for mut records in parts {
            records.move_to(&mut self.vault);
            self.diagnostics.append(&mut records.diagnostics);
            wanted.append(&mut records.wanted);
        }
        wanted
    }
}

fn note_id(at: usize) -> NoteId {
    NoteId(u32::try_from(at).unwrap_or(u32::MAX))
}

/// Obsidian's `aliases`, which never resolve a link.
fn aliases(front_matter: &FrontMatter) -> Vec<&str> {
    let entry = front_matter.entries.iter().find(|entry| matches!(entry.key.value.as_str(), "aliases" | "alias"));
    let values: Vec<&Value> = match entry.map(|entry| &entry.value) {
        Some(Value::List(items)) => items.iter().map(|item| &item.value).collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    };
    let scalars = values.into_iter().filter_map(|value| match value {
        Value::Scalar(scalar) => Some(scalar.text.as_str()),
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
