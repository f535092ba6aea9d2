//! Folders that have to be there before anything lies in them.

use std::path::Path;

use super::folder::{Folder, Missing, Way};
use crate::Error;
use crate::text::is_safe_path;

/// Makes the folder at `root`, and those above it; what is there stays as it is.
pub fn make_root(root: &Path) -> Result<(), Error> {
    std::fs::DirBuilder::new().recursive(true).create(root).map_err(Error::io("make", root))
}

/// Whether there is a folder at `path` below `root`, reached through no link.
pub fn has_folder(root: &Path, path: &str) -> Result<bool, Error> {
    walk(root, path, Missing::Stays).map(|way| matches!(way, Way::Open(_)))
}

/// Makes the folder at `path` below `root`.
///
/// # Errors
/// [`Error::Refused`] where the path leads outside, through a link or through something that is no folder, or where a
/// folder has the same name but for case; [`Error::Io`] where the system fails.
pub fn make_folder(root: &Path, path: &str) -> Result<(), Error> {
    match walk(root, path, Missing::IsMade)? {
        Way::Blocked(why) => {
            Err(Error::Refused(format!("{path}: {why}; put a folder there, or choose another place in vault.toml")))
        }
        _ => Ok(()),
    }
}

fn walk(root: &Path, path: &str, missing: Missing) -> Result<Way, Error> {
    if !is_safe_path(path) {
        return Ok(Way::Blocked("it is no path inside the vault".to_owned()));
    }
    Folder::open(root).and_then(|folder| folder.walk(path, missing)).map_err(Error::io("make", &root.join(path)))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "what is tested here is what lies on disk")]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn folders_are_made_below_the_root_and_nowhere_else() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().join("deep/vault");
        make_root(&root).unwrap();
        make_root(&root).unwrap();
        assert!(!has_folder(&root, "Notes/Rounds").unwrap());
        make_folder(&root, "Notes/Rounds").unwrap();
        make_folder(&root, "Notes/Rounds").unwrap();
        assert!(has_folder(&root, "Notes/Rounds").unwrap() && root.join("Notes/Rounds").is_dir());
        fs::write(root.join("file"), "").unwrap();
        for (path, part) in [("../out", "inside"), ("file/x", "is a file"), ("notes/rounds", "`Notes`")] {
            let error = make_folder(&root, path).unwrap_err().to_string();
            assert!(error.contains(path) && error.contains(part), "{path}: {error}");
        }
        assert!(!place.path().join("deep/out").exists());
    }
}
