//! Covering what is no data, so that the Markdown parser does not see it and all offsets stay.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// Stands where a covered line would otherwise change its structure: no white space, and no word.
pub(super) const COVER: char = '\u{1}';

/// `text` with each byte of a comment (`%%…%%`, `<!-- … -->`) or a placeholder (`<% … %>`) outside code
/// replaced by a space; line ends stay. An open `%%`, or `<!--` at the start of a line, runs to the end.
pub(super) fn masked(text: &str) -> Cow<'_, str> {
    if !text.contains("%%") && !text.contains("<!--") && !text.contains("<%") {
        return Cow::Borrowed(text);
    }
    Cow::Owned(cover(text, &Scanner::new(text).regions()))
}

/// Replaces the regions, which are in order and start and end on character boundaries.
fn cover(text: &str, regions: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut regions = regions.iter().peekable();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let line_start = out.len();
        let mut at = start;
        let mut first = None;
        while let Some(region) = regions.peek().filter(|region| region.start < end) {
            let from = region.start.max(at);
            let to = region.end.min(end);
            out.push_str(&text[at..from]);
            first.get_or_insert(out.len());
            out.extend(
                text[from..to].bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { byte as char } else { ' ' }),
            );
            at = to;
            if region.end > end {
                break;
            }
            regions.next();
        }
        out.push_str(&text[at..end]);
        // Words behind a comment must not turn into indented code, nor a bullet that holds only one vanish.
        let opens = |before: &str| before.chars().all(|c| c.is_ascii_digit() || " \t>*+-._)".contains(c));
        if let Some(first) = first.filter(|first| opens(&out[line_start..*first]))
            && !out[line_start..].trim().is_empty()
            && out[first..].starts_with(' ')
        {
            out.replace_range(first..=first, COVER.encode_utf8(&mut [0; 4]));
        }
        start = end;
    }
    out
}

/// A fenced code block that is open.
struct Fence {
    mark: u8,
    length: usize,
    quotes: usize,
    column: usize,
}

