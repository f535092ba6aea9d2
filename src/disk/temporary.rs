//! A file that is written whole beside its target before it takes the target's name.

use std::fs::Permissions;
use std::io::{self, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};

use super::folder::Folder;
use super::state::hash;

/// A finished, flushed file that goes away again unless it is given a name.
#[derive(Debug)]
pub(super) struct Temporary<'a> {
    folder: &'a Folder,
    name: String,
    is_named: bool,
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
    /// Writes `bytes` to a new file in `folder`, to the disk; `target` goes into its name only.
    pub(super) fn write(folder: &'a Folder, target: &str, bytes: &[u8], access: Access) -> io::Result<Self> {
        let is_private = !matches!(access, Access::Usual);
        let (mut file, name) = loop {
            let name = fresh_name(target);
            match folder.create(&name, is_private) {
                Ok(file) => break (file, name),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        };
        let temporary = Self { folder, name, is_named: false };
        file.write_all(bytes)?;
        if let Access::As(permissions) = access {
            file.set_permissions(permissions)?;
        }
        file.sync_all()?;
        Ok(temporary)
    }

    /// Takes the place of the file `name`.
    pub(super) fn replace(mut self, name: &str) -> io::Result<()> {
        self.folder.replace(&self.name, name)?;
        self.is_named = true;
        Ok(())
    }

    /// Takes the name `name`, where nothing stands under it; else the error is `AlreadyExists`.
    pub(super) fn place(mut self, name: &str) -> io::Result<()> {
        self.folder.place(&self.name, name)?;
        self.is_named = true;
        Ok(())
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if !self.is_named {
            // What cannot be removed is no note, and is swept later.
            let _ = self.folder.remove(&self.name);
        }
    }
}

/// `.vault-<16 hex digits>.tmp`, another one at every call.
fn fresh_name(target: &str) -> String {
    static CALLS: AtomicU64 = AtomicU64::new(0);
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    let digest = hash(format!("{} {call} {target}", std::process::id()).as_bytes());
    format!(".vault-{}.tmp", &digest[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_given_a_name_goes_away() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::open(place.path()).unwrap();
        let names = || std::fs::read_dir(place.path()).unwrap().map(|e| e.unwrap().file_name()).collect::<Vec<_>>();

        let dropped = Temporary::write(&folder, "a.md", b"text", Access::Usual).unwrap();
        let name = names().pop().unwrap().into_string().unwrap();
        let digits = name.strip_prefix(".vault-").and_then(|rest| rest.strip_suffix(".tmp")).unwrap();
        assert!(digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()), "{name}");
        drop(dropped);
        assert!(names().is_empty());

        Temporary::write(&folder, "a.md", b"one", Access::Usual).unwrap().place("a.md").unwrap();
        let error = Temporary::write(&folder, "a.md", b"two", Access::Usual).unwrap().place("a.md").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(names(), ["a.md"]);
        assert_eq!(std::fs::read(place.path().join("a.md")).unwrap(), b"one");
    }
}
