//! A page for a terminal: headings, and paragraphs that hang below their first word.

use std::fmt::Write as _;

use anstyle::Style;
use chrono::{Datelike, NaiveDate};

use crate::render::wrap::{COLUMNS, wrapped};

/// A page that grows line by line.
pub(in crate::render) struct Page {
    colour: bool,
    out: String,
}

impl Page {
    /// An empty page.
    pub(in crate::render) fn new(colour: bool) -> Self {
        Self { colour, out: String::new() }
    }

    /// Everything written, with a final line end.
    pub(in crate::render) fn text(self) -> String {
        self.out
    }

    /// A line that stands out, with an empty line above it unless it is the first; long ones are wrapped.
    pub(in crate::render) fn heading(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        // Writing to a String cannot fail.
        let style = if self.colour { Style::new().bold() } else { Style::new() };
        let _ = writeln!(self.out, "{style}{}{style:#}", wrapped(text, "", ""));
    }

    /// A paragraph whose later lines stand two further in than its first.
    pub(in crate::render) fn line(&mut self, indent: &str, text: &str) {
        let hang = format!("{indent}  ");
        self.out.push_str(&wrapped(text, indent, &hang));
        self.out.push('\n');
    }

    /// A paragraph behind `head`, which keeps its blanks; later lines stand below the text.
    pub(in crate::render) fn entry(&mut self, head: &str, text: &str) {
        let hang = " ".repeat(head.chars().count());
        self.out.push_str(&wrapped(text, head, &hang));
        self.out.push('\n');
    }

    /// Parts with dots between them; a line ends between two parts, where it can.
    pub(in crate::render) fn parts(&mut self, indent: &str, parts: &[String]) {
        let mut line = String::new();
        for part in parts {
            let joined = if line.is_empty() { part.clone() } else { format!("{line} · {part}") };
            if indent.len() + joined.chars().count() > COLUMNS && !line.is_empty() {
                self.line(indent, &line);
                line.clone_from(part);
            } else {
                line = joined;
            }
        }
        if !line.is_empty() {
            self.line(indent, &line);
        }
    }

    /// A line that keeps its blanks and is never broken.
    pub(in crate::render) fn row(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    /// An empty line.
    pub(in crate::render) fn gap(&mut self) {
        self.out.push('\n');
    }

    /// A place, which is never broken, so that it can be copied whole.
    pub(in crate::render) fn place(&mut self, indent: &str, text: &str) {
        let style = if self.colour { Style::new().dimmed() } else { Style::new() };
        let _ = writeln!(self.out, "{indent}{style}{text}{style:#}");
    }
}

/// `Wed 11 Mar`, with the year where it is another than today's.
pub(in crate::render) fn short(date: NaiveDate, today: NaiveDate) -> String {
    let format = if date.year() == today.year() { "%a %-d %b" } else { "%a %-d %b %Y" };
    date.format(format).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_lines_stand_below_the_text() {
        let mut page = Page::new(false);
        page.heading("A");
        page.entry("  yes  ", &"word ".repeat(20));
        let lines: Vec<String> = page.text().lines().map(str::to_owned).collect();
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| line.chars().count() <= COLUMNS), "{lines:?}");
        assert!(lines[2].starts_with("       word"), "{lines:?}");
    }
}
