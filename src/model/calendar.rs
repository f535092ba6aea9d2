//! Working days: all the date arithmetic of the checklist stands on these few functions.
//!
//! Everything is a plain date; there is no time of day and no time zone here.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::Config;

/// Which days business is done and the post is carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    weekend: [bool; 7],
    holidays: Vec<NaiveDate>,
    posting: [bool; 7],
}

/// How far a search for the next working day goes before it gives up: a configuration in which
/// every day of the week is a weekend is refused when it is read.
const HORIZON: u64 = 3_660;

impl Calendar {
    /// The calendar of a configuration.
    pub fn new(config: &Config) -> Self {
        let mut holidays = config.holidays.clone();
        holidays.sort_unstable();
        Self { weekend: config.weekend, holidays, posting: config.posting_days }
    }

    /// A business day: neither weekend nor holiday.
    pub fn is_business(&self, day: NaiveDate) -> bool {
        !self.weekend[index(day.weekday())] && !self.is_holiday(day)
    }

    /// A day on which the post is carried.
    pub fn is_posting(&self, day: NaiveDate) -> bool {
        self.posting[index(day.weekday())] && !self.is_holiday(day)
    }

    fn is_holiday(&self, day: NaiveDate) -> bool {
        self.holidays.binary_search(&day).is_ok()
    }

    /// `roll(d)`: the first business day on or after `day`.
    pub fn roll(&self, day: NaiveDate) -> NaiveDate {
        first(day, |day| self.is_business(day))
    }

    /// `rollp(d)`: the first posting day on or after `day`.
    pub fn roll_posting(&self, day: NaiveDate) -> NaiveDate {
        first(day, |day| self.is_posting(day))
    }

    /// `day + n bd`: the `n`th business day strictly after `day`; `day` itself for 0.
    pub fn after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        (0..n).fold(day, |day, _| self.roll(plus(day, 1)))
    }

    /// `day − n bd`: the `n`th business day strictly before `day`; `day` itself for 0.
    pub fn before(&self, day: NaiveDate, n: u32) -> NaiveDate {
        (0..n).fold(day, |day, _| {
            let back = |n| day.checked_sub_days(Days::new(n));
            (1..HORIZON).filter_map(back).find(|day| self.is_business(*day)).unwrap_or(day)
        })
    }

    /// The last business day from `from` to `to`, both inclusive.
    pub fn last_business(&self, from: NaiveDate, to: NaiveDate) -> Option<NaiveDate> {
        from.iter_days().take_while(|day| *day <= to).filter(|day| self.is_business(*day)).last()
    }

    /// When a letter posted on `posted` arrives, `transit` posting days later.
    pub fn arrival(&self, posted: NaiveDate, transit: u32) -> NaiveDate {
        (0..transit).fold(posted, |day, _| self.roll_posting(plus(day, 1)))
    }

    /// How many business days lie after `from`, up to and including `to`; 0 where `to` is not later.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| self.is_business(*day)).count()
    }
}

impl Default for Calendar {
    fn default() -> Self {
        Self::new(&Config::default())
    }
}

/// `day` and `n` calendar days more; `day` itself at the end of the calendar.
pub fn plus(day: NaiveDate, n: u64) -> NaiveDate {
    day.checked_add_days(Days::new(n)).unwrap_or(day)
}

/// The Monday of the week (Monday to Sunday) in which `day` lies.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    let since = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(since)).unwrap_or(day)
}

fn index(weekday: Weekday) -> usize {
    weekday.num_days_from_monday() as usize
}

fn first(from: NaiveDate, good: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    (0..HORIZON).map(|n| plus(from, n)).find(|day| good(*day)).unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn easter() -> Calendar {
        let holidays = vec![day("2025-04-21"), day("2025-04-18")];
        Calendar::new(&Config { holidays, ..Config::default() })
    }

    #[test]
    fn business_days_step_over_weekends_holidays_and_the_ends_of_months_and_years() {
        for (from, n, expected) in [
            ("2025-03-07", 1, "2025-03-10"), // Friday → Monday
            ("2025-03-08", 1, "2025-03-10"), // Saturday → Monday
            ("2025-03-09", 2, "2025-03-11"), // Sunday → Tuesday
            ("2025-04-17", 1, "2025-04-22"), // over Good Friday and Easter Monday
            ("2024-02-28", 1, "2024-02-29"), // leap day
            ("2025-02-28", 1, "2025-03-03"),
            ("2025-12-31", 1, "2026-01-01"),
            ("2025-03-05", 0, "2025-03-05"),
        ] {
            assert_eq!(easter().after(day(from), n), day(expected), "{from} + {n}bd");
        }
        assert_eq!(easter().before(day("2025-04-22"), 1), day("2025-04-17"));
        assert_eq!(easter().before(day("2025-03-10"), 2), day("2025-03-06"));
        assert_eq!(easter().between(day("2025-04-17"), day("2025-04-23")), 2);
    }

    #[test]
    fn dates_roll_forward_never_back() {
        assert_eq!(easter().roll(day("2025-04-18")), day("2025-04-22"));
        assert_eq!(easter().roll(day("2025-04-17")), day("2025-04-17"));
        assert_eq!(easter().roll_posting(day("2025-04-18")), day("2025-04-19")); // Saturday post
        assert_eq!(easter().roll_posting(day("2025-04-20")), day("2025-04-22"));
        assert_eq!(easter().arrival(day("2025-04-17"), 3), day("2025-04-23"));
    }

    #[test]
    fn weeks_run_from_monday() {
        assert_eq!(monday_of(day("2025-03-09")), day("2025-03-03"));
        assert_eq!(monday_of(day("2025-03-10")), day("2025-03-10"));
    }
}
