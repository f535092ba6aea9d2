//! `wait/good-word`

use super::{Application, Find, Finding, Held, Rule, Severity};
use crate::checklist::example::{Edit, Example};
use crate::checklist::{Duty, Finds, Weight};
use crate::model::{Contact, Document, Named};
use crate::text::Span;

/// Somebody could put in a word, and was not asked to.
pub(super) static RULE: Rule = Rule {
    id: "wait/good-word",
    title: "an ally was not asked for a good word",
    why: "A word from somebody they trust counts for more than anything you can say of yourself, as long as it comes \
          before they decide.",
    sources: &["s4-outside-contacts", "s4-network-always"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "once a round was held at an open company, to each contact who knows one of its interviewers or \
              influences it; until `hear_by` of the current held round has gone by",
    mend: "ask them, and write `asked_on: YYYY-MM-DD` in their note, or `sent_on` in the letter that \
           asks them; `agreed: no` where they would rather not",
    broken: Example { today: "2025-03-06", edits: &[ALLY] },
    mended: Example {
        today: "2025-03-06",
        edits: &[ALLY, Edit::Swap(LIV, "type: contact\n", "type: contact\nasked_on: 2025-03-05\n")],
    },
    beside: &[],
    find: Find::Open(find),
};

const LIV: &str = "Contacts/Liv Moe.md";
const ALLY: Edit = Edit::Write(LIV, "---\ntype: contact\ninfluences: [\"[[Harbour Glass]]\"]\n---\n");

fn find(application: &Application<'_>) -> Vec<Finding> {
    let Some(held) = application.current() else { return Vec::new() };
    if held.hear_by.get().is_some_and(|by| by < application.today) {
        return Vec::new();
    }
    let contacts = application.company.contacts.iter().map(|at| &application.vault.contacts[*at]);
    let unasked = contacts.filter(|contact| !is_settled(application, contact));
    unasked.map(|contact| look(application, &held, contact)).collect()
}

/// Asked since the first round, or unwilling.
fn is_settled(application: &Application<'_>, contact: &Contact) -> bool {
    let held = application.held().iter().map(|held| (held.number, held.date));
    let planned = application.planned().iter().map(|planned| (planned.number, planned.date));
    let first = held.chain(planned).min().map(|(_, date)| date);
    let asked = contact.asked(application.today);
    contact.agreed.get() == Some(Some(false)) || asked.is_some_and(|asked| first.is_none_or(|first| asked >= first))
}

fn look<'v>(application: &Application<'v>, held: &Held<'_>, contact: &'v Contact) -> Finding {
    let (company, name) = (&application.company.name, &contact.name);
    let known = application.known_to(contact);
    // Somebody of the latest round, if they know one.
    let known = known.iter().find(|person| held.place_of(person).is_some()).or(known.first());
    let whom = known.map_or_else(|| company.clone(), |known| format!("{} at {company}", known.name));
    let message =
        format!("{name} could put in a word for you with {whom}, and has not been asked since the first round");
    let way = "ask them, then write `asked_on: YYYY-MM-DD` here; `agreed: no` if they would rather not".to_owned();
    let due = application.calendar().after(held.date, 1);
    let duty = Duty::new(Some(held.date), due, 3, format!("Ask {name} for a good word with {whom}"))
        .document(Document::GoodWordRequest);
    let person = Named { name: name.clone(), note: Some(contact.note), span: Span::START };
    Finding::fault(&RULE, Severity::Warning, application.vault, contact.note, contact.asked_on.place(), message)
        .help(way)
        .round(held)
        .person(&person)
        .duty_of(duty)
}
