//! What the program is about to do in a vault, and what it did: one line of JSON each, on disk before the deed.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::state::{State, hash};
use super::store::Store;
use super::temporary::fresh_name;
use crate::Error;
use crate::outbox::Change;

const NAME: &str = "journal";

/// Changes that are made together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Batch {
    /// Counts up.
    pub(super) number: u64,
    /// The number of the first batch of the same run of a command.
    pub(super) run: u64,
    /// When, in seconds since 1970-01-01 UTC; the same for a whole run.
    pub(super) when: i64,
    /// The command that does it, such as `agenda`.
    pub(super) command: String,
    /// Whether `vault undo` takes it back.
    pub(super) counts: bool,
    /// The run that it takes back.
    pub(super) undoes: Option<u64>,
    /// The agenda's items, by id, whose ticks it records.
    pub(super) ticks: Vec<String>,
    /// One for each file.
    pub(super) steps: Vec<Step>,
}

/// One change of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Step {
    /// The file, relative to the vault's root; absolute where it was [handed over](super::hand_over).
    pub(super) path: String,
    /// Where its new text is written, or its old one put, in the same folder.
    pub(super) temporary: String,
    /// Hash of the text that goes, under which it is kept.
    pub(super) old: Option<String>,
    /// Hash of the text that comes.
    pub(super) new: Option<String>,
    /// Length in bytes of the text that goes.
    pub(super) size: u64,
}

/// That a batch is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct End {
    /// The batch.
    pub(super) number: u64,
    /// Its steps that were not made.
    pub(super) refused: Vec<usize>,
    /// Whether none of its temporaries is left.
    pub(super) tidy: bool,
}

#[derive(Serialize, Deserialize)]
enum Line {
    #[serde(rename = "began")]
    Began(Batch),
    #[serde(rename = "ended")]
    Ended(End),
}

/// A batch, and how it ended as far as is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) batch: Batch,
    /// The steps that were not made.
    pub(super) refused: Vec<usize>,
    /// Whether a temporary of it may be left.
    pub(super) is_untidy: bool,
}

/// All that is remembered of a vault, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Journal {
    pub(super) entries: Vec<Entry>,
}

impl Entry {
    /// The steps that were not refused.
    pub(super) fn made(&self) -> impl DoubleEndedIterator<Item = &Step> {
        self.batch.steps.iter().enumerate().filter(|(at, _)| !self.refused.contains(at)).map(|(_, step)| step)
    }
}

impl Step {
    /// The change of the file at `path` from one text to another, begun at `now` (seconds since 1970-01-01 UTC).
    pub(super) fn new(path: &str, old: Option<&[u8]>, new: Option<&[u8]>, now: i64) -> Self {
        Self {
            path: path.to_owned(),
            temporary: fresh_name(path, now),
            old: old.map(hash),
            new: new.map(hash),
            size: old.map_or(0, |text| text.len() as u64),
        }
    }

    /// A change of a note, or of a file that is made from the notes.
    pub(super) fn of(change: &Change, now: i64) -> Self {
        let (old, new) = (change.action.old(), change.action.text());
        Self::new(&change.path, old.map(str::as_bytes), new.map(str::as_bytes), now)
    }

    /// The folder of its file, and the file's name in it.
    pub(super) fn place(&self) -> (&str, &str) {
        self.path.rsplit_once(std::path::is_separator).unwrap_or(("", &self.path))
    }

    /// Whether its file was handed over, to wherever the user said.
    pub(super) fn is_handed_over(&self) -> bool {
        Path::new(&self.path).is_absolute()
    }
}

