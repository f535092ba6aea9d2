//! Which letter templates of a vault its user trusts: their paths and hashes, kept outside of it.

use std::collections::BTreeMap;
use std::path::Path;

use super::State;
use super::store::Store;
use crate::Error;

const NAME: &str = "trust";

impl State {
    /// The hash of each trusted template of the vault at `vault_root`, by its path in the vault. A line that cannot be
    /// read trusts nothing.
    pub fn trusted(&self, vault_root: &Path) -> Result<BTreeMap<String, String>, Error> {
        let bytes = Store::of(self, vault_root)?.read(NAME)?.unwrap_or_default();
        Ok(String::from_utf8_lossy(&bytes).lines().filter_map(entry).collect())
    }

    /// Trusts exactly these templates of the vault at `vault_root` from now on, and no others.
    pub fn trust(&self, vault_root: &Path, templates: &BTreeMap<String, String>) -> Result<(), Error> {
        let lines: String = templates.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        Store::make(self, vault_root)?.write(NAME, lines.as_bytes())
    }
}

/// `HASH  PATH`; a path may hold anything but a line end.
fn entry(line: &str) -> Option<(String, String)> {
    let (hash, path) = line.split_once("  ")?;
    Some((path.to_owned(), hash.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::hash;

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
