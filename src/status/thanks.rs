//! Who was thanked for which interview, and how soon.

use chrono::NaiveDate;

use super::{Basis, Share};
use crate::checklist::Application;
use crate::model::calendar::plus;
use crate::model::{CompanyId, Named};

/// The thanks of the search.
#[derive(Clone, Debug)]
pub struct ThanksView {
    /// The day.
    pub today: NaiveDate,
    /// One for each person of each held round, by company, then round. What was due before the search was
    /// written down (`since`) is left out.
    pub people: Vec<Thanked>,
}

/// One person of one held round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thanked {
    /// The application.
    pub company: CompanyId,
    /// The round, as an index into [`Vault::rounds`](crate::model::Vault::rounds).
    pub round: usize,
    /// Who.
    pub person: Named,
    /// The day after the interview: the last on which thanks are in time, whatever way they go.
    pub due: NaiveDate,
    /// When they were first thanked; `None`: not yet.
    pub first: Option<NaiveDate>,
}

impl ThanksView {
    /// The thanks for the rounds of `basis`.
    pub fn new(basis: &Basis<'_>) -> Self {
        let mut people = Vec::new();
        for application in basis.applications() {
            people.extend(thanked(&application));
        }
        let since = basis.vault.config.since;
        people.retain(|one| since.is_none_or(|since| one.due >= since));
        Self { today: basis.today, people }
    }

    /// Of those who were thanked or should have been by now, the ones thanked in time.
    pub fn in_time(&self) -> Share {
        let counted = self.people.iter().filter(|one| one.first.is_some() || one.due < self.today);
        Share::new(&counted.map(Thanked::is_in_time).collect::<Vec<_>>())
    }
}

impl Thanked {
    /// Whether they were thanked by the day after the interview.
    pub fn is_in_time(&self) -> bool {
        self.first.is_some_and(|day| day <= self.due)
    }
}

fn thanked(application: &Application<'_>) -> Vec<Thanked> {
    let mut people = Vec::new();
    for held in application.held() {
        for person in held.round.interviewers.list() {
            people.push(Thanked {
                company: application.id,
                round: held.at,
                person: person.clone(),
                due: plus(held.date, 1),
                first: application.thanks(held, person).iter().map(|thanks| thanks.date).min(),
            });
        }
    }
    people
}
