//! Which letter templates of a vault its user trusts: their paths and hashes, kept outside of it.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::State;
use super::folder::Folder;
use super::state::hash;
use super::temporary::{Access, Temporary};
use crate::Error;

impl State {
    /// The hash of each trusted template of the vault at `vault_root`, by its path in the vault. A line that cannot be
    /// read trusts nothing.
    pub fn trusted(&self, vault_root: &Path) -> Result<BTreeMap<String, String>, Error> {
        let path = self.folder().join(trust_name(vault_root)?);
        match std::fs::read(&path) {
            Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).lines().filter_map(entry).collect()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeMap::new()),
            Err(error) => Err(Error::io("read", &path)(error)),
        }
    }

    /// Trusts exactly these templates of the vault at `vault_root` from now on, and no others.
    pub fn trust(&self, vault_root: &Path, templates: &BTreeMap<String, String>) -> Result<(), Error> {
        self.prepare()?;
        let name = trust_name(vault_root)?;
        let lines: String = templates.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        let write = || -> io::Result<()> {
            let folder = Folder::open(self.folder())?;
            Temporary::write(&folder, &name, lines.as_bytes(), Access::Private)?.replace(&name)?;
            folder.sync()
        };
        write().map_err(Error::io("write", &self.folder().join(&name)))
    }
}

/// One file a vault, whichever way its root is written.
fn trust_name(vault_root: &Path) -> Result<String, Error> {
    let root = std::fs::canonicalize(vault_root).map_err(Error::io("read", vault_root))?;
    Ok(format!("{}.trust", hash(root.as_os_str().as_encoded_bytes())))
}

/// `HASH  PATH`; a path may hold anything but a line end.
fn entry(line: &str) -> Option<(String, String)> {
    let (hash, path) = line.split_once("  ")?;
    Some((path.to_owned(), hash.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trust_is_each_vaults_own_and_can_be_withdrawn() {
        let place = tempfile::tempdir().unwrap();
        let (one, two) = (place.path().join("one"), place.path().join("two"));
        std::fs::create_dir(&one).unwrap();
        std::fs::create_dir(&two).unwrap();
        let state = State::at(place.path().join("state"));
        assert_eq!(state.trusted(&one).unwrap(), BTreeMap::new());
        assert!(!state.folder().exists());

        let templates = BTreeMap::from([("T/Letters/ä  b.md".to_owned(), hash(b"x"))]);
        state.trust(&one, &templates).unwrap();
        assert_eq!(state.trusted(&one.join("../one")).unwrap(), templates);
        assert_eq!(state.trusted(&two).unwrap(), BTreeMap::new());
        state.trust(&one, &BTreeMap::new()).unwrap();
        assert_eq!(state.trusted(&one).unwrap(), BTreeMap::new());
    }
}
