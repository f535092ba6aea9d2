//! How the program knows that a draft is untouched: the fingerprint over its own keys and the body.
//!
//! The front matter is read line by line here, as bytes, not as values: keys and comments that the
//! candidate adds are theirs, and do not count.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The program's own keys, in the order they are written. `sent_on` and `fingerprint` are its own
/// too, but no part of what the fingerprint covers.
pub const OWN: [&str; 8] = ["type", "document", "company", "for_round", "to", "due", "channel", "left_out"];
/// The key that holds it.
pub const FINGERPRINT: &str = "fingerprint";

/// Version of what the fingerprint covers.
const VERSION: &str = "1";

/// How a draft is known to be untouched: the format's version, `-`, and 16 hex digits of SHA-256 over
/// the body and the program's own keys but `sent_on`, as LF text without byte order mark and last newline.
pub fn fingerprint(note_text: &str) -> String {
    let text = normalised(note_text);
    let (head, body) = split(&text).unwrap_or(("", &text));
    let entries = entries(head);
    let mut covered = String::new();
    for own in OWN {
        let value = entries.iter().find(|entry| entry.key == Some(own)).map(Entry::value).unwrap_or_default();
        if !value.is_empty() {
            let _ = writeln!(covered, "{own}={value}");
        }
    }
    covered.push('\n');
    covered.push_str(body.trim_end_matches('\n'));
    let digest = Sha256::digest(covered.as_bytes());
    let hash = digest.iter().take(8).fold(0_u64, |hash, byte| hash << 8 | u64::from(*byte));
    format!("{VERSION}-{hash:016x}")
}

/// Whether a draft is exactly as the program wrote it, whatever keys and comments were added.
pub fn is_untouched(note_text: &str) -> bool {
    let text = normalised(note_text);
    let Some((head, _)) = split(&text) else { return false };
    let print = entries(head).iter().find(|entry| entry.key == Some(FINGERPRINT)).map(Entry::value);
    print.is_some_and(|print| print == fingerprint(&text))
}

/// The draft `new` with the fingerprint of `old` in place of its own, where both have one.
pub fn with_print_of(old: &str, new: &str) -> String {
    let line = |text| {
        let (head, _) = split(text)?;
        head.lines().find(|line| line.split_once(':').is_some_and(|(key, _)| key == FINGERPRINT))
    };
    match (line(old), line(new)) {
        (Some(old), Some(own)) => new.replacen(own, old, 1),
        _ => new.to_owned(),
    }
}

/// The text with LF line ends and without byte order mark.
pub fn normalised(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

/// The lines between the fences, and what follows the second one.
pub fn split(text: &str) -> Option<(&str, &str)> {
    let (fence, rest) = text.split_once('\n')?;
    if fence.trim_end() != "---" {
        return None;
    }
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&rest[..at], &rest[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// A key with all its lines, or a line that belongs to none.
pub struct Entry<'a> {
    /// The key.
    pub key: Option<&'a str>,
    /// Its lines, with the comments and empty lines that follow.
    pub text: &'a str,
}

/// Every line of a front matter once, in order.
pub fn entries(head: &str) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut key = None;
    for line in head.split_inclusive('\n') {
        if !line.starts_with([' ', '\t', '-', '\n', '#']) {
            if at > start {
                entries.push(Entry { key, text: &head[start..at] });
            }
            start = at;
            key = line.split_once(':').map(|(key, _)| key.trim());
        }
        at += line.len();
    }
    if at > start {
        entries.push(Entry { key, text: &head[start..at] });
    }
    entries
}

impl<'a> Entry<'a> {
    /// What is the key's own among its lines: without the comments and empty lines that follow.
    fn own(&self) -> &'a str {
        let mut end = 0;
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            at += line.len();
            if at == line.len() || (!line.trim_start().starts_with('#') && !line.trim().is_empty()) {
                end = at;
            }
        }
        &self.text[..end]
    }

    /// The comments and empty lines that follow.
    pub fn trailing(&self) -> &'a str {
        &self.text[self.own().len()..]
    }

    /// The comment behind the value, with the space before it.
    pub fn comment(&self) -> &'a str {
        let line = self.text.lines().next().unwrap_or_default();
        &line[without_comment(line).trim_end().len()..]
    }

    /// The value as plain words: a list's items by commas, without quotes and comments.
    pub fn value(&self) -> String {
        let own = self.own();
        let Some((_, value)) = own.split_once(':') else { return String::new() };
        let lines = value.lines().map(|line| without_comment(line).trim().trim_start_matches("- "));
        let items = lines.flat_map(|line| line.split(", ")).map(|item| item.trim_matches(['"', '\'', '[', ']', ' ']));
        items.filter(|item| !item.is_empty()).collect::<Vec<_>>().join(",")
    }
}

/// The line up to a comment: a `#` behind a blank, outside quotes.
fn without_comment(line: &str) -> &str {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '"' | '\'') && matches!(before, ' ' | '[' | ',') => quote = Some(c),
            None if c == '#' && before == ' ' => return &line[..at],
            _ => {}
        }
        before = c;
    }
    line
}
