//! Why front matter cannot be read, in words that say what to write.
//!
//! A YAML parser notices trouble late, often some lines below. So the lines are searched from the place
//! it names upwards for what people really get wrong: colons, quotes, links, tabs.

use std::borrow::Cow;

use super::MAX_DEPTH;
use super::engine::Mistake as Kind;
use super::lines::{self, Line};
use crate::text::{Span, Spanned};

/// The longest value that is repeated in a message, in characters.
const SHOWN: usize = 60;

/// What is wrong, where, and what to write.
pub(super) struct Mistake {
    pub(super) span: Span,
    pub(super) message: String,
    pub(super) help: String,
    /// Where the body starts, if that is other than behind the closing fence.
    pub(super) body: Option<usize>,
}

impl Mistake {
    fn new(span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: help.into(), body: None }
    }
}

/// The key of this name has a line of its own already.
pub(super) fn twice(key: &Spanned<Cow<'_, str>>, first: usize) -> Mistake {
    let message = format!("`{}` stands here a second time; the first is in line {first}", shown(&key.value));
    Mistake::new(key.span, message, "keep one of the two lines")
}

/// Explains a mistake that the engine met `at` a place in the front matter at `yaml`.
pub(super) fn mistake(kind: Kind, at: Span, text: &str, yaml: Span) -> Mistake {
    match kind {
        Kind::Alias => {
            let rest = &text[at.range().start..yaml.range().end];
            let name = rest.split([' ', '\t', '\r', '\n', ',', ']', '}']).next().unwrap_or_default();
            let span = Span::new(at.range().start, at.range().start + name.len());
            let name = shown(name);
            Mistake::new(
                span,
                format!("`{name}` stands for a value written elsewhere (a YAML alias), which is not read in notes"),
                format!(
                    "if it is meant as text, put the whole value in quotes: \"{name}\"; else write the value itself"
                ),
            )
        }
        Kind::Depth => Mistake::new(
            at,
            format!("the front matter is nested more than {MAX_DEPTH} levels deep"),
            "write plain values, `key: value`, and simple lists, `key: [one, two]`",
        ),
        Kind::Key => Mistake::new(
            at,
            "there is no plain word before the colon",
            "write `key: value`, or put the line in quotes if it belongs to a value",
        ),
        Kind::Shape => Mistake::new(
            first_line(text, at, yaml),
            "the front matter does not consist of lines `key: value`",
            "write one `key: value` on each line between the two `---` lines",
        ),
        Kind::Syntax => syntax(at, text, yaml),
    }
}

/// The line in which `at` lies, as far as it is front matter.
fn first_line(text: &str, at: Span, yaml: Span) -> Span {
    lines::within(text, yaml.range())
        .find(|line| line.next > at.range().start)
        .map_or(Span::new(at.range().start, at.range().start), |line| line.span())
}

fn syntax(at: Span, text: &str, yaml: Span) -> Mistake {
    let upto: Vec<Line<'_>> =
        lines::within(text, yaml.range()).take_while(|line| line.start <= at.range().start).collect();
    if let Some(heading) = heading(&upto) {
        let message = "the front matter is not closed before this heading";
        let mut mistake = Mistake::new(heading.span(), message, "write a line `---` below the last key");
        mistake.body = Some(heading.start);
        return mistake;
    }
    let next = upto.last().and_then(|last| lines::within(text, last.next..yaml.range().end).next());
    if let Some(found) = next.as_ref().and_then(tab).or_else(|| upto.iter().rev().find_map(culprit)) {
        return found;
    }
    let end = upto.last().map_or(at.range().start, |line| line.span().range().end);
    Mistake::new(
        Span::new(at.range().start, end.max(at.range().start)),
        "the front matter cannot be read from here on",
        "write one `key: value` on each line, and put a value with punctuation in quotes",
    )
}

/// A Markdown heading below an empty line: for YAML a comment, for a person the start of the text.
fn heading<'a>(lines: &[Line<'a>]) -> Option<Line<'a>> {
    lines.windows(2).find_map(|pair| {
        let title = pair[1].text.trim_start_matches('#');
        let level = pair[1].text.len() - title.len();
        let heading = (2..=6).contains(&level) && title.starts_with(' ');
        (heading && pair[0].text.trim().is_empty()).then_some(pair[1])
    })
}

