//! The part of Markdown in which most of a note is written, read line by line: headings with `#`, bullets with
//! `-`, nested and continued, paragraphs, quotes, wikilinks of plain words.
//!
//! It tells the builder what the Markdown parser's events would. Whatever might be anything else is left to the parser;
//! the tests hold both to the same body.

mod words;

use super::builder::Builder;
use super::{Body, MAX_DEPTH, Wanted};
use crate::text::lines;
use words::{box_length, is_prose, read_words};

/// The farthest that words may be indented behind what they belong to, and still be no code.
const INDENT: usize = 3;

/// The deepest rank of a heading.
const DEEPEST: u8 = 6;

/// The body that `text` is, which starts at byte `base` of the note; none where it takes a parser to tell.
pub(super) fn build<'t>(text: &'t str, base: usize, wanted: Wanted<'_>) -> Option<Body<'t>> {
    let builder = Builder::new(text, text, base, wanted);
    let mut reader = Reader { builder, open: Open::Nothing, items: Vec::new() };
    let mut start = 0;
    for line in lines(text) {
        let words = line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line));
        reader.line(words.trim_end_matches(' '), start)?;
        start += line.len();
    }
    reader.close(start);
    Some(reader.builder.finish())
}

/// What the next line may go on with.
#[derive(Clone, Copy)]
enum Open {
    Nothing,
    /// A paragraph that starts there.
    Prose(usize),
    /// A quote that starts there.
    Quote(usize),
    /// The words of the innermost item.
    Item,
    /// Items, behind an empty line.
    List,
}

struct Reader<'t, 'w> {
    builder: Builder<'t, 'w>,
    open: Open,
    /// How far the words of each open item are indented, outermost first.
    items: Vec<usize>,
}

impl<'t, 'w> Reader<'t, 'w> {
    /// Reads the line at byte `start`, which has no spaces at its end.
    fn line(&mut self, line: &'t str, start: usize) -> Option<()> {
        let words = line.trim_start_matches([' ', '\t']);
        let at = start + line.len() - words.len();
        let Some(first) = words.bytes().next() else {
            self.empty_line(start);
            return Some(());
        };
        let column = column(&line[..line.len() - words.len()])?;
        match first {
            b'#' if column == 0 && words.trim_start_matches('#').starts_with(' ') => self.heading(words, at),
            b'-' if words.starts_with("- ") => self.item(words, at, column),
            b'>' if column == 0 => self.quote(words, at),
            _ if is_prose(words) => self.prose(words, at, column),
            _ => None,
        }
    }

    fn empty_line(&mut self, start: usize) {
        match self.open {
            Open::Prose(_) | Open::Quote(_) => self.close(start),
            // What follows may still be an item's.
            Open::Item => self.open = Open::List,
            Open::Nothing | Open::List => {}
        }
    }

    fn heading(&mut self, words: &'t str, at: usize) -> Option<()> {
        let title = words.trim_start_matches('#');
        let level = u8::try_from(words.len() - title.len()).ok().filter(|level| (1..=DEEPEST).contains(level))?;
        let title = title.trim_start_matches(' ');
        // Marks at the end would belong to the heading, not to its words.
        if title.ends_with('#') {
            return None;
        }
        self.close(at);
        let range = at..at + words.len();
        self.builder.open_heading();
        read_words(title, range.end - title.len(), Some(&mut self.builder))?;
        self.builder.close_heading(level, range);
        Some(())
    }

    fn item(&mut self, words: &'t str, at: usize, column: usize) -> Option<()> {
        match self.open {
            Open::Quote(_) => return None,
            Open::Prose(_) if column > 0 => return None,
            Open::Prose(_) => self.close(at),
            Open::Nothing | Open::Item | Open::List => {}
        }
        while self.items.last().is_some_and(|words| *words > column) {
            self.close_item(at);
        }
        let outer = self.items.last().copied().unwrap_or(0);
        let inner = &words["- ".len()..];
        let box_length = box_length(inner);
        let is_words = box_length.is_some() || is_prose(inner);
        if column - outer > INDENT || self.items.len() >= MAX_DEPTH || !is_words {
            return None;
        }
        let end = at + words.len();
        if let Some(builder) = self.builder() {
            // The words of the outer item are over, for here a list begins.
            builder.break_line();
            builder.open_item(at..end);
        }
        let inner = &inner[box_length.unwrap_or(0)..];
        read_words(inner, end - inner.len(), self.builder())?;
        self.items.push(column + "- ".len());
        self.open = Open::Item;
        Some(())
    }

    fn quote(&mut self, words: &'t str, at: usize) -> Option<()> {
        let inner = words.strip_prefix("> ").filter(|inner| is_prose(inner))?;
        let end = at + words.len();
        match self.open {
            Open::Quote(_) => self.break_line(),
            Open::Nothing => {
                if let Some(builder) = self.builder() {
                    builder.open_quote(&(at..end));
                }
                self.open = Open::Quote(at);
            }
            Open::Prose(_) | Open::Item | Open::List => return None,
        }
        read_words(inner, end - inner.len(), self.builder())
    }

    fn prose(&mut self, words: &'t str, at: usize, column: usize) -> Option<()> {
        match self.open {
            // Indented less, it may belong to the item all the same.
            Open::Item if self.items.last().is_none_or(|words| *words > column) => return None,
            // A line without its mark goes on with a quote all the same.
            Open::Item | Open::Prose(_) | Open::Quote(_) => self.break_line(),
            Open::Nothing | Open::List if column > 0 => return None,
            Open::Nothing | Open::List => {
                self.close(at);
                if let Some(builder) = self.builder() {
                    builder.open_prose();
                }
                self.open = Open::Prose(at);
            }
        }
        read_words(words, at, self.builder())
    }

