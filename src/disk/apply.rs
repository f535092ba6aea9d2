//! Brings changes to disk: each whole or not at all, and only over the text that was read.

use std::fs::{File, Metadata, Permissions};
use std::io;
use std::path::Path;

use super::aside::Sweeper;
use super::commit::{self, Committed};
use super::folder::{Folder, Found, Missing, Way};
use super::journal::{Batch, Step};
use super::store::Store;
use super::temporary::{Access, Temporary};
use super::turn::Turn;
use super::{State, open, sweep};
use crate::Error;
use crate::outbox::{Action, Change};
use crate::text::is_safe_path;

/// What became of the changes; a path in none of the lists was already as wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Files that were created or replaced, flushed to disk.
    pub written: Vec<String>,
    /// Files that were removed.
    pub removed: Vec<String>,
    /// Files that were left as they are, with why and what to do.
    pub refused: Vec<(String, String)>,
    /// What else the user should know, such as where a text was put that somebody saved in that very moment.
    pub told: Vec<String>,
}

impl Applied {
    /// Whether the file of that path was written or removed.
    pub fn has_changed(&self, path: &str) -> bool {
        self.written.iter().chain(&self.removed).any(|changed| changed == path)
    }
}

/// Makes `changes`, in order, below `root`. What is replaced or removed is kept in `state` first, and what is about to
/// be done is written down there. What an earlier command left behind is put away, whether there are changes or not.
///
/// A change is refused, and the others go on, where its path leads outside, through a link or to
/// something that is no regular file of one name, and where the file is not what was read.
///
/// # Errors
/// [`Error::Refused`] where `state` cannot be written, or another command has been writing for five seconds: then
/// nothing is. [`Error::Io`] where the system fails: that file is whole, as it was or as it was to be; the changes
/// before it stay, those after it are not made.
pub fn apply(root: &Path, changes: &[Change], state: &State) -> Result<Applied, Error> {
    if changes.is_empty() {
        // There is nothing to write that the state folder would be needed for.
        return Ok(Applied { told: sweep(root, state).unwrap_or_default(), ..Applied::default() });
    }
    let (mut turn, told) = Turn::take(root, state)?;
    let now = turn.now();
    let batch = turn.begin(state, changes.iter().map(|change| Step::of(change, now)).collect())?;
    let mut writer = Writer { folder: &turn.folder, store: &turn.store, sweeper: turn.sweeper(), is_tidy: true };
    let mut applied = Applied { told, ..Applied::default() };
    let made = writer.make_all(root, changes, &batch, &mut applied);
    let is_tidy = writer.is_tidy;
    applied.told.extend(writer.sweeper.told());
    let is_refused = |change: &Change| applied.refused.iter().any(|(path, _)| *path == change.path);
    let refused = (0..changes.len()).filter(|at| is_refused(&changes[*at])).collect();
    made?;
    turn.end(&batch, refused, is_tidy)?;
    Ok(applied)
}

/// What [`apply`] would refuse of `changes` as the files stand now: each path, with why and what to do. Nothing is written.
///
/// # Errors
/// [`Error::Io`] where the system does not let a file be looked at.
pub fn refusals(root: &Path, changes: &[Change]) -> Result<Vec<(String, String)>, Error> {
    let folder = Folder::open(root).map_err(Error::io("open", root))?;
    let mut refused = Vec::new();
    for change in changes {
        match ready(&folder, change, Missing::MayCome) {
            Ok(_) => {}
            Err(Stop::Refused(why)) => refused.push((change.path.clone(), why)),
            Err(Stop::Failed(error)) => return Err(error),
            Err(Stop::Io(error)) => return Err(Error::io("read", &root.join(&change.path))(error)),
        }
    }
    Ok(refused)
}

/// Why a change was not made.
#[derive(Debug)]
enum Stop {
    /// It must not be; what to tell the user.
    Refused(String),
    /// The state folder failed.
    Failed(Error),
    /// The vault's folder failed.
    Io(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

fn refused<T>(why: impl Into<String>) -> Result<T, Stop> {
    Err(Stop::Refused(why.into()))
}

/// Makes the changes of one batch.
struct Writer<'w> {
    folder: &'w Folder,
    store: &'w Store,
    sweeper: Sweeper<'w>,
    /// Whether nothing was left beside a file.
    is_tidy: bool,
}

impl Writer<'_> {
    fn make_all(&mut self, root: &Path, changes: &[Change], batch: &Batch, applied: &mut Applied) -> Result<(), Error> {
        for (change, step) in changes.iter().zip(&batch.steps) {
            let path = change.path.clone();
            match self.make(change, step) {
                Ok(true) if change.action.text().is_some() => applied.written.push(path),
                Ok(true) => applied.removed.push(path),
                Ok(false) => {}
                Err(Stop::Refused(why)) => applied.refused.push((path, why)),
                Err(Stop::Failed(error)) => return Err(error),
                Err(Stop::Io(error)) => return Err(Error::io("write", &root.join(&path))(error)),
            }
        }
        Ok(())
    }

