//! Members added to an object in a JSON file that somebody else writes: the other bytes stay.

use serde_json::Value;

use super::{Refused, splice};
use crate::text::Span;

/// `text` with `members` added to the object `path` leads to, those that are missing there. What is there stays,
/// whatever it says; what is added is laid out like its neighbours. An object that is missing is made.
///
/// # Errors
/// The text is no JSON, or what lies at `path` is no object.
pub fn add_members(text: &str, path: &[&str], members: &[(&str, Value)]) -> Result<String, Refused> {
    let whole = parsed(text)?;
    let mut object = &whole;
    let mut at = start(text, 0);
    for (depth, key) in path.iter().enumerate() {
        expect_object(object, &path[..depth])?;
        let Some(inner) = object.get(key) else {
            let missing = members.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
            let nested = path[depth + 1..].iter().rev().fold(Value::Object(missing), |inner, key| {
                Value::Object([((*key).to_owned(), inner)].into_iter().collect())
            });
            return proved(&whole, path, members, insert(text, at, &[(key, nested)]));
        };
        // The last of several wins, as it does for every reader.
        at = Layout::of(text, at).members.iter().rfind(|member| member.key == *key).map_or(at, |member| member.value);
        object = inner;
    }
    expect_object(object, path)?;
    let missing: Vec<(&str, Value)> = members.iter().filter(|(key, _)| object.get(key).is_none()).cloned().collect();
    if missing.is_empty() {
        return Ok(text.to_owned());
    }
    proved(&whole, path, members, insert(text, at, &missing))
}

fn parsed(text: &str) -> Result<Value, Refused> {
    let refused = |error: serde_json::Error| {
        Refused(format!(
            "it is no JSON, at line {} column {}; mend it there, or remove the file",
            error.line(),
            error.column()
        ))
    };
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(refused)
}

fn expect_object(value: &Value, path: &[&str]) -> Result<(), Refused> {
    let place = if path.is_empty() { "it".to_owned() } else { format!("`{}`", path.join(".")) };
    if value.is_object() { Ok(()) } else { Err(Refused(format!("{place} is no JSON object, so nothing can be added"))) }
}

/// Sees that the new text holds what was there and what was missing, and nothing else.
fn proved(old: &Value, path: &[&str], members: &[(&str, Value)], new: String) -> Result<String, Refused> {
    let mut wanted = old.clone();
    let mut object = &mut wanted;
    for key in path {
        object = &mut object[*key];
    }
    for (key, value) in members {
        if object.get(*key).is_none() {
            object[*key] = value.clone();
        }
    }
    if parsed(&new)? == wanted {
        Ok(new)
    } else {
        Err(Refused("it cannot be added to safely; add to it by hand".to_owned()))
    }
}

/// An object as it is laid out: what stands before a key, and between a key and its value.
struct Layout {
    members: Vec<Member>,
    before: String,
    between: String,
    /// Where the last member ends, or the opening brace.
    end: usize,
}

struct Member {
    key: String,
    /// Where the value starts.
    value: usize,
}

impl Layout {
    /// Of the object that starts at byte `at` of `text`, which is sound JSON.
    fn of(text: &str, at: usize) -> Self {
        let mut layout = Self { members: Vec::new(), before: String::new(), between: ": ".to_owned(), end: at + 1 };
        let mut next = start(text, at + 1);
        while text[next..].starts_with('"') {
            let key_end = end_of(text, next);
            let value = start(text, start(text, key_end) + 1);
            if layout.members.is_empty() {
                text[at + 1..next].clone_into(&mut layout.before);
                text[key_end..value].clone_into(&mut layout.between);
            }
            let key = serde_json::from_str(&text[next..key_end]).unwrap_or_default();
            layout.members.push(Member { key, value });
            layout.end = end_of(text, value);
            let behind = start(text, layout.end);
            next = if text[behind..].starts_with(',') { start(text, behind + 1) } else { behind };
        }
        layout
    }
}

/// The text with these members behind the last of the object at `at`.
fn insert(text: &str, at: usize, members: &[(&str, Value)]) -> String {
    let layout = Layout::of(text, at);
    let is_empty = layout.members.is_empty();
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    // An empty object says nothing of its layout: one member a line, indented by two blanks more than its brace.
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    let indent: String = line.chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
    let before = if is_empty { format!("{line_end}{indent}  ") } else { layout.before };
    let depth: String = before.chars().filter(|c| matches!(c, ' ' | '\t')).collect();
    let written = members.iter().map(|(key, value)| {
        let value =
            if before.contains('\n') { pretty(value, &format!("{line_end}{depth}")) } else { value.to_string() };
        format!("{before}{}{}{value}", Value::from(*key), layout.between)
    });
    let written = written.collect::<Vec<_>>().join(",");
    if is_empty {
        let close = start(text, at + 1);
        return splice(text, Span::from(at + 1..close), &format!("{written}{line_end}{indent}"));
    }
    splice(text, Span::from(layout.end..layout.end), &format!(",{written}"))
}

