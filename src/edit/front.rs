//! Edits of one key of the front matter.

use super::{Refused, front_matter, line_end, prove, splice, yaml};
use crate::model::Kind;
use crate::parse::front_matter::{Entry, FrontMatter, Value};
use crate::parse::schema::keys;
use crate::text::Span;

/// The note with `key: value`; see [`put_key`] for where it goes. The note itself where it says so already.
///
/// # Errors
/// The front matter cannot be read, or the key holds a list.
pub fn set_key(text: &str, key: &str, value: &str) -> Result<String, Refused> {
    let old = front_matter(text)?;
    match old.entries.iter().find(|entry| entry.key.value == key).map(|entry| &entry.value) {
        Some(Value::Scalar(scalar)) if scalar.text == value => return Ok(text.to_owned()),
        Some(Value::List(_) | Value::Map) => return Err(Refused(format!("`{key}` holds a list; write it by hand"))),
        Some(Value::Scalar(_) | Value::Null) | None => {}
    }
    let new = put_key(text, key, &yaml::scalar(value))?;
    match value_of(&front_matter(&new)?, key) {
        Some(Value::Scalar(scalar)) if scalar.text == value.trim() => Ok(new),
        _ => Err(unsafe_to_write(key)),
    }
}

/// The note with `key` set to `written`, which is YAML on one line: in the place of whatever the key holds, else on
/// a line of its own, below the key that comes before it in notes of that type, else last.
///
/// # Errors
/// The front matter cannot be read, or would say something else in other places.
pub fn put_key(text: &str, key: &str, written: &str) -> Result<String, Refused> {
    let old = front_matter(text)?;
    let new = match old.entries.iter().find(|entry| entry.key.value == key) {
        Some(Entry { value: Value::Scalar(_), span, .. }) => splice(text, *span, written),
        Some(Entry { key, span, .. }) => {
            // An empty value and a list below the key both begin anew behind the colon.
            let behind = key.span.end as usize;
            let colon = behind + text[behind..].find(':').map_or(0, |at| at + 1);
            let end = (span.end as usize).max(colon);
            splice(text, Span::new(colon, end), &format!(" {written}"))
        }
        None => insert_line(text, &old, key, &format!("{key}: {written}")),
    };
    let again = prove(&old, &new, key)?;
    if value_of(&again, key).is_some_and(|value| *value != Value::Null) { Ok(new) } else { Err(unsafe_to_write(key)) }
}

fn value_of<'f>(front_matter: &'f FrontMatter<'f>, key: &str) -> Option<&'f Value<'f>> {
    front_matter.entries.iter().find(|entry| entry.key.value == key).map(|entry| &entry.value)
}

fn unsafe_to_write(key: &str) -> Refused {
    Refused(format!("`{key}` cannot be written safely; write it by hand"))
}

/// The note with `entry` as the last of the list `key`. The note itself where the list has it already.
///
/// # Errors
/// The front matter cannot be read, or the key holds what is no list of words.
pub fn add_to_list(text: &str, key: &str, entry: &str) -> Result<String, Refused> {
    let old = front_matter(text)?;
    let written = yaml::scalar(entry);
    let end = line_end(text);
    let new = match old.entries.iter().find(|other| other.key.value == key) {
        None => insert_line(text, &old, key, &format!("{key}:{end}  - {written}")),
        Some(found) => match &found.value {
            Value::Null => splice(text, found.span, &format!("{end}  - {written}")),
            Value::Scalar(only) if only.text == entry => return Ok(text.to_owned()),
            Value::Scalar(_) => {
                let first = &text[found.span.range()];
                // The blank behind the colon goes with the value that moves below it.
                let start = text[..found.span.start as usize].trim_end_matches(' ').len();
                let span = Span::new(start, found.span.end as usize);
                splice(text, span, &format!("{end}  - {first}{end}  - {written}"))
            }
            Value::List(items) => {
                if items.iter().any(|item| matches!(&item.value, Value::Scalar(scalar) if scalar.text == entry)) {
                    return Ok(text.to_owned());
                }
                longer(text, found, items.last().map(|item| item.span), &written)
            }
            Value::Map => return Err(Refused(format!("`{key}` holds a mapping; write it by hand"))),
        },
    };
    let again = prove(&old, &new, key)?;
    let listed = again.entries.iter().find(|other| other.key.value == key).is_some_and(|found| match &found.value {
        Value::List(items) => {
            matches!(items.last().map(|item| &item.value), Some(Value::Scalar(last)) if last.text == entry)
        }
        _ => false,
    });
    if listed { Ok(new) } else { Err(unsafe_to_write(key)) }
}

