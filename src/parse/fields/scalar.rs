//! Single values: dates, numbers, checkboxes, words to choose from. Each may be followed by words.

use chrono::{Datelike as _, NaiveDate};

use crate::model::Answer;

/// Why something is no date.
pub(in crate::parse) struct NoDate {
    /// What is wrong with it.
    pub message: String,
    /// It does not even look like one.
    pub is_words: bool,
    /// The day that is plainly meant.
    pub meant: Option<NaiveDate>,
}

impl NoDate {
    fn new(message: String) -> Self {
        Self { message, is_words: false, meant: None }
    }
}

/// Other ways to write a day, for chrono.
const FORMATS: [&str; 12] = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d %B %Y",
    "%d. %B %Y",
    "%B %d, %Y",
    "%d-%m-%Y",
    "%Y %B %d",
];

/// The day that `text` names in another way of writing; `None` where it could be another day just as well.
fn meant(text: &str) -> Option<NaiveDate> {
    let mut days: Vec<NaiveDate> =
        FORMATS.iter().filter_map(|format| NaiveDate::parse_from_str(text, format).ok()).collect();
    days.sort_unstable();
    days.dedup();
    match days[..] {
        [day] if (1900..2200).contains(&day.year()) => Some(day),
        _ => None,
    }
}

/// The date at the start of `text`. Years from 1900 to 2199: nobody's job search lies outside,
/// and no date arithmetic can leave the calendar.
pub(in crate::parse) fn date(text: &str) -> Result<NaiveDate, NoDate> {
    let text = text.trim();
    let (word, rest) = text.split_once([' ', '\t', ',', ';', '(']).unwrap_or((text, ""));
    let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    if let Some((year, rest_of_word)) = word.split_once('-')
        && let Some((month, day)) = rest_of_word.split_once('-')
        && digits(year, 4)
        && digits(month, 2)
        && digits(day, 2)
    {
        let numbers = (year.parse().unwrap_or(0), month.parse().unwrap_or(0), day.parse().unwrap_or(0));
        let found = NaiveDate::from_ymd_opt(numbers.0, numbers.1, numbers.2);
        let found = found.ok_or_else(|| NoDate::new(format!("there is no day {word}")))?;
        if !(1900..2200).contains(&numbers.0) {
            return Err(NoDate::new(format!("the year of {word} is not between 1900 and 2199")));
        }
        if rest
            .trim_start()
            .split(':')
            .next()
            .is_some_and(|hour| hour.len() == 2 && digits(hour, 2) && rest.contains(':'))
        {
            return Err(with_time(text, found.into()));
        }
        return Ok(found);
    }
    if word.len() > 10 && word.as_bytes().get(10) == Some(&b'T') && date(&word[..10]).is_ok() {
        return Err(with_time(text, date(&word[..10]).ok()));
    }
    let numeric = word.len() > 2
        && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.' | b':'))
        && word.starts_with(|c: char| c.is_ascii_digit());
    Err(NoDate { message: format!("`{text}` is no date"), is_words: !numeric, meant: meant(text) })
}

fn with_time(text: &str, day: Option<NaiveDate>) -> NoDate {
    // Midnight is what programs add to a day; another time is the user's to keep elsewhere.
    let is_midnight = text.get(11..).is_some_and(|time| time.bytes().all(|b| matches!(b, b'0' | b':' | b'.' | b'Z')));
    NoDate {
        meant: day.filter(|_| is_midnight),
        ..NoDate::new(format!("`{text}` has a time of day; only the date belongs here"))
    }
}

/// The whole number at the start of `text`.
pub(super) fn number(text: &str) -> Option<u32> {
    let word = text.trim().split([' ', '\t', ',', ';', '(']).next()?;
    word.parse().ok()
}

/// Whether YAML would see a number here, and lose a leading zero or plus.
pub(super) fn is_number(text: &str) -> bool {
    let digits = text.trim().trim_start_matches(['+', '-']);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b'_' || b == b'.')
}

/// What a checkbox says, with or without words behind it.
pub(super) fn truth(text: &str) -> Option<bool> {
    let word = first_word(text.trim_start());
    let is = |known: [&str; 2]| known.iter().any(|known| word.eq_ignore_ascii_case(known));
    if is(["true", "yes"]) {
        Some(true)
    } else if is(["false", "no"]) {
        Some(false)
    } else {
        None
    }
}

