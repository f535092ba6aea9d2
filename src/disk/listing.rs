//! What notes a vault has, before any is read.

use std::fs::FileType;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::Selection;
use crate::Error;
use crate::text::Unread;
use crate::threads;

/// How many notes are worth a second thread.
pub(super) const PER_THREAD: usize = 1_500;

/// The Markdown files of a vault.
#[derive(Debug, Default)]
pub struct Listing {
    /// By path.
    pub(super) notes: Vec<Seen>,
    /// What could not be listed.
    pub(super) unlisted: Vec<Unread>,
}

/// A Markdown file that is to be read.
#[derive(Debug)]
pub(super) struct Seen {
    /// From the root, with `/`.
    pub(super) path: Arc<str>,
    pub(super) is_unicode: bool,
    pub(super) on_disk: PathBuf,
    pub(super) kind: FileType,
}

impl Listing {
    /// Lists every Markdown file (`.md`, `.markdown`, in any case) below `root` that `selection` has.
    ///
    /// Names that begin with a dot are passed over, and so is what lies behind a link to a folder.
    /// `root` itself may be a link.
    ///
    /// # Errors
    /// The root itself cannot be listed.
    pub fn new(root: &Path, selection: &Selection) -> Result<Self, Error> {
        std::fs::read_dir(root).map_err(Error::io("list", root))?;
        let mut listing = Self::default();
        // How many notes there are shows as they come: where they are many, the folders that are left are shared out.
        let folders = listing.add(root, PER_THREAD, root, selection);
        let whole = |folders: &[PathBuf]| {
            let mut listing = Self::default();
            for folder in folders {
                listing.add(folder, usize::MAX, root, selection);
            }
            listing.sort();
            listing
        };
        for mut part in threads::in_parts(&folders, 1, whole) {
            listing.notes.append(&mut part.notes);
            listing.unlisted.append(&mut part.unlisted);
        }
        listing.sort();
        Ok(listing)
    }

    /// Adds the notes below `folder`; those in the folders that it gives are left, since there were `enough` before.
    fn add(&mut self, folder: &Path, enough: usize, root: &Path, selection: &Selection) -> Vec<PathBuf> {
        let mut left = Vec::new();
        let mut walk =
            WalkDir::new(folder).min_depth(1).into_iter().filter_entry(|entry| is_walked(entry, root, selection));
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {
                    if self.notes.len() >= enough {
                        walk.skip_current_dir();
                        left.push(entry.into_path());
                    }
                }
                Ok(entry) if !is_markdown(entry.path()) => {}
                Ok(entry) => self.notes.extend(Seen::new(entry, root, selection)),
                Err(error) => self.unlisted.push(unlisted(error, root)),
            }
        }
        left
    }

    /// Sorts the notes; stretches that are sorted already are put together in no time.
    fn sort(&mut self) {
        self.notes.sort_by(|a, b| a.path.cmp(&b.path));
    }

    /// The paths of the notes, in order.
    pub fn paths(&self) -> impl Iterator<Item = &Arc<str>> {
        self.notes.iter().map(|note| &note.path)
    }

    /// What could not be listed.
    pub fn unlisted(&self) -> &[Unread] {
        &self.unlisted
    }

    /// How many notes there are.
    pub fn count(&self) -> usize {
        self.notes.len()
    }

    /// Whether every folder could be listed.
    pub fn is_complete(&self) -> bool {
        self.unlisted.is_empty()
    }
}

/// What a listing would name at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies {
    /// Nothing.
    Nothing,
    /// A Markdown file, or what has the name of one.
    Note,
    /// A folder, and perhaps notes in it.
    Folder,
}

/// What lies at `path` below `root`, as a listing would name it.
pub fn lies_at(root: &Path, path: &str, selection: &Selection) -> Lies {
    let on_disk = root.join(path);
    match on_disk.symlink_metadata() {
        Ok(metadata) if metadata.is_dir() && (path.is_empty() || selection.may_have_below(path)) => Lies::Folder,
        Ok(metadata) if !metadata.is_dir() && is_markdown(&on_disk) && selection.has(path) => Lies::Note,
        Ok(_) | Err(_) => Lies::Nothing,
    }
}

/// Whether the file at `path` below `root` has nothing in it.
pub fn is_empty(root: &Path, path: &str) -> bool {
    root.join(path).symlink_metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0)
}

impl Seen {
    fn new(entry: DirEntry, root: &Path, selection: &Selection) -> Option<Self> {
        let (path, is_unicode) = path_below(entry.path(), root);
        let kind = entry.file_type();
        selection.has(&path).then(|| Self { path: path.into(), is_unicode, on_disk: entry.into_path(), kind })
    }
}

/// Whether to look at an entry at all: no dot names, no folder without notes for us.
fn is_walked(entry: &DirEntry, root: &Path, selection: &Selection) -> bool {
    !entry.file_name().as_encoded_bytes().starts_with(b".")
        && (!entry.file_type().is_dir() || selection.may_have_below(&path_below(entry.path(), root).0))
}

pub(super) fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown"))
}

/// `path` from the root, with `/`, and whether it could be said in Unicode.
fn path_below(path: &Path, root: &Path) -> (String, bool) {
    // The walk puts names behind the root as it was given, so that there is no need to compare part by part.
    let below = path.to_str().zip(root.to_str()).and_then(|(path, root)| path.strip_prefix(root));
    let (text, is_unicode) = match below {
        Some(text) => (text.trim_start_matches(std::path::is_separator).to_owned(), true),
        None => (path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned(), path.to_str().is_some()),
    };
    (if cfg!(windows) { text.replace('\\', "/") } else { text }, is_unicode)
}

fn unlisted(error: walkdir::Error, root: &Path) -> Unread {
    let path = error.path().map_or_else(|| ".".to_owned(), |path| path_below(path, root).0);
    Unread::folder(path, &error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::*;

    #[test]
    fn many_notes_are_listed_once_each_wherever_they_lie() {
        let root = tempfile::tempdir().unwrap();
        let mut expected = BTreeSet::new();
        for folder in ["", "a", "b", "b/c", "b/c/d", "e", "e/f"] {
            fs::create_dir_all(root.path().join(folder)).unwrap();
            for at in 0..PER_THREAD / 3 {
                let path = format!("{folder}/{at}.md").trim_start_matches('/').to_owned();
                fs::write(root.path().join(&path), "").unwrap();
                expected.insert(path);
            }
        }
        let selection = Selection::new(&["**".to_owned()], &["e/f".to_owned()], "").unwrap();
        expected.retain(|path| !path.starts_with("e/f/"));
        let listing = Listing::new(root.path(), &selection).unwrap();
        assert!(listing.count() > PER_THREAD && listing.is_complete());
        let paths: Vec<String> = listing.notes.into_iter().map(|note| note.path.to_string()).collect();
        assert_eq!(paths.len(), expected.len());
        assert_eq!(paths.into_iter().collect::<BTreeSet<_>>(), expected);
    }
}