    /// Makes one change; `false` where the file is as wanted already.
    fn make(&mut self, change: &Change, step: &Step) -> Result<bool, Stop> {
        let (_, name) = step.place();
        let (folder, old, permissions) = match ready(self.folder, change, Missing::IsMade)? {
            Ready::Done => return Ok(false),
            Ready::Create(folder) => return create(&folder, name, change.action.text().unwrap_or_default(), step),
            Ready::Replace(folder, old, permissions) => (folder, old, permissions),
        };
        let old = self.store.keep(&old).map_err(Stop::Failed)?;
        let committed = match (change.action.text(), &step.new) {
            (Some(text), Some(new)) => {
                let access = Access::As(permissions);
                let temporary = Temporary::write(&folder, step.temporary.clone(), text.as_bytes(), access)?;
                commit::replace(&folder, temporary, name, &old, new)?
            }
            _ => commit::remove(&folder, &step.temporary, name, &old)?,
        };
        self.is_tidy &= self.sweeper.put_away_all(&committed, &folder, name, step)?;
        match committed {
            Committed::Gone => absent(&change.action).map(|_| false),
            Committed::Done { .. } => Ok(true),
            Committed::Kept { .. } => changed_meanwhile(),
        }
    }
}

/// What there is to do for a change in which nothing is in the way.
enum Ready {
    /// Nothing.
    Done,
    /// A file is to be made in this folder.
    Create(Folder),
    /// A file in this folder is to be replaced or removed, which has this text and these permissions.
    Replace(Folder, Vec<u8>, Permissions),
}

/// Looks whether a change can be made below `root`. `missing`: what becomes of folders that a new file needs.
fn ready(root: &Folder, change: &Change, missing: Missing) -> Result<Ready, Stop> {
    if !is_safe_path(&change.path) {
        return refused("it is no path inside the vault, so nothing is written; use a relative path without `..`");
    }
    let (folder, name) = change.path.rsplit_once('/').unwrap_or(("", &change.path));
    let is_new = matches!(change.action, Action::Create { .. });
    let folder = match root.walk(folder, if is_new { missing } else { Missing::Stays })? {
        Way::Open(folder) => folder,
        Way::Missing if is_new => return Ok(Ready::Done),
        Way::Missing => return absent(&change.action),
        Way::Blocked(why) => {
            return refused(format!("{why}, so nothing is written there; put a folder there, or choose another place"));
        }
    };
    let (mut file, metadata) = match folder.look(name)? {
        Found::File(file, metadata) => (file, metadata),
        Found::Absent if !is_new => return absent(&change.action),
        Found::Absent => {
            return match folder.twin(name)? {
                None => Ok(Ready::Create(folder)),
                Some(twin) => refused(format!(
                    "there is `{twin}` already, which many systems take for the same name; rename one of the two"
                )),
            };
        }
        Found::Unfit(what) => {
            return refused(format!("it is {what}, so nothing is written; put a file there, or choose another place"));
        }
    };
    if change.action.text().is_some_and(|text| Some(text) == change.action.old()) {
        return Ok(Ready::Done);
    }
    let present = text_of(&mut file, &metadata, &change.action)?;
    if present.is_some() && present.as_deref() == change.action.text().map(str::as_bytes) {
        return Ok(Ready::Done);
    }
    if is_new {
        return refused(
            "a file of that name is already there, and it is not replaced; move it, or choose another name",
        );
    }
    let Some(present) = present.filter(|text| Some(text.as_slice()) == change.action.old().map(str::as_bytes)) else {
        return changed_meanwhile();
    };
    if has_other_names(&metadata) {
        return refused(
            "the file has another name elsewhere (a hard link), which would keep the old text; make it a copy of its own",
        );
    }
    Ok(Ready::Replace(folder, present, metadata.permissions()))
}

fn create(folder: &Folder, name: &str, text: &str, step: &Step) -> Result<bool, Stop> {
    let temporary = Temporary::write(folder, step.temporary.clone(), text.as_bytes(), Access::Usual)?;
    match temporary.place(name) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return refused("a file of that name has just appeared, and it is not replaced; run the command again");
        }
        placed => placed?,
    }
    folder.sync()?;
    Ok(true)
}

/// A file that is not there: as wanted where it had to go.
fn absent(action: &Action) -> Result<Ready, Stop> {
    match action {
        Action::Remove { .. } => Ok(Ready::Done),
        _ => refused("the file is gone since it was read, so nothing is written; run the command again"),
    }
}

fn changed_meanwhile<T>() -> Result<T, Stop> {
    refused("the file was changed since it was read, so it is left as it is; run the command again")
}

/// All bytes of the file; `None` where its size alone says that it is neither of the action's texts.
fn text_of(file: &mut File, metadata: &Metadata, action: &Action) -> io::Result<Option<Vec<u8>>> {
    let has_length = |text: Option<&str>| text.is_some_and(|text| text.len() as u64 == metadata.len());
    if has_length(action.old()) || has_length(action.text()) {
        open::read_settled(file, metadata.len() + 1)
    } else {
        Ok(None)
    }
}

#[cfg(unix)]
fn has_other_names(metadata: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(metadata) > 1
}

#[cfg(not(unix))]
fn has_other_names(_: &Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests;
