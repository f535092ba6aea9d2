//! Phrases, and what kind of sentence they make.

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::word::{Word, words};

/// Where a phrase stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the text.
    pub range: Range<usize>,
    /// Which of the phrases it is.
    pub phrase: String,
}

/// The first of `phrases` in `text`: its words in a row, with nothing but blanks and hyphens
/// between them; a last word with `*` stands for every word that begins so. In lower case.
pub fn find<S: AsRef<str>>(text: &str, phrases: &[S]) -> Option<Hit> {
    let words = Folded::of(text);
    for at in 0..words.all.len() {
        for phrase in phrases.iter().map(AsRef::as_ref) {
            if let Some(range) = words.place_of(phrase, at) {
                return Some(Hit { range, phrase: phrase.to_owned() });
            }
        }
    }
    None
}

/// Many phrases, each to be found by its first word.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    by_word: FxHashMap<String, Vec<String>>,
    /// Those that are one word, and stand for every word that begins so.
    beginnings: Vec<String>,
}

impl Phrases {
    /// These; in lower case.
    pub fn new(phrases: impl IntoIterator<Item = String>) -> Self {
        let mut all = Self::default();
        for phrase in phrases.into_iter().collect::<BTreeSet<_>>() {
            let first = phrase.split([' ', '-']).next().unwrap_or_default();
            if first.ends_with('*') {
                all.beginnings.push(phrase);
            } else {
                all.by_word.entry(first.to_owned()).or_default().push(phrase);
            }
        }
        all
    }

    /// Those that stand in `text`, each as often as it does.
    pub fn found_in(&self, text: &str) -> Vec<&str> {
        let words = Folded::of(text);
        let mut found: Vec<&str> = Vec::new();
        for at in 0..words.all.len() {
            let so_called = self.by_word.get(&words.folded[at]).into_iter().flatten();
            let may_be = so_called.chain(&self.beginnings).map(String::as_str);
            found.extend(may_be.filter(|phrase| words.place_of(phrase, at).is_some()));
        }
        found
    }
}

/// The words of a text, as written, and in lower case.
struct Folded<'t> {
    all: Vec<Word<'t>>,
    folded: Vec<String>,
}

impl<'t> Folded<'t> {
    fn of(text: &'t str) -> Self {
        let all = words(text);
        let folded = all.iter().map(Word::folded).collect();
        Self { all, folded }
    }

    /// The place of a phrase that begins with the word `at`.
    fn place_of(&self, phrase: &str, at: usize) -> Option<Range<usize>> {
        let wanted = phrase.split([' ', '-']);
        let mut end = at;
        for wanted in wanted {
            let (word, folded) = self.all.get(end).zip(self.folded.get(end))?;
            let is_it = wanted.strip_suffix('*').map_or_else(|| folded == wanted, |stem| folded.starts_with(stem));
            if !is_it || end > at && !word.follows {
                return None;
            }
            end += 1;
        }
        Some(self.all[at].at..self.all[end - 1].end())
    }
}

/// Whether any of `phrases` stands in `text`.
pub fn has_any<S: AsRef<str>>(text: &str, phrases: &[S]) -> bool {
    find(text, phrases).is_some()
}

/// Whether the writer speaks of themselves: I, my, we.
pub fn in_first_person(text: &str) -> bool {
    const OWN: [&str; 13] =
        ["i", "i'm", "i've", "i'd", "i'll", "my", "mine", "myself", "we", "we've", "we'd", "we'll", "we're"];
    has_any(text, &OWN)
}

/// Whether it thanks.
pub fn thanks(text: &str) -> bool {
    const THANKS: [&str; 7] =
        ["thank*", "grateful*", "gratitude", "appreciat*", "much obliged", "indebted", "kind of you"];
    has_any(text, &THANKS)
}

/// Whether it greets or thanks.
pub fn is_courteous(text: &str) -> bool {
    const GREETS: [&str; 22] = [
        "meet you",
        "meeting you",
        "met you",
        "see you",
        "seeing you",
        "talk to you",
        "talking to you",
        "talk with you",
        "talking with you",
        "speak with you",
        "speak to you",
        "speaking with you",
        "speaking to you",
        "to talk again",
        "to speak again",
        "to meet again",
        "good morning",
        "good afternoon",
        "have a great",
        "hope this finds you",
        "hope you had",
        "hope you have",
    ];
    thanks(text) || has_any(text, &GREETS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_across_blanks_and_hyphens_only() {
        for (text, expected) in [
            ("And YOU  promised me", Some("YOU  promised")),
            ("a hard-working man", Some("hard-working")),
            ("you, promised land", None),
            ("You. Promised?", None),
            ("so frustrating", Some("frustrating")),
            ("you promise", None),
            ("I can’t wait", Some("can’t")),
        ] {
            let hit = find(text, &["you promised", "hard-working", "frustrat*", "can't"]);
            assert_eq!(hit.map(|hit| &text[hit.range]), expected, "{text}");
        }
    }

    #[test]
    fn each_of_many_phrases_is_found_where_it_would_be_alone() {
        let all =
            ["fenn stoneware", "fenn", "o'hara-kilns", "kil*", "fenn sto*", "", " fenn", "fenn  stoneware", "fenn"];
        let many = Phrases::new(all.map(str::to_owned));
        for text in ["At Fenn Stoneware", "Fenn, Stoneware; O’Hara kilns", "a kiln at fenn-stone", "", "stoneware Fenn"]
        {
            let mut found = many.found_in(text);
            found.sort_unstable();
            found.dedup();
            let mut alone: Vec<&str> = all.into_iter().filter(|phrase| find(text, &[*phrase]).is_some()).collect();
            alone.sort_unstable();
            alone.dedup();
            assert_eq!(found, alone, "{text}");
        }
    }

    #[test]
    fn kinds_of_sentences_are_told_apart() {
        for (text, first, thanking, courteous) in [
            ("I’ve led two shifts", true, false, false),
            ("You led me there", false, false, false),
            ("My crew did it", true, false, false),
            ("Many thanks for it", false, true, true),
            ("It was great to meet you", false, false, true),
            ("We grew", true, false, false),
        ] {
            assert_eq!(
                (in_first_person(text), thanks(text), is_courteous(text)),
                (first, thanking, courteous),
                "{text}"
            );
        }
    }
}
