//! What passed between the candidate and a company, one contact at a time.

use chrono::NaiveDate;

use super::Application;
use crate::model::{Channel, Direction, Named, Purpose};
use crate::text::Span;

/// One contact that the candidate made: a line of a log, or a sent letter without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// When.
    pub date: NaiveDate,
    /// How; `None` for a letter that says nothing of it.
    pub channel: Option<Channel>,
    /// What for; at least one.
    pub purposes: Vec<Purpose>,
    /// With whom; empty where nobody can be told.
    pub people: Vec<Named>,
    /// The round it belongs to, as an index into [`Vault::rounds`](crate::model::Vault::rounds).
    pub round: Option<usize>,
    /// The bullet of the round's log; `None` for a letter.
    pub bullet: Option<Span>,
}

impl Exchange {
    /// Whether it was for one of those.
    pub fn is_for(&self, purposes: &[Purpose]) -> bool {
        self.purposes.iter().any(|purpose| purposes.contains(purpose))
    }
}

impl Application<'_> {
    /// Every contact made by today, by date. What one line of a log was for is one contact.
    pub fn exchanges(&self) -> Vec<Exchange> {
        let mut exchanges: Vec<Exchange> = Vec::new();
        for made in self.made() {
            match exchanges.last_mut() {
                Some(last) if made.bullet.is_some() && (last.round, last.bullet) == (made.round, made.bullet) => {
                    last.purposes.push(made.purpose);
                }
                _ => exchanges.push(Exchange {
                    date: made.date,
                    channel: made.channel,
                    purposes: vec![made.purpose],
                    people: made.people,
                    round: made.round,
                    bullet: made.bullet,
                }),
            }
        }
        exchanges
    }

    /// Whether the company was spoken to, and wanted nothing for it: thanks, what was promised and
    /// words with allies are another matter.
    pub fn takes_their_time(&self, exchange: &Exchange) -> bool {
        const ASIDE: [Purpose; 4] = [Purpose::ThankYou, Purpose::RejectionThanks, Purpose::Promise, Purpose::GoodWord];
        let aside = exchange.purposes.iter().all(|purpose| ASIDE.contains(purpose));
        let people = &exchange.people;
        let with_allies = !people.is_empty() && people.iter().all(|person| self.is_ally(person));
        !aside && !with_allies
    }

    /// The last day, by today, on which the company made contact.
    pub fn last_heard(&self) -> Option<NaiveDate> {
        let log = self.rounds().flat_map(|(_, round)| &round.log);
        let heard = log.filter(|entry| entry.direction == Direction::In && entry.date <= self.today);
        heard.filter(|entry| entry.purposes != [Purpose::GoodWord]).map(|entry| entry.date).max()
    }

    /// Somebody outside, and not the one whom the company named for questions.
    fn is_ally(&self, person: &Named) -> bool {
        let named = || {
            let agreed = self.rounds().filter_map(|(_, round)| round.check_in_with.value());
            agreed.chain(self.company.contact.value()).any(|contact| contact.is(person))
        };
        self.vault.contact(person).is_some() && !named()
    }
}
