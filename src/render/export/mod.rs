//! `vault export json`: the whole model, version 1. What it looks like is written in `docs/export.md`.

mod company;
mod people;
mod round;
mod shown;
mod words;

use chrono::NaiveDate;
use serde::Serialize;
use serde::ser::{SerializeSeq as _, Serializer};

use crate::model::{Candidate, Company, Contact, Interviewer, Letter, Note, Record, Round, Testimonial, Vault};
use crate::render::json as format;
use shown::{Show, Shown};

/// Every record with all that it says, as one JSON object on one line: kind by kind, in the order of the paths.
pub fn json(vault: &Vault, today: NaiveDate) -> String {
    format::text(&Document {
        version: 1,
        today: today.to_string(),
        complete: vault.complete,
        whole: vault.whole,
        candidates: Records(vault, &vault.candidates),
        companies: Records(vault, &vault.companies),
        interviewers: Records(vault, &vault.interviewers),
        rounds: Records(vault, &vault.rounds),
        contacts: Records(vault, &vault.contacts),
        testimonials: Records(vault, &vault.testimonials),
        letters: Records(vault, &vault.letters),
        broken: vault.notes.iter().filter(|note| note.record == Record::Broken).map(path).collect(),
        other: vault.notes.iter().filter(|note| note.record == Record::Other).map(path).collect(),
    })
}

fn path(note: &Note) -> &str {
    &note.path
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    today: String,
    complete: bool,
    whole: bool,
    candidates: Records<'a, Candidate>,
    companies: Records<'a, Company>,
    interviewers: Records<'a, Interviewer>,
    rounds: Records<'a, Round>,
    contacts: Records<'a, Contact>,
    testimonials: Records<'a, Testimonial>,
    letters: Records<'a, Letter>,
    broken: Vec<&'a str>,
    other: Vec<&'a str>,
}

/// The records of one kind.
struct Records<'a, T>(&'a Vault, &'a [T]);

impl<T: Show> Serialize for Records<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.1.len()))?;
        for record in self.1 {
            list.serialize_element(&Shown(self.0, record))?;
        }
        list.end()
    }
}
