//! `note/bullet`

use super::{Find, Finding, Rule, Scene, reported};
use crate::checklist::example::{Edit, Example, ROUND, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::{Problem, Severity};

/// A bullet that is nearly one the program reads.
pub(super) static RULE: Rule = Rule {
    id: "note/bullet",
    title: "a bullet that is not read as it was meant",
    why: "A label with a slip in it, or a log line that cannot be read, counts as a free note: the question stays open, the thanks uncounted.",
    sources: &[],
    weight: Weight::OneOf(&[Severity::Warning, Severity::Hint]),
    finds: Finds::Fault,
    applies: "to a label or a heading that misses a known one by a slip, a task date in the wrong place, a research or log bullet without a date, an accomplishment or key fact without a label, a log line with an unknown channel or purpose or that could mean several people; a warning for what stands under nobody of the round in Close",
    mend: "write the bullet, or the heading, as the message shows",
    broken: Example {
        today: SOUND_DAY,
        edits: &[Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-05 pigeon other to [[Ines Falk]]\n")],
    },
    mended: Example {
        today: SOUND_DAY,
        edits: &[Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-05 phone other with [[Ines Falk]]\n")],
    },
    beside: &[],
    find: Find::Vault(find),
};

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    reported(scene, &RULE, Problem::Bullet)
}
