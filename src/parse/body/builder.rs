//! From the Markdown parser's events to sections, items and passages, without recursion.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::flow::{Flow, Open, trimmed};
use super::label::{Head, Written};
use super::opening::Opening;
use super::{Block, Body, Item, Link, MAX_DEPTH, Passage, Section, Task, Wanted, link};
use crate::text::{Span, line_end};

/// The body that is `masked` for the parser and `text` in the note, where it starts at byte `base`.
pub(super) fn build<'t>(masked: &str, text: &'t str, base: usize, wanted: Wanted<'_>) -> Body<'t> {
    Builder::new(masked, text, base, wanted).parsed().finish()
}

/// Every link to a note in the same, wherever it stands but in code and comments.
pub(super) fn links<'t>(masked: &str, text: &'t str, base: usize) -> Vec<Link<'t>> {
    let mut builder = Builder::new(masked, text, base, &|_| true);
    builder.links = Some(Vec::new());
    let mut builder = builder.parsed();
    let mut links = builder.links.take().unwrap_or_default();
    links.append(&mut builder.aside.links);
    links.sort_by_key(|link| link.span.start);
    links
}

fn options() -> Options {
    // Boxes are read by us: the parser knows only two of their marks.
    Options::ENABLE_WIKILINKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_GFM
}

/// A body that is being put together.
pub(super) struct Builder<'t, 'm> {
    masked: &'m str,
    text: &'t str,
    base: usize,
    wanted: Wanted<'m>,
    body: Body<'t>,
    /// The rank of the heading on account of which the present section is wanted.
    wanted_below: Option<u8>,
    /// All links, where they are asked for.
    links: Option<Vec<Link<'t>>>,
    /// The heading that is open.
    heading: Option<Flow<'t>>,
    /// The list items that are open, outermost first.
    items: Vec<OpenItem<'t>>,
    /// How many block quotes are open, and the words of the outermost.
    quotes: usize,
    quote: Flow<'t>,
    /// The paragraph that is open outside lists and quotes.
    prose: Option<Flow<'t>>,
    /// Tables, code, footnotes: only their links count.
    aside: Flow<'t>,
    aside_depth: usize,
    /// How many items are open below the deepest one that is kept.
    too_deep: usize,
}

struct OpenItem<'t> {
    range: Range<usize>,
    task: Option<Task>,
    head: Option<Head>,
    flow: Flow<'t>,
    children: Vec<Item<'t>>,
}

impl<'t, 'm> Builder<'t, 'm> {
    pub(super) fn new(masked: &'m str, text: &'t str, base: usize, wanted: Wanted<'m>) -> Self {
        Self {
            masked,
            text,
            base,
            wanted,
            body: Body::default(),
            wanted_below: None,
            links: None,
            heading: None,
            items: Vec::new(),
            quotes: 0,
            quote: Flow::default(),
            prose: None,
            aside: Flow::default(),
            aside_depth: 0,
            too_deep: 0,
        }
    }

    /// With all that the Markdown parser finds.
    fn parsed(mut self) -> Self {
        for (event, range) in Parser::new_ext(self.masked, options()).into_offset_iter() {
            self.event(event, range);
        }
        self
    }

    /// Whether anybody asks for what stands in the present section.
    pub(super) fn is_wanted(&self) -> bool {
        self.wanted_below.is_some()
    }

