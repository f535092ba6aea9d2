//! Phrases, and what kind of sentence they make.

use std::ops::Range;

use super::word::words;

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
    let words = words(text);
    let folded: Vec<String> = words.iter().map(super::Word::folded).collect();
    for at in 0..words.len() {
        for phrase in phrases.iter().map(AsRef::as_ref) {
            let wanted: Vec<&str> = phrase.split([' ', '-']).collect();
            let end = at + wanted.len();
            let is_here = end <= words.len()
                && words[at + 1..end].iter().all(|word| word.follows)
                && wanted.iter().zip(&folded[at..end]).all(|(wanted, word)| match wanted.strip_suffix('*') {
                    Some(stem) => word.starts_with(stem),
                    None => word == wanted,
                });
            if is_here {
                return Some(Hit { range: words[at].at..words[end - 1].end(), phrase: phrase.to_owned() });
            }
        }
    }
    None
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
