//! Dates for people.

use chrono::{Datelike, NaiveDate};

/// `Wednesday 5 March`; with the year where it is another than today's.
pub fn day(date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() { date.format("%A %-d %B").to_string() } else { full_day(date) }
}

/// `Wednesday 5 March 2025`.
pub fn full_day(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_said_only_where_it_is_another() {
        let today = "2025-12-30".parse().unwrap();
        assert_eq!(day("2025-03-05".parse().unwrap(), today), "Wednesday 5 March");
        assert_eq!(day("2026-01-02".parse().unwrap(), today), "Friday 2 January 2026");
    }
}
