//! How alike two letters are: the Jaccard index of their five-word shingles.
//!
//! What two letters may well have in common is left aside: greeting, sign-off, the paragraph on a
//! key factor, and the template's own words. The template is not at hand here; its words show in
//! what a third letter to somebody else says too. A third letter that is itself alike to one of
//! the two bears no witness: it is one more copy, not the template.

use std::collections::BTreeSet;

use crate::prose::Prose;
use crate::text::words;

/// Words in a shingle.
const SHINGLE: usize = 5;

/// The shingles of one letter's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shingles(BTreeSet<String>);

impl Shingles {
    /// Those of a letter's `body`. `sign_off` is the candidate's own; a paragraph that has all content
    /// words of one of `factors` is left out, unless nothing else is there.
    pub(super) fn of(body: &str, sign_off: &str, factors: &[&str]) -> Self {
        let prose = Prose::read(body, &[sign_off]);
        let is_shared = |paragraph: &str| {
            factors.iter().any(|factor| {
                let (found, of) = words::shared(factor, paragraph);
                of > 0 && found == of
            })
        };
        let (shared, rest): (Vec<&str>, Vec<&str>) = prose.paragraphs().partition(|paragraph| is_shared(paragraph));
        let counted = if rest.is_empty() { shared } else { rest };
        let words: Vec<_> = counted.iter().flat_map(|paragraph| words::normalised(paragraph)).collect();
        // A text of fewer words is one shingle.
        let shingles = words.windows(SHINGLE.min(words.len()).max(1)).map(|words| words.join(" "));
        Self(shingles.collect())
    }

    /// The Jaccard index of two letters, 0 to 1; 0 where both are empty.
    fn index(&self, other: &Self) -> f64 {
        let shared = self.0.intersection(&other.0).count();
        let all = self.0.len() + other.0.len() - shared;
        let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        if all == 0 { 0.0 } else { count(shared) / count(all) }
    }

    /// Whether the two are alike, beyond `similarity`, without what each of the `others` shows to be the template's.
    pub(super) fn are_alike(&self, other: &Self, similarity: f64, others: &[&Self]) -> bool {
        if self.index(other) <= similarity {
            return false;
        }
        let is_copy = |third: &Self| third.index(self) > similarity || third.index(other) > similarity;
        let witnesses: Vec<&Self> = others.iter().copied().filter(|third| !is_copy(third)).collect();
        let own = |letter: &Self| {
            let mine = letter.0.iter().filter(|shingle| !witnesses.iter().any(|third| third.0.contains(*shingle)));
            Self(mine.cloned().collect())
        };
        own(self).index(&own(other)) > similarity
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: [&str; 2] = ["Dear Ms Falk,\n\n", "\n\nKind regards\nRosa Lind\n"];
    const NIGHT: &str = "I keep thinking about how your night crew reads the colour of the melt by eye alone.";
    const CLOCK: &str = "Your story of the clock that ran backwards made me look twice at every dial since then.";
    const STEADY: &str =
        "What the job turns on is steady furnaces, and at Ostby Tiles I brought losses down to 3 percent.";
    const CLOSING: &str = "Thank you for your time on Tuesday; I would be glad to take the next step with all of you.";

    fn shingles(paragraphs: &[&str]) -> Shingles {
        let body = format!("{}{}{}", FRAME[0], paragraphs.join("\n\n"), FRAME[1]);
        Shingles::of(&body, "Yours as ever", &["steady furnaces"])
    }

    #[test]
    fn the_same_words_are_alike_and_others_are_not() {
        for (one, other, expected) in [
            (vec![NIGHT, CLOSING], vec![NIGHT, CLOSING], true),
            (vec![NIGHT, CLOSING], vec![CLOCK, CLOSING], false),
            (vec![NIGHT], vec![CLOCK], false),
            (vec![STEADY], vec![STEADY], true), // nothing else is there
            (vec![NIGHT, STEADY], vec![CLOCK, STEADY], false),
            (vec!["Thanks again"], vec!["Thanks again!"], true), // shorter than a shingle
            (vec![], vec![], false),
        ] {
            assert_eq!(shingles(&one).are_alike(&shingles(&other), 0.6, &[]), expected, "{one:?}, {other:?}");
        }
    }

    #[test]
    fn greeting_subject_sign_off_and_line_ends_do_not_count() {
        let plain = Shingles::of(NIGHT, "", &[]);
        let framed = format!(
            "Subject: Thank you for Tuesday\r\n\r\nDear Ines,\r\n\r\n{NIGHT}\r\n\r\nYours as ever\r\nRosa Lind"
        );
        assert_eq!(Shingles::of(&framed, "Yours as ever", &[]), plain);
    }

    #[test]
    fn what_a_third_letter_says_too_is_the_templates_own() {
        let (one, other) =
            (shingles(&[CLOSING, "Your clock amused me."]), shingles(&[CLOSING, "That boat was quick."]));
        let third =
            shingles(&[CLOSING, NIGHT, CLOCK, NIGHT, "And a lot more that nobody else was told, of kilns and rain."]);
        assert!(one.are_alike(&other, 0.6, &[]));
        assert!(!one.are_alike(&other, 0.6, &[&third]));
    }

    #[test]
    fn a_third_copy_bears_no_witness() {
        let copy = shingles(&[NIGHT, CLOSING]);
        assert!(copy.are_alike(&copy.clone(), 0.6, &[&copy.clone()]));
    }

    #[test]
    fn similarity_is_a_bound_that_must_be_passed() {
        let same = shingles(&[NIGHT]);
        assert!(!same.are_alike(&same.clone(), 1.0, &[]));
    }
}
