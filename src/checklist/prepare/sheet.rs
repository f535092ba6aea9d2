//! `prepare/sheet`

use super::example::{EVE, PLANNED, RESEARCHED, SECOND};
use super::{Application, Find, Finding, Preparation, Rule};
use crate::checklist::example::{Edit, Example};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Document, Level, Place, ThanksPolicy};
use crate::text::Span;

/// The sheet and the card for tomorrow are to be read.
pub(super) static RULE: Rule = Rule {
    id: "prepare/sheet",
    title: "read the prep sheet and the closing card",
    why: "Everything you know for this round is on one sheet, and what to ask before you leave on one card: reading \
          both the day before makes up for many weeks.",
    sources: &["s1-as-if-only", "s1-stretched-thin", "s0-close-order", "s0-close-need", "s4-lobby-card"],
    weight: Weight::AgendaOnly,
    finds: Finds::Duty,
    applies: "for each planned round of an open company, from the business day before to its day, until it is held",
    mend: "read them (`vault prep` prints them too); for an interview at their place, pack a card and a pen, and write \
           your thanks in the lobby; it ends when the round is held or cancelled",
    broken: Example { today: EVE, edits: &[PLANNED, RESEARCHED] },
    mended: Example {
        today: EVE,
        edits: &[PLANNED, RESEARCHED, Edit::Swap(SECOND, "state: planned", "state: cancelled")],
    },
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    application.coming().map(|round| look(&round)).collect()
}

fn look(round: &Preparation<'_, '_>) -> Finding {
    let called = round.called();
    let packed = packs_card(round);
    let pack = if packed { ", and pack a card and a pen to write your thanks in the lobby" } else { "" };
    let opens = round.days_before(1).max(round.opens());
    let mut duty = round
        .duty_from(Some(opens), round.date, 2, format!("Read the prep sheet and the closing card{pack}"))
        .document(Document::PrepSheet);
    duty.also = vec![Document::ClosingCard];
    let message = format!("the prep sheet and the closing card for {called} are to be read");
    // Only in the agenda: the severity is taken away again.
    let finding = round.lacks(&RULE, Severity::Hint, round.note, Span::START, message).agenda_only();
    let help = if packed { "read both, and pack a card and a pen" } else { "read both; `vault prep` prints them too" };
    finding.help(help).duty_of(duty)
}

/// Whether a card can be written on the spot, and such cards are wanted at all.
fn packs_card(round: &Preparation<'_, '_>) -> bool {
    let config = round.application.config();
    let is_off = config.rules.get("thank/handwritten-card") == Some(&Level::Off);
    let is_wanted = !matches!(config.thanks, ThanksPolicy::EmailOnly | ThanksPolicy::Any);
    round.place.get() == Some(Place::Onsite) && is_wanted && !is_off
}
