//! One key of a note's front matter, set to a value; all other lines stay.

use crate::model::Kind;
use crate::parse::front_matter::{self, Entry, FrontMatter, Read, Value};
use crate::parse::schema::keys;

/// The note `text` with `key` set to `value`, which is YAML on one line: in the place of what the key has, else
/// on a line of its own below the key that usually comes before it in notes of that kind.
///
/// # Errors
/// Why the front matter cannot take it, in a few words.
pub fn set(text: &str, kind: Kind, key: &str, value: &str) -> Result<String, String> {
    let front = found(text)?;
    let written = if let Some(entry) = front.entries.iter().find(|entry| entry.key.value == key) {
        let after = entry.key.span.range().end;
        let colon = after + text[after..].find(':').map_or(0, |at| at + 1);
        format!("{} {value}{}", &text[..colon], &text[entry.span.range().end.max(colon)..])
    } else {
        let at = place(text, &front, kind, key);
        let end = if text[front.fence.range().end..].starts_with("\r\n") { "\r\n" } else { "\n" };
        format!("{}{key}: {value}{end}{}", &text[..at], &text[at..])
    };
    let is_set = found(&written)?.entries.iter().any(|entry| entry.key.value == key && entry.value != Value::Null);
    if is_set { Ok(written) } else { Err(format!("`{key}` cannot be written there")) }
}

fn found(text: &str) -> Result<FrontMatter, String> {
    match front_matter::read(text) {
        Read::Found(front) => Ok(front),
        Read::Broken(broken) => Err(broken.message),
        Read::None => Err("there is no front matter in it".to_owned()),
    }
}

/// The start of the line for a new key: below the one that comes right before it, else above all.
fn place(text: &str, front: &FrontMatter, kind: Kind, key: &str) -> usize {
    let rank = |name: &str| keys(kind).iter().position(|key| key.name == name);
    let earlier = |entry: &&Entry| rank(&entry.key.value).filter(|other| rank(key).is_some_and(|own| *other < own));
    let before = front.entries.iter().filter(|entry| earlier(entry).is_some()).max_by_key(earlier);
    before.map_or(front.yaml.range().start, |entry| {
        let end = entry.span.range().end;
        end + text[end..].find('\n').map_or(0, |at| at + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_set_where_it_stands_or_where_it_belongs() {
        for (before, key, value, after) in [
            ("company:\nstate: planned\n", "company", "\"[[A]]\"", "company: \"[[A]]\"\nstate: planned\n"),
            ("company: # link\n", "company", "B", "company: B # link\n"),
            ("company: \"\"\r\n", "company", "B", "company: B\r\n"),
            ("interviewers: []\n", "interviewers", "[C]", "interviewers: [C]\n"),
            ("interviewers:\n- D\n- E\nx: 1\n", "interviewers", "[C]", "interviewers: [C]\nx: 1\n"),
            (
                "interview_date: 1\nhear_by:\n",
                "interview_time",
                "\"9:00\"",
                "interview_date: 1\ninterview_time: \"9:00\"\nhear_by:\n",
            ),
            ("interviewers:\n  - A\nx: 1\n", "result", "offer", "interviewers:\n  - A\nresult: offer\nx: 1\n"),
            ("state: held\ntype: round\n", "company", "F", "state: held\ntype: round\ncompany: F\n"),
            ("x: 1\n", "type", "round", "type: round\nx: 1\n"),
            ("company: |\n  a\n\nx: 1\n", "state", "held", "company: |\n  a\nstate: held\n\nx: 1\n"),
            ("", "company", "F", "company: F\n"),
        ] {
            let written = set(&format!("---\n{before}---\nbody\n"), Kind::Round, key, value);
            assert_eq!(written, Ok(format!("---\n{after}---\nbody\n")), "{before:?}");
        }
        assert_eq!(
            set("---\r\nx: 1\r\n---\r\n", Kind::Round, "state", "held"),
            Ok("---\r\nstate: held\r\nx: 1\r\n---\r\n".to_owned())
        );
    }

    #[test]
    fn front_matter_that_cannot_be_read_is_not_written_into() {
        for text in ["", "no front matter", "---\nx: [\n---\n", "---\nx: 1\n"] {
            assert!(set(text, Kind::Round, "state", "held").is_err(), "{text:?}");
        }
        assert!(set("---\nx: 1\n---\n", Kind::Round, "state", "\"a\u{1}\n").is_err());
    }
}
