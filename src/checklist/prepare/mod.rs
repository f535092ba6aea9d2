//! Before a round: whom one meets, what they look for, and what goes beyond the last time.
//!
//! Most rules tell one thing in one `look`: what is open of it for a round, or that the round does
//! not ask for it. The duties and the [score](super::score) are both made of that.

mod advice;
mod answers;
mod certain;
mod clash;
mod doubts;
mod effort;
mod example;
mod extra_mile;
mod focus;
mod format;
mod person;
mod pitch;
mod repeat;
mod research;
mod rivals;
mod sheet;
mod who;

use super::score::{Asked, Group, Look, Measure};
use super::{Application, Find, Finding, Preparation, Rule};
use crate::diagnostic::Severity;
use crate::model::NoteId;
use crate::text::Span;

/// The rules of this stage.
pub(super) const RULES: &[&Rule] = &[
    &advice::RULE,
    &answers::RULE,
    &certain::RULE,
    &clash::RULE,
    &doubts::RULE,
    &effort::RULE,
    &extra_mile::RULE,
    &focus::RULE,
    &format::RULE,
    &person::RULE,
    &pitch::RULE,
    &repeat::RULE,
    &research::RULE,
    &rivals::RULE,
    &sheet::RULE,
    &who::RULE,
];

/// What counts for the preparation score, in the order of a preparation.
#[rustfmt::skip]
pub(super) static MEASURES: [Measure; 12] = [
    Measure { rule: &who::RULE,        group: Group::Research,    name: "the interviewers' names", look: who::look },
    Measure { rule: &person::RULE,     group: Group::Research,    name: "the people",              look: person::look },
    Measure { rule: &format::RULE,     group: Group::Preparation, name: "the format",              look: format::look },
    Measure { rule: &research::RULE,   group: Group::Research,    name: "research",                look: research::look },
    Measure { rule: &pitch::RULE,      group: Group::Preparation, name: "the pitch",               look: pitch::look },
    Measure { rule: &advice::RULE,     group: Group::Effort,      name: "advice worked in",        look: advice::look },
    Measure { rule: &doubts::RULE,     group: Group::Questions,   name: "answers to doubts",       look: doubts::look },
    Measure { rule: &repeat::RULE,     group: Group::Preparation, name: "what to repeat",          look: repeat::look },
    Measure { rule: &answers::RULE,    group: Group::Questions,   name: "the answers given",       look: answers::look },
    Measure { rule: &focus::RULE,      group: Group::Preparation, name: "the focus",               look: focus::look },
    Measure { rule: &extra_mile::RULE, group: Group::Effort,      name: "the extra mile",          look: extra_mile::look },
    Measure { rule: &rivals::RULE,     group: Group::Questions,   name: "the rivals",              look: rivals::look },
];

/// What `look` finds open for each round to come.
fn each(application: &Application<'_>, look: Look) -> Vec<Finding> {
    application.coming().flat_map(|preparation| look(&preparation).open()).collect()
}

impl Preparation<'_, '_> {
    /// Something open for the round, to be written at `span` of the note.
    fn lacks(
        &self,
        rule: &'static Rule,
        severity: Severity,
        note: NoteId,
        span: Span,
        message: impl Into<String>,
    ) -> Finding {
        Finding::fault(rule, severity, self.application.vault, note, span, message).round_at(self.at)
    }

    /// A hint in round 1, a warning from round 2 on.
    fn graded(&self) -> Severity {
        if self.is_first() { Severity::Hint } else { Severity::Warning }
    }

    fn is_first(&self) -> bool {
        self.number <= 1
    }
}
