//! `note/link`

use super::{Find, Finding, Rule, Scene, reported};
use crate::checklist::example::{COMPANY, Edit, Example, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::{Problem, Severity};

/// A link that leads nowhere.
pub(super) static RULE: Rule = Rule {
    id: "note/link",
    title: "a link that leads to no note, to two, or to the wrong kind",
    why: "Links tie a round to its company and its people; one that leads nowhere cuts them off from each other.",
    sources: &[],
    weight: Weight::OneOf(&[Severity::Error, Severity::Hint]),
    finds: Finds::Fault,
    applies: "to every link in a property, and to several in one entry of a list; a hint where an interviewer is only named so far and `check --fix` can make the note",
    mend: "write the name of the note as the message shows, with its folder where two notes share the name",
    broken: Example {
        today: SOUND_DAY,
        edits: &[Edit::Swap(COMPANY, "contact: \"[[Ines Falk]]\"", "contact: \"[[Ines Flak]]\"")],
    },
    mended: Example::sound(SOUND_DAY),
    beside: &[],
    find: Find::Vault(find),
};

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    reported(scene, &RULE, Problem::Link)
}
