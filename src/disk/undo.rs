//! What commands did, read back from the journal, so that it can be taken back.

use std::path::Path;

use super::journal::{Batch, End, Entry, Journal, Step};
use super::lock::Lock;
use super::root::read_file;
use super::state::{State, hash};
use super::store::Store;
use super::turn::Turn;
use crate::Error;
use crate::outbox::{Change, change};

/// One run of a command that changed something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// Counts up from one command to the next; what `undo` takes back is named by it.
    pub number: u64,
    /// When, in seconds since 1970-01-01 UTC.
    pub when: i64,
    /// The command, such as `agenda`; empty where it is not known.
    pub command: String,
    /// Whether it changed something that is not made from the notes.
    pub counts: bool,
    /// Whether it was taken back, or took another back.
    pub is_over: bool,
    /// The files, in the order in which they were changed.
    pub files: Vec<PastFile>,
    /// The agenda's items, by id, whose ticks it recorded.
    pub ticks: Vec<String>,
}

/// What one command did to one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastFile {
    /// The file, relative to the vault's root.
    pub path: String,
    /// Whether it is made from the notes.
    pub is_generated: bool,
    old: Option<String>,
    new: Option<String>,
}

/// How a file stands, held against what a command made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Back {
    /// It is as the command left it; this takes it back.
    Change(Change),
    /// It is as it was before.
    Already,
    /// The program has written it anew since, and nobody else has.
    Rewritten,
    /// Why it stays as it is.
    Left(String),
}

/// What commands did in the vault at `root`, the last one first.
pub fn past(root: &Path, state: &State) -> Result<Vec<Past>, Error> {
    let journal = Journal::read(&Store::of(state, root)?)?;
    let mut past: Vec<Past> = Vec::new();
    for entry in &journal.entries {
        let Batch { run, when, command, counts, ticks, .. } = &entry.batch;
        let at = past.iter().position(|past| past.number == *run).unwrap_or_else(|| {
            let is_over = entry.batch.undoes.is_some();
            let (command, files, ticks) = (command.clone(), Vec::new(), Vec::new());
            past.push(Past { number: *run, when: *when, command, counts: false, is_over, files, ticks });
            past.len() - 1
        });
        let one = &mut past[at];
        one.counts |= *counts && entry.made().next().is_some();
        one.ticks.extend(ticks.iter().cloned());
        one.add(entry);
    }
    let closing = journal.entries.iter().filter(|entry| entry.batch.steps.is_empty());
    for undone in closing.filter_map(|entry| entry.batch.undoes) {
        past.iter_mut().filter(|past| past.number == undone).for_each(|past| past.is_over = true);
    }
    past.retain(|past| !past.files.is_empty());
    past.reverse();
    Ok(past)
}

/// How the file of `past` stands in the vault at `root` now.
///
/// # Errors
/// [`Error::Refused`] where the kept text is damaged; [`Error::Io`] where the system fails.
pub fn back(root: &Path, state: &State, file: &PastFile) -> Result<Back, Error> {
    let store = Store::of(state, root)?;
    let there = match read_file(root, &file.path) {
        Ok(there) => there,
        Err(Error::Refused(why)) => return Ok(Back::Left(why)),
        Err(error) => return Err(error),
    };
    let hashed = there.as_ref().map(|text| hash(text.as_bytes()));
    if hashed == file.old {
        return Ok(Back::Already);
    }
    if hashed != file.new {
        let journal = Journal::read(&store)?;
        let is_ours = journal.made().rev().find(|step| step.path == file.path).is_some_and(|step| step.new == hashed);
        return Ok(if is_ours { Back::Rewritten } else { Back::Left(changed_since(file)) });
    }
    let old = match &file.old {
        None => None,
        Some(old) => match store.load(old)?.map(String::from_utf8) {
            Some(Ok(text)) => Some(text),
            _ => return Ok(Back::Left("what it was before is not kept any more".to_owned())),
        },
    };
    Ok(change(file.path.as_str(), there.as_deref(), old.as_deref()).map_or(Back::Already, Back::Change))
}

/// Writes down that the run which `state` [undoes](State::undoing) was taken back, as far as it can be: the next in line
/// is the one before. A kill before this leaves it to be taken back again.
pub fn close(root: &Path, state: &State) -> Result<(), Error> {
    let store = Store::make(state, root)?;
    let lock = Lock::take(&store, &state.run().command)?;
    let batch = Journal::read(&store)?.next(state, lock.seconds());
    Journal::begin(&store, &batch)?;
    Journal::end(&store, End { number: batch.number, refused: Vec::new(), tidy: true })
}

/// Forgets everything that is kept for the vault at `root`: nothing can be taken back any more. Files that an editor
/// may still hold open are looked at first.
pub fn forget(root: &Path, state: &State) -> Result<Vec<String>, Error> {
    let (turn, told) = Turn::take(root, state)?;
    turn.store.forget().map_err(Error::io("empty", &turn.store.path("")))?;
    Ok(told)
}

impl Past {
    /// Adds what a batch made: of several changes of one file the first says what was, the last what is.
    fn add(&mut self, entry: &Entry) {
        for Step { path, old, new, .. } in entry.made().filter(|step| !step.is_handed_over()) {
            if let Some(file) = self.files.iter_mut().find(|file| file.path == *path) {
                file.new.clone_from(new);
                continue;
            }
            let is_generated = !entry.batch.counts;
            self.files.push(PastFile { path: path.clone(), is_generated, old: old.clone(), new: new.clone() });
        }
    }
}

impl PastFile {
    /// What was done: `created`, `changed` or `removed`.
    pub fn done(&self) -> &'static str {
        match (&self.old, &self.new) {
            (None, _) => "created",
            (_, None) => "removed",
            _ => "changed",
        }
    }
}

fn changed_since(file: &PastFile) -> String {
    match file.new {
        None => "a file of that name is there again, so it is left as it is".to_owned(),
        Some(_) => "it was changed since, so it is left as it is".to_owned(),
    }
}
