//! Days as people write them on the command line.

use chrono::NaiveDate;

use super::failure::Failure;
use super::session::Session;
use crate::model::phrase;
use crate::parse;

/// The day that `words` name: `2025-03-14`, `today`, `yesterday`, or as people say it, such as `next friday`.
///
/// # Errors
/// They name none.
pub(super) fn day(session: &Session, words: &str) -> Result<NaiveDate, Failure> {
    if let Ok(day) = parse::date(words) {
        return Ok(day);
    }
    let said = match words.trim().to_lowercase().as_str() {
        "today" => Some(session.today),
        "yesterday" => session.today.pred_opt(),
        words if words.starts_with(|c: char| c.is_ascii_digit()) && words.contains('-') => None,
        words => phrase::propose(words, session.today, &session.vault.calendar),
    };
    said.ok_or_else(|| {
        let example = "write it as YYYY-MM-DD, such as 2025-03-14, or in words, such as \"next friday\"";
        Failure::Usage(format!("`{words}` is no day that can be read; {example}"))
    })
}
