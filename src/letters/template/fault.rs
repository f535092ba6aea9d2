//! Why a template cannot be used, and where in it.

use std::ops::Range;

use minijinja::{Error, ErrorKind};

use crate::letters::context::NAMES;
use crate::text::nearest;

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::letters) struct Fault {
    /// Where, in bytes of the template's text.
    pub(in crate::letters) range: Range<usize>,
    /// What is wrong: plain words, no final full stop.
    pub(in crate::letters) message: String,
    /// What to do about it.
    pub(in crate::letters) help: String,
}

impl Fault {
    /// About that place.
    pub(in crate::letters) fn at(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { range, message: message.into(), help: help.into() }
    }

    /// About the whole template.
    pub(in crate::letters) fn whole(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::at(0..0, message, help)
    }

    /// A name that is not there.
    pub(super) fn unknown(name: &str, range: Range<usize>) -> Self {
        let near = nearest(name, names()).map(|near| format!("did you mean `{near}`?"));
        let help = near.unwrap_or_else(|| "`vault explain letter:DOCUMENT` lists the names".to_owned());
        Self::at(range, format!("there is no `{name}`"), help)
    }

    /// What the engine said.
    pub(super) fn of(error: &Error) -> Self {
        let source = error.template_source().unwrap_or_default();
        let range = error.range().filter(|range| source.get(range.clone()).is_some()).unwrap_or_else(|| {
            // The engine knows at least the line of most errors.
            let at = error.line().and_then(|line| source.split_inclusive('\n').nth(line - 1).map(|text| (line, text)));
            at.map_or(0..0, |(line, text)| {
                let start: usize = source.split_inclusive('\n').take(line - 1).map(str::len).sum();
                start..start + text.trim_end().len()
            })
        });
        let said = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
        match error.kind() {
            ErrorKind::OutOfFuel => Self::at(range, "it does too much", "make its loops and texts shorter"),
            ErrorKind::UndefinedError => undefined(&source[range.clone()], range),
            ErrorKind::UnknownFunction | ErrorKind::UnknownFilter | ErrorKind::UnknownTest => {
                Self::at(range, said, "`vault explain letter:DOCUMENT` lists what there is")
            }
            _ => Self::at(range, said, "`vault explain letter:DOCUMENT` says how a template is written"),
        }
    }
}

/// Every name of the context.
fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().flat_map(|(names, _)| names.split(", "))
}

/// Whether the context has that name, or something in or around it.
pub(super) fn is_known(name: &str) -> bool {
    let is_in = |one: &str, other: &str| one.strip_prefix(other).is_some_and(|rest| rest.starts_with('.'));
    names().any(|known| known == name || is_in(known, name) || is_in(name, known))
}

/// Words of the templates' language, which name nothing.
const SYNTAX: [&str; 7] = ["and", "else", "if", "in", "is", "not", "or"];

/// Names what is not there in `source`, and the nearest name that is.
fn undefined(source: &str, range: Range<usize>) -> Fault {
    let words = source.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.')));
    let is_name = |word: &&str| word.starts_with(|c: char| c.is_alphabetic()) && !SYNTAX.contains(word);
    match words.filter(is_name).find(|word| !is_known(word)) {
        Some(name) => Fault::unknown(name, range),
        None => Fault::at(range, format!("there is no `{source}` here"), "ask for it first, with `{% if … %}`"),
    }
}
