//! `prepare/pitch`

use super::example::{DAY, PLANNED, RESEARCHED, SECOND};
use super::{Asked, Find, Preparation, Rule, each};
use crate::checklist::example::{Edit, Example};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::Prepare;
use crate::text::Span;
use crate::text::words::normalised;

/// There is no pitch, or it is changed without a reason that one of them gave.
pub(super) static RULE: Rule = Rule {
    id: "prepare/pitch",
    title: "no pitch, or a change to it without a reason",
    why: "What won the first round wins the next: the pitch stays the same for everyone, and is changed only for what \
          an interviewer said about those to come.",
    sources: &["s0-same-core", "s0-no-drift", "s0-drift-exception", "s1-refine"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "for each planned round of an open company, from `prepare_days` before to its day: the candidate's Pitch, \
              and every `change` under Prepare",
    mend: "write the pitch under Pitch in your own note; give each `change` its reason and link who gave it, somebody \
           you met before: `- change: …, because [[Full Name]] said …`",
    broken: Example {
        today: DAY,
        edits: &[
            PLANNED,
            RESEARCHED,
            Edit::Swap(SECOND, "## Prepare\n", "## Prepare\n- change: begin with the night shift\n"),
        ],
    },
    mended: Example {
        today: DAY,
        edits: &[
            PLANNED,
            RESEARCHED,
            Edit::Swap(
                SECOND,
                "## Prepare\n",
                "## Prepare\n- change: begin with the night shift, because [[Ines Falk]] said it worries the works\n",
            ),
        ],
    },
    beside: &[],
    find: Find::Open(|application| each(application, look)),
};

const REASON: &str = "say why, and link who said so: `- change: …, because [[Full Name]] said …`; without a reason from \
                      somebody you met, leave the pitch as it is";

/// One duty for both, so that the agenda has one line: the pitch comes before its changes.
pub(super) fn look(round: &Preparation<'_, '_>) -> Asked {
    let candidate = round.application.vault.candidate();
    let loose: Vec<&Prepare> = round.bullets("change").filter(|change| !is_founded(round, change)).collect();
    let changes = match loose.len() {
        1 => "a change to the pitch".to_owned(),
        n => format!("{n} changes to the pitch"),
    };
    let changes = format!("{changes} for {} without a reason from somebody you met", round.called());
    let (note, span, message, help, title) = if candidate.is_some_and(|candidate| candidate.pitch.is_some()) {
        let Some(first) = loose.first() else { return Asked::Done };
        let title = "Say who asked for the change to the pitch";
        (round.note, first.span, changes, REASON, title)
    } else {
        let and = if loose.is_empty() { String::new() } else { format!("; and {changes}") };
        let message = format!("there is no pitch to give in {}{and}", round.called());
        let note = candidate.map_or(round.note, |candidate| candidate.note);
        let help = "write under `## Pitch` in your own note how you present yourself to everyone";
        (note, Span::START, message, help, "Write your pitch")
    };
    let finding = round.lacks(&RULE, Severity::Warning, note, span, message);
    finding.help(help).duty_of(round.duty(1, 3, title)).into()
}

/// Whether a change says why, and links somebody met before who said so.
fn is_founded(round: &Preparation<'_, '_>, change: &Prepare) -> bool {
    let met = change.people.iter().any(|person| round.application.met_before(person, round.number));
    met && normalised(&change.text).any(|word| word == "because")
}
