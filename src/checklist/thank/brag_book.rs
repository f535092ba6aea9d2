//! `thank/brag-book`

use super::{Find, Finding, Rule};
use crate::checklist::example::{Edit, Example};
use crate::checklist::{Finds, Scene, Weight};
use crate::diagnostic::Severity;
use crate::text::Span;

/// Nobody else speaks for the candidate.
pub(super) static RULE: Rule = Rule {
    id: "thank/brag-book",
    title: "no praise by others at hand",
    why: "A line by somebody else, with a name and a year, is believed more readily than anything you say of yourself.",
    sources: &["s3-brag-book", "s3-brag-in-letter", "s3-third-party"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Fault,
    applies: "once per vault, as long as it has no testimonial",
    mend: "make a note of `type: testimonial` with author, author_role and a block quote under Quote",
    broken: Example { today: "2025-03-06", edits: &[Edit::Drop("Testimonials/Kiln saved.md")] },
    mended: Example::sound("2025-03-06"),
    beside: &[],
    find: Find::Vault(find),
};

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    let candidate = scene.vault.candidate().filter(|_| scene.vault.testimonials.is_empty());
    let found = candidate.map(|candidate| {
        let message = "there is no testimonial yet that a letter could quote";
        Finding::fault(&RULE, Severity::Hint, scene.vault, candidate.note, Span::START, message).help(
            "make a note of `type: testimonial` with `author`, `author_role`, `organisation`, `given_on`, and the words \
             under `## Quote`",
        )
    });
    found.into_iter().collect()
}
