//! What is still to be written: blanks, and what people leave for later.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

use super::word::words;

/// The marks around what is still to be written.
pub const BLANK: [char; 2] = ['⟨', '⟩'];

/// Words that people leave for later.
const LATER: [&str; 2] = ["TODO", "XXX"];

/// So many underscores are a line to write on.
const LINE: &str = "____";

/// How many blanks `⟨…⟩` stand in a text.
pub fn blanks(text: &str) -> usize {
    marked(text).len()
}

/// Where a text is still to be written: `⟨…⟩`, `TODO`, `XXX`, `[Name]`, `____`; by place.
pub fn left_open(text: &str) -> Vec<Range<usize>> {
    let mut found = marked(text);
    let is_inside = |found: &[Range<usize>], at: usize| found.iter().any(|range| range.contains(&at));
    // Every letter that was ever sent comes by here: its words are told apart only where one of these may be among them.
    if LATER.iter().any(|later| memmem::find(text.as_bytes(), later.as_bytes()).is_some()) {
        for word in words(text).into_iter().filter(|word| LATER.contains(&word.text)) {
            if !is_inside(&found, word.at) {
                found.push(word.at..word.end());
            }
        }
    }
    for range in brackets(text).into_iter().chain(lines(text)) {
        if !is_inside(&found, range.start) {
            found.push(range);
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

/// `⟨…⟩`, marks included.
pub(super) fn marked(text: &str) -> Vec<Range<usize>> {
    let [open, close] = BLANK;
    let mut found: Vec<Range<usize>> = Vec::new();
    for start in memmem::find_iter(text.as_bytes(), open.encode_utf8(&mut [0; 4])) {
        let Some(length) = text[start..].find(close) else { break };
        if found.last().is_none_or(|last| last.end <= start) {
            found.push(start..start + length + close.len_utf8());
        }
    }
    found
}

/// `[Name]`, `[your number]`: no link, no footnote, no box of a task.
fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for start in memchr_iter(b'[', text.as_bytes()) {
        let Some(length) = text[start + 1..].find([']', '[', '\n']) else { continue };
        let (end, inner) = (start + 1 + length + 1, &text[start + 1..=start + length]);
        let inner = inner.trim_end_matches([']', '[', '\n']);
        let is_closed = text[..end].ends_with(']');
        let is_link = text[..start].ends_with(['[', '!']) || text[end..].starts_with(['(', ':', '[', ']']);
        let is_word = inner.starts_with(char::is_alphabetic) && inner.len() > 1 && inner != "sic";
        if is_closed && !is_link && is_word {
            found.push(start..end);
        }
    }
    found
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = memmem::find(&text.as_bytes()[at..], LINE.as_bytes()) {
        let start = at + next;
        let length = text[start..].bytes().take_while(|byte| *byte == b'_').count();
        found.push(start..start + length);
        at = start + length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_for_later_is_seen_and_what_only_looks_like_it_is_not() {
        for (text, expected) in [
            ("a ⟨one thing⟩ and ⟨two⟩", &["⟨one thing⟩", "⟨two⟩"][..]),
            ("Dear [Name], at [your firm]", &["[Name]", "[your firm]"]),
            ("TODO: ask. XXX", &["TODO", "XXX"]),
            ("my number is ______.", &["______"]),
            ("⟨TODO [Name] ____⟩", &["⟨TODO [Name] ____⟩"]),
            ("[[Priya Rao]], [site](https://x.example), ![[a]], [^1], - [x] done, [sic]", &[]),
            ("XXXL, a todo list, snake_case, ___", &[]),
            ("⟨ open", &[]),
            ("[open\nand closed]", &[]),
        ] {
            let found: Vec<&str> = left_open(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
