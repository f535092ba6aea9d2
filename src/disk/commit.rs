//! The moment in which a change becomes visible: two files change places, and what was displaced is looked at. Where
//! it is not the text that was read, it is put back: whoever saved in that moment finds the file as it was saved.

use std::io;

use super::folder::{Folder, Found};
use super::open;
use super::state::hash;
use super::temporary::{Temporary, second_name};

/// So often a file is put back before that is left to the user.
const ROUNDS: usize = 20;

/// How a commit ended. What lies under a temporary's name is left there for the caller to put away.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Committed {
    /// The change was made, and what it displaced, if anything, is the text that was read.
    Done {
        /// Whether it was done by exchange, so that no save by others could be lost.
        surely: bool,
        /// The names under which something was left.
        left: Vec<String>,
    },
    /// Somebody saved meanwhile; that text stands in its place.
    Kept {
        /// The names under which something was left.
        left: Vec<String>,
    },
    /// The file is gone, and nothing was done.
    Gone,
}

/// Puts `temporary`, which holds the text of hash `ours`, in the place of `name`, where the text of hash `old` was read.
pub(super) fn replace(
    folder: &Folder,
    temporary: Temporary<'_>,
    name: &str,
    old: &str,
    ours: &str,
) -> io::Result<Committed> {
    // From here on it may hold somebody else's text at any time.
    let aside = temporary.keep();
    match folder.exchange(&aside, name) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {
            return replace_without_exchange(folder, &aside, name, old);
        }
        // Only where it is sure that nothing happened, what lies aside is surely ours.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return folder.remove(&aside).map(|()| Committed::Gone);
        }
        exchanged => exchanged?,
    }
    let displaced = match print(folder, &aside) {
        Ok(displaced) => displaced,
        Err(error) => {
            // Not to be judged, so back it goes; where that fails too, both are there for the next run to find.
            let _ = folder.exchange(&aside, name);
            return Err(error);
        }
    };
    if displaced == old {
        folder.sync()?;
        return Ok(Committed::Done { surely: true, left: vec![aside] });
    }
    put_back(folder, &aside, name, displaced, ours)
}

/// Puts the text of print `newest`, which lies under `aside`, back in the place of `name`, where we left `ours`; and
/// whatever was saved there meanwhile again in its place, until nothing was.
fn put_back(folder: &Folder, aside: &str, name: &str, newest: String, ours: &str) -> io::Result<Committed> {
    let (mut expected, mut newest) = (ours.to_owned(), newest);
    for _ in 0..ROUNDS {
        match folder.exchange(aside, name) {
            // An editor that first moves a file away and then writes it anew is between the two.
            Err(error) if error.kind() == io::ErrorKind::NotFound => match folder.place(aside, name) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                placed => {
                    placed?;
                    folder.sync()?;
                    return Ok(Committed::Kept { left: Vec::new() });
                }
            },
            exchanged => exchanged?,
        }
        let displaced = print(folder, aside)?;
        if displaced == expected {
            break;
        }
        expected = std::mem::replace(&mut newest, displaced);
    }
    folder.sync()?;
    Ok(Committed::Kept { left: vec![aside.to_owned()] })
}

/// The same where files cannot change places: a second name keeps hold of the file that is replaced, so that a save
/// into it is found. A save that puts another file in its place between the last look and the renaming is lost.
fn replace_without_exchange(folder: &Folder, aside: &str, name: &str, old: &str) -> io::Result<Committed> {
    let backup = second_name(aside);
    let is_held = match folder.link(name, &backup) {
        Ok(()) => true,
        Err(error) if error.kind() == io::ErrorKind::Unsupported => false,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return folder.remove(aside).map(|()| Committed::Gone);
        }
        Err(error) => return Err(error),
    };
    let is_as_read = print(folder, name).and_then(|print| {
        let is_same = !is_held || folder.is_one_file(name, &backup)?;
        Ok(print == old && is_same)
    });
    if !matches!(is_as_read, Ok(true)) {
        folder.remove(aside)?;
        if is_held {
            folder.remove(&backup)?;
        }
        return is_as_read.map(|_| Committed::Kept { left: Vec::new() });
    }
    folder.replace(aside, name)?;
    folder.sync()?;
    let left = if is_held { vec![backup] } else { Vec::new() };
    Ok(Committed::Done { surely: false, left })
}

