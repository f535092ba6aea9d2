//! A letter on one sheet of paper: where its lines lie, whether they fit, and the file for the printer.
//!
//! The same lines are measured by the checklist and drawn into the PDF, so that what is found too
//! long is what would not fit. The fonts travel with the program: the same text gives the same
//! bytes everywhere.

mod face;
mod fold;
mod layout;
mod pdf;

use crate::manuscript::Manuscript;

/// The sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// US letter, 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// Width and height in points.
    fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.276, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// What is printed beside the text, and around it.
#[derive(Clone, Copy, Debug)]
pub struct Print<'a> {
    /// The sheet.
    pub paper: Paper,
    /// The document's title, for the window and the shelf; not printed.
    pub title: &'a str,
    /// Whose letter it is; the block with this name at the head stands on the right.
    pub author: &'a str,
}

/// Why there is no page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The text goes on below the foot of the page, by so many lines.
    #[error("it outgrows its page by {}; shorten it, or export it `--to html`, which prints on several pages", lines(*.0))]
    Overflow(usize),
    /// Characters that no font of the program has, each once.
    #[error("it has {} that cannot be printed: {}; write that another way, or export it `--to html`", characters(.0), named(.0))]
    Glyphs(Vec<char>),
    /// The writer of the file refused; its own words.
    #[error("the PDF cannot be made: {0}")]
    Writer(String),
}

fn lines(count: usize) -> String {
    if count == 1 { "1 line".to_owned() } else { format!("{count} lines") }
}

fn characters(missing: &[char]) -> &'static str {
    if missing.len() == 1 { "a character" } else { "characters" }
}

fn named(missing: &[char]) -> String {
    missing.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect::<Vec<_>>().join(", ")
}

/// By how many lines a letter outgrows one page of that paper; 0 where it fits. This is what
/// [`pdf`] goes by. A character that cannot be printed counts as if it could.
pub fn overflow(manuscript: &Manuscript, paper: Paper) -> usize {
    layout::set(manuscript, paper, "").overflow
}

/// The letter as a PDF of one page: text that can be searched and read aloud, fonts in it, no date.
pub fn pdf(manuscript: &Manuscript, print: &Print<'_>) -> Result<Vec<u8>, Fault> {
    let page = layout::set(manuscript, print.paper, print.author);
    if !page.missing.is_empty() {
        return Err(Fault::Glyphs(page.missing));
    }
    if page.overflow > 0 {
        return Err(Fault::Overflow(page.overflow));
    }
    pdf::write(&page, print)
}
