//! Dates in words: what "early next week" proposes, said on a given day.
//!
//! A proposal is only ever shown; the candidate confirms it.

mod counted;
mod stray;

use chrono::{Datelike, Month, NaiveDate, Weekday};

use super::calendar::{Calendar, monday_of, plus};
use crate::text::cardinal;
use counted::{beyond, counted, number};
use stray::strays;
pub use stray::{Stray, stray};

/// The date that `words`, said on `held`, propose; rolled to a business day.
///
/// ```
/// use interview_vault::model::{phrase, Calendar};
/// let tuesday = "2025-03-04".parse().unwrap();
/// let friday_next_week = "2025-03-14".parse().unwrap();
/// assert_eq!(phrase::propose("some time next week", tuesday, &Calendar::default()), Some(friday_next_week));
/// ```
pub fn propose(words: &str, held: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    let lower = words.to_lowercase();
    raw(&tokens(&lower), held, calendar).map(|day| calendar.roll(day))
}

/// The day that `words`, written on `today`, name, on whatever day of the week it falls. Unlike in [`propose`] it may
/// be past: `today`, `yesterday`, `last tuesday`; a day and month without a year are the nearest ones; and every word is
/// one that days are named with, so that none is passed over which may have meant another day.
///
/// ```
/// use interview_vault::model::{phrase, Calendar};
/// let thursday = "2025-03-06".parse().unwrap();
/// let sunday = "2025-03-09".parse().unwrap();
/// assert_eq!(phrase::day("next sunday", thursday, &Calendar::default()), Some(sunday));
/// ```
pub fn day(words: &str, today: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    let lower = words.to_lowercase();
    let tokens = tokens(&lower);
    if strays(&tokens).next().is_some() {
        return None;
    }
    if tokens.iter().any(|word| word.parse::<NaiveDate>().is_ok()) {
        return raw(&tokens, today, calendar);
    }
    if let Some(found) = month_and_day(&tokens) {
        return found.days(today.year() - 4).min_by_key(|day| (*day - today).abs());
    }
    match tokens[..] {
        ["today"] => Some(today),
        ["yesterday"] => today.pred_opt(),
        ["last", name] | ["on", "last", name] => {
            let weekday = weekday(name)?;
            today.pred_opt()?.iter_days().rev().take(7).find(|day| day.weekday() == weekday)
        }
        _ if tokens.contains(&"last") => None,
        // Where all words are of a day, a number is its own, whatever weekday is said with it.
        _ => nth_after(&tokens, today).or_else(|| raw(&tokens, today, calendar)),
    }
}

fn tokens(lower: &str) -> Vec<&str> {
    lower.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).collect()
}

/// The weekday a word names: `tuesday`, `tue`, `tues`.
pub fn weekday(word: &str) -> Option<Weekday> {
    let common = match word {
        "tues" => "tue",
        "thur" | "thurs" => "thu",
        other => other,
    };
    common.parse().ok()
}

fn raw(tokens: &[&str], held: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    let has = |phrase: &[&str]| tokens.windows(phrase.len()).any(|window| window == phrase);
    if let Some(day) = tokens.iter().find_map(|word| word.parse::<NaiveDate>().ok()) {
        return Some(day);
    }
    if let Some(found) = month_and_day(tokens) {
        return found.days(held.year()).find(|day| found.year.is_some() || *day > held);
    }
    if let Some(day) = beyond(tokens, held, calendar) {
        return Some(day);
    }
    let next_week = has(&["next", "week"]) || has(&["following", "week"]);
    let named = tokens.iter().find_map(|word| weekday(word));
    if next_week {
        let monday = plus(monday_of(held), 7);
        return Some(match named {
            Some(weekday) => day_of(monday, weekday),
            None if has(&["early", "next"]) || has(&["start", "of"]) || has(&["beginning", "of"]) => plus(monday, 1),
            None => last_business_of_week(monday, calendar),
        });
    }
    if has(&["this", "week"]) || (has(&["end", "of"]) && tokens.contains(&"week")) {
        let monday = monday_of(held);
        let last = last_business_of_week(monday, calendar);
        // Said on a weekend, "this week" can only be the coming one.
        let monday = if last >= held { monday } else { plus(monday, 7) };
        let named = named.filter(|_| has(&["this", "week"]));
        return Some(named.map_or_else(|| last_business_of_week(monday, calendar), |weekday| day_of(monday, weekday)));
    }
    if has(&["week", "or", "two"]) || has(&["fortnight"]) {
        return Some(plus(held, 14));
    }
    if let Some(month) = tokens.windows(3).find_map(|words| month(words.strip_prefix(&["end", "of"])?.first()?)) {
        return end_of_named(month, held, calendar);
    }
    if tokens.contains(&"month") && has(&["end", "of"]) {
        return Some(end_of_month(held, has(&["next", "month"]), calendar));
    }
    if has(&["day", "after", "tomorrow"]) {
        return Some(plus(held, 2));
    }
    if has(&["tomorrow"]) {
        return Some(plus(held, 1));
    }
    if let Some(day) = counted(tokens, held, calendar) {
        return Some(day);
    }
    let numbered = nth_after(tokens, held);
    let Some(weekday) = named else { return numbered };
    // "Friday the 14th" is that day; "the 2nd round on Friday" says no number of a day.
    numbered.filter(|day| day.weekday() == weekday).or_else(|| Some(next(weekday, held)))
}

