//! Where lines end. Every note is split into lines, so this goes by many bytes at once.

/// The lines of `text`, each with its line end.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut ends = memchr::memchr_iter(b'\n', text.as_bytes());
    let mut start = 0;
    std::iter::from_fn(move || {
        let end = ends.next().map_or(text.len(), |at| at + 1);
        let line = text.get(start..end).filter(|line| !line.is_empty());
        start = end;
        line
    })
}

/// The end of the line in which byte `at` of `text` lies, before its `\n` where it has one.
pub fn line_end(text: &str, at: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_standard_library() {
        for text in ["", "\n", "a", "a\n", "a\r\n\n\nä\n\r", "\n\na"] {
            assert!(lines(text).eq(text.split_inclusive('\n')), "{text:?}");
        }
    }

    #[test]
    fn a_line_ends_before_its_break() {
        assert_eq!([0, 2, 3, 4].map(|at| line_end("ab\nc", at)), [2, 2, 4, 4]);
    }
}
