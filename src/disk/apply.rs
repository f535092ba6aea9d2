//! Brings changes to disk: each whole or not at all, and only over the text that was read.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

use super::folder::{Folder, Found, Way};
use super::temporary::{Access, Temporary};
use super::{State, open};
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
}

/// Makes `changes`, in order, below `root`. What is replaced or removed is kept in `state` first.
///
/// A change is refused, and the others go on, where its path leads outside, through a link or to
/// something that is no regular file of one name, and where the file is not what was read.
///
/// # Errors
/// [`Error::Refused`] where `state` cannot be written: then nothing is. [`Error::Io`] where the
/// system fails: that file is as it was, the changes before it stay, those after it are not made.
pub fn apply(root: &Path, changes: &[Change], state: &State) -> Result<Applied, Error> {
    let mut applied = Applied::default();
    if changes.is_empty() {
        return Ok(applied);
    }
    state.prepare()?;
    let folder = Folder::open(root).map_err(Error::io("open", root))?;
    for change in changes {
        let path = change.path.clone();
        match make(&folder, change, state) {
            Ok(true) if change.action.text().is_some() => applied.written.push(path),
            Ok(true) => applied.removed.push(path),
            Ok(false) => {}
            Err(Stop::Refused(why)) => applied.refused.push((path, why)),
            Err(Stop::Failed(error)) => return Err(error),
            Err(Stop::Io(error)) => return Err(Error::io("write", &root.join(&path))(error)),
        }
    }
    Ok(applied)
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

/// Makes one change; `false` where the file is as wanted already.
fn make(root: &Folder, change: &Change, state: &State) -> Result<bool, Stop> {
    if !is_safe_path(&change.path) {
        return refused("it is no path inside the vault, so nothing is written; use a relative path without `..`");
    }
    let (folder, name) = change.path.rsplit_once('/').unwrap_or(("", &change.path));
    let is_new = matches!(change.action, Action::Create { .. });
    let folder = match root.walk(folder, is_new)? {
        Way::Open(folder) => folder,
        Way::Missing => return absent(&change.action),
        Way::Blocked(why) => {
            return refused(format!("{why}, so nothing is written there; put a folder there, or choose another place"));
        }
    };
    let (file, metadata) = match folder.look(name)? {
        Found::File(file, metadata) => (file, metadata),
        Found::Absent if !is_new => return absent(&change.action),
        Found::Absent => {
            if let Some(twin) = folder.twin(name)? {
                return refused(format!(
                    "there is `{twin}` already, which many systems take for the same name; rename one of the two"
                ));
            }
            let text = change.action.text().unwrap_or_default();
            let temporary = Temporary::write(&folder, name, text.as_bytes(), Access::Usual)?;
            return commit(&folder, name, &change.action, Some(temporary)).map(|()| true);
        }
        Found::Unfit(what) => {
            return refused(format!("it is {what}, so nothing is written; put a file there, or choose another place"));
        }
    };
    if change.action.text().is_some_and(|text| Some(text) == change.action.old()) {
        return Ok(false);
    }
    let present = text_of(&file, &metadata, &change.action)?;
    if present.is_some() && present.as_deref() == change.action.text().map(str::as_bytes) {
        return Ok(false);
    }
    if is_new {
        return refused(
            "a file of that name is already there, and it is not replaced; move it, or choose another name",
        );
    }
    if present.as_deref() != change.action.old().map(str::as_bytes) {
        return changed_meanwhile();
    }
    if has_other_names(&metadata) {
        return refused(
            "the file has another name elsewhere (a hard link), which would keep the old text; make it a copy of its own",
        );
    }
    state.store(present.as_deref().unwrap_or_default()).map_err(Stop::Failed)?;
    let temporary = match change.action.text() {
        Some(text) => Some(Temporary::write(&folder, name, text.as_bytes(), Access::As(metadata.permissions()))?),
        None => None,
    };
    commit(&folder, name, &change.action, temporary).map(|()| true)
}

/// The moment in which a change becomes visible, after a last look at what it replaces; then
/// flushed. `temporary` holds the new text, and is `None` for a removal.
fn commit(folder: &Folder, name: &str, action: &Action, temporary: Option<Temporary<'_>>) -> Result<(), Stop> {
    if let Some(old) = action.old() {
        match folder.look(name)? {
            Found::File(file, metadata) if text_of(&file, &metadata, action)?.as_deref() == Some(old.as_bytes()) => {}
            _ => return changed_meanwhile(),
        }
    }
    match (temporary, action.old()) {
        (Some(temporary), Some(_)) => temporary.replace(name)?,
        (Some(temporary), None) => match temporary.place(name) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return refused("a file of that name has just appeared, and it is not replaced; run the command again");
            }
            placed => placed?,
        },
        (None, _) => folder.remove(name)?,
    }
    Ok(folder.sync()?)
}

/// A file that is not there: as wanted where it had to go.
fn absent(action: &Action) -> Result<bool, Stop> {
    match action {
        Action::Remove { .. } => Ok(false),
        _ => refused("the file is gone since it was read, so nothing is written; run the command again"),
    }
}

fn changed_meanwhile<T>() -> Result<T, Stop> {
    refused("the file was changed since it was read, so it is left as it is; run the command again")
}

/// All bytes of the file; `None` where its size alone says that it is neither of the action's texts.
fn text_of(file: &File, metadata: &Metadata, action: &Action) -> io::Result<Option<Vec<u8>>> {
    let has_length = |text: Option<&str>| text.is_some_and(|text| text.len() as u64 == metadata.len());
    if has_length(action.old()) || has_length(action.text()) {
        open::read_up_to(file, metadata.len() + 1, metadata.len()).map(Some)
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
