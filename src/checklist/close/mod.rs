//! The end of a round: what to ask before leaving, and to write down the same evening.

mod about;
mod asked;
mod check_in_wish;
mod debrief;
mod decider;
mod doubts;
mod hear_by;
mod next_brief;
mod next_people;
mod played_back;
mod pressed;
mod process;
mod standing;
mod support;
mod to_win;
mod who;

use super::asking::{Gap, gaps, unless_missed};
use super::{Application, Find, Finding, Held, Rule};
use crate::diagnostic::Severity;
use crate::model::{Answer, Field, PersonClose};

/// The rules of this stage.
pub(super) const RULES: &[&Rule] = &[
    &about::RULE,
    &asked::RULE,
    &check_in_wish::RULE,
    &debrief::RULE,
    &decider::RULE,
    &doubts::RULE,
    &hear_by::RULE,
    &next_brief::RULE,
    &next_people::RULE,
    &played_back::RULE,
    &pressed::RULE,
    &process::RULE,
    &standing::RULE,
    &support::RULE,
    &to_win::RULE,
    &who::RULE,
];

/// A hint in round 1, a warning from round 2 on.
fn graded(held: &Held<'_>) -> Severity {
    if held.number <= 1 { Severity::Hint } else { Severity::Warning }
}

/// Whether they said that no interview is left.
fn is_last(held: &Held<'_>) -> bool {
    matches!(held.rounds_left.answer, Answer::Nothing | Answer::Value(0))
}

/// A graded finding for each person of the two latest held rounds of whom `field` is not answered.
fn each_person<T>(
    application: &Application<'_>,
    rule: &'static Rule,
    field: impl Fn(&PersonClose) -> &Field<T>,
    message: impl Fn(&str) -> String,
    help: impl Fn(&str) -> String,
) -> Vec<Finding> {
    let mut found = Vec::new();
    for held in application.latest_two() {
        for person in held.close.people.iter().filter(|person| !field(person).is_answered()) {
            let name = &person.person.name;
            let severity = unless_missed(field(person), graded(held));
            let place = field(person).span.unwrap_or(person.heading);
            found.push(
                Finding::fault(rule, severity, application.vault, held.note, place, message(name))
                    .help(help(name))
                    .round(held)
                    .person(&person.person),
            );
        }
    }
    found
}
