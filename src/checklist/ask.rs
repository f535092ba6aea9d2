//! What a finding asks of the letters: which document, to whom, from when and by when.

mod key;

use chrono::NaiveDate;

pub use key::{Key, company_of, is_one};

use super::{Application, Finding, Timing};
use crate::model::calendar::plus;
use crate::model::{Channel, CompanyId, Document, Letter, Named, Promise, Vault};
use crate::text::words::normalised;

/// A document that a finding asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Which document, about what, to whom.
    pub key: Key,
    /// First day on which it can go; `None`: it always could.
    pub opens: Option<NaiveDate>,
    /// Last day on which it is in time.
    pub due: NaiveDate,
    /// How it goes.
    pub channel: Option<Channel>,
    /// Which of several promises to one person: its normalised words, and its place among equals, from 1.
    pub promise: Option<(String, usize)>,
}

impl Ask {
    /// The documents that a finding asks for; about the latest held round where it names none.
    pub fn all_of(vault: &Vault, finding: &Finding, today: NaiveDate) -> Vec<Self> {
        let Some(company) = finding.company else { return Vec::new() };
        match &finding.timing {
            Timing::Duty(duty) => {
                let documents = duty.document.into_iter().chain(duty.also.iter().copied());
                let asks = documents.map(|document| Self {
                    key: key(vault, finding, company, document, today),
                    opens: duty.opens,
                    due: duty.due,
                    // The duty's channel is that of its own document, not of what goes with it.
                    channel: duty.channel.filter(|_| duty.document == Some(document)).or(document.channel()),
                    promise: duty.promise.clone(),
                });
                asks.collect()
            }
            Timing::Fault => {
                let day = finding.round_in(vault).and_then(|round| round.interview_date.get());
                let ask = finding.document.zip(day).map(|(document, day)| Self {
                    key: key(vault, finding, company, document, today),
                    opens: Some(day),
                    due: plus(day, 1),
                    channel: document.channel(),
                    promise: None,
                });
                ask.into_iter().collect()
            }
        }
    }

    /// Whether it can go on `today`.
    pub fn has_opened(&self, today: NaiveDate) -> bool {
        self.opens.is_none_or(|opens| opens <= today)
    }

    /// Whether both ask for one and the same draft.
    pub fn is_same(&self, other: &Self) -> bool {
        self.key.is_same(&other.key) && self.promise == other.promise
    }

    /// Whether that letter may be what is asked for. Letters that go with promises to one person
    /// are told apart by their day.
    pub fn may_be(&self, vault: &Vault, letter: &Letter) -> bool {
        self.key.is(vault, letter) && (self.promise.is_none() || letter.due.get() == Some(self.due))
    }

    /// The promise it is about.
    pub fn promise<'v>(&self, vault: &'v Vault) -> Option<&'v Promise> {
        let (words, ordinal) = self.promise.as_ref()?;
        let all = &vault.rounds.get(self.key.round?)?.promises;
        let is_theirs = |promise: &&Promise| {
            let person = promise.person.as_ref().zip(self.key.to.as_ref());
            person.is_none_or(|(person, to)| person.is(to))
        };
        let is_it = |promise: &&Promise| normalised(&promise.text).collect::<Vec<_>>().join(" ") == *words;
        all.iter().filter(is_theirs).filter(is_it).nth(ordinal.saturating_sub(1))
    }
}

fn key(vault: &Vault, finding: &Finding, company: CompanyId, document: Document, today: NaiveDate) -> Key {
    let application = || Application::new(vault, company, today);
    let round = finding.round.or_else(|| application().current().map(|held| held.at));
    let to = finding.person.clone().or_else(|| recipient(&application(), document, round).cloned());
    Key { document, company, round, to }
}

/// Whom a document goes to where its finding names nobody.
fn recipient<'v>(application: &Application<'v>, document: Document, round: Option<usize>) -> Option<&'v Named> {
    let contact = application.company.contact.value();
    match document {
        Document::WhoWillIMeet => contact,
        Document::Proposal => {
            let decider = application.decider().value();
            decider.filter(|decider| application.met(decider)).or(contact)
        }
        Document::PromiseCover => match application.vault.rounds.get(round?)?.interviewers.list() {
            [only] => Some(only),
            _ => None,
        },
        _ => None,
    }
}