    /// Takes up the next event, at that range of the body.
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(words) | Event::Code(words) => {
                let inner = inner(&words, range, self.masked);
                self.words(&words, inner);
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => self.break_line(),
            Event::InlineHtml(tag) if tag.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("<br")) => {
                self.words(" ", range);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let outside = self.items.is_empty() && self.quotes == 0 && self.aside_depth == 0;
        match tag {
            Tag::Heading { .. } if outside => self.open_heading(),
            Tag::Paragraph if outside => self.open_prose(),
            Tag::BlockQuote(_) => {
                if outside {
                    self.open_quote(&range);
                } else {
                    self.break_line();
                    self.quotes += 1;
                }
            }
            Tag::Item if self.aside_depth > 0 || self.items.len() >= MAX_DEPTH => {
                self.too_deep += 1;
                self.break_line();
            }
            Tag::Item => self.open_item(range),
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Table(_) | Tag::FootnoteDefinition(_) => {
                self.break_line();
                self.aside_depth += 1;
            }
            Tag::Link { link_type, dest_url, .. } => self.open_link(*link_type, dest_url, false, range),
            Tag::Image { link_type, dest_url, .. } => self.open_link(*link_type, dest_url, true, range),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
            _ => self.break_line(),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Heading(level) => self.close_heading(level as u8, range),
            TagEnd::Paragraph if self.prose.is_some() => self.close_prose(range),
            TagEnd::BlockQuote(_) => self.close_quote(range),
            TagEnd::Item if self.too_deep > 0 => self.too_deep -= 1,
            TagEnd::Item => self.close_item(range.end),
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Table | TagEnd::FootnoteDefinition => {
                self.aside_depth = self.aside_depth.saturating_sub(1);
                if self.aside_depth == 0 {
                    let aside = std::mem::take(&mut self.aside);
                    self.collect(&aside.links);
                }
            }
            TagEnd::Link | TagEnd::Image => {
                let base = self.base;
                self.flow().close(base);
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {}
            _ => self.break_line(),
        }
    }

    /// The text to which words belong here.
    fn flow(&mut self) -> &mut Flow<'t> {
        if self.aside_depth > 0 {
            return &mut self.aside;
        }
        if let Some(heading) = &mut self.heading {
            return heading;
        }
        if let Some(item) = self.items.last_mut() {
            return &mut item.flow;
        }
        if self.quotes > 0 {
            return &mut self.quote;
        }
        self.prose.as_mut().unwrap_or(&mut self.aside)
    }

    /// Adds words to the text that is open.
    pub(super) fn words(&mut self, words: &str, range: Range<usize>) {
        self.flow().words(words, range);
    }

    /// Ends a line of the words that are open.
    pub(super) fn break_line(&mut self) {
        self.flow().break_line();
    }

    /// Adds a wikilink of plain words: the note it names, and what is displayed at `shown`.
    pub(super) fn wikilink(&mut self, name: &'t str, shown: Range<usize>, source: Range<usize>) {
        let (text, base) = (self.text, self.base);
        let target = link::named(name).map(Cow::Borrowed);
        let flow = self.flow();
        flow.open(Open { target, wiki: true, embed: false, source, from: 0 });
        flow.words(&text[shown.clone()], shown);
        flow.close(base);
    }

    /// Adds a block to the present section, if that is wanted; above the first heading there is none.
    fn push(&mut self, block: Block<'t>) {
        let empty = matches!(&block, Block::Prose(passage) | Block::Quote(passage) if passage.text.is_empty());
        let wanted = self.is_wanted() && !empty;
        if let Some(section) = self.body.sections.last_mut().filter(|_| wanted) {
            section.blocks.push(block);
        }
    }

    fn open_link(&mut self, kind: LinkType, target: &str, embed: bool, source: Range<usize>) {
        let wiki = matches!(kind, LinkType::WikiLink { .. });
        // A picture within a link that is no link after all may get a place that is not its own: then it leads nowhere.
        let is_placed = self.text[source.clone()].starts_with(if embed { "![" } else { "[" });
        let target = match kind {
            _ if !is_placed => None,
            LinkType::WikiLink { .. } => link::wiki_target(target).map(str::to_owned),
            LinkType::Autolink | LinkType::Email => None,
            _ => link::path_target(target),
        };
        self.flow().open(Open { target: target.map(Cow::Owned), wiki, embed, source, from: 0 });
    }

    /// A heading starts.
    pub(super) fn open_heading(&mut self) {
        self.heading = Some(Flow::new(self.text, 0));
    }

    /// The heading at that range ends.
    pub(super) fn close_heading(&mut self, level: u8, range: Range<usize>) {
        let Some(flow) = self.heading.take() else { return self.break_line() };
        self.collect(&flow.links);
        let range = range.start..range.start + self.text[range].trim_end().len();
        let next = (line_end(self.text, range.end) + 1).min(self.text.len());
        if self.wanted_below.is_none_or(|above| level <= above) {
            self.wanted_below = (self.wanted)(&flow.text).then_some(level);
        }
        self.body.sections.push(Section {
            title: flow.text,
            level,
            span: Span::from(range).shifted(self.base),
            links: flow.links,
            content: Span::new(next, self.text.len()).shifted(self.base),
            blocks: Vec::new(),
        });
    }

    /// A paragraph starts outside lists and quotes.
    pub(super) fn open_prose(&mut self) {
        self.prose = Some(Flow::paragraph(self.text));
    }

    /// The paragraph at that range ends.
    pub(super) fn close_prose(&mut self, range: Range<usize>) {
        if let Some(flow) = self.prose.take() {
            let passage = self.passage(flow, range);
            self.push(Block::Prose(passage));
        }
    }

