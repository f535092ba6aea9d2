//! `prepare/effort`

use std::cmp::Ordering;

use super::example::{EVE, PLANNED, SECOND};
use super::{Application, Find, Finding, Preparation, Rule};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::text::{Span, listed};

/// Less is done for this round than was for the last.
pub(super) static RULE: Rule = Rule {
    id: "prepare/effort",
    title: "less is prepared than for the round before",
    why: "Most candidates are cut after the first round, often because they let up: each round asks for more than the \
          one before.",
    sources: &["s1-no-coasting", "s1-effort-up", "s1-a-game", "s1-four-marks", "s0-step-up", "s1-harder-unpatterned"],
    weight: Weight::OneOf(&[Severity::Warning, Severity::Hint]),
    finds: Finds::Fault,
    applies: "for each planned round of an open company after a held one, from the business day before to its day: the \
              share of the prepare rules that it satisfies, against that of the round before on its own day; the same \
              share is a hint, unless everything is done",
    mend: "do what is named, above all what you did for the round before",
    broken: Example {
        today: EVE,
        edits: &[
            PLANNED,
            Edit::Swap(ROUND, "round: 1\n", "round: 1\nfocus: fit\n"),
            Edit::Swap(ROUND, "## Questions\n", PREPARED),
            Edit::Swap(SECOND, "- extra mile: the shift handover on one page\n", "- change: begin with the end\n"),
        ],
    },
    mended: Example { today: EVE, edits: &[PLANNED] },
    beside: &["prepare/extra-mile", "prepare/pitch", "prepare/research", "prepare/sheet"],
    find: Find::Open(find),
};

const PREPARED: &str = "\
## Prepare
- fit company: we both think in years
- fit clients: bottlers are no strangers to me
- fit team: I like a night crew
- fit job: I have led two shifts

## Questions
";

fn find(application: &Application<'_>) -> Vec<Finding> {
    let near = application.coming().filter(|round| round.days_before(1) <= application.today);
    near.filter_map(|round| look(&round)).collect()
}

fn look(round: &Preparation<'_, '_>) -> Option<Finding> {
    let previous = round.earlier().last()?;
    let then = round.application.past_preparation(previous).score();
    let now = round.score();
    let (severity, less) = match now.compare(&then) {
        Ordering::Less => (Severity::Warning, "less is prepared"),
        Ordering::Equal if !now.is_full() => (Severity::Hint, "no more is prepared"),
        Ordering::Equal | Ordering::Greater => return None,
    };
    let mut message = format!("{less} for {} ({now}) than was for round {} ({then})", round.called(), previous.number);
    let lost: Vec<&str> = now.lost_since(&then).map(|mark| mark.name).collect();
    if !lost.is_empty() {
        message = format!("{message}; done then and not now: {}", listed(&lost));
    }
    let open: Vec<&str> = now.marks.iter().filter(|mark| !mark.is_satisfied()).map(|mark| mark.name).collect();
    let help = format!("what is open: {}", listed(&open));
    Some(round.lacks(&RULE, severity, round.note, Span::START, message).help(help))
}
