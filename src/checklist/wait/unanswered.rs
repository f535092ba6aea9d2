//! `wait/unanswered`

use super::{Application, Find, Finding, Rule, Severity};
use crate::checklist::date::spoken;
use crate::checklist::example::{Edit, Example};
use crate::checklist::{Finds, Weight};
use crate::model::Status;
use crate::model::calendar::plus;

/// An application without a word.
pub(super) static RULE: Rule = Rule {
    id: "wait/unanswered",
    title: "an application without a word",
    why: "One question settles whether it is still alive; what is dead and not closed only costs you strength.",
    sources: &["s1-lost-track", "s1-stretched-thin", "s4-no-silence"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Fault,
    applies: "to a company with `status: applied` and no round, once `unanswered_days` after `applied_on` have gone by",
    mend: "ask whether your papers came, or close it: `status: closed`; the day you asked may go into the reason of a \
           waiver: `waive: [wait/unanswered because I asked on DATE]`",
    broken: Example { today: "2025-03-06", edits: &[SILENT] },
    mended: Example { today: "2025-03-06", edits: &[SILENT, Edit::Swap(KESTREL, "status: applied", "status: closed")] },
    beside: &[],
    find: Find::Open(find),
};

const KESTREL: &str = "Companies/Kestrel Tiles.md";
const SILENT: Edit = Edit::Write(KESTREL, "---\ntype: company\nstatus: applied\napplied_on: 2025-02-10\n---\n");

fn find(application: &Application<'_>) -> Vec<Finding> {
    look(application).into_iter().collect()
}

fn look(application: &Application<'_>) -> Option<Finding> {
    let company = application.company;
    let applied = company.applied_on.get()?;
    let patience = plus(applied, u64::from(application.config().unanswered_days));
    let is_silent = company.status.get() == Some(Status::Applied) && company.rounds.is_empty();
    (is_silent && patience < application.today).then(|| {
        let message = format!("{} has not answered the application of {}", company.name, spoken(applied));
        Finding::fault(&RULE, Severity::Hint, application.vault, company.note, company.applied_on.place(), message)
            .help("ask them whether it arrived; or let it go: `status: closed`")
    })
}
