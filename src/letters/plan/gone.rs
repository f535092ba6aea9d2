//! Which drafts go, since their duty is gone.

use std::collections::{BTreeSet, HashMap};

use super::{Planner, is_sent};
use crate::checklist::{Checklist, company_of, is_one};
use crate::letters::standing::Duties;
use crate::letters::{is_untouched, papers};
use crate::model::{CompanyId, Letter, NoteId};

impl Planner<'_, '_> {
    /// Untouched drafts whose duty is gone: not because of a waiver, a hold or the configuration alone.
    pub(super) fn gone(&self, checklist: &Checklist) -> Vec<String> {
        let prepared = self.prepared();
        let is_idle = |at: usize, letter: &Letter| {
            let is_ours = letter.document.get().is_some_and(papers::is_drafted);
            let untouched = || (self.source)(self.vault.path(letter.note)).is_some_and(|text| is_untouched(&text));
            let is_free = is_ours && !self.claimed.contains(&at) && !is_sent(letter);
            is_free && !prepared.contains(&letter.note) && untouched()
        };
        let letters = self.vault.letters.iter().enumerate();
        let idle: Vec<&Letter> =
            letters.filter(|(at, letter)| is_idle(*at, letter)).map(|(_, letter)| letter).collect();
        let duties = Duties::new(self.vault, checklist, self.today);
        let mut claimed: HashMap<Option<CompanyId>, Vec<&Letter>> = HashMap::new();
        for letter in self.claimed.iter().map(|at| &self.vault.letters[*at]) {
            claimed.entry(company_of(self.vault, letter)).or_default().push(letter);
        }
        let served = |letter: &Letter| {
            let claimed = claimed.get(&company_of(self.vault, letter)).into_iter().flatten();
            claimed.filter(|other| is_of_kind(other, letter) && other.due.get() == letter.due.get()).count()
        };
        let gone = idle.into_iter().filter(|letter| !duties.ask_for(letter, served(letter)));
        gone.map(|letter| self.vault.path(letter.note).to_string()).collect()
    }

    /// The notes that the preparation of a round links: a plan to hand out is no less needed once it is there.
    fn prepared(&self) -> BTreeSet<NoteId> {
        let links = self.vault.rounds.iter().flat_map(|round| &round.prepare).flat_map(|bullet| &bullet.people);
        links.filter_map(|link| link.note).collect()
    }
}

/// Whether both are one document about one round to one person.
fn is_of_kind(one: &Letter, other: &Letter) -> bool {
    one.document.get() == other.document.get()
        && one.round == other.round
        && is_one(one.to.value(), other.to.value())
        && is_one(one.company.value(), other.company.value())
}
