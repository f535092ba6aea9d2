//! Who will speak for the candidate, person by person.

use chrono::NaiveDate;

use super::{Basis, Place};
use crate::checklist::{Application, Held};
use crate::model::{self, Answer, CompanyId, Field, HiringRole, Named, PersonClose, RoundResult};

/// How somebody stands to the candidate, as far as was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// They said yes.
    Yes,
    /// Nothing was said, yet the round they were in was passed: viable at least.
    Implied,
    /// They do not know yet.
    Unsure,
    /// They evaded.
    Deflected,
    /// They said no.
    No,
    /// They were asked, and would not say.
    Declined,
    /// They were not asked, or nothing is written.
    NotAsked,
}

impl Support {
    /// All, as they are shown.
    pub const ALL: [Self; 7] =
        [Self::Yes, Self::Implied, Self::Unsure, Self::Deflected, Self::No, Self::Declined, Self::NotAsked];

    /// The word in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Implied => "implied",
            Self::Unsure => "unsure",
            Self::Deflected => "deflected",
            Self::No => "no",
            Self::Declined => "declined",
            Self::NotAsked => "not-asked",
        }
    }

    /// What the answer to the question says; `None` where there is no answer.
    fn said(field: &Field<model::Support>) -> Option<Self> {
        match &field.answer {
            Answer::Value(model::Support::Yes) => Some(Self::Yes),
            Answer::Value(model::Support::No) => Some(Self::No),
            Answer::Value(model::Support::Unsure) => Some(Self::Unsure),
            Answer::Value(model::Support::Deflected { .. }) => Some(Self::Deflected),
            // Asked, and there was nothing to hear: that is how a refusal sounds too.
            Answer::Declined | Answer::Nothing => Some(Self::Declined),
            Answer::Missed | Answer::Absent => None,
        }
    }
}

/// Who stands how, in the whole search or at one company.
#[derive(Clone, Debug)]
pub struct SupportView {
    /// The day.
    pub today: NaiveDate,
    /// Everybody met, by company (the open ones first), then as they were met.
    pub people: Vec<Backing>,
}

/// One person met at one company.
#[derive(Clone, Debug)]
pub struct Backing {
    /// The application.
    pub company: CompanyId,
    /// Who.
    pub person: Named,
    /// Their part in the choice.
    pub role: Option<HiringRole>,
    /// Whether they say that they do not decide.
    pub claims_no_say: bool,
    /// How they stand: their latest answer, else what their latest round implies.
    pub latest: Said,
    /// What they answered in earlier rounds, newest first.
    pub earlier: Vec<Said>,
}

/// How one person stood in one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The round, as an index into [`Vault::rounds`](crate::model::Vault::rounds).
    pub round: usize,
    /// The day of the round.
    pub date: NaiveDate,
    /// How they stood.
    pub support: Support,
    /// The answer as it is written, on one line.
    pub words: Option<String>,
    /// Where it is written, or is to be written.
    pub place: Place,
}

impl SupportView {
    /// Everybody met in the applications of `basis`.
    pub fn new(basis: &Basis<'_>) -> Self {
        let mut applications: Vec<Application<'_>> = basis.applications().collect();
        applications.sort_by_key(|application| !application.is_open());
        let people = applications.iter().flat_map(|application| of(basis, application)).collect();
        Self { today: basis.today, people }
    }
}

/// Everybody met in the held rounds of an application, as they were met.
pub(super) fn of(basis: &Basis<'_>, application: &Application<'_>) -> Vec<Backing> {
    let mut people: Vec<&Named> = Vec::new();
    for close in application.held().iter().flat_map(|held| &held.round.close.people) {
        if !people.iter().any(|known| known.is(&close.person)) {
            people.push(&close.person);
        }
    }
    people.into_iter().filter_map(|person| backing(basis, application, person)).collect()
}

fn backing(basis: &Basis<'_>, application: &Application<'_>, person: &Named) -> Option<Backing> {
    let rounds: Vec<(&Held<'_>, &PersonClose)> =
        application.held().iter().rev().filter_map(|held| Some((held, held.round.close.of(person)?))).collect();
    let said = |(held, close): (&Held<'_>, &PersonClose), support| {
        let note = held.round.note;
        let words = close.support.span.filter(|_| close.support.value().is_some());
        let words = words.and_then(|span| basis.words(note, span));
        let place = basis.place(note, close.support.span.unwrap_or(close.heading));
        Said { round: held.at, date: held.date, support, words, place }
    };
    let answers = rounds.iter().filter_map(|at| Some(said(*at, Support::said(&at.1.support)?)));
    let mut answers: Vec<Said> = answers.collect();
    let latest = if answers.is_empty() {
        let passed = rounds.iter().find(|(held, _)| was_passed(application, held));
        let implied = passed.map(|at| said(*at, Support::Implied));
        implied.or_else(|| rounds.first().map(|at| said(*at, Support::NotAsked)))?
    } else {
        answers.remove(0)
    };
    let note = application.interviewer(person);
    Some(Backing {
        company: application.id,
        person: person.clone(),
        role: note.and_then(|note| note.hiring_role.get()),
        claims_no_say: note.is_some_and(|note| note.claims_no_say.get() == Some(true)),
        latest,
        earlier: answers,
    })
}

/// Whether they went on after a round: its result says so, or there is a later one.
pub(super) fn was_passed(application: &Application<'_>, held: &Held<'_>) -> bool {
    match held.round.result.get() {
        Some(RoundResult::Advanced | RoundResult::Offer) => true,
        Some(RoundResult::Rejected) => false,
        Some(RoundResult::Pending) | None => application.after(held.round.number).is_some(),
    }
}
