//! A file that is written whole beside its target before it takes the target's name.

use std::fs::{Metadata, Permissions};
use std::io::{self, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};

use super::folder::Folder;
use super::state::hash;

/// A finished, flushed file that goes away again unless it is given a name, or kept.
#[derive(Debug)]
pub(super) struct Temporary<'a> {
    folder: &'a Folder,
    name: String,
    is_kept: bool,
}

/// Who may read a new file.
pub(super) enum Access {
    /// The user alone.
    Private,
    /// Whom the user lets read new files.
    Usual,
    /// The same as with another file.
    As(Permissions),
}

impl<'a> Temporary<'a> {
    /// Writes `bytes` to the new file `name` in `folder`, to the disk.
    pub(super) fn write(folder: &'a Folder, name: String, bytes: &[u8], access: Access) -> io::Result<Self> {
        let mut file = folder.create(&name, !matches!(access, Access::Usual))?;
        let temporary = Self { folder, name, is_kept: false };
        file.write_all(bytes)?;
        let permissions = match access {
            Access::As(permissions) => permissions,
            Access::Private | Access::Usual => finished(&file.metadata()?),
        };
        file.set_permissions(permissions)?;
        file.sync_all()?;
        Ok(temporary)
    }

    /// Its name; from now on it stays until somebody else removes it.
    pub(super) fn keep(mut self) -> String {
        self.is_kept = true;
        std::mem::take(&mut self.name)
    }

    /// Takes the place of the file `name`.
    pub(super) fn replace(mut self, name: &str) -> io::Result<()> {
        self.folder.replace(&self.name, name)?;
        self.is_kept = true;
        Ok(())
    }

    /// Takes the name `name`, where nothing stands under it; else the error is `AlreadyExists`.
    pub(super) fn place(mut self, name: &str) -> io::Result<()> {
        self.folder.place(&self.name, name)?;
        self.is_kept = true;
        Ok(())
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if !self.is_kept {
            // What cannot be removed is no note, and is swept later.
            let _ = self.folder.remove(&self.name);
        }
    }
}

/// `.vault-<16 hex digits>.tmp`, another one at every call; `target` and `salt` go into the digits.
pub(super) fn fresh_name(target: &str, salt: i64) -> String {
    static CALLS: AtomicU64 = AtomicU64::new(0);
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    named(&format!("{} {call} {salt} {target}", std::process::id()))
}

/// The name that belongs to a temporary's name, always the same: for the second file that some file systems need, and for
/// what belongs to that one in turn.
pub(super) fn second_name(name: &str) -> String {
    named(name)
}

fn named(words: &str) -> String {
    format!(".vault-{}.tmp", &hash(words.as_bytes())[..16])
}

/// Its owner may not read a temporary before all of it is there: by that it is known after a kill.
#[cfg(unix)]
pub(super) fn is_finished(metadata: &Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o400 != 0
}

#[cfg(unix)]
fn finished(metadata: &Metadata) -> Permissions {
    use std::os::unix::fs::PermissionsExt as _;

    Permissions::from_mode(metadata.permissions().mode() & 0o777 | 0o400)
}

/// Nothing tells here; what cannot be known by its text is kept.
#[cfg(not(unix))]
pub(super) fn is_finished(_: &Metadata) -> bool {
    true
}

#[cfg(not(unix))]
fn finished(metadata: &Metadata) -> Permissions {
    metadata.permissions()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_given_a_name_goes_away() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::open(place.path()).unwrap();
        let write = |name: &str, bytes: &[u8]| Temporary::write(&folder, fresh_name(name, 0), bytes, Access::Usual);
        let names = || std::fs::read_dir(place.path()).unwrap().map(|e| e.unwrap().file_name()).collect::<Vec<_>>();

        let dropped = write("a.md", b"text").unwrap();
        let name = names().pop().unwrap().into_string().unwrap();
        let digits = name.strip_prefix(".vault-").and_then(|rest| rest.strip_suffix(".tmp")).unwrap();
        assert!(digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()), "{name}");
        drop(dropped);
        assert!(names().is_empty());

        write("a.md", b"one").unwrap().place("a.md").unwrap();
        let error = write("a.md", b"two").unwrap().place("a.md").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(names(), ["a.md"]);
        assert_eq!(std::fs::read(place.path().join("a.md")).unwrap(), b"one");
    }
}
