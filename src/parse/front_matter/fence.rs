//! Finding the fences byte for byte, before any parser sees the text.

use super::lines::{self, Line};
use super::{Broken, MAX_BYTES};
use crate::text::Span;

/// How far down a fence is looked for that should stand in the first line.
const FIRST_LINES: usize = 10;

/// What the fences say.
pub(super) enum Found {
    /// No sign of front matter.
    Nothing,
    /// Two fences and what is between them, within the limit of size.
    Block(Block),
    /// Fences that do not hold.
    Broken(Broken),
}

/// Where front matter lies.
pub(super) struct Block {
    pub(super) fence: Span,
    pub(super) yaml: Span,
    pub(super) close: Span,
    pub(super) body: usize,
}

/// Finds the front matter's fences in the text of a whole note.
pub(super) fn find(text: &str) -> Found {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let Some(first) = lines::within(text, start..text.len()).next() else { return Found::Nothing };
    if first.text.trim_end() != "---" {
        return misplaced(text, start).map_or(Found::Nothing, Found::Broken);
    }
    match lines::within(text, first.next..text.len()).find(|line| closes(line.text)) {
        None => Found::Broken(unclosed(text, first)),
        Some(close) if close.start - first.next > MAX_BYTES => Found::Broken(Broken {
            span: first.span(),
            message: format!(
                "the front matter is longer than {} KiB, which is the most that is read",
                MAX_BYTES / 1024
            ),
            help: "move long text below the second `---`".to_owned(),
            kind_line: lines::kind(text, first.next..close.start),
            body: close.next,
        }),
        Some(close) => Found::Block(Block {
            fence: first.span(),
            yaml: Span::new(first.next, close.start),
            close: close.span(),
            body: close.next,
        }),
    }
}

/// A line that ends the front matter.
fn closes(line: &str) -> bool {
    matches!(line.trim_end(), "---" | "...")
}

/// A line that was meant as a fence: three hyphens or more, or the dashes that word processors put for them.
fn resembles(line: &str) -> bool {
    let line = line.trim();
    let dashes = line.chars().all(|c| matches!(c, '-' | '–' | '—'));
    dashes && (line.len() >= 3)
}

/// Front matter whose second fence is missing.
fn unclosed(text: &str, first: Line<'_>) -> Broken {
    let head = |line: &Line<'_>| {
        let (key, colon) = line.text.split_once(':').map_or(("", false), |(key, _)| (key, true));
        let keyed = colon && !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_- ".contains(c));
        keyed || line.text.is_empty() || line.text.starts_with([' ', '\t', '-', '#'])
    };
    let end = lines::within(text, first.next..text.len())
        .take_while(|line| head(line) && !resembles(line.text))
        .last()
        .map_or(first.next, |line| line.next);
    let nearly = lines::within(text, end..text.len()).next().filter(|line| resembles(line.text));
    let (span, message, help) = match nearly {
        Some(line) => (
            line.span(),
            "the front matter is not closed: this line is not exactly three hyphens",
            "write `---`, with nothing before or behind it",
        ),
        None => {
            (first.span(), "the front matter that opens here is never closed", "write a line `---` below the last key")
        }
    };
    Broken {
        span,
        message: message.to_owned(),
        help: help.to_owned(),
        kind_line: lines::kind(text, first.next..end),
        body: nearly.map_or(text.len(), |line| line.next),
    }
}

/// A block with a `type:` that would be front matter if its first fence stood, whole, in the first line.
fn misplaced(text: &str, start: usize) -> Option<Broken> {
    let fence = lines::within(text, start..text.len())
        .take(FIRST_LINES)
        .take_while(|line| !line.text.starts_with(['\t', '`', '~']) && !line.text.starts_with("    "))
        .find(|line| resembles(line.text))?;
    let limit = fence.next.saturating_add(MAX_BYTES);
    let close = lines::within(text, fence.next..text.len())
        .take_while(|line| line.start <= limit)
        .find(|line| closes(line.text) || resembles(line.text))?;
    let kind = lines::kind(text, fence.next..close.start)?;
    let (span, message, help) = if fence.start == start {
        (fence.span(), "the first line is not exactly three hyphens, so the note has no front matter", "write `---`")
    } else {
        (
            Span::new(start, fence.start),
            "something stands above the front matter, so it is not read",
            "let the note start with `---`: not even an empty line may stand above it",
        )
    };
    Some(Broken { span, message: message.to_owned(), help: help.to_owned(), kind_line: Some(kind), body: close.next })
}
