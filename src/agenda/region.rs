//! The program's own part of a file that is otherwise the candidate's.
//!
//! It stands between two Obsidian comments. The closing one carries a fingerprint, which tells a
//! region that was changed by hand from one in which boxes were only ticked, and remembers which
//! drafts were ever written, so that the memory travels with the vault. What stands before and
//! behind the region is never touched.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::conflict;
use super::tick::{self, Tick};

const BEGINS: &str = "%% vault: begin";
const ENDS: &str = "%% vault: end";
const CLOSE: &str = "%%";
/// Stands before the hash, and changes with the way it is made.
const VERSION: &str = "1-";
/// Hex digits of the hash.
const DIGITS: usize = 16;

/// Which of the program's files a region stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The agenda, in which boxes are ticked.
    Agenda,
    /// The search as a picture.
    Pipeline,
}

impl File {
    /// The key in `[folders]` that moves it.
    pub fn setting(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Pipeline => "pipeline",
        }
    }

    /// The region's opening comment.
    fn opening(self) -> &'static str {
        match self {
            Self::Agenda => "%% vault: begin · made from the notes; tick a box here, write above or below %%",
            Self::Pipeline => "%% vault: begin · made from the notes; write above or below %%",
        }
    }
}

/// What lies where the program would write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No file, or an empty one.
    Missing,
    /// A file that must be left alone.
    Foreign(Foreign),
    /// A file with the program's region in it.
    Ours(Ours),
}

/// Why a file must be left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// It has no region of the program's.
    NoRegion,
    /// The region's closing comment is missing.
    NoEnd,
    /// The closing comment has no fingerprint that this program could have made.
    NoFingerprint,
}

/// A file with the program's region in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ours {
    /// The candidate's text before the region.
    pub before: String,
    /// The candidate's text behind it.
    pub after: String,
    /// Whether nothing but boxes was changed in the region since it was written.
    pub untouched: bool,
    /// Whether a merge left two versions of the region: to be rebuilt, ticks and memory of both kept.
    pub conflicted: bool,
    /// The boxes that hold a mark, in order; of several with one id the first.
    pub ticks: Vec<Tick>,
    /// Paths of the drafts that were ever written.
    pub written: BTreeSet<String>,
    crlf: bool,
}

impl Foreign {
    /// Why `path` was not written, and what to do.
    pub fn message(self, path: &str, file: File) -> String {
        let elsewhere = format!("to write ours elsewhere, set `{}` under `[folders]` in vault.toml", file.setting());
        match self {
            Self::NoRegion => format!("{path} is a note of your own, so it was left as it is; {elsewhere}"),
            Self::NoEnd => format!(
                "{path} has lost the line `{ENDS} … {CLOSE}`, so nobody can tell where your own words begin; delete \
                 everything from `{BEGINS}` to the end of our part, or {elsewhere}"
            ),
            Self::NoFingerprint => format!(
                "the line `{ENDS} … {CLOSE}` of {path} has no fingerprint that this version knows, so it was left as \
                 it is; delete our part from `{BEGINS}` on to have it made afresh, or {elsewhere}"
            ),
        }
    }
}

/// Looks at the text of a file; `None` where there is no file.
pub fn read(text: Option<&str>) -> Standing {
    let text = text.unwrap_or_default();
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Standing::Missing;
    }
    let whole = Cut::of(text);
    let Some(sides) = conflict::sides(text) else { return whole.into() };
    let [Ok(ours), Ok(theirs)] = [Cut::of(&sides[0]), Cut::of(&sides[1])] else { return whole.into() };
    let is_outside =
        |whole: &Cut<'_>| conflict::is_closed(whole.before) && whole.inner == ours.inner && whole.inner == theirs.inner;
    match whole {
        // The conflict lies in the candidate's own words alone: they stay as they are.
        Ok(whole) if is_outside(&whole) => Standing::Ours(whole.ours()),
        _ => Standing::Ours(ours.merged(&theirs)),
    }
}

/// How files stood when they were last read.
#[derive(Debug, Default)]
pub struct Known(RefCell<BTreeMap<String, (String, Arc<Standing>)>>);

impl Known {
    /// [`read`], but where the file at `path` has the text that it had before.
    pub fn read(&self, path: &str, text: Option<&str>) -> Arc<Standing> {
        let (mut known, text) = (self.0.borrow_mut(), text.unwrap_or_default());
        if let Some((_, standing)) = known.get(path).filter(|(before, _)| before == text) {
            return Arc::clone(standing);
        }
        let standing = Arc::new(read(Some(text)));
        known.insert(path.to_owned(), (text.to_owned(), Arc::clone(&standing)));
        standing
    }
}

/// The text with the boxes of these items, by id, empty again, and without their days of completion.
pub fn emptied(text: &str, ids: &[String]) -> String {
    let one = |line: &str| {
        let words = line.trim_end_matches(['\n', '\r']);
        let read = tick::read(words);
        let is_meant = read.tick.is_some_and(|tick| ids.contains(&tick.id));
        if is_meant { format!("{}{}", read.plain, &line[words.len()..]) } else { line.to_owned() }
    };
    text.split_inclusive('\n').map(one).collect()
}

