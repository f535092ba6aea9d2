//! Words as the checklist and the letter lints compare them: normalised, without the small ones.

use std::borrow::Cow;

/// Articles, prepositions, pronouns and the like, which carry no content of their own.
const SMALL: &[&str] = &[
    "a", "about", "after", "again", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because",
    "been", "before", "being", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have",
    "he", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "me", "more", "most",
    "much", "my", "no", "not", "of", "on", "or", "our", "out", "over", "she", "should", "so", "some", "such", "than",
    "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too", "under",
    "up", "us", "very", "was", "we", "were", "what", "when", "where", "which", "who", "why", "will", "with", "would",
    "you", "your",
];

/// The longest of them, in bytes.
const LONGEST_SMALL: usize = 7;

/// Every word of `text`: lower case, without punctuation, a simple plural made singular.
pub fn normalised(text: &str) -> impl Iterator<Item = String> + '_ {
    all(text).map(Cow::into_owned)
}

/// The words of `text` that carry content, in order.
pub fn content(text: &str) -> Vec<String> {
    let is_small = |word: &str| word.len() <= LONGEST_SMALL && SMALL.binary_search(&word).is_ok();
    all(text).filter(|word| !is_small(word)).map(Cow::into_owned).collect()
}

fn all(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'))
        .map(|word| normal(word.trim_matches(['\'', '’'])))
        .filter(|word| !word.is_empty())
}

/// A word as it is compared; one that is written so already is not written again.
fn normal(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return match singular(without_owner(word)) {
            (word, "") => Cow::Borrowed(word),
            (stem, ending) => Cow::Owned([stem, ending].concat()),
        };
    }
    let lower = word.to_lowercase();
    let (stem, ending) = singular(without_owner(&lower));
    Cow::Owned([stem, ending].concat())
}

/// How many different content words of `wanted` stand in `text`, and how many there are.
pub fn shared(wanted: &str, text: &str) -> (usize, usize) {
    let mut wanted = content(wanted);
    wanted.sort_unstable();
    wanted.dedup();
    let present = content(text);
    (wanted.iter().filter(|word| present.contains(word)).count(), wanted.len())
}

/// Whether `text` has at least half of the content words of `wanted`.
pub fn half_of(wanted: &str, text: &str) -> bool {
    let (found, of) = shared(wanted, text);
    of > 0 && found * 2 >= of
}

/// `company's` → `company`
fn without_owner(mut word: &str) -> &str {
    for ending in ["'s", "’s"] {
        while let Some(owner) = word.strip_suffix(ending) {
            word = owner;
        }
    }
    word
}

/// `depots` → `depot`, `boxes` → `box`, `companies` → `company`; `business`, `bus` stay. What is left of the word, and
/// what comes behind it.
fn singular(word: &str) -> (&str, &'static str) {
    if word.len() < 4 || !word.ends_with('s') || !word.is_ascii() {
        return (word, "");
    }
    let but = |count: usize| &word[..word.len() - count];
    if word.ends_with("ies") {
        (but(3), "y")
    } else if ["ches", "shes", "sses", "xes"].iter().any(|end| word.ends_with(end)) {
        (but(2), "")
    } else if ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        (word, "")
    } else {
        (but(1), "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_small_words_are_sorted_for_the_search() {
        assert!(SMALL.is_sorted() && SMALL.iter().all(|word| word.len() <= LONGEST_SMALL));
    }

    #[test]
    fn case_punctuation_and_plural_do_not_matter() {
        assert_eq!(content("The Depots, and their companies' boxes!"), ["depot", "company", "box"]);
        assert_eq!(content("business bus analysis"), ["business", "bus", "analysis"]);
    }

    #[test]
    fn half_of_the_content_words_is_enough() {
        assert!(half_of("never led a team", "I never led a large group"));
        assert!(!half_of("never led a team", "something else"));
        assert!(!half_of("", "anything"));
    }
}
