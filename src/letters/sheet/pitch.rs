//! The pitch, which stays the same for everyone, then its sourced changes, then the advice, worked in or not.

use super::brief::Brief;
use super::page::Page;
use crate::checklist::Held;
use crate::letters::fragment::trimmed;
use crate::text::inert;

pub(super) fn write(brief: &Brief<'_, '_>, page: &mut Page) {
    page.section("Your pitch");
    match brief.candidate().and_then(|me| me.pitch.as_ref()) {
        Some(pitch) => {
            page.words("What brought you here stays as it is:");
            pitch.value.lines().for_each(|paragraph| page.words(&inert(paragraph)));
        }
        None => page.words("No pitch is written yet; it belongs under `## Pitch` in your own note."),
    }
    changes(brief, page);
    advice(brief, page);
}

fn changes(brief: &Brief<'_, '_>, page: &mut Page) {
    page.part("What changes for this round");
    let mut changes = brief.prepared("change").peekable();
    if changes.peek().is_none() {
        page.item("nothing");
    }
    for change in changes {
        let source = change.people.iter().find_map(|person| Some((person, brief.meetings(person).last()?)));
        let source = match source {
            // Their name stands in the words already, more often than not.
            Some((person, held)) if change.text.contains(&person.name) => brief.day(held.date),
            Some((person, held)) => brief.said_by(person, held),
            None => "no source noted: change it only for what somebody here told you".to_owned(),
        };
        page.item(&format!("{} ({source})", trimmed(&change.text)));
    }
}

fn advice(brief: &Brief<'_, '_>, page: &mut Page) {
    page.part("Advice received");
    let all = brief.preparation.advice();
    if all.is_empty() {
        page.item("none so far");
    }
    let open = all.iter().filter(|advice| !advice.is_used).map(|advice| {
        let is_theirs = |held: &&Held<'_>| {
            let close = held.round.close.of(advice.giver);
            close.is_some_and(|close| close.advice.iter().any(|one| one.value == advice.text))
        };
        let source = brief.earlier.iter().find(is_theirs).map(|held| brief.said_by(advice.giver, held));
        format!("not worked in yet: {} ({})", trimmed(advice.text), source.unwrap_or_default())
    });
    page.items(open);
    page.items(brief.prepared("used").map(|one| format!("worked in: {}", trimmed(&one.text))));
}
