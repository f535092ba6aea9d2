//! `vault agenda --format json`, version 1.

use serde::Serialize;

use crate::agenda::{Agenda, Item, Quiet, Rest};
use crate::model::{Channel, CompanyId, Document, Named, Vault};
use crate::render::json as format;

/// The agenda as one JSON object on one line; nothing is grouped.
pub fn json(agenda: &Agenda, vault: &Vault) -> String {
    format::text(&Whole {
        version: 1,
        today: agenda.today.to_string(),
        items: agenda.items.iter().map(|item| Entry::new(item, vault)).collect(),
        quiet: agenda.quiet.iter().map(|quiet| Silence::new(quiet, vault)).collect(),
        held: agenda.held.iter().map(|rest| Hold::new(rest, vault)).collect(),
    })
}

#[derive(Serialize)]
struct Whole<'a> {
    version: u32,
    today: String,
    items: Vec<Entry<'a>>,
    quiet: Vec<Silence<'a>>,
    held: Vec<Hold<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    rule: &'a str,
    title: &'a str,
    company: Option<&'a str>,
    round: Option<u32>,
    path: &'a str,
    person: Option<&'a str>,
    channel: Option<&'a str>,
    opens: Option<String>,
    due: String,
    state: &'a str,
    priority: u8,
    document: Option<&'a str>,
    draft: Option<&'a str>,
    blanks: Option<usize>,
    also: Vec<&'a str>,
}

impl<'a> Entry<'a> {
    fn new(item: &'a Item, vault: &'a Vault) -> Self {
        Self {
            id: &item.id,
            rule: item.rule.id,
            title: &item.title,
            company: item.company_name(vault),
            round: item.round_number(vault),
            path: &item.path,
            person: name(item.person.as_ref()),
            channel: item.channel.map(Channel::name),
            opens: item.opens.map(|day| day.to_string()),
            due: item.due.to_string(),
            state: item.state.name(),
            priority: item.priority,
            document: item.document.map(Document::name),
            draft: item.draft.as_deref(),
            blanks: item.blanks,
            also: item.also.iter().map(|document| document.name()).collect(),
        }
    }
}

#[derive(Serialize)]
struct Silence<'a> {
    company: &'a str,
    round: Option<u32>,
    until: String,
    reason: &'a str,
}

impl<'a> Silence<'a> {
    fn new(quiet: &'a Quiet, vault: &'a Vault) -> Self {
        Self {
            company: &vault.company(quiet.company).name,
            round: number(Some(quiet.round), vault),
            until: quiet.until.to_string(),
            reason: quiet.reason,
        }
    }
}

#[derive(Serialize)]
struct Hold<'a> {
    rule: &'a str,
    company: Option<&'a str>,
    round: Option<u32>,
    person: Option<&'a str>,
    until: String,
    reason: &'a str,
    id: &'a str,
}

impl<'a> Hold<'a> {
    fn new(rest: &'a Rest, vault: &'a Vault) -> Self {
        Self {
            rule: rest.rule.id,
            company: company(rest.company, vault),
            round: number(rest.round, vault),
            person: name(rest.person.as_ref()),
            until: rest.until.to_string(),
            reason: &rest.reason,
            id: &rest.id,
        }
    }
}

fn name(person: Option<&Named>) -> Option<&str> {
    person.map(|person| person.name.as_str())
}

fn company(id: Option<CompanyId>, vault: &Vault) -> Option<&str> {
    id.map(|id| vault.company(id).name.as_str())
}

fn number(round: Option<usize>, vault: &Vault) -> Option<u32> {
    Some(vault.rounds.get(round?)?.number)
}