/// A tab where YAML wants spaces.
fn tab(line: &Line<'_>) -> Option<Mistake> {
    let indent = line.text.len() - line.text.trim_start().len();
    let tab = line.text[..indent].find('\t')?;
    let span = Span::new(line.start + tab, line.start + indent);
    Some(Mistake::new(span, "this line is indented with a tab", "indent with spaces"))
}

/// What is wrong with this one line, if it looks wrong by itself.
fn culprit(line: &Line<'_>) -> Option<Mistake> {
    let content = line.text.trim_start();
    let indent = line.text.len() - content.len();
    if content.is_empty() || content.starts_with('#') {
        return None;
    }
    if let Some(found) = tab(line) {
        return Some(found);
    }
    let item = content.strip_prefix("- ").map(str::trim_start);
    if let Some((key, rest)) = content.split_once(":\t")
        && !key.contains([':', ' ', '"', '\''])
    {
        let tab = line.start + indent + key.len() + 1;
        let help = format!("write `{}: {}`", shown(key), shown(rest.trim()));
        return Some(Mistake::new(Span::new(tab, tab + 1), "a tab stands where a space belongs", help));
    }
    let value = match (item, content.split_once(':')) {
        (Some(item), _) => item,
        (None, Some((_, rest))) if rest.is_empty() || rest.starts_with([' ', '\t']) => rest.trim_start(),
        (None, Some((key, rest))) if !key.contains([' ', '"', '\'', '[']) => {
            let colon = line.start + indent + key.len();
            let help = format!("write `{}: {}`", shown(key), shown(rest.trim_end()));
            return Some(Mistake::new(Span::new(colon, colon + 1), "there is no space after the colon", help));
        }
        _ => {
            let message = "this line has no `key:`";
            let help = "write `key: value`, or join the line to the one above and put that value in quotes";
            return Some(Mistake::new(Span::new(line.start + indent, line.span().range().end), message, help));
        }
    };
    let start = line.start + line.text.len() - value.len();
    let value = value.trim_end();
    let (message, cut) = trouble(value)?;
    let span = Span::new(start, start + value.len());
    Some(Mistake::new(span, message, format!("put the value in quotes: {}", quoted(cut))))
}

/// Why a value cannot stand without quotes, or with the ones it has, and the words that belong in quotes.
fn trouble(value: &str) -> Option<(String, &str)> {
    let first = value.chars().next()?;
    let comment = value.find(" #").unwrap_or(value.len());
    let plain = value[..comment].trim_end();
    match first {
        '"' | '\'' => {
            let inner = &value[1..];
            match lines::closing(inner, first) {
                None => Some(("the quotes around this value are not closed".to_owned(), inner)),
                Some(end) => {
                    let behind = inner[end + 1..].trim_start();
                    let words = !behind.is_empty() && !behind.starts_with(['#', ',', ']', '}', ':']);
                    words.then(|| ("there are words behind the closing quote".to_owned(), value))
                }
            }
        }
        '[' if value.starts_with("[[") => {
            let end = value.find("]]").map(|end| end + 2);
            match end {
                None => Some(("this link is not closed".to_owned(), value)),
                Some(end) => {
                    let behind = value[end..].trim_start();
                    let words = !behind.is_empty() && !behind.starts_with(['#', ',', ']']);
                    words.then(|| ("a link with words behind it needs quotes".to_owned(), value))
                }
            }
        }
        '[' | '{' if value.starts_with("{{") => Some(("a value cannot start with `{{`".to_owned(), plain)),
        '[' if !value.contains(']') => Some(("this list is not closed".to_owned(), value)),
        '@' | '`' | '%' | '*' | '&' | '!' => Some((format!("a value cannot start with `{first}`"), plain)),
        '[' | '{' | '|' | '>' | '#' => None,
        _ => (plain.contains(": ") || plain.ends_with(':'))
            .then(|| ("a colon in a value needs quotes".to_owned(), plain)),
    }
}

/// The value as it should be written.
fn quoted(value: &str) -> String {
    if value.chars().count() > SHOWN {
        "\"…\"".to_owned()
    } else if value.contains(['"', '\\']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        format!("\"{value}\"")
    }
}

/// As much of a word as belongs in a message.
fn shown(word: &str) -> String {
    let mut characters = word.chars();
    let start: String = characters.by_ref().take(SHOWN).collect();
    if characters.next().is_none() { start } else { format!("{start}…") }
}