/// The first such day after `held`.
fn next(weekday: Weekday, held: NaiveDate) -> NaiveDate {
    let ahead = (7 + weekday.num_days_from_monday() - held.weekday().num_days_from_monday()) % 7;
    plus(held, u64::from(if ahead == 0 { 7 } else { ahead }))
}

fn day_of(monday: NaiveDate, weekday: Weekday) -> NaiveDate {
    plus(monday, u64::from(weekday.num_days_from_monday()))
}

/// The first day after `held` that has the number among the words.
fn nth_after(tokens: &[&str], held: NaiveDate) -> Option<NaiveDate> {
    let day = tokens.iter().find_map(|word| nth(word))?;
    held.iter_days().skip(1).take(366).find(|date| date.day() == day)
}

fn last_business_of_week(monday: NaiveDate, calendar: &Calendar) -> NaiveDate {
    calendar.last_business(monday, plus(monday, 6)).unwrap_or(plus(monday, 4))
}

/// `march`, `mar`
fn month(word: &str) -> Option<Month> {
    word.parse().ok()
}

/// `14th`
fn nth(word: &str) -> Option<u32> {
    cardinal(word).filter(|day| (1..=31).contains(day))
}

/// A day and a month, and the year where it is said.
struct MonthDay {
    year: Option<i32>,
    month: u32,
    day: u32,
}

impl MonthDay {
    /// Such days, in the year that is said, else from that year on for two leap years.
    fn days(&self, from: i32) -> impl Iterator<Item = NaiveDate> {
        let (first, last) = self.year.map_or((from, from + 8), |year| (year, year));
        (first..=last).filter_map(|year| NaiveDate::from_ymd_opt(year, self.month, self.day))
    }
}

/// `14 march`, `march 14th 2025`
fn month_and_day(tokens: &[&str]) -> Option<MonthDay> {
    let (at, month) = tokens.iter().enumerate().find_map(|(at, word)| Some((at, month(word)?)))?;
    let near = [at.checked_sub(1), Some(at + 1), at.checked_sub(2).filter(|i| tokens.get(i + 1) == Some(&"of"))];
    let day = near
        .into_iter()
        .flatten()
        .filter_map(|i| tokens.get(i))
        .find_map(|word| nth(word).or_else(|| word.parse().ok().filter(|day| (1..=31).contains(day))))?;
    let year = tokens.iter().filter(|word| word.len() == 4).find_map(|word| word.parse().ok());
    Some(MonthDay { year, month: month.number_from_month(), day })
}

/// The last business day of the month that `from` lies in.
fn last_business_of_month(from: NaiveDate, calendar: &Calendar) -> NaiveDate {
    let first = from.with_day(1).unwrap_or(from);
    let last = first.iter_days().take_while(|day| day.month() == first.month()).last().unwrap_or(first);
    calendar.last_business(first, last).unwrap_or(last)
}

/// The first end of such a month after `held`.
fn end_of_named(month: Month, held: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    let number = month.number_from_month();
    let years = held.year()..=held.year() + 1;
    let mut ends = years.filter_map(|year| NaiveDate::from_ymd_opt(year, number, 1));
    ends.find_map(|first| Some(last_business_of_month(first, calendar)).filter(|last| *last > held))
}

