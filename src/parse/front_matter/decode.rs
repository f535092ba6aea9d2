//! From the engine's `Pod` back to entries, and from its characters to bytes of the note.

use std::borrow::Cow;

use gray_matter::{Matter, ParsedEntity, Pod};

use super::engine::{MISTAKES, Mistake as Kind, SpannedYaml};
use super::explain::{self, Mistake};
use super::{Entry, Item, Scalar, Value, lines};
use crate::text::{Span, Spanned};

/// A comment before the first and after the last line, for `gray_matter` trims what it hands on.
const GUARD: &str = "#\n";

/// The entries of the front matter that lies at `yaml` in `text`.
pub(super) fn entries(text: &str, yaml: Span) -> Result<Vec<Entry<'static>>, Mistake> {
    let source = &text[yaml.range()];
    let matter: Matter<SpannedYaml> = Matter::new();
    let parsed: Result<ParsedEntity<Pod>, _> = matter.parse(&format!("---\n{GUARD}{source}{GUARD}---\n"));
    let unreadable = || explain::mistake(Kind::Syntax, Span::new(yaml.range().start, yaml.range().start), text, yaml);
    let note = Note { text, yaml, places: places(source, yaml.start) };
    match parsed.map(|parsed| parsed.data) {
        Ok(Some(Pod::Array(entries))) => note.entries(entries),
        Ok(Some(failure @ Pod::Hash(_))) => {
            let at = Span { start: note.place(&failure["start"]), end: note.place(&failure["end"]) };
            let name = failure["mistake"].as_string().unwrap_or_default();
            let kind = MISTAKES.iter().find(|(_, known)| *known == name).map_or(Kind::Syntax, |(kind, _)| *kind);
            Err(explain::mistake(kind, at, text, yaml))
        }
        _ => Err(unreadable()),
    }
}

/// For each character of `source` as `gray_matter` hands it on (LF for CRLF), and for its end, the
/// offset in the note.
fn places(source: &str, start: u32) -> Vec<u32> {
    let mut places = Vec::with_capacity(source.len() + 1);
    let mut offset = start;
    let mut characters = source.chars().peekable();
    while let Some(c) = characters.next() {
        if c != '\r' || characters.peek() != Some(&'\n') {
            places.push(offset);
        }
        offset += u32::try_from(c.len_utf8()).unwrap_or_default();
    }
    places.push(offset);
    places
}

struct Note<'a> {
    text: &'a str,
    yaml: Span,
    places: Vec<u32>,
}

