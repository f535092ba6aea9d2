//! Asking for news: whom, how, from which day on, and how often it was done.

use chrono::NaiveDate;

use super::{Application, Held};
use crate::model::{Channel, HiringRole, Named, Purpose, Wish, phrase};

impl<'v> Application<'v> {
    /// Whom to ask for news after a held round: the one agreed, else the company's contact, else
    /// its decider where met, else the first interviewer.
    pub fn whom_to_ask(&self, held: &Held<'v>) -> Option<&'v Named> {
        let agreed = held.round.check_in_with.value().or(self.company.contact.value());
        let decider = || self.decider().value().filter(|decider| self.met(decider));
        agreed.or_else(decider).or_else(|| held.round.interviewers.list().first())
    }

    /// How to ask `person` for news: as they wish, else by e-mail.
    pub fn asks_by(&self, held: &Held<'v>, person: Option<&Named>) -> Channel {
        match held.check_in.get() {
            Some(Wish::Post) => Channel::Post,
            Some(Wish::Phone) if person.is_none_or(|person| self.may_phone(held, person)) => Channel::Phone,
            _ => Channel::Email,
        }
    }

    /// Whether a phone call may be proposed: to an advisor or a peer only with a bond, or where
    /// they asked for it: the one agreed, else the one met who is asked for news anyway. What the
    /// employer wishes of the channel is another question.
    pub fn may_phone(&self, held: &Held<'v>, person: &Named) -> bool {
        let Some(note) = self.interviewer(person) else { return true };
        let aside = matches!(note.hiring_role.get(), Some(HiringRole::Advisor | HiringRole::Peer));
        let agreed = held.check_in_with.value();
        let met = agreed.is_some() || held.place_of(person).is_some();
        let asked = met && self.whom_to_ask(held).is_some_and(|asked| asked.is(person));
        let wished = held.check_in.get() == Some(Wish::Phone) && asked;
        !aside || note.bond.value().is_some() || wished
    }

    /// Whether they left the phone open: no wish for e-mail or post.
    pub fn allows_phone(&self, held: &Held<'v>) -> bool {
        !matches!(held.check_in.get(), Some(Wish::Email | Wish::Post))
    }

    /// The later of `day` and the first business day on or after each day up to which they asked
    /// not to be contacted.
    pub fn after_quiet(&self, held: &Held<'v>, day: NaiveDate) -> NaiveDate {
        let quiet = [held.quiet_until.get(), held.check_in_on.get()].into_iter().flatten();
        quiet.map(|until| self.calendar().roll(until)).fold(day, NaiveDate::max)
    }

    /// The day from which on a held round's answer is asked for: the first business day after the
    /// date they gave (one more where it was rough); without one, `reply_days` after the round, or
    /// the first business day after the date their words propose, whichever is later.
    pub fn asks_from(&self, held: &Held<'v>) -> NaiveDate {
        let calendar = self.calendar();
        let day = if let Some(by) = held.hear_by.get() {
            let rough = held.hear_by_rough.get() == Some(true);
            calendar.after(by, if rough { 2 } else { 1 })
        } else {
            let proposed = held.hear_by_said.text().and_then(|said| phrase::propose(said, held.date, calendar));
            let patient = calendar.after(held.date, self.config().reply_days);
            proposed.map_or(patient, |proposed| patient.max(calendar.after(proposed, 1)))
        };
        self.after_quiet(held, day)
    }

    /// The days on which news of a held round was asked for: after the date they gave, else since
    /// the round. A check-in made once asking had opened counts for the first one.
    pub fn requests(&self, held: &Held<'v>) -> Vec<NaiveDate> {
        let opens = self.asks_from(held);
        let counts = |day: NaiveDate| held.hear_by.get().map_or(day >= held.date, |by| day > by);
        let mut days: Vec<NaiveDate> = Vec::new();
        for made in self.made().iter().filter(|made| counts(made.date)) {
            let first = !days.iter().any(|day| self.answers_opening(held, *day));
            let asked = match made.purpose {
                Purpose::Status => true,
                Purpose::CheckIn => first && made.date >= opens,
                _ => false,
            };
            if asked && days.last() != Some(&made.date) {
                days.push(made.date);
            }
        }
        days
    }

    /// Whether one of the `requests` was the first that the overdue answer called for.
    pub fn has_asked(&self, held: &Held<'v>, requests: &[NaiveDate]) -> bool {
        requests.iter().any(|day| self.answers_opening(held, *day))
    }

    /// With a date given, any request after it will do; without, one from the day on which asking opened.
    fn answers_opening(&self, held: &Held<'v>, day: NaiveDate) -> bool {
        held.hear_by.get().map_or_else(|| day >= self.asks_from(held), |by| day > by)
    }
}
