//! What many tests of this room start from: a vault's folder, and another one outside of it.

use std::fs;
use std::path::{Path, PathBuf};

use super::state::State;
use super::store::Store;
#[cfg(unix)]
use super::{Listing, Selection};

/// Both folders, empty; they go with this.
pub(super) struct Place {
    root: tempfile::TempDir,
    outside: tempfile::TempDir,
}

impl Place {
    pub(super) fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap(), outside: tempfile::tempdir().unwrap() }
    }

    pub(super) fn root(&self) -> &Path {
        self.root.path()
    }

    pub(super) fn outside(&self) -> &Path {
        self.outside.path()
    }

    /// Where that lies in the vault.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    pub(super) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// All the notes there are now.
    #[cfg(unix)]
    pub(super) fn listing(&self) -> Listing {
        let selection = Selection::new(&["**".to_owned()], &[], "").unwrap();
        Listing::new(self.root(), &selection).unwrap()
    }

    /// A state folder outside of the vault, which is yet to be made.
    pub(super) fn state(&self) -> State {
        State::at(self.outside().join("state"))
    }

    /// The vault's part of it, made.
    pub(super) fn store(&self) -> Store {
        Store::make(&self.state(), self.root()).unwrap()
    }
}
