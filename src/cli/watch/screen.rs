//! A page of the terminal's own, drawn over and over; what stood on the terminal before is back once it closes.

use super::super::failure::Failure;
use super::super::output::Output;

/// Opens the page, with lines cut at its edge, and no cursor.
const OPEN: &str = "\u{1b}[?1049h\u{1b}[?7l\u{1b}[?25l";
const CLOSE: &str = "\u{1b}[?25h\u{1b}[?7h\u{1b}[?1049l";
/// To its top.
const TOP: &str = "\u{1b}[H";
/// Whatever else stood in the line, and what stood below.
const CLEAR_LINE: &str = "\u{1b}[K";
const CLEAR_BELOW: &str = "\u{1b}[J";
/// The height of a terminal that does not tell its own.
const USUAL: usize = 24;

/// The page.
#[derive(Default)]
pub(super) struct Screen {
    /// What is drawn; nothing before it is opened.
    drawn: Option<String>,
}

impl Screen {
    /// Draws the page, where it is not drawn so already: all of its lower part, and as much of the upper one as a terminal
    /// of so many `rows` has room for.
    pub(super) fn draw(
        &mut self,
        upper: &str,
        lower: &[String],
        rows: Option<usize>,
        output: &mut Output<'_>,
    ) -> Result<(), Failure> {
        let lines = fitting(upper, lower, rows.unwrap_or(USUAL));
        let page = lines.join(&format!("{CLEAR_LINE}\r\n")) + CLEAR_LINE;
        if self.drawn.as_ref() != Some(&page) {
            let open = if self.drawn.is_none() { OPEN } else { "" };
            output.print(&format!("{open}{TOP}{page}{CLEAR_BELOW}"))?;
            self.drawn = Some(page);
        }
        Ok(())
    }

    /// Gives the terminal back as it was.
    pub(super) fn close(&mut self, output: &mut Output<'_>) -> Result<(), Failure> {
        if self.drawn.take().is_some() {
            output.print(CLOSE)?;
        }
        Ok(())
    }
}

fn fitting(upper: &str, lower: &[String], rows: usize) -> Vec<String> {
    let lower = &lower[lower.len().saturating_sub(rows)..];
    let room = rows - lower.len();
    let upper: Vec<&str> = upper.lines().collect();
    let mut page: Vec<String> = if upper.len() <= room {
        upper.into_iter().map(str::to_owned).collect()
    } else {
        let shown = room.saturating_sub(1);
        let more = format!("… and {} more lines: `vault agenda` prints them all", upper.len() - shown);
        upper[..shown].iter().map(|line| (*line).to_owned()).chain((room > 0).then_some(more)).collect()
    };
    page.extend_from_slice(lower);
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_never_longer_than_the_terminal_and_keeps_what_is_new() {
        let upper: String = (1..=10).map(|line| format!("line {line}\n")).collect();
        let lower = ["", "+ new", "watching"].map(str::to_owned);
        for (rows, expected) in [
            (0, &[][..]),
            (1, &["watching"]),
            (3, &["", "+ new", "watching"]),
            (4, &["… and 10 more lines: `vault agenda` prints them all", "", "+ new", "watching"]),
            (6, &["line 1", "line 2", "… and 8 more lines: `vault agenda` prints them all", "", "+ new", "watching"]),
        ] {
            assert_eq!(fitting(&upper, &lower, rows), expected, "{rows}");
        }
        for rows in [13, 14, 50] {
            assert_eq!(fitting(&upper, &lower, rows).len(), 13, "{rows}");
        }
    }
}
