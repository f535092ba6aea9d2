//! Where in a note the cursor stands: told line by line, so that half-typed front matter has places too.

use std::ops::Range;

use crate::model::Kind;
use crate::parse::body::{self, Body};
use crate::parse::front_matter::{Read, read};
use crate::parse::schema::{KnownSection, sections};
use crate::text::Span;

/// A place in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place<'t> {
    /// The kind that the note's `type` names.
    pub kind: Option<Kind>,
    /// What stands there, or is being typed.
    pub at: At<'t>,
}

/// What stands at a place; a span is what was typed of it, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum At<'t> {
    /// A key of the front matter, with or without its colon yet.
    Key(Span),
    /// A value of that key, or one entry of its list.
    Value { key: &'t str, typed: Span },
    /// The label of a bullet in a section that has labels.
    Label { section: &'static KnownSection, typed: Span },
    /// The words of a heading.
    Heading(Span),
    /// Anything else.
    Elsewhere,
}

/// What stands at byte `offset` of a note.
pub(super) fn find(text: &str, offset: usize) -> Place<'_> {
    let front = front_matter(text);
    let kind = front.clone().and_then(|front| kind(&text[front]));
    let at = match front {
        Some(front) if front.contains(&offset) || (offset == front.end && front.end == text.len()) => {
            in_front_matter(text, &front, offset)
        }
        Some(front) if offset < front.start => At::Elsewhere,
        _ => kind.map_or(At::Elsewhere, |kind| in_body(text, kind, offset)),
    };
    Place { kind, at }
}

/// The body, whatever can be read of the front matter.
fn body(text: &str) -> Body<'_> {
    let start = match read(text) {
        Read::Found(front_matter) => front_matter.body,
        Read::Broken(broken) => broken.body,
        Read::None => 0,
    };
    body::read(text, start, &|_| true)
}

/// The lines between the fences; up to the end while the second one is still to be typed.
fn front_matter(text: &str) -> Option<Range<usize>> {
    let first = text.split_inclusive('\n').next()?;
    if first.trim_start_matches('\u{feff}').trim_end() != "---" || !first.ends_with('\n') {
        return None;
    }
    let start = first.len();
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some(start..end);
        }
        end += line.len();
    }
    Some(start..text.len())
}

/// The keys that stand in the front matter of a note.
pub(super) fn keys_in(text: &str) -> Vec<&str> {
    let lines = front_matter(text).map(|front| text[front].lines());
    lines.into_iter().flatten().filter_map(key_of).map(|(key, _)| key).collect()
}

/// The kind that a line `type: …` names.
fn kind(front: &str) -> Option<Kind> {
    let mut values = front.lines().filter_map(key_of).filter(|(key, _)| *key == "type");
    values.next().and_then(|(_, value)| Kind::from_name(value.trim().trim_matches(['"', '\''])))
}

/// The key that a line begins with, and what stands behind its colon, comments aside.
fn key_of(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_key = !key.is_empty() && !key.starts_with([' ', '\t', '-', '#']);
    is_key.then(|| (key.trim(), uncommented(value)))
}

fn uncommented(value: &str) -> &str {
    value.find(" #").map_or(value, |at| &value[..at])
}

fn in_front_matter<'t>(text: &'t str, front: &Range<usize>, offset: usize) -> At<'t> {
    let line = line_around(text, offset);
    let words = &text[line.clone()];
    if words.trim_start().starts_with('#') {
        return At::Elsewhere;
    }
    if let Some((key, value)) = key_of(words) {
        let colon = line.start + words.find(':').unwrap_or_default();
        if offset <= colon {
            return At::Key(Span::new(line.start, colon));
        }
        let value = colon + 1..colon + 1 + value.len();
        // Behind it there is a comment.
        return if offset > value.end {
            At::Elsewhere
        } else {
            At::Value { key, typed: value_at(text, value, offset) }
        };
    }
    let indent = words.len() - words.trim_start_matches([' ', '\t']).len();
    let Some(item) = words[indent..].strip_prefix('-') else {
        // What is indented without a dash belongs to a value on many lines.
        let typed = Span::new(line.start, line.start + words.trim_end().len());
        return if indent == 0 { At::Key(typed) } else { At::Elsewhere };
    };
    let dash = line.start + indent;
    let above = text[front.start..line.start].lines().rev();
    let key =
        above.take_while(|line| line.starts_with([' ', '\t', '-', '#']) || key_of(line).is_some()).find_map(key_of);
    match key {
        Some((key, _)) if offset > dash => {
            At::Value { key, typed: trimmed(text, dash + 1..dash + 1 + uncommented(item).len(), offset) }
        }
        _ => At::Elsewhere,
    }
}

