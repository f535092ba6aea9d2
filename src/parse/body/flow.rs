//! Running text put together from the parser's pieces: words with single spaces, lines, links.

use std::ops::Range;

use super::Link;
use super::mask::COVER;
use crate::text::{Span, Spanned};

/// Running text while it is read. Ranges are bytes of the body; finished spans are bytes of the note.
#[derive(Default)]
pub(super) struct Flow {
    pub(super) text: String,
    pub(super) lines: Vec<Spanned<String>>,
    pub(super) links: Vec<Link>,
    /// Where in `text` the first word stands that lies behind the label.
    pub(super) value_at: Option<usize>,
    /// Words before this byte are no text: the box of a task, the mark of a callout.
    skip: usize,
    /// The byte behind the label.
    split: Option<usize>,
    /// Whether `lines` are wanted.
    lined: bool,
    /// White space was read, but no word after it yet.
    gap: bool,
    line: Option<Line>,
    open: Vec<Open>,
}

/// The source line that is being read.
struct Line {
    from: usize,
    source: Range<usize>,
}

/// A link whose end is not reached; without `target` it leads to no note.
pub(super) struct Open {
    pub(super) target: Option<String>,
    pub(super) wiki: bool,
    pub(super) embed: bool,
    pub(super) source: Range<usize>,
    pub(super) from: usize,
}

impl Flow {
    /// Text whose words start at byte `skip`.
    pub(super) fn new(skip: usize) -> Self {
        Self { skip, ..Self::default() }
    }

    /// The words of a paragraph of that many bytes.
    pub(super) fn paragraph(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// The words of an item, line by line, whose label, if there is one, ends at byte `split`.
    pub(super) fn item(skip: usize, split: Option<usize>) -> Self {
        Self { skip, split, lined: true, ..Self::default() }
    }

    /// Takes up words that stand at `source`.
    pub(super) fn words(&mut self, words: &str, source: Range<usize>) {
        let verbatim = words.len() == source.len();
        if source.end <= self.skip {
            return;
        }
        if source.start < self.skip {
            let rest = words.get(self.skip - source.start..).filter(|_| verbatim);
            return self.words(rest.unwrap_or(words), self.skip..source.end);
        }
        if let Some(split) = self.split.filter(|_| self.value_at.is_none()) {
            if source.start >= split {
                self.value_at = Some(self.text.len());
            } else if source.end > split && verbatim && words.is_char_boundary(split - source.start) {
                let (label, value) = words.split_at(split - source.start);
                self.push(label, source.start..split);
                self.value_at = Some(self.text.len());
                return self.push(value, split..source.end);
            }
        }
        self.push(words, source);
    }

    fn push(&mut self, words: &str, source: Range<usize>) {
        self.touch(source);
        if is_single_spaced(words) {
            let inner = words.trim_matches(' ');
            self.gap |= words.starts_with(' ');
            if !inner.is_empty() {
                self.text.reserve(inner.len() + 1);
                if self.gap && !self.text.is_empty() {
                    self.text.push(' ');
                }
                self.text.push_str(inner);
                self.gap = words.ends_with(' ');
            }
            return;
        }
        for c in words.chars().filter(|c| *c != COVER) {
            if c.is_whitespace() {
                self.gap = true;
            } else {
                if self.gap && !self.text.is_empty() {
                    self.text.push(' ');
                }
                self.gap = false;
                self.text.push(c);
            }
        }
    }

    /// Counts `source` to the present line.
    pub(super) fn touch(&mut self, source: Range<usize>) {
        let source = source.start.max(self.skip)..source.end.max(self.skip);
        let from = self.text.len();
        let line = self.line.get_or_insert(Line { from, source: source.clone() });
        line.source.end = line.source.end.max(source.end);
    }

    /// Ends the present line; what follows is separated by a space. `masked` is the body.
    pub(super) fn break_line(&mut self, masked: &str, base: usize) {
        self.gap = true;
        let Some(Line { from, source }) = self.line.take().filter(|_| self.lined) else { return };
        let words = self.text[from..].trim();
        if !words.is_empty() {
            let span = trimmed(masked, source);
            self.lines.push(Spanned::new(words.to_owned(), Span::from(span).shifted(base)));
        }
    }

    /// A link starts.
    pub(super) fn open(&mut self, mut link: Open) {
        link.from = self.text.len();
        self.open.push(link);
    }

    /// The link that started last ends.
    pub(super) fn close(&mut self, base: usize) {
        let Some(open) = self.open.pop() else { return };
        let Some(target) = open.target.filter(|_| open.source.start >= self.skip) else { return };
        if self.text[open.from..].trim().is_empty() {
            self.words(&target, open.source.clone());
        }
        let displayed = self.text[open.from..].trim_start();
        self.links.push(Link {
            target,
            text: displayed.to_owned(),
            wiki: open.wiki,
            embed: open.embed,
            span: Span::from(open.source).shifted(base),
            at: self.text.len() - displayed.len(),
        });
    }
}

/// Whether words can be taken up as they are: plain letters, and nowhere two spaces.
fn is_single_spaced(words: &str) -> bool {
    // Without a way out on the first that is not, the compiler looks at many bytes at once.
    let bytes = words.as_bytes();
    let is_plain = bytes.iter().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'));
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    is_plain && pairs.filter(|(one, next)| **one == b' ' && **next == b' ').count() == 0
}

/// The range without the white space and the covers at its ends.
pub(super) fn trimmed(masked: &str, range: Range<usize>) -> Range<usize> {
    let blank = |c: char| c.is_whitespace() || c == COVER;
    let words = masked.get(range.clone()).unwrap_or_default();
    let start = range.start + (words.len() - words.trim_start_matches(blank).len());
    start..start + words.trim_matches(blank).len()
}
