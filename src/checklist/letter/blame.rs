//! `letter/blame`

use super::example::{STATUS, STATUS_PATH};
use super::text::shown;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::Document;
use crate::prose::{find as find_phrase, thanks};

/// A question for news is put as a reproach.
pub(super) static RULE: Rule = Rule {
    id: "letter/blame",
    title: "a question for news blames its reader",
    why: "Dates slip everywhere, and mostly for reasons that have nothing to do with you; a reproach answers for them.",
    sources: &["s3-late-reply-calm", "s3-gentle", "s0-pushy-limit"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to unsent requests for news and check-ins whose duty stands",
    mend: "say the same without the reproach: name the day, and ask where things stand",
    broken: Example {
        today: "2025-03-06",
        edits: &[
            STATUS,
            Edit::Swap(STATUS_PATH, "14 March was the day for your answer", "you promised an answer by 14 March"),
        ],
    },
    mended: Example { today: "2025-03-06", edits: &[STATUS] },
    beside: &[],
    find: Lint::of(&[Document::StatusRequest, Document::StatusCall, Document::CheckIn], find),
};

/// What sounds irritated.
pub(super) const REPROACHES: [&str; 42] = [
    "you promised",
    "as promised by you",
    "you said you would",
    "you said that you would",
    "you told me you would",
    "you told me that you would",
    "you assured",
    "you were going to",
    "you were supposed",
    "you were meant",
    "you should have",
    "you could have",
    "you have failed",
    "you failed",
    "you forgot",
    "you have forgotten",
    "you ignored",
    "ignor*",
    "you never",
    "still waiting",
    "been waiting",
    "kept waiting",
    "keep me waiting",
    "keeping me waiting",
    "have not even",
    "haven't even",
    "did not even",
    "didn't even",
    "yet again",
    "not had the courtesy",
    "the least you",
    "at the very least",
    "overdue",
    "unacceptable",
    "unprofessional",
    "disappointing",
    "frustrat*",
    "annoy*",
    "irritat*",
    "how much longer",
    "not a single word",
    "without a single word",
];

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let hits = text.sentences().iter().filter(|sentence| !thanks(&sentence.text)).filter_map(|sentence| {
        let hit = find_phrase(&sentence.text, &REPROACHES)?;
        let start = sentence.range.start;
        Some(start + hit.range.start..start + hit.range.end)
    });
    let found = hits.map(|place| {
        let message = format!("{} sounds like a reproach", shown(&text.words_at(place.clone())));
        let help = "name the day you had in mind, and ask where things stand";
        text.fault_at(&RULE, Severity::Warning, place, message).help(help)
    });
    found.collect()
}
