//! `note/hidden-text`

use super::{Find, Finding, Rule, Scene, reported};
use crate::checklist::example::{Edit, Example, PERSON, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::{Problem, Severity};

/// Characters that nobody sees.
pub(super) static RULE: Rule = Rule {
    id: "note/hidden-text",
    title: "characters that cannot be seen",
    why: "Control characters and marks that turn the direction of writing make a line read otherwise than it stands, on the screen and in a letter.",
    sources: &[],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to marks that override the direction of writing, and to control characters other than tab and line ends",
    mend: "delete them, or type the line anew",
    broken: Example { today: SOUND_DAY, edits: &[Edit::Swap(PERSON, "mends clocks", "mends \u{202e}clocks")] },
    mended: Example::sound(SOUND_DAY),
    beside: &[],
    find: Find::Vault(find),
};

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    reported(scene, &RULE, Problem::HiddenText)
}
