//! Front matter as it is written: keys in their order, values as text, every place in bytes.
//!
//! Knows nothing of kinds of note. What cannot be read comes back as [`Broken`], never as a guess.

mod block;
mod decode;
mod engine;
mod explain;
mod fence;
mod lines;

use std::borrow::Cow;

use crate::text::{Span, Spanned};

/// The most bytes that may stand between the fences.
pub const MAX_BYTES: usize = 64 * 1024;

/// The deepest nesting of lists and mappings that is read.
pub const MAX_DEPTH: usize = 32;

/// Front matter that could be read. All spans are bytes of the whole text, BOM and CRLF included. What stands in the note
/// as it is read is borrowed from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter<'t> {
    /// The first `---`, without its line end.
    pub fence: Span,
    /// Everything between the two fences, line ends included.
    pub yaml: Span,
    /// The closing `---` or `...`, without its line end.
    pub close: Span,
    /// The top-level keys in the order in which they are written; no key stands twice.
    pub entries: Vec<Entry<'t>>,
    /// Offset of the first byte after the closing fence's line end.
    pub body: usize,
}

/// One top-level `key: value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'t> {
    /// The key; its span includes quotes, if there are any.
    pub key: Spanned<Cow<'t, str>>,
    /// What stands behind the colon.
    pub value: Value<'t>,
    /// The value as written, quotes included, comments not; empty right after the colon when there is none.
    pub span: Span,
}

/// A value in the front matter. Nothing is converted: `007`, `yes` and `2025-03-05` are text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'t> {
    /// Nothing, `null` or `~`.
    Null,
    /// One piece of text.
    Scalar(Scalar<'t>),
    /// A list, whether written with dashes or in brackets. An unquoted `[[Name]]` is a list in a list.
    List(Vec<Item<'t>>),
    /// A nested mapping, whose content is no data here.
    Map,
}

/// A piece of text in the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar<'t> {
    /// The text, with the escapes and line folds of its style resolved.
    pub text: Cow<'t, str>,
    /// Whether it stands in quotes or in a `|` or `>` block.
    pub quoted: bool,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<'t> {
    /// Its value.
    pub value: Value<'t>,
    /// The value as written, without the dash.
    pub span: Span,
}

/// What was found at the start of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read<'t> {
    /// No front matter.
    None,
    /// Front matter.
    Found(FrontMatter<'t>),
    /// Something that is meant as front matter and cannot be read.
    Broken(Broken),
}

/// Front matter that cannot be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Where the trouble is.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to write to mend it.
    pub help: String,
    /// The value of a line `type: x`, found by its text alone in what looks like front matter.
    pub kind_line: Option<Spanned<String>>,
    /// Where the body may be taken to start; the length of the text where that is unknown.
    pub body: usize,
}

/// Reads the front matter of a whole note. Never fails; time and memory are linear in its length.
pub fn read(text: &str) -> Read<'_> {
    let block = match fence::find(text) {
        fence::Found::Nothing => return Read::None,
        fence::Found::Broken(broken) => return Read::Broken(broken),
        fence::Found::Block(block) => block,
    };
    match block::entries(text, block.yaml).map_or_else(|| decode::entries(text, block.yaml), Ok) {
        Ok(entries) => {
            let fence::Block { fence, yaml, close, body } = block;
            Read::Found(FrontMatter { fence, yaml, close, entries, body })
        }
        Err(mistake) => Read::Broken(Broken {
            span: mistake.span,
            message: mistake.message,
            help: mistake.help,
            kind_line: lines::kind(text, block.yaml.range()),
            body: mistake.body.unwrap_or(block.body),
        }),
    }
}

#[cfg(test)]
mod tests;
