//! A failing machine: what keeps the program from doing its work, as opposed to a mistake in a note.

use std::io;
use std::path::{Path, PathBuf};

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Reading or writing a file failed.
    #[error("cannot {what} {path}: {source}")]
    Io {
        /// The verb: `read`, `write`, `list`, …
        what: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Something is not as the command needs it; the text says what, where, and what to do.
    #[error("{0}")]
    Refused(String),
}

impl Error {
    /// What the system said while the program tried to `what` the file or folder at `path`;
    /// made to stand in `map_err`.
    pub(crate) fn io(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { what, path: path.to_path_buf(), source }
    }
}
