//! Sentences and list items.

use std::ops::Range;

use super::terms::Terms;

/// A sentence, or an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the text that was read.
    pub range: Range<usize>,
    /// Its words, without markup; each at its place within `range`.
    pub text: String,
    /// Its content words.
    pub terms: Terms,
    /// Whether it stands in a list.
    pub is_item: bool,
}

/// Words before a full stop that end no sentence.
const SHORT: [&str; 17] =
    ["mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "e.g", "i.e", "g", "e", "approx", "jr", "sr", "inc", "ltd"];

impl Sentence {
    /// The one that stands there in `text`.
    pub(super) fn new(text: &str, range: Range<usize>, is_item: bool) -> Self {
        let words = text[range.clone()].replace('\n', " ");
        Self { range, terms: Terms::of(&words), text: words, is_item }
    }
}

/// The first byte of `…`.
const ELLIPSIS: u8 = 0xe2;

/// Where the sentences of one paragraph stand, `range` of `text`.
pub(super) fn places(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = range.start;
    let may_end = |at: &usize| matches!(text.as_bytes()[*at], b'.' | b'!' | b'?' | ELLIPSIS);
    for at in range.clone().filter(may_end) {
        let mark = text[at..].chars().next().filter(|mark| matches!(mark, '.' | '!' | '?' | '…'));
        let Some((mark, behind)) = mark.map(|mark| (mark, at + mark.len_utf8())) else { continue };
        if ends_here(&text[start..at], mark, &text[behind..range.end]) {
            found.extend(place(text, start..behind));
            start = behind;
        }
    }
    found.extend(place(text, start..range.end));
    found
}

/// What lies between two ends, from its first letter on; `None` where there is none.
fn place(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let raw = &text[range.clone()];
    let start = range.start + raw.find(char::is_alphanumeric)?;
    Some(start..range.start + raw.trim_end().len())
}

/// Whether the mark ends a sentence, by what stands before and behind it.
fn ends_here(before: &str, mark: char, behind: &str) -> bool {
    let rest = behind.trim_start_matches(['"', '”', '’', '\'', '»', ')', '.', '!', '?', '…']);
    let next = rest.trim_start().chars().next();
    let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let goes_on = next.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';' | '–' | '—'));
    if !is_apart || goes_on || behind.starts_with(['.', '!', '?', '…']) {
        return false;
    }
    let last = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default().to_lowercase();
    let is_initial = last.chars().count() == 1 && last != "i" && last.starts_with(char::is_alphabetic);
    mark != '.' || next.is_none() || !(is_initial || SHORT.contains(&last.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        for (text, expected) in [
            ("Thank you. It was good!", &["Thank you.", "It was good!"][..]),
            ("Dr. Falk and J. Beck left at 3.5 cents. So?", &["Dr. Falk and J. Beck left at 3.5 cents.", "So?"]),
            ("I came, e.g. by train... and left", &["I came, e.g. by train... and left"]),
            ("One\nline more. (Two.) Three", &["One line more.", "Two.", "Three"]),
            ("Here am I. You too.", &["Here am I.", "You too."]),
            ("… ", &[]),
            ("", &[]),
        ] {
            let found: Vec<Sentence> =
                places(text, 0..text.len()).into_iter().map(|range| Sentence::new(text, range, false)).collect();
            let told: Vec<&str> = found.iter().map(|sentence| sentence.text.as_str()).collect();
            assert_eq!(told, expected, "{text}");
            assert!(found.iter().all(|one| text[one.range.clone()].replace('\n', " ") == one.text));
        }
    }
}
