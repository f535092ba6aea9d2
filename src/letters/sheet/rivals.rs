//! The others who are still in: what was asked and recorded, and no odds, ever.

use super::brief::Brief;
use super::page::Page;
use crate::letters::fragment::trimmed;
use crate::model::Answer;

pub(super) fn write(brief: &Brief<'_, '_>, page: &mut Page) {
    page.section("The others");
    let rivals = brief.app.rivals();
    let taught = brief.earlier.iter().rev().find(|held| std::ptr::eq(&raw const held.round.rivals, rivals));
    let source = taught.map(|held| format!(" ({})", brief.said_in(held))).unwrap_or_default();
    page.item(&match rivals.answer {
        Answer::Value(0) | Answer::Nothing => format!("nobody else is in, as you were told{source}"),
        Answer::Value(1) => format!("1 other is still in{source}"),
        Answer::Value(count) => format!("{count} others are still in{source}"),
        Answer::Declined => format!("how many: you asked, and they would not say{source}"),
        Answer::Missed | Answer::Absent => "how many: not known, so ask".to_owned(),
    });
    let backgrounds = &brief.app.company.rival_notes;
    if backgrounds.is_empty() && !matches!(rivals.answer, Answer::Value(0) | Answer::Nothing) {
        page.item("what they bring: not known");
    }
    for rival in backgrounds {
        page.item(&format!("what they bring: {}", trimmed(&rival.text)));
    }
    let mut is_known = false;
    for held in brief.earlier {
        for close in &held.round.close.people {
            let by = brief.said_by(&close.person, held);
            match &close.standing.answer {
                Answer::Value(words) => page.item(&format!("how you stand: {} ({by})", trimmed(words))),
                Answer::Declined => page.item(&format!("how you stand: they would not say ({by})")),
                Answer::Missed => page.item(&format!("how you stand: not asked ({by})")),
                Answer::Nothing | Answer::Absent => continue,
            }
            is_known = true;
        }
    }
    if !is_known {
        page.item("how you stand: not known, so ask at the end");
    }
}
