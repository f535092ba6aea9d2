//! `note/unknown-key`

use super::{Find, Finding, Rule, Scene, reported};
use crate::checklist::example::{COMPANY, Edit, Example, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::{Problem, Severity};

/// A key that misses a known one.
pub(super) static RULE: Rule = Rule {
    id: "note/unknown-key",
    title: "a key that looks like another one",
    why: "A key with a slip in it is legal and means nothing, so what stands behind it is lost on every rule.",
    sources: &[],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Fault,
    applies: "to an unknown key near a known one of this kind of note, a known key in other case, and a key of another kind; never to tags, aliases, cssclasses, publish and permalink",
    mend: "write the key as the message shows; a key of your own is fine under a name of its own",
    broken: Example {
        today: SOUND_DAY,
        edits: &[Edit::Swap(COMPANY, "status: waiting\n", "status: waiting\nwebsit: harbour-glass.example\n")],
    },
    mended: Example {
        today: SOUND_DAY,
        edits: &[Edit::Swap(COMPANY, "status: waiting\n", "status: waiting\nwebsite: harbour-glass.example\n")],
    },
    beside: &[],
    find: Find::Vault(find),
};

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    reported(scene, &RULE, Problem::UnknownKey)
}
