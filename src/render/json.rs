//! JSON in which no hidden character is left as it is.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::text::is_hidden;

/// The value on one line, with a final line end; DEL, C1 and bidirectional controls as `\u001b` too.
///
/// The values written here are structs of texts and numbers, which cannot fail to be JSON.
pub(super) fn text(value: &impl Serialize) -> String {
    let mut out = Vec::new();
    let written = value.serialize(&mut Serializer::with_formatter(&mut out, Escaping));
    debug_assert!(written.is_ok(), "structs of texts and numbers are JSON");
    out.push(b'\n');
    String::from_utf8(out).unwrap_or_default()
}

struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| is_hidden(*c)) {
            writer.write_all(&rest.as_bytes()[..at])?;
            write!(writer, "\\u{:04x}", u32::from(c))?;
            rest = &rest[at + c.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_escaped_and_come_back() {
        let all: String = (0..=u32::from(char::MAX)).filter_map(char::from_u32).collect();
        let json = text(&all);
        assert!(!json.trim_end().chars().any(|c| is_hidden(c) || c == '\n'));
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), all);
        assert_eq!(text(&"a\u{1b}\u{7f}\u{9b}\u{202e}"), "\"a\\u001b\\u007f\\u009b\\u202e\"\n");
    }
}
