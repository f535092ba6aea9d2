//! `close/played-back`

use super::{Application, Find, Finding, Rule};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;

/// The date was heard, but not said back.
pub(super) static RULE: Rule = Rule {
    id: "close/played-back",
    title: "the date was not said back to them",
    why: "A date that you repeat aloud, for a yes or a no alike, is one that both sides remember.",
    sources: &["s3-play-back"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Fault,
    applies: "for the current held round while its answer is awaited, where there is a `hear_by`",
    mend: "write `hear_by_confirmed: true` in the round once you have said the date back; `missed` if you did not",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, "hear_by_confirmed: true\n", "")] },
    mended: Example::sound("2025-03-06"),
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let waiting = application.waiting().filter(|held| !held.hear_by_confirmed.is_answered());
    let found = waiting.and_then(|held| {
        let date = held.hear_by.get()?;
        let company = &application.company.name;
        let message = format!("{company} may not know that you count on {}", date.format("%-d %B %Y"));
        let place = held.hear_by_confirmed.span.unwrap_or(held.hear_by.place());
        Some(
            Finding::fault(&RULE, Severity::Hint, application.vault, held.note, place, message)
                .help("say the date back, in your thanks if not before, then write `hear_by_confirmed: true`")
                .round(&held),
        )
    });
    found.into_iter().collect()
}
