//! `answer/offer`

use super::{Application, Find, Finding, Rule};
use crate::checklist::date::spoken;
use crate::checklist::example::{COMPANY, Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::Status;

/// An offer waits for its answer.
pub(super) static RULE: Rule = Rule {
    id: "answer/offer",
    title: "an offer waits for your answer",
    why: "They gave you a day, as you asked them for one; yes or no, they should hear by then.",
    sources: &["s4-no-burnt-bridges", "s4-promises"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "while the status is `offer` and `offer_by` is known, from `decided_on` to `offer_by`",
    mend: "decide and tell them, then write `status: accepted` or `status: withdrawn`; a new `offer_by` if they gave \
           you more time",
    broken: Example { today: "2025-03-11", edits: &[OFFERED, RESULT] },
    mended: Example { today: "2025-03-11", edits: &[ACCEPTED, RESULT] },
    beside: &[],
    find: Find::Always(find),
};

const OFFERED: Edit =
    Edit::Swap(COMPANY, "status: waiting\n", "status: offer\ndecided_on: 2025-03-05\noffer_by: 2025-03-10\n");
const ACCEPTED: Edit =
    Edit::Swap(COMPANY, "status: waiting\n", "status: accepted\ndecided_on: 2025-03-05\noffer_by: 2025-03-10\n");
const RESULT: Edit = Edit::Swap(ROUND, "state: held\n", "state: held\nresult: offer\n");

fn find(application: &Application<'_>) -> Vec<Finding> {
    look(application).into_iter().collect()
}

fn look(application: &Application<'_>) -> Option<Finding> {
    let company = application.company;
    let by = company.offer_by.get().filter(|_| company.status.get() == Some(Status::Offer))?;
    let name = &company.name;
    let message = format!("{name} made an offer and wants your answer by {}", spoken(by));
    let title = format!("Decide about the offer, and tell {name} by {}", spoken(by));
    let duty = Duty::new(company.decided_on.get(), by, 1, title).by_writing();
    let place = company.offer_by.place();
    let finding = Finding::fault(&RULE, Severity::Warning, application.vault, company.note, place, message);
    let help = "tell them, then write `status: accepted` or `status: withdrawn`; or the new `offer_by` they gave you";
    Some(finding.help(help).duty_of(duty))
}
