//! What every view is made from.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::checklist::{Application, Checklist};
use crate::model::{CompanyId, NoteId, Record, Vault};
use crate::text::{SourceFile, Span};

/// The notes, what the checklist found in them, and the day.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// The notes.
    pub vault: &'a Vault,
    /// What was found in them.
    pub checklist: &'a Checklist,
    /// The day.
    pub today: NaiveDate,
    /// Only this application; `None`: the whole search.
    pub only: Option<CompanyId>,
    /// The text of a file of the vault, by path.
    pub source: &'a dyn Fn(&str) -> Option<&'a SourceFile>,
}

/// Where something is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path from the vault's root, with `/`.
    pub path: Arc<str>,
    /// Line, from 1.
    pub line: usize,
}

impl<'a> Basis<'a> {
    /// The applications that are looked at, by their notes' paths.
    pub fn applications(&self) -> impl Iterator<Item = Application<'a>> {
        let Self { vault, today, only, .. } = *self;
        let ids = (0..u32::try_from(vault.companies.len()).unwrap_or(u32::MAX)).map(CompanyId);
        ids.filter(move |id| only.is_none_or(|only| only == *id)).map(move |id| Application::new(vault, id, today))
    }

    /// Where `span` of a note is.
    pub(super) fn place(&self, note: NoteId, span: Span) -> Place {
        let path = Arc::clone(self.vault.path(note));
        let line = (self.source)(&path).map_or(1, |file| file.position(span.start).line);
        Place { path, line }
    }

    /// The words of a note in `span`, on one line.
    pub(super) fn words(&self, note: NoteId, span: Span) -> Option<String> {
        let text = (self.source)(self.vault.path(note))?.slice(span);
        Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|words| !words.is_empty())
    }

    /// The application that a note belongs to, where it belongs to one.
    pub(super) fn company_of(&self, note: NoteId) -> Option<CompanyId> {
        let vault = self.vault;
        match vault.note(note).record {
            Record::Company(id) => Some(id),
            Record::Round(at) => vault.rounds[at].company_id,
            Record::Letter(at) => vault.company_named(vault.letters[at].company.value()?),
            Record::Interviewer(at) => self.company_of(vault.company_of(&vault.interviewers[at])?.note),
            Record::Other | Record::Broken | Record::Candidate(_) | Record::Testimonial(_) | Record::Contact(_) => None,
        }
    }
}
