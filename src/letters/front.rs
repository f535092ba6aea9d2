//! The front matter of a draft: the program's own keys, and the candidate's among them.
//!
//! Keys and comments that the candidate adds are theirs: a refresh keeps them byte for byte.

use std::fmt::Write as _;

use crate::model::signature::{FINGERPRINT, OWN, entries, fingerprint, normalised, split};

pub(super) const SENT_ON: &str = "sent_on";

/// The program's own keys with their values as YAML; what is empty is not written.
#[derive(Clone, Debug, Default)]
pub(super) struct Front {
    values: Vec<(&'static str, String)>,
}

impl Front {
    /// With this value for one of the program's own keys, as YAML has it.
    pub(super) fn with(mut self, key: &'static str, value: Option<String>) -> Self {
        self.values.extend(value.map(|value| (key, value)));
        self
    }

    fn value(&self, key: &str) -> Option<&str> {
        self.values.iter().find(|(own, _)| *own == key).map(|(_, value)| value.as_str())
    }

    /// A new note with this front matter and body; `sent_on`, where it has one, is the candidate's to fill.
    pub(super) fn note(&self, body: &str) -> String {
        let mut head = String::new();
        for key in OWN {
            if let Some(value) = self.value(key) {
                // Writing to a String cannot fail.
                let _ = writeln!(head, "{key}: {value}");
            }
        }
        if self.value(SENT_ON).is_some() {
            let _ = writeln!(head, "{SENT_ON}:");
        }
        signed(&head, body)
    }

    /// The note `old` with these values and this body; the candidate's own keys and comments stay.
    pub(super) fn refreshed(&self, old: &str, body: &str) -> String {
        let is_crlf = old.lines().count() > 1 && old.matches("\r\n").count() == old.matches('\n').count();
        let fresh = self.merged(&normalised(old), body);
        if is_crlf { fresh.replace('\n', "\r\n") } else { fresh }
    }

    fn merged(&self, old: &str, body: &str) -> String {
        let Some((head, _)) = split(old) else { return self.note(body) };
        let entries = entries(head);
        let mut out = String::new();
        for entry in &entries {
            match OWN.iter().find(|own| entry.key == Some(**own)) {
                Some(own) => {
                    let value = self.value(own);
                    let _ = value.map(|value| writeln!(out, "{own}: {value}{}", entry.comment()));
                    out.push_str(entry.trailing());
                }
                None if entry.key == Some(FINGERPRINT) => out.push_str(entry.trailing()),
                None => out.push_str(entry.text),
            }
        }
        for own in OWN {
            let is_new = !entries.iter().any(|entry| entry.key == Some(own));
            if let Some(value) = self.value(own).filter(|_| is_new) {
                let _ = writeln!(out, "{own}: {value}");
            }
        }
        signed(&out, body)
    }
}

/// A note of this front matter (without a fingerprint) and body, signed.
fn signed(head: &str, body: &str) -> String {
    let note = |print: &str| format!("---\n{head}{FINGERPRINT}: {print}\n---\n\n{body}");
    note(&fingerprint(&note("")))
}

/// The body behind the front matter; the whole text where there is none.
pub(super) fn body(note_text: &str) -> &str {
    let text = note_text.trim_start_matches('\u{feff}');
    split(text).map_or(text, |(_, body)| body)
}

/// Whether two notes are the same but for byte order mark, line ends and last newline.
pub(super) fn same(one: &str, other: &str) -> bool {
    normalised(one).trim_end_matches('\n') == normalised(other).trim_end_matches('\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::signature::is_untouched;

    fn front() -> Front {
        Front::default()
            .with("type", Some("letter".into()))
            .with("to", Some("\"[[Priya Rao]]\"".into()))
            .with("due", Some("2025-03-05".into()))
            .with(SENT_ON, Some(String::new()))
    }

    #[test]
    fn a_fresh_note_is_untouched_on_any_machine() {
        let note = front().note("Dear Priya Rao,\n");
        assert!(
            note.starts_with("---\ntype: letter\nto: \"[[Priya Rao]]\"\ndue: 2025-03-05\nsent_on:\nfingerprint: 1-")
        );
        for same in [
            note.clone(),
            format!("\u{feff}{}", note.replace('\n', "\r\n")),
            note.trim_end().to_owned(),
            note.replace("sent_on:", "sent_on: 2025-03-05"),
            note.replace("due:", "# mine\nmood: \"good: very\" # yes\ndue:"),
            note.replace("2025-03-05", "2025-03-05 # Wednesday"),
            note.replace("\"[[Priya Rao]]\"", "'[[Priya Rao]]'"),
        ] {
            assert!(is_untouched(&same), "{same}");
        }
        for other in [
            note.replace("Dear", "Hello"),
            note.replace("2025-03-05", "2025-03-06"),
            note.replace("\nDear", "\n\nDear"),
            note.replace("fingerprint: 1-", "fingerprint: 2-"),
            "no front matter".to_owned(),
            "---\ntype: letter\n---\n".to_owned(),
        ] {
            assert!(!is_untouched(&other), "{other}");
        }
    }

    #[test]
    fn a_refresh_keeps_what_the_candidate_added() {
        let note = front().with("left_out", Some("[quote]".into())).note("Dear Priya Rao,\n");
        let mine = note
            .replace("due: 2025-03-05\n", "due: 2025-03-05   # really\n# a comment\ntags:\n  - x # y\n\n")
            .replace("sent_on:", "sent_on: # soon");
        let fresh = Front::default()
            .with("type", Some("letter".into()))
            .with("to", Some("\"[[Tom Berg]]\"".into()))
            .with("due", Some("2025-03-07".into()))
            .with("channel", Some("email".into()))
            .refreshed(&mine, "Dear Tom Berg,\n");
        assert!(
            fresh.contains("to: \"[[Tom Berg]]\"\ndue: 2025-03-07   # really\n# a comment\ntags:\n  - x # y\n\n"),
            "{fresh}"
        );
        assert!(fresh.contains("sent_on: # soon\nchannel: email\nfingerprint: 1-"), "{fresh}");
        assert!(!fresh.contains("left_out") && fresh.ends_with("---\n\nDear Tom Berg,\n"), "{fresh}");
        assert!(is_untouched(&fresh));
    }

    #[test]
    fn lists_are_the_same_in_a_row_and_in_a_column() {
        let row = "---\nleft_out: [quote, doubt]\n---\nx";
        let column = "---\nleft_out:\n  - quote\n  - doubt\n---\nx";
        assert_eq!(fingerprint(row), fingerprint(column));
        assert_ne!(fingerprint(row), fingerprint("---\nleft_out: [quote]\n---\nx"));
    }
}
