//! The text as a reader sees it: without markup, at the same places.

use std::ops::Range;

use memchr::memchr3_iter;
use memchr::memmem::{find, find_iter};

use crate::text::lines;

/// The text with comments, the targets of links and the marks of emphasis, headings and quotes
/// made blanks of the same length in bytes.
pub fn visible(text: &str) -> String {
    let mut out = text.to_owned();
    for (open, close) in [("%%", "%%"), ("<!--", "-->")] {
        out = hidden(&out, between(&out, open, close));
    }
    out = hidden(&out, [wiki_targets(&out), link_targets(&out)].concat());
    let mut seen = String::with_capacity(out.len());
    for line in lines(&out) {
        let marks = line.bytes().take_while(|byte| matches!(byte, b' ' | b'#' | b'>')).count();
        seen.extend(std::iter::repeat_n(' ', marks));
        let mut at = marks;
        for mark in memchr3_iter(b'*', b'`', b'\r', &line.as_bytes()[marks..]).map(|mark| marks + mark) {
            seen.push_str(&line[at..mark]);
            seen.push(' ');
            at = mark + 1;
        }
        seen.push_str(&line[at..]);
    }
    seen
}

/// How many words a reader gets, quotations and all.
pub fn word_count(text: &str) -> usize {
    visible(text).split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// The text with everything in these ranges but line ends made blanks, byte for byte.
pub(super) fn hidden(text: &str, mut ranges: Vec<Range<usize>>) -> String {
    ranges.sort_unstable_by_key(|range| range.start);
    let mut out = String::with_capacity(text.len());
    for range in ranges {
        // What is hidden already is as long as it was.
        out.push_str(text.get(out.len()..range.start).unwrap_or_default());
        let rest = text.get(out.len()..range.end).unwrap_or_default();
        for c in rest.chars() {
            out.extend(std::iter::repeat_n(if c == '\n' { '\n' } else { ' ' }, c.len_utf8()));
        }
    }
    out.push_str(&text[out.len()..]);
    out
}

/// From each opening mark to its closing one, marks included; what is never closed is none.
fn between(text: &str, open: &str, close: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = find(&text.as_bytes()[at..], open.as_bytes()).map(|next| at + next) {
        let inner = start + open.len();
        let Some(length) = find(&text.as_bytes()[inner..], close.as_bytes()) else { break };
        at = inner + length + close.len();
        found.push(start..at);
    }
    found
}

/// Of `[[target|words]]` all but the words, of `[[target]]` the brackets.
fn wiki_targets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for range in between(text, "[[", "]]") {
        let inner = &text[range.start + 2..range.end - 2];
        let words = inner.find('|').map_or(range.start + 2, |bar| range.start + 2 + bar + 1);
        found.push(range.start..words);
        found.push(range.end - 2..range.end);
    }
    found
}

/// Of `[words](target)` the brackets and the target.
fn link_targets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for middle in find_iter(text.as_bytes(), b"](") {
        let start = text[..middle].rfind(['[', '\n']).filter(|start| text[*start..].starts_with('['));
        let end = text[middle..].find([')', '\n']).filter(|end| text[middle + end..].starts_with(')'));
        if let (Some(start), Some(end)) = (start, end) {
            found.push(start..start + 1);
            found.push(middle..middle + end + 1);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_places_stay() {
        for (text, expected) in [
            ("**When** `x`\n> said\n## Head", "  When    x \n  said\n   Head"),
            ("see [[Rounds/A|the round]] now", "see            the round   now"),
            ("ask [[Priya]] %%not this%% on", "ask   Priya                on"),
            ("a [site](https://x.example) b <!-- ü --> c", "a  site                     b             c"),
            ("[not a link] %% open", "[not a link] %% open"),
        ] {
            assert_eq!(visible(text), expected);
            assert_eq!(visible(text).len(), text.len());
        }
    }

    #[test]
    fn words_are_counted_as_they_are_read() {
        assert_eq!(word_count("Dear **Ms Rao**,\n\n- [[Rounds/A b|the round]] %%four more words here%% — 3.5%\n"), 6);
    }
}