/// The text of a new file that holds the region alone. `body` is the Markdown, with a final line end.
pub fn created(file: File, body: &str, written: &BTreeSet<String>) -> String {
    lines(file, body, written)
}

impl Ours {
    /// Whether the region is made afresh: nobody wrote in it, or a merge has to be mended, or it is wished for.
    pub fn is_rebuilt(&self, force: bool) -> bool {
        self.untouched || self.conflicted || force
    }

    /// The file's text with `body` in the region, in the file's own line ends.
    pub fn rebuilt(&self, file: File, body: &str, written: &BTreeSet<String>) -> String {
        let region = lines(file, body, written);
        let region = if self.crlf { region.replace('\n', "\r\n") } else { region };
        format!("{}{region}{}", self.before, self.after)
    }
}

/// The fingerprint of a region's Markdown: line ends, blank edges, the marks in boxes and days of
/// completion do not count.
pub fn fingerprint(body: &str) -> String {
    let mut hash = Sha256::new();
    for line in body.trim_matches(['\n', '\r']).lines() {
        hash.update(tick::read(line).plain.trim_end());
        hash.update("\n");
    }
    let mut out = VERSION.to_owned();
    for byte in hash.finalize().iter().take(DIGITS / 2) {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

fn lines(file: File, body: &str, written: &BTreeSet<String>) -> String {
    let body = body.trim_matches('\n');
    let mut out = format!("{}\n\n{body}\n\n{ENDS} {}", file.opening(), fingerprint(body));
    for (at, path) in written.iter().enumerate() {
        out.push_str(if at == 0 { " · written: " } else { " | " });
        out.push_str(&encoded(path));
    }
    out.push_str(" %%\n");
    out
}

/// A path as it can stand in the closing comment: what would end it, or divide two, as `%25`.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        if matches!(c, '%' | '|') || c.is_control() {
            let _ = write!(out, "%{:02X}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let code = after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        rest = if let Some(code) = code {
            out.push(char::from(code));
            &after[2..]
        } else {
            out.push('%');
            after
        };
    }
    out + rest
}

/// A text, cut around the region.
struct Cut<'t> {
    before: &'t str,
    inner: &'t str,
    after: &'t str,
    fingerprint: &'t str,
    written: &'t str,
    crlf: bool,
}

impl<'t> Cut<'t> {
    fn of(text: &'t str) -> Result<Self, Foreign> {
        let (begin, inner_start) = comment(text, 0, BEGINS).ok_or(Foreign::NoRegion)?;
        let (end, after) = comment(text, inner_start, ENDS).ok_or(Foreign::NoEnd)?;
        let last = text[end..after].trim_end();
        let words = last[ENDS.len()..last.len() - CLOSE.len()].trim();
        let (fingerprint, rest) = words.split_once(' ').unwrap_or((words, ""));
        let digits = fingerprint.strip_prefix(VERSION).ok_or(Foreign::NoFingerprint)?;
        if digits.len() != DIGITS || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(Foreign::NoFingerprint);
        }
        Ok(Self {
            before: &text[..begin],
            inner: &text[inner_start..end],
            after: &text[after..],
            fingerprint,
            written: rest.trim_start().strip_prefix("· written:").unwrap_or_default(),
            crlf: text[begin..inner_start].ends_with("\r\n"),
        })
    }

    fn ours(&self) -> Ours {
        let mut ticks: Vec<Tick> = self.inner.lines().filter_map(|line| tick::read(line).tick).collect();
        let mut known = BTreeSet::new();
        ticks.retain(|tick| known.insert(tick.id.clone()));
        Ours {
            before: self.before.to_owned(),
            after: self.after.to_owned(),
            untouched: fingerprint(self.inner) == self.fingerprint,
            conflicted: false,
            ticks,
            written: self.written.split('|').map(|path| decoded(path.trim())).filter(|path| !path.is_empty()).collect(),
            crlf: self.crlf,
        }
    }

    /// Both sides of a conflict as one.
    fn merged(&self, other: &Self) -> Ours {
        let mut merged = self.ours();
        let theirs = other.ours();
        merged.before = conflict::joined([self.before, other.before]);
        merged.after = conflict::joined([self.after, other.after]);
        merged.untouched = false;
        merged.conflicted = true;
        for tick in theirs.ticks {
            if !merged.ticks.iter().any(|known| known.id == tick.id) {
                merged.ticks.push(tick);
            }
        }
        merged.written.extend(theirs.written);
        merged
    }
}

impl From<Result<Cut<'_>, Foreign>> for Standing {
    fn from(cut: Result<Cut<'_>, Foreign>) -> Self {
        match cut {
            Ok(cut) => Self::Ours(cut.ours()),
            Err(foreign) => Self::Foreign(foreign),
        }
    }
}

/// The first line from `from` on that is the comment beginning with `opening`: where it starts, and
/// where the line behind it does.
fn comment(text: &str, from: usize, opening: &str) -> Option<(usize, usize)> {
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        let bom = if at == 0 && line.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let words = line[bom..].trim_end();
        if words.starts_with(opening) && words.len() >= opening.len() + CLOSE.len() && words.ends_with(CLOSE) {
            return Some((at + bom, at + line.len()));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
#[path = "region_tests.rs"]
mod tests;
