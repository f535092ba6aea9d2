//! The checklist's duties and the interviews to come, each on its day: what goes into a calendar.
//!
//! Nothing of it depends on the day on which it is asked for, but for what the checklist itself finds on that day.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use crate::checklist::{Checklist, Finding, id_of};
use crate::model::{CompanyId, Round, RoundState, Vault};

/// Something in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Eight hex digits that name it from run to run; a duty's are those of the agenda.
    pub id: String,
    /// Its day; of a duty the last on which it is in time.
    pub on: NaiveDate,
    /// When it starts, in the vault's time zone; `None`: it has the whole day.
    pub at: Option<NaiveTime>,
    /// What it is, in one line.
    pub title: String,
    /// What else is known, a line each.
    pub details: Vec<String>,
}

/// Every duty that is found, however far off, and every planned round of an open application; by day and time.
pub fn events(vault: &Vault, checklist: &Checklist, today: NaiveDate) -> Vec<Event> {
    let duties = checklist.findings.iter().filter_map(|finding| duty(vault, finding));
    let ids = (0..u32::try_from(vault.companies.len()).unwrap_or(u32::MAX)).map(CompanyId);
    let open = ids.filter(|id| !vault.company(*id).status.get().is_some_and(crate::model::Status::is_over));
    let rounds = open.flat_map(|id| vault.company(id).rounds.iter().map(move |at| (id, &vault.rounds[*at])));
    let planned = rounds.filter(|(_, round)| round.state(today) == RoundState::Planned);
    let mut events: Vec<Event> = planned.filter_map(|(id, round)| interview(vault, id, round)).chain(duties).collect();
    events.sort_by(|a, b| (a.on, a.at, &a.id).cmp(&(b.on, b.at, &b.id)));
    let mut seen = BTreeSet::new();
    events.retain(|event| seen.insert(event.id.clone()));
    events
}

fn duty(vault: &Vault, finding: &Finding) -> Option<Event> {
    let duty = finding.duty()?;
    let round = finding.round_in(vault).map(|round| round.number);
    let place = finding.company.map(|id| place(vault, id, round));
    let details = place.into_iter().chain([finding.path.to_string()]).collect();
    Some(Event { id: finding.id(vault), on: duty.due, at: None, title: duty.title.clone(), details })
}

fn interview(vault: &Vault, id: CompanyId, round: &Round) -> Option<Event> {
    let on = round.interview_date.get()?;
    let written = round.interview_time.text();
    let at = written.and_then(|time| NaiveTime::parse_from_str(time.trim(), "%H:%M").ok());
    let people: Vec<&str> = round.interviewers.list().iter().map(|person| person.name.as_str()).collect();
    let with = (!people.is_empty()).then(|| format!("With {}", people.join(", ")));
    // A time in words is nothing to reckon with, but worth reading.
    let time = written.filter(|_| at.is_none()).map(str::to_owned);
    let place = place(vault, id, Some(round.number));
    let parts = ["interview".to_owned(), vault.company(id).name.clone(), round.number.to_string()];
    let details = time.into_iter().chain(with).chain([vault.path(round.note).to_string()]).collect();
    Some(Event { id: id_of(&parts), on, at, title: format!("Interview: {place}"), details })
}

/// `Lyrebird Pianos round 2`
fn place(vault: &Vault, id: CompanyId, round: Option<u32>) -> String {
    let round = round.map(|number| format!(" round {number}")).unwrap_or_default();
    format!("{}{round}", vault.company(id).name)
}
