//! `answer/ally`

use chrono::NaiveDate;

use super::{Application, Find, Finding, Rule, decided};
use crate::checklist::example::{COMPANY, Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Contact, Named};
use crate::text::Span;

/// Somebody put in a word, and has not heard how it ended.
pub(super) static RULE: Rule = Rule {
    id: "answer/ally",
    title: "an ally has not heard how it ended",
    why: "Whoever lent you their name likes to know what became of it, and will lend it again.",
    sources: &["s4-outside-contacts", "s4-network-always", "s4-no-burnt-bridges"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Duty,
    applies: "from `decided_on` of an application that is over, for every contact who was asked for a word in it, due \
              three business days later",
    mend: "tell them how it ended, thank them, and write `thanked_on: YYYY-MM-DD` in their note",
    broken: Example { today: "2025-03-11", edits: &[REJECTED, THANKED, ALLY] },
    mended: Example {
        today: "2025-03-11",
        edits: &[
            REJECTED,
            THANKED,
            ALLY,
            Edit::Swap(
                "Contacts/Liv Moe.md",
                "asked_on: 2025-03-05\n",
                "asked_on: 2025-03-05\nthanked_on: 2025-03-10\n",
            ),
        ],
    },
    beside: &[],
    find: Find::Always(find),
};

const REJECTED: Edit =
    Edit::Swap(COMPANY, "status: waiting\n", "status: rejected\ndecided_on: 2025-03-05\nlesson: ask for the job\n");
const THANKED: Edit = Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-06 email rejection-thanks to [[Ines Falk]]\n");
const ALLY: Edit = Edit::Write(
    "Contacts/Liv Moe.md",
    "---\ntype: contact\ninfluences: [\"[[Harbour Glass]]\"]\nasked_on: 2025-03-05\n---\n",
);

/// Business days after the decision.
const DUE: u32 = 3;

fn find(application: &Application<'_>) -> Vec<Finding> {
    let Some(day) = decided(application) else { return Vec::new() };
    let contacts = application.company.contacts.iter().map(|at| &application.vault.contacts[*at]);
    contacts.filter(|contact| is_owed(application, contact)).map(|contact| look(application, contact, day)).collect()
}

/// Asked for a word in this application, and not thanked since.
fn is_owed(application: &Application<'_>, contact: &Contact) -> bool {
    let Some(asked) = contact.asked(application.today) else { return false };
    let rounds = application.rounds().filter_map(|(_, round)| round.interview_date.get());
    let began = rounds.chain(application.company.applied_on.get()).min();
    let thanked = contact.thanked_on.get().filter(|day| *day <= application.today);
    began.is_none_or(|began| asked >= began) && thanked.is_none_or(|thanked| thanked < asked)
}

fn look(application: &Application<'_>, contact: &Contact, day: NaiveDate) -> Finding {
    let company = application.company;
    let name = &contact.name;
    let message = format!("{name} was asked for a word at {} and has not been thanked since", company.name);
    let title = format!("Tell {name} how it ended at {}, and thank them", company.name);
    let duty = Duty::new(Some(day), application.calendar().after(day, DUE), 4, title).by_writing();
    let place = company.decided_on.place();
    let person = Named { name: name.clone(), note: Some(contact.note), span: Span::START };
    Finding::fault(&RULE, Severity::Hint, application.vault, company.note, place, message)
        .help(format!("tell them how it ended, then write `thanked_on: YYYY-MM-DD` in the note of {name}"))
        .person(&person)
        .duty_of(duty)
}
