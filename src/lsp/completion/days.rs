//! Days, by the words that people have for them.

use super::{Choice, EVENT};
use crate::lsp::world::World;
use crate::model::phrase;
use crate::render::full_day;

/// Words that name a day from today on.
const WORDS: [&str; 13] = [
    "today",
    "tomorrow",
    "yesterday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "next week",
    "in a week",
    "in two weeks",
];

/// The day that the typed words name, and those that other words do.
pub(super) fn choices(world: &World, typed: &str) -> Vec<Choice> {
    let named = Some(typed).filter(|typed| !typed.is_empty() && !WORDS.contains(typed));
    let choice = |words: &str| {
        let day = phrase::day(words, world.today, &world.vault.calendar)?;
        let mut choice = Choice::new(EVENT, words, &full_day(day), day.to_string());
        choice.filter = format!("{words} {day}");
        Some(choice)
    };
    named.into_iter().chain(WORDS).filter_map(choice).collect()
}
