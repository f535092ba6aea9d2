//! `note/front-matter`

use super::{Find, Finding, Rule, Scene, reported};
use crate::checklist::example::{Edit, Example, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::{Problem, Severity};

/// A record whose properties nobody can read.
pub(super) static RULE: Rule = Rule {
    id: "note/front-matter",
    title: "the front matter cannot be read",
    why: "A record that cannot be read is missing everywhere: no duty, no letter, no reminder comes of it.",
    sources: &[],
    weight: Weight::Always(Severity::Error),
    finds: Finds::Fault,
    applies: "to a note that is plainly meant as a record, with a line `type: …` of a known kind: broken YAML, a fence that is never closed, a key given twice, an alias, or anything before the first fence",
    mend: "mend the line that the message names; one `key: value` a line between two lines of `---` is always right",
    broken: Example {
        today: SOUND_DAY,
        edits: &[Edit::Write("Companies/Tin Works.md", "---\ntype: company\nstatus: applied\nstatus: waiting\n---\n")],
    },
    mended: Example {
        today: SOUND_DAY,
        edits: &[Edit::Write("Companies/Tin Works.md", "---\ntype: company\nstatus: applied\n---\n")],
    },
    beside: &[],
    find: Find::Vault(find),
};

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    reported(scene, &RULE, Problem::FrontMatter)
}
