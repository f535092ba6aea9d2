//! The private folder outside of every vault, and the run of a command that writes with it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

use crate::Error;

/// Name of the folder in the place where the system has programs keep their state.
const NAME: &str = "interview-vault";

/// The private folder; it is made when something is first kept in it. A clone belongs to the same run of a command.
#[derive(Clone, Debug)]
pub struct State {
    folder: PathBuf,
    run: Arc<Run>,
    /// Whether `vault undo` takes back what is written: not for files that are made from the notes.
    counts: bool,
    /// The agenda's items, by id, whose ticks are recorded by what is written.
    ticks: Vec<String>,
}

/// One run of a command, to which changes belong.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// As the user knows it, such as `agenda`.
    pub(super) command: String,
    /// When, in seconds since 1970-01-01 UTC; `None` where nobody said.
    pub(super) when: Option<i64>,
    /// The run that this one takes back.
    pub(super) undoes: Option<u64>,
    /// Its number in the journal, once it stands there.
    pub(super) number: OnceLock<u64>,
}

/// SHA-256 of `bytes`, as 64 lower-case hex digits.
pub fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes as lower-case hex digits, two each.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

impl State {
    /// The folder where the environment of this process puts it: see [`State::locate`].
    pub fn open() -> Result<Self, Error> {
        Self::locate(|name| std::env::var_os(name))
    }

    /// The folder that the variables given by `lookup` name: `$XDG_STATE_HOME/interview-vault`,
    /// else `~/.local/state/interview-vault`; `~/Library/Application Support/interview-vault` on
    /// macOS; `%LOCALAPPDATA%\interview-vault` on Windows. A relative path does not count.
    ///
    /// # Errors
    /// [`Error::Refused`] where none of the variables has a path.
    pub fn locate(lookup: impl Fn(&str) -> Option<OsString>) -> Result<Self, Error> {
        let path = |name| lookup(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = || {
            if cfg!(windows) {
                return path("LOCALAPPDATA");
            }
            let below = if cfg!(target_os = "macos") { "Library/Application Support" } else { ".local/state" };
            path("HOME").map(|home| home.join(below))
        };
        match path("XDG_STATE_HOME").or_else(home) {
            Some(folder) => Ok(Self::at(folder.join(NAME))),
            None => Err(Error::Refused(
                "there is no place to keep what is replaced, so nothing is written; \
                 set XDG_STATE_HOME to a folder of yours, as an absolute path"
                    .to_owned(),
            )),
        }
    }

    /// The folder at `path`.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { folder: path.into(), run: Arc::default(), counts: true, ticks: Vec::new() }
    }

    /// The same folder, for one run of `command`, begun at `when` (seconds since 1970-01-01 UTC): all that is
    /// written with this state, or a clone of it, is taken back at once.
    #[must_use]
    pub fn during(&self, command: &str, when: i64) -> Self {
        self.with_run(Run { command: command.to_owned(), when: Some(when), ..Run::default() })
    }

    /// The same, for taking back the run of that number.
    #[must_use]
    pub fn undoing(&self, number: u64) -> Self {
        let Run { command, when, .. } = &*self.run;
        self.with_run(Run { command: command.clone(), when: *when, undoes: Some(number), ..Run::default() })
    }

    /// The same run, for files that are made from the notes: they are no reason to undo it.
    #[must_use]
    pub fn for_generated(&self) -> Self {
        Self { counts: false, ..self.clone() }
    }

    /// The same run, for recording the ticks of these items of the agenda: undoing it empties their boxes.
    #[must_use]
    pub fn for_ticks(&self, ids: Vec<String>) -> Self {
        Self { ticks: ids, ..self.clone() }
    }

    /// Where it is, or will be.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn run(&self) -> &Run {
        &self.run
    }

    pub(super) fn counts(&self) -> bool {
        self.counts
    }

    pub(super) fn ticks(&self) -> &[String] {
        &self.ticks
    }

    fn with_run(&self, run: Run) -> Self {
        Self { run: Arc::new(run), ..self.clone() }
    }
}

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_where() {
        let table = [
            (Some("/s"), Some("/h"), Some("/s/interview-vault")),
            (None, Some("/h"), Some("/h/.local/state/interview-vault")),
            (Some("relative"), Some("/h"), Some("/h/.local/state/interview-vault")),
            (Some(""), None, None),
            (None, None, None),
        ];
        for (state, home, expected) in table {
            let located = State::locate(|name| match name {
                "XDG_STATE_HOME" => state.map(OsString::from),
                "HOME" => home.map(OsString::from),
                _ => None,
            });
            match expected {
                Some(path) => assert_eq!(located.unwrap().folder(), Path::new(path)),
                None => assert!(located.unwrap_err().to_string().contains("XDG_STATE_HOME")),
            }
        }
    }
}
