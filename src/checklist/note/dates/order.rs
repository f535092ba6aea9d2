//! The rounds of one company among each other, and the application before them.

use super::{day_of, wrong};
use crate::checklist::{Finding, Scene};
use crate::model::{Company, Round};

/// Rounds whose numbers are not unique or not in the order of their dates; an application dated
/// after the first.
pub(super) fn of_company(scene: &Scene<'_>, company: &Company) -> Vec<Finding> {
    let rounds: Vec<&Round> = company.rounds.iter().map(|at| &scene.vault.rounds[*at]).collect();
    let mut days = rounds.into_iter().filter_map(|round| Some((round, day_of(round)?))).peekable();
    let mut found = Vec::new();
    if let (Some(applied), Some((_, first))) = (company.applied_on.get(), days.peek())
        && applied > *first
    {
        let message = format!("applied_on {applied} lies after the first round at {}, {first}", company.name);
        let help = "write the day of the application in `applied_on`, or mend the round's `interview_date`";
        found.push(wrong(scene, company.note, company.applied_on.place(), message, help));
    }
    while let Some((round, day)) = days.next() {
        let Some((next, later)) = days.peek() else { break };
        let place = next.number_written.span.unwrap_or(next.interview_date.place());
        if round.number == next.number {
            let message = format!("two rounds of {} are number {}: {day} and {later}", company.name, round.number);
            found.push(wrong(scene, next.note, place, message, "give each its own `round`, in the order of the dates"));
        } else if *later < day {
            let message = format!(
                "round {} of {} on {later} lies before round {} on {day}",
                next.number, company.name, round.number
            );
            found.push(wrong(scene, next.note, place, message, "number the rounds in the order of their dates"));
        }
    }
    found
}
