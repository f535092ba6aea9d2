//! `note/past-round`

use super::{Application, Duty, Find, Finding, Rule};
use crate::checklist::date::spoken;
use crate::checklist::example::{Edit, Example};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;

/// The day has come, and nobody knows whether the interview took place.
pub(super) static RULE: Rule = Rule {
    id: "note/past-round",
    title: "a planned round whose day has come",
    why: "Only you know whether it was held; the thank-yous, which should go by the next day, wait for that.",
    sources: &["s3-same-or-next-day"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "to a planned round of an open company from its day on",
    mend: "write `state: held`, or `state: cancelled`; or the new `interview_date` if it was moved",
    broken: Example { today: "2025-03-07", edits: &[Edit::Write(SECOND, PLANNED)] },
    mended: Example {
        today: "2025-03-07",
        edits: &[Edit::Write(SECOND, PLANNED), Edit::Swap(SECOND, "state: planned", "state: cancelled")],
    },
    beside: &[],
    find: Find::Open(find),
};

const SECOND: &str = "Rounds/2025-03-06 Harbour Glass.md";
const PLANNED: &str = "\
---
type: round
company: \"[[Harbour Glass]]\"
round: 2
state: planned
booked_on: 2025-03-05
interview_date: 2025-03-06
interviewers: [\"[[Ines Falk]]\"]
---
";

fn find(application: &Application<'_>) -> Vec<Finding> {
    let company = &application.company.name;
    let come = application.planned().iter().filter(|planned| planned.date <= application.today);
    // A state that cannot be read is reported itself.
    let come = come.filter(|planned| planned.state.span.is_none() || !planned.state.is_absent());
    come.map(|planned| {
        let message =
            format!("the interview at {company} was planned for {}: held, or cancelled?", spoken(planned.date));
        let title = format!("Say whether the interview at {company} was held");
        let duty = Duty::new(Some(planned.date), planned.date, 1, title).by_writing();
        let place = planned.state.place();
        Finding::fault(&RULE, Severity::Warning, application.vault, planned.note, place, message)
            .help("write `state: held` (the thank-yous wait for it), `state: cancelled`, or the new `interview_date`")
            .round_at(planned.at)
            .duty_of(duty)
    })
    .collect()
}
