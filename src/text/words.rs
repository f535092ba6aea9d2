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

/// Where in [`SMALL`] those with each first letter begin, and where they end.
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

/// Every word of `text`: lower case, without punctuation, a simple plural made singular.
pub fn normalised(text: &str) -> impl Iterator<Item = String> + '_ {
    all(text).map(Cow::into_owned)
}

/// The words of `text` that carry content, in order.
pub fn content(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    all(text).filter(|word| !is_small(word))
}

fn all(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    Pieces(text).map(|piece| normal(unquoted(piece))).filter(|word| !word.is_empty())
}

/// The pieces of a text between marks and blanks; some are empty.
struct Pieces<'t>(&'t str);

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let is_inside = |byte: &u8| IS_INSIDE[usize::from(*byte)];
        let bytes = self.0.as_bytes();
        let start = bytes.iter().position(is_inside)?;
        let end = bytes[start..].iter().position(|byte| !is_inside(byte)).map_or(bytes.len(), |length| start + length);
        let run = &self.0[start..end];
        // Beyond ASCII, there are marks too.
        let is_mark = |c: char| !(c.is_alphanumeric() || c == '\'' || c == '’');
        let mark = if run.is_ascii() { None } else { run.char_indices().find(|(_, c)| is_mark(*c)) };
        let (piece, next) = mark.map_or((run, end), |(at, c)| (&run[..at], start + at + c.len_utf8()));
        self.0 = &self.0[next..];
        Some(piece)
    }
}

/// Which bytes may belong to a word: letters, digits, the apostrophe, and all beyond ASCII.
const IS_INSIDE: [bool; 256] = {
    let mut is_inside = [true; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        is_inside[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'\'';
        byte += 1;
    }
    is_inside
};

/// A word without quotation marks at its ends.
fn unquoted(word: &str) -> &str {
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = word.as_bytes();
    if is_plain(bytes.first()) && is_plain(bytes.last()) { word } else { word.trim_matches(['\'', '’']) }
}

/// A word as it is compared; one that is written so already is not written again.
fn normal(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return match singular(without_owner(word)) {
            (word, "") => Cow::Borrowed(word),
            (stem, ending) => Cow::Owned([stem, ending].concat()),
        };
    }
    let mut lower = word.to_lowercase();
    let (stem, ending) = singular(without_owner(&lower));
    lower.truncate(stem.len());
    lower.push_str(ending);
    Cow::Owned(lower)
}

fn is_small(word: &str) -> bool {
    let letter = word.bytes().next().filter(u8::is_ascii_lowercase).map(|first| usize::from(first - b'a'));
    letter.is_some_and(|letter| SMALL[BY_LETTER[letter]..BY_LETTER[letter + 1]].contains(&word))
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

    #[test]
    fn the_small_words_are_sorted_for_the_search() {
        assert!(SMALL.is_sorted());
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

    #[test]
    fn half_of_the_content_words_is_enough() {
        assert!(half_of("never led a team", "I never led a large group"));
        assert!(!half_of("never led a team", "something else"));
        assert!(!half_of("", "anything"));
    }
}
