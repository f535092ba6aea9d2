//! `close/process`

use super::{Application, Find, Finding, Gap, Rule, gaps};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;

/// What comes next is not clear.
pub(super) static RULE: Rule = Rule {
    id: "close/process",
    title: "the steps ahead are not clear",
    why: "Who knows what is still to come, and when, can prepare for it and is not taken by surprise.",
    sources: &["s3-next-step", "s3-how-many-more", "s3-what-else", "s3-when-steps", "s1-how-many-left", "s4-what-next"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "for the current held round while its answer is awaited",
    mend: "write `next_step`, `rounds_left`, `other_steps` and `steps_when` in the round; `none` (or 0) is an answer, \
           `declined` if they would not say, `missed` if you did not ask",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, "other_steps: none\n", "")] },
    mended: Example::sound("2025-03-06"),
    beside: &["close/debrief"],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let Some(held) = application.waiting() else { return Vec::new() };
    let open = gaps([
        Gap::of("`next_step`", &held.next_step, Severity::Warning),
        Gap::of("`rounds_left`", &held.rounds_left, Severity::Warning),
        Gap::of("`other_steps`", &held.other_steps, Severity::Warning),
        Gap::of("`steps_when`", &held.steps_when, Severity::Warning),
    ]);
    let found = open.into_iter().map(|gaps| {
        let (keys, are) = (gaps.names(), gaps.are());
        let message = format!("what comes after {} is not clear: {keys} {are} not known", application.called(&held));
        Finding::fault(&RULE, gaps.severity, application.vault, held.note, gaps.place.unwrap_or_default(), message)
            .help(format!("write {keys} in the round; `none` and `declined` are answers too, and 0 for a number"))
            .round(&held)
    });
    found.collect()
}
