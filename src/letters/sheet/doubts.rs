//! Doubts and their replies, weak spots and plans, challenges and accomplishments.

use super::brief::{Brief, PRIVATE};
use super::fact;
use super::page::Page;
use crate::letters::blank;
use crate::letters::fragment::trimmed;
use crate::model::Doubt;
use crate::text::{inert, listed};

pub(super) fn write(brief: &Brief<'_, '_>, page: &mut Page) {
    page.section("Doubts, weak spots, challenges");
    doubts(brief, page);
    weak_spots(brief, page);
    challenges(brief, page);
}

fn doubts(brief: &Brief<'_, '_>, page: &mut Page) {
    page.part("Doubts heard, and your reply");
    let mut heard: Vec<(String, &str, Option<&str>)> = Vec::new();
    for held in brief.earlier {
        for close in &held.round.close.people {
            for Doubt { text, reply, .. } in close.concerns.list() {
                heard.push((format!("({})", brief.said_by(&close.person, held)), text, reply.as_deref()));
            }
        }
    }
    for person in brief.people() {
        let profile = brief.app.interviewer(person).map(|note| &*note.profile).unwrap_or_default();
        for fact in profile.iter().filter(|fact| fact.label == "concern") {
            let name = inert(&person.name);
            let source = fact.from.as_ref().map_or(name.clone(), |from| format!("{name}, says {}", inert(&from.name)));
            let mark = if fact::is_private(brief, fact) { PRIVATE } else { "" };
            heard.push((format!("({source}){mark}"), &fact.text, None));
        }
    }
    if heard.is_empty() {
        page.item("none so far; ask for them at the end");
    }
    for (source, doubt, given) in heard {
        page.item(&format!("{} {source}", trimmed(doubt)));
        match brief.preparation.prepared("answer", doubt).or(given) {
            Some(reply) => page.under(&format!("→ {}", trimmed(reply))),
            None => page.under(&format!("→ {}", blank("your reply, with a number or a case"))),
        }
    }
}

fn weak_spots(brief: &Brief<'_, '_>, page: &mut Page) {
    page.part("Weak spots, and your plan");
    let spots = brief.gathered(|round| &round.shore_up);
    if spots.is_empty() {
        page.item("none were named");
    }
    for (held, spot) in spots {
        page.item(&format!("{} ({})", trimmed(spot), brief.said_in(held)));
        match brief.preparation.prepared("strengthen", spot) {
            Some(plan) => page.under(&format!("→ {}", trimmed(plan))),
            None => page.under(&format!("→ {}", blank("how you make it stronger by then"))),
        }
    }
}

fn challenges(brief: &Brief<'_, '_>, page: &mut Page) {
    page.part("Their challenges, and what you have done");
    let challenges = &brief.app.company.challenges;
    if challenges.is_empty() {
        page.item("none are noted; ask what keeps them busy");
    }
    for challenge in challenges {
        let people: Vec<String> = challenge.people.iter().map(|person| inert(&person.name)).collect();
        let source = if people.is_empty() { String::new() } else { format!(" ({})", listed(&people)) };
        page.item(&format!("{}{source}", trimmed(&challenge.text)));
        match challenge.answer.as_deref().and_then(|id| brief.accomplishment(id)) {
            Some(answer) => page.under(&format!("→ {}", trimmed(&answer.text))),
            None => page.under(&format!("→ {}", blank("something like it that you have solved"))),
        }
    }
}
