//! `note/dates`

mod future;
mod order;
mod round;

use chrono::NaiveDate;

use super::{Find, Finding, Rule, Scene, fault, lacks};
use crate::checklist::example::{Edit, Example, ROUND, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Company, NoteId, Round, RoundState, Status};
use crate::text::Span;

/// Two dates that cannot both be true.
pub(super) static RULE: Rule = Rule {
    id: "note/dates",
    title: "dates that cannot be true together",
    why: "Every duty is counted from these dates; one slip of a digit moves the thanks and the questions with it.",
    sources: &[],
    weight: Weight::OneOf(&[Severity::Error, Severity::Warning]),
    finds: Finds::Fault,
    applies: "to rounds of one company whose numbers are not unique or not in the order of their dates; a round held in \
              the future; what is to come of a round, or was done about it, dated before it; an appointment or an \
              application dated after the round; anything done that is dated after today; a warning for an offer, an \
              acceptance, a rejection or a withdrawal without `decided_on`",
    mend: "mend the date that is wrong; the message names both",
    broken: Example { today: SOUND_DAY, edits: &[Edit::Swap(ROUND, "booked_on: 2025-02-26", "booked_on: 2025-03-26")] },
    mended: Example::sound(SOUND_DAY),
    beside: &[],
    find: Find::Vault(find),
};

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    let vault = scene.vault;
    let mut found = Vec::new();
    for company in &vault.companies {
        found.extend(order::of_company(scene, company));
        found.extend(undecided(scene, company));
    }
    for round in &vault.rounds {
        found.extend(round::of_round(scene, round));
    }
    for letter in &vault.letters {
        found.extend(round::of_letter(scene, letter));
    }
    found.extend(future::of_all(scene));
    found
}

/// An error at the place of the date that is more likely wrong.
fn wrong(scene: &Scene<'_>, note: NoteId, span: Span, message: String, help: impl Into<String>) -> Finding {
    fault(scene, &RULE, Severity::Error, note, span, message).help(help)
}

/// The day of a round that was not called off.
fn day_of(round: &Round) -> Option<NaiveDate> {
    round.interview_date.get().filter(|_| round.state.get() != Some(RoundState::Cancelled))
}

/// A decision on no day: the follow-ups of a decision are counted from it.
fn undecided(scene: &Scene<'_>, company: &Company) -> Option<Finding> {
    let word = match company.status.get()? {
        Status::Offer => "offer",
        Status::Accepted => "accepted",
        Status::Rejected => "rejected",
        Status::Withdrawn => "withdrawn",
        Status::Applied | Status::Interviewing | Status::Waiting | Status::Closed => return None,
    };
    if !lacks(&company.decided_on) {
        return None;
    }
    let message = format!("the status of {} is {word}, and the day of it is not known", company.name);
    let finding = fault(scene, &RULE, Severity::Warning, company.note, company.status.place(), message);
    Some(finding.help("write `decided_on: YYYY-MM-DD`: what follows is counted from it"))
}
