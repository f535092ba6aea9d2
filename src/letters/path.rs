//! Where a draft lies, and how its links are written.

use super::name::file_name;
use crate::model::{NoteId, Vault, folded};

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

/// A quoted wikilink to a note: its name, or its path where another note has the same name.
pub(super) fn link(vault: &Vault, name: &str, note: Option<NoteId>) -> String {
    let target = note.map_or(name, |id| {
        let name = vault.note(id).name();
        let same = vault.notes.iter().filter(|other| folded(other.name()) == folded(name)).count();
        let path: &str = vault.path(id);
        if same > 1 { path.strip_suffix(".md").unwrap_or(path) } else { name }
    });
    format!("\"[[{}]]\"", target.replace('\\', "\\\\").replace('"', "\\\""))
}
