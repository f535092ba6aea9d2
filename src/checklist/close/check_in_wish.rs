//! `close/check-in-wish`

use super::{Application, Find, Finding, Rule, unless_missed};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;

/// Nobody was asked how they like to be checked in with.
pub(super) static RULE: Rule = Rule {
    id: "close/check-in-wish",
    title: "not asked how they like to hear from you",
    why: "One employer likes a call, another a line by e-mail: whoever knows the wish can stay in touch and be welcome.",
    sources: &["s4-checkin-wish", "s4-respect-channel", "s4-no-silence"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "for the current held round while its answer is awaited",
    mend: "write `check_in: email` (or phone, post, any) in the round; `declined` if they would not say, `missed` if \
           you did not ask",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, "check_in: email\n", "")] },
    mended: Example::sound("2025-03-06"),
    beside: &["close/debrief"],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let waiting = application.waiting().filter(|held| !held.check_in.is_answered());
    let found = waiting.map(|held| {
        let severity = unless_missed(&held.check_in, Severity::Warning);
        let message = format!("it is not known how {} likes to hear from you", application.company.name);
        Finding::fault(&RULE, severity, application.vault, held.note, held.check_in.place(), message)
            .help("write `check_in: email` (or phone, post, any); `check_in: declined` if they would not say")
            .round(&held)
    });
    found.into_iter().collect()
}
