//! `note/field`

use super::{Find, Finding, Rule, Scene, reported};
use crate::checklist::Weight;
use crate::checklist::example::{COMPANY, Edit, Example, SOUND_DAY};
use crate::diagnostic::{Problem, Severity};

/// A value that is none.
pub(super) static RULE: Rule = Rule {
    id: "note/field",
    title: "a value that cannot be read",
    why: "A date that is none, or a word that is not among the allowed ones, counts as nothing, and what hangs on it is never asked for.",
    sources: &[],
    weight: Weight::OneOf(&[Severity::Error, Severity::Hint]),
    applies: "to a value of the wrong type or outside the allowed ones, an impossible date, a date with a time, and links or phone numbers that YAML would read as something else; a hint where words in `hear_by` are read as `hear_by_said`",
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
    reported(scene, &RULE, Problem::Field)
}
