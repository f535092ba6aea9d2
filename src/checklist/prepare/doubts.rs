//! `prepare/doubts`

use super::example::{DAY, PLANNED, RESEARCHED, SECOND};
use super::{Asked, Find, Preparation, Rule, each};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Concern, Finds, Weight};
use crate::diagnostic::Severity;
use crate::text::{Span, listed};

const DOUBTED: Edit = Edit::Swap(ROUND, "- concerns: none\n", "- concerns: never ran a float line\n");

/// A doubt is known, and nothing is prepared against it.
pub(super) static RULE: Rule = Rule {
    id: "prepare/doubts",
    title: "a known doubt has no answer",
    why: "A doubt that was spoken comes back; with an answer ready it turns into a reason to choose you.",
    sources: &["s0-close-concerns", "s0-tailor-to-person", "s1-ask-strong-weak", "s2-know-aim"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "for each planned round of an open company, from `prepare_days` before to its day: the concerns in the \
              Profile of those you will meet, the `concerns` and `shore_up` of the earlier rounds",
    mend: "under Prepare, write `- answer: the doubt → your reply` and `- strengthen: the weak spot → your plan`, with \
           at least half of their words left of the arrow; a reply behind `concerns` itself, `doubt → reply`, answers \
           it in every later round",
    broken: Example { today: DAY, edits: &[PLANNED, RESEARCHED, DOUBTED] },
    mended: Example {
        today: DAY,
        edits: &[
            PLANNED,
            RESEARCHED,
            DOUBTED,
            Edit::Swap(
                SECOND,
                "## Prepare\n",
                "## Prepare\n- answer: never ran a float line → two weeks on one in Ostby, in May\n",
            ),
        ],
    },
    beside: &[],
    find: Find::Open(|application| each(application, look)),
};

pub(super) fn look(round: &Preparation<'_, '_>) -> Asked {
    let (doubts, weak) = (round.doubts(), round.weak_spots());
    if doubts.is_empty() && weak.is_empty() {
        return Asked::Nothing;
    }
    let open: Vec<&Concern<'_>> = doubts.iter().chain(&weak).filter(|concern| concern.answer.is_none()).collect();
    let Some(first) = open.first() else { return Asked::Done };
    let told: Vec<String> = open.iter().map(|concern| tell(concern)).collect();
    let have = if told.len() == 1 { "has" } else { "have" };
    let message = format!("{} {have} no answer yet for {}", listed(&told), round.called());
    let (title, help) = if first.of.is_some() {
        (format!("Prepare an answer to {}", tell(first)), format!("`- answer: {} → your reply`", first.text))
    } else {
        (format!("Prepare a plan for {}", tell(first)), format!("`- strengthen: {} → your plan`", first.text))
    };
    let duty = round.duty(1, 2, title);
    let finding = round.lacks(&RULE, Severity::Warning, round.note, Span::START, message);
    finding.help(format!("write under Prepare {help}")).duty_of(duty).into()
}

fn tell(concern: &Concern<'_>) -> String {
    match concern.of {
        Some(person) => format!("{}'s doubt \"{}\"", person.name, concern.text),
        None => format!("the weak spot \"{}\"", concern.text),
    }
}
