//! A command's turn to write: nobody else of us writes meanwhile, what earlier ones left is put away, and what is about
//! to be done is written down before it is done.

use std::path::Path;

use super::aside::Sweeper;
use super::bounds;
use super::folder::Folder;
use super::journal::{Batch, End, Journal, Step};
use super::lock::Lock;
use super::state::State;
use super::store::Store;
use crate::Error;

/// Looks after what earlier commands left, as [`apply`](super::apply) does before it writes, and gives what the user
/// should know. Where nothing was left, nothing is touched.
///
/// # Errors
/// [`Error::Refused`] where the state folder cannot be written, or another command writes; [`Error::Io`].
pub fn sweep(root: &Path, state: &State) -> Result<Vec<String>, Error> {
    let store = Store::of(state, root)?;
    let journal = Journal::read(&store)?;
    let is_tidy = journal.entries.iter().all(|entry| !entry.is_untidy);
    if is_tidy && std::fs::read_dir(store.path("aside")).map_or(true, |mut files| files.next().is_none()) {
        return Ok(Vec::new());
    }
    Turn::take(root, state).map(|(_, told)| told)
}

/// The turn of one command; it lasts until it is dropped.
pub(super) struct Turn {
    /// The vault's root.
    pub(super) folder: Folder,
    pub(super) store: Store,
    lock: Lock,
    journal: Journal,
}

impl Turn {
    /// Waits for the turn in the vault at `root`; gives it with what the user should know of what was left.
    ///
    /// # Errors
    /// [`Error::Refused`] where the state folder cannot be written, or another command writes; [`Error::Io`].
    pub(super) fn take(root: &Path, state: &State) -> Result<(Self, Vec<String>), Error> {
        let store = Store::make(state, root)?;
        let lock = Lock::take(&store, &state.run().command)?;
        let folder = Folder::open(root).map_err(Error::io("open", root))?;
        let mut journal = Journal::read(&store)?;
        let told = Sweeper::new(&folder, &store, &lock).sweep(&mut journal).map_err(Error::io("tidy up in", root))?;
        Ok((Self { folder, store, lock, journal }, told))
    }

    /// Since when it is ours, in seconds since 1970-01-01 UTC.
    pub(super) fn now(&self) -> i64 {
        self.lock.seconds()
    }

    /// Writes down that these steps are about to be made.
    pub(super) fn begin(&mut self, state: &State, steps: Vec<Step>) -> Result<Batch, Error> {
        let batch = Batch { steps, ..self.journal.next(state, self.now()) };
        bounds::keep(&mut self.journal, &self.store, batch.when)?;
        Journal::begin(&self.store, &batch)?;
        Ok(batch)
    }

    /// Writes down that it was done, but for the steps that were `refused`, and whether it is all `tidy`.
    pub(super) fn end(&self, batch: &Batch, refused: Vec<usize>, tidy: bool) -> Result<(), Error> {
        Journal::end(&self.store, End { number: batch.number, refused, tidy })
    }

    /// What puts away what this turn leaves.
    pub(super) fn sweeper(&self) -> Sweeper<'_> {
        Sweeper::new(&self.folder, &self.store, &self.lock)
    }
}