/// The value, or the entry of a list in brackets, around the cursor.
fn value_at(text: &str, value: Range<usize>, offset: usize) -> Span {
    let whole = trimmed(text, value, offset);
    let words = &text[whole.range()];
    if !words.starts_with('[') || words.starts_with("[[") {
        return whole;
    }
    let first = whole.start as usize + 1;
    let last = whole.end as usize - usize::from(words.len() > 1 && words.ends_with(']'));
    let (mut start, mut end, mut is_quoted) = (first, last, false);
    for (at, c) in text[first..last].char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted && first + at < offset => start = first + at + 1,
            ',' if !is_quoted => {
                end = first + at;
                break;
            }
            _ => {}
        }
    }
    if offset < first || offset > last { whole } else { trimmed(text, start..end, offset) }
}

/// The range without blanks around it; empty at the cursor where there is nothing else.
fn trimmed(text: &str, range: Range<usize>, offset: usize) -> Span {
    let words = &text[range.clone()];
    if words.trim().is_empty() {
        let at = offset.clamp(range.start, range.end);
        return Span::new(at, at);
    }
    let start = range.start + words.len() - words.trim_start().len();
    Span::new(start, start + words.trim().len())
}

fn in_body(text: &str, kind: Kind, offset: usize) -> At<'_> {
    let line = line_around(text, offset);
    let words = &text[line.clone()];
    let hashes = words.len() - words.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && words[hashes..].starts_with(' ') && offset > line.start + hashes {
        return At::Heading(trimmed(text, line.start + hashes..line.end, offset));
    }
    let indent = words.len() - words.trim_start().len();
    let Some(bullet) = ["- ", "* ", "+ "].into_iter().find_map(|marker| words[indent..].strip_prefix(marker)) else {
        return At::Elsewhere;
    };
    let start = line.end - bullet.len();
    let end = start + bullet.find(':').unwrap_or(bullet.len());
    let section = section_at(text, kind, offset).filter(|section| section.labels().next().is_some());
    match section {
        Some(section) if (start..=end).contains(&offset) => {
            At::Label { section, typed: trimmed(text, start..end, offset) }
        }
        _ => At::Elsewhere,
    }
}

/// The innermost known section around a byte.
fn section_at(text: &str, kind: Kind, offset: usize) -> Option<&'static KnownSection> {
    let body = body(text);
    // From the innermost outwards.
    let around = body.sections.iter().rev().filter(|section| {
        let content = section.content.range();
        content.contains(&offset) || content.end == offset
    });
    let mut titles = around.map(|section| section.title.trim());
    titles.find_map(|title| sections(kind).iter().find(|known| known.name.eq_ignore_ascii_case(title)))
}

fn line_around(text: &str, offset: usize) -> Range<usize> {
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
    let end = if text[start..end].ends_with('\r') { end - 1 } else { end };
    start..end.max(offset.min(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The place of the `|` in a text.
    fn at(marked: &str) -> String {
        let offset = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let words = |span: &Span| text[span.range()].to_owned();
        match find(&text, offset).at {
            At::Key(typed) => format!("key {}", words(&typed)),
            At::Value { key, typed } => format!("{key}={}", words(&typed)),
            At::Label { section, typed } => format!("{}: {}", section.name, words(&typed)),
            At::Heading(typed) => format!("# {}", words(&typed)),
            At::Elsewhere => String::new(),
        }
    }

    #[test]
    fn every_place_is_told_while_it_is_typed() {
        for (marked, expected) in [
            ("---\nty|", "key ty"),
            ("---\ntype: round\ninter|\n---\n", "key inter"),
            ("---\ntype: round\nst|ate: held\n---\n", "key state"),
            ("---\ntype: rou|nd # x\n---\n", "type=round"),
            ("---\r\nstate: |\r\n---\r\n", "state="),
            ("\u{feff}---\nstate:|\n---\n", "state="),
            ("---\ninterviewers: [\"[[A, B]]\", \"[[P|\"]\n---\n", "interviewers=\"[[P\""),
            ("---\ninterviewers: [|]\n---\n", "interviewers="),
            ("---\ncompany: \"[[Nor|]]\"\n---\n", "company=\"[[Nor]]\""),
            ("---\nwaive:\n# why\n- a\n  - thank/|\n---\n", "waive=thank/"),
            ("---\nwaive:\n  -|\n---\n", "waive="),
            ("---\n- x|\n---\n", ""),
            ("---\nstate: held # so|on\n---\n", ""),
            ("---\n# no|te\n---\n", ""),
            ("--|-\ntype: round\n---\n", ""),
            ("---\ntype: round\n---\n## Close\n### [[P R]]\n- sup|\n", "Close: sup"),
            ("---\ntype: round\n---\n## Close\n- supp|ort: yes\n", "Close: support"),
            ("---\ntype: round\n---\n## Close\n- support: y|es\n", ""),
            ("---\ntype: round\n---\n## Close\n- |", "Close: "),
            ("---\ntype: round\n---\n## Log\n- sup|\n", ""),
            ("---\ntype: round\n---\n## Cl|\n", "# Cl"),
            ("---\ntype: recipe\n---\n## Close\n- sup|\n", ""),
            ("## Close\n- sup|\n", ""),
            ("|", ""),
        ] {
            assert_eq!(at(marked), expected, "{marked:?}");
        }
    }
}
