//! `close/asked`

use super::{Application, Find, Finding, Gap, Rule, gaps, graded};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;

/// They did not hear that the candidate wants the job.
pub(super) static RULE: Rule = Rule {
    id: "close/asked",
    title: "did not ask for the job",
    why: "Being keen is easy to hide and hard to guess: those who choose want to hear it, and that it seems to match.",
    sources: &["s4-ask-for-job", "s0-ask-hire", "s0-asking-counts", "s3-say-match", "s0-no-fear"],
    weight: Weight::HintThenWarning,
    finds: Finds::Fault,
    applies: "for the company's two latest held rounds; `said_match` is always a hint",
    mend: "write `asked_for_job: true` and `said_match: true` in the round once you have said both; `missed` if you did \
           not",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, "asked_for_job: true\n", "")] },
    mended: Example::sound("2025-03-06"),
    beside: &[],
    find: Find::Open(find),
};

const ASKED: &str = "`asked_for_job`";

fn find(application: &Application<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for held in application.latest_two() {
        let open = gaps([
            Gap::of(ASKED, &held.asked_for_job, graded(held)),
            Gap::of("`said_match`", &held.said_match, Severity::Hint),
        ]);
        found.extend(open.into_iter().map(|gaps| {
            let said: Vec<&str> = gaps.each.iter().map(|key| what(key)).collect();
            let message =
                format!("no word whether you said in {} that {}", application.called(held), said.join(", and that "));
            let place = gaps.place.unwrap_or_default();
            Finding::fault(&RULE, gaps.severity, application.vault, held.note, place, message)
                .help(format!(
                    "write {} as `true` if you said so; `missed` if you did not, and say it next time",
                    gaps.names()
                ))
                .round(held)
        }));
    }
    found
}

/// What one has said where the key is true.
fn what(key: &str) -> &'static str {
    if key == ASKED { "you want the job" } else { "you see a match" }
}
