//! What the reader of one note works with: where it is, how links resolve, where diagnostics go.

mod several;

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::sync::Arc;

use super::body;
use super::fields::outcome;
use super::index::{Index, Miss, Name, Target, without_extension};
use crate::diagnostic::{Diagnostic, Fix, Problem, Severity};
use crate::model::{Kind, Named, Note, NoteId, Record};
use crate::text::{Span, nearest};

/// What every reader of a note needs: where it is, how links resolve, and where diagnostics go.
pub(super) struct Desk<'a> {
    /// The note.
    pub note: NoteId,
    /// Its path.
    pub path: &'a Arc<str>,
    /// All of the note.
    pub text: &'a str,
    /// The other notes.
    pub others: &'a Others<'a>,
    /// Keys that are nobody's slip.
    pub own_keys: &'a mut OwnKeys,
    /// What the note asked for by name.
    pub asked: Asked,
    /// What was supposed of the notes that it links to.
    pub supposed: &'a mut Vec<Supposed>,
    /// Unread files that the note links to, by their place in that list.
    pub wanted: Vec<usize>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// All notes of the vault, for one that links to them.
pub(super) struct Others<'a> {
    /// By name.
    pub index: &'a Index,
    /// Their paths, and what each holds.
    pub notes: &'a [Note],
    /// Whether it is known by now what they hold.
    pub are_known: bool,
}

/// That a note holds one of some kinds of record, as long as it is not known what it holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Supposed {
    /// By the note that links to it.
    pub by: NoteId,
    pub note: NoteId,
    among: u16,
}

impl Supposed {
    /// Whether it is so.
    pub(super) fn is_so(&self, notes: &[Note]) -> bool {
        self.among & bit(notes[self.note.0 as usize].record) != 0
    }
}

/// What a note asks for by name: how it reads depends on which notes have these names.
#[derive(Debug, Default)]
pub(super) struct Asked {
    names: RefCell<Vec<Name>>,
    /// A bit for every kind of note that was looked for in vain, whatever its name: one that is nearly it is proposed.
    missed: Cell<u16>,
}

impl Asked {
    /// Whether anything was asked for by one of these names, which are in order.
    pub(super) fn for_any(&self, names: &[Name]) -> bool {
        self.names.borrow().iter().any(|name| names.binary_search(name).is_ok())
    }

    /// Whether anything was asked for in vain.
    pub(super) fn any_in_vain(&self) -> bool {
        self.missed.get() != 0
    }

    /// Whether a note of one of these kinds was asked for in vain.
    pub(super) fn in_vain(&self, kinds: &[Kind]) -> bool {
        self.missed.get() & bits(kinds) != 0
    }

    fn miss(&self, kinds: &[Kind]) {
        self.missed.set(self.missed.get() | bits(kinds));
    }
}

/// A bit for each of these kinds of record.
fn bits(kinds: &[Kind]) -> u16 {
    kinds.iter().fold(0, |bits, kind| bits | 1 << (*kind as u8))
}

/// The bit of the kind of this record; a note that is broken, and one without a record, have each its own.
fn bit(record: Record) -> u16 {
    match (record, record.kind()) {
        (_, Some(kind)) => bits(&[kind]),
        (Record::Broken, None) => BROKEN,
        (_, None) => OTHER,
    }
}

const BROKEN: u16 = 1 << Kind::ALL.len();
const OTHER: u16 = BROKEN << 1;

/// Keys of the candidate's own, kind by kind of note: most stand in many notes, and to tell that one is no slip of any
/// known key takes longer than to look it up here.
pub(super) type OwnKeys = [HashSet<String>; Kind::ALL.len()];

impl<'a> Desk<'a> {
    /// Reports a problem at `span` of this note.
    pub(super) fn report(&mut self, problem: Problem, severity: Severity, span: Span, message: String, help: String) {
        self.diagnostics.push(Diagnostic::new(problem, severity, self.path, span, message).help(help));
    }

    /// Reports a value of the wrong type, or outside the allowed ones.
    pub(super) fn reject(&mut self, span: Span, message: String, help: impl Into<String>) {
        self.reject_for(span, message, help, None);
    }

    /// The same, where it is plain what is `meant`: that can be written in its place.
    pub(super) fn reject_for(&mut self, span: Span, message: String, help: impl Into<String>, meant: Option<String>) {
        let fix = meant.map(|text| Fix::Replace { span, text });
        let rejected = Diagnostic::new(Problem::Field, Severity::Error, self.path, span, message);
        self.diagnostics.push(rejected.help(help).fix(fix));
    }

