//! A round's own day, and what is dated by it.

use chrono::NaiveDate;

use super::{day_of, wrong};
use crate::checklist::{Finding, Scene};
use crate::model::{Direction, Document, Letter, Purpose, Round, RoundState};

/// A round held in the future or booked after it took place; what follows it, dated before it.
pub(super) fn of_round(scene: &Scene<'_>, round: &Round) -> Vec<Finding> {
    let Some(day) = day_of(round) else { return Vec::new() };
    let mut found = Vec::new();
    if round.state.get() == Some(RoundState::Held) && day > scene.today {
        let message = format!("the round is held, but its day, {day}, lies after today, {}", scene.today);
        let help = "write `state: planned`, or mend `interview_date`";
        found.push(wrong(scene, round.note, round.state.place(), message, help));
    }
    if let Some(booked) = round.booked_on.get().filter(|booked| *booked > day) {
        let message = format!("booked_on {booked} lies after the interview, {day}");
        let help = "write the day on which the appointment was made, or mend `interview_date`";
        found.push(wrong(scene, round.note, round.booked_on.place(), message, help));
    }
    if round.state(scene.today) != RoundState::Held {
        return found;
    }
    let keys = [("hear_by", &round.hear_by), ("quiet_until", &round.quiet_until), ("check_in_on", &round.check_in_on)];
    for (key, field) in keys {
        if let Some(date) = field.get().filter(|date| *date < day) {
            let message = format!("{key} {date} lies before the interview, {day}");
            let help = format!("mend `{key}`, or `interview_date`");
            found.push(wrong(scene, round.note, field.place(), message, help));
        }
    }
    for entry in round.log.iter().filter(|entry| entry.direction == Direction::Out && entry.date < day) {
        if let Some(purpose) = entry.purposes.iter().find(|purpose| purpose.is_afterwards()) {
            let message =
                format!("the log line of {} ({}) lies before the interview, {day}", entry.date, purpose.name());
            let help = "mend the date; or move the line to the round it belongs to";
            found.push(wrong(scene, round.note, entry.span, message, help));
        }
    }
    found
}

/// A letter about a held round that went before it.
pub(super) fn of_letter(scene: &Scene<'_>, letter: &Letter) -> Option<Finding> {
    let document = letter.document.get().filter(|document| document.purpose().is_some_and(Purpose::is_afterwards))?;
    let sent = letter.sent_on.get()?;
    let round = &scene.vault.rounds[letter.round?];
    let day = day_of(round).filter(|day| round.state(scene.today) == RoundState::Held && sent < *day)?;
    Some(wrong(
        scene,
        letter.note,
        letter.sent_on.place(),
        early(document, sent, day),
        "mend `sent_on`, or `for_round`",
    ))
}

fn early(document: Document, sent: NaiveDate, day: NaiveDate) -> String {
    format!("this {} was sent on {sent}, before the interview, {day}", document.name())
}
