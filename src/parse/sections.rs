//! The sections of a note, found by their heading's words, without case, at any level.

use super::body::{Block, Body, Item, Passage, Section};
use crate::text::{Span, Spanned};

/// The section of that name, with everything below its deeper headings.
pub(super) struct Part<'b> {
    /// The heading's own section first, then those under its deeper headings.
    pub sections: &'b [Section],
}

/// Finds the first section called `title`.
pub(super) fn find<'b>(body: &'b Body, title: &str) -> Option<Part<'b>> {
    let at = body.sections.iter().position(|section| section.title.trim().eq_ignore_ascii_case(title))?;
    let level = body.sections[at].level;
    let deeper = body.sections[at + 1..].iter().take_while(|section| section.level > level).count();
    Some(Part { sections: &body.sections[at..=at + deeper] })
}

impl<'b> Part<'b> {
    /// The heading's line.
    pub(super) fn heading(&self) -> Span {
        self.sections.first().map_or(Span::START, |section| section.span)
    }

    /// Every bullet, outermost only.
    pub(super) fn items(&self) -> impl Iterator<Item = &'b Item> {
        self.sections.iter().flat_map(items)
    }

    /// Every bullet, nested ones too, in order.
    pub(super) fn all_items(&self) -> Vec<&'b Item> {
        let mut stack: Vec<&Item> = self.items().collect();
        stack.reverse();
        let mut all = Vec::new();
        while let Some(item) = stack.pop() {
            all.push(item);
            stack.extend(item.children.iter().rev());
        }
        all
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
    pub(super) fn quote(&self) -> Option<&'b Passage> {
        self.sections.iter().flat_map(|section| &section.blocks).find_map(|block| match block {
            Block::Quote(passage) if !passage.text.trim().is_empty() => Some(passage),
            _ => None,
        })
    }
}

/// The bullets of one section, before the next heading.
pub(super) fn items(section: &Section) -> impl Iterator<Item = &Item> {
    section.blocks.iter().filter_map(|block| match block {
        Block::Item(item) => Some(item),
        _ => None,
    })
}

fn words_of(block: &Block) -> &str {
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
