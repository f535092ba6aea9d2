//! What the candidate promised, and how it stands.

use chrono::NaiveDate;

use super::{Basis, Place};
use crate::model::{CompanyId, NoteId, Promise, PromiseState};

/// Every promise.
#[derive(Clone, Debug)]
pub struct PromiseView {
    /// The day.
    pub today: NaiveDate,
    /// By state; the open ones by their day, the kept ones latest first.
    pub promises: Vec<PromiseLine>,
}

/// One promise.
#[derive(Clone, Debug)]
pub struct PromiseLine {
    /// The application.
    pub company: CompanyId,
    /// The round's number.
    pub round: u32,
    /// What was promised.
    pub text: String,
    /// To whom, where a name is linked.
    pub person: Option<String>,
    /// How it stands.
    pub standing: Standing,
    /// For when: as written, else as the checklist counts it while it is open.
    pub due: Option<NaiveDate>,
    /// When it was kept, where that is known.
    pub kept_on: Option<NaiveDate>,
    /// Where it is written.
    pub place: Place,
}

/// How a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Its day has gone by.
    Overdue,
    /// It is still to be kept.
    Open,
    /// Done.
    Kept,
    /// They let the candidate off.
    Released,
}

impl Standing {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Open, Self::Kept, Self::Released];

    /// The word in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Released => "released",
        }
    }
}

impl PromiseView {
    /// The promises of the applications of `basis`.
    pub fn new(basis: &Basis<'_>) -> Self {
        let mut promises = Vec::new();
        for application in basis.applications() {
            for (_, round) in application.rounds() {
                promises.extend(
                    round.promises.iter().map(|promise| line(basis, application.id, round.number, round.note, promise)),
                );
            }
        }
        promises.sort_by_key(|line| {
            let is_kept = line.standing == Standing::Kept;
            let day = if is_kept { line.kept_on.or(line.due) } else { line.due };
            // Ordinary order for what is ahead, the latest first for what is done.
            let days = day.map(|day| (day - basis.today).num_days()).map(|days| if is_kept { -days } else { days });
            (line.standing, days.is_none(), days)
        });
        Self { today: basis.today, promises }
    }

    /// Of the promises kept with both days known: how many in time, and how many there are.
    pub fn in_time(&self) -> (usize, usize) {
        let dated: Vec<bool> = self.promises.iter().filter_map(|line| Some(line.kept_on? <= line.due?)).collect();
        (dated.iter().filter(|in_time| **in_time).count(), dated.len())
    }
}

fn line(basis: &Basis<'_>, company: CompanyId, round: u32, note: NoteId, promise: &Promise) -> PromiseLine {
    let due = promise.due.or_else(|| counted(basis, note, promise));
    let (standing, kept_on) = match promise.state {
        PromiseState::Open if due.is_some_and(|due| due < basis.today) => (Standing::Overdue, None),
        PromiseState::Open => (Standing::Open, None),
        PromiseState::Kept(day) => (Standing::Kept, day),
        PromiseState::Covered(day) => (Standing::Kept, Some(day)),
        PromiseState::Released => (Standing::Released, None),
    };
    PromiseLine {
        company,
        round,
        text: promise.text.clone(),
        person: promise.person.as_ref().map(|person| person.name.clone()),
        standing,
        due,
        kept_on,
        place: basis.place(note, promise.span),
    }
}

/// The day by which the checklist wants an undated promise kept.
fn counted(basis: &Basis<'_>, note: NoteId, promise: &Promise) -> Option<NaiveDate> {
    let held = basis.checklist.held.iter().map(|resting| &resting.finding);
    let mut findings = basis.checklist.findings.iter().chain(held);
    findings.find_map(|finding| {
        let duty = finding.duty()?;
        let same = finding.span == promise.span && finding.path == *basis.vault.path(note);
        (same && duty.promise.is_some()).then_some(duty.due)
    })
}
