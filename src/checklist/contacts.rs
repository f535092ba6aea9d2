//! What the candidate has done: log lines and sent letters, read as one.

use chrono::NaiveDate;

use super::{Application, Held};
use crate::model::{Channel, Direction, Document, Named, Purpose};
use crate::text::Span;

/// A contact that the candidate made, from a log line or a letter's `sent_on`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// When.
    pub date: NaiveDate,
    /// How; `None` for a letter that says nothing of it.
    pub channel: Option<Channel>,
    /// What for.
    pub purpose: Purpose,
    /// With whom; empty where nobody can be told.
    pub people: Vec<Named>,
    /// The round it belongs to, as an index into [`Vault::rounds`](crate::model::Vault::rounds).
    pub round: Option<usize>,
    /// The bullet of the round's log; `None` for a letter.
    pub bullet: Option<Span>,
}

/// Thanks to one person for one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thanks {
    /// When.
    pub date: NaiveDate,
    /// How.
    pub channel: Option<Channel>,
}

impl Thanks {
    /// On paper: by post, by hand, or left in the lobby.
    pub fn is_paper(self) -> bool {
        matches!(self.channel, Some(Channel::Post | Channel::Handwritten | Channel::Lobby))
    }
}

impl Application<'_> {
    /// Every contact made by today, by date; a letter and its log line on one day are one.
    pub fn made(&self) -> Vec<Made> {
        let mut made = Vec::new();
        for (at, round) in self.rounds() {
            let past = round.log.iter().filter(|entry| entry.direction == Direction::Out && entry.date <= self.today);
            for entry in past {
                made.extend(entry.purposes.iter().map(|purpose| Made {
                    date: entry.date,
                    channel: Some(entry.channel),
                    purpose: *purpose,
                    people: entry.people.to_vec(),
                    round: Some(at),
                    bullet: Some(entry.span),
                }));
            }
        }
        for letter in self.letters() {
            let (Some(date), Some(document)) = (letter.sent_on.get(), letter.document.get()) else { continue };
            let Some(purpose) = document.purpose().filter(|_| date <= self.today) else { continue };
            let people: Vec<Named> = letter.to.value().into_iter().cloned().collect();
            let logged = |other: &Made| {
                other.date == date
                    && other.purpose == purpose
                    && people.iter().all(|person| other.people.iter().any(|same| same.is(person)))
            };
            if !made.iter().any(logged) {
                made.push(Made { date, channel: letter.goes_by(), purpose, people, round: letter.round, bullet: None });
            }
        }
        made.sort_by_key(|contact| contact.date);
        made
    }

    /// The thanks to `person` for a held round, by today.
    pub fn thanks(&self, held: &Held<'_>, person: &Named) -> Vec<Thanks> {
        let logged = held.log.iter().filter(|entry| {
            entry.is_out(Purpose::ThankYou)
                && entry.date <= self.today
                && entry.people.iter().any(|other| other.is(person))
        });
        let sent = self.letters().filter(|letter| {
            letter.document.get().is_some_and(Document::is_thanks)
                && letter.round == Some(held.at)
                && letter.to.value().is_some_and(|to| to.is(person))
                && letter.is_sent(self.today)
        });
        let logged = logged.map(|entry| Thanks { date: entry.date, channel: Some(entry.channel) });
        let sent = sent.filter_map(|letter| Some(Thanks { date: letter.sent_on.get()?, channel: letter.goes_by() }));
        logged.chain(sent).collect()
    }

    /// Whether anybody was thanked for a held round on or after it.
    pub fn first_thanks(&self, held: &Held<'_>) -> Option<NaiveDate> {
        let people = held.interviewers.list().iter();
        people.flat_map(|person| self.thanks(held, person)).map(|thanks| thanks.date).min()
    }
}
