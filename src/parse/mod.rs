//! Files → model. Reading never fails: it gives a [`Vault`] and what was wrong with the notes.
//!
//! Front matter is read by [`front_matter`], bodies by [`body`]; neither knows a kind of note.
//! The tables of keys and labels are in [`schema`]. No rule is known here.

mod arrow;
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
pub mod schema;
mod sections;
mod soundness;

use std::sync::Arc;

use desk::Desk;
use fields::Fields;
use front_matter::{FrontMatter, Read, Value};
use index::{Index, Target, Wanted};

use crate::diagnostic::Diagnostic;
use crate::model::{Calendar, CompanyId, Config, Kind, Note, NoteId, Record, Vault};
use crate::text::{SourceFile, Unread, Why};

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
    let drafts: Vec<Draft<'_>> = found.files.iter().map(|file| reading.open(file)).collect();
    let index = reading.index(found, &drafts);
    let wanted = Wanted::default();
    for (at, draft) in drafts.iter().enumerate() {
        reading.read(at, draft, &index, &wanted);
    }
    let Reading { mut vault, mut diagnostics, .. } = reading;
    vault.whole &= !vault.notes.iter().any(|note| note.record == Record::Broken);
    assemble::assemble(&mut vault);
    diagnostics.extend(soundness::unread(found.unread, &wanted.into_list()));
    (vault, diagnostics)
}

/// The day that `text` is, as in front matter: `YYYY-MM-DD`, words may follow.
///
/// # Errors
/// What is wrong with it, in a few words.
pub fn date(text: &str) -> Result<chrono::NaiveDate, String> {
    fields::date_in(text).map_err(|wrong| wrong.message)
}

/// A note of which only the front matter is read.
struct Draft<'a> {
    file: &'a SourceFile,
    front_matter: Option<FrontMatter>,
    kind: Option<Kind>,
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

    /// Reads the front matter, tells the kind, and gives every record its number, so that links
    /// can be resolved before the notes they stand in are read.
    fn open<'a>(&mut self, file: &'a SourceFile) -> Draft<'a> {
        let path: Arc<str> = Arc::from(file.path());
        let (front_matter, kind, record) = match front_matter::read(file.text()) {
            Read::None => (None, None, Record::Other),
            Read::Found(front_matter) => {
                let kind = soundness::kind(&front_matter, &path, &mut self.diagnostics);
                (Some(front_matter), kind, Record::Other)
            }
            Read::Broken(broken) => {
                let is_record = soundness::broken(file, &path, &broken, &mut self.diagnostics);
                (None, None, if is_record { Record::Broken } else { Record::Other })
            }
        };
        let record = kind.map_or(record, |kind| self.number(kind));
        self.vault.notes.push(Note { path, record });
        Draft { file, front_matter, kind }
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

    fn index(&self, found: Found<'_>, drafts: &[Draft<'_>]) -> Index {
        let notes = self.vault.notes.iter().enumerate();
        let notes = notes.map(|(at, note)| (&*note.path, Target::Note(note_id(at))));
        let unread = found.unread.iter().enumerate();
        let unread = unread.filter(|(_, unread)| !matches!(unread.why, Why::ConflictCopy { .. } | Why::Folder));
        let unread = unread.map(|(at, unread)| (unread.path.as_str(), Target::Unread(at)));
        let mut index = Index::new(notes.chain(unread));
        for (draft, note) in drafts.iter().zip(&self.vault.notes) {
            for alias in draft.front_matter.iter().flat_map(aliases) {
                index.add_alias(alias, &note.path);
            }
        }
        index
    }

    fn read(&mut self, at: usize, draft: &Draft<'_>, index: &Index, wanted: &Wanted) {
        let (Some(front_matter), Some(kind)) = (&draft.front_matter, draft.kind) else { return };
        let path = Arc::clone(&self.vault.notes[at].path);
        let note = note_id(at);
        let text = draft.file.text();
        soundness::characters(draft.file, &path, &mut self.diagnostics);
        soundness::conflict(draft.file, &path, &mut self.diagnostics);
        let mut desk = Desk { path: &path, index, notes: &self.vault.notes, wanted, diagnostics: Vec::new() };
        let fields = Fields::new(kind, front_matter, &mut desk);
        let body = if kind == Kind::Letter { body::Body::default() } else { body::read(text, front_matter.body) };
        match kind {
            Kind::Candidate => self.vault.candidates.push(record::candidate(note, &fields, &body, &mut desk)),
            Kind::Company => self.vault.companies.push(record::company(note, &fields, &body, &mut desk)),
            Kind::Interviewer => self.vault.interviewers.push(record::interviewer(note, &fields, &body, &mut desk)),
            Kind::Round => self.vault.rounds.push(record::round(note, &fields, &body, &mut desk)),
            Kind::Testimonial => self.vault.testimonials.push(record::testimonial(note, &fields, &body, &mut desk)),
            Kind::Contact => self.vault.contacts.push(record::contact(note, &fields, &mut desk)),
            Kind::Letter => {
                let body = &text[front_matter.body..];
                self.vault.letters.push(record::letter(note, &fields, body, &mut desk));
            }
        }
        self.diagnostics.append(&mut desk.diagnostics);
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
