//! `vault find`: what was said about something, for people and as JSON.

use chrono::NaiveDate;
use serde::Serialize;

use super::status::human::{Page, short};
use super::{flat, json as format};
use crate::model::Vault;
use crate::status::Hit;
use crate::text::{counted, listed};

/// The hits, newest first, each with its place.
pub fn human(hits: &[Hit], words: &str, vault: &Vault, today: NaiveDate, colour: bool) -> String {
    let mut page = Page::new(colour);
    let words = flat(words);
    if hits.is_empty() {
        page.heading(&format!("nothing about \"{words}\" in what was said, promised or found out"));
        return page.text();
    }
    page.heading(&format!("{} about \"{words}\"", counted(hits.len(), "line")));
    let mut last = None;
    for hit in hits {
        let head = head(hit, vault, today);
        if last.as_ref() != Some(&head) {
            page.heading(&head);
            last = Some(head);
        }
        page.line("  ", &format!("{}: {}", hit.kind.name(), flat(&hit.text)));
        page.place("    ", &format!("{}:{}", flat(&hit.place.path), hit.place.line));
    }
    page.text()
}

/// `Wed 11 Mar · Lyrebird Pianos round 2 · Ione Brathwaite`
fn head(hit: &Hit, vault: &Vault, today: NaiveDate) -> String {
    let round = hit.round.map(|number| format!(" round {number}")).unwrap_or_default();
    let company = hit.company.map(|id| format!("{}{round}", flat(&vault.company(id).name)));
    let people: Vec<String> = hit.people.iter().map(|name| flat(name)).collect();
    let date = hit.date.map_or_else(|| "no date".to_owned(), |date| short(date, today));
    let people = (!people.is_empty()).then(|| listed(&people));
    [Some(date), company, people].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The hits as one JSON object on one line.
pub fn json(hits: &[Hit], words: &str, vault: &Vault, today: NaiveDate) -> String {
    let hits = hits.iter().map(|hit| Found {
        date: hit.date.map(|date| date.to_string()),
        kind: hit.kind.name(),
        company: hit.company.map(|id| vault.company(id).name.as_str()),
        round: hit.round,
        people: &hit.people,
        text: &hit.text,
        path: &hit.place.path,
        line: hit.place.line,
    });
    format::text(&Whole { version: 1, today: today.to_string(), words, hits: hits.collect() })
}

#[derive(Serialize)]
struct Whole<'a> {
    version: u32,
    today: String,
    words: &'a str,
    hits: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Found<'a> {
    date: Option<String>,
    kind: &'static str,
    company: Option<&'a str>,
    round: Option<u32>,
    people: &'a [String],
    text: &'a str,
    path: &'a str,
    line: usize,
}
