//! Files that leave the vault: written where the user says, over nothing but an earlier one of our own.

use std::io;
use std::path::Path;

use super::aside::Sweeper;
use super::commit::{self, Committed};
use super::folder::{Folder, Found};
use super::journal::Step;
use super::open::read_up_to;
use super::state::{State, hash};
use super::store::Store;
use super::temporary::{Access, Temporary};
use super::turn::{Turn, sweep};
use crate::Error;

/// The largest file that is looked at for being one of ours; a larger one is not.
const LIMIT: u64 = 16 << 20;

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handed {
    /// Written and flushed, or to be written, were it not for `dry_run`.
    Written,
    /// It has these very bytes already.
    Same,
    /// Left as it is; why, and what to do.
    Refused(String),
}

/// Writes `bytes`, made from the vault at `root`, to the file at `path`, whole or not at all; with `dry_run`, only says
/// what it would do. Gives also what else the user should know.
///
/// What is written is kept in `state`, and a file is replaced only where its bytes are kept there: an earlier call wrote
/// it and nobody changed it. A note (`.md`) is never replaced. As with a note, what is about to be done is written down
/// first, and what an earlier command left behind is put away, here and in the vault.
///
/// # Errors
/// [`Error::Refused`] where `state` cannot be written, or another command has been writing for five seconds;
/// [`Error::Io`] where the system fails: then the file is whole, as it was or as it was to be.
pub fn hand_over(
    root: &Path,
    path: &Path,
    bytes: &[u8],
    state: &State,
    dry_run: bool,
) -> Result<(Handed, Vec<String>), Error> {
    let refused = |why: &str| Ok((Handed::Refused(why.to_owned()), Vec::new()));
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return refused("it is no name for a file; name one");
    };
    let parent = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let folder = Folder::open(parent).map_err(Error::io("open", parent))?;
    let whole_path = std::fs::canonicalize(parent).map_err(Error::io("open", parent))?.join(name);
    let Some(whole_path) = whole_path.to_str() else {
        return refused("the path of its folder is not Unicode; choose another folder with `--output`");
    };
    let mut told = if dry_run { Vec::new() } else { sweep(root, state)? };
    let old = match replaceable(&folder, name, path, bytes, &Store::of(state, root)?)? {
        Ok(_) if dry_run => return Ok((Handed::Written, told)),
        Ok(old) => old,
        Err(left) => return Ok((left, told)),
    };
    let state = state.for_generated();
    let (mut turn, more) = Turn::take(root, &state)?;
    told.extend(more);
    turn.store.keep(bytes)?;
    let step = Step::new(whole_path, old.as_deref(), Some(bytes), turn.now());
    let batch = turn.begin(&state, vec![step.clone()])?;
    let mut sweeper = turn.sweeper();
    let (handed, is_tidy) = write(&folder, name, &step, bytes, &mut sweeper).map_err(Error::io("write", path))?;
    told.extend(sweeper.told());
    turn.end(&batch, Vec::new(), is_tidy)?;
    Ok((handed, told))
}

/// The bytes that an earlier call wrote to the file `name`, if it is there; `Err` with why it is left as it is.
fn replaceable(
    folder: &Folder,
    name: &str,
    path: &Path,
    bytes: &[u8],
    kept: &Store,
) -> Result<Result<Option<Vec<u8>>, Handed>, Error> {
    let is_ours = |old: &[u8]| Ok::<_, Error>(!is_note(path) && kept.load(&hash(old))?.is_some());
    let why = match look(folder, name, path)? {
        Existing::Nothing => match folder.twin(name).map_err(Error::io("read", path))? {
            None => return Ok(Ok(None)),
            Some(twin) => format!(
                "there is `{twin}` already, which many systems take for the same name; name another with `--output`"
            ),
        },
        Existing::File(old) if old == bytes => return Ok(Err(Handed::Same)),
        Existing::File(old) if is_ours(&old)? => return Ok(Ok(Some(old))),
        Existing::File(_) => "there is a file of that name which no export wrote, or which was changed since; \
                              move it away, or name another with `--output`"
            .to_owned(),
        Existing::Other(what) => format!("it is {what}; name a file"),
    };
    Ok(Err(Handed::Refused(why)))
}

