//! Reads the notes of a vault, and says what it could not read.

use std::fs::FileType;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::listing::{Listing, PER_THREAD, Seen};
use super::open;
use super::unread::original_of_copy;
use crate::text::{SourceFile, Unread};
use crate::threads;

/// The largest note that is read, in bytes: 1 MiB.
pub const NOTE_LIMIT: u64 = 1 << 20;

/// How much of a note that is too large is looked at, in bytes.
const HEAD: u64 = 4096;

/// What a vault holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// The Markdown files, sorted by path.
    pub files: Vec<SourceFile>,
    /// What was not read and should have been, sorted by path.
    pub unread: Vec<Unread>,
    /// Whether every folder could be listed. Where not, a note that is not here may still exist,
    /// so nothing may be generated, removed or ticked.
    pub complete: bool,
}

/// Some notes of a listing, read.
pub struct Batch {
    /// Each with its place in the listing.
    pub files: Vec<(usize, SourceFile)>,
    /// What was not read and should have been.
    pub unread: Vec<Unread>,
}

/// Reads the notes of `listing`, batch by batch: `gather` gets what `work` made of each, in order. A file that is gone by
/// the time it is opened counts as never there.
pub fn read<R: Send>(listing: &Listing, work: impl Fn(Batch) -> R + Sync, gather: impl FnMut(R) + Send) {
    threads::in_stretches(&listing.notes, PER_THREAD, |start, notes| work(Batch::read(start, notes)), gather);
}

/// The note at `path` below `root`, as it is now; `None` where there is none that can be read.
pub fn reread(root: &Path, path: &str) -> Option<SourceFile> {
    let on_disk = root.join(path);
    let kind = on_disk.symlink_metadata().ok()?.file_type();
    read_note(path, &on_disk, kind).ok()?.map(|text| SourceFile::new(path, text))
}

impl Batch {
    fn read(start: usize, notes: &[Seen]) -> Self {
        let (mut texts, mut places, mut unread) = (String::new(), Vec::with_capacity(notes.len()), Vec::new());
        let mut read = Vec::with_capacity(notes.len());
        for (at, Seen { path, is_unicode, on_disk, kind }) in (start..).zip(notes) {
            let text = if *is_unicode { read_note(path, on_disk, *kind) } else { Err(Unread::name(path.to_string())) };
            match text {
                Ok(Some(text)) => {
                    let begin = texts.len();
                    texts.push_str(&text);
                    places.push((Arc::clone(path), begin..texts.len()));
                    read.push(at);
                }
                Ok(None) => {}
                Err(missed) => unread.push(missed),
            }
        }
        Self { files: read.into_iter().zip(SourceFile::together(&texts, places)).collect(), unread }
    }
}

/// The text of the note at `path`; `None` where nobody needs to hear of it.
fn read_note(path: &str, on_disk: &Path, kind: FileType) -> Result<Option<String>, Unread> {
    let own = || path.to_owned();
    if let Some(original) = original_of_copy(path) {
        return Err(Unread::conflict_copy(own(), original));
    }
    if kind.is_symlink() {
        return Err(Unread::symlink(own()));
    }
    if !kind.is_file() {
        return Err(Unread::not_regular(own()));
    }
    let bytes = match read_bytes(on_disk) {
        Ok(Bytes::All(bytes)) => bytes,
        Ok(Bytes::Head(head)) => {
            return first_kind(&head).map_or(Ok(None), |kind| Err(Unread::too_large(own(), kind)));
        }
        Ok(Bytes::NotRegular) => return Err(Unread::not_regular(own())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Unread::unreadable(own(), &error)),
    };
    String::from_utf8(bytes).map(Some).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        Unread::not_utf8(own(), &String::from_utf8_lossy(valid))
    })
}

enum Bytes {
    All(Vec<u8>),
    /// The first bytes of what is too large.
    Head(Vec<u8>),
    NotRegular,
}

fn read_bytes(path: &Path) -> io::Result<Bytes> {
    let file = open::without_link(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Ok(Bytes::NotRegular);
    }
    if metadata.len() > NOTE_LIMIT {
        return Ok(Bytes::Head(open::read_up_to(&file, HEAD, HEAD)?));
    }
    let mut bytes = open::read_up_to(&file, NOTE_LIMIT + 1, metadata.len())?;
    if bytes.len() as u64 > NOTE_LIMIT {
        bytes.truncate(usize::try_from(HEAD).unwrap_or(usize::MAX));
        return Ok(Bytes::Head(bytes));
    }
    Ok(Bytes::All(bytes))
}