/// The note with `new` in place of the entry `old` of the list `key`.
///
/// # Errors
/// The front matter cannot be read, or the list has no such entry.
pub fn swap_in_list(text: &str, key: &str, old: &str, new: &str) -> Result<String, Refused> {
    let before = front_matter(text)?;
    let found = before.entries.iter().find(|entry| entry.key.value == key);
    let is_old = |value: &Value| matches!(value, Value::Scalar(scalar) if scalar.text == old);
    let span = found.and_then(|found| match &found.value {
        Value::List(items) => items.iter().find(|item| is_old(&item.value)).map(|item| item.span),
        value => is_old(value).then_some(found.span),
    });
    let span = span.ok_or_else(|| Refused(format!("`{key}` does not list `{old}`; write it by hand")))?;
    if old == new {
        return Ok(text.to_owned());
    }
    let changed = splice(text, span, &yaml::scalar(new));
    let wanted = values(text, key).into_iter().map(|entry| if entry == old { new.to_owned() } else { entry });
    prove(&before, &changed, key)?;
    if values(&changed, key).into_iter().eq(wanted) { Ok(changed) } else { Err(unsafe_to_write(key)) }
}

/// What the key `key` holds, as text: the entries of a list, else its one value; empty where there is none.
pub fn values(text: &str, key: &str) -> Vec<String> {
    let Ok(front_matter) = front_matter(text) else { return Vec::new() };
    let scalar = |value: &Value| match value {
        Value::Scalar(scalar) if !scalar.text.trim().is_empty() => Some(scalar.text.to_string()),
        _ => None,
    };
    let found = front_matter.entries.iter().find(|entry| entry.key.value == key);
    found.map_or_else(Vec::new, |found| match &found.value {
        Value::List(items) => items.iter().filter_map(|item| scalar(&item.value)).collect(),
        value => scalar(value).into_iter().collect(),
    })
}

/// A list with one entry more, in the style it has.
fn longer(text: &str, found: &Entry, last: Option<Span>, written: &str) -> String {
    let whole = &text[found.span.range()];
    if let Some(open) = whole.strip_suffix(']') {
        let comma = if last.is_none() { "" } else { ", " };
        let inner = open.trim_end().trim_end_matches(',');
        return splice(text, found.span, &format!("{inner}{comma}{written}]"));
    }
    let last = last.unwrap_or(found.span);
    let line_start = text[..last.start as usize].rfind('\n').map_or(0, |at| at + 1);
    let dash = &text[line_start..last.start as usize];
    let line = text[last.end as usize..].find(['\r', '\n']).map_or(text.len(), |at| last.end as usize + at);
    splice(text, Span::new(line, line), &format!("{}{dash}{written}", line_end(text)))
}

/// A new line for `key`: below the key that comes before it in notes of the same type, else before the closing fence.
fn insert_line(text: &str, front_matter: &FrontMatter, key: &str, line: &str) -> String {
    let end = line_end(text);
    let table: Vec<&str> = kind_of(front_matter).map(keys).unwrap_or_default().iter().map(|key| key.name).collect();
    let rank = |name: &str| table.iter().position(|other| *other == name);
    let earlier = |entry: &&Entry| rank(&entry.key.value).filter(|other| rank(key).is_some_and(|own| *other < own));
    let before = front_matter.entries.iter().filter(|entry| earlier(entry).is_some()).max_by_key(earlier);
    let at = match before {
        _ if key == "type" => front_matter.yaml.start as usize,
        Some(entry) => {
            let value = entry.span.end as usize;
            value + text[value..].find('\n').map_or(0, |at| at + 1)
        }
        None => front_matter.close.start as usize,
    };
    splice(text, Span::new(at, at), &format!("{line}{end}"))
}

