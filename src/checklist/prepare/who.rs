//! `prepare/who`

use super::example::{DAY, PLANNED, RESEARCHED, SECOND};
use super::{Asked, Find, Finding, Preparation, Rule, each};
use crate::checklist::asking::unless_missed;
use crate::checklist::example::{Edit, Example};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::Document;

/// Nobody knows who will ask the questions.
pub(super) static RULE: Rule = Rule {
    id: "prepare/who",
    title: "it is not known whom you will meet",
    why: "You can only get to know people whose names you have; while an interview is being set up, asking is welcome.",
    sources: &["s2-ask-who", "s1-with-whom", "s2-same-or-others"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "for each planned round of an open company, from `booked_on` to its day",
    mend: "write `interviewers: [\"[[Full Name]]\"]` in the round; `declined` if they would not say",
    broken: Example {
        today: DAY,
        edits: &[
            PLANNED,
            RESEARCHED,
            Edit::Swap(SECOND, "interviewers: [\"[[Ines Falk]]\"]\n", "format: one-to-one\n"),
        ],
    },
    mended: Example { today: DAY, edits: &[PLANNED, RESEARCHED] },
    beside: &[],
    find: Find::Open(|application| each(application, look)),
};

pub(super) fn look(round: &Preparation<'_, '_>) -> Asked {
    if round.interviewers.is_answered() {
        return Asked::Done;
    }
    let contact = round.application.company.contact.value();
    let asked = contact.map_or_else(|| "them".to_owned(), |contact| contact.name.clone());
    let severity = unless_missed(&round.interviewers, Severity::Warning);
    let message = format!("nobody is named for {} yet, so you cannot get to know them beforehand", round.called());
    let due = match round.booked_on.get() {
        _ if has_asked(round) => round.days_before(1),
        Some(booked) => round.application.calendar().roll(booked),
        None => round.days_before(2),
    };
    let title = contact.map_or_else(
        || "Ask whom you will meet".to_owned(),
        |contact| format!("Ask {} whom you will meet", contact.name),
    );
    let duty = round.duty_from(round.booked_on.get(), due, 2, title).document(Document::WhoWillIMeet);
    let finding = round.lacks(&RULE, severity, round.note, round.interviewers.place(), message).help(format!(
        "ask {asked}, then write `interviewers: [\"[[Full Name]]\"]`; `interviewers: declined` if they would not say"
    ));
    contact.into_iter().fold(finding, Finding::person).duty_of(duty).into()
}

/// Whether the question for the names has been sent.
fn has_asked(round: &Preparation<'_, '_>) -> bool {
    round.application.letters().any(|letter| {
        letter.document.get() == Some(Document::WhoWillIMeet)
            && letter.round == Some(round.at)
            && letter.is_sent(round.as_of)
    })
}
