//! `vault status --week --format json`

use serde::Serialize;

use super::overview::{Row, Trend};
use super::timeline::Event;
use super::whole;
use crate::model::{CompanyId, Vault};
use crate::status;

/// The review: `past` and `coming` events, `doubts`, `waiting` applications, `duties`, `trends`.
pub fn week(week: &status::Week, vault: &Vault) -> String {
    let [overdue, today, next_seven_days] = week.duties;
    let review = Review {
        from: week.from.to_string(),
        past: week.past.iter().map(|event| Dated::new(event, vault)).collect(),
        coming: week.coming.iter().map(|event| Dated::new(event, vault)).collect(),
        doubts: week.doubts.iter().map(|doubt| Doubt::new(doubt, vault)).collect(),
        waiting: week.waiting.iter().map(|row| Row::new(row, vault)).collect(),
        duties: Duties { overdue, today, next_seven_days },
        trends: week.trends.iter().map(Trend::new).collect(),
    };
    whole(week.today, review)
}

#[derive(Serialize)]
struct Review<'a> {
    from: String,
    past: Vec<Dated<'a>>,
    coming: Vec<Dated<'a>>,
    doubts: Vec<Doubt<'a>>,
    waiting: Vec<Row<'a>>,
    duties: Duties,
    trends: Vec<Trend>,
}

#[derive(Serialize)]
struct Dated<'a> {
    company: &'a str,
    #[serde(flatten)]
    event: Event<'a>,
}

impl<'a> Dated<'a> {
    fn new((company, event): &'a (CompanyId, status::Event), vault: &'a Vault) -> Self {
        Self { company: &vault.company(*company).name, event: Event::new(event) }
    }
}

#[derive(Serialize)]
struct Doubt<'a> {
    company: &'a str,
    person: &'a str,
    text: &'a str,
    reply: Option<&'a str>,
}

impl<'a> Doubt<'a> {
    fn new(doubt: &'a status::Doubt, vault: &'a Vault) -> Self {
        let company = &vault.company(doubt.company).name;
        Self { company, person: &doubt.person, text: &doubt.text, reply: doubt.reply.as_deref() }
    }
}

#[derive(Serialize)]
struct Duties {
    overdue: usize,
    today: usize,
    next_seven_days: usize,
}
