//! Thanks to each person met: soon, personal, and on paper where that is the custom.

mod brag_book;
mod facts;
mod handwritten_card;
mod likeness;
mod moment;
mod next_day;
mod own_letter;
mod policy;
mod posted_letter;

use super::{Application, Find, Finding, Held, Rule};
use crate::model::Named;

/// The rules of this stage.
pub(super) const RULES: &[&Rule] = &[
    &brag_book::RULE,
    &facts::RULE,
    &handwritten_card::RULE,
    &moment::RULE,
    &next_day::RULE,
    &own_letter::RULE,
    &posted_letter::RULE,
];

/// Business days after a round for which thanks are still in place at all.
const IN_PLACE: u32 = 20;

/// Business days after a round from which a later one takes its place.
const OWN_TIME: u32 = 5;

/// The held rounds for which thanks are still in place.
fn timely<'a>(application: &'a Application<'_>) -> impl Iterator<Item = &'a Held<'a>> {
    let held = application.held();
    held.iter()
        .enumerate()
        .filter(move |(at, round)| {
            let own = application.calendar().after(round.date, OWN_TIME);
            let overtaken = held[at + 1..].iter().any(|later| later.date > own);
            !overtaken && application.today <= application.calendar().after(round.date, IN_PLACE)
        })
        .map(|(_, round)| round)
}

/// Each person to thank, with the round.
fn to_thank<'a>(application: &'a Application<'_>) -> impl Iterator<Item = (&'a Held<'a>, &'a Named)> {
    timely(application).flat_map(|held| held.round.interviewers.list().iter().map(move |person| (held, person)))
}
