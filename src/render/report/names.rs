//! What a report calls everybody, and which words of the notes it tells: all that it has from them comes through here.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::tasks;
use crate::agenda::{Item, Rest};
use crate::model::{CompanyId, Named, Round, Vault, folded};
use crate::render::flat;
use crate::status::{Backing, Event, EventKind, Place, Said};

/// How a report speaks of what the notes name.
pub(super) enum Names<'v> {
    /// As the notes do.
    Open(&'v Vault),
    /// By letters and numbers: `Company A`, `Interviewer 1`.
    Hidden {
        /// By the company's index.
        companies: Vec<String>,
        /// By the folded name.
        people: BTreeMap<String, String>,
    },
}

impl<'v> Names<'v> {
    /// Letters for the companies in order of their first day, numbers for the people as they were met: what is
    /// written later changes no name that was given out before.
    pub(super) fn hidden(vault: &'v Vault) -> Self {
        let mut order: Vec<usize> = (0..vault.companies.len()).collect();
        order.sort_by_key(|at| {
            let company = &vault.companies[*at];
            let rounds = company.rounds.iter().map(|at| vault.rounds[*at].interview_date.get());
            let first = rounds.chain([company.applied_on.get()]).flatten().min();
            (first.is_none(), first, *at)
        });
        let mut companies = vec![String::new(); order.len()];
        for (count, at) in order.into_iter().enumerate() {
            companies[at] = format!("Company {}", letters(count));
        }
        let mut people = BTreeMap::new();
        let mut rounds: Vec<&Round> = vault.rounds.iter().collect();
        rounds.sort_by_key(|round| (round.interview_date.get().unwrap_or(NaiveDate::MAX), round.number));
        for person in rounds.iter().flat_map(|round| round.interviewers.list()) {
            let number = people.len() + 1;
            people.entry(folded(&person.name)).or_insert_with(|| format!("Interviewer {number}"));
        }
        for (at, contact) in vault.contacts.iter().enumerate() {
            let name = folded(vault.note(contact.note).name());
            people.entry(name).or_insert_with(|| format!("Contact {}", at + 1));
        }
        Self::Hidden { companies, people }
    }

    /// A company's name.
    pub(super) fn company(&self, id: CompanyId) -> String {
        match self {
            Self::Open(vault) => flat(&vault.company(id).name),
            Self::Hidden { companies, .. } => companies.get(id.0 as usize).cloned().unwrap_or_default(),
        }
    }

    /// A person's name; whoever is neither an interviewer nor a contact is somebody.
    fn person(&self, name: &str) -> String {
        match self {
            Self::Open(_) => name.to_owned(),
            Self::Hidden { people, .. } => people.get(&folded(name)).map_or("somebody", String::as_str).to_owned(),
        }
    }

    /// Words of the candidate's own; hidden ones are not told at all.
    pub(super) fn own(&self, words: Option<&str>) -> Option<String> {
        match self {
            Self::Open(_) => words.map(flat).filter(|words| !words.is_empty()),
            Self::Hidden { .. } => None,
        }
    }

    /// An event with the people and the words that may be told.
    pub(super) fn event(&self, event: &Event) -> Event {
        if let Self::Open(_) = self {
            return event.clone();
        }
        let is_subject = |name: &str| event.kind == EventKind::Research && matches!(name, "company" | "role");
        let person = |name: &String| if is_subject(name) { name.clone() } else { self.person(name) };
        // The text of these two is a word of ours: the outcome.
        let is_ours = matches!(event.kind, EventKind::Interview | EventKind::Decided);
        Event {
            date: event.date,
            kind: event.kind,
            round: event.round,
            people: event.people.iter().map(person).collect(),
            channel: event.channel,
            purposes: event.purposes.clone(),
            text: if is_ours { event.text.clone() } else { String::new() },
            place: nowhere(),
        }
    }

    /// Somebody's support with the name and the words that may be told.
    pub(super) fn backing(&self, one: &Backing) -> Backing {
        if let Self::Open(_) = self {
            return one.clone();
        }
        let said = |said: &Said| Said {
            round: said.round,
            date: said.date,
            support: said.support,
            words: None,
            place: nowhere(),
        };
        Backing {
            company: one.company,
            person: Named { name: self.person(&one.person.name), note: None, span: one.person.span },
            role: one.role,
            claims_no_say: one.claims_no_say,
            latest: said(&one.latest),
            earlier: one.earlier.iter().map(said).collect(),
        }
    }

    /// What is to be done.
    pub(super) fn duty(&self, item: &Item) -> String {
        match self {
            Self::Open(_) => flat(&item.title),
            Self::Hidden { .. } => {
                let person = item.person.as_ref().map(|person| self.person(&person.name));
                tasks::plain(item.rule, item.document, person.as_deref())
            }
        }
    }

    /// What would be to be done, were it not on hold.
    pub(super) fn rest(&self, rest: &Rest) -> String {
        match self {
            Self::Open(_) => flat(&rest.title),
            Self::Hidden { .. } => {
                let person = rest.person.as_ref().map(|person| self.person(&person.name));
                tasks::plain(rest.rule, None, person.as_deref())
            }
        }
    }
}

/// A report tells no paths.
fn nowhere() -> Place {
    Place { path: "".into(), line: 0 }
}

/// `A` to `Z`, then `AA`.
fn letters(count: usize) -> String {
    let last = char::from(b'A' + u8::try_from(count % 26).unwrap_or_default());
    if count < 26 { last.to_string() } else { format!("{}{last}", letters(count / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_behind_z() {
        for (count, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(count), expected);
        }
    }
}
