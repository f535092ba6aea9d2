//! The part of YAML in which nearly all notes are written, read line by line: `key: value`, lists with
//! dashes, lists of words in brackets, values in quotes, comments.
//!
//! Whatever might be anything else is handed over to [`decode`](super::decode), which has all of YAML behind
//! it. What is read here is read there in the same way; the tests hold both to that.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr2_iter};

use super::lines::{self, Line};
use super::{Entry, Item, Scalar, Value};
use crate::text::{Span, Spanned};

/// The most keys that are read here, for each is compared with all before it.
const MOST_KEYS: usize = 64;

/// The longest key that is read here, in bytes.
const LONGEST_KEY: usize = 64;

/// The entries of the front matter that lies at `yaml` in `text`; none where it takes a YAML parser to tell.
pub(super) fn entries(text: &str, yaml: Span) -> Option<Vec<Entry<'_>>> {
    // There are about as many keys as lines.
    let most = memchr_iter(b'\n', &text.as_bytes()[yaml.range()]).count().min(MOST_KEYS);
    let mut block = Block { entries: Vec::with_capacity(most), below: Below::Nothing };
    for line in lines::within(text, yaml.range()) {
        if !is_plain(line.text) {
            return None;
        }
        let words = line.text.trim_start_matches(' ');
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let indent = line.text.len() - words.len();
        match words.strip_prefix("- ") {
            Some(item) => block.item(item, line.start + indent, indent)?,
            None if indent == 0 => block.entry(line)?,
            None => return None,
        }
    }
    Some(block.entries)
}

/// What was read, and what the next line may belong to.
struct Block<'t> {
    entries: Vec<Entry<'t>>,
    below: Below,
}

/// What may stand below the last key.
enum Below {
    /// Only the next key.
    Nothing,
    /// Its list.
    List,
    /// More items of its list, which are indented this far.
    Items(usize),
}

impl<'t> Block<'t> {
    /// Reads `key: value`.
    fn entry(&mut self, line: Line<'t>) -> Option<()> {
        let (key, rest) = line.text.split_at(memchr(b':', line.text.as_bytes())?);
        let rest = &rest[":".len()..];
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let is_key = key.starts_with(is_word)
            && key.ends_with(|c| is_word(c) || c == '-')
            && key.chars().all(|c| is_word(c) || matches!(c, '-' | ' '));
        let is_known = self.entries.iter().any(|entry| entry.key.value == key);
        if !is_key || key.len() > LONGEST_KEY || is_known || self.entries.len() >= MOST_KEYS {
            return None;
        }
        let colon = line.start + key.len();
        let key = Spanned::new(Cow::Borrowed(key), Span::new(line.start, colon));
        let words = rest.trim_start_matches(' ');
        let is_apart = words.len() < rest.len();
        let (value, span) = if words.is_empty() || words.starts_with('#') && is_apart {
            self.below = Below::List;
            (Value::Null, Span::new(colon + 1, colon + 1))
        } else {
            self.below = Below::Nothing;
            value(is_apart.then_some(words)?, line.span().range().end - words.len())?
        };
        self.entries.push(Entry { key, value, span });
        Some(())
    }

    /// Reads what stands behind the dash at byte `dash` of the note.
    fn item(&mut self, item: &'t str, dash: usize, indent: usize) -> Option<()> {
        let entry = self.entries.last_mut()?;
        match self.below {
            Below::List => {
                entry.value = Value::List(Vec::new());
                entry.span = Span::new(dash, dash);
                self.below = Below::Items(indent);
            }
            Below::Items(first) if first == indent => {}
            Below::Items(_) | Below::Nothing => return None,
        }
        let words = item.trim_matches(' ');
        let start = dash + "- ".len() + item.len() - item.trim_start_matches(' ').len();
        let (value, span) = value(words, start)?;
        // Where the list itself starts and ends is harder to say beside quotes: with a comment behind them, or
        // without an indent before them.
        let is_quoted = words.starts_with(['"', '\'']);
        let has_comment = span != Span::new(start, start + words.len());
        if is_quoted && (has_comment || indent == 0) || matches!(value, Value::List(_)) {
            return None;
        }
        let Value::List(items) = &mut entry.value else { return None };
        entry.span.end = span.end;
        items.push(Item { value, span });
        Some(())
    }
}

