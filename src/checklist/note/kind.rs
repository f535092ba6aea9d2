//! `note/kind`

use std::sync::Arc;

use super::{Find, Finding, Rule, Scene, fault, reported};
use crate::checklist::example::{Edit, Example, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::model::Record;
use crate::text::Span;

/// A kind of note that there is not, two candidates, or none.
pub(super) static RULE: Rule = Rule {
    id: "note/kind",
    title: "a kind of note that is not known, or not one candidate",
    why: "A note whose `type` has a slip in it is left alone like any other note, and everything in it with it; and \
          a letter has one sender.",
    sources: &[],
    weight: Weight::OneOf(&[Severity::Warning, Severity::Hint]),
    finds: Finds::Fault,
    applies: "to a `type` that misses candidate, company, interviewer, round, testimonial, contact or letter by a slip, \
              and to every candidate beyond the first; a hint where there is none",
    mend: "write the kind as the message shows; keep one note of `type: candidate`",
    broken: Example {
        today: SOUND_DAY,
        edits: &[Edit::Write("Interviewers/Liv Moe.md", "---\ntype: interviwer\n---\n")],
    },
    mended: Example {
        today: SOUND_DAY,
        edits: &[Edit::Write("Interviewers/Liv Moe.md", "---\ntype: interviewer\n---\n")],
    },
    beside: &[],
    find: Find::Vault(find),
};

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    let mut found = reported(scene, &RULE, Problem::Kind);
    found.extend(further(scene));
    found.extend(nobody(scene));
    found
}

/// Every candidate but the first.
fn further(scene: &Scene<'_>) -> Vec<Finding> {
    let Some((first, others)) = scene.vault.candidates.split_first() else { return Vec::new() };
    let first = scene.vault.path(first.note);
    let look = |note| {
        let message = format!("a second candidate: {first} is one already, and a letter has one sender");
        fault(scene, &RULE, Severity::Warning, note, Span::START, message)
            .help("keep one note of `type: candidate`; take the line `type: …` out of the other")
    };
    others.iter().map(|candidate| look(candidate.note)).collect()
}

/// No candidate, while every record can be read. There is no note to place it in.
fn nobody(scene: &Scene<'_>) -> Option<Finding> {
    let broken = scene.vault.notes.iter().any(|note| note.record == Record::Broken);
    if broken || !scene.vault.candidates.is_empty() {
        return None;
    }
    let message = "there is no candidate: letters have no sender, and the pitch has no place";
    let place = Arc::from("vault.toml");
    let said = Diagnostic::new(Problem::Kind, Severity::Hint, &place, Span::START, message)
        .help("write a note `Me.md` with `type: candidate` and `full_name: …` in its front matter");
    Some(Finding::of_diagnostic(&RULE, &said))
}
