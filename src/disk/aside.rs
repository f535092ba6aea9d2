//! Files that were displaced, or that a kill left behind: put away, where an editor that still holds one open can do no
//! harm; looked at again before they go; and brought to light where there is text in them that nobody knows.

use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::commit::Committed;
use super::folder::{Folder, Found, Missing, Way};
use super::journal::{End, Entry, Journal, Step};
use super::lock::Lock;
use super::state::hash;
use super::store::Store;
use super::temporary::{Access, Temporary, is_finished, second_name};
use super::{NOTE_LIMIT, open};

/// So long an editor may hold a displaced file open and still write into it.
const WAIT: Duration = Duration::from_secs(10);

/// So long after a write [`sweep`](super::sweep) finds all that was displaced old enough to go.
pub const LATE: Duration = Duration::from_secs(12);

/// Digits of a hash in the name of a conflict copy.
const DIGITS: usize = 8;

/// Puts away what is left over.
pub(super) struct Sweeper<'s> {
    root: &'s Folder,
    store: &'s Store,
    now: SystemTime,
    told: Vec<String>,
}

impl<'s> Sweeper<'s> {
    /// For the vault whose folder is `root`, under `lock`.
    pub(super) fn new(root: &'s Folder, store: &'s Store, lock: &Lock) -> Self {
        // Without a clock nothing is old enough to go.
        Self { root, store, now: lock.since().unwrap_or(SystemTime::UNIX_EPOCH), told: Vec::new() }
    }

    /// Looks at all that earlier batches left, in the vault and aside of it; gives what the user should know.
    pub(super) fn sweep(mut self, journal: &mut Journal) -> io::Result<Vec<String>> {
        for entry in journal.entries.iter_mut().filter(|entry| entry.is_untidy) {
            if self.is_tidied(entry)? {
                entry.is_untidy = false;
                entry.refused.extend(self.not_made(entry)?);
                let end = End { number: entry.batch.number, refused: entry.refused.clone(), tidy: true };
                Journal::end(self.store, end).map_err(io::Error::other)?;
            }
        }
        let aside = self.store.aside()?;
        for name in aside.names()? {
            let Some(name) = name.to_str().filter(|name| name.starts_with(".vault-")) else { continue };
            let steps = journal.entries.iter().flat_map(|entry| &entry.batch.steps);
            let step = steps.rev().find(|step| step.temporary == name || second_name(&step.temporary) == name);
            self.look_again(&aside, name, step)?;
        }
        Ok(self.told)
    }

    /// What the user should know of what was put away.
    pub(super) fn told(self) -> Vec<String> {
        self.told
    }

    /// Says, the first time in this vault, what cannot be promised where files cannot change places.
    pub(super) fn tell_once_of_no_exchange(&mut self) -> io::Result<()> {
        const NAME: &str = "no-exchange";
        if self.store.read(NAME).map_err(io::Error::other)?.is_none() {
            self.store.write(NAME, b"").map_err(io::Error::other)?;
            self.told.push(
                "this file system cannot let two files change places: should another program save a file in the very \
                 moment in which it is written here, that save may be lost; close the note in your editor first"
                    .to_owned(),
            );
        }
        Ok(())
    }

    fn is_tidied(&mut self, entry: &Entry) -> io::Result<bool> {
        let mut is_tidy = true;
        for step in &entry.batch.steps {
            is_tidy &= match self.clear_beside(step) {
                // A place elsewhere that cannot be reached now keeps nobody from writing into the vault.
                Err(_) if step.is_handed_over() => false,
                put_away => put_away?,
            };
        }
        Ok(is_tidy)
    }

    /// Puts away what a kill left beside the file of a step. `false` where it has to stay.
    fn clear_beside(&mut self, step: &Step) -> io::Result<bool> {
        let Some(folder) = self.folder_of(step)? else { return Ok(true) };
        let (_, name) = step.place();
        let first = self.put_away(&folder, &step.temporary, name, step)?;
        Ok(self.put_away(&folder, &second_name(&step.temporary), name, step)? && first)
    }