    /// The note of that number.
    pub(super) fn other(&self, note: NoteId) -> &'a Note {
        &self.others.notes[note.0 as usize]
    }

    /// Whether that note is of that kind, as it should be.
    pub(super) fn is_a(&mut self, kind: Kind, note: NoteId) -> bool {
        self.is_among(note, bits(&[kind]))
    }

    /// Whether that note is not of that kind, as it should not be.
    pub(super) fn is_no(&mut self, kind: Kind, note: NoteId) -> bool {
        self.is_among(note, !bits(&[kind]))
    }

    /// Whether the record of that note is among these; it is supposed to be where that is not known yet.
    fn is_among(&mut self, note: NoteId, among: u16) -> bool {
        let supposed = Supposed { by: self.note, note, among };
        if self.others.are_known {
            return supposed.is_so(self.others.notes);
        }
        self.supposed.push(supposed);
        true
    }

    fn resolve(&self, target: &str) -> Result<Target, Miss> {
        self.others.index.resolve(target, self.path, |name| self.asked.names.borrow_mut().push(name))
    }

    /// What a link in the body leads to; nothing is reported there.
    pub(super) fn named(&self, link: &body::Link) -> Named {
        let note = match self.resolve(&link.target) {
            Ok(Target::Note(note)) => Some(note),
            _ => None,
        };
        let plain = link.target.rsplit('/').next().unwrap_or(&link.target);
        let name = note.map_or(plain, |note| self.other(note).name());
        Named { name: name.to_owned(), note, span: link.span }
    }

    /// Whom plain words or a link name.
    pub(super) fn person(&self, words: &str, span: Span) -> Named {
        if let Some(link) = body::link_in(words, span.start as usize) {
            Named { span, ..self.named(&link) }
        } else {
            let note = match self.resolve(words) {
                Ok(Target::Note(note)) => Some(note),
                _ => None,
            };
            let name = note.map_or(words.trim(), |note| self.other(note).name());
            Named { name: name.to_owned(), note, span }
        }
    }
}

