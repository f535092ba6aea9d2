//! What a template may be made of, looked at before the engine reads it.
//!
//! The engine pays for each instruction and each byte of text out of its fuel. It does not pay for
//! the depth of what it reads, which costs stack, and nearly nothing for a list in a list, which a
//! few lines can double until no machine has the time to look through it. So no list can be kept
//! under a name here, nothing can call itself, and a tag has only so many parts. A letter needs
//! none of it.

use std::ops::Range;

use super::fault::Fault;
use super::tag::{Kind, Part, parts};

/// The most tags of a template.
const TAGS: usize = 400;
/// The most blocks within each other.
const DEPTH: usize = 16;

const STATEMENTS: [&str; 8] = ["if", "elif", "else", "endif", "for", "endfor", "set", "endset"];

/// The tags of a template, comments aside; or the first thing in it that is not offered.
///
/// What is broken in another way is left for the engine to say.
pub(super) fn check(source: &str) -> Result<Vec<Range<usize>>, Fault> {
    let mut tags = Vec::new();
    let (mut blocks, mut at) = (0, 0);
    while let Some(start) = next_tag(source, at) {
        let inside = start + 2 + usize::from(source[start + 2..].starts_with(['-', '+']));
        let end = match &source[start..start + 2] {
            "{#" => {
                let Some(length) = source[inside..].find("#}") else { break };
                at = inside + length + 2;
                continue;
            }
            "{%" => "%}",
            _ => "}}",
        };
        let parts = parts(source, inside, end)?;
        at = parts.last().map_or(inside, |part| part.range.end);
        tags.push(start..at);
        if tags.len() > TAGS {
            return Err(Fault::at(start..at, "a template has 400 tags at most", "make it shorter"));
        }
        if end == "%}" {
            blocks = nested(blocks, &parts)?;
        }
    }
    Ok(tags)
}

/// Where a name stands in the tags of a template.
pub(super) fn place_of(name: &str, source: &str, tags: &[Range<usize>]) -> Range<usize> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let is_whole = |at: usize| {
        !source[..at].ends_with(is_part) && !source[at + name.len()..].starts_with(|c: char| c != '.' && is_part(c))
    };
    let mut places = tags.iter().flat_map(|tag| {
        source[tag.clone()].match_indices(name).map(|(at, _)| tag.start + at).filter(|at| is_whole(*at))
    });
    places.next().map_or(0..0, |at| at..at + name.len())
}

fn next_tag(source: &str, from: usize) -> Option<usize> {
    let opens = |at: &usize| matches!(source.as_bytes().get(at + 1), Some(b'{' | b'%' | b'#'));
    source[from..].match_indices('{').map(|(at, _)| from + at).find(opens)
}

/// How many blocks are open behind a statement, of `blocks` before it.
fn nested(blocks: usize, parts: &[Part<'_>]) -> Result<usize, Fault> {
    let Some(Part { kind: Kind::Word(word), range }) = parts.first() else { return Ok(blocks) };
    if !STATEMENTS.contains(word) {
        let help = "a template is made of `if`, `for` and `set`; it stands alone, and reads nothing else";
        return Err(Fault::at(range.clone(), format!("`{word}` is not offered"), help));
    }
    let is_assignment = matches!(parts, [_, Part { kind: Kind::Word(_), .. }, Part { kind: Kind::Sign('='), .. }, ..]);
    let blocks = match *word {
        "if" | "for" => blocks + 1,
        "set" if !is_assignment => blocks + 1,
        "endif" | "endfor" | "endset" => blocks.saturating_sub(1),
        _ => blocks,
    };
    if blocks > DEPTH {
        return Err(Fault::at(range.clone(), "blocks stand 16 deep in each other at most", "make it simpler"));
    }
    Ok(blocks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_tags_only() {
        let source = "me.adress {# me.adress #} {{ me.adress2 ~ it.me.adress ~ me.adress.x }}";
        let tags = check(source).unwrap();
        let at = source.rfind("me.adress.x").unwrap();
        assert_eq!(place_of("me.adress", source, &tags), at..at + 9);
        assert_eq!(place_of("nobody", source, &tags), 0..0);
    }

    #[test]
    fn what_may_nest_without_end_is_refused() {
        for (source, expected) in [
            ("a\n{% include 'x' %}", "`include` is not offered"),
            ("{%- raw -%}", "`raw` is not offered"),
            ("{# {{ #}{% macro m() %}", "`macro` is not offered"),
            ("{% for a in b recursive %}", "`recursive` is not offered"),
            (&"{% if a %}".repeat(17), "blocks stand 16 deep in each other at most"),
            (&"{% set x %}".repeat(17), "blocks stand 16 deep in each other at most"),
            (&"{{ a }}".repeat(401), "a template has 400 tags at most"),
        ] {
            assert_eq!(check(source).map_err(|fault| fault.message), Err(expected.to_owned()), "{source}");
        }
        for source in [
            &"{% if a %}{% endif %}".repeat(100),
            &"{% set x = 1 %}".repeat(100),
            "{% for a in b %}{% else %}{% endfor %}",
            "{ a } {{ 'x }} {%' }}",
            "{# no end",
            "{{ no end",
        ] {
            assert!(check(source).is_ok(), "{source}");
        }
    }
}