impl Note<'_> {
    /// The offset of a place that the engine gave.
    fn place(&self, pod: &Pod) -> u32 {
        let character = usize::try_from(pod.as_i64().unwrap_or_default()).unwrap_or_default();
        let at = character.saturating_sub(GUARD.len());
        self.places.get(at).copied().unwrap_or(self.yaml.end)
    }

    /// The bytes between two places, without what YAML takes for white space at their end: any other kind of space
    /// belongs to the value.
    fn span(&self, start: &Pod, end: &Pod) -> Span {
        let range = self.place(start) as usize..self.place(end) as usize;
        let written = self.text.get(range.clone()).unwrap_or_default().trim_end_matches(is_space);
        Span::new(range.start, range.start + written.len())
    }

    fn entries(&self, pods: Vec<Pod>) -> Result<Vec<Entry<'static>>, Mistake> {
        let mut entries: Vec<Entry<'static>> = Vec::with_capacity(pods.len());
        let mut places = std::collections::HashMap::new();
        for pod in pods {
            let Pod::Array(pair) = pod else { continue };
            let Ok([Pod::Array(key), value]) = <[Pod; 2]>::try_from(pair) else { continue };
            let [start, end, Pod::String(name)] = key.as_slice() else { continue };
            let key = Spanned::new(Cow::Owned(name.clone()), self.span(start, end));
            if let Some(first) = places.insert(name.clone(), key.span) {
                return Err(explain::twice(&key, lines::number(self.text, first.range().start)));
            }
            let (value, mut span) = self.value(value);
            if span.start == span.end {
                span = self.after_colon(key.span);
            }
            entries.push(Entry { key, value, span });
        }
        Ok(entries)
    }

    /// The empty span right after the colon of a key.
    fn after_colon(&self, key: Span) -> Span {
        let end = key.range().end;
        let rest = &self.text[end..self.yaml.range().end];
        let spaces = rest.len() - rest.trim_start_matches(is_space).len();
        let at = if rest[spaces..].starts_with(':') { end + spaces + 1 } else { end };
        Span::new(at, at)
    }

    /// A value's own bytes: the parser counts an anchor or a tag before it, and a comment behind a quoted
    /// one, to the value.
    fn own(&self, span: Span) -> Span {
        let Span { start, end } = span;
        let (mut start, mut end) = (start as usize, end as usize);
        while let Some(written) = self.text.get(start..end).filter(|written| written.starts_with(['&', '!'])) {
            let verbatim = written.strip_prefix("!<").and_then(|tag| tag.split_once('>'));
            // A list or a mapping in brackets may follow at once.
            let is_over = |c: char| is_space(c) || "[]{},".contains(c);
            let rest = verbatim.map_or_else(|| written.trim_start_matches(|c| !is_over(c)), |(_, rest)| rest);
            start += written.len() - past_comments(rest).len();
        }
        let written = &self.text[start..end];
        if let Some(quote) = written.chars().next().filter(|first| matches!(first, '"' | '\'')) {
            end = lines::closing(&written[1..], quote).map_or(end, |close| start + close + 2);
        }
        Span::new(start, end)
    }

    fn value(&self, pod: Pod) -> (Value<'static>, Span) {
        let Pod::Array(node) = pod else { return (Value::Null, Span::START) };
        let mut parts = node.into_iter();
        let (Some(start), Some(end)) = (parts.next(), parts.next()) else { return (Value::Null, Span::START) };
        let whole = self.span(&start, &end);
        let span = self.own(whole);
        match (parts.next(), parts.next()) {
            (Some(Pod::String(text)), quoted) => {
                let quoted = quoted == Some(Pod::Boolean(true));
                let block = quoted && !self.text[span.range()].starts_with(['"', '\'']);
                // Behind an anchor or a tag, the mark that opens a block is part of the value already.
                let late = block && span.start == whole.start;
                (
                    Value::Scalar(Scalar { text: Cow::Owned(text), quoted }),
                    if late { self.with_header(span) } else { span },
                )
            }
            (Some(Pod::Array(items)), _) => {
                let items: Vec<Item<'_>> =
                    items.into_iter().map(|item| self.value(item)).map(|(value, span)| Item { value, span }).collect();
                let span = self.list(span, &items);
                (Value::List(items), span)
            }
            (Some(Pod::Boolean(_)), _) => (Value::Map, span),
            _ => (Value::Null, span),
        }
    }

    /// A block of text starts, for the parser, below the `|` or `>` that opens it.
    fn with_header(&self, span: Span) -> Span {
        let front = self.yaml.range().start;
        let before = self.text[front..span.range().start].trim_end();
        let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let header = before[line..].split(" #").next().unwrap_or_default().trim_end();
        let Some(mark) = header.rfind(['|', '>']) else { return span };
        let end = if span.start == span.end { line + header.len() + front } else { span.range().end };
        Span::new(front + line + mark, end)
    }

    /// A list's own bytes. One that is not indented starts, for the parser, behind its first dash, and one that is
    /// written in lines may end behind what follows it.
    fn list(&self, span: Span, items: &[Item]) -> Span {
        let (Some(first), Some(last)) = (items.first(), items.last()) else { return span };
        let starts_late = first.span.start <= span.start;
        if !starts_late && self.text[span.range()].starts_with('[') {
            return span;
        }
        let front = self.yaml.range().start;
        // A comment between the two may hold a dash too.
        let before = &self.text[front..first.span.range().start];
        let dash = before.rfind('-').filter(|_| starts_late).map(|dash| front + dash);
        Span::new(dash.unwrap_or(span.range().start), last.span.range().end)
    }
}

/// What follows behind white space and whole comments.
fn past_comments(text: &str) -> &str {
    let mut rest = text.trim_start_matches(is_space);
    while rest.starts_with('#') {
        rest = rest.find(['\n', '\r']).map_or("", |end| &rest[end..]).trim_start_matches(is_space);
    }
    rest
}

/// What YAML takes for white space, line ends included.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}
