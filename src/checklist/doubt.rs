//! What speaks against the candidate, as far as it is known, and what is prepared against it.

use super::Preparation;
use crate::model::{Named, folded};
use crate::text::arrow;
use crate::text::words::half_of;

/// A doubt that somebody has, or a weak spot that somebody named, and the answer to it.
#[derive(Clone, Copy, Debug)]
pub struct Concern<'v> {
    /// The doubt, or the weak spot, in the words of the notes.
    pub text: &'v str,
    /// Whose doubt it is; `None` for a weak spot.
    pub of: Option<&'v Named>,
    /// The reply, or the plan; `None` while there is none.
    pub answer: Option<&'v str>,
}

impl<'v> Preparation<'_, 'v> {
    /// Every doubt that is known before the round: what concerns those who are coming, and what
    /// was said at the close of the earlier rounds. Answered by the reply noted with it, else by
    /// an `answer` of this round with half of its content words left of the arrow.
    pub fn doubts(&self) -> Vec<Concern<'v>> {
        let application = self.application;
        let mut found: Vec<Concern<'v>> = Vec::new();
        let mut add = |text: &'v str, of: &'v Named, reply: Option<&'v str>| {
            let answer = reply.or_else(|| self.prepared("answer", text));
            match found.iter_mut().find(|known| folded(known.text) == folded(text)) {
                Some(known) => known.answer = known.answer.or(answer),
                None => found.push(Concern { text, of: Some(of), answer }),
            }
        };
        for person in self.round.interviewers.list() {
            let facts = application.interviewer(person).into_iter().flat_map(|note| &note.profile);
            facts.filter(|fact| fact.label == "concern").for_each(|fact| add(&fact.text, person, None));
        }
        for close in self.earlier().iter().flat_map(|held| &held.round.close.people) {
            for doubt in close.concerns.list() {
                add(&doubt.text, &close.person, doubt.reply.as_deref());
            }
            let facts = close.profile.iter().filter(|fact| fact.label == "concern");
            facts.for_each(|fact| add(&fact.text, &close.person, None));
        }
        found
    }

    /// Every weak spot that the earlier rounds named, with the plan that this round's `strengthen` has for it.
    pub fn weak_spots(&self) -> Vec<Concern<'v>> {
        let named = self.earlier().iter().flat_map(|held| held.round.shore_up.list());
        named.map(|text| Concern { text, of: None, answer: self.prepared("strengthen", text) }).collect()
    }

    /// What stands right of the arrow in the first bullet of that label that meets `doubt` on its left.
    pub fn prepared(&self, label: &'static str, doubt: &str) -> Option<&'v str> {
        let mut pairs = self.bullets(label).map(|bullet| arrow::split(&bullet.text));
        pairs.find_map(|(left, right)| right.filter(|_| half_of(doubt, left)))
    }
}