/// The value over several lines, each begun by `line_start`.
fn pretty(value: &Value, line_start: &str) -> String {
    format!("{value:#}").replace('\n', line_start)
}

/// The first byte from `at` on that is no blank.
fn start(text: &str, at: usize) -> usize {
    text[at..].find(|c: char| !c.is_whitespace() && c != '\u{feff}').map_or(text.len(), |found| at + found)
}

/// Where the value that starts at `at` ends.
fn end_of(text: &str, at: usize) -> usize {
    let (mut depth, mut in_string, mut is_escaped) = (0_usize, false, false);
    for (offset, c) in text[at..].char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if in_string => is_escaped = true,
            '"' => in_string = !in_string,
            _ if in_string => continue,
            '{' | '[' => depth += 1,
            '}' | ']' | ',' if depth == 0 => return at + text[at..at + offset].trim_end().len(),
            '}' | ']' => depth -= 1,
            _ => continue,
        }
        if depth == 0 && !in_string && !is_escaped && matches!(c, '"' | '}' | ']') {
            return at + offset + c.len_utf8();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn add(text: &str) -> Result<String, Refused> {
        add_members(text, &["types"], &[("due", json!("date")), ("to", json!("text"))])
    }

    #[test]
    fn what_is_missing_is_added_and_the_rest_stays() {
        for (text, expected) in [
            (
                "{\n  \"types\": {\n    \"a\": \"x\"\n  }\n}",
                "{\n  \"types\": {\n    \"a\": \"x\",\n    \"due\": \"date\",\n    \"to\": \"text\"\n  }\n}",
            ),
            ("{\"types\":{\"a\":\"}\\\"{\"}}\n", "{\"types\":{\"a\":\"}\\\"{\",\"due\":\"date\",\"to\":\"text\"}}\n"),
            (
                "{\r\n\t\"types\": {\r\n\t\t\"due\": \"mine\"\r\n\t}\r\n}\r\n",
                "{\r\n\t\"types\": {\r\n\t\t\"due\": \"mine\",\r\n\t\t\"to\": \"text\"\r\n\t}\r\n}\r\n",
            ),
            ("{\n  \"types\": {}\n}\n", "{\n  \"types\": {\n    \"due\": \"date\",\n    \"to\": \"text\"\n  }\n}\n"),
            ("{\"types\": {\"due\": null, \"to\": 1}}", "{\"types\": {\"due\": null, \"to\": 1}}"),
            ("{}", "{\n  \"types\": {\n    \"due\": \"date\",\n    \"to\": \"text\"\n  }\n}"),
            (
                "\u{feff}{ \"z\": [1, {\"types\": 2}] }",
                "\u{feff}{ \"z\": [1, {\"types\": 2}], \"types\": {\"due\":\"date\",\"to\":\"text\"} }",
            ),
            (
                "{\"types\": {\"to\": \"a\"}, \"\\u0074ypes\": {\"due\": 1, \"to\": 2 } }",
                "{\"types\": {\"to\": \"a\"}, \"\\u0074ypes\": {\"due\": 1, \"to\": 2 } }",
            ),
        ] {
            assert_eq!(add(text).as_deref(), Ok(expected), "{text}");
            assert_eq!(add(expected).as_deref(), Ok(expected), "twice: {text}");
        }
    }

    #[test]
    fn what_cannot_be_added_to_is_refused_with_its_place() {
        for (text, part) in [
            ("{\n  \"types\": {,}\n}", "line 2 column 13"),
            ("", "line 1 column 0"),
            ("{} x", "line 1 column 4"),
            ("[]", "it is no JSON object"),
            ("{\"types\": \"none\"}", "`types` is no JSON object"),
        ] {
            let refused = add(text).unwrap_err();
            assert!(refused.0.contains(part), "{text}: {refused}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_sound_object_takes_more(keys in proptest::collection::btree_map("\\PC{0,6}", "[\\PC\\\\\"{}\\[\\], ]{0,8}", 0..6), is_pretty in proptest::bool::ANY) {
            let value = json!({ "before": [{}, "}"], "types": keys, "after": {"types": []} });
            let text = if is_pretty { format!("{value:#}") } else { value.to_string() };
            let new = add(&text).unwrap();
            // Taking out what was added gives the same bytes.
            let added = new.len() - text.len();
            let at = text.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
            let is_splice = (0..=at).any(|at| format!("{}{}", &new.get(..at).unwrap_or_default(), new.get(at + added..).unwrap_or_default()) == text);
            proptest::prop_assert!(is_splice || keys.is_empty(), "{text}\n{new}");
        }
    }
}