    /// Closes what is open, before byte `end`.
    fn close(&mut self, end: usize) {
        let open = std::mem::replace(&mut self.open, Open::Nothing);
        if let Some(builder) = self.builder() {
            match open {
                Open::Prose(start) => builder.close_prose(start..end),
                Open::Quote(start) => builder.close_quote(start..end),
                Open::Nothing | Open::Item | Open::List => {}
            }
        }
        while !self.items.is_empty() {
            self.close_item(end);
        }
    }

    fn close_item(&mut self, end: usize) {
        self.items.pop();
        if let Some(builder) = self.builder() {
            builder.close_item(end);
        }
    }

    /// Ends a line of the words that are open.
    fn break_line(&mut self) {
        if let Some(builder) = self.builder() {
            builder.break_line();
        }
    }

    /// The builder, where anybody asks for the present section.
    fn builder(&mut self) -> Option<&mut Builder<'t, 'w>> {
        Some(&mut self.builder).filter(|builder| builder.is_wanted())
    }
}

/// How far `blank` indents; none where that takes a parser to tell.
fn column(blank: &str) -> Option<usize> {
    let tabs = blank.bytes().filter(|byte| *byte == b'\t').count();
    match (tabs, blank.len() - tabs) {
        (0, spaces) => Some(spaces),
        (tabs, 0) => Some(tabs * 4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{builder, mask};
    use super::*;

    /// Reads `text` as both readers do; whether it was read here.
    fn is_read_alike(text: &str) -> bool {
        for wanted in [&|_: &str| true, &|title: &str| title == "B"] as [Wanted<'_>; 2] {
            let Some(body) = build(text, 7, wanted) else { return false };
            assert_eq!(body, builder::build(&mask::masked(text), text, 7, wanted), "{text:?}");
        }
        true
    }

    #[test]
    fn what_notes_are_made_of_is_read_here() {
        for body in [
            "",
            "\n\nlost\n# A\n\nProse, with 5 % of it: \"a\" < b & c_d | e!\nand more  \nand more\n\n\nagain",
            "## A [[B]]\n- x\n- y\n- [ ] z\n\n- [x] due: 2025-03-05 [[Priya Rao|her]] ✅\n### C\n",
            "# A\n- x: a\n  b\n  - y\n    z\n\n  - y\n    - z\n- x\n",
            "# A\n- x\n\t- y\n\t\t- z\n\n\t- y\n",
            "# A\ntext\n- x\n  - y\n# B\n - x\n   - y\n",
            "# A\n> one\n> two\n\n> three\nmore\n\n# B\n> four\n    more\n> and [[B]]\n\nfive\n",
            "# A\n- about [[Priya Rao]]: x\n- see https://acme.example/x: y\n- **x\n".trim_end_matches("- **x\n"),
            "# A\nÄ\u{a0}ö →\n- Ü: \u{1f4c5} 2025\n\n#tag, -5, +44 1632, 12 Mill Lane\n",
        ] {
            for end in ["\n", "\r\n"] {
                let text = body.replace('\n', end);
                assert!(is_read_alike(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn what_needs_a_parser_is_left_to_it() {
        for body in [
            "*a*",
            "a `b`",
            "a\\b",
            "a ~b~",
            "[a](b)",
            "![[a]]",
            "[[a]](b)",
            "[[a\n]]",
            "a ]",
            "&amp;",
            "<b>",
            "%%",
            "a _b_",
            "a\n===",
            "a\n---",
            "---",
            "| a |",
            "1. a",
            "1) a",
            "+ a",
            "-",
            "- ",
            "- - a",
            "-  - a",
            "- # a",
            "-     a",
            "    a",
            "- a\nb",
            "- a\n\n  b",
            "- a\n      - b",
            "> a\n- b",
            ">a",
            "> > a",
            "> - a",
            "> [!note]",
            "a\n> b",
            "a\n  - b",
            "# a #",
            "#",
            "####### a",
            " # a",
            "a\tb",
            "\ta",
            " \t- a",
            "a\rb",
            "a\u{1}",
            "[a]: b",
            "- [a]: b",
            "- [*] a",
            ": a",
            "=",
        ] {
            assert!(build(body, 0, &|_| true).is_none(), "{body:?}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(500))]
        #[test]
        fn both_readers_agree_on_lines_as_people_write_them(
            lines in proptest::collection::vec(
                "(  |    |\t|)(- )?(\\[[x ]\\] |>|)(ü: |about |Q: |)(\\[\\[Bo Li(\\|B)?\\]\\]|a {1,2}b|2025-03-05|é\u{a0}|)(:| & |_|!|)(c| )?|(# A|## B|### C|> a)?",
                0..12,
            )
        ) {
            is_read_alike(&format!("# A\n{}", lines.join("\n")));
        }

        #[test]
        fn both_readers_agree_on_anything(
            parts in proptest::collection::vec(
                "- |  |    |   |\n|\n\n|\n- |\n  - |\n\t- |\n  |\r\n|\n# A|\n## B|\n### C\n|ü: |\\[\\[P\\|q\\]\\]|\\[\\[Bo Li\\]\\]|\\[\\[|\\]\\]|\\[x\\] |\\[ \\]|_|a|b c|a_b|%|!|& |< |> |\n> |1\\. |2025|\t|---|=|\\||:|é|\u{a0}|about |::|#|\\+|\u{1f4c5}|\\*|\\\\",
                0..24,
            )
        ) {
            is_read_alike(&format!("# A\n{}", parts.concat()));
        }
    }
}
