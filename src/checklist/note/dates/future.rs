//! What was done on a day that has not come.

use chrono::NaiveDate;

use super::wrong;
use crate::checklist::{Finding, Scene};
use crate::model::{NoteId, PromiseState};
use crate::text::Span;

/// Every date of something done that lies after today.
pub(super) fn of_all(scene: &Scene<'_>) -> Vec<Finding> {
    let (vault, today) = (scene.vault, scene.today);
    let mut found = Vec::new();
    let mut done = |what: &str, date: NaiveDate, note: NoteId, span: Span| {
        if date > today {
            let message = format!("{what}, {date}, lies after today, {today}: it counts from that day on");
            found.push(wrong(scene, note, span, message, "write the day on which it happened"));
        }
    };
    for company in &vault.companies {
        if let Some(date) = company.decided_on.get() {
            done("decided_on", date, company.note, company.decided_on.place());
        }
        for research in &company.research {
            done("the date of this research", research.date, company.note, research.span);
        }
    }
    for round in &vault.rounds {
        for entry in &round.log {
            done("the date of this log line", entry.date, round.note, entry.span);
        }
        for promise in &round.promises {
            if let PromiseState::Kept(Some(date)) = promise.state {
                done("the day on which this promise was kept", date, round.note, promise.span);
            }
        }
    }
    for contact in &vault.contacts {
        for (key, field) in [("asked_on", &contact.asked_on), ("thanked_on", &contact.thanked_on)] {
            if let Some(date) = field.get() {
                done(key, date, contact.note, field.place());
            }
        }
    }
    for letter in &vault.letters {
        if let Some(date) = letter.sent_on.get() {
            done("sent_on", date, letter.note, letter.sent_on.place());
        }
    }
    found
}
