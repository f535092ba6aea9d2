//! What the program did to the notes of a vault, one line of JSON each, so that it can be undone.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::State;
use super::state::hash;
use crate::Error;
use crate::outbox::Change;

/// One change that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalEntry {
    /// When, in seconds since 1970-01-01 UTC; the same for everything that one command did.
    pub when: i64,
    /// The command that did it, such as `agenda`.
    pub command: String,
    /// The file, relative to the vault's root.
    pub path: String,
    /// `create`, `replace` or `remove`.
    pub action: String,
    /// Under which hash [`State::load`] has the text that went.
    pub old_hash: Option<String>,
    /// Hash of the text that came.
    pub new_hash: Option<String>,
}

impl JournalEntry {
    /// The entry for `change`, made by `command` at `when` (seconds since 1970-01-01 UTC).
    pub fn of(change: &Change, when: i64, command: &str) -> Self {
        let hashed = |text: Option<&str>| text.map(|text| hash(text.as_bytes()));
        Self {
            when,
            command: command.to_owned(),
            path: change.path.clone(),
            action: change.action.name().to_owned(),
            old_hash: hashed(change.action.old()),
            new_hash: hashed(change.action.text()),
        }
    }
}

impl State {
    /// Appends `entries` to the journal of the vault at `vault_root`, to the disk.
    pub fn record(&self, vault_root: &Path, entries: &[JournalEntry]) -> Result<(), Error> {
        if entries.is_empty() {
            return Ok(());
        }
        self.prepare()?;
        let path = self.journal_path(vault_root)?;
        let lines = || -> io::Result<Vec<u8>> {
            let mut lines = Vec::new();
            for entry in entries {
                serde_json::to_writer(&mut lines, entry)?;
                lines.push(b'\n');
            }
            Ok(lines)
        };
        lines().and_then(|lines| append(&path, &lines)).map_err(Error::io("write", &path))
    }

    /// The entries of the vault at `vault_root`, oldest first. A line that is no entry, as a kill
    /// in the midst of writing leaves it, is passed over.
    pub fn journal(&self, vault_root: &Path) -> Result<Vec<JournalEntry>, Error> {
        let path = self.journal_path(vault_root)?;
        match std::fs::read(&path) {
            Ok(bytes) => {
                Ok(bytes.split(|byte| *byte == b'\n').filter_map(|l| serde_json::from_slice(l).ok()).collect())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(Error::io("read", &path)(error)),
        }
    }

    /// One file a vault, whichever way its root is written.
    fn journal_path(&self, vault_root: &Path) -> Result<PathBuf, Error> {
        let root = std::fs::canonicalize(vault_root).map_err(Error::io("read", vault_root))?;
        Ok(self.folder().join(format!("{}.journal", hash(root.as_os_str().as_encoded_bytes()))))
    }
}

/// Adds whole lines to the file at `path`, after a torn last one too.
fn append(path: &Path, lines: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.read(true).append(true).create(true);
    let mut file: File = options.open(path)?;
    let mut last = [b'\n'];
    if file.metadata()?.len() > 0 {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    let mut bytes = Vec::with_capacity(lines.len() + 1);
    if last != [b'\n'] {
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(lines);
    file.write_all(&bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outbox::change;

    #[test]
    fn every_vault_has_its_own_journal() {
        let place = tempfile::tempdir().unwrap();
        let (one, two) = (place.path().join("one"), place.path().join("two"));
        std::fs::create_dir(&one).unwrap();
        std::fs::create_dir(&two).unwrap();
        let state = State::at(place.path().join("state"));
        assert_eq!(state.journal(&one).unwrap(), []);

        let create = JournalEntry::of(&change("a.md", None, Some("ä\n")).unwrap(), 1_741_132_800, "agenda");
        let remove = JournalEntry::of(&change("a.md", Some("ä\n"), None).unwrap(), 1_741_132_900, "build");
        assert_eq!((create.old_hash.as_ref(), create.new_hash.as_ref()), (None, remove.old_hash.as_ref()));
        state.record(&one, std::slice::from_ref(&create)).unwrap();
        state.record(&one.join("../one"), std::slice::from_ref(&remove)).unwrap();
        assert_eq!(state.journal(&one).unwrap(), [create, remove]);
        assert_eq!(state.journal(&two).unwrap(), []);
    }

    #[test]
    fn a_torn_line_costs_no_other() {
        let root = tempfile::tempdir().unwrap();
        let outside = tempfile::tempdir().unwrap();
        let state = State::at(outside.path());
        let entry = JournalEntry::of(&change("a.md", None, Some("")).unwrap(), 0, "new");
        state.record(root.path(), std::slice::from_ref(&entry)).unwrap();
        let path = state.journal_path(root.path()).unwrap();
        OpenOptions::new().append(true).open(&path).unwrap().write_all(b"{\"when\":1").unwrap();
        state.record(root.path(), std::slice::from_ref(&entry)).unwrap();
        assert_eq!(state.journal(root.path()).unwrap(), [entry.clone(), entry]);
    }
}
