//! `note/offer`

use super::{Application, Find, Finding, Rule};
use crate::checklist::example::{COMPANY, Edit, Example, ROUND, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{RoundResult, Status};

/// An offer that no round led to.
pub(super) static RULE: Rule = Rule {
    id: "note/offer",
    title: "an offer that no round led to",
    why: "Being asked back, or praised, is no offer; counting it as one ends all the care that still leads to it.",
    sources: &["s1-not-an-offer", "s0-no-lock"],
    weight: Weight::Always(Severity::Error),
    finds: Finds::Fault,
    applies: "to a company with the status `offer` or `accepted` of which no round has the result `offer`",
    mend: "write `result: offer` in the round after which they made it; or the status that is true, such as `waiting`",
    broken: Example { today: SOUND_DAY, edits: &[OFFERED] },
    mended: Example {
        today: SOUND_DAY,
        edits: &[OFFERED, Edit::Swap(ROUND, "state: held\n", "state: held\nresult: offer\n")],
    },
    beside: &[],
    find: Find::Always(find),
};

const OFFERED: Edit = Edit::Swap(COMPANY, "status: waiting\n", "status: offer\ndecided_on: 2025-03-05\n");

fn find(application: &Application<'_>) -> Vec<Finding> {
    let company = application.company;
    let word = match company.status.get() {
        Some(Status::Offer) => "offer",
        Some(Status::Accepted) => "accepted",
        _ => return Vec::new(),
    };
    if application.rounds().any(|(_, round)| round.result.get() == Some(RoundResult::Offer)) {
        return Vec::new();
    }
    let message = format!("the status of {} is {word}, but no round has the result offer", company.name);
    let help = "write `result: offer` in the round after which they made it; being asked back is `result: advanced`";
    let place = company.status.place();
    vec![Finding::fault(&RULE, Severity::Error, application.vault, company.note, place, message).help(help)]
}
