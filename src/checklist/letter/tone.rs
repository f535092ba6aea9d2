//! `letter/tone`

use super::blame::REPROACHES;
use super::example::{REJECTION, REJECTION_PATH};
use super::text::shown;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{COMPANY, Edit, Example};
use crate::diagnostic::Severity;
use crate::model::Document;
use crate::prose::find as find_phrase;

/// Thanks for a rejection that argue, plead or resent.
pub(super) static RULE: Rule = Rule {
    id: "letter/tone",
    title: "thanks for a rejection that take it badly",
    why: "The choice is made, and the next job may still come from the same house: a good loser is remembered.",
    sources: &["s4-reject-thanks", "s4-no-burnt-bridges"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to unsent thanks for a rejection whose duty stands",
    mend: "thank them for the chance and for the answer, and leave the door open; nothing else",
    broken: Example {
        today: "2025-03-06",
        edits: &[REJECTED, REJECTION, Edit::Swap(REJECTION_PATH, "I understand your choice.", "Please reconsider.")],
    },
    mended: Example { today: "2025-03-06", edits: &[REJECTED, REJECTION] },
    beside: &["answer/lesson", "answer/rejection"],
    find: Lint::of(&[Document::RejectionThanks], find),
};

const REJECTED: Edit = Edit::Swap(COMPANY, "status: waiting\n", "status: rejected\ndecided_on: 2025-03-06\n");

const ARGUES: [&str; 22] = [
    "reconsider*",
    "rethink",
    "mistake",
    "mistaken",
    "wrong decision",
    "wrong choice",
    "you are wrong",
    "you're wrong",
    "you were wrong",
    "disagree*",
    "do not understand",
    "don't understand",
    "cannot understand",
    "can't understand",
    "fail to see",
    "better qualified",
    "more qualified",
    "more experienced",
    "better candidate",
    "stronger candidate",
    "overlooked",
    "explain why",
];
const PLEADS: [&str; 13] = [
    "another chance",
    "second chance",
    "one more chance",
    "last chance",
    "change your mind",
    "beg",
    "begging",
    "desperate*",
    "need this job",
    "really need",
    "at least let me",
    "give me a try",
    "plead*",
];
const RESENTS: [&str; 22] = [
    "unfair*",
    "not fair",
    "insult*",
    "misled",
    "led me to believe",
    "false hope",
    "waste of time",
    "waste of my time",
    "wasted my",
    "your loss",
    "you will regret",
    "you'll regret",
    "deserve*",
    "after all the",
    "after everything",
    "disappointed in",
    "disappointed by",
    "disappointed with",
    "disappointed that you",
    "bitter*",
    "angry",
    "offend*",
];

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let kinds: [(&[&str], &str); 4] = [
        (&ARGUES, "argues with the decision"),
        (&PLEADS, "pleads"),
        (&RESENTS, "sounds resentful"),
        (&REPROACHES, "sounds like a reproach"),
    ];
    let found = text.sentences().iter().filter_map(|sentence| {
        let (hit, what) =
            kinds.iter().find_map(|(phrases, what)| Some((find_phrase(&sentence.text, phrases)?, what)))?;
        let start = sentence.range.start;
        let place = start + hit.range.start..start + hit.range.end;
        let message = format!("{} {what}", shown(&text.words_at(place.clone())));
        let help = "thank them for the chance and for the answer, and leave the door open";
        Some(text.fault_at(&RULE, Severity::Warning, place, message).help(help))
    });
    found.collect()
}
