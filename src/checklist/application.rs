//! One application as of today: the company with its rounds, people and letters, and the few
//! terms of the checklist that most rules speak in.

use std::ops::Deref;

use chrono::NaiveDate;

use crate::model::{
    Calendar, Company, CompanyId, Config, Contact, Field, Interviewer, Letter, Named, Round, RoundResult, RoundState,
    Status, Vault,
};

/// One application, seen on one day.
#[derive(Clone, Debug)]
pub struct Application<'v> {
    /// The whole vault, for what lies outside.
    pub vault: &'v Vault,
    /// Which company.
    pub id: CompanyId,
    /// The company's note.
    pub company: &'v Company,
    /// The day.
    pub today: NaiveDate,
    held: Vec<Held<'v>>,
    planned: Vec<Planned<'v>>,
}

/// A round that was held: `date` is the checklist's H.
#[derive(Clone, Copy, Debug)]
pub struct Held<'v> {
    /// Index into [`Vault::rounds`].
    pub at: usize,
    /// The round's note.
    pub round: &'v Round,
    /// H, the day it was held.
    pub date: NaiveDate,
}

/// A round that is planned: `date` is the checklist's T.
#[derive(Clone, Copy, Debug)]
pub struct Planned<'v> {
    /// Index into [`Vault::rounds`].
    pub at: usize,
    /// The round's note.
    pub round: &'v Round,
    /// T, the day it is planned for.
    pub date: NaiveDate,
}

impl Deref for Held<'_> {
    type Target = Round;

    fn deref(&self) -> &Round {
        self.round
    }
}

impl Deref for Planned<'_> {
    type Target = Round;

    fn deref(&self) -> &Round {
        self.round
    }
}

impl<'v> Application<'v> {
    /// The application of that company, on `today`.
    pub fn new(vault: &'v Vault, id: CompanyId, today: NaiveDate) -> Self {
        let company = vault.company(id);
        let mut held = Vec::new();
        let mut planned = Vec::new();
        for at in company.rounds.iter().copied() {
            let round = &vault.rounds[at];
            let Some(date) = round.interview_date.get() else { continue };
            match round.state(today) {
                RoundState::Held => held.push(Held { at, round, date }),
                RoundState::Planned => planned.push(Planned { at, round, date }),
                RoundState::Cancelled => {}
            }
        }
        Self { vault, id, company, today, held, planned }
    }

    /// The working days.
    pub fn calendar(&self) -> &'v Calendar {
        &self.vault.calendar
    }

    /// The configuration.
    pub fn config(&self) -> &'v Config {
        &self.vault.config
    }

    /// Open until the status is accepted, rejected, withdrawn or closed.
    pub fn is_open(&self) -> bool {
        !self.company.status.get().is_some_and(Status::is_over)
    }

    /// The held rounds, by number.
    pub fn held(&self) -> &[Held<'v>] {
        &self.held
    }

    /// The company's two latest held rounds, by number.
    pub fn latest_two(&self) -> &[Held<'v>] {
        &self.held[self.held.len().saturating_sub(2)..]
    }

    /// The planned rounds, by number.
    pub fn planned(&self) -> &[Planned<'v>] {
        &self.planned
    }

    /// Every round, cancelled ones too, by number, with its index.
    pub fn rounds(&self) -> impl Iterator<Item = (usize, &'v Round)> {
        let vault = self.vault;
        self.company.rounds.iter().map(move |at| (*at, &vault.rounds[*at]))
    }

    /// The latest held round.
    pub fn current(&self) -> Option<Held<'v>> {
        self.held.last().copied()
    }

    /// The current round, where its answer is awaited: its result is absent or pending (or
    /// advanced, with a date that has gone by), there is no offer, and no later round.
    pub fn waiting(&self) -> Option<Held<'v>> {
        let current = self.current()?;
        let awaited = match current.result.get() {
            None | Some(RoundResult::Pending) => true,
            Some(RoundResult::Advanced) => current.hear_by.get().is_some_and(|by| by < self.today),
            Some(RoundResult::Rejected | RoundResult::Offer) => false,
        };
        let offered = self.company.status.get() == Some(Status::Offer);
        let later = self.planned.iter().any(|planned| planned.number > current.number);
        (awaited && !offered && !later).then_some(current)
    }

    /// The next round after `number` among those not cancelled.
    pub fn after(&self, number: u32) -> Option<&'v Round> {
        let held = self.held.iter().map(|held| held.round);
        let planned = self.planned.iter().map(|planned| planned.round);
        held.chain(planned).filter(|round| round.number > number).min_by_key(|round| round.number)
    }

    /// Who decides: what the newest round taught, else what the company's note says.
    pub fn decider(&self) -> &'v Field<Named> {
        self.taught(|round| &round.decider, &self.company.decider)
    }

    /// How many others are still in: what the newest round taught, else what the company's note says.
    pub fn rivals(&self) -> &'v Field<u32> {
        self.taught(|round| &round.rivals, &self.company.rivals)
    }

    fn taught<T>(&self, of: impl Fn(&'v Round) -> &'v Field<T>, own: &'v Field<T>) -> &'v Field<T> {
        // A missed question in a later round does not unlearn an earlier answer.
        let rounds = || self.held.iter().rev().map(|held| of(held.round));
        let answered = rounds().find(|field| field.is_answered());
        answered.or_else(|| rounds().find(|field| !field.is_absent() && own.is_absent())).unwrap_or(own)
    }

    /// The interviewers of a round who were met in an earlier held round.
    pub fn met_before(&self, person: &Named, number: u32) -> bool {
        let mut earlier = self.held.iter().filter(|held| held.number < number);
        earlier.any(|held| held.place_of(person).is_some())
    }

    /// Whether somebody was met in any held round.
    pub fn met(&self, person: &Named) -> bool {
        self.held.iter().any(|held| held.place_of(person).is_some())
    }

    /// Whom a contact knows here, each once: those of the rounds first, then those who are of the company by their own
    /// notes, met or not.
    pub fn known_to(&self, contact: &'v Contact) -> Vec<&'v Named> {
        let people = contact.knows.list();
        let of_rounds = self.rounds().flat_map(|(_, round)| round.interviewers.list());
        let met = of_rounds.filter(|person| people.iter().any(|other| other.is(person)));
        let mut known: Vec<&Named> = Vec::new();
        for person in met.chain(people.iter().filter(|person| self.is_of(person))) {
            if !known.iter().any(|other| other.is(person)) {
                known.push(person);
            }
        }
        known
    }

    /// Whether the person's own note says that they are of this company.
    fn is_of(&self, person: &Named) -> bool {
        let company = self.interviewer(person).and_then(|note| note.company.value());
        company.is_some_and(|named| named.note == Some(self.company.note))
    }

    /// The interviewer's note of a name, where there is one.
    pub fn interviewer(&self, person: &Named) -> Option<&'v Interviewer> {
        self.vault.interviewer(person)
    }

    /// The letters of this application, drafts and sent.
    pub fn letters(&self) -> impl Iterator<Item = &'v Letter> {
        let vault = self.vault;
        self.company.letters.iter().map(move |at| &vault.letters[*at])
    }
}