fn end_of_month(held: NaiveDate, next: bool, calendar: &Calendar) -> NaiveDate {
    let last_of = |from: NaiveDate| last_business_of_month(from, calendar);
    let following = |from: NaiveDate| plus(from.with_day(28).unwrap_or(from), 4);
    let last = last_of(if next { following(held) } else { held });
    // On the last day itself, "the end of the month" is over.
    if last > held { last } else { last_of(following(held)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_of_the_checklist_proposes_its_date() {
        // A Tuesday in the first week of March 2025.
        for (words, expected) in [
            ("tomorrow", Some("2025-03-05")),
            ("the day after tomorrow", Some("2025-03-06")),
            ("in 3 days", Some("2025-03-07")),
            ("within ten days", Some("2025-03-14")),
            ("in four days", Some("2025-03-10")), // a Saturday, rolled
            ("within five business days", Some("2025-03-11")),
            ("in 10 working days", Some("2025-03-18")),
            ("ten working days from tomorrow", Some("2025-03-19")),
            ("two weeks", Some("2025-03-18")),
            ("in a week", Some("2025-03-11")),
            ("this week", Some("2025-03-07")),
            ("by the end of the week", Some("2025-03-07")),
            ("next week", Some("2025-03-14")),
            ("Early next week.", Some("2025-03-11")),
            ("Wednesday next week", Some("2025-03-12")),
            ("Friday", Some("2025-03-07")),
            ("by Tuesday", Some("2025-03-11")),
            ("Tuesday week, I should think", Some("2025-03-18")),
            ("a week on Wednesday", Some("2025-03-12")),
            ("Tuesday, or later in the week", Some("2025-03-11")),
            ("a week or two", Some("2025-03-18")),
            ("the 14th", Some("2025-03-14")),
            ("Friday the 14th", Some("2025-03-14")),
            ("Friday, after the 2nd round", Some("2025-03-07")),
            ("by the 3rd", Some("2025-04-03")),
            ("end of the month", Some("2025-03-31")),
            ("by the end of April, I think", Some("2025-04-30")),
            ("end of February", Some("2026-02-27")),
            ("we may know by the end of the week", Some("2025-03-07")),
            ("14 March", Some("2025-03-14")),
            ("March 1st", Some("2026-03-02")), // next year's, a Sunday, rolled
            ("14 April 2026", Some("2026-04-14")),
            ("2025-03-13", Some("2025-03-13")),
            ("soon", None),
            ("", None),
            ("when the board has met", None),
        ] {
            let held = "2025-03-04".parse().unwrap();
            let expected = expected.map(|day| day.parse().unwrap());
            assert_eq!(propose(words, held, &Calendar::default()), expected, "{words:?}");
        }
    }

    #[test]
    fn said_at_the_edge_of_a_week_month_or_year() {
        for (held, words, expected) in [
            ("2025-03-08", "this week", "2025-03-14"), // Saturday: the coming week
            ("2025-03-09", "next week", "2025-03-14"), // Sunday belongs to the week that ends
            ("2025-03-07", "this week", "2025-03-07"), // Friday itself
            ("2025-03-31", "end of the month", "2025-04-30"),
            ("2025-12-30", "in a week", "2026-01-06"),
            ("2024-02-27", "in 2 days", "2024-02-29"),
            ("2025-01-31", "the 30th", "2025-03-31"), // 30 March is a Sunday, rolled
        ] {
            let proposed = propose(words, held.parse().unwrap(), &Calendar::default());
            assert_eq!(proposed, Some(expected.parse().unwrap()), "{words:?} on {held}");
        }
    }

    #[test]
    fn a_day_that_is_named_is_not_rolled_and_may_be_past() {
        // A Thursday.
        for (words, expected) in [
            ("today", Some("2025-03-06")),
            ("yesterday", Some("2025-03-05")),
            ("last thursday", Some("2025-02-27")),
            ("last wednesday", Some("2025-03-05")),
            ("next sunday", Some("2025-03-09")),
            ("tuesday week", Some("2025-03-18")),
            ("on Thursday week", Some("2025-03-20")),
            ("monday fortnight", Some("2025-03-24")),
            ("tomorrow week", Some("2025-03-14")),
            ("a week tomorrow", Some("2025-03-14")),
            ("a week on Tuesday", Some("2025-03-18")),
            ("week on tuesday", Some("2025-03-18")),
            ("a week from next tuesday", Some("2025-03-18")),
            ("two weeks on friday", Some("2025-03-21")),
            ("a fortnight from monday", Some("2025-03-24")),
            ("ten days from tomorrow", Some("2025-03-17")),
            ("next week on tuesday", Some("2025-03-11")),
            ("wednesday this week", Some("2025-03-05")),
            ("this week on friday", Some("2025-03-07")),
            ("thursday", Some("2025-03-13")),
            ("tuesday next week", Some("2025-03-11")),
            ("tomorrow", Some("2025-03-07")),
            ("in two days", Some("2025-03-08")),
            ("5 march", Some("2025-03-05")),
            ("14 march", Some("2025-03-14")),
            ("28 december", Some("2024-12-28")),
            ("15th of march 2026", Some("2026-03-15")),
            ("29 february", Some("2024-02-29")),
            ("2025-03-09", Some("2025-03-09")),
            ("2025-02-30", None),
            ("some time", None),
            // Passing over a word would give another day, or lose the hour.
            ("nexst tuesday", None),
            ("tuesday after next", None),
            ("tuesday 14", None),
            ("tuesday afternoon", None),
            ("2025-03-09 perhaps", None),
            ("tuesday last week", None),
            ("last week on tuesday", None),
            ("last tuesday week", None),
            ("the last friday of march", None),
            ("week tuesday", None),
            ("tuesday weeks", None),
        ] {
            let today = "2025-03-06".parse().unwrap();
            let expected = expected.map(|day| day.parse().unwrap());
            assert_eq!(day(words, today, &Calendar::default()), expected, "{words:?}");
        }
    }

    #[test]
    fn all_words_that_days_are_named_with_are_known() {
        for words in [
            "on the 14th of march",
            "Mon, 3 Feb 2025",
            "in a week or two",
            "within two weeks' time",
            "in a couple of days",
            "ten working days from now",
            "by the end of next month",
            "early next week",
            "at the beginning of the following week",
            "this coming thursday",
            "the day after tomorrow",
            "in a fortnight",
            "last thurs",
        ] {
            let today = "2025-03-06".parse().unwrap();
            assert_eq!(stray(words), None, "{words}");
            assert!(day(words, today, &Calendar::default()).is_some(), "{words}");
        }
    }
}
