//! Where a vault begins, and single files of it.

use std::path::{Path, PathBuf};

use super::folder::{Folder, Found, Missing, Way};
use super::{NOTE_LIMIT, open};
use crate::Error;
use crate::text::is_safe_path;

/// The file that makes a folder a vault.
pub const ROOT_MARKER: &str = "vault.toml";

/// The nearest folder, `start` itself or one above it, that has a `vault.toml`; absolute.
///
/// Links in `start` are kept as they are, so that paths look as the user knows them; only where
/// it has `..` in it they are resolved, because `..` behind a link is not what it looks like.
pub fn find_root(start: &Path) -> Option<PathBuf> {
    let has_parents = start.components().any(|part| part == std::path::Component::ParentDir);
    let start = if has_parents { std::fs::canonicalize(start) } else { std::path::absolute(start) }.ok()?;
    start.ancestors().find(|folder| has_marker(folder)).map(Path::to_path_buf)
}

/// Whether `folder` itself is a vault's root.
pub fn is_root(folder: &Path) -> bool {
    has_marker(folder)
}

/// The way to `path` from `root`, wherever links on the way to either lead; `None` where it lies elsewhere, or nowhere.
pub fn path_below(root: &Path, path: &Path) -> Option<PathBuf> {
    let (root, path) = (std::fs::canonicalize(root).ok()?, std::fs::canonicalize(path).ok()?);
    path.strip_prefix(root).ok().map(Path::to_path_buf)
}

/// A link counts as well: [`read_file`] then says what is wrong with it.
fn has_marker(folder: &Path) -> bool {
    std::fs::symlink_metadata(folder.join(ROOT_MARKER)).is_ok_and(|metadata| !metadata.is_dir())
}

/// The text of the file at `path` below `root`; `None` where there is none.
///
/// # Errors
/// [`Error::Refused`] where it is no regular file, lies behind a link, is above [`NOTE_LIMIT`] or
/// is not UTF-8; [`Error::Io`] where the system does not let it be read.
pub fn read_file(root: &Path, path: &str) -> Result<Option<String>, Error> {
    if !is_safe_path(path) {
        return Err(Error::Refused(format!("`{path}` is not read: it is no path inside the vault")));
    }
    let on_disk = root.join(path);
    let refused = |why: &str, mend: &str| Err(Error::Refused(format!("`{path}` is not read: {why}; {mend}")));
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let way =
        Folder::open(root).and_then(|root| root.walk(folder, Missing::Stays)).map_err(Error::io("read", &on_disk))?;
    let folder = match way {
        Way::Open(folder) => folder,
        Way::Missing => return Ok(None),
        Way::Blocked(why) => return refused(&why, "put a folder there"),
    };
    let (file, metadata) = match folder.look(name).map_err(Error::io("read", &on_disk))? {
        Found::File(file, metadata) => (file, metadata),
        Found::Absent => return Ok(None),
        Found::Unfit(what) => return refused(&format!("it is {what}"), "put a file there"),
    };
    let bytes = open::read_up_to(&file, NOTE_LIMIT + 1, metadata.len()).map_err(Error::io("read", &on_disk))?;
    if bytes.len() as u64 > NOTE_LIMIT {
        return refused("it is larger than 1 MiB", "make it shorter");
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(_) => refused("it is not UTF-8", "save it as UTF-8 in your editor"),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_root_is_the_nearest_folder_with_the_marker() {
        let place = tempfile::tempdir().unwrap();
        let inner = place.path().join("outer/inner/deep");
        fs::create_dir_all(&inner).unwrap();
        fs::write(place.path().join("outer/vault.toml"), "").unwrap();
        // A folder of that name is no marker.
        fs::create_dir(place.path().join("outer/inner/vault.toml")).unwrap();
        let root = place.path().join("outer");
        assert_eq!(find_root(&inner), Some(root.clone()));
        assert_eq!(find_root(&root), Some(root.clone()));
        assert_eq!(find_root(place.path()), None);
        let around = find_root(&inner.join("../..")).unwrap();
        assert_eq!(around, fs::canonicalize(&root).unwrap());
        assert_eq!(find_root(&inner.join("../../..")), None);
    }

    #[test]
    fn one_file_is_read_or_said_why_not() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path();
        fs::create_dir(root.join("folder")).unwrap();
        fs::write(root.join("folder/a.md"), "ä\r\n").unwrap();
        fs::write(root.join("latin.md"), b"\xe9").unwrap();
        let limit = usize::try_from(NOTE_LIMIT).unwrap();
        fs::write(root.join("at limit.md"), "x".repeat(limit)).unwrap();
        fs::write(root.join("large.md"), "x".repeat(limit + 1)).unwrap();

        assert_eq!(read_file(root, "folder/a.md").unwrap().as_deref(), Some("ä\r\n"));
        assert_eq!(read_file(root, "at limit.md").unwrap().map(|text| text.len()), Some(limit));
        for missing in ["gone.md", "gone/a.md"] {
            assert_eq!(read_file(root, missing).unwrap(), None, "{missing}");
        }
        for (path, part) in [
            ("folder", "a folder"),
            ("latin.md", "UTF-8"),
            ("large.md", "1 MiB"),
            ("folder/a.md/b.md", "`folder/a.md` is a file"),
            ("../a.md", "inside the vault"),
        ] {
            let error = read_file(root, path).unwrap_err();
            assert!(matches!(&error, Error::Refused(why) if why.contains(part)), "{path}: {error}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_read_through() {
        let (place, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(outside.path().join("a.md"), "secret").unwrap();
        std::os::unix::fs::symlink(outside.path().join("a.md"), place.path().join("a.md")).unwrap();
        std::os::unix::fs::symlink(outside.path(), place.path().join("folder")).unwrap();
        for path in ["a.md", "folder/a.md"] {
            let error = read_file(place.path(), path).unwrap_err();
            assert!(error.to_string().contains("symbolic link"), "{path}: {error}");
        }
    }
}
