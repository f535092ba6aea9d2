//! Why a command could not run: exit code 2.

use std::io;

/// What ends a command before it is done.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// A wrong name, value or combination; the text says what to write instead.
    #[error("{0}")]
    Usage(String),
    /// `vault.toml` cannot be used; the text shows every mistake.
    #[error("{0}")]
    Config(String),
    /// The machine failed.
    #[error(transparent)]
    Machine(#[from] crate::Error),
    /// Results could not be printed.
    #[error("cannot print the result: {0}")]
    Print(io::Error),
    /// Whoever read the results has gone.
    #[error("closed pipe")]
    ClosedPipe,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::ClosedPipe } else { Self::Print(error) }
    }
}
