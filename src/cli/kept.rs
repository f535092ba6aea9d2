//! What was made of a vault, kept as long as nothing changes that it is made of.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::region;
use crate::checklist::{self, Checklist, Reach};
use crate::diagnostic::Diagnostic;
use crate::letters::Drafted;
use crate::model::{Renumbering, Vault};
use crate::render::agenda::Lines;
use crate::render::pipeline::Rows;

/// What was made of one vault on one day.
#[derive(Default)]
pub(super) struct Kept {
    /// What was found, and what changed since.
    found: RefCell<Option<(checklist::Kept, Vec<Reach>)>>,
    /// The drafts' texts.
    pub drafted: Drafted,
    /// The lines of the agenda.
    pub lines: Lines,
    /// The rows of the pipeline's tables.
    pub rows: Rows,
    /// How the files with a region of the program's stand.
    pub regions: region::Known,
    /// Whether it was remembered which notes there are.
    pub is_remembered: Cell<bool>,
}

/// How a vault changed.
pub(super) struct Touched<'a> {
    /// Whose findings it concerns: of each note that changed, before and after.
    pub reached: Vec<Reach>,
    /// What notes and rounds are called by now.
    pub renumbering: Renumbering,
    /// The paths of notes that came.
    pub came: &'a [String],
    /// The paths of notes that went.
    pub gone: &'a [String],
}

impl Kept {
    /// Forgets what depends on what changed in the vault.
    pub(super) fn follow(&mut self, touched: Touched<'_>, vault: &Vault) {
        let Touched { mut reached, renumbering, came, gone } = touched;
        if renumbering.moves_companies() {
            reached.push(Reach::Anybody);
        }
        self.drafted.renumber(&renumbering);
        self.drafted.forget(&reached);
        self.lines.renumber(&renumbering);
        self.lines.forget(&reached);
        self.rows.forget(&reached);
        self.is_remembered.set(self.is_remembered.get() && renumbering.is_empty());
        if let Some((kept, all)) = self.found.get_mut() {
            reached.extend(kept.reached_by_names(came, gone, vault));
            kept.renumber(&renumbering);
            all.extend(reached);
        }
    }

    /// What the checklist finds in the vault; what did not change since it last ran is not looked at again.
    pub(super) fn checklist(&self, vault: &Vault, diagnostics: &[Diagnostic], today: NaiveDate) -> Arc<Checklist> {
        let mut found = self.found.borrow_mut();
        let (kept, reached) =
            found.get_or_insert_with(|| (checklist::Kept::new(vault, diagnostics, today), Vec::new()));
        if !reached.is_empty() {
            kept.look_again(&std::mem::take(reached), vault, diagnostics, today);
        }
        kept.checklist()
    }
}
