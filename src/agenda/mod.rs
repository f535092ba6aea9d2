//! What is to be done and when: the checklist's duties in time order.
//!
//! Adds nothing to what the checklist found: it says which duties are overdue, due today, open or
//! near, which rest, where it is best to sit tight, and what comes next when there is nothing to do.

mod conflict;
mod event;
mod quiet;
pub mod region;
mod tick;

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

pub use event::{Event, events};
pub use quiet::{Next, Quiet};
pub use tick::Tick;

use crate::checklist::{Checklist, Duty, Finding, Resting, Rule};
use crate::model::{Channel, CompanyId, Document, Named, Vault};
use crate::text::Span;

/// Everything that is to be done, as of one day.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// The day.
    pub today: NaiveDate,
    /// The duties that are overdue, due or open, and those that open within the days asked for; by state,
    /// priority, due day, company, round, rule, person.
    pub items: Vec<Item>,
    /// Where they are to be left alone for a while; by day, then company.
    pub quiet: Vec<Quiet>,
    /// Duties on hold; by the day they are back.
    pub held: Vec<Rest>,
    /// With nothing to do today: what comes next, and when.
    pub next: Option<Next>,
    /// Ticks in the agenda file that belong to none of the items, in their order there; see [`Agenda::keep`].
    pub stray: Vec<Tick>,
}

/// One duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Eight hex digits that name the duty from run to run.
    pub id: String,
    /// The rule behind it.
    pub rule: &'static Rule,
    /// What to do: an imperative, no full stop.
    pub title: String,
    /// The application.
    pub company: Option<CompanyId>,
    /// The round, as an index into [`Vault::rounds`].
    pub round: Option<usize>,
    /// The note to write in.
    pub path: Arc<str>,
    /// Where in it.
    pub span: Span,
    /// Whom to thank, ask or prepare for.
    pub person: Option<Named>,
    /// How it goes.
    pub channel: Option<Channel>,
    /// First day on which it can be done; `None`: it always could.
    pub opens: Option<NaiveDate>,
    /// Last day on which it is in time.
    pub due: NaiveDate,
    /// How it stands today.
    pub state: State,
    /// Order within a day, 1 first.
    pub priority: u8,
    /// The document to draft.
    pub document: Option<Document>,
    /// Further documents.
    pub also: Vec<Document>,
    /// Path of the draft, once there is one.
    pub draft: Option<String>,
    /// Blanks left in the draft, once there is one.
    pub blanks: Option<usize>,
    /// Those of the further documents that are there.
    pub beside: Vec<Paper>,
    /// Whether it can be ticked; `false` where only writing into a note ends it.
    pub can_tick: bool,
    /// Its tick in the agenda file, where that is not recorded; see [`Agenda::keep`].
    pub tick: Option<Tick>,
}

/// How a duty stands; ordered as the agenda shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Its day has gone by.
    Overdue,
    /// It is due today.
    Today,
    /// It can be done, and is due later.
    Open,
    /// It opens within the days asked for.
    Upcoming,
}

impl State {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Today, Self::Open, Self::Upcoming];

    /// The word in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Open => "open",
            Self::Upcoming => "upcoming",
        }
    }

    /// How `duty` stands on `today`; `None` where it opens more than `days` days later.
    pub fn of(duty: &Duty, today: NaiveDate, days: u32) -> Option<Self> {
        match duty.due.cmp(&today) {
            Ordering::Less => Some(Self::Overdue),
            Ordering::Equal => Some(Self::Today),
            Ordering::Greater => match duty.opens.map_or(0, |opens| (opens - today).num_days()) {
                ..=0 => Some(Self::Open),
                ahead => (ahead <= i64::from(days)).then_some(Self::Upcoming),
            },
        }
    }
}

/// A duty on hold.
#[derive(Clone, Debug)]
pub struct Rest {
    /// Eight hex digits that name the duty from run to run.
    pub id: String,
    /// The rule behind it.
    pub rule: &'static Rule,
    /// What would be to do.
    pub title: String,
    /// The application.
    pub company: Option<CompanyId>,
    /// The round, as an index into [`Vault::rounds`].
    pub round: Option<usize>,
    /// Whom it is about.
    pub person: Option<Named>,
    /// The day on which it is back.
    pub until: NaiveDate,
    /// Why it rests, in the candidate's words.
    pub reason: String,
}

/// A draft that exists, or is about to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// From the vault's root, with `/`.
    pub path: String,
    /// How many blanks are left in it.
    pub blanks: usize,
    /// What it is.
    pub document: Document,
    /// For which application.
    pub company: CompanyId,
    /// About which round, as an index into [`Vault::rounds`].
    pub round: Option<usize>,
    /// To whom; `None` for what goes to nobody.
    pub to: Option<Named>,
    /// Id of the finding that asks for it: what tells the papers of two promises to one person apart.
    pub finding: String,
}