/// The allowed word that `text` is, or begins with.
pub(super) fn choice(text: &str, allowed: &[&'static str]) -> Option<&'static str> {
    let text = text.trim();
    let exact = |word: &str| allowed.iter().find(|choice| choice.eq_ignore_ascii_case(word)).copied();
    exact(text).or_else(|| exact(first_word(text))).or_else(|| if truth(text)? { exact("yes") } else { exact("no") })
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(text.len());
    &text[..end]
}

/// One of the outcomes `none`, `declined`, `missed`, alone or before a mark of punctuation.
pub(in crate::parse) fn outcome<T>(text: &str) -> Option<Answer<T>> {
    let text = text.trim_start();
    let (answer, word) = match text.as_bytes().first()? {
        b'n' | b'N' => (Answer::Nothing, "none"),
        b'd' | b'D' => (Answer::Declined, "declined"),
        b'm' | b'M' => (Answer::Missed, "missed"),
        _ => return None,
    };
    let (written, rest) = text.split_at_checked(word.len())?;
    let is_alone = rest.trim_start().is_empty()
        || !rest.starts_with(char::is_alphabetic)
            && rest.trim_start().starts_with([',', ';', '.', '(', ':', '–', '—', '-']);
    (written.eq_ignore_ascii_case(word) && is_alone).then_some(answer)
}

/// One of the outcomes and nothing else: where words are free, more of them may mean anything.
pub(in crate::parse) fn lone_outcome<T>(text: &str) -> Option<Answer<T>> {
    outcome(text).filter(|_| text.trim().bytes().all(|byte| byte.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_may_be_followed_by_words_but_not_by_a_time() {
        for (text, expected) in [
            ("2025-03-04", Some("2025-03-04")),
            ("2025-03-04 at the latest", Some("2025-03-04")),
            ("2024-02-29, they think", Some("2024-02-29")),
            ("2025-02-29", None),
            ("2025-03-04T10:00", None),
            ("2025-03-04 10:00", None),
            ("2025-3-4", None),
            ("04.03.2025", None),
            ("20250304", None),
            ("9999-01-01", None),
            ("next week", None),
        ] {
            assert_eq!(date(text).ok(), expected.map(|day| day.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn a_day_written_another_way_is_known_where_it_can_be_no_other() {
        for (text, expected) in [
            ("2025/03/04", Some("2025-03-04")),
            ("2025-3-4", Some("2025-03-04")),
            ("20250304", Some("2025-03-04")),
            ("4.3.2025", Some("2025-03-04")),
            ("4 March 2025", Some("2025-03-04")),
            ("Mar 4, 2025", Some("2025-03-04")),
            ("13/3/2025", Some("2025-03-13")),
            ("4/3/2025", None),
            ("3/3/2025", Some("2025-03-03")),
            ("2025-03-04T00:00:00Z", Some("2025-03-04")),
            ("2025-03-04 10:00", None),
            ("2025-02-30", None),
            ("4 March", None),
            ("next week", None),
            ("4.3.25", None),
        ] {
            assert_eq!(
                date(text).err().and_then(|wrong| wrong.meant),
                expected.map(|day| day.parse().unwrap()),
                "{text}"
            );
        }
    }

    #[test]
    fn words_are_told_from_broken_dates() {
        for (text, is_words) in
            [("next week", true), ("2 weeks", true), ("14 March", true), ("2025-02-30", false), ("4.3.2025", false)]
        {
            assert_eq!(date(text).err().map(|wrong| wrong.is_words), Some(is_words), "{text}");
        }
    }

    #[test]
    fn an_outcome_stands_alone_or_before_punctuation() {
        for (text, expected) in [
            ("declined", Some(Answer::Declined)),
            ("Missed, no time", Some(Answer::Missed)),
            ("none (he said)", Some(Answer::Nothing)),
            ("missed the train together", None),
            ("nonessential", None),
            ("", None),
        ] {
            assert_eq!(outcome::<()>(text), expected, "{text}");
        }
    }

    #[test]
    fn a_checkbox_may_be_followed_by_words() {
        for (text, expected) in
            [("True", Some(true)), ("yes, at the door", Some(true)), ("no", Some(false)), ("yesterday", None)]
        {
            assert_eq!(truth(text), expected, "{text}");
        }
    }

    #[test]
    fn a_choice_may_be_followed_by_words() {
        assert_eq!(choice("Held", &["planned", "held"]), Some("held"));
        assert_eq!(choice("yes, gladly", &["yes", "no"]), Some("yes"));
        assert_eq!(choice("true", &["yes", "no"]), Some("yes"));
        assert_eq!(choice("maybe", &["yes", "no"]), None);
    }
}
