//! Which letter that is there is which document. Each is one document's at most.

use super::{Planner, Wanted, is_sent};
use crate::checklist::Key;
use crate::letters::drafted::Text;
use crate::model::Letter;

impl Planner<'_, '_> {
    /// The letters that are this document, by path, with their indices.
    pub(super) fn letters_of<'k>(&self, key: &'k Key) -> impl Iterator<Item = (usize, &Letter)> + use<'_, 'k> {
        let letters = self.vault.company(key.company).letters.iter().map(|at| (*at, &self.vault.letters[*at]));
        letters.filter(|(_, letter)| key.is(self.vault, letter))
    }

    /// Takes the letter that has a promise's own words, before another promise to the same person does.
    pub(super) fn claim_own(&mut self, wanted: &Wanted, text: &Text) -> Option<usize> {
        let (Some(_), Some(Ok(text))) = (&wanted.opened.ask.promise, text) else { return None };
        let is_own = |(at, letter): &(usize, &Letter)| {
            let stands = !is_sent(letter) || letter.sent_on.get() >= wanted.opened.ask.opens;
            stands && letter.body.trim() == text.body.trim() && !self.claimed.contains(at)
        };
        let found = self.letters_of(&wanted.opened.ask.key).find(is_own).map(|(at, _)| at);
        self.claimed.extend(found);
        found
    }

    /// Finds the letter of a wanted document, and takes it: one of the same due date, unsent or sent
    /// since it opened; else an unsent one; else one that was sent since.
    pub(super) fn claim(&mut self, wanted: &Wanted) -> Option<usize> {
        let ask = &wanted.opened.ask;
        let free = || self.letters_of(&ask.key).filter(|(at, _)| !self.claimed.contains(at));
        let unsent = || free().filter(|(_, letter)| !is_sent(letter));
        let sent = || free().filter(|(_, letter)| is_sent(letter) && letter.sent_on.get() >= ask.opens);
        let is_of_day = |letter: &Letter| letter.due.get() == Some(ask.due);
        let of_day = || unsent().chain(sent()).find(|(_, letter)| is_of_day(letter));
        let found = of_day().or_else(|| unsent().next()).or_else(|| sent().next()).map(|(at, _)| at);
        self.claimed.extend(found);
        found
    }
}
