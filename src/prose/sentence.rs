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

/// The sentences of one paragraph, `range` of `text`.
pub(super) fn sentences(text: &str, range: Range<usize>, is_item: bool) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = range.start;
    for (at, c) in text[range.clone()].char_indices().map(|(at, c)| (range.start + at, c)) {
        let behind = at + c.len_utf8();
        if matches!(c, '.' | '!' | '?' | '…') && ends_here(&text[start..at], c, &text[behind..range.end]) {
            found.extend(sentence(text, start..behind, is_item));
            start = behind;
        }
    }
    found.extend(sentence(text, start..range.end, is_item));
    found
}

fn sentence(text: &str, range: Range<usize>, is_item: bool) -> Option<Sentence> {
    let raw = &text[range.clone()];
    let start = range.start + raw.find(char::is_alphanumeric)?;
    let end = range.start + raw.trim_end().len();
    let words = text[start..end].replace('\n', " ");
    Some(Sentence { range: start..end, terms: Terms::of(&words), text: words, is_item })
}

/// Whether the mark `c` ends a sentence, by what stands before and behind it.
fn ends_here(before: &str, c: char, behind: &str) -> bool {
    let rest = behind.trim_start_matches(['"', '”', '’', '\'', '»', ')', '.', '!', '?', '…']);
    let next = rest.trim_start().chars().next();
    let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let goes_on = next.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';' | '–' | '—'));
    if !is_apart || goes_on || behind.starts_with(['.', '!', '?', '…']) {
        return false;
    }
    let last = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default().to_lowercase();
    let is_initial = last.chars().count() == 1 && last != "i" && last.starts_with(char::is_alphabetic);
    c != '.' || next.is_none() || !(is_initial || SHORT.contains(&last.as_str()))
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
            let found = sentences(text, 0..text.len(), false);
            let told: Vec<&str> = found.iter().map(|sentence| sentence.text.as_str()).collect();
            assert_eq!(told, expected, "{text}");
            assert!(found.iter().all(|one| text[one.range.clone()].replace('\n', " ") == one.text));
        }
    }
}
