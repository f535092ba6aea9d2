//! Names of places and houses, as they show in a text.

use super::calendar::is_calendar;
use super::word::{Word, words};

/// Words before the name of a place or a house.
const PLACED: [&str; 5] = ["at", "for", "from", "in", "near"];

/// The word before the name of a house that somebody worked at.
const HOUSED: [&str; 1] = ["at"];

/// Small words within a name.
const WITHIN: [&str; 8] = ["of", "and", "the", "de", "van", "von", "der", "for"];

/// Names with a capital behind words such as "at" or "in": `Corvell School of Music` of "at
/// Corvell School of Music". Months and days of the week are none.
pub fn places(text: &str) -> Vec<&str> {
    names_behind(text, &PLACED)
}

/// Such names behind "at", as one works at a house.
pub(super) fn houses(text: &str) -> Vec<&str> {
    names_behind(text, &HOUSED)
}

fn names_behind<'t>(text: &'t str, before: &[&str]) -> Vec<&'t str> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at + 1 < words.len() {
        at += 1;
        let is_led = before.contains(&words[at - 1].folded().as_str()) && words[at].follows;
        if !is_led || !is_name(&words[at]) {
            continue;
        }
        let mut end = at;
        let mut next = at + 1;
        while next < words.len() && words[next].follows {
            if is_name(&words[next]) {
                end = next;
            } else if !WITHIN.contains(&words[next].text) {
                break;
            }
            next += 1;
        }
        found.push(&text[words[at].at..words[end].end()]);
        at = end;
    }
    found
}

fn is_name(word: &Word<'_>) -> bool {
    let folded = word.folded();
    let is_word = word.text.chars().count() > 1 && !folded.starts_with("i'");
    word.is_capital() && is_word && !is_calendar(word.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_behind_words_of_place() {
        for (text, expected) in [
            ("At Corvell School of Music I kept 24 grands", &["Corvell School of Music"][..]),
            ("years in Ostby, and at Fenn Stoneware", &["Ostby", "Fenn Stoneware"]),
            ("in March, on Monday, for I know", &[]),
            ("at the bench, in, Ostby", &[]),
            ("Ostby Tiles hired me", &[]),
        ] {
            assert_eq!(places(text), expected, "{text}");
        }
    }
}
