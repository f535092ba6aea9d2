//! One file's text under its path.

use std::hash::Hasher as _;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHasher;

use super::Span;

/// A text file of the vault, exactly as its bytes are.
#[derive(Clone, Debug)]
pub struct SourceFile {
    path: Arc<str>,
    /// Where its text lies, beside those of other files that were read with it.
    texts: Arc<str>,
    range: Range<usize>,
}

impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text() == other.text()
    }
}

impl Eq for SourceFile {}

/// A place for people: line and column, both from 1; columns count Unicode characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode characters, from 1; a byte order mark does not count.
    pub column: usize,
}

impl SourceFile {
    /// `path` is relative to the vault's root, with `/` between its parts.
    pub fn new(path: impl Into<Arc<str>>, text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        Self { path: path.into(), range: 0..text.len(), texts: text.into() }
    }

    /// Files that were read one after the other: the path of each, and where its text lies in `texts`. In one piece, texts
    /// do not lie between the records that are made of them, which are looked through again and again.
    pub fn together(
        texts: &str,
        files: impl IntoIterator<Item = (Arc<str>, Range<usize>)>,
    ) -> impl Iterator<Item = Self> {
        let texts: Arc<str> = texts.into();
        files.into_iter().map(move |(path, range)| Self { path, texts: Arc::clone(&texts), range })
    }

    /// Path from the vault's root, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The same, for those who keep it.
    pub fn shared_path(&self) -> &Arc<str> {
        &self.path
    }

    /// The whole text, byte order mark and line ends included.
    pub fn text(&self) -> &str {
        self.texts.get(self.range.clone()).unwrap_or_default()
    }

    /// What the text is known by, once it is gone: hardly any other text has the same number.
    pub fn mark(&self) -> u64 {
        let mut hasher = FxHasher::default();
        hasher.write(self.text().as_bytes());
        hasher.finish()
    }

    /// The text in `span`; empty where the span does not fall on character boundaries.
    pub fn slice(&self, span: Span) -> &str {
        self.text().get(span.range()).unwrap_or_default()
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: u32) -> Position {
        let text = self.text();
        let mut end = (offset as usize).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position {
            line: memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1,
            column: before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1,
        }
    }

    /// The span of the line (without its line end) in which `offset` lies.
    pub fn line_at(&self, offset: u32) -> Span {
        let bytes = self.text().as_bytes();
        let at = (offset as usize).min(bytes.len());
        let start = bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
        let mut end = bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |i| at + i);
        if end > start && bytes[end - 1] == b'\r' {
            end -= 1;
        }
        Span::new(start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_skip_the_byte_order_mark() {
        let file = SourceFile::new("a.md", "\u{feff}äb\r\ncd");
        assert_eq!(file.position(3), Position { line: 1, column: 1 });
        assert_eq!(file.position(5), Position { line: 1, column: 2 });
        assert_eq!(file.position(9), Position { line: 2, column: 2 });
        assert_eq!(file.position(99), Position { line: 2, column: 3 });
    }

    #[test]
    fn files_that_were_read_together_are_told_apart() {
        let files: Vec<SourceFile> =
            SourceFile::together("oneä", [("a.md".into(), 0..3), ("b.md".into(), 3..5)]).collect();
        assert_eq!(files, [SourceFile::new("a.md", "one"), SourceFile::new("b.md", "ä")]);
        assert_ne!(files[0], SourceFile::new("a.md", "on"));
        assert_eq!(files[1].position(9), Position { line: 1, column: 2 });
    }

    #[test]
    fn a_line_has_no_line_end() {
        let file = SourceFile::new("a.md", "one\r\ntwo\n");
        assert_eq!(file.slice(file.line_at(1)), "one");
        assert_eq!(file.slice(file.line_at(6)), "two");
        assert_eq!(file.slice(file.line_at(9)), "");
    }
}
