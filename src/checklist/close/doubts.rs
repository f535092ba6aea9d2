//! `close/doubts`

use super::{Application, Find, Finding, Gap, Rule, gaps, graded};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};

/// Doubts were not asked for.
pub(super) static RULE: Rule = Rule {
    id: "close/doubts",
    title: "not asked for their doubts",
    why: "A doubt that is spoken can be answered, today or in the next round; one that is kept back decides alone.",
    sources: &["s0-close-concerns", "s0-close-clear"],
    weight: Weight::HintThenWarning,
    finds: Finds::Fault,
    applies: "for each interviewer of the company's two latest held rounds",
    mend: "under Close, below the person's name, write `- concerns: …` and `- clear: …` (whether your experience and \
           ability came across); `none` if there was no doubt, `declined` if they would not say, `missed` if you did \
           not ask",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, "- clear: yes\n", "")] },
    mended: Example::sound("2025-03-06"),
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for held in application.latest_two() {
        for close in &held.close.people {
            let name = &close.person.name;
            let open = gaps([
                Gap::of("`- concerns: …`", &close.concerns, graded(held)),
                Gap::of("`- clear: …`", &close.clear, graded(held)),
            ]);
            found.extend(open.into_iter().map(|gaps| {
                let (bullets, are) = (gaps.names(), gaps.are());
                let message = format!("it is not known whether {name} has doubts about you: {bullets} {are} open");
                let place = gaps.place.unwrap_or(close.heading);
                Finding::fault(&RULE, gaps.severity, application.vault, held.note, place, message)
                    .help(format!("write {bullets} under their name in Close; `none` and `declined` are answers too"))
                    .round(held)
                    .person(&close.person)
            }));
        }
    }
    found
}
