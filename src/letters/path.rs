//! Where a draft lies, and how its links are written.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::model::{NoteId, Record, Vault, folded};
use crate::text::file_name;

/// The path of a new draft, from its name's parts; `nth` is 1 for the first of its kind.
pub(super) fn draft(folder: &str, parts: &[&str], nth: usize) -> String {
    let count = nth.to_string();
    let mut parts = parts.to_vec();
    if nth > 1 {
        parts.push(&count);
    }
    let name = file_name(&parts);
    let folder = folder.trim_matches('/');
    if folder.is_empty() { format!("{name}.md") } else { format!("{folder}/{name}.md") }
}

/// The file name of a path, without `.md`.
pub(super) fn stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.strip_suffix(".md").unwrap_or(file)
}

/// The names and paths of a vault's notes, as names are compared.
#[derive(Debug)]
pub struct Names<'v> {
    vault: &'v Vault,
    // Both are looked up only where a document is written.
    paths: OnceLock<HashMap<String, Record>>,
    counts: OnceLock<HashMap<String, usize>>,
}

impl<'v> Names<'v> {
    /// Those of that vault.
    pub fn new(vault: &'v Vault) -> Self {
        Self { vault, paths: OnceLock::new(), counts: OnceLock::new() }
    }

    /// The record at a path, but for case and normalisation.
    pub(super) fn at(&self, path: &str) -> Option<Record> {
        let paths = || self.vault.notes.iter().map(|note| (folded(&note.path), note.record)).collect();
        self.paths.get_or_init(paths).get(&folded(path)).copied()
    }

    /// A quoted wikilink to a note, as front matter has it; see [`Names::target`].
    pub(super) fn link(&self, name: &str, note: Option<NoteId>) -> String {
        format!("\"[[{}]]\"", self.target(name, note).replace('\\', "\\\\").replace('"', "\\\""))
    }

    /// What a link to a note says: its name, or its path where another note has the same name.
    /// What has no note yet is linked by `name`.
    pub fn target<'n>(&'n self, name: &'n str, note: Option<NoteId>) -> &'n str {
        note.map_or(name, |id| {
            let name = self.vault.note(id).name();
            let path: &str = self.vault.path(id);
            if self.is_alone(name) { name } else { path.strip_suffix(".md").unwrap_or(path) }
        })
    }

    /// Whether no other note has that name.
    fn is_alone(&self, name: &str) -> bool {
        let counts = self.counts.get_or_init(|| {
            let mut counts = HashMap::new();
            for note in &self.vault.notes {
                *counts.entry(folded(note.name())).or_default() += 1;
            }
            counts
        });
        counts.get(&folded(name)).is_none_or(|count| *count < 2)
    }
}
