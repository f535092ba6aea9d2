//! Words of a day that are not understood: a slip of the pen is asked about, and not passed over.

use chrono::NaiveDate;

use super::{month, nth, number, tokens, weekday};
use crate::text::nearest;

/// The words that days are named with, beside numbers and what is short for a weekday or a month.
const WORDS: [&str; 52] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "today",
    "tomorrow",
    "yesterday",
    "day",
    "days",
    "week",
    "weeks",
    "fortnight",
    "month",
    "this",
    "coming",
    "next",
    "following",
    "last",
    "early",
    "start",
    "beginning",
    "end",
    "after",
    "business",
    "working",
    "an",
    "and",
    "at",
    "by",
    "from",
    "in",
    "now",
    "of",
    "on",
    "or",
    "time",
    "within",
];

/// A word for which [`day`](super::day) names none, though the others may name one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stray {
    /// In small letters.
    pub word: String,
    /// The word that it may be a slip of.
    pub meant: Option<&'static str>,
}

/// The first of the `words` that is plainly a slip, else the first that says nothing of a day that is understood.
pub fn stray(words: &str) -> Option<Stray> {
    let lower = words.to_lowercase();
    let tokens = tokens(&lower);
    let meant = |word| nearest(word, WORDS).filter(|meant| *meant != word);
    let all = || strays(&tokens).map(|word| Stray { word: word.to_owned(), meant: meant(word) });
    all().find(|stray| stray.meant.is_some()).or_else(|| all().next())
}

/// All such words, in order.
pub(super) fn strays<'t>(tokens: &[&'t str]) -> impl Iterator<Item = &'t str> {
    let is_counted =
        tokens.iter().any(|word| matches!(*word, "day" | "days" | "week" | "weeks") || month(word).is_some());
    let is_known = move |at: usize| match tokens[at] {
        // Only the day after tomorrow is reckoned from another.
        "after" => tokens.get(at + 1) == Some(&"tomorrow"),
        "last" => tokens.get(at + 1).is_some_and(|next| weekday(next).is_some()),
        // A week that nothing is said of may be any.
        "week" | "weeks" => is_some_week(tokens, at),
        // Beside a weekday alone, it may be the hour as well as the day.
        word if word.bytes().all(|byte| byte.is_ascii_digit()) => is_counted,
        word => {
            WORDS.contains(&word)
                || weekday(word).is_some()
                || month(word).is_some()
                || number(word).is_some()
                || nth(word).is_some()
                || word.parse::<NaiveDate>().is_ok()
        }
    };
    (0..tokens.len()).filter(move |at| !is_known(*at)).map(|at| tokens[at])
}

/// Whether what stands beside a week says which one, or how many.
fn is_some_week(tokens: &[&str], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| tokens[before]) else {
        return matches!(tokens.get(1), Some(&("on" | "from" | "today" | "tomorrow")));
    };
    let is_named = matches!(before, "today" | "tomorrow") || weekday(before).is_some();
    is_named && tokens[at] == "week"
        || matches!(before, "this" | "next" | "following" | "of" | "business" | "working")
        || number(before).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_named_with_what_may_be_meant() {
        for (words, word, meant) in [
            ("Nexst tuesday", "nexst", Some("next")),
            ("tuseday", "tuseday", Some("tuesday")),
            ("14 febuary", "febuary", Some("february")),
            ("tuesday 14", "14", None),
            ("tuesday after next", "after", None),
            ("the weekend", "weekend", None),
            ("tuesday last week", "last", None),
            ("tuesday weeks", "weeks", None),
        ] {
            assert_eq!(stray(words), Some(Stray { word: word.to_owned(), meant }), "{words}");
        }
    }
}
