//! Words as the checklist and the letter lints compare them: normalised, without the small ones.

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

/// Every word of `text`: lower case, without punctuation, a simple plural made singular.
pub fn normalised(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'))
        .map(|word| without_owner(word.trim_matches(['\'', '’']).to_lowercase()))
        .filter(|word| !word.is_empty())
        .map(singular)
}

/// The words of `text` that carry content, in order.
pub fn content(text: &str) -> Vec<String> {
    normalised(text).filter(|word| SMALL.binary_search(&word.as_str()).is_err()).collect()
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
fn without_owner(mut word: String) -> String {
    for ending in ["'s", "’s"] {
        while word.ends_with(ending) {
            word.truncate(word.len() - ending.len());
        }
    }
    word
}

/// `depots` → `depot`, `boxes` → `box`, `companies` → `company`; `business`, `bus` stay.
fn singular(mut word: String) -> String {
    if word.chars().count() < 4 || !word.is_ascii() {
        return word;
    }
    if word.ends_with("ies") {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if ["ches", "shes", "sses", "xes"].iter().any(|end| word.ends_with(end)) {
        word.truncate(word.len() - 2);
    } else if word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        word.truncate(word.len() - 1);
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_small_words_are_sorted_for_the_search() {
        assert!(SMALL.is_sorted());
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
