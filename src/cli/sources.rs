//! The texts of the files that were read: kept, or let go of and read again for the few that are asked for.

use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::disk;
use crate::model::{NoteId, Vault};
use crate::text::SourceFile;
use crate::threads;

/// How many notes are worth a second thread.
const PER_THREAD: usize = 1_500;

/// The texts of files, by path.
pub(super) struct Sources {
    /// Sorted by path.
    kept: Vec<SourceFile>,
    /// What was let go of, note by note.
    let_go: Vec<LetGo>,
    is_outdated: AtomicBool,
}

/// The text of a note that was let go of.
struct LetGo {
    /// What it was known by.
    mark: u64,
    /// The same text, read again.
    again: OnceLock<Box<SourceFile>>,
}

impl Sources {
    /// All of these.
    pub(super) fn kept(mut files: Vec<SourceFile>) -> Self {
        files.sort_unstable_by(|a, b| a.path().cmp(b.path()));
        Self { kept: files, let_go: Vec::new(), is_outdated: AtomicBool::new(false) }
    }

    /// Lets go of the texts of `notes`, which are all the vault's, and keeps those of `others`.
    pub(super) fn without(notes: &[SourceFile], others: Vec<SourceFile>) -> Self {
        let let_go = |notes: &[SourceFile]| {
            let marks = notes.iter().map(SourceFile::mark);
            marks.map(|mark| LetGo { mark, again: OnceLock::new() }).collect::<Vec<_>>()
        };
        let let_go = threads::in_parts(notes, PER_THREAD, let_go).into_iter().flatten().collect();
        Self { let_go, ..Self::kept(others) }
    }

    /// The text at `path` as it was when the `vault` at `root` was read; `None` where that cannot be had any more.
    pub(super) fn get(&self, path: &str, vault: &Vault, root: &Path) -> Option<&SourceFile> {
        if let Some(kept) = find(&self.kept, path) {
            return Some(kept);
        }
        let NoteId(at) = vault.note_at(path)?;
        let note = self.let_go.get(at as usize)?;
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
    use crate::model::Config;
    use crate::parse::{self, Found};

    #[test]
    fn what_was_let_go_of_is_had_again_until_it_changes() {
        let root = tempfile::tempdir().unwrap();
        let texts = [("a.md", "one\n"), ("b.md", "two\n"), ("c.md", "three\n")];
        let notes: Vec<SourceFile> = texts.iter().map(|(path, text)| SourceFile::new(*path, *text)).collect();
        for (path, text) in texts {
            fs::write(root.path().join(path), text).unwrap();
        }
        let (vault, _) = parse::vault(Found::all(&notes), Config::default());
        let sources = Sources::without(&notes, vec![SourceFile::new("other", "kept")]);
        let text = |path: &str| sources.get(path, &vault, root.path()).map(SourceFile::text);
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
        let notes = [SourceFile::new("a.md", "one")];
        let (vault, _) = parse::vault(Found::all(&notes), Config::default());
        let sources = Sources::without(&notes, Vec::new());
        assert_eq!(sources.get("a.md", &vault, root.path()), None);
        assert!(sources.is_outdated());
    }
}
