//! Running text for a terminal.

/// The most characters in a line.
pub(super) const COLUMNS: usize = 80;

/// The text in lines of at most [`COLUMNS`] characters, the first behind `first`, the others behind
/// `next`; a longer word stays whole. No line end behind the last.
pub(crate) fn wrapped(text: &str, first: &str, next: &str) -> String {
    let mut out = first.to_owned();
    let mut column = first.chars().count();
    let mut is_start = true;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if !is_start && column + 1 + width > COLUMNS {
            out.push('\n');
            out.push_str(next);
            column = next.chars().count();
        } else if !is_start {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += width;
        is_start = false;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_hang() {
        let text = format!("{} {} {}", "a".repeat(40), "b".repeat(38), "c".repeat(90));
        let expected = format!("- {}\n  {}\n  {}", "a".repeat(40), "b".repeat(38), "c".repeat(90));
        assert_eq!(wrapped(&text, "- ", "  "), expected);
        assert_eq!(wrapped("é é", "", ""), "é é");
        assert_eq!(wrapped("", "- ", ""), "- ");
    }
}
