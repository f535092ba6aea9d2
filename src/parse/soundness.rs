//! Whether a file is fit to be read at all: its kind, its fences, its characters, its conflicts.

use std::sync::Arc;

use super::front_matter::{Broken, Entry, FrontMatter, Value};
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::model::Kind;
use crate::text::{SourceFile, Span, Unread, Why, is_hidden, nearest};

/// The kind that `type` names; a slip is reported, any other word makes an ordinary note. `Type`, as a phone writes it,
/// names one too, where its word is that of a kind.
pub(super) fn kind(front_matter: &FrontMatter, path: &Arc<str>, out: &mut Vec<Diagnostic>) -> Option<Kind> {
    let entries = &front_matter.entries;
    let Some(entry) = entries.iter().find(|entry| entry.key.value == "type") else {
        let entry = entries.iter().find(|entry| entry.key.value.eq_ignore_ascii_case("type"))?;
        return Kind::from_name(word(entry)?);
    };
    let word = word(entry)?;
    if let Some(kind) = Kind::from_name(word) {
        return Some(kind);
    }
    let near = near_kind(word)?;
    out.push(
        Diagnostic::new(
            Problem::Kind,
            Severity::Warning,
            path,
            entry.span,
            format!("`type: {word}` is no kind of note, so this one is not read"),
        )
        .help(format!("did you mean `type: {near}`?")),
    );
    None
}

fn word<'e>(entry: &'e Entry<'_>) -> Option<&'e str> {
    let value = match &entry.value {
        Value::List(items) if items.len() == 1 => &items[0].value,
        value => value,
    };
    let Value::Scalar(scalar) = value else { return None };
    Some(scalar.text.trim())
}

fn near_kind(word: &str) -> Option<&'static str> {
    nearest(word, Kind::ALL.map(Kind::name))
}

/// Reports front matter that cannot be read, where the note is meant as a record.
pub(super) fn broken(file: &SourceFile, path: &Arc<str>, broken: &Broken, out: &mut Vec<Diagnostic>) -> bool {
    let is_record = broken
        .kind_line
        .as_ref()
        .is_some_and(|kind| Kind::from_name(kind.value.trim()).is_some() || near_kind(kind.value.trim()).is_some());
    // Conflict markers are the cause where there are any: one finding, not two.
    if is_record && !conflict(file, path, out) {
        out.push(
            Diagnostic::new(Problem::FrontMatter, Severity::Error, path, broken.span, broken.message.clone())
                .help(broken.help.clone()),
        );
    }
    is_record
}

/// Reports git's conflict markers, once, at the first; whether there are any.
pub(super) fn conflict(file: &SourceFile, path: &Arc<str>, out: &mut Vec<Diagnostic>) -> bool {
    let text = file.text();
    let line_start = |marker: &str| {
        text.match_indices(marker).map(|(at, _)| at).find(|at| *at == 0 || text.as_bytes()[at - 1] == b'\n')
    };
    // Most notes have no such sign at all.
    if memchr::memchr(b'<', text.as_bytes()).is_none() {
        return false;
    }
    let Some(ours) = line_start("<<<<<<< ") else { return false };
    if line_start(">>>>>>> ").is_none_or(|theirs| theirs < ours) {
        return false;
    }
    let span = file.line_at(u32::try_from(ours).unwrap_or(u32::MAX));
    out.push(
        Diagnostic::new(Problem::Conflict, Severity::Error, path, span, "this note has the marks of a git conflict")
            .help("keep what is right of both versions, and delete the three lines of marks"),
    );
    true
}

