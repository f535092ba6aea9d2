//! `close/to-win`

use super::{Application, Find, Finding, Rule, each_person};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};

/// Nobody was asked what it would take.
pub(super) static RULE: Rule = Rule {
    id: "close/to-win",
    title: "not asked what it takes to get the job",
    why: "The answer is a list of what is still to be shown, from those who will judge it; it also opens the way to \
          ask for their support.",
    sources: &["s0-close-need", "s0-close-order", "s1-need-question"],
    weight: Weight::HintThenWarning,
    finds: Finds::Fault,
    applies: "for each interviewer of the company's two latest held rounds",
    mend: "under Close, below the person's name, write `- to win: …` in their words; `declined` if they would not say, \
           `missed` if the moment has gone",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, "- to win: meet the works manager\n", "")] },
    mended: Example::sound("2025-03-06"),
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    each_person(
        application,
        &RULE,
        |person| &person.to_win,
        |name| format!("no word on what it would take to win {name} over"),
        |_| "write `- to win: …` under their name in Close; `declined` or `missed` are answers too".to_owned(),
    )
}
