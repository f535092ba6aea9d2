//! What a draft is known by, whatever its file is called.

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

/// Whether both name the same, or nobody.
pub(super) fn is_one(one: Option<&Named>, other: Option<&Named>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.is(other),
        (None, None) => true,
        _ => false,
    }
}
