//! The texts of the files that were read: kept, or let go of and read again for the few that are asked for.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use crate::disk;
use crate::text::SourceFile;

/// The texts of files, by path.
pub(super) struct Sources {
    /// Sorted by path.
    kept: Vec<SourceFile>,
    /// What was let go of; sorted by path.
    let_go: Vec<LetGo>,
    is_outdated: AtomicBool,
}

/// The text of a note that was let go of.
pub(super) struct LetGo {
    path: Arc<str>,
    /// What it was known by.
    mark: u64,
    /// The same text, read again.
    again: OnceLock<Box<SourceFile>>,
}

impl LetGo {
    /// Only what the text is known by.
    pub(super) fn of(file: &SourceFile) -> Self {
        Self { path: Arc::clone(file.shared_path()), mark: file.mark(), again: OnceLock::new() }
    }
}

impl Sources {
    /// Those texts that were `kept`, and those that were `let_go` of; these are in the order of their paths.
    pub(super) fn new(mut kept: Vec<SourceFile>, let_go: Vec<LetGo>) -> Self {
        kept.sort_by(|a, b| a.path().cmp(b.path()));
        Self { kept, let_go, is_outdated: AtomicBool::new(false) }
    }

    /// The text at `path` as it was when the vault at `root` was read; `None` where that cannot be had any more.
    pub(super) fn get(&self, path: &str, root: &Path) -> Option<&SourceFile> {
        if let Some(kept) = find(&self.kept, path) {
            return Some(kept);
        }
        let at = self.let_go.binary_search_by(|file| (*file.path).cmp(path)).ok()?;
        let note = &self.let_go[at];
        if note.again.get().is_none() {
            match disk::reread(root, path).filter(|file| file.mark() == note.mark) {
                Some(file) => drop(note.again.set(Box::new(file))),
                None => self.is_outdated.store(true, Ordering::Relaxed),
            }
        }
        note.again.get().map(|file| &**file)
    }

    /// Whether a text was asked for that had changed by the time it was read again.
    pub(super) fn is_outdated(&self) -> bool {
        self.is_outdated.load(Ordering::Relaxed)
    }

    /// Those that were kept.
    pub(super) fn all(&self) -> &[SourceFile] {
        &self.kept
    }

    /// Puts files' new texts in place of their old ones, if they have any, and forgets those of files that are gone.
    pub(super) fn take_in(&mut self, files: Vec<SourceFile>, gone: &[String]) {
        self.kept.retain(|file| !gone.iter().any(|path| path == file.path()));
        for file in files {
            match self.kept.binary_search_by(|other| other.path().cmp(file.path())) {
                Ok(at) => self.kept[at] = file,
                Err(at) => self.kept.insert(at, file),
            }
        }
    }
}

/// The one of that path; they are sorted by path.
pub(super) fn find<'s>(files: &'s [SourceFile], path: &str) -> Option<&'s SourceFile> {
    files.binary_search_by(|file| file.path().cmp(path)).ok().map(|at| &files[at])
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test writes the notes that it reads")]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_was_let_go_of_is_had_again_until_it_changes() {
        let root = tempfile::tempdir().unwrap();
        let texts = [("a.md", "one\n"), ("b.md", "two\n"), ("c.md", "three\n")];
        let notes: Vec<SourceFile> = texts.iter().map(|(path, text)| SourceFile::new(*path, *text)).collect();
        for (path, text) in texts {
            fs::write(root.path().join(path), text).unwrap();
        }
        let let_go = notes.iter().map(LetGo::of).collect();
        let sources = Sources::new(vec![SourceFile::new("other", "kept")], let_go);
        let text = |path: &str| sources.get(path, root.path()).map(SourceFile::text);
        assert_eq!((text("a.md"), text("other"), text("z.md")), (Some("one\n"), Some("kept"), None));
        assert!(!sources.is_outdated());

        // What was read again stays; what was not is not taken for what it was.
        fs::write(root.path().join("a.md"), "ONE\n").unwrap();
        assert_eq!(text("a.md"), Some("one\n"));
        assert!(!sources.is_outdated());
        fs::write(root.path().join("b.md"), "TWO\n").unwrap();
        assert_eq!((text("b.md"), text("c.md")), (None, Some("three\n")));
        assert!(sources.is_outdated());
    }

    #[test]
    fn a_note_that_is_gone_is_not_had_again() {
        let root = tempfile::tempdir().unwrap();
        let sources = Sources::new(Vec::new(), vec![LetGo::of(&SourceFile::new("a.md", "one"))]);
        assert_eq!(sources.get("a.md", root.path()), None);
        assert!(sources.is_outdated());
    }
}
