//! `close/standing`

use super::{Application, Find, Finding, Rule, each_person};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};

/// Nobody was asked how the candidate compares.
pub(super) static RULE: Rule = Rule {
    id: "close/standing",
    title: "not asked how you compare",
    why: "Only they know how you stand beside the others, and it tells you what the next round must mend.",
    sources: &["s0-close-standing", "s1-rank"],
    weight: Weight::HintThenWarning,
    finds: Finds::Fault,
    applies: "for each interviewer of the company's two latest held rounds",
    mend: "under Close, below the person's name, write `- standing: …` in their words; `declined` if they would not \
           say, `missed` if the moment has gone",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, "- standing: among the first two\n", "")] },
    mended: Example::sound("2025-03-06"),
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    each_person(
        application,
        &RULE,
        |person| &person.standing,
        |name| format!("no word on how you compare in {name}'s eyes"),
        |_| "write `- standing: …` under their name in Close; `declined` or `missed` are answers too".to_owned(),
    )
}
