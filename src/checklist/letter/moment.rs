//! `letter/moment`

use super::example::{BY_HAND_ONLY, CARD, CARD_PATH, NOT_THANKED};
use super::text::shown;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::Document;
use crate::prose::Terms;

/// What this person said is not in their letter.
pub(super) static RULE: Rule = Rule {
    id: "letter/moment",
    title: "thanks without what the person said",
    why: "One thing that only this person said makes a letter theirs; without it the thanks could be anybody's.",
    sources: &["s4-person-refs", "s4-each-own-letter", "s0-common-ground"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to unsent letters, e-mails and cards of thanks whose duty stands, to whoever has a `moment` under Close",
    mend: "tell them which of their words stayed with you",
    broken: Example {
        today: "2025-03-05",
        edits: &[
            NOT_THANKED,
            BY_HAND_ONLY,
            CARD,
            Edit::Swap(CARD_PATH, " I still think about the colour of the melt.", " I hope we speak again soon."),
        ],
    },
    mended: Example { today: "2025-03-05", edits: &[NOT_THANKED, BY_HAND_ONLY, CARD] },
    beside: &["thank/handwritten-card"],
    find: Lint::of(&[Document::PostedLetter, Document::ThankYouEmail, Document::ThankYouCard], find),
};

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let moments = moments_of(text);
    let (Some(first), false) = (moments.first(), text.awaits_words()) else { return Vec::new() };
    let mut said = text.terms();
    // What they said may well be told in quotation marks.
    if moments.iter().any(|moment| moment.contains(['"', '“', '„', '«'])) {
        said.extend(text.prose().with_quotations().map(|sentence| sentence.terms));
    }
    if moments.iter().any(|moment| Terms::of(moment).spoken_of_in(&said)) {
        return Vec::new();
    }
    let name = text.to().map_or("them", |to| to.name.as_str());
    let message = format!("nothing here is about what {name} said and what stayed with you: {}", shown(first));
    let help = "say so: \"I keep thinking about …\"";
    vec![text.lack(&RULE, Severity::Warning, message).help(help)]
}

/// What the addressee said and what stayed: in the round of the letter, else in any.
pub(super) fn moments_of<'v>(text: &Text<'_, 'v>) -> Vec<&'v str> {
    let Some(to) = text.to() else { return Vec::new() };
    let held = text.application.held().iter().rev().map(|held| held.round);
    let closes = text.round().into_iter().chain(held).filter_map(|round| round.close.of(to));
    closes.flat_map(|close| close.moments.list()).map(|moment| moment.value.as_str()).collect()
}
