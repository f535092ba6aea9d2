//! `wait/company-need`

use super::{Application, Find, Finding, Held, Rule, Severity};
use crate::checklist::example::{COMPANY, Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Weight};
use crate::model::calendar::plus;
use crate::model::{Document, Purpose};

/// They need something, and nothing was proposed.
pub(super) static RULE: Rule = Rule {
    id: "wait/company-need",
    title: "a need of theirs, and no proposal for it",
    why: "A short plan for one thing they lack shows you at work before they have hired you.",
    sources: &["s4-company-need", "s4-not-just-conform"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Duty,
    applies: "to the current held round while its answer is awaited, where the company has a line under Needs and got \
              no proposal; from the day after the round until three business days after it, never before a quiet day",
    mend: "send a proposal for one of the needs, and log it in the round: `- DATE email proposal to [[NAME]]`; where \
           it is out of place: `waive: [wait/company-need because REASON]`",
    broken: Example { today: "2025-03-06", edits: &[NEED] },
    mended: Example {
        today: "2025-03-06",
        edits: &[NEED, Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-06 email proposal to [[Ines Falk]]\n")],
    },
    beside: &[],
    find: Find::Open(find),
};

const NEED: Edit = Edit::Swap(COMPANY, "## Research\n", "## Needs\n- nobody trains the night crew\n\n## Research\n");

/// Business days after the round.
const DUE: u32 = 3;

fn find(application: &Application<'_>) -> Vec<Finding> {
    application.waiting().and_then(|held| look(application, &held)).into_iter().collect()
}

fn look(application: &Application<'_>, held: &Held<'_>) -> Option<Finding> {
    let company = application.company;
    let need = company.needs.first()?;
    if application.made().iter().any(|made| made.purpose == Purpose::Proposal) {
        return None;
    }
    let opens = application.after_quiet(held, plus(held.date, 1));
    let due = application.after_quiet(held, application.calendar().after(held.date, DUE));
    let message = format!("{} has a need that you could meet, and no proposal was sent: {}", company.name, need.text);
    let title = format!("Propose to {} how you would meet one of their needs", company.name);
    let duty = Duty::new(Some(opens), due, 4, title).document(Document::Proposal);
    let finding = Finding::fault(&RULE, Severity::Hint, application.vault, company.note, need.span, message);
    let way = "send a proposal for it, and log it in the round: `- DATE email proposal to [[NAME]]`";
    Some(finding.help(way).round(held).duty_of(duty))
}
