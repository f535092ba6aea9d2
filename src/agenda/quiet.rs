//! When to leave them alone, and what comes next when there is nothing to do.

use chrono::NaiveDate;

use crate::checklist::{Application, Checklist};
use crate::model::{CompanyId, Vault};

/// A time in which a company is to be left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// The application.
    pub company: CompanyId,
    /// The waiting round, as an index into [`Vault::rounds`].
    pub round: usize,
    /// The day on which it ends, as the round's note has it.
    pub until: NaiveDate,
    /// Why.
    pub reason: &'static str,
}

/// The next thing that will be to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The application.
    pub company: Option<CompanyId>,
    /// What it is: an imperative, no full stop.
    pub title: String,
    /// The first day on which it can be done.
    pub on: NaiveDate,
    /// The day they named for their answer, where it is that answer which is asked for.
    pub their_date: Option<NaiveDate>,
}

/// The quiet times of the rounds whose answer is awaited, by their end, then company.
pub(super) fn find(vault: &Vault, today: NaiveDate) -> Vec<Quiet> {
    let mut found = Vec::new();
    for id in (0..vault.companies.len()).filter_map(|at| u32::try_from(at).ok()).map(CompanyId) {
        let application = Application::new(vault, id, today);
        let Some(current) = application.waiting().filter(|_| application.is_open()) else { continue };
        let ahead = |day: Option<NaiveDate>| day.filter(|day| *day > today);
        let quiet = ahead(current.quiet_until.get());
        let agreed = ahead(current.check_in_on.get()).filter(|day| Some(*day) != quiet);
        let mut push = |until: Option<NaiveDate>, reason| {
            found.extend(until.map(|until| Quiet { company: id, round: current.at, until, reason }));
        };
        push(quiet, "they asked not to be contacted before");
        push(agreed, "you agreed to check in on that day");
    }
    found.sort_by_key(|quiet| (quiet.until, vault.company(quiet.company).name.as_str()));
    found
}

/// The duty that opens first after `today`.
pub(super) fn next(vault: &Vault, checklist: &Checklist, today: NaiveDate) -> Option<Next> {
    let ahead = checklist.findings.iter().filter_map(|finding| {
        let duty = finding.duty()?;
        Some((duty.opens.filter(|opens| *opens > today)?, duty, finding))
    });
    let name = |company: Option<CompanyId>| company.map(|id| vault.company(id).name.as_str());
    let (on, duty, finding) = ahead.min_by_key(|(on, duty, finding)| (*on, duty.priority, name(finding.company)))?;
    let answer = finding.round_in(vault).filter(|_| finding.rule.stage() == "chase");
    Some(Next {
        company: finding.company,
        title: duty.title.clone(),
        on,
        their_date: answer.and_then(|round| round.hear_by.get()),
    })
}
