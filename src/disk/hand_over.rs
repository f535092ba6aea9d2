//! Files that leave the vault: written where the user says, over nothing but an earlier one of our own.

use std::io;
use std::path::Path;

use super::aside::conflict_name;
use super::commit::{self, Committed};
use super::folder::{Folder, Found};
use super::open::read_up_to;
use super::state::{State, hash};
use super::store::Store;
use super::temporary::{Access, Temporary, fresh_name, second_name};
use crate::Error;

/// The largest file that is looked at for being one of ours; a larger one is not.
const LIMIT: u64 = 16 << 20;

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handed {
    /// Written and flushed, or to be written, were it not for `dry_run`; with what else the user should know.
    Written(Option<String>),
    /// It has these very bytes already.
    Same,
    /// Left as it is; why, and what to do.
    Refused(String),
}

/// Writes `bytes`, made from the vault at `root`, to the file at `path`, whole or not at all; with `dry_run`, only says what it would do.
///
/// What is written is kept in `state`, and a file is replaced only where its bytes are kept there:
/// an earlier call wrote it and nobody changed it. A note (`.md`) is never replaced.
///
/// # Errors
/// [`Error::Refused`] where `state` cannot be written, [`Error::Io`] where the system fails: then
/// the file is as it was.
pub fn hand_over(root: &Path, path: &Path, bytes: &[u8], state: &State, dry_run: bool) -> Result<Handed, Error> {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return Ok(Handed::Refused("it is no name for a file; name one".to_owned()));
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let folder = Folder::open(folder).map_err(Error::io("open", folder))?;
    let found = look(&folder, name, path)?;
    let kept = Store::of(state, root)?;
    let is_ours = match &found {
        Existing::Nothing => match folder.twin(name).map_err(Error::io("read", path))? {
            None => true,
            Some(twin) => {
                return Ok(Handed::Refused(format!(
                    "there is `{twin}` already, which many systems take for the same name; name another with `--output`"
                )));
            }
        },
        Existing::File(old) if old == bytes => return Ok(Handed::Same),
        Existing::File(old) => !is_note(path) && kept.load(&hash(old))?.is_some(),
        Existing::Other(what) => return Ok(Handed::Refused(format!("it is {what}; name a file"))),
    };
    if !is_ours {
        let why = "there is a file of that name which no export wrote, or which was changed since; \
                   move it away, or name another with `--output`";
        return Ok(Handed::Refused(why.to_owned()));
    }
    if dry_run {
        return Ok(Handed::Written(None));
    }
    let store = Store::make(state, root)?;
    let new = store.keep(bytes)?;
    let desk = Desk { folder: &folder, name, store: &store };
    let handed = match found {
        Existing::File(old) => desk.replace(&hash(&old), &new, bytes),
        Existing::Nothing | Existing::Other(_) => desk.create(bytes),
    };
    handed.map_err(Error::io("write", path))
}

/// Where a file is written: its folder, its name, and where its texts are kept.
struct Desk<'d> {
    folder: &'d Folder,
    name: &'d str,
    store: &'d Store,
}

impl Desk<'_> {
    fn temporary(&self, bytes: &[u8]) -> io::Result<(Temporary<'_>, String)> {
        let name = fresh_name(self.name, 0);
        Temporary::write(self.folder, name.clone(), bytes, Access::Usual).map(|temporary| (temporary, name))
    }

    fn create(&self, bytes: &[u8]) -> io::Result<Handed> {
        match self.temporary(bytes)?.0.place(self.name) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(changed(None)),
            placed => placed.and_then(|()| self.folder.sync()).map(|()| Handed::Written(None)),
        }
    }

    /// Takes the place of the text of hash `old`, as a change of a note does: whoever saves meanwhile keeps the file.
    fn replace(&self, old: &str, new: &str, bytes: &[u8]) -> io::Result<Handed> {
        let (temporary, aside) = self.temporary(bytes)?;
        let committed = commit::replace(self.folder, temporary, self.name, old, new);
        let told = [self.put_away(&aside), self.put_away(&second_name(&aside))];
        let is_done = matches!(committed?, Committed::Done { .. });
        let [one, other] = told;
        let told = one?.or(other?);
        Ok(if is_done { Handed::Written(told) } else { changed(told) })
    }

    /// Puts away what was displaced to the name `aside`: a text that is kept goes where the next command looks again
    /// whether somebody wrote into it late; any other stays here, under a name that is told.
    fn put_away(&self, aside: &str) -> io::Result<Option<String>> {
        let text = match self.folder.look(aside)? {
            Found::Absent => return Ok(None),
            Found::Unfit(what) => return Ok(Some(format!("what stood there for a moment, {what}, is now `{aside}`"))),
            Found::File(file, metadata) => read_up_to(&file, u64::MAX, metadata.len())?,
        };
        let hash = hash(&text);
        if text.is_empty() || self.store.has(&hash) {
            let moved = self.store.aside().and_then(|folder| self.folder.move_to(aside, &folder, aside));
            // On another disk nobody would come back to it.
            return moved.or_else(|_| self.folder.remove(aside)).map(|()| None);
        }
        let copy = conflict_name(self.name, &hash);
        match self.folder.place(aside, &copy) {
            // The very same text is there already.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => self.folder.remove(aside)?,
            placed => placed?,
        }
        self.folder.sync()?;
        Ok(Some(format!("another program saved it while it was being written; that text is in `{copy}`")))
    }
}

