//! `letter/thanks`

use super::example::{BY_HAND_ONLY, CARD, CARD_PATH, NOT_THANKED};
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::Document;
use crate::prose::{has_any, thanks};

/// Nobody is thanked for their time.
pub(super) static RULE: Rule = Rule {
    id: "letter/thanks",
    title: "thanks that do not thank for the time",
    why: "They gave you an hour of a full day; to say so is the reason why the letter is written at all.",
    sources: &["s3-thanks-time", "s0-thanks-later-rounds"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to unsent letters, e-mails and cards of thanks whose duty stands",
    mend: "thank them for their time, for the conversation, or for seeing you",
    broken: Example {
        today: "2025-03-05",
        edits: &[NOT_THANKED, BY_HAND_ONLY, CARD, Edit::Swap(CARD_PATH, "Thank you for your time. ", "")],
    },
    mended: Example { today: "2025-03-05", edits: &[NOT_THANKED, BY_HAND_ONLY, CARD] },
    beside: &["thank/handwritten-card"],
    find: Lint::of(&[Document::PostedLetter, Document::ThankYouEmail, Document::ThankYouCard], find),
};

/// What their time went into.
const TIME: [&str; 34] = [
    "time",
    "hour*",
    "minute*",
    "morning",
    "afternoon",
    "evening",
    "day",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "meeting",
    "meet",
    "met",
    "interview*",
    "conversation",
    "talk*",
    "call",
    "chat*",
    "visit*",
    "tour",
    "seeing",
    "having me",
    "hosting",
    "welcom*",
    "speaking",
    "spoke",
    "receiv*",
    "discussion",
    "introduc*",
    "showing me",
    "session",
];

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let sentences = text.sentences();
    let thanked = sentences.iter().enumerate().any(|(at, sentence)| {
        let around = &sentences[at.saturating_sub(1)..(at + 2).min(sentences.len())];
        thanks(&sentence.text) && around.iter().any(|near| has_any(&near.text, &TIME))
    });
    if thanked || text.awaits_words() {
        return Vec::new();
    }
    let finding = text.lack(&RULE, Severity::Warning, "nobody is thanked for their time here");
    vec![finding.help("begin with thanks for the time they gave you, or for the conversation")]
}