/// The duties of `checklist` in time order, as of `today`; those that open within `days` days, that
/// day included, are announced. `papers` are the drafts that are not sent yet.
pub fn plan(vault: &Vault, checklist: &Checklist, papers: &[Paper], today: NaiveDate, days: u32) -> Agenda {
    let mut free: HashMap<CompanyId, Vec<&Paper>> = HashMap::new();
    for paper in papers {
        free.entry(paper.company).or_default().push(paper);
    }
    let mut items = Vec::new();
    for finding in &checklist.findings {
        let Some(duty) = finding.duty() else { continue };
        if let Some(state) = State::of(duty, today, days) {
            let id = finding.id(vault);
            let mut free = finding.company.and_then(|company| free.get_mut(&company));
            let mut of = |document: Document| take(free.as_deref_mut()?, finding, duty, document, &id);
            let paper = duty.document.and_then(&mut of);
            let beside = duty.also.iter().filter_map(|document| of(*document).cloned()).collect();
            items.push(Item::new(id, finding, duty, state, paper, beside));
        }
    }
    items.sort_by_cached_key(|item| {
        let person = item.person.as_ref().map(|person| person.name.clone());
        (item.state, item.priority, item.due, item.company_name(vault), item.round_number(vault), item.rule.id, person)
    });
    let mut held: Vec<Rest> = checklist.held.iter().map(|resting| Rest::new(vault, resting)).collect();
    held.sort_by(|a, b| (a.until, &a.title, &a.id).cmp(&(b.until, &b.title, &b.id)));
    let is_free = items.iter().all(|item| item.state == State::Upcoming);
    let next = if is_free { quiet::next(vault, checklist, today) } else { None };
    Agenda { today, items, quiet: quiet::find(vault, today), held, next, stray: Vec::new() }
}

impl Agenda {
    /// The items in that state, in order.
    pub fn items_in(&self, state: State) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.state == state)
    }

    /// Keeps the ticks of the agenda file that are not recorded: each at its item, or among the stray ones.
    pub fn keep(&mut self, ticks: &[Tick]) {
        for tick in ticks {
            match self.items.iter_mut().find(|item| item.can_tick && item.id == tick.id) {
                Some(item) => item.tick = Some(tick.clone()),
                None => self.stray.push(tick.clone()),
            }
        }
    }

    /// What concerns one application only.
    #[must_use]
    pub fn only(mut self, company: CompanyId) -> Self {
        self.items.retain(|item| item.company == Some(company));
        self.quiet.retain(|quiet| quiet.company == company);
        self.held.retain(|rest| rest.company == Some(company));
        self.next = self.next.filter(|next| next.company == Some(company));
        self.stray.clear();
        self
    }
}

impl Item {
    fn new(
        id: String,
        finding: &Finding,
        duty: &Duty,
        state: State,
        paper: Option<&Paper>,
        beside: Vec<Paper>,
    ) -> Self {
        Self {
            id,
            rule: finding.rule,
            title: duty.title.clone(),
            company: finding.company,
            round: finding.round,
            path: Arc::clone(&finding.path),
            span: finding.span,
            person: finding.person.clone(),
            channel: duty.channel,
            opens: duty.opens,
            due: duty.due,
            state,
            priority: duty.priority,
            document: duty.document,
            also: duty.also.clone(),
            draft: paper.map(|paper| paper.path.clone()),
            blanks: paper.map(|paper| paper.blanks),
            beside,
            can_tick: duty.can_tick,
            tick: None,
        }
    }

    /// The company's name.
    pub fn company_name<'v>(&self, vault: &'v Vault) -> Option<&'v str> {
        self.company.map(|id| vault.company(id).name.as_str())
    }

    /// The round's number.
    pub fn round_number(&self, vault: &Vault) -> Option<u32> {
        Some(vault.rounds.get(self.round?)?.number)
    }
}

impl Rest {
    fn new(vault: &Vault, resting: &Resting) -> Self {
        let finding = &resting.finding;
        Self {
            id: finding.id(vault),
            rule: finding.rule,
            title: finding.duty().map_or_else(|| finding.message.clone(), |duty| duty.title.clone()),
            company: finding.company,
            round: finding.round,
            person: finding.person.clone(),
            until: resting.until,
            reason: resting.reason.clone(),
        }
    }
}

/// Takes the duty's draft of that document out of those of its application that no other duty has claimed yet. A duty
/// that names nobody (a promise without a link) takes the one that the letters addressed for it.
fn take<'p>(
    free: &mut Vec<&'p Paper>,
    finding: &Finding,
    duty: &Duty,
    document: Document,
    id: &str,
) -> Option<&'p Paper> {
    let fits = |paper: &&Paper| {
        paper.document == document
            && paper.round == finding.round
            && match (&finding.person, &paper.to) {
                (Some(person), Some(to)) => person.is(to),
                (_, None) | (None, Some(_)) => true,
            }
    };
    let is_own = |paper: &&Paper| fits(paper) && (duty.promise.is_none() || paper.finding == id);
    let at = free.iter().position(is_own)?;
    Some(free.remove(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edges_of_the_days_asked_for() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2025-03-05");
        for (opens, due, days, expected) in [
            (Some("2025-03-04"), "2025-03-04", 7, Some(State::Overdue)),
            (None, "2025-03-04", 7, Some(State::Overdue)),
            (Some("2025-03-04"), "2025-03-05", 7, Some(State::Today)),
            (Some("2025-03-05"), "2025-03-05", 7, Some(State::Today)),
            (Some("2025-03-05"), "2025-03-06", 7, Some(State::Open)),
            (None, "2025-12-31", 0, Some(State::Open)),
            (Some("2025-03-06"), "2025-03-06", 7, Some(State::Upcoming)),
            (Some("2025-03-12"), "2025-04-30", 7, Some(State::Upcoming)),
            (Some("2025-03-13"), "2025-03-13", 7, None),
            (Some("2025-03-06"), "2025-03-06", 1, Some(State::Upcoming)),
            (Some("2025-03-06"), "2025-03-06", 0, None),
            (Some("2025-03-06"), "2025-03-06", u32::MAX, Some(State::Upcoming)),
        ] {
            let duty = Duty::new(opens.map(day), day(due), 1, "Thank");
            assert_eq!(State::of(&duty, today, days), expected, "{opens:?} {due} {days}");
        }
    }
}
