//! The body of a note as it is written: headings, bullets, tasks, labels, links, with their bytes.
//!
//! Knows nothing of kinds of note. Code, comments and placeholders are no data and leave no trace.

mod builder;
mod flow;
mod label;
mod link;
mod mask;
mod opening;
mod plain;

use std::borrow::Cow;

use crate::text::Span;

pub use link::{link_in, links_in};

/// The deepest nesting of bullets that is kept; the words of deeper ones belong to the last kept one.
pub const MAX_DEPTH: usize = 32;

/// A note's body. All spans are bytes of the whole text, front matter included. Words that stand in the note as they are
/// read are borrowed from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body<'t> {
    /// One for each heading, in order. What stands above the first heading belongs to none.
    pub sections: Vec<Section<'t>>,
}

/// Whether the section of that title is asked for: its blocks are kept, and those under its deeper headings. Of
/// other sections there is the heading only.
pub type Wanted<'a> = &'a dyn Fn(&str) -> bool;

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'t> {
    /// The heading as plain text, trimmed.
    pub title: Cow<'t, str>,
    /// 1 to 6.
    pub level: u8,
    /// The heading's line (two lines where it is underlined), without the line end.
    pub span: Span,
    /// The links in the heading.
    pub links: Vec<Link<'t>>,
    /// From after the heading's line to the next heading of the same or a higher level.
    pub content: Span,
    /// What stands before the next heading of any level.
    pub blocks: Vec<Block<'t>>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block<'t> {
    /// A bullet or a numbered item, with those nested in it.
    Item(Item<'t>),
    /// A paragraph.
    Prose(Passage<'t>),
    /// A block quote, but for the bullets in it, which are items.
    Quote(Passage<'t>),
}

/// Running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'t> {
    /// The words, with single spaces and without markup.
    pub text: Cow<'t, str>,
    /// The whole paragraph or quote, without the last line end.
    pub span: Span,
    /// The links in it.
    pub links: Vec<Link<'t>>,
}

/// A list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<'t> {
    /// The whole item with what is nested in it, without the last line end.
    pub span: Span,
    /// Its first source line, from its marker to before the line end.
    pub line: Span,
    /// Its own words, with single spaces and without markup; links as they are displayed.
    pub text: Cow<'t, str>,
    /// Where in `text` the words of its second source line start, of its third, …; see [`Item::lines`].
    pub(super) breaks: Vec<usize>,
    /// The links in its own words.
    pub links: Vec<Link<'t>>,
    /// The box, if it is a task.
    pub task: Option<Task>,
    /// The label, if it starts with one.
    pub label: Option<Label<'t>>,
    /// The items nested in it.
    pub children: Vec<Item<'t>>,
}

impl Item<'_> {
    /// Its own words, split where the source lines end; lines without words are left out.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.breaks.iter().copied());
        let ends = self.breaks.iter().copied().chain([self.text.len()]);
        starts.zip(ends).map(|(start, end)| self.text[start..end].trim()).filter(|line| !line.is_empty())
    }
}

/// The box of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// What stands between the brackets: a space, `x`, `-`, ….
    pub mark: char,
    /// That one character.
    pub span: Span,
}

/// The label at the start of an item, and what follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label<'t> {
    /// The name as written, trimmed; `about` where it has a link.
    pub name: Cow<'t, str>,
    /// The name in lower case with single spaces.
    pub key: Cow<'t, str>,
    /// The label as written, with its markup and its colon.
    pub span: Span,
    /// What follows, to the end of the item: its own words, then those of the nested items.
    pub value: Cow<'t, str>,
    /// The value as written; empty right behind the label where there is none.
    pub value_span: Span,
    /// The links in the value.
    pub links: Vec<Link<'t>>,
    /// The link of a label `about [[Person]]:`.
    pub about: Option<Box<Link<'t>>>,
}

/// A link to a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'t> {
    /// The note it names, without heading, block, display text and `.md`; a path may stand before the name.
    pub target: Cow<'t, str>,
    /// What is displayed.
    pub text: Cow<'t, str>,
    /// Whether it is written `[[…]]`.
    pub wiki: bool,
    /// Whether it starts with `!`.
    pub embed: bool,
    /// The whole link.
    pub span: Span,
    /// Byte offset of what is displayed in the text it belongs to: item, label's value, passage or title.
    pub at: usize,
}

/// Reads the body that starts at byte `start` of a whole note. Never fails.
pub fn read<'t>(text: &'t str, start: usize, wanted: Wanted<'_>) -> Body<'t> {
    let body = text.get(start..).unwrap_or_default();
    match plain::build(body, start, wanted) {
        Some(read) => read,
        None => builder::build(&mask::masked(body), body, start, wanted),
    }
}

#[cfg(test)]
mod tests;
