//! The words of a text that carry content, as a set.

use std::collections::BTreeSet;

use crate::text::words::content;

/// Content words, normalised: without case, punctuation and simple plural.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(BTreeSet<String>);

impl Terms {
    /// Those of `text`.
    pub fn of(text: &str) -> Self {
        Self(content(text).into_iter().collect())
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
        self.0.contains(word)
    }

    /// Each of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// How many of them stand in `other` too.
    pub fn shared(&self, other: &Self) -> usize {
        self.0.intersection(&other.0).count()
    }

    /// Whether all of them, and at least one, stand in `other`.
    pub fn all_in(&self, other: &Self) -> bool {
        !self.is_empty() && self.0.is_subset(&other.0)
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
        Self(self.0.difference(&other.0).cloned().collect())
    }

    /// Those that are among `other` too.
    #[must_use]
    pub fn within(&self, other: &Self) -> Self {
        Self(self.0.intersection(&other.0).cloned().collect())
    }
}

impl Extend<Terms> for Terms {
    fn extend<I: IntoIterator<Item = Terms>>(&mut self, others: I) {
        self.0.extend(others.into_iter().flat_map(|other| other.0));
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