/// Writes the file, and gives whether nothing stays beside it.
fn write(
    folder: &Folder,
    name: &str,
    step: &Step,
    bytes: &[u8],
    sweeper: &mut Sweeper<'_>,
) -> io::Result<(Handed, bool)> {
    let changed = || Handed::Refused("the file has just changed, so it is left as it is; run the command again".into());
    let temporary = Temporary::write(folder, step.temporary.clone(), bytes, Access::Usual)?;
    let (Some(old), Some(new)) = (&step.old, &step.new) else {
        return match temporary.place(name) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok((changed(), true)),
            placed => placed.and_then(|()| folder.sync()).map(|()| (Handed::Written, true)),
        };
    };
    let committed = commit::replace(folder, temporary, name, old, new)?;
    let is_tidy = sweeper.put_away_all(&committed, folder, name, step)?;
    Ok((if matches!(committed, Committed::Done { .. }) { Handed::Written } else { changed() }, is_tidy))
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
    use crate::disk::past;

    #[test]
    fn only_our_own_files_are_replaced() {
        let place = tempfile::tempdir().unwrap();
        let state = State::at(place.path().join("state"));
        let file = place.path().join("letter.pdf");
        let hand_over = |text: &str, dry_run| hand_over(place.path(), &file, text.as_bytes(), &state, dry_run).unwrap();
        let hand = |text| hand_over(text, false).0;
        assert_eq!(hand_over("one", true), (Handed::Written, Vec::new()));
        assert!(!file.exists() && !state.folder().exists());
        assert_eq!(hand("one"), Handed::Written);
        assert_eq!(hand("one"), Handed::Same);
        assert_eq!(hand("two"), Handed::Written);
        assert_eq!(fs::read(&file).unwrap(), b"two");
        fs::write(&file, "two, and mine").unwrap();
        assert!(matches!(hand("three"), Handed::Refused(why) if why.contains("--output")));
        assert_eq!(fs::read(&file).unwrap(), b"two, and mine");
        fs::remove_file(&file).unwrap();
        assert_eq!(hand("three"), Handed::Written);
        let names: Vec<_> = fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
        assert_eq!(past(place.path(), &state).unwrap(), [], "nothing for `vault undo`");
    }

    #[test]
    fn notes_folders_and_links_are_left_alone() {
        let place = tempfile::tempdir().unwrap();
        let state = State::at(place.path().join("state"));
        Store::make(&state, place.path()).unwrap().keep(b"an old text").unwrap();
        let note = place.path().join("note.md");
        fs::write(&note, "an old text").unwrap();
        let hand = |path: &Path| hand_over(place.path(), path, b"x", &state, false).unwrap().0;
        assert!(matches!(hand(&note), Handed::Refused(_)));
        assert!(matches!(hand(place.path()), Handed::Refused(why) if why.contains("folder")));
        assert!(hand_over(place.path(), &place.path().join("no/such/x.pdf"), b"x", &state, false).is_err());
        #[cfg(unix)]
        {
            let link = place.path().join("link.pdf");
            std::os::unix::fs::symlink(&note, &link).unwrap();
            assert!(matches!(hand(&link), Handed::Refused(_)));
            let folder = place.path().join(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(b"\xff"));
            // Not every file system takes such a name.
            if fs::create_dir(&folder).is_ok() {
                assert!(matches!(hand(&folder.join("x.pdf")), Handed::Refused(why) if why.contains("Unicode")));
            }
        }
        assert_eq!(fs::read(&note).unwrap(), b"an old text");
    }
}
