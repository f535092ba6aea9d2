//! The drafts and how they stand, for people.

use std::collections::BTreeMap;

use super::flat;
use crate::letters::{Draft, Fate, Plan};
use crate::model::{Record, Vault};
use crate::text::counted;

/// One line for each draft, grouped by company and round; then the letters that were sent.
pub fn list(plan: &Plan, vault: &Vault) -> String {
    let mut groups: BTreeMap<(String, u32), Vec<&Draft>> = BTreeMap::new();
    for draft in &plan.drafts {
        let round = draft.round.and_then(|at| vault.rounds.get(at)).map_or(0, |round| round.number);
        groups.entry((vault.company(draft.company).name.clone(), round)).or_default().push(draft);
    }
    if groups.is_empty() {
        return "No drafts: no letter is due.\n".to_owned();
    }
    let mut out = String::new();
    for ((company, round), drafts) in groups {
        let round = if round == 0 { String::new() } else { format!(", round {round}") };
        out.push_str(&format!("{}{round}\n", flat(&company)));
        for draft in drafts {
            out.push_str(&format!("  {:34}{}\n", standing(draft), flat(&draft.path)));
        }
    }
    let sent = vault.letters.iter().filter(|letter| letter.sent_on.get().is_some()).count();
    if sent > 0 {
        out.push_str(&format!("{} sent so far\n", counted(sent, "letter")));
    }
    let unknown = vault.notes.iter().filter(|note| matches!(note.record, Record::Broken)).count();
    if unknown > 0 {
        out.push_str(&format!("{} cannot be read; `vault check` says why\n", counted(unknown, "note")));
    }
    out
}

fn standing(draft: &Draft) -> String {
    let blanks = match draft.blanks {
        0 => "no blanks left".to_owned(),
        count => format!("{} to fill", counted(count, "blank")),
    };
    match draft.fate {
        Fate::Create => format!("not written yet · {blanks}"),
        Fate::Refresh => format!("draft, older than its notes · {blanks}"),
        Fate::Current => format!("draft · {blanks}"),
        Fate::Edited => format!("yours · {blanks}"),
        Fate::Sent => "sent".to_owned(),
        Fate::Deleted => "deleted by you".to_owned(),
        Fate::Foreign => "a note of your own has its name".to_owned(),
    }
}
