//! The lines of a note with their offsets, and the line that names its kind.

use std::ops::Range;

use crate::text::{Span, Spanned, lines};

/// One line: `text` starts at byte `start` and has no line end; the next line starts at `next`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) next: usize,
}

impl Line<'_> {
    /// Its bytes, without the line end.
    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }
}

/// The lines of `text` within `range`, which starts at a line's start.
pub(super) fn within(text: &str, range: Range<usize>) -> impl Iterator<Item = Line<'_>> {
    let mut next = range.start;
    lines(&text[range]).map(move |line| {
        let start = next;
        next += line.len();
        let line = line.strip_suffix('\n').unwrap_or(line);
        Line { text: line.strip_suffix('\r').unwrap_or(line), start, next }
    })
}

/// The number of the line, from 1, in which byte `offset` of `text` lies.
pub(super) fn number(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
}

/// The value of the first line `type: x` within `range`, read without a parser.
pub(super) fn kind(text: &str, range: Range<usize>) -> Option<Spanned<String>> {
    within(text, range).find_map(|line| {
        let rest = line.text.strip_prefix("type:")?;
        if !rest.starts_with([' ', '\t']) {
            return None;
        }
        let value = rest.split(" #").next().unwrap_or_default().trim();
        let start = line.start + (line.text.len() - rest.trim_start().len());
        let name = value.trim_matches(['"', '\'']).trim();
        let span = Span::new(start, start + value.len());
        (!name.is_empty()).then(|| Spanned::new(name.to_owned(), span))
    })
}

/// Where the quote that opens before `inner` closes in it.
pub(super) fn closing(inner: &str, quote: char) -> Option<usize> {
    let mut characters = inner.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if c == '\\' && quote == '"' {
            characters.next();
        } else if c == quote {
            if quote == '\'' && characters.peek().is_some_and(|(_, next)| *next == '\'') {
                characters.next();
            } else {
                return Some(at);
            }
        }
    }
    None
}
