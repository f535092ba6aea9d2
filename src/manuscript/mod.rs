//! What a letter says, once its Markdown is read: a subject, and blocks of lines of styled words.
//!
//! HTML, plain text, mail and the printed page are views of this one model, so they cannot differ
//! in what they say. Backslashes that kept words from being code are gone here; comments and hidden
//! characters are gone too; raw HTML is nothing but text.

mod builder;
mod source;

/// A letter's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manuscript {
    /// The line of an e-mail that names what it is about; never empty.
    pub subject: Option<String>,
    /// What stands below it.
    pub blocks: Vec<Block>,
}

/// A part of a letter that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Empty lines above it beyond the one that sets it apart: room for a signature. At most [`MOST_ROOM`].
    pub room: usize,
    /// What it is.
    pub kind: Kind,
}

/// The most empty lines that count.
pub const MOST_ROOM: usize = 6;

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A heading and its level, 1 to 6.
    Heading(u8, Line),
    /// Running text; a line ends where its author ended it.
    Paragraph(Vec<Line>),
    /// Items; with the number of the first where they are numbered.
    List(Option<u64>, Vec<Vec<Block>>),
    /// Somebody else's words.
    Quote(Vec<Block>),
    /// A line across.
    Rule,
}

/// Words on one line, which a view may still fold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Run>);

/// Words in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words; neither empty nor with a line end or a hidden character in them.
    pub text: String,
    /// How they look.
    pub style: Style,
}

/// How words look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Strong.
    pub bold: bool,
    /// Emphasised.
    pub italic: bool,
}

/// Reads the body of a letter's note.
pub fn read(body: &str) -> Manuscript {
    let body = source::visible(body);
    let first = body.trim_start().lines().next().unwrap_or_default();
    match subject(first) {
        Some(subject) => {
            let below = &body[body.len() - body.trim_start().len() + first.len()..];
            Manuscript { subject: Some(subject).filter(|text| !text.is_empty()), blocks: builder::blocks(below) }
        }
        None => Manuscript { subject: None, blocks: builder::blocks(&body) },
    }
}

/// What stands behind `Subject:` on a line.
fn subject(line: &str) -> Option<String> {
    let blocks = builder::blocks(line);
    let [Block { kind: Kind::Paragraph(lines), .. }] = &blocks[..] else { return None };
    let text = lines.first()?.text();
    let (label, rest) = text.split_once(':')?;
    label.trim().eq_ignore_ascii_case("subject").then(|| rest.trim().to_owned())
}

impl Manuscript {
    /// The lines of the block that a letter by post opens with, where it is that of the sender of that name.
    pub fn sender(&self, name: &str) -> Option<&[Line]> {
        match &self.blocks.first()?.kind {
            Kind::Paragraph(lines) if lines.len() > 1 && lines[0].text() == name => Some(lines),
            _ => None,
        }
    }
}

impl Line {
    /// The words without their style.
    pub fn text(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }
}

#[cfg(test)]
mod tests;