fn changed(told: Option<String>) -> Handed {
    let told = told.map_or_else(String::new, |told| format!("; {told}"));
    Handed::Refused(format!("the file has just changed, so it is left as it is; run the command again{told}"))
}

/// What stands where a file is to be written.
enum Existing {
    Nothing,
    File(Vec<u8>),
    Other(&'static str),
}

fn look(folder: &Folder, name: &str, path: &Path) -> Result<Existing, Error> {
    let read = || -> io::Result<Existing> {
        Ok(match folder.look(name)? {
            Found::Absent => Existing::Nothing,
            Found::Unfit(what) => Existing::Other(what),
            Found::File(_, metadata) if metadata.len() > LIMIT => Existing::Other("a file too large to be one of ours"),
            Found::File(file, metadata) => Existing::File(read_up_to(&file, LIMIT, metadata.len())?),
        })
    };
    read().map_err(Error::io("read", path))
}

fn is_note(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn only_our_own_files_are_replaced() {
        let place = tempfile::tempdir().unwrap();
        let state = State::at(place.path().join("state"));
        let file = place.path().join("letter.pdf");
        let hand = |text: &str| hand_over(place.path(), &file, text.as_bytes(), &state, false).unwrap();
        assert_eq!(hand_over(place.path(), &file, b"one", &state, true).unwrap(), Handed::Written(None));
        assert!(!file.exists() && !state.folder().exists());
        assert_eq!(hand("one"), Handed::Written(None));
        assert_eq!(hand("one"), Handed::Same);
        assert_eq!(hand("two"), Handed::Written(None));
        assert_eq!(fs::read(&file).unwrap(), b"two");
        fs::write(&file, "two, and mine").unwrap();
        assert!(matches!(hand("three"), Handed::Refused(why) if why.contains("--output")));
        assert_eq!(fs::read(&file).unwrap(), b"two, and mine");
        fs::remove_file(&file).unwrap();
        assert_eq!(hand("three"), Handed::Written(None));
        let names: Vec<_> = fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
    }

    #[test]
    fn notes_folders_and_links_are_left_alone() {
        let place = tempfile::tempdir().unwrap();
        let state = State::at(place.path().join("state"));
        Store::make(&state, place.path()).unwrap().keep(b"an old text").unwrap();
        let note = place.path().join("note.md");
        fs::write(&note, "an old text").unwrap();
        assert!(matches!(hand_over(place.path(), &note, b"x", &state, false).unwrap(), Handed::Refused(_)));
        assert!(
            matches!(hand_over(place.path(), place.path(), b"x", &state, false).unwrap(), Handed::Refused(why) if why.contains("folder"))
        );
        assert!(hand_over(place.path(), &place.path().join("no/such/x.pdf"), b"x", &state, false).is_err());
        #[cfg(unix)]
        {
            let link = place.path().join("link.pdf");
            std::os::unix::fs::symlink(&note, &link).unwrap();
            assert!(matches!(hand_over(place.path(), &link, b"x", &state, false).unwrap(), Handed::Refused(_)));
        }
        assert_eq!(fs::read(&note).unwrap(), b"an old text");
    }
}
