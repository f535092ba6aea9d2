//! Characters that would act on a terminal or turn text around are shown, never sent.

use std::borrow::Cow;
use std::fmt::Write as _;

/// C0 but tab and line ends, DEL, C1, and the bidirectional controls U+202A–202E, U+2066–2069.
pub fn is_hidden(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        _ => c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'),
    }
}

/// The text with every hidden character (and a lone carriage return) written as `\u{1b}`.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_hidden(c) || c == '\r') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if is_hidden(c) || (c == '\r' && chars.peek() != Some(&'\n')) {
            // Writing to a String cannot fail.
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_hidden_passes() {
        let all: String = (0..=u32::from(char::MAX)).filter_map(char::from_u32).collect();
        assert!(!escaped(&all).chars().any(is_hidden));
        assert_eq!(escaped("a\u{1b}[31m\u{202e}"), "a\\u{1b}[31m\\u{202e}");
        assert!(matches!(escaped("plain\ttext\n"), Cow::Borrowed(_)));
    }
}
