//! Somebody or something named by a link, whether its note exists or not.

use unicode_normalization::UnicodeNormalization;

use super::NoteId;
use crate::text::Span;

/// A name that a note gives: a link, or plain words where words will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The file name (without `.md`) of the note it resolves to, else the words as written.
    pub name: String,
    /// The note it resolves to.
    pub note: Option<NoteId>,
    /// Where it is written.
    pub span: Span,
}

impl Named {
    /// Whether both speak of the same: the same note, else the same words but for case.
    pub fn is(&self, other: &Self) -> bool {
        match (self.note, other.note) {
            (Some(a), Some(b)) => a == b,
            (None, None) => folded(&self.name) == folded(&other.name),
            _ => false,
        }
    }

    /// Whether it resolves to that note.
    pub fn is_note(&self, note: NoteId) -> bool {
        self.note == Some(note)
    }
}

/// A name as names are compared: Unicode NFC, without case.
pub fn folded(name: &str) -> String {
    let name = name.trim();
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    name.nfc().flat_map(char::to_lowercase).collect()
}