/// The value that `words` are, but for a comment behind it; they start at byte `start` of the note.
fn value(words: &str, start: usize) -> Option<(Value<'_>, Span)> {
    let (value, length) = match words.bytes().next()? {
        b'[' => list(words, start)?,
        b'"' | b'\'' => quoted(words)?,
        _ => {
            let plain = plain(words)?;
            (unquoted(plain)?, plain.len())
        }
    };
    let rest = &words[length..];
    let behind = rest.trim_start_matches(' ');
    let is_over = behind.is_empty() || behind.starts_with('#') && behind.len() < rest.len();
    is_over.then_some((value, Span::new(start, start + length)))
}

/// The words up to a comment or the end of the line; none where a colon makes a key of them.
fn plain(words: &str) -> Option<&str> {
    let bytes = words.as_bytes();
    for at in memchr2_iter(b'#', b':', bytes) {
        match bytes[at] {
            b'#' if at > 0 && bytes[at - 1] == b' ' => return Some(words[..at].trim_end_matches(' ')),
            b':' if bytes.get(at + 1).is_none_or(|next| *next == b' ') => return None,
            _ => {}
        }
    }
    Some(words.trim_end_matches(' '))
}

/// The list in brackets that `words` begin with, and its length.
fn list(words: &str, start: usize) -> Option<(Value<'_>, usize)> {
    let mut items = Vec::new();
    let mut rest = words.strip_prefix('[')?.trim_start_matches(' ');
    if let Some(behind) = rest.strip_prefix(']') {
        return Some((Value::List(items), words.len() - behind.len()));
    }
    loop {
        let at = start + words.len() - rest.len();
        let (value, length) = if rest.starts_with(['"', '\'']) {
            quoted(rest)?
        } else {
            let plain = rest[..rest.find([',', ']'])?].trim_end_matches(' ');
            // Inside a list the marks matter anywhere, but for the hyphen, which matters beside a space.
            let has_mark = plain.contains(|c| c != '-' && is_mark(c)) || plain.contains(" -");
            (unquoted(plain).filter(|_| !has_mark)?, plain.len())
        };
        items.push(Item { value, span: Span::new(at, at + length) });
        rest = rest[length..].trim_start_matches(' ');
        if let Some(behind) = rest.strip_prefix(']') {
            return Some((Value::List(items), words.len() - behind.len()));
        }
        rest = rest.strip_prefix(',')?.trim_start_matches(' ');
    }
}

/// The value in quotes that `words` begin with, and its length with them; none where it has escapes.
fn quoted(words: &str) -> Option<(Value<'_>, usize)> {
    let quote = words.chars().next()?;
    let (inner, rest) = words[quote.len_utf8()..].split_once(quote)?;
    if rest.starts_with(quote) || quote == '"' && inner.contains('\\') {
        return None;
    }
    Some((Value::Scalar(Scalar { text: Cow::Borrowed(inner), quoted: true }), words.len() - rest.len()))
}

/// The value that stands without quotes.
fn unquoted(plain: &str) -> Option<Value<'_>> {
    if plain.is_empty() || plain.starts_with(is_mark) {
        return None;
    }
    Some(match plain {
        "~" | "null" | "Null" | "NULL" => Value::Null,
        _ => Value::Scalar(Scalar { text: Cow::Borrowed(plain), quoted: false }),
    })
}

/// Whether a value without quotes cannot start with it.
fn is_mark(c: char) -> bool {
    matches!(c, '-' | '?' | ':' | ',' | '[' | ']' | '{' | '}' | '#' | '&' | '*' | '!' | '|' | '>' | '%' | '@')
        || matches!(c, '\'' | '"' | '`')
}

/// Whether a line has no white space but spaces, and nothing that does not show.
fn is_plain(line: &str) -> bool {
    // Without a way out on the first that is not, the compiler looks at many bytes at once.
    line.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'))
        || line.chars().all(|c| c == ' ' || !(c.is_whitespace() || c.is_control() || c == '\u{feff}'))
}

#[cfg(test)]
mod tests {
    use super::super::decode;
    use super::*;

