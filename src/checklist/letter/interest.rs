//! `letter/interest`

use super::example::{EMAIL, EMAIL_ONLY, EMAIL_PATH, NOT_THANKED};
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::Document;
use crate::prose::{Sentence, find as find_phrase, has_any, in_first_person};

/// The letter does not say that the candidate wants to go on.
pub(super) static RULE: Rule = Rule {
    id: "letter/interest",
    title: "a letter does not ask for the next step",
    why: "Among equals the one is taken who plainly wants it; what is not written down is not known.",
    sources: &["s3-want-next", "s3-status-content", "s0-stance", "s4-ask-for-job"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to unsent letters and e-mails of thanks, requests for news and check-ins whose duty stands, as long as \
              the application is open",
    mend: "say that you would gladly take the next step, or that you want the job",
    broken: Example {
        today: "2025-03-05",
        edits: &[NOT_THANKED, EMAIL_ONLY, EMAIL, Edit::Swap(EMAIL_PATH, "I would gladly take the next step.\n\n", "")],
    },
    mended: Example { today: "2025-03-05", edits: &[NOT_THANKED, EMAIL_ONLY, EMAIL] },
    beside: &["thank/next-day"],
    find: Lint::of(
        &[
            Document::PostedLetter,
            Document::ThankYouEmail,
            Document::StatusRequest,
            Document::StatusCall,
            Document::CheckIn,
        ],
        find,
    ),
};

/// Words that wish for something, and below them words that are a wish by themselves.
const WISHES: [&str; 20] = [
    "want",
    "wish",
    "like to",
    "would love",
    "i'd love",
    "gladly",
    "glad",
    "happy",
    "hope",
    "hoping",
    "look forward",
    "looking forward",
    "look to",
    "ready",
    "delighted",
    "pleased",
    "excited",
    "enthusiastic",
    "can't wait",
    "cannot wait",
];
const KEEN: [&str; 9] = [
    "keen",
    "eager",
    "my interest",
    "interested in",
    "very interested",
    "still interested",
    "remain interested",
    "count me in",
    "my enthusiasm",
];

/// What is wished for.
const GOALS: [&str; 32] = [
    "next step*",
    "next round",
    "next stage",
    "next interview",
    "next meeting",
    "next conversation",
    "next talk",
    "second interview",
    "second round",
    "further interview",
    "job",
    "role",
    "position",
    "post",
    "chosen",
    "choose me",
    "join",
    "joining",
    "work with you",
    "work for",
    "work at",
    "working with you",
    "working at",
    "working for",
    "part of",
    "hear from you",
    "continue",
    "go on",
    "move forward",
    "come back",
    "speak again",
    "talk again",
];

/// What turns a wish round.
const DENIED: [&str; 8] =
    ["no longer", "not interested", "not keen", "not want", "don't want", "not sure", "not ready", "less interested"];

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    if !text.application.is_open() || text.awaits_words() || wishes_to_go_on(text) {
        return Vec::new();
    }
    let message = "nothing here says that you want to go on";
    let help = "say that you would gladly take the next step, or that you want the job";
    vec![text.lack(&RULE, Severity::Warning, message).help(help)]
}

/// Whether a sentence says that the candidate wants the next step, or the job.
pub(super) fn wishes_to_go_on(text: &Text<'_, '_>) -> bool {
    let firm = text.application.company.name.to_lowercase();
    let is_wish = |sentence: &Sentence| {
        let said = &sentence.text;
        let has_goal = || has_any(said, &GOALS) || find_phrase(said, &[firm.as_str()]).is_some();
        let wants = has_any(said, &KEEN) || has_any(said, &WISHES) && has_goal();
        wants && !has_any(said, &DENIED) && (in_first_person(said) || has_any(said, &["count me in", "let us"]))
    };
    text.sentences().iter().any(is_wish)
}