/// Takes the file `name` away, to the name `aside`, if it holds the text of hash `old`.
pub(super) fn remove(folder: &Folder, aside: &str, name: &str, old: &str) -> io::Result<Committed> {
    match folder.replace(name, aside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Committed::Gone),
        moved => moved?,
    }
    let left = vec![aside.to_owned()];
    let is_old = match print(folder, aside) {
        Ok(print) => print == old,
        Err(error) => {
            let _ = folder.place(aside, name);
            return Err(error);
        }
    };
    if is_old {
        folder.sync()?;
        return Ok(Committed::Done { surely: true, left });
    }
    let left = match folder.place(aside, name) {
        Ok(()) => Vec::new(),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => left,
        Err(error) => return Err(error),
    };
    folder.sync()?;
    Ok(Committed::Kept { left })
}

/// What stands under a name, in a word that nothing else has: a text's hash, else what else it is.
fn print(folder: &Folder, name: &str) -> io::Result<String> {
    Ok(match folder.look(name)? {
        Found::File(file, metadata) => hash(&open::read_up_to(&file, u64::MAX, metadata.len())?),
        Found::Unfit(what) => what.to_owned(),
        Found::Absent => String::new(),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::disk::temporary::Access;

    const OURS: &str = ".vault-0123456789abcdef.tmp";

    fn commit(root: &Path, folder: &Folder, with_exchange: bool) -> Committed {
        let temporary = Temporary::write(folder, OURS.to_owned(), b"ours", Access::Usual).unwrap();
        let (old, ours) = (hash(b"old"), hash(b"ours"));
        let committed = if with_exchange {
            replace(folder, temporary, "a.md", &old, &ours).unwrap()
        } else {
            replace_without_exchange(folder, &temporary.keep(), "a.md", &old).unwrap()
        };
        assert!(!root.join(OURS).exists() || with_exchange);
        committed
    }

    #[test]
    fn what_was_read_is_replaced_and_stays_to_be_looked_at() {
        for with_exchange in [true, false] {
            let place = tempfile::tempdir().unwrap();
            let folder = Folder::open(place.path()).unwrap();
            fs::write(place.path().join("a.md"), "old").unwrap();
            let Committed::Done { surely, left } = commit(place.path(), &folder, with_exchange) else { panic!() };
            assert_eq!(surely, with_exchange && cfg!(unix));
            assert_eq!(fs::read(place.path().join("a.md")).unwrap(), b"ours");
            assert_eq!(left.len(), 1);
            assert_eq!(fs::read(place.path().join(&left[0])).unwrap(), b"old");
        }
    }

    #[test]
    fn what_was_saved_meanwhile_stands_again_where_it_was() {
        for with_exchange in [true, false] {
            let place = tempfile::tempdir().unwrap();
            let folder = Folder::open(place.path()).unwrap();
            fs::write(place.path().join("a.md"), "saved meanwhile").unwrap();
            assert!(matches!(commit(place.path(), &folder, with_exchange), Committed::Kept { .. }));
            assert_eq!(fs::read(place.path().join("a.md")).unwrap(), b"saved meanwhile");
            let is_gone = |_: &Folder| remove(&folder, OURS, "gone.md", &hash(b"")).unwrap();
            assert_eq!(is_gone(&folder), Committed::Gone);
        }
    }

    #[test]
    fn only_what_was_read_is_removed() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::open(place.path()).unwrap();
        for (text, is_removed) in [("saved meanwhile", false), ("old", true)] {
            fs::write(place.path().join("a.md"), text).unwrap();
            let committed = remove(&folder, OURS, "a.md", &hash(b"old")).unwrap();
            assert_eq!(matches!(committed, Committed::Done { .. }), is_removed, "{text}");
            assert_eq!(place.path().join("a.md").exists(), !is_removed);
        }
    }
}
