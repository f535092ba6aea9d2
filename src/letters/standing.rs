//! Which duties stand by the facts, whatever is waived, on hold or configured.
//!
//! An untouched draft is removed only when the facts have overtaken it: the thanks were sent, the
//! time is over, the round is gone.

use chrono::NaiveDate;

use super::plan::{Key, latest_round};
use crate::checklist::{self, Application, Checklist, Finding};
use crate::model::{Document, Exemptions, Letter, Record, ThanksPolicy, Vault};

/// The duties that stand.
pub(super) struct Duties<'a> {
    vault: &'a Vault,
    today: NaiveDate,
    /// As the candidate wants things, and as they would be without a word in `waive`, `hold` and `[rules]`.
    standing: Vec<Finding>,
    /// As they would be if every kind of thanks were asked for.
    all_thanks: Vec<Finding>,
}

impl<'a> Duties<'a> {
    /// The duties of the vault on `today`.
    pub(super) fn new(vault: &'a Vault, checklist: &Checklist, today: NaiveDate) -> Self {
        let mut bare = bared(vault);
        let held = checklist.held.iter().map(|resting| &resting.finding);
        let mut standing: Vec<Finding> = checklist.findings.iter().chain(held).cloned().collect();
        standing.extend(checklist::find(&bare, &[], today).findings);
        bare.config.thanks = ThanksPolicy::All;
        let all_thanks = checklist::find(&bare, &[], today).findings;
        Self { vault, today, standing, all_thanks }
    }

    /// Whether a duty still asks for that letter.
    pub(super) fn ask_for(&self, letter: &Letter) -> bool {
        let is_thanks = letter.document.get().is_some_and(Document::is_thanks);
        self.is_among(&self.standing, letter)
            || (is_thanks && self.is_among(&self.all_thanks, letter) && !self.was_thanked(letter))
    }

    fn is_among(&self, findings: &[Finding], letter: &Letter) -> bool {
        findings.iter().flat_map(Key::all_of).any(|(mut key, _)| {
            key.round = key.round.or_else(|| latest_round(self.vault, key.company, self.today));
            key.is(self.vault, letter)
        })
    }

    fn was_thanked(&self, letter: &Letter) -> bool {
        let company = letter.company.value().and_then(|named| named.note).map(|note| self.vault.note(note).record);
        let (Some(Record::Company(id)), Some(to)) = (company, letter.to.value()) else { return false };
        let application = Application::new(self.vault, id, self.today);
        let held = application.held().iter().find(|held| Some(held.at) == letter.round);
        held.is_some_and(|held| !application.thanks(held, to).is_empty())
    }
}

/// The vault as if nothing were waived, on hold, switched off or history.
fn bared(vault: &Vault) -> Vault {
    let mut bare = vault.clone();
    bare.config.rules.clear();
    bare.config.since = None;
    let candidates = bare.candidates.iter_mut().map(|record| &mut record.exemptions);
    let companies = bare.companies.iter_mut().map(|record| &mut record.exemptions);
    let interviewers = bare.interviewers.iter_mut().map(|record| &mut record.exemptions);
    let rounds = bare.rounds.iter_mut().map(|record| &mut record.exemptions);
    let contacts = bare.contacts.iter_mut().map(|record| &mut record.exemptions);
    let letters = bare.letters.iter_mut().map(|record| &mut record.exemptions);
    let all = candidates.chain(companies).chain(interviewers).chain(rounds).chain(contacts).chain(letters);
    all.for_each(|exemptions| *exemptions = Exemptions::default());
    bare
}
