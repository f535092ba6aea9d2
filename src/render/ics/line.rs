//! Lines of a calendar, as RFC 5545 wants them: escaped, folded, ended by CR and LF.

use crate::render::flat;

/// Octets of a line at most, its end not counted.
const OCTETS: usize = 75;

/// Words as the text of a property, on one line: nothing in them can end it or divide it.
pub(super) fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in flat(words).chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            // Some readers take these for line ends.
            '\u{2028}' | '\u{2029}' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

/// The lines as they stand in the file: a long one is folded, between characters.
pub(super) fn folded(lines: &[String]) -> String {
    let mut out = String::new();
    for line in lines {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > OCTETS {
                out.push_str("\r\n ");
                octets = 1;
            }
            octets += c.len_utf8();
            out.push(c);
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_end_a_line_or_divide_it() {
        for (words, expected) in [
            ("plain: \"words\"", "plain: \"words\""),
            ("a, b; c\\n", "a\\, b\\; c\\\\n"),
            ("two\r\nlines\rand\nmore", "two  lines and more"),
            ("END\u{b}:\u{85}VEVENT\u{2028}", "END\\\\u{b}:\\\\u{85}VEVENT "),
        ] {
            assert_eq!(text(words), expected, "{words:?}");
        }
    }

    #[test]
    fn a_long_line_is_folded_between_characters() {
        for word in ["a", "ü", "漢", "🎹"] {
            let line = word.repeat(200);
            let folded = folded(&[format!("SUMMARY:{line}"), "END".to_owned()]);
            assert!(folded.split("\r\n").all(|line| line.len() <= OCTETS), "{folded}");
            assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{line}\r\nEND\r\n"));
        }
    }
}