/// Reports characters that nobody sees, once, at the first.
pub(super) fn characters(file: &SourceFile, path: &Arc<str>, out: &mut Vec<Diagnostic>) {
    if is_plain(file.text().as_bytes()) {
        return;
    }
    // A lone carriage return is an old line end, and harmless here.
    let mut hidden = hidden(file.text());
    let Some((at, c)) = hidden.next() else { return };
    let more = hidden.count();
    let rest = if more == 0 { String::new() } else { format!(", and {more} more") };
    let span = Span::new(at, at + c.len_utf8());
    out.push(
        Diagnostic::new(
            Problem::HiddenText,
            Severity::Warning,
            path,
            span,
            format!("a character that does not show, U+{:04X}, stands here{rest}", u32::from(c)),
        )
        .help("delete it; it can make text look different from what it says"),
    );
}

/// Whether there is nothing but printable ASCII and line feeds, as in most notes. Without a way out on the first byte that
/// is not, the compiler looks at many at once.
fn is_plain(bytes: &[u8]) -> bool {
    bytes.iter().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~' | b'\n'))
}

/// The hidden characters of `text` with their places. Whole stretches are passed over by their bytes.
fn hidden(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    // Without a way out on the first, the compiler looks at many bytes at once.
    let is_suspect = |bytes: &[u8]| bytes.iter().fold(false, |any, byte| any | may_be_hidden(*byte));
    let stretches = text.as_bytes().chunks(STRETCH).enumerate();
    let suspect = stretches.filter(move |(_, bytes)| is_suspect(bytes));
    let starts = suspect.flat_map(|(at, bytes)| {
        let places = bytes.iter().enumerate().filter(|(_, byte)| may_be_hidden(**byte));
        places.map(move |(offset, _)| at * STRETCH + offset)
    });
    starts.filter_map(|at| Some((at, text.get(at..)?.chars().next()?))).filter(|(_, c)| is_hidden(*c))
}

/// Bytes that are looked at together.
const STRETCH: usize = 64;

/// Whether a character that begins with this byte can be a hidden one: C0, DEL, C1, U+20xx.
fn may_be_hidden(byte: u8) -> bool {
    // Tab and line ends are left out.
    (byte < b' ') & !matches!(byte, b'\t' | b'\n' | b'\r') | matches!(byte, 0x7f | 0xc2 | 0xe2)
}

/// Whether a file that was not read may hold a record.
pub(super) fn may_be_record(unread: &Unread) -> bool {
    match &unread.why {
        Why::Symlink | Why::NotRegular | Why::ConflictCopy { .. } => false,
        Why::TooLarge { kind } => Kind::from_name(kind).is_some(),
        Why::Unreadable | Why::NotUtf8 { .. } | Why::Folder | Why::Name => true,
    }
}

/// Reports what could not be read; it weighs more where a record links to it, and for a folder.
pub(super) fn unread<'a>(files: &'a [Unread], wanted: &'a [usize]) -> impl Iterator<Item = Diagnostic> + 'a {
    files.iter().enumerate().filter_map(|(at, unread)| {
        let path: Arc<str> = Arc::from(unread.path.as_str());
        let (problem, severity) = match &unread.why {
            Why::ConflictCopy { .. } => (Problem::Conflict, Severity::Warning),
            Why::TooLarge { kind } if Kind::from_name(kind).is_none() => return None,
            Why::Folder => (Problem::Unread, Severity::Error),
            _ if wanted.contains(&at) => (Problem::Unread, Severity::Error),
            _ => (Problem::Unread, Severity::Warning),
        };
        let at = match &unread.why {
            Why::NotUtf8 { valid } => valid.len(),
            _ => 0,
        };
        Some(
            Diagnostic::new(problem, severity, &path, Span::new(at, at), unread.message.clone())
                .help(unread.help.clone()),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_found_wherever_they_stand() {
        let every: String = ('\0'..='\u{ff}').chain('\u{2000}'..='\u{20ff}').collect();
        for shift in 0..STRETCH {
            let text = format!("{}{every}{every}", "x".repeat(shift));
            let expected: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| is_hidden(*c)).collect();
            assert!(expected.len() > 100);
            assert_eq!(hidden(&text).collect::<Vec<_>>(), expected);
        }
    }
}
