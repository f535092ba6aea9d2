//! Facts to repeat, since nobody passes them on, and what each person has heard already.

use super::brief::Brief;
use super::page::Page;
use crate::letters::fragment::trimmed;
use crate::model::{Accomplishment, Candidate};
use crate::text::{inert, listed};

pub(super) fn write(brief: &Brief<'_, '_>, page: &mut Page) {
    page.section("Facts to repeat");
    page.words("Count on nobody to have passed them on.");
    let chosen = chosen(brief);
    if chosen.is_empty() {
        match brief.candidate().map(|me| me.key_facts.as_slice()).unwrap_or_default() {
            [] => page.item("no key facts are written yet; they belong under `## Key facts` in your own note"),
            facts => page.items(facts.iter().map(line)),
        }
    }
    for id in chosen {
        match brief.candidate().and_then(|me| find(me, &id)) {
            Some(fact) => page.item(&line(fact)),
            None => page.item(&format!("{}: not among your key facts or accomplishments", inert(&id))),
        }
    }
    if !brief.people().is_empty() {
        page.part("Heard already");
    }
    for person in brief.people() {
        let mut heard: Vec<String> = Vec::new();
        for held in brief.meetings(person) {
            let ids: Vec<String> = held.said.iter().map(|id| inert(&id.value)).collect();
            let ids = if ids.is_empty() { "nothing noted".to_owned() } else { listed(&ids) };
            heard.push(format!("{ids} ({})", brief.day(held.date)));
        }
        let heard = if heard.is_empty() { "nothing yet".to_owned() } else { heard.join("; ") };
        page.item(&format!("{}: {heard}", inert(&person.name)));
    }
}

/// The ids to repeat, in the order chosen; of `all`, every key fact.
fn chosen(brief: &Brief<'_, '_>) -> Vec<String> {
    let listed = brief.prepared("repeat").flat_map(|one| one.text.split(','));
    let ids: Vec<String> = listed.map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect();
    if ids.iter().any(|id| id.eq_ignore_ascii_case("all")) { Vec::new() } else { ids }
}

fn find<'v>(me: &'v Candidate, id: &str) -> Option<&'v Accomplishment> {
    me.key_facts.iter().chain(&me.accomplishments).find(|one| one.id.eq_ignore_ascii_case(id))
}

fn line(fact: &Accomplishment) -> String {
    format!("**{}**: {}", inert(&fact.id), trimmed(&fact.text))
}
