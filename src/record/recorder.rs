//! From a duty that was done, or a letter that went out, to what is written down.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Deed, Entry, earlier};
use crate::checklist::{Checklist, Ending, Finding};
use crate::letters::{self, Names, addressee, draft_of};
use crate::model::{Channel, Document, Letter, Named, Purpose, RoundState, Vault};

/// What came of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It was done.
    Done {
        /// When.
        on: NaiveDate,
        /// By what channel, where it was not the usual one.
        by: Option<Channel>,
    },
    /// They let the candidate off.
    Released,
}

/// Knows a vault and its duties on one day.
#[derive(Debug)]
pub struct Recorder<'v> {
    pub(super) vault: &'v Vault,
    pub(super) checklist: &'v Checklist,
    pub(super) today: NaiveDate,
    names: Names<'v>,
    recorded: OnceCell<BTreeSet<String>>,
}

impl<'v> Recorder<'v> {
    /// For the vault, with what the checklist found in it on `today`.
    pub fn new(vault: &'v Vault, checklist: &'v Checklist, today: NaiveDate) -> Self {
        Self { vault, checklist, today, names: Names::new(vault), recorded: OnceCell::new() }
    }

    /// Whether a duty whose id begins like that stands no more because what it asks for is written down.
    pub fn is_recorded(&self, id: &str) -> bool {
        let recorded = self.recorded.get_or_init(|| earlier::duties(self.vault, self.today));
        recorded.range(id.to_owned()..).next().is_some_and(|first| first.starts_with(id))
    }

    /// What is to be written when a duty ends so.
    ///
    /// # Errors
    /// Why nothing can be, and what to do instead.
    pub fn deed(&self, finding: &Finding, act: Act) -> Result<Deed, String> {
        let by_hand = || format!("only writing ends this, in {}: {}", finding.path, finding.help);
        let duty = finding.duty().filter(|duty| duty.can_tick).ok_or_else(by_hand)?;
        let (on, by) = match act {
            Act::Released if duty.promise.is_some() => return self.task(finding, None).ok_or_else(by_hand),
            Act::Released => return Err("a minus lets go of promises only; hold or waive this instead".to_owned()),
            Act::Done { on, by } => (on, by),
        };
        self.has_come(on)?;
        let own = match duty.document {
            _ if duty.promise.is_some() => Some(self.task(finding, Some(on))),
            Some(Document::GoodWordRequest) => Some(self.asked(finding, on)),
            _ => None,
        };
        match (own, by) {
            (Some(deed), None) => return deed.ok_or_else(by_hand),
            (Some(_), Some(_)) => return Err("the notes keep no channel of this; leave it out".to_owned()),
            (None, _) => {}
        }
        let mut ending = duty.ending().ok_or_else(by_hand)?;
        self.is_after(finding.round, ending.purpose, on)?;
        let is_fit = |letter: &&Letter| letters::obstacles(self.vault, self.checklist, letter).is_empty();
        if let Some(letter) = draft_of(self.vault, finding, self.today).filter(is_fit) {
            return Ok(sent(letter, on, by));
        }
        ending.channel = by.unwrap_or(ending.channel);
        let round = finding.round_in(self.vault).ok_or_else(by_hand)?;
        let person = finding.person.clone().or_else(|| addressee(self.vault, finding, self.today));
        Ok(Deed { note: round.note, entry: Entry::Log(self.bullet(on, ending, person.as_ref())) })
    }

    /// What is to be written when a letter has gone out, for the `duty` that it serves: a promise is kept with its
    /// cover, and an ally has been asked with the request.
    ///
    /// # Errors
    /// Why it cannot have gone on that day.
    pub fn sent(
        &self,
        letter: &Letter,
        duty: Option<&Finding>,
        on: NaiveDate,
        by: Option<Channel>,
    ) -> Result<Vec<Deed>, String> {
        self.has_come(on)?;
        if let Some(purpose) = letter.document.get().and_then(Document::purpose) {
            self.is_after(letter.round, purpose, on)?;
        }
        let beside = duty.and_then(|finding| match letter.document.get() {
            Some(Document::PromiseCover) => self.task(finding, Some(on)),
            Some(Document::GoodWordRequest) => self.asked(finding, on),
            _ => None,
        });
        Ok([sent(letter, on, by)].into_iter().chain(beside).collect())
    }

    fn has_come(&self, on: NaiveDate) -> Result<(), String> {
        let is_ahead = format!("{on} is after today, {}; record it when it has come", self.today);
        if on > self.today { Err(is_ahead) } else { Ok(()) }
    }

    /// Sees that what makes sense only after a round is not dated before it.
    fn is_after(&self, round: Option<usize>, purpose: Purpose, on: NaiveDate) -> Result<(), String> {
        let held = round.map(|at| &self.vault.rounds[at]).filter(|round| round.state(self.today) == RoundState::Held);
        match held.and_then(|round| round.interview_date.get()) {
            Some(day) if purpose.is_afterwards() && on < day => {
                Err(format!("{on} lies before the interview, {day}; write the day on which it was done"))
            }
            _ => Ok(()),
        }
    }

    /// The promise's own line, ticked.
    fn task(&self, finding: &Finding, done_on: Option<NaiveDate>) -> Option<Deed> {
        let round = finding.round_in(self.vault)?;
        let promise = round.promises.iter().find(|promise| promise.span == finding.span)?;
        Some(Deed { note: round.note, entry: Entry::Task { mark: promise.mark, done_on } })
    }

    /// The day on which an ally was asked, in their note.
    fn asked(&self, finding: &Finding, on: NaiveDate) -> Option<Deed> {
        let contact = self.vault.contact(finding.person.as_ref()?)?;
        Some(Deed { note: contact.note, entry: Entry::Keys(vec![("asked_on", on.to_string())]) })
    }

    /// `- 2025-03-05 email thank-you to [[Priya Rao]]`
    fn bullet(&self, on: NaiveDate, ending: Ending, person: Option<&Named>) -> String {
        let Ending { channel, purpose, words } = ending;
        let joint = if matches!(channel, Channel::Phone | Channel::InPerson) { "with" } else { "to" };
        let whom = person.map(|person| format!(" {joint} {}", self.names.link(&person.name, person.note)));
        let words = if words.is_empty() { String::new() } else { format!(": {words}") };
        format!("- {on} {} {}{}{words}", channel.name(), purpose.name(), whom.unwrap_or_default())
    }
}

fn sent(letter: &Letter, on: NaiveDate, by: Option<Channel>) -> Deed {
    let channel = by.filter(|by| letter.goes_by() != Some(*by)).map(|by| ("channel", by.name().to_owned()));
    let keys = [("sent_on", on.to_string())].into_iter().chain(channel).collect();
    Deed { note: letter.note, entry: Entry::Keys(keys) }
}
