//! One change of one note.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::edit::{Refused, Rewrite};
use crate::model::NoteId;
use crate::text::Span;

/// Something that was done, as it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The note to write in.
    pub note: NoteId,
    /// What is written.
    pub entry: Entry,
}

/// What is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The box of a task line.
    Task {
        /// The one character in it.
        mark: Span,
        /// When it was done; `None`: they let the candidate off.
        done_on: Option<NaiveDate>,
    },
    /// Keys of the front matter, with their values.
    Keys(Vec<(&'static str, String)>),
    /// A bullet of the log.
    Log(String),
}

impl Deed {
    /// Writes it into its note.
    ///
    /// # Errors
    /// Why that cannot be done safely.
    pub fn write(&self, note: &mut Rewrite) -> Result<(), Refused> {
        match &self.entry {
            Entry::Task { mark, done_on } => note.mark_task(*mark, *done_on),
            Entry::Keys(keys) => keys.iter().try_for_each(|(key, value)| note.set_key(key, value)),
            Entry::Log(bullet) => note.add_bullet("Log", bullet),
        }
    }

    /// By this, deeds are sorted before they are written: the places of tasks are those of the notes as they were
    /// read, so tasks come first, from the last to the first.
    pub fn order(&self) -> impl Ord + use<> {
        match &self.entry {
            Entry::Task { mark, .. } => (0, Reverse(mark.start)),
            Entry::Keys(_) | Entry::Log(_) => (1, Reverse(0)),
        }
    }
}
