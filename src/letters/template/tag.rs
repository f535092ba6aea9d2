//! One tag of a template, part by part, as the engine reads it too.

use std::ops::Range;

use super::fault::Fault;
use super::words::TAKE_LISTS;

/// The most parts of one tag.
const PARTS: usize = 400;
/// The most brackets within each other.
const DEPTH: usize = 16;

/// Words behind which a value begins, so that a bracket there opens a list or a group.
const OPERATORS: [&str; 7] = ["if", "elif", "else", "in", "and", "or", "not"];

/// A word, a text, a number or a sign; the last is the tag's end, where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part<'s> {
    pub(super) kind: Kind<'s>,
    pub(super) range: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'s> {
    Word(&'s str),
    Text,
    Number,
    Sign(char),
    End,
}

/// The parts of the tag whose inside begins at `from` and which ends with `end`; or the first thing
/// in it that is not offered. A tag that does not end, or a text in it, has the parts before that.
pub(super) fn parts<'s>(source: &'s str, from: usize, end: &str) -> Result<Vec<Part<'s>>, Fault> {
    let mut parts: Vec<Part<'s>> = Vec::new();
    let mut open = Vec::new();
    let mut at = from;
    while let Some(part) = next(source, at, if open.is_empty() { end } else { "" }) {
        at = part.range.end;
        admit(&part, &parts, &mut open)?;
        let is_last = part.kind == Kind::End;
        parts.push(part);
        if is_last {
            break;
        }
        if parts.len() > PARTS {
            return Err(Fault::at(from..at, "a tag has 400 words and signs at most", "say it in several"));
        }
    }
    Ok(parts)
}

/// The part at `from` or behind the blanks there; `end` is looked for where it is not empty.
fn next<'s>(source: &'s str, from: usize, end: &str) -> Option<Part<'s>> {
    let blanks = source[from..].bytes().take_while(u8::is_ascii_whitespace).count();
    let start = from + blanks;
    let rest = &source[start..];
    let first = rest.chars().next()?;
    let run = |is_part: fn(&u8) -> bool| rest.bytes().take_while(is_part).count();
    let tail = rest.strip_prefix(['-', '+']).unwrap_or(rest);
    let (kind, length) = match first {
        _ if !end.is_empty() && tail.starts_with(end) => (Kind::End, rest.len() - tail.len() + end.len()),
        'a'..='z' | 'A'..='Z' | '_' => {
            let length = run(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
            (Kind::Word(&rest[..length]), length)
        }
        '0'..='9' => (Kind::Number, run(u8::is_ascii_digit)),
        '"' | '\'' => (Kind::Text, text(rest, first)?),
        sign => (Kind::Sign(sign), sign.len_utf8()),
    };
    Some(Part { kind, range: start..start + length })
}

/// The length of the text that `rest` begins with; `None` where it does not end.
fn text(rest: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    let end = rest[1..].find(|c| {
        let ends = c == quote && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    });
    end.map(|end| end + 2)
}

/// What a bracket holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// What a function, a filter or a test is given.
    Call { takes_lists: bool },
    /// One value in parentheses.
    Group,
    /// Which item of a list.
    Item,
    /// A list that is used on the spot.
    List,
    /// A list of plain texts and numbers.
    PlainList,
}

/// Takes the next part in, of which `before` are those before it and `open` the brackets around it.
fn admit(part: &Part<'_>, before: &[Part<'_>], open: &mut Vec<Open>) -> Result<(), Fault> {
    let refused = |message: &str, help: &str| Err(Fault::at(part.range.clone(), message, help));
    let is_plain = matches!(part.kind, Kind::Text | Kind::Number | Kind::Sign(',' | ']'));
    if open.last() == Some(&Open::PlainList) && !is_plain {
        return refused("a list behind `in` holds plain texts and numbers", "compare with `==` and `or` instead");
    }
    let last = before.last();
    match part.kind {
        // The engine reads more kinds of numbers, and where they end must be beyond doubt.
        Kind::Word(_) | Kind::Sign('.')
            if last.is_some_and(|last| last.kind == Kind::Number && last.range.end == part.range.start) =>
        {
            refused("a number runs into something else", "write whole numbers, with a blank behind them")
        }
        Kind::Word("recursive") => refused("`recursive` is not offered", "leave it out; a loop cannot call itself"),
        Kind::Sign('+' | '*') => refused("`+` and `*` are not offered", "put texts together with `~`"),
        Kind::Sign('{' | '}') => refused("a tag has no `{` and `}` in it", "write plain texts and names"),
        Kind::Sign('(') => {
            open.push(if is_value(last) { Open::Call { takes_lists: takes_lists(before) } } else { Open::Group });
            deep(part, open)
        }
        Kind::Sign('[') => {
            open.push(match open.last() {
                _ if is_value(last) => Open::Item,
                _ if last.is_some_and(|last| last.kind == Kind::Word("in")) => Open::PlainList,
                Some(Open::Call { takes_lists: true })
                    if last.is_some_and(|last| matches!(last.kind, Kind::Sign('(' | ','))) =>
                {
                    Open::List
                }
                _ => {
                    return refused(
                        "a list cannot stand here",
                        "it can in `paragraph([…])`, in `vary(0, […])`, and, of plain texts, behind `in`",
                    );
                }
            });
            deep(part, open)
        }
        Kind::Sign(',') if matches!(open.last(), None | Some(Open::Group | Open::Item)) => {
            refused("only what a function is given, and a list, have commas", "take one value at a time")
        }
        Kind::Sign(sign @ (')' | ']')) => match (sign, open.pop()) {
            (')', Some(Open::Call { .. } | Open::Group)) | (']', Some(Open::Item | Open::List | Open::PlainList)) => {
                Ok(())
            }
            _ => refused("this bracket closes none", "take it out, or open it"),
        },
        _ => Ok(()),
    }
}

