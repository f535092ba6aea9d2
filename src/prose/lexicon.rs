//! Words by number, so that many texts are compared without reading one of them twice.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::text::words::{content, placed};

/// How many bytes of a text bring a content word with them, or more.
const CONTENT: usize = 6;

/// The content words of all texts that were taken in, normalised, and numbered from 0 as they came.
#[derive(Clone, Debug, Default)]
pub struct Lexicon<'t> {
    numbers: FxHashMap<Cow<'t, str>, usize>,
}

impl<'t> Lexicon<'t> {
    /// Takes in a text, and gives the numbers of its words, each once.
    pub fn take_in(&mut self, text: &'t str) -> Vec<usize> {
        let mut words: Vec<usize> = Vec::with_capacity(text.len() / CONTENT + 1);
        content(text).for_each(|word| words.push(self.number(word)));
        words.sort_unstable();
        words.dedup();
        words
    }

    /// Takes in a text, and gives all its words, in order: where each begins, and its number.
    pub fn words_of(&mut self, text: &'t str) -> Vec<(usize, usize)> {
        let mut words = Vec::with_capacity(text.len() / CONTENT + 1);
        placed(text).for_each(|(at, word)| words.push((at, self.number(word))));
        words
    }

    #[inline]
    fn number(&mut self, word: Cow<'t, str>) -> usize {
        // Most words were met before.
        if let Some(number) = self.numbers.get(word.as_ref()) {
            return *number;
        }
        let next = self.numbers.len();
        self.numbers.insert(word, next);
        next
    }
}

/// Some of a lexicon's words.
#[derive(Clone, Debug, Default)]
pub struct WordSet(Vec<bool>);

impl WordSet {
    /// Takes in these words, and no others.
    pub fn set(&mut self, words: impl IntoIterator<Item = usize>) {
        self.0.fill(false);
        for word in words {
            if word >= self.0.len() {
                self.0.resize(word + 1, false);
            }
            self.0[word] = true;
        }
    }

    /// Takes these words out.
    pub fn remove(&mut self, words: &[usize]) {
        for word in words {
            if let Some(place) = self.0.get_mut(*word) {
                *place = false;
            }
        }
    }

    /// How many of those words it has.
    pub fn count(&self, words: &[usize]) -> usize {
        words.iter().filter(|word| self.0.get(**word) == Some(&true)).count()
    }

    /// Whether it has at least half of those words, and at least one.
    pub fn has_half(&self, words: &[usize]) -> bool {
        let count = self.count(words);
        count > 0 && count * 2 >= words.len()
    }
}
