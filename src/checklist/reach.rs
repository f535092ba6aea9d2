//! Whom it concerns that a note changed.

use std::collections::BTreeSet;

use super::company_of;
use crate::model::{CompanyId, Document, Interviewer, Letter, NoteId, Record, Vault};

/// Whose findings change, beside those over the whole vault, where the text of a note does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those of these applications alone: no rule of another looks at more than the names of its notes.
    Only(BTreeSet<CompanyId>),
    /// Those of any.
    Anybody,
}

impl Reach {
    /// That of the note, as the vault stands. `asking` gives the notes that ask for any of these by its name.
    pub fn of(note: NoteId, vault: &Vault, asking: &dyn Fn(&[NoteId]) -> Vec<NoteId>) -> Self {
        let mut companies = BTreeSet::new();
        let (mut seen, mut next) = (BTreeSet::from([note]), vec![note]);
        while !next.is_empty() {
            // What stands in a note about somebody is looked up by all who name them.
            let mut people = Vec::new();
            for note in next {
                match vault.note(note).record {
                    Record::Other | Record::Broken => {}
                    Record::Candidate(_) | Record::Testimonial(_) => return Self::Anybody,
                    Record::Company(id) => companies.extend([id]),
                    Record::Round(at) => companies.extend(vault.rounds[at].company_id),
                    Record::Letter(at) => companies.extend(of_letter(&vault.letters[at], vault)),
                    Record::Interviewer(at) => {
                        companies.extend(of_interviewer(&vault.interviewers[at], vault));
                        people.push(note);
                    }
                    Record::Contact(at) => {
                        companies.extend(of_contact(at, vault));
                        people.push(note);
                    }
                }
            }
            next = asking(&people).into_iter().filter(|note| seen.insert(*note)).collect();
        }
        Self::Only(companies)
    }

    /// That of what concerns one application.
    pub fn one(id: CompanyId) -> Self {
        Self::Only(BTreeSet::from([id]))
    }

    /// Whom any of these concerns; `None`: it may be anybody.
    pub(super) fn all_of(reaches: &[Self]) -> Option<BTreeSet<CompanyId>> {
        let mut all = BTreeSet::new();
        for reach in reaches {
            match reach {
                Self::Only(companies) => all.extend(companies),
                Self::Anybody => return None,
            }
        }
        Some(all)
    }
}

/// The company at which the interviewer is, by their own note.
fn of_interviewer(interviewer: &Interviewer, vault: &Vault) -> Option<CompanyId> {
    vault.company_named(interviewer.company.value()?)
}

/// A letter that went says when a promise of its round was kept, or when an ally was asked, who may be one at several
/// companies.
fn of_letter(letter: &Letter, vault: &Vault) -> Vec<CompanyId> {
    let ally = letter.to.value().filter(|_| letter.document.get() == Some(Document::GoodWordRequest));
    let ally = ally.and_then(|ally| match vault.note(ally.note?).record {
        Record::Contact(at) => Some(of_contact(at, vault)),
        _ => None,
    });
    let of_round = letter.round.and_then(|at| vault.rounds[at].company_id);
    company_of(vault, letter).into_iter().chain(of_round).chain(ally.into_iter().flatten()).collect()
}

/// The companies at which the contact may put in a word.
fn of_contact(contact: usize, vault: &Vault) -> Vec<CompanyId> {
    let ids = (0..).map(CompanyId).zip(&vault.companies);
    ids.filter(|(_, company)| company.contacts.contains(&contact)).map(|(id, _)| id).collect()
}
