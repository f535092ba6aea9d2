//! The whole search, one row an application.

use chrono::NaiveDate;

use super::pipeline::order;
use super::support::{self, Support};
use super::trend::{self, Trend};
use super::{Basis, Stage};
use crate::agenda::State;
use crate::checklist::Application;
use crate::model::{Answer, CompanyId, Direction, Status};

/// The whole search.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The day.
    pub today: NaiveDate,
    /// One for each application: the open ones by their next day, then those that are over, the latest first.
    pub rows: Vec<Row>,
    /// Where it is going, for the whole search.
    pub trends: Vec<Trend>,
}

/// One application at a glance.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which.
    pub company: CompanyId,
    /// How far it has come.
    pub stage: Stage,
    /// The round that `stage` speaks of, as an index into [`Vault::rounds`](crate::model::Vault::rounds).
    pub round: Option<usize>,
    /// The days that count from here on: those ahead and, where they are overdue, those gone by; in order.
    pub dates: Vec<Ahead>,
    /// Days since the round, or the application, to which an answer is awaited; `None` where none is.
    pub waiting: Option<i64>,
    /// Days since their last word: an interview, an appointment made, a log line `from` them, their offer; `None` where there
    /// was none, or it is over.
    pub quiet: Option<i64>,
    /// How many of those met stand how, in the order of [`Support::ALL`].
    pub support: [usize; Support::ALL.len()],
    /// How many others are still in.
    pub rivals: Answer<u32>,
    /// Duties that are overdue.
    pub overdue: usize,
    /// Duties that are due today.
    pub today: usize,
}

/// A day that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub what: What,
}

/// What a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// An interview.
    Interview,
    /// They asked not to be contacted before.
    Quiet,
    /// A check-in was agreed.
    CheckIn,
    /// They said they would answer by it.
    Answer,
    /// The offer must be answered by it.
    OfferBy,
}

impl What {
    /// The word in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Interview => "interview",
            Self::Quiet => "quiet_until",
            Self::CheckIn => "check_in_on",
            Self::Answer => "hear_by",
            Self::OfferBy => "offer_by",
        }
    }
}

impl Overview {
    /// The search as of `basis`.
    pub fn new(basis: &Basis<'_>) -> Self {
        let mut rows: Vec<Row> = basis.applications().map(|application| Row::new(basis, &application)).collect();
        rows.sort_by_cached_key(|row| order(basis.vault, row.company, row.stage, row.dates.first()));
        Self { today: basis.today, rows, trends: trend::all(basis) }
    }
}

impl Row {
    /// One application as of its day.
    pub(super) fn new(basis: &Basis<'_>, application: &Application<'_>) -> Self {
        let today = basis.today;
        let (stage, round) = Stage::of(application);
        let since = |day: Option<NaiveDate>| day.map(|day| (today - day).num_days());
        let awaited = application.current().map(|held| held.date).or(application.company.applied_on.get());
        let awaited = awaited.filter(|day| stage.awaits() && *day <= today);
        let duties = |state| {
            let mine = basis.checklist.findings.iter().filter(|finding| finding.company == Some(application.id));
            mine.filter_map(|finding| State::of(finding.duty()?, today, 0)).filter(|other| *other == state).count()
        };
        let backings = support::of(basis, application);
        Self {
            company: application.id,
            stage,
            round,
            dates: dates(application, stage),
            waiting: since(awaited),
            quiet: since(last_word(application).filter(|_| !stage.is_over())),
            support: Support::ALL.map(|support| backings.iter().filter(|one| one.latest.support == support).count()),
            rivals: application.rivals().answer.clone(),
            overdue: duties(State::Overdue),
            today: duties(State::Today),
        }
    }

    /// The day that comes next, or that is overdue.
    pub fn next(&self) -> Option<Ahead> {
        self.dates.first().copied()
    }
}

/// The latest day on which anything was heard from them.
fn last_word(application: &Application<'_>) -> Option<NaiveDate> {
    let held = application.held().iter().map(|held| held.date);
    let booked = application.rounds().filter_map(|(_, round)| round.booked_on.get());
    let log = application.rounds().flat_map(|(_, round)| &round.log);
    let from = log.filter(|entry| entry.direction == Direction::In).map(|entry| entry.date);
    let theirs = matches!(application.company.status.get(), Some(Status::Offer | Status::Rejected));
    let decided = application.company.decided_on.get().filter(|_| theirs);
    held.chain(booked).chain(from).chain(decided).filter(|day| *day <= application.today).max()
}

/// The days that count from here on; see [`Row::dates`].
pub(super) fn dates(application: &Application<'_>, stage: Stage) -> Vec<Ahead> {
    let today = application.today;
    let mut dates = Vec::new();
    let mut push = |what, on: Option<NaiveDate>| dates.extend(on.map(|on| Ahead { on, what }));
    if stage.is_over() {
        return dates;
    }
    let last = application.current().map_or(0, |held| held.round.number);
    for planned in application.planned().iter().filter(|planned| planned.date >= today || planned.round.number > last) {
        push(What::Interview, Some(planned.date));
    }
    if let Some(waiting) = application.waiting() {
        let ahead = |day: Option<NaiveDate>| day.filter(|day| *day >= today);
        push(What::Answer, waiting.round.hear_by.get());
        push(What::Quiet, ahead(waiting.round.quiet_until.get()));
        push(What::CheckIn, ahead(waiting.round.check_in_on.get()));
    }
    push(What::OfferBy, application.company.offer_by.get().filter(|_| stage == Stage::Offer));
    dates.sort_by_key(|ahead| (ahead.on, ahead.what));
    dates
}
