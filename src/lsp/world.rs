//! What is known of the vault: as it was last read, with the unsaved texts in it.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::document::Document;
use crate::checklist::{Checklist, Finding};
use crate::model::{Kind, Vault};
use crate::parse::Links;
use crate::render;

/// A vault that was read and looked at.
pub struct World {
    /// Its root.
    pub root: PathBuf,
    /// The notes.
    pub vault: Vault,
    /// What was found.
    pub checklist: Arc<Checklist>,
    /// The day.
    pub today: NaiveDate,
    /// Notes that a finding would have made.
    pub newcomers: Vec<Newcomer>,
    pub(super) links: Links,
    pub(super) targets: Vec<Target>,
}

/// The note of somebody who has none yet, as `check --fix` would make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// The person's name.
    pub name: String,
    /// The note's path from the root.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A record that a link can lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// The link, in its brackets.
    pub link: String,
}

impl World {
    /// The vault at `root`, and what was found in it on that day.
    pub fn new(
        root: PathBuf,
        vault: Vault,
        checklist: Arc<Checklist>,
        today: NaiveDate,
        newcomers: Vec<Newcomer>,
    ) -> Self {
        let written = render::Links::new(&vault);
        let target = |note: &crate::model::Note| {
            let link = written.path(&note.path, None);
            let kind = note.record.kind().filter(|_| link.starts_with("[["))?;
            Some(Target { name: note.name().to_owned(), kind, link })
        };
        let targets = vault.notes.iter().filter_map(target).collect();
        let links = Links::of(&vault);
        Self { root, vault, checklist, today, newcomers, links, targets }
    }

    /// What was found in the note at `path`.
    pub(super) fn findings<'w>(&'w self, path: &'w str) -> impl Iterator<Item = &'w Finding> {
        self.checklist.findings.iter().filter(move |finding| *finding.path == *path)
    }

    /// The same, as far as `check` shows it.
    pub(super) fn shown<'w>(&'w self, path: &'w str) -> impl Iterator<Item = &'w Finding> {
        self.findings(path).filter(|finding| finding.is_shown(self.today))
    }
}

/// A document, and what is known around it.
#[derive(Clone, Copy)]
pub(super) struct View<'v> {
    /// The note, as it is typed.
    pub document: &'v Document,
    /// The vault, once it was read.
    pub world: Option<&'v World>,
    /// Whether the vault was read with just this text in it, so that the findings' places are true.
    pub is_fresh: bool,
}

impl<'v> View<'v> {
    /// The vault's findings in this note; none while they speak of another text than this.
    pub(super) fn findings(self) -> impl Iterator<Item = &'v Finding> {
        let world = self.world.filter(|_| self.is_fresh);
        world.into_iter().flat_map(move |world| world.findings(&self.document.path))
    }
}
