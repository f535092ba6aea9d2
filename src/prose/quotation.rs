//! Quotations: somebody else's words, which no lint of the candidate's own counts.

use std::ops::Range;

/// A quotation in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its words, without the marks around them.
    pub inner: Range<usize>,
    /// Its words and the marks.
    pub outer: Range<usize>,
}

/// Marks that open a quotation, with those that close it.
const MARKS: [(char, &[char]); 4] = [('“', &['”', '“']), ('„', &['“', '”']), ('«', &['»']), ('"', &['"'])];

/// Every quotation of `text`, in order: between marks within one paragraph, and block quotes.
pub(super) fn quotations(text: &str) -> Vec<Quotation> {
    let mut found = block_quotes(text);
    let mut at = 0;
    while let Some((start, mark)) = text[at..].char_indices().find(|(_, c)| opens(*c)).map(|(next, c)| (at + next, c)) {
        let inner = start + mark.len_utf8();
        at = inner;
        if found.iter().any(|quote| quote.outer.contains(&start)) {
            continue;
        }
        let paragraph = end_of_paragraph(text, inner);
        let closers = MARKS.iter().find(|(open, _)| *open == mark).map_or(&[][..], |(_, close)| close);
        let close = text[inner..paragraph].char_indices().find(|(_, c)| closers.contains(c));
        if let Some((length, c)) = close.filter(|(length, _)| *length > 0) {
            let end = inner + length;
            at = end + c.len_utf8();
            found.push(Quotation { inner: inner..end, outer: start..at });
        }
    }
    found.sort_by_key(|quote| quote.outer.start);
    found
}

/// Where the paragraph around `at` ends: before the next empty line.
fn end_of_paragraph(text: &str, at: usize) -> usize {
    let mut end = at;
    for line in text[at..].split_inclusive('\n') {
        if end > at && line.trim().is_empty() {
            break;
        }
        end += line.len();
    }
    end
}

fn opens(c: char) -> bool {
    MARKS.iter().any(|(open, _)| *open == c)
}

/// Lines that begin with `>`; neighbouring ones are one quotation.
fn block_quotes(text: &str) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end().len();
        if line.trim_start().starts_with('>') {
            let inner = at + line.find('>').map_or(0, |mark| mark + 1);
            if let Some(last) = found.last_mut().filter(|last| is_next_line(&text[last.outer.end..at])) {
                last.inner.end = end;
                last.outer.end = end;
            } else {
                found.push(Quotation { inner: inner..end, outer: at..end });
            }
        }
        at += line.len();
    }
    found
}

/// Whether what stands between two lines leaves them neighbours.
fn is_next_line(gap: &str) -> bool {
    gap.trim().is_empty() && gap.matches('\n').count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_found_between_marks_and_in_blocks() {
        for (text, expected) in [
            ("He wrote: “Short and sweet.” Then", &["Short and sweet."][..]),
            ("a \"b c\" d „e“ «f»", &["b c", "e", "f"]),
            ("> one\n> two\n\nrest", &[" one\n> two"]),
            ("an open “mark\n\nand another”", &[]),
            ("a 5\" pipe", &[]),
            ("don't, it's ‘fine’", &[]),
        ] {
            let found: Vec<&str> = quotations(text).into_iter().map(|quote| &text[quote.inner]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
