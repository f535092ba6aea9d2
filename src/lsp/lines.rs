//! Byte offsets as the editor's places, and back.

use super::protocol::{Position, Range};
use crate::text::Span;

/// In which units an editor counts along a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of UTF-16, which every editor knows.
    Utf16,
}

impl Encoding {
    /// The protocol's name of it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
        }
    }
}

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
    encoding: Encoding,
}

impl Lines {
    /// Those of `text`. A line ends with `\n`, `\r\n` or a lone `\r`, as the protocol has it.
    pub(super) fn new(text: &str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let is_end = |at: &usize| bytes[*at] == b'\n' || (bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let behind = (0..bytes.len()).filter(is_end).map(|at| at + 1);
        Self { starts: std::iter::once(0).chain(behind).collect(), encoding }
    }

    /// The byte at a place; one behind the end of its line, or of the text, is that end.
    pub(super) fn offset(&self, text: &str, position: Position) -> usize {
        let Some(start) = self.starts.get(position.line as usize) else { return text.len() };
        let mut units = 0;
        let rest = &text[*start..];
        for (at, c) in rest.char_indices() {
            units += self.encoding.width(c);
            if units > position.character as usize || c == '\n' || c == '\r' {
                return start + at;
            }
        }
        text.len()
    }

    /// The place of a byte; one within a character is its start, one behind the end the end.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let offset = text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let before = &text[self.starts[line]..offset];
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Position { line: number(line), character: number(before.chars().map(|c| self.encoding.width(c)).sum()) }
    }

    /// The places of a span.
    pub(super) fn range(&self, text: &str, span: Span) -> Range {
        let range = span.range();
        Range { start: self.position(text, range.start), end: self.position(text, range.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_in_the_editors_units() {
        let text = "a\r\n🦊é b\r\rend";
        let at = |line, character| Position { line, character };
        for (encoding, place, offset) in [
            (Encoding::Utf16, at(1, 2), 7),
            (Encoding::Utf16, at(1, 3), 9),
            (Encoding::Utf8, at(1, 4), 7),
            (Encoding::Utf8, at(1, 6), 9),
            (Encoding::Utf16, at(2, 0), 12),
            (Encoding::Utf16, at(3, 3), 16),
        ] {
            let lines = Lines::new(text, encoding);
            assert_eq!((lines.offset(text, place), lines.position(text, offset)), (offset, place), "{place:?}");
        }
        let lines = Lines::new(text, Encoding::Utf16);
        // Within the fox, behind a line's end, behind the text's.
        assert_eq!(lines.offset(text, at(1, 1)), 3);
        assert_eq!(lines.offset(text, at(0, 9)), 1);
        assert_eq!((lines.offset(text, at(9, 0)), lines.position(text, 99)), (16, at(3, 3)));
    }
}