    /// A quote starts outside lists and quotes, at that range.
    pub(super) fn open_quote(&mut self, range: &Range<usize>) {
        self.quote = Flow::new(self.text, self.callout(range));
        self.quotes += 1;
    }

    /// The quote at that range ends.
    pub(super) fn close_quote(&mut self, range: Range<usize>) {
        self.quotes = self.quotes.saturating_sub(1);
        if self.quotes == 0 && self.items.is_empty() && self.aside_depth == 0 {
            let flow = std::mem::take(&mut self.quote);
            let passage = self.passage(flow, range);
            self.push(Block::Quote(passage));
        }
    }

    fn collect(&mut self, found: &[Link<'t>]) {
        if let Some(links) = &mut self.links {
            links.extend_from_slice(found);
        }
    }

    fn passage(&mut self, flow: Flow<'t>, range: Range<usize>) -> Passage<'t> {
        self.collect(&flow.links);
        let end = range.start + self.text[range.clone()].trim_end().len();
        Passage { text: flow.text, span: Span::new(range.start, end).shifted(self.base), links: flow.links }
    }

    /// Where the words of a quote start, behind the `[!kind]` of a callout.
    fn callout(&self, range: &Range<usize>) -> usize {
        let quote = &self.masked[range.clone()];
        let words = quote.trim_start_matches(['>', ' ', '\t']);
        let kind = words.strip_prefix("[!").and_then(|words| words.split_once(']'));
        match kind.filter(|(kind, _)| !kind.contains(['\n', '['])) {
            Some((_, title)) => range.start + quote.len() - title.trim_start_matches(['+', '-']).len(),
            None => 0,
        }
    }

    /// An item starts, at that range.
    pub(super) fn open_item(&mut self, range: Range<usize>) {
        let start = range.end - self.masked[range.clone()].trim_start().len();
        let line = &self.masked[start..self.line_end(start).min(range.end)];
        let Opening { task, skip, head } = Opening::read(line, start, self.base);
        let flow = Flow::item(self.text, skip, head.as_ref().map(|head| head.source.end));
        self.items.push(OpenItem { range: start..range.end, task, head, flow, children: Vec::new() });
    }

    /// The end of the line in which byte `at` lies, without the line end.
    fn line_end(&self, at: usize) -> usize {
        let end = line_end(self.masked, at);
        if end > at && self.masked.as_bytes()[end - 1] == b'\r' { end - 1 } else { end }
    }

    /// The innermost item ends, before byte `end`.
    pub(super) fn close_item(&mut self, end: usize) {
        let Some(open) = self.items.pop() else { return };
        let Flow { text, breaks, links, value_at, .. } = open.flow;
        self.collect(&links);
        let start = open.range.start;
        let end = start + self.text[start..end].trim_end().len();
        let mut item = Item {
            span: Span::new(start, end).shifted(self.base),
            line: Span::new(start, self.line_end(start)).shifted(self.base),
            text,
            breaks,
            links,
            task: open.task,
            label: None,
            children: open.children,
        };
        item.label = open.head.map(|head| {
            let range = trimmed(self.masked, head.source.end..end.max(head.source.end));
            let written = Written { masked: self.masked, text: self.text, range, base: self.base };
            head.label(&item, value_at, &written)
        });
        match self.items.last_mut() {
            Some(parent) => parent.children.push(item),
            None => self.push(Block::Item(item)),
        }
    }

    /// Lets each section end where the next of its rank starts.
    pub(super) fn finish(mut self) -> Body<'t> {
        let line_start = |at: u32| {
            let before = self.text.get(..at as usize - self.base).unwrap_or_default();
            before.rfind('\n').map_or(0, |end| end + 1) + self.base
        };
        let starts: Vec<(u8, usize)> =
            self.body.sections.iter().map(|section| (section.level, line_start(section.span.start))).collect();
        for (index, section) in self.body.sections.iter_mut().enumerate() {
            let next = starts[index + 1..].iter().find(|(level, _)| *level <= section.level);
            if let Some((_, start)) = next {
                section.content = Span::new(section.content.range().start, *start);
            }
        }
        self.body
    }
}

/// The place of the words themselves: code has backticks around it.
fn inner(words: &str, range: Range<usize>, masked: &str) -> Range<usize> {
    if words.len() == range.len() {
        return range;
    }
    match masked[range.clone()].find(words) {
        Some(at) => range.start + at..range.start + at + words.len(),
        None => range,
    }
}
