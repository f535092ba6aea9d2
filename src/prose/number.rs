//! Numbers that measure something: no dates, no hours, no phone numbers, no labels.

use super::calendar::{month, ordinal};
use super::visible::hidden;
use super::word::{Word, words};

/// Numbers in letters, sorted; "one" counts for nothing, it is said of too much.
const NAMED: [&str; 45] = [
    "billion",
    "doubled",
    "doubling",
    "dozen",
    "dozens",
    "eight",
    "eighteen",
    "eighty",
    "eleven",
    "fifteen",
    "fifty",
    "five",
    "forty",
    "four",
    "fourteen",
    "half",
    "halved",
    "halving",
    "hundred",
    "hundreds",
    "million",
    "millions",
    "nine",
    "nineteen",
    "ninety",
    "quarter",
    "seven",
    "seventeen",
    "seventy",
    "six",
    "sixteen",
    "sixty",
    "ten",
    "thirteen",
    "thirty",
    "thousand",
    "thousands",
    "three",
    "thrice",
    "trebled",
    "tripled",
    "twelve",
    "twenty",
    "twice",
    "two",
];

/// Words before a number that make it a label: day 30, room 12.
const LABELS: [&str; 14] = [
    "day", "days", "week", "weeks", "month", "months", "round", "page", "room", "step", "no", "number", "line", "part",
];

/// Words before a number of days that make it a date to come: within two weeks.
const AHEAD: [&str; 6] = ["within", "next", "first", "another", "coming", "these"];

/// What such a number counts.
const SPANS: [&str; 12] =
    ["day", "days", "week", "weeks", "month", "months", "hour", "hours", "minute", "minutes", "business", "working"];

/// Whether a number stands in the text that is neither a date, an hour, a year, a phone number nor a label.
pub fn has_number(text: &str) -> bool {
    let text = without_codes(text);
    let words = words(&text);
    let mut at = 0;
    while at < words.len() {
        let word = words[at].folded();
        let is_label = words.get(at + 1).is_some_and(|next| next.follows && digits(next).is_some());
        if LABELS.contains(&word.as_str()) && is_label {
            // Days 31 to 60.
            let goes_on = words.get(at + 2).is_some_and(|next| matches!(next.folded().as_str(), "to" | "and"));
            let is_range = |offset: usize| words.get(at + offset).is_some_and(|next| digits(next).is_some());
            at += if goes_on && is_range(3) {
                4
            } else if is_range(2) {
                3
            } else {
                2
            };
            continue;
        }
        if is_number(&words, at) {
            return true;
        }
        at += 1;
    }
    false
}

fn is_number(words: &[Word<'_>], at: usize) -> bool {
    let word = words[at].folded();
    let is_named = NAMED.binary_search(&word.as_str()).is_ok();
    let is_digits = digits(&words[at]).is_some_and(|(number, unit)| !is_hour(words, at, unit) && !is_year(number));
    let near = |other: usize| words.get(other).is_some_and(|other| month(other).is_some());
    let before = at.checked_sub(1);
    let is_date = before.is_some_and(near)
        || near(at + 1)
        || words.get(at + 1).is_some_and(|next| next.folded() == "of" && near(at + 2));
    let counts_days = words.get(at + 1).is_some_and(|next| SPANS.contains(&next.folded().as_str()));
    let is_ahead = counts_days && before.is_some_and(|before| AHEAD.contains(&words[before].folded().as_str()));
    (is_named || is_digits && !is_date) && !is_ahead
}

/// The digits of a word, and what letters follow: `22`, `18k`; nothing for `4th`, `B2B`.
fn digits<'t>(word: &Word<'t>) -> Option<(&'t str, &'t str)> {
    let length = word.text.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')).count();
    let (number, unit) = word.text.split_at(length);
    let is_short = unit.chars().count() <= 3 && unit.chars().all(char::is_lowercase);
    (length > 0 && ordinal(word.text).is_none() && (is_short || unit.len() <= 1)).then_some((number, unit))
}

fn is_hour(words: &[Word<'_>], at: usize, unit: &str) -> bool {
    let next = words.get(at + 1).map(Word::folded).unwrap_or_default();
    matches!(unit, "am" | "pm" | "h") || matches!(next.as_str(), "am" | "pm" | "o'clock")
}

/// 1900 to 2099, without a separator.
fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

/// The text without what is written in digits and marks: dates, hours, phone numbers.
fn without_codes(text: &str) -> String {
    let mut codes = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit() || c == '+').map(|next| at + next) {
        let inside = |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '/' | '(' | ')' | '.' | ':');
        let length = text[start..].find(|c: char| !inside(c)).unwrap_or(text.len() - start);
        let run = text[start..start + length].trim_end_matches(|c: char| !c.is_ascii_digit());
        let end = start + run.len().max(1);
        if is_code(run) && !text[..start].ends_with(char::is_alphanumeric) {
            codes.push(start..end);
        }
        at = end;
    }
    hidden(text, codes)
}

/// Whether a run of digits and marks is a phone number, a date or an hour: not `212 118`, not `1 000 000`.
fn is_code(run: &str) -> bool {
    let groups: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let count: usize = groups.iter().map(|group| group.len()).sum();
    let in_thousands = groups.first().is_some_and(|first| first.len() <= 3 && !first.starts_with('0'))
        && groups[1..].iter().all(|group| group.len() == 3)
        && !run.contains(['/', '-', ':', '+']);
    let is_phone = count >= 7 && !in_thousands && (groups.len() > 1 || run.starts_with('+') || count >= 9);
    let is_date = groups.len() == 3 && run.contains(['-', '/', '.']) && groups.iter().any(|group| group.len() == 4);
    let is_hour = groups.len() == 2 && run.contains(':') && groups[1].len() == 2;
    let is_day = groups.len() == 2 && run.contains('/') && groups.iter().all(|group| group.len() <= 2);
    is_phone || is_date || is_hour || is_day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_sorted_for_the_search() {
        assert!(NAMED.is_sorted());
    }

    #[test]
    fn what_measures_is_a_number_and_what_dates_or_labels_is_none() {
        for (text, expected) in [
            ("cut hours 22%", true),
            ("a £31,000 budget", true),
            ("3.5 cents", true),
            ("from nine to three percent", true),
            ("saved 18k", true),
            ("1 000 000 parts", true),
            ("in 9 working days", true),
            ("two shifts", true),
            ("24 grands by 4 March", true),
            ("losses halved", true),
            ("3 times by day 30", true),
            ("on 4 March 2025, at 14:00", false),
            ("on March 4th", false),
            ("the 4th of March", false),
            ("a 1911 concert grand", false),
            ("call +44 7700 900 142", false),
            ("call 01632 960231 or (020) 7946 0018", false),
            ("due 2025-03-14 or 14/3", false),
            ("at 3 pm, 10am, 9 o'clock", false),
            ("days 31 to 60, by day 90", false),
            ("within two weeks, the next 3 days", false),
            ("one of them", false),
            ("the second round 2", false),
            ("B2B sales", false),
            ("", false),
        ] {
            assert_eq!(has_number(text), expected, "{text}");
        }
    }
}