/// Where a line's own content starts, behind the marks of quotes and list items.
struct Opening {
    content: usize,
    quotes: usize,
    indent: usize,
    base: usize,
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    regions: Vec<Range<usize>>,
    /// Content columns of the open list items.
    items: Vec<usize>,
    fence: Option<Fence>,
    /// Whether an indented line would be code.
    code_may_start: bool,
    /// Starts of the runs of backticks, by length.
    ticks: BTreeMap<usize, Vec<usize>>,
    /// The end of the paragraph in which the last backtick stood.
    paragraph: usize,
    /// What is known not to close any more.
    never: [bool; 2],
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut ticks: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut at = 0;
        while at < bytes.len() {
            let length = run(bytes, at, b'`');
            if length > 0 {
                ticks.entry(length).or_default().push(at);
            }
            at += length.max(1);
        }
        Self {
            text,
            bytes,
            regions: Vec::new(),
            items: Vec::new(),
            fence: None,
            code_may_start: true,
            ticks,
            paragraph: 0,
            never: [false; 2],
        }
    }

    fn regions(mut self) -> Vec<Range<usize>> {
        let mut at = 0;
        while at < self.bytes.len() {
            let end = self.line_end(at);
            let opening = self.opening(at, end);
            at = if opening.content == end || self.is_code(&opening, end) {
                (end + 1).min(self.bytes.len())
            } else {
                self.words(opening.content)
            };
        }
        self.regions
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |length| at + length)
    }

    /// Reads the marks at the start of a line and keeps track of the open list items.
    fn opening(&mut self, start: usize, end: usize) -> Opening {
        let (mut at, mut column, mut quotes, mut base) = (start, 0, 0, 0);
        let mut indent = None;
        loop {
            while at < end && matches!(self.bytes[at], b' ' | b'\t' | b'\r') {
                column = if self.bytes[at] == b'\t' { column / 4 * 4 + 4 } else { column + 1 };
                at += 1;
            }
            let deep = column >= base + 4;
            if at < end && self.bytes[at] == b'>' && !deep {
                quotes += 1;
                (at, column) = (at + 1, column + 1);
                base = column;
                continue;
            }
            if at < end && indent.is_none() && self.fence.is_none() {
                self.items.truncate(self.open_at(column));
            }
            indent.get_or_insert(column);
            base = base.max(self.items[..self.open_at(column)].last().copied().unwrap_or(0));
            let marker = marker(&self.bytes[at..end]);
            if marker == 0 || column >= base + 4 || self.fence.is_some() {
                return Opening { content: at, quotes, indent: column, base };
            }
            (at, column) = (at + marker, column + marker);
            self.items.push(column + 1);
            base = column + 1;
        }
    }

    /// How many of the open items a line that starts in `column` can belong to; their columns ascend.
    fn open_at(&self, column: usize) -> usize {
        self.items.partition_point(|item| *item <= column)
    }

    /// Whether the line is code, fenced or indented.
    fn is_code(&mut self, opening: &Opening, end: usize) -> bool {
        let line = &self.bytes[opening.content..end];
        if let Some(fence) = &self.fence {
            let left = opening.quotes < fence.quotes || opening.indent < fence.column;
            if !left {
                let length = run(line, 0, fence.mark);
                if length >= fence.length && line[length..].iter().all(u8::is_ascii_whitespace) {
                    self.fence = None;
                    self.code_may_start = true;
                }
                return true;
            }
            self.fence = None;
        }
        if opening.indent >= opening.base + 4 && self.code_may_start {
            return true;
        }
        let mark = line.first().copied().unwrap_or_default();
        let length = run(line, 0, mark);
        if length >= 3 && (mark == b'~' || mark == b'`' && !line[length..].contains(&b'`')) {
            let column = self.items.last().copied().unwrap_or(0);
            self.fence = Some(Fence { mark, length, quotes: opening.quotes, column });
            return true;
        }
        self.code_may_start = mark == b'#';
        false
    }

    /// Scans the words from `at` to the end of the line, or of what starts on it; gives the next line's start.
    fn words(&mut self, content: usize) -> usize {
        let mut at = content;
        while at < self.bytes.len() {
            let rest = &self.bytes[at..];
            at = match rest[0] {
                b'\n' => {
                    let blank = self.text[at + 1..].lines().next().is_none_or(|line| line.trim().is_empty());
                    self.code_may_start |= blank;
                    return at + 1;
                }
                b'\\' if rest.get(1).is_some_and(u8::is_ascii_punctuation) => at + 2,
                b'`' => self.behind_code(at),
                b'%' if rest.starts_with(b"%%") => {
                    let end = self.text[at + 2..].find("%%").map_or(self.text.len(), |found| at + found + 4);
                    self.covered(at, end)
                }
                b'<' if rest.starts_with(b"<!--") => match self.find(0, "-->", at + 2) {
                    Some(end) => self.covered(at, end),
                    None if at == content => self.covered(at, self.text.len()),
                    None => at + 1,
                },
                b'<' if rest.starts_with(b"<%") => match self.find(1, "%>", at + 2) {
                    Some(end) => self.covered(at, end),
                    None => at + 1,
                },
                _ => at + 1,
            };
        }
        at
    }

    fn covered(&mut self, start: usize, end: usize) -> usize {
        self.regions.push(start..end);
        end
    }

    /// Behind the next `end` from `from` on; looks through the rest of the text once only in vain.
    fn find(&mut self, kind: usize, end: &str, from: usize) -> Option<usize> {
        if self.never[kind] {
            return None;
        }
        let found = self.text.get(from..).and_then(|rest| rest.find(end)).map(|found| from + found + end.len());
        self.never[kind] = found.is_none();
        found
    }

    /// Behind the inline code that starts with the backticks at `at`; behind these where none closes them.
    fn behind_code(&mut self, at: usize) -> usize {
        let length = run(self.bytes, at, b'`');
        if at >= self.paragraph {
            self.paragraph = self.paragraph_end(at);
        }
        let runs = self.ticks.get(&length).map_or(&[][..], Vec::as_slice);
        let next = runs.get(runs.partition_point(|start| *start <= at));
        next.filter(|start| **start < self.paragraph).map_or(at, |start| *start) + length
    }

    /// The end of the paragraph: before an empty line, or one that starts another block.
    fn paragraph_end(&self, at: usize) -> usize {
        let mut end = self.line_end(at);
        while end < self.bytes.len() {
            let line = self.text[end + 1..].lines().next().unwrap_or_default().trim();
            let line = line.as_bytes();
            let other = line.is_empty()
                || matches!(line[0], b'#' | b'>')
                || marker(line) > 0
                || run(line, 0, line[0]) >= 3 && matches!(line[0], b'`' | b'~');
            if other {
                break;
            }
            end = self.line_end(end + 1);
        }
        end
    }
}

