//! `vault status --support`

use super::Page;
use super::wording::{company, support as standing, tally};
use crate::model::Vault;
use crate::render::{day, flat};
use crate::status::{Backing, Said, Support, SupportView};

/// Who stands how, company by company.
pub fn support(view: &SupportView, vault: &Vault, colour: bool) -> String {
    let mut page = Page::new(colour);
    let count = |support| view.people.iter().filter(|one| one.latest.support == support).count();
    let met = match view.people.len() {
        0 => "nobody met yet".to_owned(),
        1 => "1 person met".to_owned(),
        people => format!("{people} people met"),
    };
    let tally = tally(&Support::ALL.map(count)).map(|tally| format!(": {tally}")).unwrap_or_default();
    page.heading(&format!("{} · {met}{tally}", day(view.today, view.today)));
    let mut last = None;
    for one in &view.people {
        if last != Some(one.company) {
            page.heading(&company(one.company, vault));
            last = Some(one.company);
        }
        page.entry(&format!("  {:9}  ", standing(one.latest.support)), &words(one, vault));
    }
    page.text()
}

fn words(one: &Backing, vault: &Vault) -> String {
    let mut parts = vec![flat(&one.person.name)];
    parts.extend(part(one));
    parts.push(answer(one, vault));
    parts.extend(earlier(one, vault));
    parts.join(" · ")
}

/// Somebody's part in the choice, as far as it is known.
pub(in crate::render) fn part(one: &Backing) -> Vec<String> {
    let says = one.claims_no_say.then(|| "claims no say".to_owned());
    one.role.map(|role| role.name().to_owned()).into_iter().chain(says).collect()
}

/// In which round they stood so, and in which words.
pub(in crate::render) fn answer(one: &Backing, vault: &Vault) -> String {
    let round = number(one.latest.round, vault);
    match one.latest.support {
        Support::Implied => format!("passed you on after round {round} without a word on it: viable at least"),
        Support::NotAsked | Support::Declined => format!("round {round}"),
        _ => {
            let words = one.latest.words.as_deref().map(flat).unwrap_or_default();
            let is_bare = words.is_empty() || words.eq_ignore_ascii_case(standing(one.latest.support));
            if is_bare { format!("round {round}") } else { format!("round {round}: {words}") }
        }
    }
}

/// How they stood before, where they said so.
pub(in crate::render) fn earlier(one: &Backing, vault: &Vault) -> Option<String> {
    let said = |said: &Said| format!("{} in round {}", standing(said.support), number(said.round, vault));
    let earlier: Vec<String> = one.earlier.iter().map(said).collect();
    (!earlier.is_empty()).then(|| format!("before: {}", earlier.join(", ")))
}

fn number(round: usize, vault: &Vault) -> u32 {
    vault.rounds.get(round).map_or(0, |round| round.number)
}
