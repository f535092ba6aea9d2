//! Folders as paths, where the system has no calls relative to an open folder: every part is
//! looked at before it is used.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::Kind;

/// A folder that was there when it was opened.
#[derive(Debug)]
pub(in crate::disk) struct Folder(PathBuf);

impl Folder {
    /// The folder at `path`, which may be a link.
    pub(in crate::disk) fn open(path: &Path) -> io::Result<Self> {
        if fs::metadata(path)?.is_dir() {
            Ok(Self(path.to_path_buf()))
        } else {
            Err(io::ErrorKind::NotADirectory.into())
        }
    }

    /// The folder `name` in this one; a link there is an error.
    pub(in crate::disk) fn enter(&self, name: &str) -> io::Result<Self> {
        let path = if name == "." { self.0.clone() } else { self.0.join(name) };
        if name == "." || self.kind(name)? == Some(Kind::Folder) {
            Ok(Self(path))
        } else {
            Err(io::ErrorKind::NotADirectory.into())
        }
    }

    /// Makes the folder `name`.
    pub(in crate::disk) fn make(&self, name: &str) -> io::Result<()> {
        fs::create_dir(self.0.join(name))
    }

    pub(super) fn kind(&self, name: &str) -> io::Result<Option<Kind>> {
        match fs::symlink_metadata(self.0.join(name)) {
            Ok(metadata) if metadata.is_symlink() => Ok(Some(Kind::Link)),
            Ok(metadata) if metadata.is_dir() => Ok(Some(Kind::Folder)),
            Ok(metadata) if metadata.is_file() => Ok(Some(Kind::File)),
            Ok(_) => Ok(Some(Kind::Other)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// There is no telling here; what follows looks at the text itself.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the same face as on other systems")]
    pub(in crate::disk) fn is_one_file(&self, _: &str, _: &str) -> io::Result<bool> {
        Ok(true)
    }

    /// The names of what is in it, in no order.
    pub(in crate::disk) fn names(&self) -> io::Result<Vec<OsString>> {
        fs::read_dir(&self.0)?.map(|entry| Ok(entry?.file_name())).collect()
    }

    pub(super) fn open_file(&self, name: &str) -> io::Result<File> {
        super::super::open::without_link(&self.0.join(name))
    }

    /// A new file `name`; an error where anything stands there.
    pub(in crate::disk) fn create(&self, name: &str, _is_private: bool) -> io::Result<File> {
        OpenOptions::new().write(true).create_new(true).open(self.0.join(name))
    }

    /// Puts `from` in the place of `to`, at once.
    pub(in crate::disk) fn replace(&self, from: &str, to: &str) -> io::Result<()> {
        fs::rename(self.0.join(from), self.0.join(to))
    }

    /// Puts `from` in the place of `to` in another folder, at once.
    pub(in crate::disk) fn move_to(&self, from: &str, folder: &Self, to: &str) -> io::Result<()> {
        fs::rename(self.0.join(from), folder.0.join(to))
    }

    /// The system cannot let two files change places.
    #[expect(clippy::unused_self, reason = "the same face as on other systems")]
    pub(in crate::disk) fn exchange(&self, _: &str, _: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Gives the file `from` a second name, where nothing stands under it.
    pub(in crate::disk) fn link(&self, from: &str, to: &str) -> io::Result<()> {
        match fs::hard_link(self.0.join(from), self.0.join(to)) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(io::ErrorKind::Unsupported.into()),
            done => done,
        }
    }

    /// Gives `from` the name `to`, where nothing stands under it; else the error is
    /// `AlreadyExists`, and nothing changes.
    pub(in crate::disk) fn place(&self, from: &str, to: &str) -> io::Result<()> {
        match fs::hard_link(self.0.join(from), self.0.join(to)) {
            Ok(()) => return self.remove(from),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
            Err(_) => {}
        }
        // File systems without hard links, such as memory sticks have: look, then rename.
        if self.kind(to)?.is_some() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.replace(from, to)
    }

    /// Removes the file `name`.
    pub(in crate::disk) fn remove(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.0.join(name))
    }

    /// There is no flushing of a folder here; the system journals its names.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the same face as on other systems")]
    pub(in crate::disk) fn sync(&self) -> io::Result<()> {
        Ok(())
    }
}