    /// Reads the whole of `text` as both readers do; whether it was read here.
    fn is_read_alike(text: &str) -> bool {
        let yaml = Span::new(0, text.len());
        let Some(entries) = entries(text, yaml) else { return false };
        let decoded = decode::entries(text, yaml).map_err(|mistake| mistake.message);
        assert_eq!(Ok(entries), decoded, "{text:?}");
        true
    }

    #[test]
    fn what_notes_are_made_of_is_read_here() {
        for yaml in [
            "",
            "# nothing yet",
            "type: round\nstate: held",
            "k: 2025-03-05   # said so",
            "k: 14:00 a#b https://acme.example/x?y=1 & [c], {d}",
            "k:\nl: # later\nm:   ",
            "k: ~\nl: null\nm: none",
            "k: \"[[Priya Rao|PR]]\"  # x\nl: 'a: b \\'\nm: \"\"",
            "k: []\nl: [ ]  # none\nm: [a, \"[[B c]]\" ,'d, e']\nn: [a-b , ~]",
            "k:\n  - a\n  - \"b: c\"\n\n  # and\n  - d # e\nl: f",
            "k:\n- a\n# and\n-   c\nl:\n    - d",
            "my key: v\n\n   \nother-key-: Zoë — \u{1f4c5} ü\nö_1: x",
        ] {
            for end in ["\n", "\r\n"] {
                let text = format!("{yaml}\n").replace('\n', end);
                assert!(is_read_alike(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn what_needs_a_parser_is_handed_over() {
        let many: String = (0..=MOST_KEYS).map(|at| format!("k{at}: x\n")).collect();
        let long = format!("{}: x", "k".repeat(LONGEST_KEY + 1));
        for yaml in [
            "k: a\nk: b",
            "k: a\n  b",
            "k: a\n- b",
            "k:\n  - a\n - b",
            "k:\n  - a\n    b",
            "k:\n  l: m",
            "k:\n  -\n  - a",
            "k:\n  - \"a\" # \"b\"",
            "k:\n  - - a",
            "k:\n  - l: m",
            "k:a",
            "k :",
            "k: told: yes",
            "k: l:",
            "k: \"a\" b",
            "k: \"a\\\"b\"",
            "k: 'it''s'",
            "k: \"a\n  b\"",
            "k: [a,, b]",
            "k: [a, b,]",
            "k: [a: b]",
            "k: [[Priya Rao]]",
            "k: [a",
            "k: [a -]",
            "k:\n- \"a\"\n- b",
            "k:\n  - a\n  - [b]",
            "k: [a]]",
            "k: {a: b}",
            "k: &a b",
            "k: *a",
            "k: !!str 5",
            "k: |\n  a",
            "k: >-\n  a",
            "k: @home",
            "k: -1",
            "k: a\tb",
            "k: a\u{a0}",
            "k: a\rb",
            "\"k\": v",
            "? k\n: v",
            "- a",
            "words",
            &many,
            &long,
        ] {
            let text = format!("{yaml}\n");
            assert_eq!(entries(&text, Span::new(0, text.len())), None, "{text:?}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(4_000))]

        #[test]
        fn both_readers_agree(
            text in "(([a-c]|ü k|k-)(:|: | :)|  - |- | {0,3}){0,2}([a-c ]|14:00|[ :,#~-]|[\\[\\]\"'\\\\]|\"[ab:,#\\[ -]{0,3}\"|'[ab: ]{0,2}'|\\[[ab\", -]{0,5}\\]|null|Zoë|\u{1f4c5}|[{}&*!|>%@?`]){0,5}( #[ a]?)?\r?\n"
        ) {
            is_read_alike(&text);
        }

        #[test]
        fn both_readers_agree_over_many_lines(
            text in "(([a-e]|f g):( {0,2}| [a-c #:,-]{0,4}| \"[a: #]{0,3}\"| '[a ]{0,2}'| \\[[a-c, \"]{0,4}\\]| ~)( #x?)?\r?\n|( {0,3})-( {1,2})(a|b c|\"d\"|[a:# -]{0,3}|\\[a\\])( #x)?\n|( {0,2})(#[a ]?)?\r?\n| {0,2}[ab]\n){0,8}"
        ) {
            is_read_alike(&text);
        }
    }
}
