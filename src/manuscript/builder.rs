//! From the events of the Markdown reader to blocks.

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{Block, Kind, Line, MOST_ROOM, Run, Style};
use crate::text::shown;

/// A line of so many characters that goes on in the next one was folded by an editor: the two are one.
/// Shorter ones end where their author ended them, as in an address.
const FOLDED: usize = 60;

/// The deepest nesting that is kept apart; what lies deeper joins the deepest.
const DEPTH: usize = 16;

/// The blocks of a text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut builder = Builder { text, ..Builder::default() };
    for (event, range) in Parser::new_ext(text, Options::ENABLE_WIKILINKS).into_offset_iter() {
        builder.take(event, range.start);
    }
    builder.close();
    builder.done
}

/// What is open around a place.
enum Frame {
    List(Option<u64>, Vec<Vec<Block>>),
    Item(Vec<Block>),
    Quote(Vec<Block>),
}

#[derive(Default)]
struct Builder<'a> {
    text: &'a str,
    done: Vec<Block>,
    frames: Vec<Frame>,
    /// Lists, items and quotes that are too deep to be kept apart.
    beyond: usize,
    /// The lines of the paragraph or heading that is being read.
    lines: Option<Vec<Line>>,
    room: usize,
    bold: usize,
    italic: usize,
    /// Whether the words are the target of a link that has no other.
    is_target: bool,
    is_code: bool,
    /// What the links around a place lead to.
    links: Vec<String>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_target => self.word(shown(&text)),
            Event::Text(text) if self.is_code => self.kept(&text),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.word(&text);
            }
            Event::Html(text) => self.kept(&text),
            Event::InlineHtml(text) | Event::FootnoteReference(text) => self.word(&text),
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.line_end(),
            Event::Rule => {
                self.open(at);
                self.lines = None;
                self.put(Kind::Rule);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: usize) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock | Tag::Heading { .. } => self.open(at),
            Tag::CodeBlock(kind) => {
                self.open(at);
                self.is_code = true;
                if let CodeBlockKind::Fenced(info) = kind
                    && !info.is_empty()
                {
                    self.word(&info);
                    self.line_end();
                }
            }
            Tag::List(first) => self.nest(at, Frame::List(first, Vec::new())),
            Tag::Item => self.nest(at, Frame::Item(Vec::new())),
            Tag::BlockQuote(_) => self.nest(at, Frame::Quote(Vec::new())),
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Link { link_type, dest_url, .. } => {
                self.is_target = link_type == LinkType::WikiLink { has_pothole: false };
                let is_written = matches!(link_type, LinkType::Autolink | LinkType::Email | LinkType::WikiLink { .. });
                self.links.push(if is_written { String::new() } else { dest_url.into_string() });
            }
            Tag::Image { link_type, .. } => self.is_target = link_type == LinkType::WikiLink { has_pothole: false },
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.close(),
            TagEnd::CodeBlock => {
                self.is_code = false;
                self.close();
            }
            TagEnd::Heading(level) => {
                let lines = self.lines.take().unwrap_or_default();
                let words = lines.into_iter().flat_map(|line| line.0).collect();
                self.put(Kind::Heading(level as u8, Line(words)));
            }
            TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_) => self.unnest(),
            TagEnd::Strong => self.bold -= 1,
            TagEnd::Emphasis => self.italic -= 1,
            TagEnd::Link => {
                self.is_target = false;
                let target = self.links.pop().unwrap_or_default();
                let address = target.strip_prefix("mailto:").unwrap_or(&target);
                let is_told = self.lines.iter().flatten().last().is_some_and(|line| line.text().ends_with(address));
                if !is_told {
                    self.word(&format!(" ({address})"));
                }
            }
            TagEnd::Image => self.is_target = false,
            _ => {}
        }
    }

    /// Begins a paragraph, with as much room above it as its author left.
    fn open(&mut self, at: usize) {
        self.close();
        self.see_room(at);
        self.lines = Some(vec![Line::default()]);
    }

    fn see_room(&mut self, at: usize) {
        if self.frames.is_empty() {
            let above = &self.text[..self.text[..at].rfind('\n').map_or(0, |end| end + 1)];
            let empty = above.lines().rev().take_while(|line| line.trim().is_empty()).count();
            self.room = if self.done.is_empty() { 0 } else { empty.saturating_sub(1).min(MOST_ROOM) };
        }
    }

    /// Ends the paragraph, if one is open.
    fn close(&mut self) {
        let mut lines = self.lines.take().unwrap_or_default();
        lines.retain(|line| !line.text().trim().is_empty());
        if !lines.is_empty() {
            self.put(Kind::Paragraph(lines));
        }
    }

    fn put(&mut self, kind: Kind) {
        let place = match self.frames.last_mut() {
            Some(Frame::Item(blocks) | Frame::Quote(blocks)) => blocks,
            Some(Frame::List(_, items)) => {
                items.push(Vec::new());
                let last = items.len() - 1;
                &mut items[last]
            }
            None => &mut self.done,
        };
        place.push(Block { room: std::mem::take(&mut self.room), kind });
    }

    fn nest(&mut self, at: usize, frame: Frame) {
        self.close();
        self.see_room(at);
        if self.frames.len() < DEPTH {
            self.frames.push(frame);
        } else {
            self.beyond += 1;
        }
    }

    fn unnest(&mut self) {
        self.close();
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        match self.frames.pop() {
            Some(Frame::List(first, items)) if !items.is_empty() => self.put(Kind::List(first, items)),
            Some(Frame::Quote(blocks)) if !blocks.is_empty() => self.put(Kind::Quote(blocks)),
            Some(Frame::Item(blocks)) => {
                if let Some(Frame::List(_, items)) = self.frames.last_mut() {
                    items.push(blocks);
                }
            }
            _ => {}
        }
    }

    /// Words on the line that is open; a tight item opens its line with its first word.
    fn word(&mut self, text: &str) {
        let style = Style { bold: self.bold > 0, italic: self.italic > 0 };
        let lines = self.lines.get_or_insert_with(|| vec![Line::default()]);
        if lines.is_empty() {
            lines.push(Line::default());
        }
        let Some(line) = lines.last_mut() else { return };
        let text = text.replace('\n', " ");
        match line.0.last_mut() {
            Some(run) if run.style == style => run.text.push_str(&text),
            _ if text.is_empty() => {}
            _ => line.0.push(Run { text, style }),
        }
    }

    /// Text whose every line stays one.
    fn kept(&mut self, text: &str) {
        for (at, line) in text.lines().enumerate() {
            if at > 0 {
                self.line_end();
            }
            self.word(line);
        }
        if text.ends_with('\n') {
            self.line_end();
        }
    }

    fn soft_break(&mut self) {
        let long = self.lines.iter().flatten().last().is_some_and(|line| line.text().chars().count() >= FOLDED);
        if long { self.word(" ") } else { self.line_end() }
    }

    fn line_end(&mut self) {
        self.lines.get_or_insert_default().push(Line::default());
    }
}
