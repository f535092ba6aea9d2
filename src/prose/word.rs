//! Words with their places.

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// The word as written; `1,900` and `it's` are one word each.
    pub text: &'t str,
    /// Byte offset of its first letter.
    pub at: usize,
    /// Whether nothing but blanks and hyphens stands between it and the word before.
    pub follows: bool,
}

impl Word<'_> {
    /// Whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// The word in lower case, with a plain apostrophe.
    pub fn folded(&self) -> String {
        self.text.to_lowercase().replace('’', "'")
    }

    /// Byte offset just behind it.
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// Every word of `text`, in order.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    let mut end_of_last = 0;
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        let is_inside = c.is_alphanumeric() || (start.is_some() && joins(text, at, c));
        match (start, is_inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let gap = &text[end_of_last..from];
                let follows = !found.is_empty() && gap.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '‑'));
                found.push(Word { text: &text[from..at], at: from, follows });
                end_of_last = at;
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether the mark `c` at `at` belongs to the word around it: an apostrophe between letters, a
/// point or comma between digits.
fn joins(text: &str, at: usize, c: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
    let both = |test: fn(char) -> bool| before.is_some_and(test) && after.is_some_and(test);
    match c {
        '\'' | '’' => both(char::is_alphabetic),
        '.' | ',' => both(|c| c.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_apostrophes_and_separators() {
        let told: Vec<&str> =
            words("It’s 1,900 parts, \"Bo's\" – 3.5 cents.").into_iter().map(|word| word.text).collect();
        assert_eq!(told, ["It’s", "1,900", "parts", "Bo's", "3.5", "cents"]);
    }

    #[test]
    fn a_mark_between_two_words_parts_them() {
        let follows: Vec<bool> = words("not yet, again full-time work").into_iter().map(|word| word.follows).collect();
        assert_eq!(follows, [false, true, false, true, true, true]);
    }
}
