//! Running text put together from the parser's pieces: words with single spaces, lines, links.

use std::borrow::Cow;
use std::ops::Range;

use super::Link;
use super::mask::COVER;
use crate::text::Span;

/// How many bytes there is room for at first in an item that is put together from pieces, and in a paragraph.
const ITEM: usize = 128;
const PARAGRAPH: usize = 1_024;

/// Running text while it is read. Ranges are bytes of the body; finished spans are bytes of the note. As long as it
/// stands in the body as it is read, it is borrowed from there.
#[derive(Default)]
pub(super) struct Flow<'t> {
    pub(super) text: Cow<'t, str>,
    /// Where in `text` a new source line starts, but for the first.
    pub(super) breaks: Vec<usize>,
    pub(super) links: Vec<Link<'t>>,
    /// Where in `text` the first word stands that lies behind the label.
    pub(super) value_at: Option<usize>,
    body: &'t str,
    /// Where in the body the last words stand, if they stand there as they are.
    last: Range<usize>,
    /// Words before this byte are no text: the box of a task, the mark of a callout.
    skip: usize,
    /// How many bytes there is room for once it is put together from pieces.
    room: usize,
    /// The byte behind the label.
    split: Option<usize>,
    /// White space was read, but no word after it yet.
    gap: bool,
    /// A source line ended, and no word came after it yet.
    line_ended: bool,
    open: Vec<Open<'t>>,
}

/// A link whose end is not reached; without `target` it leads to no note.
pub(super) struct Open<'t> {
    pub(super) target: Option<Cow<'t, str>>,
    pub(super) wiki: bool,
    pub(super) embed: bool,
    pub(super) source: Range<usize>,
    pub(super) from: usize,
}

impl<'t> Flow<'t> {
    /// Text of `body` whose words start at byte `skip`.
    pub(super) fn new(body: &'t str, skip: usize) -> Self {
        // An empty text that is nobody's own: the default one would be, and every word would be copied into it.
        Self { text: Cow::Borrowed(""), body, skip, room: ITEM, ..Self::default() }
    }

    /// The words of a paragraph.
    pub(super) fn paragraph(body: &'t str) -> Self {
        Self { room: PARAGRAPH, ..Self::new(body, 0) }
    }

    /// The words of an item, whose label, if there is one, ends at byte `split`.
    pub(super) fn item(body: &'t str, skip: usize, split: Option<usize>) -> Self {
        Self { split, ..Self::new(body, skip) }
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
                self.push(label, source.start);
                self.value_at = Some(self.text.len());
                return self.push(value, split);
            }
        }
        self.push(words, source.start);
    }

    /// Adds words that stand, if they stand there as they are, at byte `start`.
    fn push(&mut self, words: &str, start: usize) {
        if is_single_spaced(words) {
            let inner = words.trim_start_matches(' ');
            self.gap |= inner.len() < words.len();
            let start = start + words.len() - inner.len();
            let inner = inner.trim_end_matches(' ');
            if !inner.is_empty() {
                self.push_inner(inner, start..start + inner.len());
                self.gap = words.ends_with(' ');
            }
            return;
        }
        for (at, word) in words.split(char::is_whitespace).enumerate() {
            self.gap |= at > 0;
            for piece in word.split(COVER).filter(|piece| !piece.is_empty()) {
                self.write(piece);
            }
        }
    }

    /// Adds words without white space at their ends.
    fn push_inner(&mut self, inner: &str, place: Range<usize>) {
        let is_there = self.body.get(place.clone()) == Some(inner);
        if is_there && let Cow::Borrowed(before) = self.text {
            let between = self.body.get(self.last.end..place.start);
            let start = if before.is_empty() {
                Some(place.start)
            } else {
                (between == Some(if self.gap { " " } else { "" })).then(|| self.last.end - before.len())
            };
            if let Some(start) = start {
                self.break_before(self.gap);
                self.text = Cow::Borrowed(&self.body[start..place.end]);
                self.last = place;
                return;
            }
        }
        self.write(inner);
        self.last = place;
    }

    /// Adds words to a text that does not stand in the body as it is, with the space before them, if there is one.
    fn write(&mut self, words: &str) {
        let has_gap = self.gap && !self.text.is_empty();
        self.break_before(has_gap);
        if let Cow::Borrowed(before) = self.text {
            // Where a text is not in one piece there is mostly more to come.
            let mut owned = String::with_capacity(before.len() + words.len() + self.room);
            owned.push_str(before);
            self.text = Cow::Owned(owned);
        }
        let text = self.text.to_mut();
        if has_gap {
            text.push(' ');
        }
        text.push_str(words);
        self.gap = false;
    }

    /// Remembers that a line starts here, if the last one ended.
    fn break_before(&mut self, has_gap: bool) {
        if std::mem::take(&mut self.line_ended) && !self.text.is_empty() {
            self.breaks.push(self.text.len() + usize::from(has_gap));
        }
    }

    /// Ends the present line; what follows is separated by a space.
    pub(super) fn break_line(&mut self) {
        self.gap = true;
        self.line_ended = true;
    }

    /// A link starts.
    pub(super) fn open(&mut self, mut link: Open<'t>) {
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
        let written = self.body.get(self.last.clone()).filter(|written| *written == displayed);
        self.links.push(Link {
            target,
            text: written.map_or_else(|| Cow::Owned(displayed.to_owned()), Cow::Borrowed),
            wiki: open.wiki,
            embed: open.embed,
            span: Span::from(open.source).shifted(base),
            at: self.text.len() - displayed.len(),
        });
    }
}

/// Whether words can be taken up as they are: nowhere two spaces, and no other white space.
fn is_single_spaced(words: &str) -> bool {
    // Without a way out on the first that is not, the compiler looks at many bytes at once.
    let bytes = words.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let is_single = pairs.fold(u8::MAX, |least, (one, next)| least.min((one ^ b' ') | (next ^ b' '))) > 0;
    let is_plain = bytes.iter().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'));
    is_single && (is_plain || !words.contains(|c: char| c != ' ' && c.is_whitespace() || c == COVER))
}

/// The range without the white space and the covers at its ends.
pub(super) fn trimmed(masked: &str, range: Range<usize>) -> Range<usize> {
    let blank = |c: char| c.is_whitespace() || c == COVER;
    let words = masked.get(range.clone()).unwrap_or_default();
    let start = range.start + (words.len() - words.trim_start_matches(blank).len());
    start..start + words.trim_matches(blank).len()
}
