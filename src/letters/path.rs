//! Where a draft lies, and how its links are written.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::model::{NoteId, Record, Vault, folded};
use crate::text::{file_name, is_hidden};

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
    // Looked up only where a document is written.
    paths: OnceLock<HashMap<String, Record>>,
}

impl<'v> Names<'v> {
    /// Those of that vault.
    pub fn new(vault: &'v Vault) -> Self {
        Self { vault, paths: OnceLock::new() }
    }

    /// The record at a path, but for case and normalisation.
    pub(super) fn at(&self, path: &str) -> Option<Record> {
        let paths = || self.vault.notes.iter().map(|note| (folded(&note.path), note.record)).collect();
        self.paths.get_or_init(paths).get(&folded(path)).copied()
    }

    /// A link to a note in quotes, as front matter has it; see [`Names::link`].
    pub(super) fn quoted_link(&self, name: &str, note: Option<NoteId>) -> String {
        format!("\"{}\"", self.link(name, note).replace('\\', "\\\\").replace('"', "\\\""))
    }

    /// A wikilink to a note: by its name, or its path where another note has the same name; a Markdown link where no
    /// wikilink can hold that. What has no note yet is linked by `name`.
    pub fn link(&self, name: &str, note: Option<NoteId>) -> String {
        let target = self.target(name, note);
        match note {
            Some(id) if target.contains(|c: char| is_hidden(c) || "[]|#^\\`<&".contains(c)) => {
                format!("[{}](<{}>)", file_name(&[name]).replace(['`', '&'], " "), encoded(self.vault.path(id)))
            }
            _ => format!("[[{target}]]"),
        }
    }

    fn target<'n>(&'n self, name: &'n str, note: Option<NoteId>) -> &'n str {
        note.map_or(name, |id| {
            let name = self.vault.note(id).name();
            let path: &str = self.vault.path(id);
            if self.is_alone(name) { name } else { path.strip_suffix(".md").unwrap_or(path) }
        })
    }

    /// Whether no other note has that name.
    fn is_alone(&self, name: &str) -> bool {
        self.vault.namesakes(name) < 2
    }
}

/// A path as a Markdown link has it, with whatever could mean something in one as `%5B` and the like.
fn encoded(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b" /-_.".contains(&byte);
    let one = |byte: u8| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.bytes().map(one).collect()
}
