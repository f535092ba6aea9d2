//! `letter/template`

use super::{Find, Finding, Rule};
use crate::checklist::example::{Edit, Example, SOUND_DAY};
use crate::checklist::{Finds, Scene, Weight};
use crate::diagnostic::{Problem, Severity};

/// A letter template of the vault's own that fails, or is not trusted.
pub(super) static RULE: Rule = Rule {
    id: "letter/template",
    title: "a letter template fails, or is not trusted",
    why: "A letter that is not drafted is easily not sent; and what a stranger wrote into a vault must not speak in your name unread.",
    sources: &[],
    weight: Weight::OneOf(&[Severity::Error, Severity::Warning]),
    finds: Finds::Fault,
    applies: "to a file in `Letters` in the templates folder; an error where it fails or cannot be read, so that nothing is drafted from it; a warning where it is not trusted, so that the built-in text is used, and where it is named for no document",
    mend: "write what the message shows; `vault explain letter:DOCUMENT` lists the names a template has; to trust it, read it and run `vault trust`; to have the built-in text, delete the file",
    broken: Example {
        today: SOUND_DAY,
        edits: &[Edit::Write(TEMPLATE, "Subject: Thank you\n\n{{ greting }}\n\nThank you for your time.\n")],
    },
    mended: Example {
        today: SOUND_DAY,
        edits: &[Edit::Write(TEMPLATE, "Subject: Thank you\n\n{{ greeting }}\n\nThank you for your time.\n")],
    },
    beside: &[],
    find: Find::Vault(find),
};

const TEMPLATE: &str = "Templates/Letters/thank-you-email.md";

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    let said = scene.diagnostics.iter().filter(|diagnostic| diagnostic.problem == Problem::Template);
    said.map(|diagnostic| Finding::of_diagnostic(&RULE, diagnostic)).collect()
}
