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

/// What may stand behind a family name, without stops and in small letters.
const BEHIND: &[&str] = &["jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq"];

/// What belongs to the family name it stands before, though it has a capital; without stops and in small letters.
const BEFORE: &[&str] = &[
    "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "las", "le", "los", "mac",
    "mc", "ní", "nic", "ó", "o", "saint", "san", "st", "ter", "van", "von", "zu",
];

/// The family name: the last word of the name, with words such as "van der" or "De La" before it, and without what
/// stands behind it, such as "Jr.".
pub fn family_name(name: &str) -> &str {
    let mut name = name.split(',').next().unwrap_or(name).trim();
    while let Some((before, last)) = name.rsplit_once(' ') {
        // With one word before it, it may be the family name after all.
        let is_behind = before.contains(' ') && is_among(BEHIND, last);
        if !is_behind {
            break;
        }
        name = before.trim_end();
    }
    let mut start = name.rfind(' ').map_or(0, |at| at + 1);
    while let Some(before) = name[..start].strip_suffix(' ') {
        let word = before.rfind(' ').map_or(0, |at| at + 1);
        let is_particle = is_among(BEFORE, &before[word..]) || is_small(&before[word..]);
        // One at the very front is no particle but somebody's way to write a first name.
        if word == 0 || !is_particle {
            break;
        }
        start = word;
    }
    &name[start..]
}

fn is_among(list: &[&str], word: &str) -> bool {
    list.contains(&word.replace('.', "").to_lowercase().as_str())
}

/// Whether it has no capital, and is no part of a title ("Dr. med.").
fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && !(word.ends_with('.') && word.chars().count() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn family_names_keep_their_particles() {
        for (name, expected) in [
            ("Priya Rao", "Rao"),
            ("Anna van der Berg", "van der Berg"),
            ("Mary Ann O'Neill, PhD", "O'Neill"),
            ("Cher", "Cher"),
            ("de Souza", "Souza"),
            ("Mary Ann Smith Jr.", "Smith"),
            ("Jan van der Berg III Ph.D.", "van der Berg"),
            ("Wei Md", "Md"),
            ("Sinéad Ní Bhroin", "Ní Bhroin"),
            ("Dick Van Dyke", "Van Dyke"),
            ("Ana De La Cruz", "De La Cruz"),
            ("Eva St. John", "St. John"),
            ("Dr. med. Anna Weiss", "Weiss"),
            ("Dr. med. Weiss", "Weiss"),
            ("Hans v. d. Heide", "v. d. Heide"),
            ("Van Morrow", "Morrow"),
        ] {
            assert_eq!(family_name(name), expected);
        }
    }
}
