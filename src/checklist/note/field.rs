//! `note/field`

use super::{Find, Finding, Rule, Scene, fault, reported};
use crate::checklist::example::{COMPANY, Edit, Example, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::{Fix, Problem, Severity};
use crate::model::{Round, RoundState};

/// A value that is none.
pub(super) static RULE: Rule = Rule {
    id: "note/field",
    title: "a value that cannot be read",
    why: "A date that is none, or a word that is not among the allowed ones, counts as nothing, and what hangs on it is never asked for.",
    sources: &[],
    weight: Weight::OneOf(&[Severity::Error, Severity::Hint]),
    finds: Finds::Fault,
    applies: "to a value of the wrong type or outside the allowed ones, an impossible date, a date with a time, and links or phone numbers that YAML would read as something else; a hint where words in `hear_by` are read as `hear_by_said`, and where a filled Close says that a planned round was held",
    mend: "write the value as the message shows; `vault explain KEY` tells what a key takes",
    broken: Example {
        today: SOUND_DAY,
        edits: &[Edit::Swap(COMPANY, "applied_on: 2025-02-10", "applied_on: 2025-02-30")],
    },
    mended: Example::sound(SOUND_DAY),
    beside: &[],
    find: Find::Vault(find),
};

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    let mut found = reported(scene, &RULE, Problem::Field);
    found.extend(scene.vault.rounds.iter().filter_map(|round| outlived(round, scene)));
    found
}

/// `state: planned` over a Close that was filled: the round counts as held, and the note should say so.
fn outlived(round: &Round, scene: &Scene<'_>) -> Option<Finding> {
    let written = round.state.span.filter(|_| round.state.get() == Some(RoundState::Planned))?;
    if round.state(scene.today) != RoundState::Held {
        return None;
    }
    let message = "`state` says planned, and Close is filled: the round counts as held";
    let mut finding = fault(scene, &RULE, Severity::Hint, round.note, written, message)
        .help("write `state: held`; `state: cancelled` if it never took place");
    // Words behind the value would be lost, and are the user's to move.
    if written.range().len() <= "\"planned\"".len() {
        finding.fix = Some(Fix::Replace { span: written, text: "held".to_owned() });
    }
    Some(finding)
}
