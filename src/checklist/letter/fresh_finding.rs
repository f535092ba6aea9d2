//! `letter/fresh-finding`

use super::example::{CHECK_IN, CHECK_IN_AGREED, CHECK_IN_PATH};
use super::text::shown;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::{Document, Research};
use crate::prose::Terms;

/// The newest thing found out is not in the check-in.
pub(super) static RULE: Rule = Rule {
    id: "letter/fresh-finding",
    title: "a check-in without the newest finding",
    why: "A check-in that brings something new is a conversation; one that brings nothing is a reminder.",
    sources: &["s4-keep-learning", "s4-bring-to-talk"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Fault,
    applies: "to unsent check-ins whose duty stands, where the company's Research has a dated bullet",
    mend: "say what you found out last, and ask what it means for the job",
    broken: Example {
        today: "2025-03-06",
        edits: &[
            CHECK_IN_AGREED,
            CHECK_IN,
            Edit::Swap(
                CHECK_IN_PATH,
                "I read that a second furnace opens in May; when does the role change?",
                "Where do things stand?",
            ),
        ],
    },
    mended: Example { today: "2025-03-06", edits: &[CHECK_IN_AGREED, CHECK_IN] },
    beside: &[],
    find: Lint::of(&[Document::CheckIn], find),
};

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let newest = newest(text);
    let (Some(first), false) = (newest.first(), text.awaits_words()) else { return Vec::new() };
    let said = text.terms();
    if newest.iter().any(|line| Terms::of(&line.text).spoken_of_in(&said)) {
        return Vec::new();
    }
    let message = format!("your newest finding is not in here: {}", shown(&first.text));
    vec![text.lack(&RULE, Severity::Hint, message).help("say what you found, and ask what it means for the job")]
}

/// The lines of research of the latest day.
fn newest<'v>(text: &Text<'_, 'v>) -> Vec<&'v Research> {
    let all = text.application.company.research.iter().filter(|line| line.date <= text.application.today);
    let day = all.clone().map(|line| line.date).max();
    all.filter(|line| Some(line.date) == day).collect()
}
