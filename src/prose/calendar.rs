//! Days in a text.

use chrono::{Datelike, Month, NaiveDate, Weekday};

use super::word::{Word, words};
use crate::text::cardinal;

/// Whether a word is the whole name of a month or of a day of the week.
pub fn is_calendar(word: &str) -> bool {
    let is_month = |month: Month| month.name().len() == word.len();
    let is_day = word.len() > SHORT && word.parse::<Weekday>().is_ok();
    is_day || word.parse().is_ok_and(is_month)
}

/// How long a name is that is cut short.
const SHORT: usize = 3;

/// The month of that name, or of its first three letters with a capital; 1 to 12.
pub(super) fn month(word: &Word<'_>) -> Option<u32> {
    let month: Month = word.text.parse().ok()?;
    (word.is_capital() || word.text.len() == month.name().len()).then_some(month.number_from_month())
}

/// The number before the ending of an ordinal, where there is one: 4 of `4th`.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    cardinal(&word.to_lowercase())
}

/// Whether the text names that day: `4 March`, `March 4th`, `the 4th`, `2025-03-04`, `4/3`, `4.3.2025`.
pub fn mentions(text: &str, day: NaiveDate) -> bool {
    let words = words(text);
    let number = |word: &Word<'_>| ordinal(word.text).or_else(|| word.text.parse().ok());
    let is_day = |word: &&Word<'_>| number(word) == Some(day.day());
    let is_month = |word: &&Word<'_>| month(word) == Some(day.month());
    let named = words.iter().enumerate().filter(|(_, word)| is_month(word)).any(|(at, _)| {
        let before = words[..at].iter().rev().find(|word| word.folded() != "of");
        before.is_some_and(|word| is_day(&word)) || words.get(at + 1).is_some_and(|word| is_day(&word))
    });
    let by_ordinal = || {
        let no_month = |at: usize| {
            words
                .get(at + 1..(at + 3).min(words.len()))
                .is_none_or(|rest| rest.iter().all(|word| month(word).is_none()))
        };
        words.iter().enumerate().any(|(at, word)| {
            ordinal(word.text) == Some(day.day()) && no_month(at) && (at == 0 || month(&words[at - 1]).is_none())
        })
    };
    let (d, m, y) = (day.day(), day.month(), day.year());
    let written = [
        day.to_string(),
        format!("{d}/{m}"),
        format!("{d:02}/{m:02}"),
        format!("{m}/{d}"),
        format!("{m:02}/{d:02}"),
        format!("{d}.{m}.{y}"),
        format!("{d:02}.{m:02}.{y}"),
    ];
    named || by_ordinal() || written.iter().any(|form| stands_alone(text, form))
}

/// Whether the text names the day of the week of that day.
pub fn names_weekday(text: &str, day: NaiveDate) -> bool {
    words(text).iter().any(|word| word.text.len() > SHORT && word.text.parse() == Ok(day.weekday()))
}

/// Whether `form` stands in the text with no digit next to it.
fn stands_alone(text: &str, form: &str) -> bool {
    text.match_indices(form).any(|(at, _)| {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        !is_digit(text[..at].chars().next_back()) && !is_digit(text[at + form.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_known_in_every_notation() {
        let day = NaiveDate::from_ymd_opt(2025, 3, 4).unwrap_or_default();
        for (text, expected) in [
            ("on 4 March 2025", true),
            ("on March 4, 2025", true),
            ("the 4th of March", true),
            ("on the 4th", true),
            ("on 2025-03-04", true),
            ("on 4/3 or 04/03/2025", true),
            ("on 4.3.2025", true),
            ("on 4 Mar", true),
            ("on 14 March", false),
            ("on 4 May", false),
            ("the 4th of May", false),
            ("14/3", false),
            ("4 furnaces, in March", false),
            ("on Tuesday", false),
        ] {
            assert_eq!(mentions(text, day), expected, "{text}");
        }
        assert!(names_weekday("our talk on Tuesday", day) && !names_weekday("on Monday", day));
    }
}
