//! Where everything lies on the page. Lengths are points, counted from the upper left corner.

use super::Paper;
use super::face;
use super::fold::{Piece, fold};
use crate::manuscript::{Block, Kind, Line, Manuscript, Run, Style};

/// Size of the letters.
pub(super) const SIZE: f32 = 11.0;
/// From one line to the next.
const LEADING: f32 = 15.0;
/// Between two blocks.
const GAP: f32 = 8.0;
/// Between the parts of a letter's head, and between it and the greeting.
const HEAD_GAP: f32 = 20.0;
/// Left and right: 25 mm.
const SIDE: f32 = 70.87;
/// Above the first line and below the last: 22 mm.
const EDGE: f32 = 62.36;
/// How far a list or a quotation stands in.
const INDENT: f32 = 18.0;
/// What sums of widths may be wrong by, in parts of the letters' size.
const ROUNDING: f32 = 0.01;
/// From the top of a line to the feet of its letters.
const ASCENT: f32 = 11.0;

/// What stands on the page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) parts: Vec<Part>,
    /// How many lines lie below its foot.
    pub(super) overflow: usize,
    /// Characters that cannot be printed, each once.
    pub(super) missing: Vec<char>,
}

/// Lines that belong together.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) role: Role,
    pub(super) lines: Vec<SetLine>,
}

/// What a part is to somebody who hears it read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A heading of that level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// What stands before a list's item.
    Label,
    /// An item of a list.
    Item,
}

/// One line of words.
#[derive(Debug)]
pub(super) struct SetLine {
    pub(super) x: f32,
    /// The feet of the letters.
    pub(super) y: f32,
    pub(super) pieces: Vec<Piece>,
}

/// Sets a letter on that paper; the block of the sender of that name goes to the right.
pub(super) fn set(manuscript: &Manuscript, paper: Paper, sender: &str) -> Page {
    let mut setter = Setter { paper, y: EDGE, page: Page::default() };
    let has_head = manuscript.sender(sender).is_some();
    if let Some(subject) = &manuscript.subject {
        setter.paragraph(&[bold(subject)], 0.0, Role::Heading(1));
        setter.y += GAP;
    }
    for (at, block) in manuscript.blocks.iter().enumerate() {
        if at == 0
            && let Some(lines) = manuscript.sender(sender)
        {
            setter.sender(lines);
        } else {
            setter.block(block, 0.0, Role::Paragraph, if has_head && at <= 3 { HEAD_GAP } else { GAP });
        }
    }
    setter.page
}

fn bold(text: &str) -> Line {
    Line(vec![Run { text: text.to_owned(), style: Style { bold: true, italic: false } }])
}

struct Setter {
    paper: Paper,
    /// The top of the next line.
    y: f32,
    page: Page,
}

impl Setter {
    /// The sender's block: lines under each other, the widest of them up to the right margin.
    fn sender(&mut self, lines: &[Line]) {
        let width = |line: &Line| fold(line, f32::INFINITY).iter().flatten().map(Piece::width).sum::<f32>() * SIZE;
        let widest = lines.iter().map(width).fold(0.0, f32::max);
        let column = self.paper.size().0 - 2.0 * SIDE;
        self.paragraph(lines, (column - widest).max(0.0), Role::Paragraph);
    }

    fn block(&mut self, block: &Block, indent: f32, role: Role, gap: f32) {
        if !self.page.parts.is_empty() {
            #[expect(clippy::cast_precision_loss, reason = "at most a handful")]
            let room = block.room as f32 * LEADING;
            self.y += gap + room;
        }
        match &block.kind {
            Kind::Heading(level, line) => self.paragraph(&[bold(&line.text())], indent, Role::Heading(*level)),
            Kind::Paragraph(lines) => self.paragraph(lines, indent, role),
            Kind::Rule => self.paragraph(&[plain("* * *")], indent, role),
            Kind::Quote(blocks) => {
                for block in blocks {
                    self.block(block, indent + INDENT, role, GAP / 2.0);
                }
            }
            Kind::List(first, items) => {
                for (at, item) in items.iter().enumerate() {
                    self.item(first.map(|first| first + at as u64), item, indent);
                    self.y += GAP / 4.0;
                }
                self.y -= GAP / 4.0;
            }
        }
    }

    fn item(&mut self, number: Option<u64>, blocks: &[Block], indent: f32) {
        let label = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
        let top = self.y;
        self.paragraph(&[plain(&label)], indent, Role::Label);
        if let [first, rest @ ..] = blocks {
            self.y = top;
            // The first block begins on the label's line, so nothing sets it apart.
            self.block(&Block { room: 0, ..first.clone() }, indent + INDENT, Role::Item, 0.0);
            for block in rest {
                self.block(block, indent + INDENT, Role::Item, GAP / 4.0);
            }
        }
    }

    fn paragraph(&mut self, lines: &[Line], indent: f32, role: Role) {
        let (width, height) = self.paper.size();
        let column = (width - 2.0 * SIDE - indent) / SIZE + ROUNDING;
        let mut set = Vec::new();
        for pieces in lines.iter().flat_map(|line| fold(line, column)) {
            self.note_missing(&pieces);
            set.push(SetLine { x: SIDE + indent, y: self.y + ASCENT, pieces });
            self.y += LEADING;
            if self.y > height - EDGE && role != Role::Label {
                self.page.overflow += 1;
            }
        }
        self.page.parts.push(Part { role, lines: set });
    }

    fn note_missing(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            let absent = piece.glyphs.iter().filter(|glyph| glyph.id == 0);
            let absent = absent.flat_map(|glyph| piece.text[glyph.range.clone()].chars());
            for c in absent.chain(piece.text.chars().filter(|c| !face::can_be_set(*c))) {
                if !self.page.missing.contains(&c) {
                    self.page.missing.push(c);
                }
            }
        }
    }
}

fn plain(text: &str) -> Line {
    Line(vec![Run { text: text.to_owned(), style: Style::default() }])
}
