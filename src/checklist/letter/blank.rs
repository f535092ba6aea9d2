//! `letter/blank`

use super::example::{BY_HAND_ONLY, CARD, CARD_PATH, NOT_THANKED};
use super::text::shown;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::prose::left_open;

/// Something is still to be filled in.
pub(super) static RULE: Rule = Rule {
    id: "letter/blank",
    title: "a blank is left in a letter",
    why: "A placeholder that reaches its reader says louder than any other word that the letter was made for anybody.",
    sources: &["s4-person-refs", "s4-each-own-letter"],
    weight: Weight::OneOf(&[Severity::Error, Severity::Warning]),
    finds: Finds::Fault,
    applies: "to unsent letters whose duty stands, once they are no untouched draft any more; an error in one that was \
              sent",
    mend: "write what belongs there, or take the sentence out",
    broken: Example {
        today: "2025-03-05",
        edits: &[
            NOT_THANKED,
            BY_HAND_ONLY,
            CARD,
            Edit::Swap(CARD_PATH, "the colour of the melt", "TODO the melt's colour"),
        ],
    },
    mended: Example { today: "2025-03-05", edits: &[NOT_THANKED, BY_HAND_ONLY, CARD] },
    beside: &["thank/handwritten-card"],
    find: Lint::of_all(find),
};

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let body = &text.letter.body;
    let severity = if text.is_sent() { Severity::Error } else { Severity::Warning };
    let places = left_open(body);
    if places.is_empty() || text.awaits_words() {
        return Vec::new();
    }
    let found = places.into_iter().map(|place| {
        let words = shown(&body[place.clone()]);
        let (message, help) = if text.is_sent() {
            (
                format!("the letter went out with {words} in it"),
                "write to them again if it matters, or waive it here with the reason",
            )
        } else {
            (format!("{words} is still to be written"), "write what belongs there, or take the sentence out")
        };
        text.fault_at(&RULE, severity, place, message).help(help)
    });
    found.collect()
}
