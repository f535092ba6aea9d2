//! `vault status COMPANY --format json`

use serde::Serialize;

use super::overview::Row;
use super::whole;
use crate::model::{Channel, Purpose, Vault};
use crate::status;

/// One application: `company`, as in the whole search, and `timeline`.
pub fn timeline(timeline: &status::Timeline, vault: &Vault) -> String {
    let events = timeline.events.iter().map(Event::new).collect();
    whole(timeline.today, Company { company: Row::new(&timeline.row, vault), timeline: events })
}

#[derive(Serialize)]
struct Company<'a> {
    company: Row<'a>,
    timeline: Vec<Event<'a>>,
}

/// Something that happened, or will.
#[derive(Serialize)]
pub(super) struct Event<'a> {
    date: String,
    kind: &'static str,
    round: Option<u32>,
    people: &'a [String],
    channel: Option<&'static str>,
    purposes: Vec<&'static str>,
    text: &'a str,
    path: &'a str,
    line: usize,
}

impl<'a> Event<'a> {
    pub(super) fn new(event: &'a status::Event) -> Self {
        Self {
            date: event.date.to_string(),
            kind: event.kind.name(),
            round: event.round,
            people: &event.people,
            channel: event.channel.map(Channel::name),
            purposes: event.purposes.iter().copied().map(Purpose::name).collect(),
            text: &event.text,
            path: &event.place.path,
            line: event.place.line,
        }
    }
}