/// The text of the first line `type: …`, without quotes and comment.
fn first_kind(head: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(head);
    let value = head.lines().find_map(|line| line.trim_start_matches('\u{feff}').strip_prefix("type:"))?;
    let value = value.split(" #").next().unwrap_or_default().trim().trim_matches(['"', '\'']);
    (!value.is_empty()).then(|| value.to_owned())
}

#[cfg(test)]
fn scan(root: &Path, selection: &super::Selection) -> Result<Scan, crate::Error> {
    let listing = Listing::new(root, selection)?;
    let mut scan = Scan { complete: listing.is_complete(), unread: listing.unlisted.clone(), ..Scan::default() };
    read(
        &listing,
        |batch| batch,
        |Batch { files, mut unread }| {
            scan.files.extend(files.into_iter().map(|(_, file)| file));
            scan.unread.append(&mut unread);
        },
    );
    scan.unread.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    Ok(scan)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::disk::Selection;
    use crate::text::Why;

    fn everything() -> Selection {
        Selection::new(&["**".to_owned()], &["Archive/**".to_owned()], "Templates").unwrap()
    }

    fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn paths(scan: &Scan) -> Vec<&str> {
        scan.files.iter().map(SourceFile::path).collect()
    }

    fn whys(scan: &Scan) -> Vec<(&str, &Why)> {
        scan.unread.iter().map(|unread| (unread.path.as_str(), &unread.why)).collect()
    }

    #[test]
    fn notes_are_read_sorted_and_the_rest_is_passed_over() {
        let root = tempfile::tempdir().unwrap();
        for path in [
            "b.md",
            "a/c.MD",
            "a b.md",
            "a/x.Markdown",
            "A.md",
            "picture.png",
            ".hidden.md",
            ".obsidian/x.md",
            "Templates/round.md",
            "Archive/old/x.md",
            ".vault-0123456789abcdef.tmp",
        ] {
            write(root.path(), path, path);
        }
        write(root.path(), "bom.md", "\u{feff}---\r\n");
        let scan = scan(root.path(), &everything()).unwrap();
        assert_eq!(paths(&scan), ["A.md", "a b.md", "a/c.MD", "a/x.Markdown", "b.md", "bom.md"]);
        assert_eq!(scan.files[5].text(), "\u{feff}---\r\n");
        assert!(scan.complete && scan.unread.is_empty());
    }

    #[test]
    fn a_root_that_is_not_there_or_no_folder_is_an_error() {
        let root = tempfile::tempdir().unwrap();
        write(root.path(), "file", "");
        for path in ["gone", "file"] {
            let error = scan(&root.path().join(path), &everything()).unwrap_err();
            assert!(error.to_string().starts_with("cannot list"), "{error}");
        }
    }

    #[test]
    fn bytes_that_are_not_utf8_are_placed() {
        let root = tempfile::tempdir().unwrap();
        write(root.path(), "good.md", "ä");
        write(root.path(), "latin.md", b"one\n\xc3\xa4 caf\xe9\n");
        let scan = scan(root.path(), &everything()).unwrap();
        assert_eq!(paths(&scan), ["good.md"]);
        assert_eq!(whys(&scan), [("latin.md", &Why::NotUtf8 { valid: "one\nä caf".to_owned() })]);
        assert!(scan.complete);
    }

    #[test]
    fn only_a_large_file_with_a_type_is_reported() {
        let root = tempfile::tempdir().unwrap();
        let filled = |head: &str, length: usize| format!("{head}{}", "x".repeat(length - head.len()));
        let limit = usize::try_from(NOTE_LIMIT).unwrap();
        write(root.path(), "at limit.md", filled("", limit));
        write(root.path(), "record.md", filled("\u{feff}---\r\ntype: \"round\" # one\r\n---\r\n", 2 * limit));
        write(root.path(), "prose.md", filled("# type: round\ntype:\n", limit + 1));
        write(root.path(), "late.md", filled(&filled("", 5000), 0x20_0000) + "\ntype: round");
        let scan = scan(root.path(), &everything()).unwrap();
        assert_eq!(paths(&scan), ["at limit.md"]);
        assert_eq!(whys(&scan), [("record.md", &Why::TooLarge { kind: "round".into() })]);
    }

    #[test]
    fn a_conflict_copy_is_never_a_note() {
        let root = tempfile::tempdir().unwrap();
        write(root.path(), "R/X.md", "");
        write(root.path(), "R/X.sync-conflict-20250304-101010-ABC.md", "");
        let scan = scan(root.path(), &everything()).unwrap();
        assert_eq!(paths(&scan), ["R/X.md"]);
        assert_eq!(scan.unread[0].why, Why::ConflictCopy { of: "R/X.md".into() });
    }
}

