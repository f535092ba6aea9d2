//! Where a draft lies, and how its links are written.

use std::collections::BTreeMap;

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
    paths: BTreeMap<String, Record>,
    counts: BTreeMap<String, usize>,
}

impl<'v> Names<'v> {
    /// Those of that vault.
    pub fn new(vault: &'v Vault) -> Self {
        let mut counts = BTreeMap::new();
        for note in &vault.notes {
            *counts.entry(folded(note.name())).or_default() += 1;
        }
        Self { vault, paths: vault.notes.iter().map(|note| (folded(&note.path), note.record)).collect(), counts }
    }

    /// The record at a path, but for case and normalisation.
    pub(super) fn at(&self, path: &str) -> Option<Record> {
        self.paths.get(&folded(path)).copied()
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
            let is_alone = self.counts.get(&folded(name)).is_none_or(|count| *count < 2);
            if is_alone { name } else { path.strip_suffix(".md").unwrap_or(path) }
        })
    }
}
