//! `vault status --support --format json`

use serde::Serialize;

use super::overview::Tally;
use super::whole;
use crate::model::{HiringRole, Vault};
use crate::status::{self, SupportView};

/// Who stands how: `support`, one entry for each person at each company, and `counts`.
pub fn support(view: &SupportView, vault: &Vault) -> String {
    let counts = Tally::new(|support| view.people.iter().filter(|one| one.latest.support == support).count());
    let people = view.people.iter().map(|one| Backing {
        company: &vault.company(one.company).name,
        person: &one.person.name,
        role: one.role.map(HiringRole::name),
        claims_no_say: one.claims_no_say,
        latest: Said::new(&one.latest, vault),
        earlier: one.earlier.iter().map(|said| Said::new(said, vault)).collect(),
    });
    whole(view.today, People { support: people.collect(), counts })
}

#[derive(Serialize)]
struct People<'a> {
    support: Vec<Backing<'a>>,
    counts: Tally,
}

#[derive(Serialize)]
struct Backing<'a> {
    company: &'a str,
    person: &'a str,
    role: Option<&'static str>,
    claims_no_say: bool,
    #[serde(flatten)]
    latest: Said<'a>,
    earlier: Vec<Said<'a>>,
}

#[derive(Serialize)]
struct Said<'a> {
    support: &'static str,
    round: u32,
    date: String,
    words: Option<&'a str>,
    path: &'a str,
    line: usize,
}

impl<'a> Said<'a> {
    fn new(said: &'a status::Said, vault: &Vault) -> Self {
        Self {
            support: said.support.name(),
            round: vault.rounds[said.round].number,
            date: said.date.to_string(),
            words: said.words.as_deref(),
            path: &said.place.path,
            line: said.place.line,
        }
    }
}
