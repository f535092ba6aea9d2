//! `close/next-people`

use super::{Application, Find, Finding, Rule, is_last, unless_missed};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;

/// Nobody was asked who comes next.
pub(super) static RULE: Rule = Rule {
    id: "close/next-people",
    title: "not asked whom you will meet next",
    why: "Those you have met can tell you about those you will meet, but only if you know who they are.",
    sources: &["s1-with-whom", "s0-ask-each-before-next", "s3-listen-flesh-out"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "for each held round, until the next one names its interviewers or is held; not where `rounds_left` is 0",
    mend: "write `next_interviewers: [\"[[Full Name]]\"]` in the round; `declined` if they would not say, `missed` if \
           you did not ask",
    broken: Example {
        today: "2025-03-06",
        edits: &[Edit::Swap(ROUND, "next_interviewers: [\"[[Ines Falk]]\"]\n", "")],
    },
    mended: Example::sound("2025-03-06"),
    beside: &["close/debrief"],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let rounds = application.before_the_next_is_known();
    let silent = rounds.filter(|held| !is_last(held) && !held.next_interviewers.is_answered());
    let found = silent.map(|held| {
        let severity = unless_missed(&held.next_interviewers, Severity::Warning);
        let message = format!("no word on whom you will meet after {}", application.called(&held));
        Finding::fault(&RULE, severity, application.vault, held.note, held.next_interviewers.place(), message)
            .help("write `next_interviewers: [\"[[Full Name]]\"]`; `rounds_left: 0` if no interview is left")
            .round(&held)
    });
    found.collect()
}