/// How many times `byte` stands at `at`.
fn run(bytes: &[u8], at: usize, byte: u8) -> usize {
    bytes[at..].iter().take_while(|b| **b == byte).count()
}

/// The length of the list marker at the start of `line`, 0 where there is none.
pub(super) fn marker(line: &[u8]) -> usize {
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let length = match line.get(digits) {
        Some(b'-' | b'+' | b'*') if digits == 0 => 1,
        Some(b'.' | b')') if (1..=9).contains(&digits) => digits + 1,
        _ => return 0,
    };
    if line.get(length).is_none_or(u8::is_ascii_whitespace) { length } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_placeholders_are_covered_outside_code_only() {
        // `·` stands for a covering space, `#` for the cover itself.
        let table = [
            ("a %% b %% c", "a ······· c"),
            ("- %% b %%", "- \u{1}······"),
            ("%%x%% - a", "\u{1}···· - a"),
            ("%%\nx\n%%\n- a", "··\n·\n··\n- a"),
            ("a <!-- b\nc --> d", "a ······\n\u{1}···· d"),
            ("a %% open\n- b: c", "a ·······\n······"),
            ("<!-- open\n- b", "·········\n···"),
            ("a <!-- open\n- b", "a <!-- open\n- b"),
            ("<% tp.x %>y", "\u{1}·········y"),
            ("a <% open\nb", "a <% open\nb"),
            ("```\n%% a\n```\n%%b%%", "```\n%% a\n```\n·····"),
            ("~~~~\n%% a\n~~~\n~~~~\n%%b", "~~~~\n%% a\n~~~\n~~~~\n···"),
            ("- ```\n  %% a\n- %%b%% c", "- ```\n  %% a\n- \u{1}···· c"),
            ("> ```\n> %% a\n%%b%%", "> ```\n> %% a\n·····"),
            ("a `%%` %%b%%", "a `%%` ·····"),
            ("a `` ` %% `` %%b", "a `` ` %% `` ···"),
            ("a ` %%b%%\n\n`", "a ` ·····\n\n`"),
            ("a `\n- b ` %%c%%", "a `\n- b ` ·····"),
            ("a\n\n    %% code\n\n%%b%%", "a\n\n    %% code\n\n·····"),
            ("- a\n    - %%b%%", "- a\n    - \u{1}····"),
            ("- a\n\n    b %%c%%", "- a\n\n    b ·····"),
            ("\\%% a", "\\%% a"),
            ("%%é%%\r\nx", "······\r\nx"),
            ("%%```%%\n%%b%%", "·······\n·····"),
            ("<!--> a", "\u{1}···· a"),
        ];
        for (text, expected) in table {
            assert_eq!(masked(text), expected.replace('·', " "), "{text:?}");
            assert_eq!(masked(text).len(), text.len());
        }
    }
}
