//! What is kept for one vault, outside of it: texts by their hash, files put aside, notes to ourselves.

use std::fs::DirBuilder;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::folder::Folder;
use super::state::{State, hash};
use super::temporary::{Access, Temporary, fresh_name};
use crate::Error;

/// The part of the private folder that belongs to one vault.
#[derive(Debug)]
pub(super) struct Store {
    folder: PathBuf,
}

impl Store {
    /// Where things are kept for the vault at `root`, whichever way that is written; makes nothing.
    pub(super) fn of(state: &State, root: &Path) -> Result<Self, Error> {
        let root = std::fs::canonicalize(root).map_err(Error::io("read", root))?;
        let name = hash(root.as_os_str().as_encoded_bytes());
        Ok(Self { folder: state.folder().join(&name[..16]) })
    }

    /// The same, made where it was missing, private.
    ///
    /// # Errors
    /// [`Error::Refused`] where it cannot be written.
    pub(super) fn make(state: &State, root: &Path) -> Result<Self, Error> {
        let store = Self::of(state, root)?;
        let made = make_private(&store.folder).and_then(|()| keep_private(state.folder()));
        made.map_err(|error| store.unwritable(&error))?;
        Ok(store)
    }

    /// What to tell where it cannot be written.
    pub(super) fn unwritable(&self, error: &io::Error) -> Error {
        Error::Refused(format!(
            "the folder `{}`, which keeps what is replaced, cannot be written ({error}), so nothing is changed; \
             make it writable, or set XDG_STATE_HOME to a folder that is",
            self.folder.display()
        ))
    }

    /// A file of its own.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Keeps `bytes`, flushed to disk, and gives the hash they are found by. What is kept already
    /// is not written again.
    pub(super) fn keep(&self, bytes: &[u8]) -> Result<String, Error> {
        let hash = hash(bytes);
        if !self.has(&hash) {
            let (first, rest) = hash.split_at(2);
            let path = self.objects().join(first);
            let write = || -> io::Result<()> {
                if !path.is_dir() {
                    make_private(&path)?;
                    Folder::open(&self.objects())?.sync()?;
                    self.sync()?;
                }
                put(&Folder::open(&path)?, rest, bytes)
            };
            write().map_err(Error::io("write", &path.join(rest)))?;
        }
        Ok(hash)
    }

    /// Whether something whole is kept under `hash`.
    pub(super) fn has(&self, hash: &str) -> bool {
        matches!(self.load(hash), Ok(Some(_)))
    }

    /// The bytes kept under `hash`; `None` where there are none, or `hash` is no hash.
    ///
    /// # Errors
    /// [`Error::Refused`] where they were damaged; [`Error::Io`] where they cannot be read.
    pub(super) fn load(&self, hash: &str) -> Result<Option<Vec<u8>>, Error> {
        if hash.len() != 64 || !hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Ok(None);
        }
        let path = self.object(hash);
        match read(&path).map_err(Error::io("read", &path))? {
            Some(bytes) if self::hash(&bytes) == hash => Ok(Some(bytes)),
            Some(_) => {
                let path = path.display();
                Err(Error::Refused(format!(
                    "the kept text in `{path}` is damaged, so it is not used; delete that file"
                )))
            }
            None => Ok(None),
        }
    }

    /// Where the bytes of that hash are, or would be.
    pub(super) fn object(&self, hash: &str) -> PathBuf {
        self.objects().join(&hash[..2]).join(&hash[2..])
    }

    /// The folder of all texts.
    pub(super) fn objects(&self) -> PathBuf {
        self.path("objects")
    }

    /// The folder for files of the vault that were displaced, and that an editor may still hold open.
    pub(super) fn aside(&self) -> io::Result<Folder> {
        let path = self.path("aside");
        make_private(&path)?;
        Folder::open(&path)
    }

    /// Flushes which files are in it.
    pub(super) fn sync(&self) -> io::Result<()> {
        Folder::open(&self.folder)?.sync()
    }

    /// The bytes of a file of its own; `None` where there is none.
    pub(super) fn read(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let path = self.path(name);
        read(&path).map_err(Error::io("read", &path))
    }

    /// Replaces a file of its own, whole or not at all.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let written = Folder::open(&self.folder).and_then(|folder| put(&folder, name, bytes));
        written.map_err(Error::io("write", &self.path(name)))
    }

    /// Removes all that is in it. Whoever holds the lock keeps it.
    pub(super) fn forget(&self) -> io::Result<()> {
        for entry in std::fs::read_dir(&self.folder)? {
            let path = entry?.path();
            if path.is_dir() {
                std::fs::remove_dir_all(&path)?;
            } else if path != self.path("lock") {
                std::fs::remove_file(&path)?;
            }
        }
        self.sync()
    }
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    match std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)) {
        Ok(_) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn put(folder: &Folder, name: &str, bytes: &[u8]) -> io::Result<()> {
    Temporary::write(folder, fresh_name(name, 0), bytes, Access::Private)?.replace(name)?;
    folder.sync()
}

/// Makes a folder, and those above it, for the user alone; what is there stays as it is.
fn make_private(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Takes from others what rights they have in a folder that was there before.
#[cfg(unix)]
fn keep_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;

    let mut permissions = std::fs::metadata(path)?.permissions();
    if permissions.mode() & 0o077 != 0 {
        permissions.set_mode(0o700);
        std::fs::set_permissions(path, permissions)?;
    }
    Ok(())
}

/// The user's own application data is private by itself.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same face as on other systems")]
fn keep_private(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_is_kept_can_be_had_back() {
        let place = tempfile::tempdir().unwrap();
        let store = Store::make(&State::at(place.path().join("deep/state")), place.path()).unwrap();
        assert_eq!(store.load(&hash(b"abc")).unwrap(), None);
        let key = store.keep(b"abc").unwrap();
        assert_eq!(key, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(store.load(&key).unwrap().as_deref(), Some(&b"abc"[..]));
        let object = store.object(&key);
        let written = fs::metadata(&object).unwrap().modified().unwrap();
        assert_eq!(store.keep(b"abc").unwrap(), key);
        assert_eq!(fs::metadata(&object).unwrap().modified().unwrap(), written);
        assert_eq!(store.load("../../secret").unwrap(), None);

        fs::write(&object, "abd").unwrap();
        assert!(store.load(&key).unwrap_err().to_string().contains("damaged"));
        store.keep(b"abc").unwrap();
        assert_eq!(store.load(&key).unwrap().as_deref(), Some(&b"abc"[..]));
    }

    #[test]
    fn it_cannot_be_where_a_file_is() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("file"), "").unwrap();
        let state = State::at(place.path().join("file/state"));
        let error = Store::make(&state, place.path()).unwrap_err().to_string();
        assert!(error.contains("file/state") && error.contains("XDG_STATE_HOME"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn it_is_for_the_user_alone() {
        use std::os::unix::fs::PermissionsExt as _;

        let place = tempfile::tempdir().unwrap();
        let open = place.path().join("open");
        fs::create_dir(&open).unwrap();
        fs::set_permissions(&open, fs::Permissions::from_mode(0o755)).unwrap();
        for folder in [open, place.path().join("new")] {
            let store = Store::make(&State::at(&folder), place.path()).unwrap();
            let key = store.keep(b"mine").unwrap();
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&folder), 0o700, "{}", folder.display());
            assert_eq!(mode(&store.folder), 0o700);
            assert_eq!(mode(&store.object(&key)), 0o600);
        }
    }
}
