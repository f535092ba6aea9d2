//! The words of a text that carry content, as a set.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::text::words::content;

/// Content words, normalised: without case, punctuation and simple plural. In order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(Vec<String>);

impl Terms {
    /// Those of `text`.
    pub fn of(text: &str) -> Self {
        let mut words: Vec<_> = content(text).collect();
        words.sort_unstable();
        words.dedup();
        Self(words.into_iter().map(Cow::into_owned).collect())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether that normalised word is among them.
    pub fn has(&self, word: &str) -> bool {
        self.0.binary_search_by(|own| own.as_str().cmp(word)).is_ok()
    }

    /// Each of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// How many of them stand in `other` too.
    pub fn shared(&self, other: &Self) -> usize {
        self.common(other).count()
    }

    /// Whether all of them, and at least one, stand in `other`.
    pub fn all_in(&self, other: &Self) -> bool {
        !self.is_empty() && self.shared(other) == self.len()
    }

    /// Whether at least half of them, and at least one, stand in `other`.
    pub fn half_in(&self, other: &Self) -> bool {
        let shared = self.shared(other);
        shared > 0 && shared * 2 >= self.len()
    }

    /// Whether `other` speaks of it: two of its words, or the only one, stand there.
    pub fn spoken_of_in(&self, other: &Self) -> bool {
        !self.is_empty() && self.shared(other) >= self.len().min(2)
    }

    /// Those that are not among `other`.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        Self(self.0.iter().filter(|word| !other.has(word)).cloned().collect())
    }

    /// Those that are among `other` too, in order.
    pub fn common<'t>(&'t self, other: &'t Self) -> impl Iterator<Item = &'t str> {
        let (mut own, mut others) = (self.0.iter().peekable(), other.0.iter().peekable());
        std::iter::from_fn(move || {
            loop {
                let (word, theirs) = (own.peek()?, others.peek()?);
                match word.cmp(theirs) {
                    Ordering::Less => drop(own.next()),
                    Ordering::Greater => drop(others.next()),
                    Ordering::Equal => {
                        others.next();
                        return own.next().map(String::as_str);
                    }
                }
            }
        })
    }
}

impl Extend<Terms> for Terms {
    fn extend<I: IntoIterator<Item = Terms>>(&mut self, others: I) {
        self.0.extend(others.into_iter().flat_map(|other| other.0));
        self.0.sort_unstable();
        self.0.dedup();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_all_and_spoken_of_go_by_different_words() {
        let factor = Terms::of("steady furnaces at night");
        for (text, half, all, spoken) in [
            ("Furnaces", false, false, false),
            ("the furnace, at night", true, false, true),
            ("At night, steady furnaces.", true, true, true),
            ("", false, false, false),
        ] {
            let text = Terms::of(text);
            let told = (factor.half_in(&text), factor.all_in(&text), factor.spoken_of_in(&text));
            assert_eq!(told, (half, all, spoken), "{text:?}");
        }
        assert!(Terms::of("kilns").spoken_of_in(&Terms::of("a kiln")));
        assert!(!Terms::default().spoken_of_in(&factor) && !Terms::default().all_in(&factor));
    }
}
