//! Folders as file descriptors: every name is resolved in the folder itself, by the kernel.

use std::ffi::{OsStr, OsString};
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags};
use rustix::io::{Errno, retry_on_intr};

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
        self.open_as(name, OFlags::RDONLY | OFlags::DIRECTORY, Mode::empty()).map(Self)
    }

    /// Makes the folder `name`.
    pub(in crate::disk) fn make(&self, name: &str) -> io::Result<()> {
        Ok(retry_on_intr(|| rustix::fs::mkdirat(&self.0, name, Mode::from_raw_mode(0o755)))?)
    }

    pub(super) fn kind(&self, name: &str) -> io::Result<Option<Kind>> {
        match retry_on_intr(|| rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)) {
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

    /// Whether two names here are one file.
    pub(in crate::disk) fn is_one_file(&self, one: &str, other: &str) -> io::Result<bool> {
        let stat = |name: &str| retry_on_intr(|| rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW));
        let (one, other) = (stat(one)?, stat(other)?);
        Ok((one.st_dev, one.st_ino) == (other.st_dev, other.st_ino))
    }

    /// The names of what is in it, in no order.
    pub(in crate::disk) fn names(&self) -> io::Result<Vec<OsString>> {
        let entries = retry_on_intr(|| Dir::read_from(&self.0))?;
        entries.map(|entry| Ok(OsStr::from_bytes(entry?.file_name().to_bytes()).to_owned())).collect()
    }

    pub(super) fn open_file(&self, name: &str) -> io::Result<File> {
        self.open_as(name, OFlags::RDONLY | OFlags::NONBLOCK, Mode::empty())
    }

    /// A new file `name`, which its owner may not read yet; an error where anything stands there.
    pub(in crate::disk) fn create(&self, name: &str, is_private: bool) -> io::Result<File> {
        let mode = if is_private { 0o200 } else { 0o244 };
        self.open_as(name, OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL, Mode::from_raw_mode(mode))
    }

    /// Puts `from` in the place of `to`, at once.
    pub(in crate::disk) fn replace(&self, from: &str, to: &str) -> io::Result<()> {
        self.move_to(from, self, to)
    }

    /// Puts `from` in the place of `to` in another folder, at once.
    pub(in crate::disk) fn move_to(&self, from: &str, folder: &Self, to: &str) -> io::Result<()> {
        Ok(retry_on_intr(|| rustix::fs::renameat(&self.0, from, &folder.0, to))?)
    }

    /// Lets two files change places, at once; where that cannot be done here at all, the error is `Unsupported`.
    pub(in crate::disk) fn exchange(&self, one: &str, other: &str) -> io::Result<()> {
        match retry_on_intr(|| self.exchange_once(one, other)) {
            Err(error) if is_unsupported(error) => Err(io::ErrorKind::Unsupported.into()),
            done => Ok(done?),
        }
    }

    /// Gives the file `from` a second name, where nothing stands under it.
    pub(in crate::disk) fn link(&self, from: &str, to: &str) -> io::Result<()> {
        match retry_on_intr(|| rustix::fs::linkat(&self.0, from, &self.0, to, AtFlags::empty())) {
            Err(error) if is_unsupported(error) => Err(io::ErrorKind::Unsupported.into()),
            done => Ok(done?),
        }
    }

    /// Gives `from` the name `to`, where nothing stands under it; else the error is
    /// `AlreadyExists`, and nothing changes.
    pub(in crate::disk) fn place(&self, from: &str, to: &str) -> io::Result<()> {
        match retry_on_intr(|| self.rename_to_new(from, to)) {
            Err(error) if is_unsupported(error) => {}
            done => return Ok(done?),
        }
        match self.link(from, to) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
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
        Ok(retry_on_intr(|| rustix::fs::unlinkat(&self.0, name, AtFlags::empty()))?)
    }

    /// Flushes which names the folder has.
    pub(in crate::disk) fn sync(&self) -> io::Result<()> {
        match self.0.sync_all() {
            // Some file systems know no flushing of folders.
            Err(error) if Errno::from_io_error(&error).is_some_and(is_unsupported) => Ok(()),
            done => done,
        }
    }

    fn open_as(&self, name: &str, flags: OFlags, mode: Mode) -> io::Result<File> {
        let flags = flags | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        Ok(File::from(retry_on_intr(|| rustix::fs::openat(&self.0, name, flags, mode))?))
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    fn rename_to_new(&self, from: &str, to: &str) -> Result<(), Errno> {
        rustix::fs::renameat_with(&self.0, from, &self.0, to, rustix::fs::RenameFlags::NOREPLACE)
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    fn exchange_once(&self, one: &str, other: &str) -> Result<(), Errno> {
        rustix::fs::renameat_with(&self.0, one, &self.0, other, rustix::fs::RenameFlags::EXCHANGE)
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    fn rename_to_new(&self, _: &str, _: &str) -> Result<(), Errno> {
        Err(Errno::NOSYS)
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    fn exchange_once(&self, _: &str, _: &str) -> Result<(), Errno> {
        Err(Errno::NOSYS)
    }
}

/// Whether the file system, or the kernel, cannot do such a thing at all.
fn is_unsupported(error: Errno) -> bool {
    // Two of the names are one number on some systems, so no `match`.
    [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::PERM].contains(&error)
}
