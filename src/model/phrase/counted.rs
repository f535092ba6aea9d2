//! Days that are counted: from the one on which it is said, `in ten days`, or from one that is named, `tuesday week`.

use chrono::NaiveDate;

use super::{next, weekday};
use crate::model::calendar::plus;

/// `tuesday week`, `a fortnight on monday`, `two weeks from tomorrow`: so many days beyond one that is named.
pub(super) fn beyond(tokens: &[&str], held: NaiveDate) -> Option<NaiveDate> {
    let named = |word: &str| match word {
        "today" | "now" => Some(held),
        "tomorrow" => Some(plus(held, 1)),
        _ => weekday(word).map(|weekday| next(weekday, held)),
    };
    let (at, days) = unit(tokens)?;
    let before = at.checked_sub(1).filter(|_| matches!(tokens[at], "week" | "fortnight"));
    if let Some(day) = before.and_then(|before| named(tokens[before])) {
        return Some(plus(day, days));
    }
    let ([day @ ("today" | "tomorrow"), ..]
    | ["on" | "from", "this" | "next" | "coming", day, ..]
    | ["on" | "from", day, ..]) = tokens[at + 1..]
    else {
        return None;
    };
    let many = if at == 0 { days } else { times_number(tokens, at, days)? };
    Some(plus(named(day)?, many))
}

/// `in ten days`, `2 weeks`, `a couple of days`, `a week`: calendar days.
pub(super) fn counted(tokens: &[&str]) -> Option<u64> {
    let (at, days) = unit(tokens)?;
    times_number(tokens, at, days)
}

/// The first word that stands for days: its place, and how many they are.
fn unit(tokens: &[&str]) -> Option<(usize, u64)> {
    tokens.iter().enumerate().find_map(|(at, word)| match *word {
        "day" | "days" => Some((at, 1)),
        "week" | "weeks" => Some((at, 7)),
        "fortnight" => Some((at, 14)),
        _ => None,
    })
}

/// So many times `each` as the number before that place says.
fn times_number(tokens: &[&str], at: usize, each: u64) -> Option<u64> {
    let count = number(tokens[..at].iter().rev().find(|word| !matches!(**word, "of" | "business" | "working"))?)?;
    // Nobody means more than a year; a larger number is something else.
    count.checked_mul(each).filter(|days| *days <= 366)
}

pub(super) fn number(word: &str) -> Option<u64> {
    const WORDS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match word {
        "a" | "the" => Some(1),
        "couple" => Some(2),
        "few" => Some(3),
        _ => WORDS.iter().position(|w| *w == word).map(|n| n as u64).or_else(|| word.parse().ok()),
    }
}
