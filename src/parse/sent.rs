//! What a letter that has gone says of the notes it was for: a promise was kept with its cover, an ally was asked with
//! the request. Whoever only writes `sent_on` need not write the same day a second time.

use chrono::NaiveDate;

use crate::model::{Document, Letter, Promise, PromiseState, Record, Vault};
use crate::text::words::shared;

/// Takes in the days on which such letters went, in the order of the letters.
pub(super) fn take_in(vault: &mut Vault) {
    for at in 0..vault.letters.len() {
        let letter = &vault.letters[at];
        let Some(day) = letter.sent_on.get() else { continue };
        match letter.document.get() {
            Some(Document::GoodWordRequest) => asked(vault, at, day),
            Some(Document::PromiseCover) => kept(vault, at, day),
            _ => {}
        }
    }
}

/// Undoes what was taken in before.
pub(super) fn forget(vault: &mut Vault) {
    for contact in &mut vault.contacts {
        contact.requested_on.clear();
    }
    for promise in vault.rounds.iter_mut().flat_map(|round| &mut round.promises) {
        // What its own line says of it is never that.
        if matches!(promise.state, PromiseState::Covered(_)) {
            promise.state = PromiseState::Open;
        }
    }
}

fn asked(vault: &mut Vault, at: usize, day: NaiveDate) {
    let to = vault.letters[at].to.value().and_then(|to| to.note);
    if let Some(Record::Contact(ally)) = to.map(|note| vault.note(note).record) {
        vault.contacts[ally].requested_on.push(day);
    }
}

fn kept(vault: &mut Vault, at: usize, day: NaiveDate) {
    let Vault { letters, rounds, .. } = vault;
    let letter = &letters[at];
    let Some(round) = letter.round else { return };
    if let Some(promise) = served(&mut rounds[round].promises, letter)
        && promise.state == PromiseState::Open
    {
        promise.state = PromiseState::Covered(day);
    }
}

/// The promise that the letter was for: the one of its words among those of its day and person. Of equal ones a kept
/// one comes first, and where no word tells open ones apart, none is taken for kept.
fn served<'p>(promises: &'p mut [Promise], letter: &Letter) -> Option<&'p mut Promise> {
    let may_be = |promise: &Promise| {
        let person = promise.person.as_ref().zip(letter.to.value()).is_none_or(|(person, to)| person.is(to));
        let day = promise.due.zip(letter.due.get()).is_none_or(|(due, day)| due == day);
        let is_free = matches!(promise.state, PromiseState::Open | PromiseState::Kept(_));
        person && day && is_free
    };
    let mut fit: Vec<&mut Promise> = promises.iter_mut().filter(|promise| may_be(promise)).collect();
    if fit.len() == 1 {
        return fit.pop();
    }
    let likeness = |promise: &Promise| {
        let (found, of) = shared(&promise.text, &letter.body);
        found * 1_000 / of.max(1)
    };
    let rank = |promise: &Promise| (likeness(promise), promise.state != PromiseState::Open);
    // The first of the best ones: `max_by_key` would give the last.
    let best = fit.into_iter().rev().max_by_key(|promise| rank(promise))?;
    (likeness(best) > 0).then_some(best)
}
