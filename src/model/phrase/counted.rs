//! Days that are counted: from the one on which it is said, `in ten days`, or from one that is named, `tuesday week`.

use chrono::NaiveDate;

use super::{next, weekday};
use crate::model::calendar::{Calendar, plus};

/// `tuesday week`, `a fortnight on monday`, `two weeks from tomorrow`: so many days beyond one that is named.
pub(super) fn beyond(tokens: &[&str], held: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
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
    let day = named(day)?;
    if at == 0 { Some(plus(day, days)) } else { ahead(day, tokens, at, days, calendar) }
}

/// `2 weeks`, `a couple of days`, `a week` from `held` on: calendar days; `ten working days`: business days.
pub(super) fn counted(tokens: &[&str], held: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    let (at, days) = unit(tokens)?;
    ahead(held, tokens, at, days, calendar)
}

/// So many times `each` after `day` as the number before that place says: calendar days, but for those of work.
fn ahead(day: NaiveDate, tokens: &[&str], at: usize, each: u64, calendar: &Calendar) -> Option<NaiveDate> {
    let many = times_number(tokens, at, each)?;
    let of_work = each == 1 && tokens[..at].last().is_some_and(|word| is_of_work(word));
    if of_work { Some(calendar.after(day, u32::try_from(many).ok()?)) } else { Some(plus(day, many)) }
}

fn is_of_work(word: &str) -> bool {
    matches!(word, "business" | "working")
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
    let count = number(tokens[..at].iter().rev().find(|word| **word != "of" && !is_of_work(word))?)?;
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
