//! A note that is open in the editor, as it is being typed.

use super::lines::{Encoding, Lines};
use super::protocol::{Position, Range, TextEdit};
use crate::text::Span;

/// An open note.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// As the editor names it.
    pub uri: String,
    /// Path from the vault's root, with `/`.
    pub path: String,
    /// Which of its texts this is.
    pub version: i32,
    /// The text.
    pub text: String,
    lines: Lines,
}

impl Document {
    pub(super) fn new(uri: String, path: String, version: i32, text: String, encoding: Encoding) -> Self {
        let lines = Lines::new(&text, encoding);
        Self { uri, path, version, text, lines }
    }

    pub(super) fn offset(&self, position: Position) -> usize {
        self.lines.offset(&self.text, position)
    }

    pub(super) fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }

    pub(super) fn range(&self, span: Span) -> Range {
        self.lines.range(&self.text, span)
    }

    /// Where a finding is shown: its own place, or the first line for what concerns the whole note.
    pub(super) fn shown(&self, span: Span) -> Span {
        if span == Span::START { self.line(0) } else { span }
    }

    /// The line in which a byte lies, without its end.
    pub(super) fn line(&self, offset: usize) -> Span {
        let start = self.text[..offset].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let end = self.text[offset..].find(['\n', '\r']).map_or(self.text.len(), |at| offset + at);
        Span::new(start, end)
    }

    /// The one edit that makes the text `new`.
    pub(super) fn edit(&self, new: &str) -> TextEdit {
        let old = self.text.as_str();
        let common = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
        // The texts agree before `start`, so a boundary in one is a boundary in the other.
        let start = old.floor_char_boundary(common).min(new.floor_char_boundary(common));
        let most = old.len().min(new.len()) - start;
        let common = old.bytes().rev().zip(new.bytes().rev()).take(most).take_while(|(a, b)| a == b).count();
        let end = old.ceil_char_boundary(old.len() - common);
        let new_end = new.len() - (old.len() - end);
        TextEdit { range: self.range(Span::new(start, end)), new_text: new[start..new_end].to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_is_as_small_as_it_can_be() {
        for (old, new, start, end, text) in [
            ("a: 1\nb: 2\n", "a: 1\nx: 0\nb: 2\n", 5, 5, "x: 0\n"),
            ("aa", "aaa", 2, 2, "a"),
            ("same", "same", 4, 4, ""),
            ("é", "è", 0, 2, "è"),
            ("🦊!", "🦉!", 0, 4, "🦉"),
        ] {
            let document = Document::new(String::new(), String::new(), 1, old.to_owned(), Encoding::Utf8);
            let expected = TextEdit { range: document.range(Span::new(start, end)), new_text: text.to_owned() };
            assert_eq!(document.edit(new), expected, "{old} → {new}");
        }
    }
}