    /// The folder of the file of a step, if it is still there.
    fn folder_of(&self, step: &Step) -> io::Result<Option<Folder>> {
        if step.is_handed_over() {
            let folder = Path::new(&step.path).parent().map(Folder::open).transpose();
            return folder.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(None) } else { Err(error) });
        }
        match self.root.walk(step.place().0, Missing::Stays)? {
            Way::Open(folder) => Ok(Some(folder)),
            Way::Missing | Way::Blocked(_) => Ok(None),
        }
    }

    /// The steps of an entry that a kill cut short: their files hold the old text, or none.
    fn not_made(&self, entry: &Entry) -> io::Result<Vec<usize>> {
        let mut not_made = Vec::new();
        // What was handed over is never taken back, so nobody asks.
        let steps = entry.batch.steps.iter().enumerate().filter(|(_, step)| !step.is_handed_over());
        for (at, step) in steps {
            let (_, name) = step.place();
            let there = match self.folder_of(step)?.map(|folder| folder.look(name)).transpose()? {
                Some(Found::File(file, metadata)) => Some(hash(&open::read_up_to(&file, u64::MAX, metadata.len())?)),
                Some(Found::Absent | Found::Unfit(_)) | None => None,
            };
            if there == step.old {
                not_made.push(at);
            }
        }
        Ok(not_made)
    }

    /// Puts away all that a commit left in `folder` beside the file `name`. `false` where some of it has to stay.
    pub(super) fn put_away_all(
        &mut self,
        committed: &Committed,
        folder: &Folder,
        name: &str,
        step: &Step,
    ) -> io::Result<bool> {
        let left = match committed {
            Committed::Gone => return Ok(true),
            Committed::Done { surely, left } => {
                if !surely {
                    self.tell_once_of_no_exchange()?;
                }
                left
            }
            Committed::Kept { left } => left,
        };
        let mut is_tidy = true;
        for temporary in left {
            is_tidy &= self.put_away(folder, temporary, name, step)?;
        }
        Ok(is_tidy)
    }

    /// Puts away what lies in `folder` under `temporary`, beside its target `name`. `false` where it has to stay.
    pub(super) fn put_away(&mut self, folder: &Folder, temporary: &str, name: &str, step: &Step) -> io::Result<bool> {
        let (file, metadata) = match folder.look(temporary)? {
            Found::Absent => return Ok(true),
            Found::File(file, metadata) => (file, metadata),
            Found::Unfit(what) => {
                let path = &step.path;
                self.told.push(format!(
                    "what stood under {path} for a moment is kept beside it as `{temporary}`: it is {what}"
                ));
                return Ok(false);
            }
        };
        if !is_finished(&metadata) {
            folder.remove(temporary)?;
            return Ok(true);
        }
        let text = open::read_up_to(&file, u64::MAX, metadata.len())?;
        let hash = hash(&text);
        if self.is_known(&hash, &text, step) {
            // On another file system a note's stays where it is for a while; that of a file which leaves the vault does
            // not, since nobody may come by there again.
            if self.store.aside().and_then(|aside| folder.move_to(temporary, &aside, temporary)).is_err() {
                if !self.is_old(&metadata) && !step.is_handed_over() {
                    return Ok(false);
                }
                folder.remove(temporary)?;
            }
            return Ok(true);
        }
        match folder.place(temporary, name) {
            Ok(()) => self.told.push(format!("{} was put back as it was saved while it was being written", step.path)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let copy = conflict_name(name, &hash);
                match folder.place(temporary, &copy) {
                    // The very same text is there already.
                    Err(error) if error.kind() == io::ErrorKind::AlreadyExists => folder.remove(temporary)?,
                    placed => placed?,
                }
                self.tell_copy(step, &copy);
            }
            Err(error) => return Err(error),
        }
        folder.sync()?;
        self.know(&text)?;
        Ok(true)
    }

    /// Looks again at a displaced file, in the folder for such: an editor may have written into it. What its times say
    /// nobody wrote into is read once more all the same, before it goes.
    fn look_again(&mut self, aside: &Folder, name: &str, step: Option<&Step>) -> io::Result<()> {
        let Found::File(file, metadata) = aside.look(name)? else { return Ok(()) };
        let is_old = self.is_old(&metadata);
        if !is_old && !may_be_written_since(&metadata) {
            return Ok(());
        }
        let text = open::read_up_to(&file, u64::MAX, metadata.len())?;
        let hash = hash(&text);
        let is_known =
            step.map_or_else(|| text.is_empty() || self.store.has(&hash), |step| self.is_known(&hash, &text, step));
        if !is_known {
            match step {
                Some(step) if !step.is_handed_over() => self.bring_back(&text, &hash, step)?,
                _ => self.told.push(format!(
                    "text that was saved into a file while it was replaced is kept in {}",
                    self.store.object(&hash).display()
                )),
            }
            self.know(&text)?;
        }
        if is_old { aside.remove(name) } else { Ok(()) }
    }

    /// Writes a text that was saved into a displaced file beside the file that took its place.
    fn bring_back(&mut self, text: &[u8], hash: &str, step: &Step) -> io::Result<()> {
        let (_, name) = step.place();
        let Some(folder) = self.folder_of(step)? else {
            let kept = self.store.object(hash);
            let (path, kept) = (&step.path, kept.display());
            self.told.push(format!("what was saved into {path} while it was replaced is kept in {kept}"));
            return Ok(());
        };
        let copy = conflict_name(name, hash);
        // A name of its own, by which what a kill left of this is found when it is done again.
        let temporary = second_name(&second_name(&step.temporary));
        match folder.remove(&temporary) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        match Temporary::write(&folder, temporary, text, Access::Usual)?.place(&copy) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => folder.sync()?,
        }
        self.tell_copy(step, &copy);
        Ok(())
    }

    fn tell_copy(&mut self, step: &Step, copy: &str) {
        let (folder, _) = step.place();
        let slash = if folder.is_empty() { "" } else { "/" };
        self.told.push(format!(
            "{} was saved by another program while it was being written; that text is in {folder}{slash}{copy}: take \
             what you need from it, then delete it",
            step.path
        ));
    }

    /// Keeps a text that was brought to light: from now on it is known. Were it so before, a kill in between would leave
    /// it in the dark.
    fn know(&self, text: &[u8]) -> io::Result<()> {
        self.store.keep(text).map(drop).map_err(io::Error::other)
    }

    fn is_known(&self, hash: &str, text: &[u8], step: &Step) -> bool {
        let is_of_step = [&step.old, &step.new].iter().any(|known| known.as_deref() == Some(hash));
        text.is_empty() || is_of_step || (text.len() as u64 <= NOTE_LIMIT && self.store.has(hash))
    }

    fn is_old(&self, metadata: &Metadata) -> bool {
        changed(metadata).is_some_and(|changed| self.now.duration_since(changed).is_ok_and(|age| age >= WAIT))
    }
}

/// When a file was last written or moved.
#[cfg(unix)]
fn changed(metadata: &Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt as _;

    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(u64::try_from(metadata.ctime()).ok()?))
}

#[cfg(not(unix))]
fn changed(metadata: &Metadata) -> Option<SystemTime> {
    metadata.modified().ok()
}

/// Whether somebody may have written into a file since it was moved: moving sets one of its times, writing both.
#[cfg(unix)]
fn may_be_written_since(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    (metadata.mtime(), metadata.mtime_nsec()) >= (metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn may_be_written_since(_: &Metadata) -> bool {
    true
}

/// `X.conflict-<hash>.md` for `X.md`.
pub(super) fn conflict_name(name: &str, hash: &str) -> String {
    let hash = &hash[..DIGITS];
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem}.conflict-{hash}.{extension}"),
        _ => format!("{name}.conflict-{hash}"),
    }
}

#[cfg(test)]
mod tests;
