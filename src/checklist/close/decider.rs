//! `close/decider`

use super::{Application, Find, Finding, Rule, unless_missed};
use crate::checklist::example::{COMPANY, Edit, Example};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;

/// Nobody was asked who decides.
pub(super) static RULE: Rule = Rule {
    id: "close/decider",
    title: "it is not known who decides",
    why: "The one who decides is the one to ask for the job, and later for the decision.",
    sources: &["s0-call-decider", "s0-deflect-1", "s0-ask-hire"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "for each open company after its first held round",
    mend: "write `decider: \"[[Full Name]]\"` in the company, or in the round that taught it; `declined` if they would \
           not say, `missed` if you did not ask",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(COMPANY, "decider: \"[[Ines Falk]]\"\n", "")] },
    mended: Example::sound("2025-03-06"),
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let decider = application.decider();
    if application.held().is_empty() || decider.is_answered() {
        return Vec::new();
    }
    let company = application.company;
    let severity = unless_missed(decider, Severity::Warning);
    let message = format!("it is not known who decides at {}", company.name);
    let finding = Finding::fault(&RULE, severity, application.vault, company.note, company.decider.place(), message);
    vec![finding.help("write `decider: \"[[Full Name]]\"`; `decider: declined` if they would not say")]
}
