//! `close/support`

use super::{Application, Find, Finding, Rule, each_person};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};

/// Somebody was not asked for their support.
pub(super) static RULE: Rule = Rule {
    id: "close/support",
    title: "not asked for their support",
    why: "Everybody you meet can speak for you or against you, those too who say that they do not decide.",
    sources: &[
        "s0-know-and-advocate",
        "s0-every-vote",
        "s0-not-important-trap",
        "s0-seniority",
        "s1-endorse-each",
        "s1-over-others",
        "s1-buy-in",
    ],
    weight: Weight::HintThenWarning,
    finds: Finds::Fault,
    applies: "for each interviewer of the company's two latest held rounds, whatever the rank, `claims_no_say` or not",
    mend: "under Close, below the person's name, write `- support: yes` (or no, unsure, deflected; `deflected, then \
           …` when you asked again); `missed` if the moment has gone",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, "- support: yes\n", "")] },
    mended: Example::sound("2025-03-06"),
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    each_person(
        application,
        &RULE,
        |person| &person.support,
        |name| format!("no word whether {name} will back you"),
        |_| {
            "write `- support: …` under their name in Close: yes, no, unsure or deflected; `declined` or `missed` are \
             answers too"
                .to_owned()
        },
    )
}
