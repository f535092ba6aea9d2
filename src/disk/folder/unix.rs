//! Folders as file descriptors: every name is resolved in the folder itself, by the kernel.

use std::ffi::{OsStr, OsString};
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags};
use rustix::io::Errno;

use super::Kind;

/// An open folder.
#[derive(Debug)]
pub(in crate::disk) struct Folder(File);

impl Folder {
    /// The folder at `path`, which may be a link.
    pub(in crate::disk) fn open(path: &Path) -> io::Result<Self> {
        let flags = OFlags::DIRECTORY.bits().cast_signed();
        OpenOptions::new().read(true).custom_flags(flags).open(path).map(Self)
    }

    /// The folder `name` in this one; a link there is an error.
    pub(in crate::disk) fn enter(&self, name: &str) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        Ok(Self(File::from(rustix::fs::openat(&self.0, name, flags, Mode::empty())?)))
    }

    /// Makes the folder `name`.
    pub(in crate::disk) fn make(&self, name: &str) -> io::Result<()> {
        Ok(rustix::fs::mkdirat(&self.0, name, Mode::from_raw_mode(0o755))?)
    }

    pub(super) fn kind(&self, name: &str) -> io::Result<Option<Kind>> {
        match rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(match FileType::from_raw_mode(stat.st_mode) {
                FileType::RegularFile => Kind::File,
                FileType::Directory => Kind::Folder,
                FileType::Symlink => Kind::Link,
                _ => Kind::Other,
            })),
            Err(Errno::NOENT) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    pub(in crate::disk) fn names(&self) -> io::Result<Vec<OsString>> {
        Dir::read_from(&self.0)?.map(|entry| Ok(OsStr::from_bytes(entry?.file_name().to_bytes()).to_owned())).collect()
    }

    pub(super) fn open_file(&self, name: &str) -> io::Result<File> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        Ok(File::from(rustix::fs::openat(&self.0, name, flags, Mode::empty())?))
    }

    /// A new file `name`; an error where anything stands there.
    pub(in crate::disk) fn create(&self, name: &str, is_private: bool) -> io::Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mode = if is_private { 0o600 } else { 0o644 };
        Ok(File::from(rustix::fs::openat(&self.0, name, flags, Mode::from_raw_mode(mode))?))
    }

    /// Puts `from` in the place of `to`, at once.
    pub(in crate::disk) fn replace(&self, from: &str, to: &str) -> io::Result<()> {
        Ok(rustix::fs::renameat(&self.0, from, &self.0, to)?)
    }

    /// Gives `from` the name `to`, where nothing stands under it; else the error is
    /// `AlreadyExists`, and nothing changes.
    pub(in crate::disk) fn place(&self, from: &str, to: &str) -> io::Result<()> {
        match self.rename_to_new(from, to) {
            Err(error) if is_unsupported(error) => {}
            done => return Ok(done?),
        }
        match rustix::fs::linkat(&self.0, from, &self.0, to, AtFlags::empty()) {
            Err(error) if is_unsupported(error) => {}
            done => {
                done?;
                return self.remove(from);
            }
        }
        // File systems with neither, such as some that are mounted from afar: look, then rename.
        if self.kind(to)?.is_some() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.replace(from, to)
    }

    /// Removes the file `name`.
    pub(in crate::disk) fn remove(&self, name: &str) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.0, name, AtFlags::empty())?)
    }

    /// Flushes which names the folder has.
    pub(in crate::disk) fn sync(&self) -> io::Result<()> {
        match self.0.sync_all() {
            // Some file systems know no flushing of folders.
            Err(error) if Errno::from_io_error(&error).is_some_and(is_unsupported) => Ok(()),
            done => done,
        }
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    fn rename_to_new(&self, from: &str, to: &str) -> Result<(), Errno> {
        rustix::fs::renameat_with(&self.0, from, &self.0, to, rustix::fs::RenameFlags::NOREPLACE)
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    fn rename_to_new(&self, _: &str, _: &str) -> Result<(), Errno> {
        Err(Errno::NOSYS)
    }
}

/// Whether the file system, or the kernel, cannot do such a thing at all.
fn is_unsupported(error: Errno) -> bool {
    // Two of the names are one number on some systems, so no `match`.
    [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::PERM].contains(&error)
}
