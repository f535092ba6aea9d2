//! The letter that a duty asks for, as it lies in the vault.

use chrono::NaiveDate;

use super::plan::is_sent;
use crate::checklist::{Ask, Finding};
use crate::model::{Letter, Named, Vault};

/// The letter that a duty asks for, as it lies in the vault and is not sent yet; of several, that of the duty's day.
pub fn draft_of<'v>(vault: &'v Vault, finding: &Finding, today: NaiveDate) -> Option<&'v Letter> {
    let ask = own(vault, finding, today)?;
    let letters = vault.company(ask.key.company).letters.iter().map(|at| &vault.letters[*at]);
    let unsent = || letters.clone().filter(|letter| ask.key.is(vault, letter) && !is_sent(letter));
    unsent().find(|letter| letter.due.get() == Some(ask.due)).or_else(|| unsent().next())
}

/// Whom the document of a duty is to.
pub fn addressee(vault: &Vault, finding: &Finding, today: NaiveDate) -> Option<Named> {
    own(vault, finding, today)?.key.to
}

/// What a duty asks for first of all.
fn own(vault: &Vault, finding: &Finding, today: NaiveDate) -> Option<Ask> {
    let document = finding.duty()?.document?;
    Ask::all_of(vault, finding, today).into_iter().find(|ask| ask.key.document == document)
}
