//! `letter/private`

use super::example::{EMAIL, EMAIL_ONLY, EMAIL_PATH, NOT_THANKED, TOLD_BY_TOM, TOM};
use super::text::shown;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::prose::WordSet;

/// Something private is told.
pub(super) static RULE: Rule = Rule {
    id: "letter/private",
    title: "a letter tells something private",
    why: "What one person told you about another, or about their family, was told to you. Who meets it in a letter \
          never tells you anything again.",
    sources: &["s0-only-if-shared", "s0-pushy-limit"],
    weight: Weight::Always(Severity::Error),
    finds: Finds::Fault,
    applies: "to everything that goes out or went, and cannot be waived. Private are: Profile bullets with `(from …)`, \
              `family` and `note`; every `about` under Close; the Log. What also stands in Challenges, Research or a \
              `moment` is not",
    mend: "take it out; what they said themselves, and openly, can stand as a `moment` under their name in Close",
    broken: Example {
        today: "2025-03-05",
        edits: &[
            NOT_THANKED,
            EMAIL_ONLY,
            TOM,
            TOLD_BY_TOM,
            EMAIL,
            Edit::Swap(EMAIL_PATH, "I would gladly", "I hear that overtime makes for quarrels. I would gladly"),
        ],
    },
    mended: Example { today: "2025-03-05", edits: &[NOT_THANKED, EMAIL_ONLY, TOM, TOLD_BY_TOM, EMAIL] },
    beside: &["thank/next-day"],
    find: Lint::of_all(find),
};

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let sent = text.letter.sent_on.get().filter(|_| text.is_sent());
    let mut secrets = text.known.secrets();
    if !secrets.are_known(sent) {
        return Vec::new();
    }
    // Every letter that was ever sent comes by here: its parts are told apart only where it may tell something.
    let words = secrets.words_of(&text.letter.body);
    let mut said = WordSet::default();
    said.set(words.iter().map(|(_, word)| *word));
    if !secrets.may_be_told_by(&said, sent) {
        return Vec::new();
    }
    let prose = text.prose();
    let is_seen = |at: usize| prose.visible().as_bytes().get(at) != Some(&b' ');
    let mut found = Vec::new();
    for place in prose.places() {
        let [start, end] = [place.start, place.end].map(|end| words.partition_point(|(at, _)| *at < end));
        said.set(words[start..end].iter().filter(|(at, _)| is_seen(*at)).map(|(_, word)| *word));
        if let Some(secret) = secrets.told_by(&said, sent) {
            let message = format!("{} is private: {}", shown(&text.words_at(place.clone())), secret.reason());
            let help = "take it out; only what they said themselves, and openly, may stand in a letter";
            found.push(text.fault_at(&RULE, Severity::Error, place, message).help(help));
        }
    }
    found
}
