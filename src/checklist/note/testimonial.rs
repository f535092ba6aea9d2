//! `note/testimonial`

use super::{Find, Finding, Rule, Scene, fault, lacks};
use crate::checklist::example::{Edit, Example, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Testimonial, folded};
use crate::text::{Span, listed};

/// Praise that nobody stands behind.
pub(super) static RULE: Rule = Rule {
    id: "note/testimonial",
    title: "praise that nobody stands behind",
    why: "A word from somebody else carries weight because of who says it; without the name and the part they played \
          it is one's own praise in quotation marks.",
    sources: &["s3-third-party", "s3-brag-attribution", "s3-brag-book"],
    weight: Weight::Always(Severity::Error),
    finds: Finds::Fault,
    applies: "to a testimonial without `author`, `author_role` or a quote, or whose author is the candidate",
    mend: "write `author` and `author_role`, and their words as a block quote (`> …`) under `## Quote`",
    broken: Example {
        today: SOUND_DAY,
        edits: &[Edit::Swap("Testimonials/Kiln saved.md", "author_role: works manager\n", "")],
    },
    mended: Example::sound(SOUND_DAY),
    beside: &[],
    find: Find::Vault(find),
};

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    let all = scene.vault.testimonials.iter();
    all.flat_map(|testimonial| [lacking(scene, testimonial), own(scene, testimonial)]).flatten().collect()
}

fn lacking(scene: &Scene<'_>, testimonial: &Testimonial) -> Option<Finding> {
    let missing: Vec<&str> = [
        (lacks(&testimonial.author), "`author`"),
        (lacks(&testimonial.author_role), "`author_role`"),
        (testimonial.quote.is_none(), "a block quote (`> …`) under `## Quote`"),
    ]
    .into_iter()
    .filter_map(|(missing, name)| missing.then_some(name))
    .collect();
    if missing.is_empty() {
        return None;
    }
    let missing = listed(&missing);
    let message = format!("the testimonial lacks {missing}");
    let finding = fault(scene, &RULE, Severity::Error, testimonial.note, Span::START, message);
    Some(finding.help(format!("write {missing}: who says it is what makes it count")))
}

/// Nobody vouches for themselves.
fn own(scene: &Scene<'_>, testimonial: &Testimonial) -> Option<Finding> {
    let candidate = scene.vault.candidate()?.full_name.text()?;
    testimonial.author.text().filter(|author| folded(author) == folded(candidate))?;
    let message = format!("{candidate} cannot bear witness to {candidate}: a testimonial is somebody else's word");
    let finding = fault(scene, &RULE, Severity::Error, testimonial.note, testimonial.author.place(), message);
    Some(finding.help("write in `author` who said it; what you say of yourself goes under Accomplishments"))
}
