//! The week that ends today, and the one that begins.

use chrono::NaiveDate;

use super::timeline::EventKind;
use super::trend::{self, Trend};
use super::{Basis, Event, Row, Timeline};
use crate::agenda::State;
use crate::model::CompanyId;
use crate::model::calendar::plus;

/// Days in a week.
const DAYS: u32 = 7;

/// A review of seven days, today the last of them, with a look at the next seven.
#[derive(Clone, Debug)]
pub struct Week {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub today: NaiveDate,
    /// What happened, by day.
    pub past: Vec<(CompanyId, Event)>,
    /// What is known to come in the seven days after today, by day.
    pub coming: Vec<(CompanyId, Event)>,
    /// The doubts heard in the week's rounds.
    pub doubts: Vec<Doubt>,
    /// The applications in which an answer is awaited, the longest wait first.
    pub waiting: Vec<Row>,
    /// Duties: overdue, due today, due in the seven days after.
    pub duties: [usize; 3],
    /// Where the search is going.
    pub trends: Vec<Trend>,
}

/// A doubt that somebody named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The application.
    pub company: CompanyId,
    /// Who named it.
    pub person: String,
    /// The doubt.
    pub text: String,
    /// The reply, where there is one yet.
    pub reply: Option<String>,
}

impl Week {
    /// The review of `basis`.
    pub fn new(basis: &Basis<'_>) -> Self {
        let today = basis.today;
        let from = today.checked_sub_days(chrono::Days::new(u64::from(DAYS) - 1)).unwrap_or(today);
        let to = plus(today, u64::from(DAYS));
        let mut events: Vec<(CompanyId, Event)> = Vec::new();
        let mut doubts = Vec::new();
        let mut waiting = Vec::new();
        for application in basis.applications() {
            let timeline = Timeline::new(basis, &application);
            waiting.extend(Some(timeline.row).filter(|row| row.waiting.is_some()));
            events.extend(timeline.events.into_iter().map(|event| (application.id, event)));
            for held in application.held().iter().filter(|held| held.date >= from) {
                for close in &held.round.close.people {
                    doubts.extend(close.concerns.list().iter().map(|doubt| Doubt {
                        company: application.id,
                        person: close.person.name.clone(),
                        text: doubt.text.clone(),
                        reply: doubt.reply.clone(),
                    }));
                }
            }
        }
        events.sort_by_key(|(company, event)| (event.date, event.kind, *company));
        let within = |first: NaiveDate, last: NaiveDate, wanted: fn(EventKind) -> bool| {
            let inside = |event: &Event| wanted(event.kind) && (first..=last).contains(&event.date);
            events.iter().filter(|(_, event)| inside(event)).cloned().collect()
        };
        let tomorrow = plus(today, 1);
        waiting.sort_by_key(|row: &Row| std::cmp::Reverse(row.waiting));
        Self {
            from,
            today,
            past: within(from, today, has_happened),
            coming: within(tomorrow, to, |kind| !has_happened(kind) || kind == EventKind::Interview),
            doubts,
            waiting,
            duties: duties(basis, to),
            trends: trend::all(basis),
        }
    }
}

/// Whether such an event is a fact; the others are days to keep.
fn has_happened(kind: EventKind) -> bool {
    match kind {
        EventKind::Applied
        | EventKind::Booked
        | EventKind::Research
        | EventKind::Interview
        | EventKind::Out
        | EventKind::In
        | EventKind::Kept
        | EventKind::Decided => true,
        EventKind::Promise | EventKind::Quiet | EventKind::CheckIn | EventKind::Answer | EventKind::OfferBy => false,
    }
}

fn duties(basis: &Basis<'_>, to: NaiveDate) -> [usize; 3] {
    let mut counts = [0; 3];
    for finding in &basis.checklist.findings {
        let Some(duty) = finding.duty() else { continue };
        if basis.only.is_some() && finding.company != basis.only {
            continue;
        }
        match State::of(duty, basis.today, DAYS) {
            Some(State::Overdue) => counts[0] += 1,
            Some(State::Today) => counts[1] += 1,
            Some(State::Open | State::Upcoming) if duty.due <= to => counts[2] += 1,
            _ => {}
        }
    }
    counts
}