impl Desk<'_> {
    /// Reports an unquoted `[[link]]`, which YAML reads as a list in a list.
    pub(super) fn unquoted_link(&mut self, link: &str, span: Span) {
        let quoted = format!("\"{link}\"");
        self.diagnostics.push(
            Diagnostic::new(
                Problem::Field,
                Severity::Error,
                self.path,
                span,
                format!("the link {link} is not in quotes"),
            )
            .help(format!("write {quoted}: without quotes YAML reads the brackets as a list"))
            .fix(Fix::Replace { span, text: quoted }),
        );
    }

    /// The name of the note that `text` links to or is, and whether it is a link; reports one that leads to none.
    fn target<'w>(&mut self, text: &'w str, span: Span) -> Option<(Cow<'w, str>, bool)> {
        let text = text.trim();
        if let Some(link) = body::link_in(text, span.start as usize) {
            return Some((link.target, true));
        }
        if text.starts_with('[') {
            self.reject(span, format!("`{text}` links to no note"), "write the note's name: `\"[[Name]]\"`");
            return None;
        }
        Some((Cow::Borrowed(text), false))
    }

    /// A link that must lead to a note of one of `kinds`; none where it names no note at all.
    pub(super) fn link(&mut self, key: &str, kinds: &[Kind], text: &str, span: Span) -> Option<Named> {
        let (target, is_link) = self.target(text, span)?;
        if !is_link && outcome::<()>(&target).is_some() {
            self.reject(
                span,
                format!("`{key}` cannot be `{target}`"),
                "write a link; leave it empty where there is none",
            );
            return None;
        }
        if !is_link {
            let quoted = format!("\"[[{target}]]\"");
            self.diagnostics.push(
                Diagnostic::new(
                    Problem::Field,
                    Severity::Error,
                    self.path,
                    span,
                    format!("`{key}` takes a link, not plain words"),
                )
                .help(format!("write `{key}: {quoted}`"))
                .fix(Fix::Replace { span, text: quoted }),
            );
        }
        let found = self.resolve(&target);
        Some(self.linked(found, key, kinds, &target, span))
    }

    /// Whom or what `target` names, which is `found` by that name.
    fn linked(&mut self, found: Result<Target, Miss>, key: &str, kinds: &[Kind], target: &str, span: Span) -> Named {
        match found {
            Ok(Target::Unread(at)) => self.wanted.push(at),
            Ok(Target::Note(note)) => {
                // A note that is broken is reported itself; what it would be cannot be told.
                let is_fit = self.is_among(note, bits(kinds) | BROKEN);
                let found = self.other(note);
                if !is_fit {
                    let is = found
                        .record
                        .kind()
                        .map_or("a note without a `type`".to_owned(), |kind| with_article(kind.name()));
                    let wanted: Vec<String> = kinds.iter().map(|kind| with_article(kind.name())).collect();
                    let message =
                        format!("`{key}` links to {}, which is {is}, not {}", found.name(), wanted.join(" or "));
                    let help = format!("link to {} instead, or mend the `type` of {}", wanted.join(" or "), found.path);
                    self.report(Problem::Link, Severity::Error, span, message, help);
                }
                return Named { name: found.name().to_owned(), note: Some(note), span };
            }
            Err(miss) => self.missed(key, kinds, target, miss, span),
        }
        let name = target.rsplit('/').next().unwrap_or(target).to_owned();
        Named { name, note: None, span }
    }

    /// Somebody who is interviewing, by link or plain name, and need not have a note yet; none where a link names
    /// no note at all.
    pub(super) fn interviewer(&mut self, key: &str, text: &str, span: Span) -> Option<Named> {
        let (target, is_link) = self.target(text, span)?;
        self.one_link(key, text, span);
        let found = self.resolve(&target);
        let Some(named) = self.newcomer(&found, &[Kind::Interviewer], &target, span) else {
            // A plain name is legal here: it resolves as a link would.
            return Some(self.linked(found, key, &[Kind::Interviewer], &target, span));
        };
        let name = &named.name;
        if let Some((severity, list)) = self.several(name) {
            let message = format!("`{key}`: {name} is read as the name of one person, who has no note");
            self.report(Problem::Link, severity, span, message, format!("several people are a list: `{key}: {list}`"));
            return Some(named);
        }
        let hint = Diagnostic::new(Problem::Link, Severity::Hint, self.path, span, format!("{name} has no note yet"));
        let hint = hint.help(format!("`vault new interviewer \"{name}\"` makes one"));
        // In a plain name a slash is between two words, of which none may be lost.
        let fix = Fix::CreateInterviewer { name: name.clone(), target: target.into_owned() };
        self.diagnostics.push(hint.fix(Some(fix).filter(|_| is_link || !text.contains('/'))));
        Some(named)
    }

    /// Somebody written to, who need not have a note yet: the round that names them says so already.
    pub(super) fn addressee(&mut self, key: &str, kinds: &[Kind], text: &str, span: Span) -> Option<Named> {
        let (target, _) = self.target(text, span)?;
        let found = self.resolve(&target);
        self.newcomer(&found, kinds, &target, span).or_else(|| self.link(key, kinds, text, span))
    }

    /// Whom `target` names, where that is nobody `found` with a note, no alias, and no slip of a name there is.
    fn newcomer(&self, found: &Result<Target, Miss>, kinds: &[Kind], target: &str, span: Span) -> Option<Named> {
        let is_missed = *found == Err(Miss::Nothing);
        if is_missed {
            self.asked.miss(kinds);
        }
        let is_new =
            is_missed && self.others.index.owner_of(target).is_none() && self.nearest_note(kinds, target).is_none();
        let name = target.rsplit('/').next().unwrap_or(target).trim().to_owned();
        is_new.then_some(Named { name, note: None, span })
    }

    fn missed(&mut self, key: &str, kinds: &[Kind], target: &str, miss: Miss, span: Span) {
        self.asked.miss(kinds);
        let (message, help) = match miss {
            Miss::Several(found) => {
                let paths: Vec<String> = found
                    .iter()
                    .map(|target| match target {
                        Target::Note(note) => self.other(*note).path.to_string(),
                        Target::Unread(_) => "a file that could not be read".to_owned(),
                    })
                    .collect();
                let first = paths.first().map_or("", |path| without_extension(path));
                let help = format!("write the path: `\"[[{first}]]\"`");
                (format!("`{key}`: the link [[{target}]] could mean {}", paths.join(" or ")), help)
            }
            Miss::Nothing => {
                let message = format!("`{key}`: there is no note named {target}");
                let help = if let Some(owner) = self.others.index.owner_of(target) {
                    format!(
                        "{target} is an alias in {owner}; links go by file name: write `\"[[{}|{target}]]\"`",
                        stem(owner)
                    )
                } else if let Some(near) = self.nearest_note(kinds, target) {
                    format!("did you mean `\"[[{near}]]\"`?")
                } else {
                    let kind = kinds.first().map_or("company", |kind| kind.name());
                    format!("make it with `vault new {kind} \"{target}\"`, or mend the link")
                };
                (message, help)
            }
        };
        self.report(Problem::Link, Severity::Error, span, message, help);
    }

    fn nearest_note(&self, kinds: &[Kind], target: &str) -> Option<&str> {
        let name = target.rsplit('/').next().unwrap_or(target);
        let of_kind = |note: &&Note| note.record.kind().is_some_and(|kind| kinds.contains(&kind));
        nearest(name, self.others.notes.iter().filter(of_kind).map(Note::name))
    }
}

fn stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    without_extension(file)
}

/// `a company`, `an interviewer`.
pub(super) fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {noun}")
}
