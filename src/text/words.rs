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

/// Where in [`SMALL`] and [`PACKED`] those with each first letter begin, and where they end.
const BY_LETTER: [usize; 27] = {
    let mut starts = [SMALL.len(); 27];
    let mut at = SMALL.len();
    while at > 0 {
        at -= 1;
        starts[(SMALL[at].as_bytes()[0] - b'a') as usize] = at;
    }
    let mut letter = 26;
    while letter > 0 {
        letter -= 1;
        if starts[letter] == SMALL.len() {
            starts[letter] = starts[letter + 1];
        }
    }
    starts
};

/// Those same words, each as one number.
const PACKED: [u64; SMALL.len()] = {
    let mut all = [0; SMALL.len()];
    let mut at = 0;
    while at < SMALL.len() {
        all[at] = packed(SMALL[at].as_bytes());
        at += 1;
    }
    all
};

/// So many bytes fit into a number; no small word is longer.
const LONGEST_SMALL: usize = 7;

/// Every word of `text`: lower case, without punctuation, a simple plural made singular.
pub fn normalised(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    all(text).map(|(_, word)| word)
}

/// The words of `text` that carry content, in order.
pub fn content(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    placed(text).map(|(_, word)| word)
}

/// The same words, each with the place where it begins in `text`.
pub fn placed(text: &str) -> impl Iterator<Item = (usize, Cow<'_, str>)> {
    all(text).filter(|(_, word)| !is_small(word))
}

fn all(text: &str) -> impl Iterator<Item = (usize, Cow<'_, str>)> {
    let words = Pieces { text, at: 0 }.map(|piece| (piece.at, normal(&piece)));
    words.filter(|(_, word)| !word.is_empty())
}

/// The pieces of a text between marks and blanks, without quotation marks at their ends; some are empty.
struct Pieces<'t> {
    text: &'t str,
    at: usize,
}

struct Piece<'t> {
    at: usize,
    text: &'t str,
    /// Whether it is ASCII, and without a capital letter.
    is_lower: bool,
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    #[inline]
    fn next(&mut self) -> Option<Piece<'t>> {
        let class = |at: usize| self.text.as_bytes().get(at).map(|byte| CLASS[usize::from(*byte)]);
        let mut start = self.at;
        while class(start)? == 0 {
            start += 1;
        }
        let (mut end, mut classes) = (start, 0);
        while let Some(class) = class(end).filter(|class| *class != 0) {
            classes |= class;
            // Beyond ASCII, there are marks too: to read on to the next plain one would be done again for each word.
            if class == BEYOND {
                break;
            }
            end += 1;
        }
        let mut next = end;
        if classes & BEYOND != 0 {
            let is_mark = |c: char| !(c.is_alphanumeric() || APOSTROPHES.contains(&c));
            let mark = self.text[start..].char_indices().find(|(_, c)| is_mark(*c));
            end = mark.map_or(self.text.len(), |(at, _)| start + at);
            next = end + mark.map_or(0, |(_, c)| c.len_utf8());
        }
        let piece = &self.text[start..end];
        self.at = next;
        let is_plain = classes & (APOSTROPHE | BEYOND) == 0;
        let text = if is_plain { piece } else { piece.trim_start_matches(APOSTROPHES) };
        let at = start + piece.len() - text.len();
        let text = if is_plain { text } else { text.trim_end_matches(APOSTROPHES) };
        Some(Piece { at, text, is_lower: classes & (CAPITAL | BEYOND) == 0 })
    }
}

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// What a byte may be in a word: a letter or digit, a capital letter, the apostrophe, or part of a character beyond ASCII.
const LOWER: u8 = 1;
const CAPITAL: u8 = 2;
const APOSTROPHE: u8 = 4;
const BEYOND: u8 = 8;

