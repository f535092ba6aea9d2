//! `vault status COMPANY`: one application over time.

use chrono::NaiveDate;

use super::overview::{lines, title};
use super::{Page, short};
use crate::model::{Channel, Purpose, Vault};
use crate::render::{day, flat};
use crate::status::{Event, EventKind, Timeline};
use crate::text::listed;

/// One application, from the first day to the last that is known; today stands between.
pub fn timeline(timeline: &Timeline, vault: &Vault, colour: bool) -> String {
    let today = timeline.today;
    let row = &timeline.row;
    let mut page = Page::new(colour);
    page.heading(&title(row, vault));
    lines(&mut page, row, vault, today);
    let (past, coming): (Vec<&Event>, Vec<&Event>) = timeline.events.iter().partition(|event| event.date <= today);
    if !past.is_empty() {
        page.heading("So far");
        entries(&mut page, &past, today);
    }
    page.heading(&day(today, today));
    if coming.is_empty() {
        page.line("  ", "no day is known from here on");
    }
    entries(&mut page, &coming, today);
    page.text()
}

/// The events, each behind its day; a day is said once.
fn entries(page: &mut Page, events: &[&Event], today: NaiveDate) {
    let width = events.iter().map(|event| short(event.date, today).len()).max().unwrap_or_default();
    let mut last = None;
    for event in events {
        let head = if last == Some(event.date) { String::new() } else { short(event.date, today) };
        last = Some(event.date);
        page.entry(&format!("  {head:width$}  "), &words(event));
    }
}

/// What happened, or will, in one sentence.
pub(in crate::render) fn words(event: &Event) -> String {
    let round = event.round.map(|number| format!("round {number}")).unwrap_or_default();
    let people: Vec<String> = event.people.iter().map(|name| flat(name)).collect();
    let text = flat(&event.text);
    let said = if text.is_empty() { String::new() } else { format!(": {text}") };
    match event.kind {
        EventKind::Applied => "applied".to_owned(),
        EventKind::Booked => format!("{round} booked"),
        EventKind::Research => format!("research on {}{said}", subject(&people)),
        EventKind::Interview => {
            let with = if people.is_empty() { String::new() } else { format!(" with {}", listed(&people)) };
            format!("{round}{with}{}", outcome(&event.text))
        }
        EventKind::Out => {
            let to = if people.is_empty() { String::new() } else { format!(" to {}", listed(&people)) };
            format!("you: {}{to}{said}", contact(event))
        }
        EventKind::In => {
            let who = if people.is_empty() { "them".to_owned() } else { listed(&people) };
            format!("{} from {who}{said}", contact(event))
        }
        EventKind::Kept => format!("promise kept{said}"),
        EventKind::Promise => format!("promised{said}"),
        EventKind::Quiet => "until then they asked to be left alone".to_owned(),
        EventKind::CheckIn => "the check-in that was agreed".to_owned(),
        EventKind::Answer => format!("their answer to {round}"),
        EventKind::Decided => text,
        EventKind::OfferBy => "the offer must be answered".to_owned(),
    }
}

fn subject(people: &[String]) -> String {
    match people {
        [one] if one == "company" || one == "role" => format!("the {one}"),
        people => listed(people),
    }
}

/// How a round ended, behind a dot; nothing where it is still to come.
fn outcome(word: &str) -> String {
    let words = match word {
        "planned" => return String::new(),
        "past" => "held, or cancelled?",
        "pending" => "no answer yet",
        "advanced" => "passed",
        other => other,
    };
    format!(" · {words}")
}

/// `thank-you and promise by e-mail`; `phone call` where no purpose is told.
fn contact(event: &Event) -> String {
    let (noun, way) = match event.channel {
        Some(Channel::Email) => ("e-mail", "by e-mail"),
        Some(Channel::Post) => ("letter", "by post"),
        Some(Channel::Handwritten) => ("card", "by hand"),
        Some(Channel::Lobby) => ("card in the lobby", "by a card in the lobby"),
        Some(Channel::Phone) => ("phone call", "by phone"),
        Some(Channel::InPerson) => ("talk", "in person"),
        None => ("contact", ""),
    };
    let purposes = event.purposes.iter().filter(|purpose| **purpose != Purpose::Other);
    let purposes: Vec<String> = purposes.map(|purpose| purpose.name().to_owned()).collect();
    if purposes.is_empty() { noun.to_owned() } else { format!("{} {way}", listed(&purposes)).trim_end().to_owned() }
}
