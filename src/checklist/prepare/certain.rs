//! `prepare/certain`

use super::{Application, Find, Finding, Rule};
use crate::checklist::example::{COMPANY, Edit, Example, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Outlook, RoundResult, Status};

/// The candidate is sure of the job, and there is no offer.
pub(super) static RULE: Rule = Rule {
    id: "prepare/certain",
    title: "certain without an offer",
    why: "Whoever believes that it is decided lets up, and changes what worked; being asked back is no offer.",
    sources: &["s0-no-lock", "s1-not-an-offer", "s1-overconfident", "s1-later-is-risky"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "for each open company without an offer",
    mend: "write `outlook: hopeful`; or `status: offer`, once there is one",
    broken: Example {
        today: SOUND_DAY,
        edits: &[Edit::Swap(COMPANY, "status: waiting\n", "status: waiting\noutlook: certain\n")],
    },
    mended: Example {
        today: SOUND_DAY,
        edits: &[Edit::Swap(COMPANY, "status: waiting\n", "status: waiting\noutlook: hopeful\n")],
    },
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let company = application.company;
    let is_offered = company.status.get() == Some(Status::Offer)
        || application.held().iter().any(|held| held.result.get() == Some(RoundResult::Offer));
    if company.outlook.get() != Some(Outlook::Certain) || is_offered {
        return Vec::new();
    }
    let message = format!("you are certain of {}, and there is no offer yet: this is when people let up", company.name);
    let place = company.outlook.place();
    let finding = Finding::fault(&RULE, Severity::Warning, application.vault, company.note, place, message);
    vec![finding.help("write `outlook: hopeful` and prepare as before; `status: offer`, once there is one")]
}