/// The kind that the note's own `type` names.
fn kind_of(front_matter: &FrontMatter) -> Option<Kind> {
    match value_of(front_matter, "type") {
        Some(Value::Scalar(scalar)) => Kind::from_name(scalar.text.trim()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_changes_and_nothing_else() {
        for (old, key, value, new) in [
            (
                "---\nstate: planned # soon\nround: 1\n---\nx",
                "state",
                "held",
                "---\nstate: held # soon\nround: 1\n---\nx",
            ),
            ("---\nstate:\nround: 1\n---\n", "state", "held", "---\nstate: held\nround: 1\n---\n"),
            ("---\nstate: \nround: 1\n---\n", "state", "held", "---\nstate: held \nround: 1\n---\n"),
            ("---\r\nround: 1\r\n---\r\nx", "state", "held", "---\r\nround: 1\r\nstate: held\r\n---\r\nx"),
            ("\u{feff}---\nstate: 'planned'\n---", "state", "held", "\u{feff}---\nstate: held\n---"),
            ("---\nstate: held\n---\n", "state", "held", "---\nstate: held\n---\n"),
            ("---\nstate: planned\na: [1, [2]]\n---\n", "state", "held", "---\nstate: held\na: [1, [2]]\n---\n"),
            ("---\nlesson:\n---\n", "lesson", "ask: sooner", "---\nlesson: \"ask: sooner\"\n---\n"),
        ] {
            assert_eq!(set_key(old, key, value).as_deref(), Ok(new), "{old:?}");
        }
    }

    #[test]
    fn a_key_goes_where_it_stands_or_where_it_belongs() {
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
        ] {
            let written = put_key(&format!("---\ntype: round\n{before}---\nbody\n"), key, value);
            assert_eq!(written, Ok(format!("---\ntype: round\n{after}---\nbody\n")), "{before:?}");
        }
        assert_eq!(put_key("---\nx: 1\n---\n", "type", "round").as_deref(), Ok("---\ntype: round\nx: 1\n---\n"));
    }

    #[test]
    fn a_list_grows_in_its_own_style() {
        for (old, new) in [
            ("---\na: 1\n---\n", "---\na: 1\nwaive:\n  - x because y\n---\n"),
            ("---\nwaive:\na: 1\n---\n", "---\nwaive:\n  - x because y\na: 1\n---\n"),
            ("---\nwaive: []\n---\n", "---\nwaive: [x because y]\n---\n"),
            ("---\nwaive: [a, \"b\"]\n---\n", "---\nwaive: [a, \"b\", x because y]\n---\n"),
            ("---\nwaive:\n- a\n- b # why\nc: 1\n---\n", "---\nwaive:\n- a\n- b # why\n- x because y\nc: 1\n---\n"),
            ("---\r\nwaive:\r\n    - a\r\n---\r\n", "---\r\nwaive:\r\n    - a\r\n    - x because y\r\n---\r\n"),
            ("---\nwaive: a\n---\n", "---\nwaive:\n  - a\n  - x because y\n---\n"),
            ("---\nwaive: [x because y]\n---\n", "---\nwaive: [x because y]\n---\n"),
        ] {
            assert_eq!(add_to_list(old, "waive", "x because y").as_deref(), Ok(new), "{old:?}");
        }
    }

    #[test]
    fn one_entry_of_a_list_is_swapped() {
        for (old, new) in [
            ("---\nhold: [a, \"b: c\"] # why\n---\n", "---\nhold: [a, x y] # why\n---\n"),
            ("---\nhold:\n- a\n- \"b: c\"\nz: 1\n---\n", "---\nhold:\n- a\n- x y\nz: 1\n---\n"),
            ("---\nhold: \"b: c\"\n---\n", "---\nhold: x y\n---\n"),
        ] {
            assert_eq!(swap_in_list(old, "hold", "b: c", "x y").as_deref(), Ok(new), "{old:?}");
        }
        assert!(swap_in_list("---\nhold: [a]\n---\n", "hold", "b", "c").is_err());
        let quoted = "---\nhold: ['a', \"b\"]\n---\n";
        assert_eq!(swap_in_list(quoted, "hold", "a", "a").as_deref(), Ok(quoted));
    }

    #[test]
    fn what_a_key_holds_is_told_as_text() {
        let text = "---\na: 1\nb: [x, \"y\"]\nc:\nd: []\n---\n";
        assert_eq!(["a", "b", "c", "d", "e"].map(|key| values(text, key).join("+")), ["1", "x+y", "", "", ""]);
    }

    #[test]
    fn what_cannot_be_done_safely_is_refused() {
        assert!(set_key("no front matter", "a", "b").is_err());
        assert!(set_key("---\na: [1]\n---\n", "a", "b").is_err());
        assert!(set_key("---\na: b: c\n---\n", "a", "b").is_err());
        assert!(add_to_list("---\na:\n  b: c\n---\n", "a", "b").is_err());
    }
}
