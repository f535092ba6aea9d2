//! Words within a line: which bytes are text, and where a link starts.

use super::super::builder::Builder;
use super::super::link::is_plain_name;

/// Whether a paragraph can start with these words, and nothing else can.
pub(super) fn is_prose(words: &str) -> bool {
    let bytes = words.as_bytes();
    match bytes.first() {
        Some(b'0'..=b'9') => !matches!(bytes.iter().find(|byte| !byte.is_ascii_digit()), Some(b'.' | b')')),
        Some(b'-' | b'+' | b'#') => bytes.get(1).is_some_and(u8::is_ascii_alphanumeric),
        Some(b'[') => words.starts_with("[["),
        None | Some(b' ' | b':' | b'=' | b'>' | b'|') => false,
        Some(_) => true,
    }
}

/// The length of the box that the words of an item start with, where its mark means nothing to the parser.
pub(super) fn box_length(words: &str) -> Option<usize> {
    match words.as_bytes() {
        [b'[', b' ' | b'-' | b'/' | b'a'..=b'z' | b'A'..=b'Z', b']']
        | [b'[', b' ' | b'-' | b'/' | b'a'..=b'z' | b'A'..=b'Z', b']', b' ', ..] => Some("[x]".len()),
        _ => None,
    }
}

/// Reads words at byte `start`, and the links in them, and hands them to the builder, if there is one; none where
/// they may hold any other markup.
pub(super) fn read_words<'t>(words: &'t str, start: usize, mut builder: Option<&mut Builder<'t, '_>>) -> Option<()> {
    let mut rest = words;
    loop {
        let at = start + words.len() - rest.len();
        let (plain, link) = rest.split_at(plain_length(rest)?);
        if let Some(builder) = builder.as_mut().filter(|_| !plain.is_empty()) {
            builder.words(plain, at..at + plain.len());
        }
        if link.is_empty() {
            return Some(());
        }
        let (inner, behind) = link.strip_prefix("[[")?.split_once("]]")?;
        let (name, shown) = inner.split_once('|').unwrap_or((inner, inner));
        if ![name, shown].into_iter().all(is_plain_name) || behind.starts_with(['(', '[']) {
            return None;
        }
        if let Some(builder) = &mut builder {
            let at = at + plain.len();
            let end = at + link.len() - behind.len();
            let shown_end = end - "]]".len();
            builder.wikilink(name, shown_end - shown.len()..shown_end, at..end);
        }
        rest = behind;
    }
}

/// How many bytes of `words` are text, up to a link or the end; none where one of them may be markup.
fn plain_length(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    // Without a way out on the first that is not, the compiler looks at many bytes at once.
    if bytes.iter().fold(true, |text, byte| text & is_text(*byte)) {
        return Some(bytes.len());
    }
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| !is_text(*byte)) {
        let at = from + at;
        let next = bytes.get(at + 1).copied();
        let is_text = match bytes[at] {
            b'[' => return Some(at),
            b'%' => next != Some(b'%'),
            b'!' => next != Some(b'['),
            b'&' => next == Some(b' '),
            b'<' => matches!(next, Some(b' ' | b'=' | b'0'..=b'9')),
            // Within a word, it emphasises nothing.
            b'_' => {
                at > 0 && bytes[at - 1].is_ascii_alphanumeric() && next.is_some_and(|next| next.is_ascii_alphanumeric())
            }
            _ => false,
        };
        if !is_text {
            return None;
        }
        from = at + 1;
    }
    Some(bytes.len())
}

/// Whether a byte within a line is text, whatever stands beside it.
fn is_text(byte: u8) -> bool {
    let is_mark = matches!(byte, b'[' | b']' | b'*' | b'`' | b'\\' | b'~' | b'%' | b'!' | b'&' | b'<' | b'_' | 0x7f);
    byte >= b' ' && !is_mark
}
