//! The preparation of one round: what most rules of the prepare stage, the score and the prep sheet speak in.

use std::ops::Deref;

use chrono::NaiveDate;

use super::{Application, Duty, Held, Planned};
use crate::model::{Named, Prepare, Round, RoundState};

/// A round as its preparation is judged: a planned one by what is on record today, a held one by
/// what was on record on its own day.
#[derive(Clone, Copy, Debug)]
pub struct Preparation<'a, 'v> {
    /// The application it belongs to.
    pub application: &'a Application<'v>,
    /// Index into [`Vault::rounds`](crate::model::Vault::rounds).
    pub at: usize,
    /// The round's note.
    pub round: &'v Round,
    /// The day of the interview: the checklist's T, or H.
    pub date: NaiveDate,
    /// The last day whose records count.
    pub as_of: NaiveDate,
}

impl Deref for Preparation<'_, '_> {
    type Target = Round;

    fn deref(&self) -> &Round {
        self.round
    }
}

impl<'v> Application<'v> {
    /// The preparation of a planned round, as of today.
    pub fn preparation(&self, planned: &Planned<'v>) -> Preparation<'_, 'v> {
        let Planned { at, round, date } = *planned;
        Preparation { application: self, at, round, date, as_of: self.today }
    }

    /// The preparation of a held round, as of its own day.
    pub fn past_preparation(&self, held: &Held<'v>) -> Preparation<'_, 'v> {
        let Held { at, round, date } = *held;
        Preparation { application: self, at, round, date, as_of: date }
    }

    /// The planned rounds whose day has not gone by, by number.
    pub fn coming(&self) -> impl Iterator<Item = Preparation<'_, 'v>> {
        let ahead = self.planned().iter().filter(|planned| planned.date >= self.today);
        ahead.map(|planned| self.preparation(planned))
    }
}

impl<'a, 'v> Preparation<'a, 'v> {
    /// The held rounds before this one, by number.
    pub fn earlier(&self) -> &'a [Held<'v>] {
        let held = self.application.held();
        &held[..held.partition_point(|held| held.number < self.round.number)]
    }

    /// Every round before this one that is not cancelled, held or not, by number.
    pub fn before_it(&self) -> impl DoubleEndedIterator<Item = &'v Round> {
        let Application { vault, company, today, .. } = *self.application;
        let number = self.round.number;
        let rounds = company.rounds.iter().map(|at| &vault.rounds[*at]);
        rounds.filter(move |round| round.number < number && round.state(today) != RoundState::Cancelled)
    }

    /// Whether the interview has not been held yet.
    pub fn is_ahead(&self) -> bool {
        self.round.state(self.application.today) != RoundState::Held
    }

    /// The interviewers who were not met in an earlier held round.
    pub fn newcomers(&self) -> impl Iterator<Item = &'v Named> {
        let (application, number) = (self.application, self.round.number);
        self.round.interviewers.list().iter().filter(move |person| !application.met_before(person, number))
    }

    /// The bullets of `## Prepare` with that label, in order.
    pub fn bullets(&self, label: &'static str) -> impl Iterator<Item = &'v Prepare> {
        self.round.prepare.iter().filter(move |bullet| bullet.label == label)
    }

    /// The `days`th business day before the interview.
    pub fn days_before(&self, days: u32) -> NaiveDate {
        self.application.calendar().before(self.date, days)
    }

    /// The day on which the preparation opens: `prepare_days` business days before, but not before it was booked.
    pub fn opens(&self) -> NaiveDate {
        let opens = self.days_before(self.application.config().prepare_days);
        self.booked_on.get().map_or(opens, |booked| opens.max(booked)).min(self.date)
    }

    /// Something to write down once the preparation opens, due `days` business days before the interview.
    pub(super) fn duty(&self, days: u32, priority: u8, title: impl Into<String>) -> Duty {
        self.duty_from(Some(self.opens()), self.days_before(days), priority, title)
    }

    /// The same with times of its own; nothing is due after the interview.
    pub(super) fn duty_from(
        &self,
        opens: Option<NaiveDate>,
        due: NaiveDate,
        priority: u8,
        title: impl Into<String>,
    ) -> Duty {
        let opens = opens.map(|opens| opens.min(self.date));
        Duty::new(opens, due.min(self.date), priority, title).by_writing()
    }

    /// The round in a sentence: `round 2 at Harbour Glass`.
    pub(super) fn called(&self) -> String {
        format!("round {} at {}", self.round.number, self.application.company.name)
    }
}
