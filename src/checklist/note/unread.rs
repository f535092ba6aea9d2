//! `note/unread`

use super::{Find, Finding, Rule, Scene, reported};
use crate::checklist::example::{Example, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::{Problem, Severity};

/// A file that was passed over.
pub(super) static RULE: Rule = Rule {
    id: "note/unread",
    title: "a file could not be read",
    why: "What is not read is not counted; nobody should believe that all is done while a note is passed over.",
    sources: &[],
    weight: Weight::OneOf(&[Severity::Error, Severity::Warning]),
    finds: Finds::Fault,
    applies: "to a Markdown file that is a symlink, no regular file, not readable, not UTF-8, or over 1 MiB and meant as a record; an error where a record links to it, and for a folder that cannot be listed",
    mend: "make it a plain UTF-8 file that you may read; or leave it out with `ignore` in `vault.toml`",
    // No text of a note can break it: it is about files that give no text.
    broken: Example::sound(SOUND_DAY),
    mended: Example::sound(SOUND_DAY),
    beside: &[],
    find: Find::Vault(find),
};

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    reported(scene, &RULE, Problem::Unread)
}