impl Journal {
    /// The journal of a vault. A line that cannot be read, as a kill in the midst of writing leaves it, is passed over.
    pub(super) fn read(store: &Store) -> Result<Self, Error> {
        let bytes = store.read(NAME)?.unwrap_or_default();
        let mut journal = Self::default();
        for line in bytes.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()) {
            match line {
                Line::Began(batch) => {
                    journal.entries.push(Entry { batch, refused: Vec::new(), is_untidy: true });
                }
                Line::Ended(end) => {
                    if let Some(entry) = journal.entries.iter_mut().rfind(|entry| entry.batch.number == end.number) {
                        entry.refused = end.refused;
                        entry.is_untidy = !end.tidy;
                    }
                }
            }
        }
        Ok(journal)
    }

    /// The steps that were made, as far as is known, oldest first.
    pub(super) fn made(&self) -> impl DoubleEndedIterator<Item = &Step> {
        self.entries.iter().filter(|entry| !entry.is_untidy).flat_map(Entry::made)
    }

    /// The next batch, without any steps yet; `now` (seconds since 1970-01-01 UTC) counts where the state does not say
    /// when.
    pub(super) fn next(&self, state: &State, now: i64) -> Batch {
        let number = self.entries.iter().map(|entry| entry.batch.number).max().unwrap_or(0) + 1;
        let run = state.run();
        let when = run.when.unwrap_or(now);
        Batch {
            number,
            run: *run.number.get_or_init(|| number),
            when,
            command: run.command.clone(),
            counts: state.counts(),
            undoes: run.undoes,
            ticks: state.ticks().to_vec(),
            steps: Vec::new(),
        }
    }

    /// Writes down that a batch begins, to the disk.
    pub(super) fn begin(store: &Store, batch: &Batch) -> Result<(), Error> {
        append(store, &Line::Began(batch.clone()), true).map_err(|error| store.unwritable(&error))
    }

    /// Writes down that it is over. Where that gets lost, the next run looks for itself.
    pub(super) fn end(store: &Store, end: End) -> Result<(), Error> {
        append(store, &Line::Ended(end), false).map_err(Error::io("write", &store.path(NAME)))
    }

    /// Writes the whole journal anew, without what was dropped from it.
    pub(super) fn rewrite(&self, store: &Store) -> Result<(), Error> {
        let mut lines = Vec::new();
        for Entry { batch, refused, is_untidy } in &self.entries {
            let end = End { number: batch.number, refused: refused.clone(), tidy: !is_untidy };
            for line in [Line::Began(batch.clone()), Line::Ended(end)] {
                lines.extend(encoded(&line).map_err(Error::io("write", &store.path(NAME)))?);
            }
        }
        store.write(NAME, &lines)
    }
}

fn encoded(line: &Line) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(line)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Adds a whole line, after a torn last one too.
fn append(store: &Store, line: &Line, flush: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.read(true).append(true).create(true);
    let mut file: File = options.open(store.path(NAME))?;
    let mut last = [b'\n'];
    let is_new = file.metadata()?.len() == 0;
    if !is_new {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    let mut bytes = if last == [b'\n'] { Vec::new() } else { vec![b'\n'] };
    bytes.extend(encoded(line)?);
    file.write_all(&bytes)?;
    if flush {
        file.sync_all()?;
    }
    if is_new { store.sync() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outbox::change;

    #[test]
    fn every_vault_has_its_own_and_a_torn_line_costs_no_other() {
        let place = tempfile::tempdir().unwrap();
        let (one, two) = (place.path().join("one"), place.path().join("two"));
        std::fs::create_dir(&one).unwrap();
        std::fs::create_dir(&two).unwrap();
        let state = State::at(place.path().join("state"));
        let store = Store::make(&state, &one).unwrap();
        assert_eq!(Journal::read(&store).unwrap(), Journal::default());

        let changes = [change("a.md", None, Some("ä\n")).unwrap(), change("b.md", Some("ä\n"), None).unwrap()];
        let run = state.during("agenda", 1_741_132_800);
        let mut first = Journal::default().next(&run, 0);
        first.steps = changes.iter().map(|change| Step::of(change, first.when)).collect();
        assert_eq!((first.run, first.when), (1, 1_741_132_800));
        assert_eq!((first.steps[0].old.as_ref(), first.steps[0].new.as_ref()), (None, first.steps[1].old.as_ref()));
        Journal::begin(&store, &first).unwrap();
        std::io::Write::write_all(
            &mut OpenOptions::new().append(true).open(store.path(NAME)).unwrap(),
            b"{\"began\":{\"number\":7",
        )
        .unwrap();
        Journal::end(&store, End { number: 1, refused: vec![1], tidy: true }).unwrap();

        let again = Store::of(&state, &one.join("../one")).unwrap();
        let journal = Journal::read(&again).unwrap();
        assert_eq!(journal.entries, [Entry { batch: first, refused: vec![1], is_untidy: false }]);
        let (same, other) = (journal.next(&run, 0), journal.next(&state, 5));
        assert_eq!((same.number, same.run), (2, 1));
        assert_eq!((other.number, other.run, other.when), (2, 2, 5));
        journal.rewrite(&store).unwrap();
        assert_eq!(Journal::read(&store).unwrap(), journal);
        assert_eq!(Journal::read(&Store::make(&state, &two).unwrap()).unwrap(), Journal::default());
    }
}