/// What each byte is in a word; nothing where it ends one.
const CLASS: [u8; 256] = {
    let mut classes = [BEYOND; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        classes[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => LOWER,
            b'A'..=b'Z' => CAPITAL,
            b'\'' => APOSTROPHE,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

/// A word as it is compared; one that is written so already is not written again.
#[inline]
fn normal<'t>(piece: &Piece<'t>) -> Cow<'t, str> {
    if piece.is_lower {
        return match singular(without_owner(piece.text)) {
            (word, "") => Cow::Borrowed(word),
            (stem, ending) => Cow::Owned([stem, ending].concat()),
        };
    }
    let mut lower = piece.text.to_lowercase();
    let (stem, ending) = singular(without_owner(&lower));
    lower.truncate(stem.len());
    lower.push_str(ending);
    Cow::Owned(lower)
}

#[inline]
fn is_small(word: &str) -> bool {
    let letter = word.bytes().next().filter(u8::is_ascii_lowercase).map(|first| usize::from(first - b'a'));
    let Some(letter) = letter.filter(|_| word.len() <= LONGEST_SMALL) else { return false };
    let wanted = packed(word.as_bytes());
    PACKED[BY_LETTER[letter]..BY_LETTER[letter + 1]].contains(&wanted)
}

/// A short word as one number.
const fn packed(word: &[u8]) -> u64 {
    let mut number = 0;
    let mut at = 0;
    while at < word.len() {
        number = number << 8 | word[at] as u64;
        at += 1;
    }
    number
}

/// How many different content words of `wanted` stand in `text`, and how many there are.
pub fn shared(wanted: &str, text: &str) -> (usize, usize) {
    let mut wanted: Vec<_> = content(wanted).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let present: Vec<_> = content(text).collect();
    (wanted.iter().filter(|word| present.contains(word)).count(), wanted.len())
}

/// Whether `text` has at least half of the content words of `wanted`.
pub fn half_of(wanted: &str, text: &str) -> bool {
    let (found, of) = shared(wanted, text);
    of > 0 && found * 2 >= of
}

/// `company's` → `company`
fn without_owner(mut word: &str) -> &str {
    if !word.ends_with('s') {
        return word;
    }
    for ending in ["'s", "’s"] {
        while let Some(owner) = word.strip_suffix(ending) {
            word = owner;
        }
    }
    word
}

/// `depots` → `depot`, `boxes` → `box`, `companies` → `company`; `business`, `bus` stay. What is left of the word, and
/// what comes behind it.
#[inline]
fn singular(word: &str) -> (&str, &'static str) {
    if word.len() < 4 || !word.ends_with('s') || !word.is_ascii() {
        return (word, "");
    }
    let (cut, ending) = match word.as_bytes() {
        [.., b'i', b'e', b's'] => (3, "y"),
        [.., b'c' | b's', b'h', b'e', b's'] | [.., b's', b's', b'e', b's'] | [.., b'x', b'e', b's'] => (2, ""),
        [.., b's' | b'u' | b'i', b's'] => (0, ""),
        _ => (1, ""),
    };
    (&word[..word.len() - cut], ending)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_small_words_are_sorted_for_the_search() {
        assert!(SMALL.is_sorted() && SMALL.iter().all(|word| word.len() <= LONGEST_SMALL));
        assert!(SMALL.iter().all(|word| is_small(word)) && !["", "ö", "zoo", "able"].iter().any(|word| is_small(word)));
    }

    #[test]
    fn case_punctuation_and_plural_do_not_matter() {
        let content = |text| content(text).collect::<Vec<_>>();
        assert_eq!(content("The Depots, and their companies' boxes!"), ["depot", "company", "box"]);
        assert_eq!(content("business bus analysis"), ["business", "bus", "analysis"]);
        assert_eq!(content("Zoë’s–Ökö “Über”…x"), ["zoë", "ökö", "über", "x"]);
        assert_eq!(content("Bo's wishes, 'masses'; the 3 men’s"), ["bo", "wish", "mass", "3", "men"]);
    }

    /// The words of a text, told apart one character after the other.
    fn slowly(text: &str) -> Vec<String> {
        let pieces = text.split(|c: char| !(c.is_alphanumeric() || APOSTROPHES.contains(&c)));
        let lower = pieces.map(|piece| piece.trim_matches(APOSTROPHES).to_lowercase());
        let normal = lower.map(|word| {
            let (stem, ending) = singular(without_owner(&word));
            format!("{stem}{ending}")
        });
        normal.filter(|word| !word.is_empty()).collect()
    }

    proptest! {
        #[test]
        fn words_are_those_of_a_slow_reading(text in "[a-zA-Zäß'’“, .\n]{0,60}|\\PC{0,40}") {
            let words: Vec<(usize, String)> = all(&text).map(|(at, word)| (at, word.into_owned())).collect();
            for (at, word) in &words {
                let first = text[*at..].chars().next().map(|c| c.to_lowercase().collect::<String>());
                prop_assert!(first.is_some_and(|first| word.starts_with(&first)), "{at} {word}");
            }
            prop_assert_eq!(words.into_iter().map(|(_, word)| word).collect::<Vec<_>>(), slowly(&text));
        }
    }

    #[test]
    fn half_of_the_content_words_is_enough() {
        assert!(half_of("never led a team", "I never led a large group"));
        assert!(!half_of("never led a team", "something else"));
        assert!(!half_of("", "anything"));
    }
}
