//! Which duties stand by the facts, whatever is waived, on hold or configured.
//!
//! An untouched draft is removed only when the facts have overtaken it: the thanks were sent, the
//! time is over, the round is gone.

use std::cell::OnceCell;
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::checklist::{self, Application, Ask, Checklist, Finding, company_of};
use crate::model::{CompanyId, Document, Exemptions, Letter, ThanksPolicy, Vault};

/// Documents that are asked for, by application.
type Asks = HashMap<CompanyId, Vec<Ask>>;

/// The duties that stand.
pub(super) struct Duties<'a> {
    vault: &'a Vault,
    checklist: &'a Checklist,
    today: NaiveDate,
    /// As the candidate wants things; looked up only when needed.
    wanted: OnceCell<Asks>,
    /// What more there would be without a word in `waive`, `hold` and `[rules]`; looked up only when needed.
    bare: OnceCell<Bare>,
}

/// The duties of the bare facts.
struct Bare {
    /// With the candidate's policy of thanks.
    standing: Asks,
    /// With every kind of thanks asked for.
    all_thanks: Asks,
}

impl<'a> Duties<'a> {
    /// The duties of the vault on `today`, by its checklist.
    pub(super) fn new(vault: &'a Vault, checklist: &'a Checklist, today: NaiveDate) -> Self {
        Self { vault, checklist, today, wanted: OnceCell::new(), bare: OnceCell::new() }
    }

    /// Whether a duty still asks for that letter, beside the `served` letters of its kind and day
    /// that serve a duty already.
    pub(super) fn ask_for(&self, letter: &Letter, served: usize) -> bool {
        // Each promise to a person asks for a letter of its own; other duties for one and the same.
        let is_promise = letter.document.get() == Some(Document::PromiseCover);
        let served = if is_promise { served } else { 0 };
        let Some(company) = company_of(self.vault, letter) else { return false };
        let is_among = |asks: &Asks| {
            let asks = asks.get(&company).into_iter().flatten();
            asks.filter(|ask| ask.may_be(self.vault, letter)).count() > served
        };
        if is_among(self.wanted.get_or_init(|| asks(self.vault, self.checklist.all(), self.today))) {
            return true;
        }
        let bare = self.bare.get_or_init(|| Bare::new(self.vault, self.today));
        let is_thanks = letter.document.get().is_some_and(Document::is_thanks);
        is_among(&bare.standing) || (is_thanks && is_among(&bare.all_thanks) && !self.was_thanked(letter))
    }

    fn was_thanked(&self, letter: &Letter) -> bool {
        let (Some(id), Some(to)) = (company_of(self.vault, letter), letter.to.value()) else { return false };
        let application = Application::new(self.vault, id, self.today);
        let held = application.held().iter().find(|held| Some(held.at) == letter.round);
        held.is_some_and(|held| !application.thanks(held, to).is_empty())
    }
}

impl Bare {
    fn new(vault: &Vault, today: NaiveDate) -> Self {
        let mut bare = bared(vault);
        let all = |bare: &Vault| asks(bare, &checklist::find(bare, &[], today).findings, today);
        let standing = all(&bare);
        bare.config.thanks = ThanksPolicy::All;
        Self { standing, all_thanks: all(&bare) }
    }
}

fn asks<'f>(vault: &Vault, findings: impl IntoIterator<Item = &'f Finding>, today: NaiveDate) -> Asks {
    let mut asks = Asks::new();
    for ask in findings.into_iter().flat_map(|finding| Ask::all_of(vault, finding, today)) {
        asks.entry(ask.key.company).or_default().push(ask);
    }
    asks
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
