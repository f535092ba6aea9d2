//! The agenda: for a terminal, as Markdown for its file, as JSON.

mod group;
mod human;
mod json;
mod lines;
mod markdown;

pub(super) use group::groups;
pub use human::human;
pub use json::json;
pub use lines::Lines;
pub use markdown::markdown;

use chrono::NaiveDate;

use super::{day, flat};
use crate::agenda::{Item, Next, State};
use crate::model::{CompanyId, Vault};

/// The heading of the items in that state.
pub(super) fn heading(state: State) -> &'static str {
    match state {
        State::Overdue => "Overdue",
        State::Today => "Today",
        State::Open => "Open",
        State::Upcoming => "Next days",
    }
}

pub(super) const SIT_TIGHT: &str = "Sit tight";
pub(super) const ON_HOLD: &str = "On hold";
const NOT_RECORDED: &str = "Ticked, and not recorded";
pub(super) const NOTHING: &str = "Nothing to do today";

/// Where a search begins, for a vault in which nobody has begun one.
fn beginning(vault: &Vault) -> Option<&'static str> {
    vault.companies.is_empty().then_some("No application is noted yet: `vault new company NAME` begins one")
}

/// An item on its own, in one line: what to do, for which application, and when.
pub fn line(item: &Item, vault: &Vault, today: NaiveDate) -> String {
    let when = when(item, None, today).unwrap_or_else(|| "today".to_owned());
    let parts = [Some(flat(&item.title)), place(vault, item.company, item.round), Some(when)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Which application, and which of its rounds, something is about.
fn place(vault: &Vault, company: Option<CompanyId>, round: Option<usize>) -> Option<String> {
    let company = flat(&vault.company(company?).name);
    let round = round.and_then(|at| vault.rounds.get(at));
    Some(round.map_or_else(|| company.clone(), |round| format!("{company} round {}", round.number)))
}

/// When an item is due, where neither its section nor the item it goes with says it.
pub(super) fn when(item: &Item, with: Option<&Item>, today: NaiveDate) -> Option<String> {
    if with.is_some_and(|head| (head.opens, head.due) == (item.opens, item.due)) {
        return None;
    }
    let due = day(item.due, today);
    match (item.state, item.opens) {
        (State::Overdue, _) => Some(format!("was due {due}")),
        (State::Today, _) => None,
        (State::Upcoming, Some(opens)) if opens == item.due => Some(format!("on {due}")),
        (State::Upcoming, Some(opens)) => Some(format!("from {} to {due}", day(opens, today))),
        (State::Open | State::Upcoming, _) => Some(format!("by {due}")),
    }
}

/// What comes next, in one sentence.
pub(super) fn next(next: &Next, vault: &Vault, today: NaiveDate) -> String {
    let company = next.company.map(|id| flat(&vault.company(id).name));
    let on = day(next.on, today);
    let words = match next.their_date {
        Some(date) => format!("their date is {}; you ask on {on}, not before", day(date, today)),
        None => format!("{}, from {on}", flat(&next.title)),
    };
    company.map_or_else(|| words.clone(), |company| format!("{company}: {words}"))
}
