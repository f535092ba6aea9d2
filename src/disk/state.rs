//! The private folder outside of every vault: what was replaced, by its hash.

use std::ffi::OsString;
use std::fs::DirBuilder;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::folder::Folder;
use super::temporary::{Access, Temporary};
use crate::Error;

/// Name of the folder in the place where the system has programs keep their state.
const NAME: &str = "interview-vault";

/// The private folder; it is made when something is first kept in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    folder: PathBuf,
}

/// SHA-256 of `bytes`, as 64 lower-case hex digits.
pub fn hash(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digest = Sha256::digest(bytes);
    digest.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

impl State {
    /// The folder where the environment of this process puts it: see [`State::locate`].
    pub fn open() -> Result<Self, Error> {
        Self::locate(|name| std::env::var_os(name))
    }

    /// The folder that the variables given by `lookup` name: `$XDG_STATE_HOME/interview-vault`,
    /// else `~/.local/state/interview-vault`; `~/Library/Application Support/interview-vault` on
    /// macOS; `%LOCALAPPDATA%\interview-vault` on Windows. A relative path does not count.
    ///
    /// # Errors
    /// [`Error::Refused`] where none of the variables has a path.
    pub fn locate(lookup: impl Fn(&str) -> Option<OsString>) -> Result<Self, Error> {
        let path = |name| lookup(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = || {
            if cfg!(windows) {
                return path("LOCALAPPDATA");
            }
            let below = if cfg!(target_os = "macos") { "Library/Application Support" } else { ".local/state" };
            path("HOME").map(|home| home.join(below))
        };
        match path("XDG_STATE_HOME").or_else(home) {
            Some(folder) => Ok(Self { folder: folder.join(NAME) }),
            None => Err(Error::Refused(
                "there is no place to keep what is replaced, so nothing is written; \
                 set XDG_STATE_HOME to a folder of yours, as an absolute path"
                    .to_owned(),
            )),
        }
    }

    /// The folder at `path`.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { folder: path.into() }
    }

    /// Where it is, or will be.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes the folder, private, and sees that it can be written in.
    pub(super) fn prepare(&self) -> Result<(), Error> {
        self.make_writable().map_err(|error| {
            Error::Refused(format!(
                "the folder `{}`, which keeps what is replaced, cannot be written ({error}), so nothing is changed; \
                 make it writable, or set XDG_STATE_HOME to a folder that is",
                self.folder.display()
            ))
        })
    }

    /// Keeps `bytes`, flushed to disk, and gives the hash they are found by. What is kept already
    /// is not written again.
    pub fn store(&self, bytes: &[u8]) -> Result<String, Error> {
        let hash = hash(bytes);
        let (first, rest) = hash.split_at(2);
        if !matches!(self.load(&hash), Ok(Some(_))) {
            self.prepare()?;
            let path = self.folder.join("objects").join(first);
            let write = || -> io::Result<()> {
                make_private(&path)?;
                let folder = Folder::open(&path)?;
                Temporary::write(&folder, rest, bytes, Access::Private)?.replace(rest)?;
                folder.sync()?;
                Folder::open(&self.folder.join("objects"))?.sync()
            };
            write().map_err(Error::io("write", &path.join(rest)))?;
        }
        Ok(hash)
    }

    /// The bytes kept under `hash`; `None` where there are none, or `hash` is no hash.
    ///
    /// # Errors
    /// [`Error::Refused`] where they were damaged; [`Error::Io`] where they cannot be read.
    pub fn load(&self, hash: &str) -> Result<Option<Vec<u8>>, Error> {
        if hash.len() != 64 || !hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Ok(None);
        }
        let path = self.folder.join("objects").join(&hash[..2]).join(&hash[2..]);
        let mut bytes = Vec::new();
        match std::fs::File::open(&path).and_then(|mut file| file.read_to_end(&mut bytes)) {
            Ok(_) if self::hash(&bytes) == hash => Ok(Some(bytes)),
            Ok(_) => {
                let path = path.display();
                Err(Error::Refused(format!(
                    "the kept text in `{path}` is damaged, so it is not used; delete that file"
                )))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::io("read", &path)(error)),
        }
    }

    fn make_writable(&self) -> io::Result<()> {
        make_private(&self.folder)?;
        keep_private(&self.folder)?;
        let folder = Folder::open(&self.folder)?;
        Temporary::write(&folder, "", b"", Access::Private).map(drop)
    }
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
        let state = State::at(place.path().join("deep/state"));
        assert_eq!(state.load(&hash(b"abc")).unwrap(), None);
        let key = state.store(b"abc").unwrap();
        assert_eq!(key, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(state.load(&key).unwrap().as_deref(), Some(&b"abc"[..]));
        let object = state.folder().join("objects/ba").join(&key[2..]);
        let written = fs::metadata(&object).unwrap().modified().unwrap();
        assert_eq!(state.store(b"abc").unwrap(), key);
        assert_eq!(fs::metadata(&object).unwrap().modified().unwrap(), written);
        assert_eq!(state.load("../../secret").unwrap(), None);

        fs::write(&object, "abd").unwrap();
        assert!(state.load(&key).unwrap_err().to_string().contains("damaged"));
        state.store(b"abc").unwrap();
        assert_eq!(state.load(&key).unwrap().as_deref(), Some(&b"abc"[..]));
    }

    #[test]
    fn it_cannot_be_where_a_file_is() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("file"), "").unwrap();
        let error = State::at(place.path().join("file/state")).store(b"").unwrap_err().to_string();
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
            let key = State::at(&folder).store(b"mine").unwrap();
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&folder), 0o700, "{}", folder.display());
            assert_eq!(mode(&folder.join("objects").join(&key[..2]).join(&key[2..])), 0o600);
        }
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn the_environment_says_where() {
        let table = [
            (Some("/s"), Some("/h"), Some("/s/interview-vault")),
            (None, Some("/h"), Some("/h/.local/state/interview-vault")),
            (Some("relative"), Some("/h"), Some("/h/.local/state/interview-vault")),
            (Some(""), None, None),
            (None, None, None),
        ];
        for (state, home, expected) in table {
            let located = State::locate(|name| match name {
                "XDG_STATE_HOME" => state.map(OsString::from),
                "HOME" => home.map(OsString::from),
                _ => None,
            });
            match expected {
                Some(path) => assert_eq!(located.unwrap().folder(), Path::new(path)),
                None => assert!(located.unwrap_err().to_string().contains("XDG_STATE_HOME")),
            }
        }
    }
}
