//! `note/conflict`

use super::{Find, Finding, Rule, Scene, reported};
use crate::checklist::example::{Edit, Example, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::{Problem, Severity};

/// Two versions of one note.
pub(super) static RULE: Rule = Rule {
    id: "note/conflict",
    title: "two versions of a note",
    why: "Where two versions stand beside each other the program would have to guess which is meant, and it does not guess with your notes.",
    sources: &[],
    weight: Weight::OneOf(&[Severity::Error, Severity::Warning]),
    finds: Finds::Fault,
    applies: "to a note with git conflict markers in it (error), and to a note beside which a synchronisation left a conflict copy (warning); it cannot be waived",
    mend: "keep what is right of both, and remove the markers, or the copy",
    broken: Example { today: SOUND_DAY, edits: &[Edit::Write("Companies/Tin Works.md", TORN)] },
    mended: Example {
        today: SOUND_DAY,
        edits: &[Edit::Write(
            "Companies/Tin Works.md",
            "---\ntype: company\nstatus: applied\n---\n## Needs\n- night work\n",
        )],
    },
    beside: &[],
    find: Find::Vault(find),
};

const TORN: &str = "---\ntype: company\nstatus: applied\n---\n## Needs\n<<<<<<< mine\n- night work\n=======\n- day work\n>>>>>>> theirs\n";

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    reported(scene, &RULE, Problem::Conflict)
}
