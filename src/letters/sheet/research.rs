//! Research so far by subject, and what to look into next.

use super::brief::Brief;
use super::page::Page;
use crate::letters::fragment::trimmed;
use crate::model::{Named, Research, Subject};
use crate::text::inert;

pub(super) fn write(brief: &Brief<'_, '_>, page: &mut Page) {
    page.section("Research");
    subject(brief, page, "The company", |subject| *subject == Subject::Company);
    subject(brief, page, "The job", |subject| *subject == Subject::Role);
    for person in brief.people() {
        subject(brief, page, &inert(&person.name), |subject| is_about(subject, person));
    }
    prompts(brief, page);
}

fn is_about(subject: &Subject, person: &Named) -> bool {
    matches!(subject, Subject::Person(whom) if whom.is(person))
}

fn subject(brief: &Brief<'_, '_>, page: &mut Page, title: &str, is_asked: impl Fn(&Subject) -> bool) {
    page.part(title);
    let by = brief.round.interview_date.get();
    let is_known = |one: &&Research| is_asked(&one.subject) && by.is_none_or(|by| one.date <= by);
    let mut found: Vec<&Research> = brief.app.company.research.iter().filter(is_known).collect();
    // What is new comes first: it is what nobody has heard from the candidate yet.
    found.sort_by_key(|one| std::cmp::Reverse(one.date));
    if found.is_empty() {
        page.item("nothing yet");
    }
    for one in found {
        page.item(&format!("{}: {}", brief.day(one.date), trimmed(&one.text)));
    }
}

fn prompts(brief: &Brief<'_, '_>, page: &mut Page) {
    page.part("To look into");
    let challenges = brief.app.company.challenges.iter();
    let challenges = challenges.map(|one| format!("what others do about: {}", trimmed(&one.text)));
    let focus = brief.last().and_then(|held| held.next_focus.text());
    let focus = focus.map(|words| format!("what they may mean by: {}", trimmed(words)));
    let spots = brief.gathered(|round| &round.shore_up);
    let spots = spots.into_iter().map(|(_, spot)| format!("how it is done well: {}", trimmed(spot)));
    let prompts: Vec<String> = challenges.chain(focus).chain(spots).collect();
    if prompts.is_empty() {
        page.item("what has changed at the firm since you last looked");
    }
    page.items(&prompts);
}