fn deep(part: &Part<'_>, open: &[Open]) -> Result<(), Fault> {
    if open.len() > DEPTH {
        let message = "brackets stand 16 deep in each other at most";
        return Err(Fault::at(part.range.clone(), message, "name a part with `set`, and use the name"));
    }
    Ok(())
}

/// Whether a value ends here, so that a bracket behind it asks something of it.
fn is_value(last: Option<&Part<'_>>) -> bool {
    last.is_some_and(|last| match last.kind {
        Kind::Word(word) => !OPERATORS.contains(&word),
        Kind::Text | Kind::Number | Kind::Sign(')' | ']') => true,
        Kind::Sign(_) | Kind::End => false,
    })
}

/// Whether the parenthesis behind these parts is that of a function that takes lists.
fn takes_lists(before: &[Part<'_>]) -> bool {
    let mut before = before.iter().rev().map(|part| part.kind);
    let is_named = matches!(before.next(), Some(Kind::Word(word)) if TAKE_LISTS.contains(&word));
    is_named && !matches!(before.next(), Some(Kind::Sign('.' | '|')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(inside: &str) -> Result<(), String> {
        let source = format!("{{{{ {inside} }}}}");
        parts(&source, 2, "}}")
            .map(|parts| assert_eq!(parts.last().unwrap().kind, Kind::End, "{source}"))
            .map_err(|fault| format!("{}: {}", &source[fault.range], fault.message))
    }

    #[test]
    fn lists_are_used_on_the_spot_and_never_kept() {
        const NO_LIST: &str = "[: a list cannot stand here";
        for (inside, expected) in [
            ("set x = [x, x]", NO_LIST),
            ("x | default([x])", NO_LIST),
            ("x.paragraph([x])", NO_LIST),
            ("x | vary([x])", NO_LIST),
            ("paragraph([[x]])", NO_LIST),
            ("paragraph(x if x else [x])", NO_LIST),
            ("for x in [x]", "x: a list behind `in` holds plain texts and numbers"),
            ("for x in [['a']]", "[: a list behind `in` holds plain texts and numbers"),
            ("(a, b)", ",: only what a function is given, and a list, have commas"),
            ("a, b", ",: only what a function is given, and a list, have commas"),
            ("a[b, c]", ",: only what a function is given, and a list, have commas"),
            ("if (a, b)", ",: only what a function is given, and a list, have commas"),
            ("{1: x}", "{: a tag has no `{` and `}` in it"),
            ("a + b", "+: `+` and `*` are not offered"),
            ("f(*a)", "*: `+` and `*` are not offered"),
            ("a ** b", "*: `+` and `*` are not offered"),
            ("a if 1else[x]", "else: a number runs into something else"),
            ("1e5else[x]", "e5else: a number runs into something else"),
            ("1.e5else[x]", ".: a number runs into something else"),
            ("(a]", "]: this bracket closes none"),
            ("a)", "): this bracket closes none"),
            ("f(}} x", "}: a tag has no `{` and `}` in it"),
        ] {
            assert_eq!(said(inside), Err(expected.to_owned()), "{inside}");
        }
        for inside in [
            "paragraph([a, vary(0, [b, c[1:2] | join(', ')]) ~ \"}}\"]) ",
            "'it\\'s }}' if a in ['b', \"c\", 3] else d[0].e",
            "tasks[:2] | length - 1",
            "-",
        ] {
            assert_eq!(said(inside), Ok(()), "{inside}");
        }
    }

    #[test]
    fn a_tag_has_a_measure() {
        assert_eq!(said(&"a ~ ".repeat(150)), Ok(()));
        assert!(said(&"a ~ ".repeat(250)).is_err_and(|said| said.ends_with("400 words and signs at most")));
        assert_eq!(said(&format!("{}a{}", "(".repeat(16), ")".repeat(16))), Ok(()));
        assert!(said(&"(".repeat(17)).is_err_and(|said| said.ends_with("16 deep in each other at most")));
    }
}
