//! The sections of a note, found by their heading's words, without case, at any level.

use super::body::{Block, Body, Item, Passage, Section};
use super::desk::Desk;
use super::schema::{KnownSection, sections};
use crate::diagnostic::{Problem, Severity};
use crate::model::Kind;
use crate::text::{Span, Spanned, nearest};

/// The sections of a note.
pub(super) struct Sections<'b> {
    /// Each with the known one whose name it bears, if it does.
    all: Vec<(&'b Section<'b>, Option<&'static str>)>,
    known: &'static [KnownSection],
}

/// All that stands under headings of one name, with their deeper headings.
pub(super) struct Part<'b> {
    /// A heading of that name, or one deeper than it, in order.
    pub sections: Vec<&'b Section<'b>>,
    title: &'static str,
}

impl<'b> Sections<'b> {
    /// Those of a note of that kind.
    pub(super) fn new(body: &'b Body<'b>, kind: Kind) -> Self {
        let known = sections(kind);
        let named = |section: &Section| known.iter().find(|known| known.is_called(&section.title));
        let all = body.sections.iter().map(|section| (section, named(section).map(|known| known.name))).collect();
        Self { all, known }
    }

    /// Hints at each heading that misses a known one by a slip: nothing below it is read. One that begins with another
    /// letter, or stands beside the section itself, is the candidate's own; one below a known section is part of that.
    pub(super) fn hint_slips(&self, desk: &mut Desk<'_>) {
        let first = |words: &str| words.chars().next().map(|c| c.to_ascii_lowercase());
        let is_missing = |name: &&str| self.all.iter().all(|(_, known)| *known != Some(*name));
        let mut open: Option<u8> = None;
        for (section, known) in &self.all {
            let is_below = open.is_some_and(|level| section.level > level);
            if known.is_some() && !is_below {
                open = Some(section.level);
            }
            if known.is_some() || is_below {
                continue;
            }
            open = None;
            let alike = self.known.iter().map(|known| known.name).filter(|name| first(name) == first(&section.title));
            let Some(near) = nearest(&section.title, alike).filter(is_missing) else { continue };
            let message = format!("nothing is read below \"{}\"; did you mean \"{near}\"?", section.title);
            let help = format!("write `{} {near}`", "#".repeat(section.level.into()));
            desk.report(Problem::Bullet, Severity::Hint, section.span, message, help);
        }
    }

    /// Finds what stands under `title`, the name of a known section: under each heading of that name, up to the next
    /// heading of the same or a higher level. A deeper heading that names another known section is that section, wherever
    /// it stands.
    pub(super) fn part(&self, title: &'static str) -> Option<Part<'b>> {
        let mut found = Vec::new();
        let mut open: Option<u8> = None;
        let mut other: Option<u8> = None;
        for (section, name) in &self.all {
            let is_below = |level: Option<u8>| level.is_some_and(|level| section.level > level);
            if *name == Some(title) {
                open = if is_below(open) { open } else { Some(section.level) };
                other = None;
                found.push(*section);
            } else if name.is_some() {
                open = open.filter(|level| section.level > *level);
                other = Some(section.level);
            } else if !is_below(open) {
                (open, other) = (None, None);
            } else if !is_below(other) {
                other = None;
                found.push(*section);
            }
        }
        (!found.is_empty()).then_some(Part { sections: found, title })
    }
}

fn is_called(section: &Section, title: &str) -> bool {
    section.title.eq_ignore_ascii_case(title)
}

impl<'b> Part<'b> {
    /// The first heading's line.
    pub(super) fn heading(&self) -> Span {
        self.sections.first().map_or(Span::START, |section| section.span)
    }

    /// Whether it is a heading of the part itself, not a deeper one.
    pub(super) fn is_own(&self, section: &Section) -> bool {
        is_called(section, self.title)
    }

    /// Every bullet, outermost only.
    pub(super) fn items(&self) -> impl Iterator<Item = &'b Item<'b>> {
        self.sections.iter().copied().flat_map(items)
    }

    /// Every bullet, nested ones too, in order.
    pub(super) fn all_items(&self) -> Vec<&'b Item<'b>> {
        let mut stack: Vec<&Item<'b>> = self.items().collect();
        stack.reverse();
        let mut all = Vec::new();
        while let Some(item) = stack.pop() {
            all.push(item);
            stack.extend(item.children.iter().rev());
        }
        all
    }

    /// Every paragraph that is no bullet.
    pub(super) fn prose(&self) -> impl Iterator<Item = &'b Passage<'b>> {
        self.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Prose(passage) => Some(passage),
            _ => None,
        })
    }

    /// All its words, one block a line.
    pub(super) fn words(&self) -> Option<Spanned<String>> {
        let blocks = || self.sections.iter().flat_map(|section| &section.blocks);
        let text: Vec<&str> = blocks().map(words_of).filter(|text| !text.is_empty()).collect();
        let (first, last) = (blocks().next()?, blocks().last()?);
        let span = Span { start: span_of(first).start, end: span_of(last).end };
        (!text.is_empty()).then(|| Spanned::new(text.join("\n"), span))
    }

    /// Its first block quote.
    pub(super) fn quote(&self) -> Option<&'b Passage<'b>> {
        self.sections.iter().flat_map(|section| &section.blocks).find_map(|block| match block {
            Block::Quote(passage) if !passage.text.trim().is_empty() => Some(passage),
            _ => None,
        })
    }
}

/// The bullets of one section, before the next heading.
pub(super) fn items<'b>(section: &'b Section<'b>) -> impl Iterator<Item = &'b Item<'b>> {
    section.blocks.iter().filter_map(|block| match block {
        Block::Item(item) => Some(item),
        _ => None,
    })
}

fn words_of<'b>(block: &'b Block<'_>) -> &'b str {
    match block {
        Block::Item(item) => item.text.trim(),
        Block::Prose(passage) | Block::Quote(passage) => passage.text.trim(),
    }
}

fn span_of(block: &Block) -> Span {
    match block {
        Block::Item(item) => item.span,
        Block::Prose(passage) | Block::Quote(passage) => passage.span,
    }
}
