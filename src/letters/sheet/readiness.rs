//! How ready the candidate is, against the round before, and what is open.

use super::brief::Brief;
use super::page::Page;
use crate::checklist::{Finding, Group, Mark, Score};
use crate::letters::fragment::trimmed;
use crate::model::{Promise, PromiseState};
use crate::text::inert;

pub(super) fn write(brief: &Brief<'_, '_>, page: &mut Page) {
    page.section("How ready you are");
    let now = brief.preparation.score();
    let then = brief.last().map(|held| (held, brief.app.past_preparation(held).score()));
    match &then {
        Some((held, then)) => page.item(&format!("done: {now}; for round {}, on its day: {then}", held.number)),
        None => page.item(&format!("done: {now}; there is no round before to measure against")),
    }
    if let Some(parts) = parts(&now) {
        page.item(&parts);
    }
    if let Some((_, then)) = &then {
        let lost = now.lost_since(then).map(|mark| format!("done then and not now: {}", mark.name));
        page.items(lost);
    }
    page.part("Open");
    let tasks = now.marks.iter().filter(|mark| !mark.is_satisfied()).flat_map(tasks);
    let open: Vec<String> = tasks.chain(promises(brief)).collect();
    if open.is_empty() {
        page.item("nothing");
    }
    page.items(open);
}

/// The score of each group that the round asks for anything of.
fn parts(score: &Score) -> Option<String> {
    let parts = Group::ALL.into_iter().map(|group| (group, score.of(group)));
    let parts = parts.filter(|(_, part)| part.applicable() > 0);
    let parts: Vec<String> = parts.map(|(group, part)| format!("{} {part}", group.name())).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// What is open of one thing, as the agenda or the check says it; each once.
fn tasks(mark: &Mark) -> Vec<String> {
    let title = |finding: &Finding| inert(finding.duty().map_or(&finding.message, |duty| &duty.title));
    let mut titles: Vec<String> = mark.open.iter().map(title).collect();
    titles.dedup();
    titles
}

/// Promises of earlier rounds that are still open.
fn promises(brief: &Brief<'_, '_>) -> Vec<String> {
    let mut open = Vec::new();
    for held in brief.earlier {
        for Promise { text, due, .. } in held.promises.iter().filter(|one| one.state == PromiseState::Open) {
            let by = due.map(|due| format!(", by {}", brief.day(due))).unwrap_or_default();
            open.push(format!("Keep your promise: {}{by}", trimmed(text)));
        }
    }
    open
}
