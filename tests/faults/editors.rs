//! Editors that save while the program writes, each in the way of its kind.

use std::fs::{self, File, OpenOptions};
use std::io::{Seek as _, Write as _};
use std::os::unix::fs::FileExt as _;
use std::path::Path;

/// How an editor saves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Editor {
    /// A new file, renamed over the old one.
    Renames,
    /// The old file moved away, a new one written in its place.
    MovesAway,
    /// The file emptied, then written.
    Empties,
    /// The file held open all the time, and written in place.
    Holds,
}

impl Editor {
    pub(crate) const ALL: [Self; 4] = [Self::Renames, Self::MovesAway, Self::Empties, Self::Holds];

    /// What the editor opens when the note is opened in it.
    pub(crate) fn open(self, path: &Path) -> Option<File> {
        (self == Self::Holds).then(|| OpenOptions::new().read(true).write(true).open(path).unwrap())
    }

    /// Saves `text`; when this returns, the user has seen that it is saved.
    pub(crate) fn save(self, open: Option<File>, path: &Path, text: &[u8]) {
        let (first, second) = text.split_at(text.len() / 2);
        match self {
            Self::Renames => {
                let new = path.with_extension("swp");
                fs::write(&new, text).unwrap();
                fs::rename(new, path).unwrap();
            }
            Self::MovesAway => {
                let backup = path.with_extension("md~");
                // It may have been there only a moment ago.
                let _ = fs::rename(path, &backup);
                fs::write(path, text).unwrap();
                let _ = fs::remove_file(backup);
            }
            Self::Empties => {
                let mut file = File::create(path).unwrap();
                file.write_all(first).unwrap();
                std::thread::yield_now();
                file.write_all(second).unwrap();
            }
            Self::Holds => {
                let mut file = open.unwrap();
                file.rewind().unwrap();
                file.write_all_at(first, 0).unwrap();
                std::thread::yield_now();
                file.write_all_at(second, first.len() as u64).unwrap();
                file.set_len(text.len() as u64).unwrap();
            }
        }
    }
}
