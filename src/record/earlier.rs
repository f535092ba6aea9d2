//! The duties as they stood before they were done: so that a tick of one that has been written down since is known.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::checklist;
use crate::model::{Direction, Field, LogEntry, PromiseState, Vault};

/// Ids of the duties that would stand on `today` had nothing been done, or nothing on its last day at each company
/// (a second question for news is a duty only after the first).
pub(super) fn duties(vault: &Vault, today: NaiveDate) -> BTreeSet<String> {
    let last = last_days(vault);
    let starts = [vec![NaiveDate::MIN; last.len()], last];
    let ids = starts.into_iter().flat_map(|from| {
        let vault = before(vault, &from);
        let checklist = checklist::find(&vault, &[], today);
        let duties = checklist.all().filter(|finding| finding.duty().is_some());
        duties.map(|finding| finding.id(&vault)).collect::<Vec<_>>()
    });
    ids.collect()
}

/// The last day on which something was logged or sent, by company.
fn last_days(vault: &Vault) -> Vec<NaiveDate> {
    let days = vault.companies.iter().map(|company| {
        let logged = company.rounds.iter().flat_map(|at| &vault.rounds[*at].log);
        let logged = logged.filter(|entry| entry.direction == Direction::Out).map(|entry| entry.date);
        let sent = company.letters.iter().filter_map(|at| vault.letters[*at].sent_on.get());
        logged.chain(sent).max().unwrap_or(NaiveDate::MAX)
    });
    days.collect()
}

/// The vault without what was done from that day on, by company; promises are open, and no ally was asked.
fn before(vault: &Vault, from: &[NaiveDate]) -> Vault {
    let mut earlier = vault.clone();
    for (company, from) in vault.companies.iter().zip(from) {
        for at in &company.rounds {
            let round = &mut earlier.rounds[*at];
            let stays = |entry: &LogEntry| entry.direction == Direction::In || entry.date < *from;
            round.log = std::mem::take(&mut round.log).into_iter().filter(stays).collect();
            round.promises.iter_mut().for_each(|promise| promise.state = PromiseState::Open);
        }
        for at in &company.letters {
            let letter = &mut earlier.letters[*at];
            if letter.sent_on.get().is_some_and(|sent| sent >= *from) {
                letter.sent_on = Field::default();
            }
        }
    }
    for contact in &mut earlier.contacts {
        contact.asked_on = Field::default();
        contact.requested_on.clear();
    }
    earlier
}
