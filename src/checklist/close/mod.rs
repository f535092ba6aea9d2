//! The end of a round: what to ask before leaving, and to write down the same evening.

// mod debrief;
mod hear_by;
mod standing;
// mod who;

use super::{Application, Find, Finding, Held, Rule};
use crate::diagnostic::Severity;
use crate::model::{Field, PersonClose};

/// The rules of this stage.
pub(super) const RULES: &[&Rule] = &[&hear_by::RULE, &standing::RULE];

/// A hint in round 1, a warning from round 2 on.
fn graded(held: &Held<'_>) -> Severity {
    if held.number <= 1 { Severity::Hint } else { Severity::Warning }
}

/// What was missed cannot be asked any more: it weighs no more than a hint.
fn unless_missed<T>(field: &Field<T>, severity: Severity) -> Severity {
    if field.is_missed() { Severity::Hint } else { severity }
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