#[cfg(all(test, unix))]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on may stop")]
mod unix_tests {
    use std::fs;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::time::{Duration, Instant};

    use super::*;
    use crate::disk::Selection;
    use crate::disk::folder::Folder;
    use crate::text::Why;

    fn everything() -> Selection {
        Selection::new(&["**".to_owned()], &["Mine/**".to_owned()], "Templates").unwrap()
    }

    #[test]
    fn links_are_reported_for_notes_and_not_entered_for_folders() {
        let (root, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(outside.path().join("secret.md"), "").unwrap();
        fs::write(root.path().join("real.md"), "").unwrap();
        symlink(outside.path().join("secret.md"), root.path().join("linked.md")).unwrap();
        symlink(outside.path(), root.path().join("Folder")).unwrap();
        symlink(root.path(), root.path().join("loop")).unwrap();
        symlink("nowhere", root.path().join("dangling.md")).unwrap();
        symlink("nowhere", root.path().join("dangling")).unwrap();

        // The root itself may be a link.
        let door = outside.path().join("door");
        symlink(root.path(), &door).unwrap();
        for start in [root.path(), &door] {
            let scan = scan(start, &everything()).unwrap();
            assert_eq!(scan.files.iter().map(SourceFile::path).collect::<Vec<_>>(), ["real.md"]);
            let unread: Vec<_> = scan.unread.iter().map(|unread| (unread.path.as_str(), &unread.why)).collect();
            assert_eq!(unread, [("dangling.md", &Why::Symlink), ("linked.md", &Why::Symlink)]);
            assert!(scan.complete);
        }
    }

    #[test]
    fn a_pipe_is_reported_at_once() {
        let root = tempfile::tempdir().unwrap();
        let pipe = root.path().join("x.md");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let start = Instant::now();
        let scan = scan(root.path(), &everything()).unwrap();
        assert_eq!(scan.unread[0].why, Why::NotRegular);
        // And if it had become a pipe only after the listing:
        assert!(matches!(read_bytes(&pipe), Ok(Bytes::NotRegular)));
        assert!(start.elapsed() < Duration::from_secs(1));
    }

    #[test]
    fn a_name_that_is_not_unicode_is_reported() {
        let root = tempfile::tempdir().unwrap();
        let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
        if fs::write(root.path().join(name), "").is_err() {
            return; // A file system that has Unicode names only.
        }
        let scan = scan(root.path(), &everything()).unwrap();
        assert_eq!((scan.unread[0].path.as_str(), &scan.unread[0].why), ("caf\u{fffd}.md", &Why::Name));
    }

    #[test]
    fn a_folder_that_cannot_be_listed_makes_the_scan_incomplete() {
        if rustix::process::geteuid().is_root() {
            return; // Root may list every folder.
        }
        let root = tempfile::tempdir().unwrap();
        for folder in ["Closed", "Mine"] {
            fs::create_dir(root.path().join(folder)).unwrap();
            fs::set_permissions(root.path().join(folder), fs::Permissions::from_mode(0o000)).unwrap();
        }
        fs::write(root.path().join("locked.md"), "").unwrap();
        fs::set_permissions(root.path().join("locked.md"), fs::Permissions::from_mode(0o000)).unwrap();
        let scan = scan(root.path(), &everything()).unwrap();
        for folder in ["Closed", "Mine"] {
            // So that they can be cleared away.
            fs::set_permissions(root.path().join(folder), fs::Permissions::from_mode(0o700)).unwrap();
        }
        assert!(!scan.complete);
        let unread: Vec<_> = scan.unread.iter().map(|unread| (unread.path.as_str(), &unread.why)).collect();
        assert_eq!(unread, [("Closed", &Why::Folder), ("locked.md", &Why::Unreadable)]);
    }

    #[test]
    fn a_folder_too_deep_to_be_listed_makes_the_scan_incomplete() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("a.md"), "").unwrap();
        let mut folder = Folder::open(root.path()).unwrap();
        // Longer than a path may be on any system; reached one folder at a time.
        for _ in 0..20 {
            let name = "x".repeat(250);
            folder.make(&name).unwrap();
            folder = folder.enter(&name).unwrap();
        }
        let scan = scan(root.path(), &everything()).unwrap();
        assert!(!scan.complete);
        assert_eq!(scan.files.len(), 1);
        assert_eq!(scan.unread.iter().map(|unread| &unread.why).collect::<Vec<_>>(), [&Why::Folder]);
    }
}
