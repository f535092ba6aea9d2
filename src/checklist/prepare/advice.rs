//! `prepare/advice`

use super::example::{DAY, PLANNED, RESEARCHED, SECOND};
use super::{Asked, Find, Preparation, Rule, each};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Advice, Finds, Weight};
use crate::diagnostic::Severity;
use crate::text::{Span, listed};

const ADVISED: Edit =
    Edit::Swap(ROUND, "- support: yes\n", "- support: yes\n- advice: bring the figures on one page\n");

/// An interviewer gave advice, and nothing was made of it.
pub(super) static RULE: Rule = Rule {
    id: "prepare/advice",
    title: "advice is not worked in",
    why: "Whoever advises you on how to present yourself wants you to get on, and will notice what became of it.",
    sources: &["s0-suggestions", "s0-sponsor-input"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "for each planned round of an open company, from `prepare_days` before to its day: every `advice` of its \
              earlier rounds",
    mend: "work it in and write under Prepare, one line for each piece of advice, with a link to its giver: `- used: …, \
           as [[Full Name]] advised`",
    broken: Example { today: DAY, edits: &[PLANNED, RESEARCHED, ADVISED] },
    mended: Example {
        today: DAY,
        edits: &[
            PLANNED,
            RESEARCHED,
            ADVISED,
            Edit::Swap(SECOND, "## Prepare\n", "## Prepare\n- used: one page of figures, as [[Ines Falk]] advised\n"),
        ],
    },
    beside: &[],
    find: Find::Open(|application| each(application, look)),
};

pub(super) fn look(round: &Preparation<'_, '_>) -> Asked {
    let all = round.advice();
    if all.is_empty() {
        return Asked::Nothing;
    }
    let open: Vec<&Advice<'_>> = all.iter().filter(|advice| !advice.is_used).collect();
    let Some(first) = open.first() else { return Asked::Done };
    let told: Vec<String> =
        open.iter().map(|advice| format!("{} advised \"{}\"", advice.giver.name, advice.text)).collect();
    let giver = &first.giver.name;
    let message = format!("advice not worked into {} yet: {}", round.called(), listed(&told));
    let title = format!("Work in what {giver} advised");
    let finding = round.lacks(&RULE, Severity::Warning, round.note, Span::START, message);
    let help = format!("write under Prepare what you made of it: `- used: …, as [[{giver}]] advised`");
    finding.help(help).duty_of(round.duty(2, 2, title)).into()
}
