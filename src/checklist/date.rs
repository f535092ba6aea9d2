//! Dates as messages say them.

use chrono::NaiveDate;

/// `Friday 14 March`.
pub(super) fn spoken(date: NaiveDate) -> String {
    date.format("%A %-d %B").to_string()
}
