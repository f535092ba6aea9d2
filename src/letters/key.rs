//! What a draft is known by, whatever its file is called.

use chrono::NaiveDate;

use crate::checklist::{Application, Finding};
use crate::model::{CompanyId, Document, Letter, Named, Record, Vault};

/// Document, application, round and person.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) document: Document,
    pub(super) company: CompanyId,
    /// Index into the vault's rounds.
    pub(super) round: Option<usize>,
    pub(super) to: Option<Named>,
}

impl Key {
    /// The documents that a finding's duty asks for; about the latest held round where the finding names none.
    pub(super) fn all_of(vault: &Vault, finding: &Finding, today: NaiveDate) -> Vec<Self> {
        let (Some(duty), Some(company)) = (finding.duty(), finding.company) else { return Vec::new() };
        let documents: Vec<Document> = duty.document.into_iter().chain(duty.also.iter().copied()).collect();
        if documents.is_empty() {
            return Vec::new();
        }
        let latest = || Application::new(vault, company, today).current().map(|held| held.at);
        let round = finding.round.or_else(latest);
        documents.into_iter().map(|document| Self { document, company, round, to: finding.person.clone() }).collect()
    }

    /// Whether that letter is this document.
    pub(super) fn is(&self, vault: &Vault, letter: &Letter) -> bool {
        letter.document.get() == Some(self.document)
            && letter.round == self.round
            && is_one(self.to.as_ref(), letter.to.value())
            && company_of(vault, letter) == Some(self.company)
    }

    /// Whether both are the same document.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        (self.document, self.company, self.round) == (other.document, other.company, other.round)
            && is_one(self.to.as_ref(), other.to.as_ref())
    }
}

/// The application a letter belongs to.
pub(super) fn company_of(vault: &Vault, letter: &Letter) -> Option<CompanyId> {
    match vault.note(letter.company.value()?.note?).record {
        Record::Company(id) => Some(id),
        _ => None,
    }
}

fn is_one(one: Option<&Named>, other: Option<&Named>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.is(other),
        (None, None) => true,
        _ => false,
    }
}
