//! `note/status`

use super::{Application, Find, Finding, Rule};
use crate::checklist::example::{COMPANY, Edit, Example, ROUND, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{RoundResult, Status};

/// The round says one thing, the company another.
pub(super) static RULE: Rule = Rule {
    id: "note/status",
    title: "the company's status does not follow its last round",
    why: "What is still to be done follows the company's status; one that lags behind asks for the wrong things.",
    sources: &[],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "where the latest held round has the result `rejected` and the status is not rejected, withdrawn or \
              closed; or `offer`, and the status is not offer, accepted, rejected, withdrawn or closed",
    mend: "write the company's `status`, with `decided_on`; or the round's `result` that is true",
    broken: Example { today: SOUND_DAY, edits: &[REJECTED, THANKED] },
    mended: Example {
        today: SOUND_DAY,
        edits: &[
            REJECTED,
            THANKED,
            Edit::Swap(COMPANY, "status: waiting\n", "status: rejected\ndecided_on: 2025-03-05\n"),
        ],
    },
    beside: &[],
    find: Find::Always(find),
};

const REJECTED: Edit = Edit::Swap(ROUND, "state: held\n", "state: held\nresult: rejected\n");
const THANKED: Edit = Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-06 email rejection-thanks to [[Ines Falk]]\n");

fn find(application: &Application<'_>) -> Vec<Finding> {
    let company = application.company;
    let Some(held) = application.current() else { return Vec::new() };
    let status = company.status.get();
    let over = matches!(status, Some(Status::Rejected | Status::Withdrawn | Status::Closed));
    let (word, end) = match held.result.get() {
        Some(RoundResult::Rejected) if !over => ("rejected", "a rejection"),
        Some(RoundResult::Offer) if !over && !matches!(status, Some(Status::Offer | Status::Accepted)) => {
            ("offer", "an offer")
        }
        _ => return Vec::new(),
    };
    let message = format!("{} ended with {end}, and the company's status does not say so", application.called(&held));
    let place = company.status.place();
    let finding = Finding::fault(&RULE, Severity::Warning, application.vault, company.note, place, message);
    vec![finding.help(format!("write `status: {word}`, and `decided_on: YYYY-MM-DD`")).round(&held)]
}
