//! What keeps a build from doing harm where the vault is not what it was: notes that are missing, another machine that
//! writes the same files.

use std::collections::BTreeSet;

use clap::Args;

use super::failure::Failure;
use super::session::Session;
use crate::agenda::region::{self, Standing};
use crate::disk::{self, State};
use crate::model::Record;
use crate::outbox::{Action, Change};

/// So many notes have to be gone before nothing is removed, and a fifth of all.
const MANY: usize = 10;
const SHARE: usize = 5;

/// What the user says is right.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(super) struct Leave {
    /// Replace what was changed by hand in the program's part of the agenda file
    #[arg(long)]
    pub force: bool,
    /// Remove drafts whose duties are gone even though many notes are missing since the last run
    #[arg(long)]
    pub prune: bool,
}

/// Takes out of `changes` what must not be done, and gives the reasons.
pub(super) fn hold_back(
    session: &Session,
    state: &State,
    leave: Leave,
    changes: &mut Vec<Change>,
) -> Result<Vec<String>, Failure> {
    let mut said = Vec::new();
    let is_removal = |change: &Change| matches!(change.action, Action::Remove { .. });
    if !leave.prune && changes.iter().any(is_removal) {
        let gone = Gone::of(&disk::remembered(&session.root, state)?, &names(session));
        if gone.is_many() {
            changes.retain(|change| !is_removal(change));
            said.push(format!(
                "{} of {} notes are gone since the last run here, so no draft is removed; if the vault is not all there \
                 (a drive that is not mounted, a sync that is not done), bring it back, else confirm with `--prune`",
                gone.gone, gone.before
            ));
        }
    }
    if !leave.force {
        for path in disk::fought_over(&session.root, state, changes)? {
            // Boxes are ticked by people: that is an editor which saved what it had.
            if changes.iter().any(|change| change.path == path && is_ticked(change)) {
                continue;
            }
            changes.retain(|change| change.path != path);
            said.push(format!(
                "{path} was put back as it was before it was last written here, so it is left as it is: it looks as if \
                 two machines write it by turns; let only one of them write, with the same version, or run with `--force`"
            ));
        }
    }
    Ok(said)
}

fn is_ticked(change: &Change) -> bool {
    matches!(region::read(change.action.old()), Standing::Ours(ours) if !ours.ticks.is_empty())
}

/// Remembers which notes there are, for the next run; not while too many are missing.
pub(super) fn remember(session: &Session, state: &State, leave: Leave) -> Result<(), Failure> {
    if session.kept.is_remembered.get() {
        return Ok(());
    }
    let (before, now) = (disk::remembered(&session.root, state)?, names(session));
    if before != now && (leave.prune || !Gone::of(&before, &now).is_many()) {
        disk::remember(&session.root, state, &now)?;
    }
    session.kept.is_remembered.set(true);
    Ok(())
}

/// How many notes there were, and how many of them are not there any more.
struct Gone {
    before: usize,
    gone: usize,
}

impl Gone {
    fn of(before: &BTreeSet<String>, now: &BTreeSet<String>) -> Self {
        Self { gone: before.difference(now).count(), before: before.len() }
    }

    fn is_many(&self) -> bool {
        self.gone >= MANY && self.gone * SHARE >= self.before
    }
}

/// The names of the notes that a person wrote, wherever they lie: a note that was moved is not gone.
fn names(session: &Session) -> BTreeSet<String> {
    let notes = session.vault.notes.iter().filter(|note| !matches!(note.record, Record::Letter(_)));
    notes.map(|note| note.name().replace(['\n', '\r'], " ")).collect()
}
