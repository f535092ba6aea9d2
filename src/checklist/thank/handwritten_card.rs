//! `thank/handwritten-card`

use super::policy::Policy;
use super::{Application, Find, Finding, Held, OWN_TIME, Rule, to_thank};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::calendar::plus;
use crate::model::{Channel, Document, Named};
use crate::text::Span;

const BY_HAND: Edit = Edit::Write("vault.toml", "thanks = \"handwritten\"\n");

/// Somebody was not thanked by hand.
pub(super) static RULE: Rule = Rule {
    id: "thank/handwritten-card",
    title: "no handwritten thanks",
    why: "A few lines by hand are rare enough to be kept on a desk, and to keep you in mind.",
    sources: &["s4-handwritten", "s4-lobby-card", "s4-person-refs"],
    weight: Weight::OneOf(&[Severity::Error, Severity::Warning, Severity::Hint]),
    finds: Finds::Duty,
    applies: "for each interviewer of a held round, by the `thanks` policy (handwritten: an error; all: a warning; \
              graded, post-first: a hint; graded: a posted letter will do); for 5 business days",
    mend: "write a card, post it or leave it at the reception, then write a line in the round's Log, `- YYYY-MM-DD \
           handwritten thank-you to [[Full Name]]` (or `lobby`), or `sent_on` in the card's note",
    broken: Example { today: "2025-03-06", edits: &[BY_HAND] },
    mended: Example {
        today: "2025-03-06",
        edits: &[BY_HAND, Edit::Swap(ROUND, "05 post thank-you", "05 handwritten thank-you")],
    },
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    to_thank(application).filter_map(|(held, person)| look(application, held, person)).collect()
}

fn look(application: &Application<'_>, held: &Held<'_>, person: &Named) -> Option<Finding> {
    let policy = Policy::of(application.config().thanks);
    let severity = policy.card.severity(application, held, person)?;
    if application.today > application.calendar().after(held.date, OWN_TIME) {
        return None;
    }
    let by_hand = |channel| matches!(channel, Some(Channel::Handwritten | Channel::Lobby));
    let thanks = application.thanks(held, person);
    if thanks.iter().any(|thanks| by_hand(thanks.channel) || policy.one_paper && thanks.is_paper()) {
        return None;
    }
    let name = &person.name;
    let message = format!("no handwritten thanks to {name} yet for the interview on {}", held.date.format("%-d %B %Y"));
    let mend = format!(
        "send a card, then write `- {} handwritten thank-you to [[{name}]]` in the Log (`lobby` if you left it there)",
        application.today
    );
    let due = application.calendar().roll_posting(plus(held.date, 1));
    let duty = Duty::new(Some(held.date), due, 3, format!("Write {name} a thank-you card by hand"))
        .document(Document::ThankYouCard);
    Some(
        Finding::fault(&RULE, severity, application.vault, held.note, Span::START, message)
            .help(mend)
            .round(held)
            .person(person)
            .duty_of(duty),
    )
}
