//! What a draft is known by, whatever its file is called.

use crate::model::{CompanyId, Document, Letter, Named, Vault};

/// Document, application, round and person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Which document.
    pub document: Document,
    /// For which application.
    pub company: CompanyId,
    /// About which round, as an index into [`Vault::rounds`].
    pub round: Option<usize>,
    /// To whom.
    pub to: Option<Named>,
}

impl Key {
    /// Whether that letter is this document.
    pub fn is(&self, vault: &Vault, letter: &Letter) -> bool {
        letter.document.get() == Some(self.document)
            && letter.round == self.round
            && is_one(self.to.as_ref(), letter.to.value())
            && company_of(vault, letter) == Some(self.company)
    }

    /// Whether both are the same document.
    pub fn is_same(&self, other: &Self) -> bool {
        (self.document, self.company, self.round) == (other.document, other.company, other.round)
            && is_one(self.to.as_ref(), other.to.as_ref())
    }
}

/// The application a letter belongs to: its own word, else its round's.
pub fn company_of(vault: &Vault, letter: &Letter) -> Option<CompanyId> {
    let named = letter.company.value().and_then(|named| vault.company_named(named));
    named.or_else(|| vault.rounds[letter.round?].company_id)
}

/// Whether both name the same, or nobody.
pub fn is_one(one: Option<&Named>, other: Option<&Named>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.is(other),
        (None, None) => true,
        _ => false,
    }
}
