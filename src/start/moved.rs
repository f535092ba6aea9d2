//! The days in a text, moved: those written as numbers, and those in words that name one day.

use std::cmp::Reverse;

use chrono::{Datelike, Month, NaiveDate, TimeDelta};

use crate::text::ordinal;

/// `text` with every day moved by `weeks`: `2026-03-13`, `13 March`, `the 13th`. A day without a year, or without a
/// month, is the one nearest to `near`. Whole weeks keep every weekday true.
pub(super) fn moved(text: &str, near: NaiveDate, weeks: i64) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let day = first.is_ascii_digit() && !before.is_alphanumeric() && before != '-';
        let found = if day { iso(rest).or_else(|| month_day(rest, near)).or_else(|| nth(rest, near)) } else { None };
        let (length, written) = found
            .and_then(|(length, day, write)| {
                let day = day.checked_add_signed(TimeDelta::weeks(weeks))?;
                Some((length, write(day)))
            })
            .unwrap_or_else(|| (first.len_utf8(), first.to_string()));
        before = rest[..length].chars().next_back().unwrap_or(first);
        out.push_str(&written);
        rest = &rest[length..];
    }
    out
}

/// How many bytes name a day, which one, and how another would be written in its place.
type Named = (usize, NaiveDate, fn(NaiveDate) -> String);

/// `2026-03-13`
fn iso(text: &str) -> Option<Named> {
    let day = text.get(..10)?.parse().ok()?;
    ends(text, 10).then_some((10, day, |day| day.to_string()))
}

/// `13 March`
fn month_day(text: &str, near: NaiveDate) -> Option<Named> {
    let (number, rest) = text.split_once(' ')?;
    let name = rest.split(|c: char| !c.is_alphabetic()).next()?;
    let month = name.parse().ok().filter(|month: &Month| month.name() == name)?.number_from_month();
    let length = number.len() + 1 + name.len();
    let day: u32 = number.parse().ok()?;
    let years = [near.year() - 1, near.year(), near.year() + 1].into_iter();
    let day = nearest(years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)), near)?;
    ends(text, length).then_some((length, day, |day| day.format("%-d %B").to_string()))
}

/// `13th`
fn nth(text: &str, near: NaiveDate) -> Option<Named> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let number: u32 = text[..digits].parse().ok()?;
    let length = ordinal(number).len();
    if !text.starts_with(&ordinal(number)) || !ends(text, length) {
        return None;
    }
    let around = near.checked_sub_signed(TimeDelta::days(31))?.iter_days().take(63);
    let day = nearest(around.filter(|day| day.day() == number), near)?;
    Some((length, day, |day| ordinal(day.day())))
}

/// The later of two that are equally near.
fn nearest(days: impl Iterator<Item = NaiveDate>, near: NaiveDate) -> Option<NaiveDate> {
    days.min_by_key(|day| ((*day - near).abs(), Reverse(*day)))
}

fn ends(text: &str, length: usize) -> bool {
    text.get(length..).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_move_and_everything_else_stays() {
        let near = "2026-03-12".parse().unwrap();
        for (text, one_week, stays) in [
            ("due: 2026-02-27\n📅 2026-03-13", "due: 2026-03-06\n📅 2026-03-20", false),
            ("[[2026-02-26 Museum]]", "[[2026-03-05 Museum]]", false),
            ("by Friday 27 March.", "by Friday 3 April.", false),
            ("1 January, 28 December", "8 January, 4 January", false),
            ("Friday the 13th, wed 18th", "Friday the 20th, wed 25th", false),
            ("2026-02-30, 12026-03-12, 2026-03-123, 30-60-90", "", true),
            ("14 Marches, 40 March, 4 strings, 12h, 11st, no2nd, 1820s, room 12", "", true),
            ("+44 1632 960 118, £31,000, ZZ5 9MS", "", true),
        ] {
            assert_eq!(moved(text, near, 1), if stays { text } else { one_week });
            assert_eq!(moved(text, near, 0), text);
        }
    }
}
