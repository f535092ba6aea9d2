//! Links in generated Markdown: to notes, and to mail and phone programs.

use std::fmt::Write as _;

use crate::model::{NoteId, Vault};
use crate::text::{inert, is_hidden};

/// Which link text means which note.
#[derive(Debug)]
pub struct Links<'v> {
    vault: &'v Vault,
}

impl<'v> Links<'v> {
    /// For the notes of a vault.
    pub fn new(vault: &'v Vault) -> Self {
        Self { vault }
    }

    /// A link to a note, shown as its name.
    pub fn note(&self, note: NoteId) -> String {
        self.path(self.vault.path(note), None)
    }

    /// A link to the note at `path`, read or about to be written: by its name where no other note has it, else by
    /// its path. A name that no link can hold, or that would be code or markup in one, is given as plain words.
    pub fn path(&self, path: &str, shown: Option<&str>) -> String {
        let stem = path.strip_suffix(".md").unwrap_or(path);
        let name = stem.rsplit('/').next().unwrap_or(stem);
        let is_alone = match self.vault.namesakes(name) {
            0 => true,
            1 => self.vault.note_at(path).is_some(),
            _ => false,
        };
        let target = if is_alone { name } else { stem };
        let shown = shown.unwrap_or(name);
        let cannot_link = |c: char| matches!(c, '[' | ']' | '|' | '#' | '^' | '<' | '`') || is_hidden(c);
        if target.contains(cannot_link) || ["%%", "{{"].iter().any(|mark| target.contains(mark)) {
            return inert(shown);
        }
        if target == shown { format!("[[{target}]]") } else { format!("[[{target}|{shown}]]") }
    }
}

/// `[e-mail](mailto:…)`, where `address` looks like one.
pub(super) fn mail(address: &str, subject: Option<&str>) -> Option<String> {
    let (user, host) = address.split_once('@')?;
    let is_odd = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"".contains(c);
    if user.is_empty() || host.is_empty() || address.matches('@').count() > 1 || address.contains(is_odd) {
        return None;
    }
    let subject = subject.map(|subject| format!("?subject={}", percent(subject))).unwrap_or_default();
    Some(format!("[e-mail](mailto:{}@{}{subject})", percent(user), percent(host)))
}

/// `[call](tel:…)`, where `number` has digits.
pub(super) fn phone(number: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let plus = if number.trim_start().starts_with('+') { "+" } else { "" };
    (digits.len() > 2).then(|| format!("[call](tel:{plus}{digits})"))
}

/// The text with all but letters, digits and `-._~+` percent-encoded, as it may stand in a part of a link.
pub(super) fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~+".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_link_and_nothing_else_does() {
        assert_eq!(
            mail("priya.rao+jobs@dairy.example", Some("4 März & more")).as_deref(),
            Some("[e-mail](mailto:priya.rao+jobs@dairy.example?subject=4%20M%C3%A4rz%20%26%20more)")
        );
        for odd in ["", "@dairy.example", "priya@", "a b@c.example", "a@b@c.example", "a@b.example>", "a)@(b"] {
            assert_eq!(mail(odd, None), None, "{odd}");
        }
        assert_eq!(phone("+49 (30) 123-45").as_deref(), Some("[call](tel:+493012345)"));
        assert_eq!(phone("ask at the desk"), None);
    }
}
