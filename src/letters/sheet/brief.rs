//! Everything about one round to come that the sections ask for: who will be there, and what the
//! rounds before it taught.

use chrono::{Datelike, NaiveDate};

use crate::checklist::{Application, Held, Preparation};
use crate::letters::address::Addressee;
use crate::model::{Accomplishment, Candidate, Field, HiringRole, Named, Prepare, Round, RoundState};
use crate::text::{inert, words};

/// What a line ends with that must not get into a letter.
pub(super) const PRIVATE: &str = " · *not for letters*";

/// One round to come, seen from the day of its application.
pub(super) struct Brief<'a, 'v> {
    pub(super) app: &'a Application<'v>,
    pub(super) round: &'v Round,
    pub(super) preparation: Preparation<'a, 'v>,
    /// The rounds held before it, by number.
    pub(super) earlier: &'a [Held<'v>],
}

impl<'a, 'v> Brief<'a, 'v> {
    /// A round without a date is looked at as if it were today; one that was held, as of its day.
    pub(super) fn new(app: &'a Application<'v>, at: usize) -> Self {
        let round = &app.vault.rounds[at];
        let date = round.interview_date.get().unwrap_or(app.today);
        let as_of = if round.state(app.today) == RoundState::Held { date } else { app.today };
        let preparation = Preparation { application: app, at, round, date, as_of };
        Self { app, round, preparation, earlier: preparation.earlier() }
    }

    /// "Harbour Glass, round 2".
    pub(super) fn title(&self) -> String {
        format!("{}, round {}", inert(&self.app.company.name), self.round.number)
    }

    /// Who will be there.
    pub(super) fn people(&self) -> &'v [Named] {
        self.round.interviewers.list()
    }

    /// The round before this one.
    pub(super) fn last(&self) -> Option<&Held<'v>> {
        self.earlier.last()
    }

    pub(super) fn candidate(&self) -> Option<&'v Candidate> {
        self.app.vault.candidate()
    }

    /// The earlier rounds in which that person was met.
    pub(super) fn meetings<'s>(&'s self, person: &'s Named) -> impl Iterator<Item = &'s Held<'v>> {
        self.earlier.iter().filter(|held| held.place_of(person).is_some())
    }

    /// The one who decides, where that is known.
    pub(super) fn decider(&self) -> Option<&'v Named> {
        let by_role = || {
            let met = self.earlier.iter().flat_map(|held| held.round.interviewers.list());
            self.people().iter().chain(met).find(|person| self.is_decider_by_role(person))
        };
        self.app.decider().value().or_else(by_role)
    }

    fn is_decider_by_role(&self, person: &Named) -> bool {
        let role = self.app.interviewer(person).and_then(|note| note.hiring_role.get());
        role == Some(HiringRole::Decider)
    }

    /// Whether that person decides.
    pub(super) fn decides(&self, person: &Named) -> bool {
        self.decider().is_some_and(|decider| decider.is(person))
    }

    /// "Ms Rao", or the full name.
    pub(super) fn called(&self, person: &Named) -> String {
        Addressee::new(self.app.vault, person).called
    }

    /// A day, with the year where it is not the round's: "4 March".
    pub(super) fn day(&self, date: NaiveDate) -> String {
        let same = self.round.interview_date.get().is_some_and(|own| own.year() == date.year());
        date.format(if same { "%-d %B" } else { "%-d %B %Y" }).to_string()
    }

    /// Who said something in an earlier round, and when: "Priya Rao, 4 March".
    pub(super) fn said_by(&self, person: &Named, held: &Held<'_>) -> String {
        format!("{}, {}", inert(&person.name), self.day(held.date))
    }

    /// Where something was said in a round with several people: "round 2, 11 March".
    pub(super) fn said_in(&self, held: &Held<'_>) -> String {
        match held.interviewers.list() {
            [only] => self.said_by(only, held),
            _ => format!("round {}, {}", held.number, self.day(held.date)),
        }
    }

    /// What this round's Prepare says under a label.
    pub(super) fn prepared(&self, label: &'static str) -> impl Iterator<Item = &'v Prepare> {
        self.preparation.bullets(label)
    }

    /// The accomplishment of that id.
    pub(super) fn accomplishment(&self, id: &str) -> Option<&'v Accomplishment> {
        self.candidate()?.accomplishments.iter().find(|one| one.id.eq_ignore_ascii_case(id))
    }

    /// Every item of a list that earlier rounds gave, with its round, the oldest first; each once.
    pub(super) fn gathered(&self, of: fn(&Round) -> &Field<Vec<String>>) -> Vec<(&Held<'v>, &'v str)> {
        let mut all: Vec<(&Held<'v>, &'v str)> = Vec::new();
        for held in self.earlier {
            for item in of(held.round).list() {
                if !all.iter().any(|(_, known)| words::content(known).eq(words::content(item))) {
                    all.push((held, item));
                }
            }
        }
        all
    }
}
