//! What the round probably tests, and on what that rests.

use super::brief::Brief;
use super::page::Page;
use crate::checklist::Basis;
use crate::letters::fragment::trimmed;
use crate::model::{Answer, Focus};

/// The four ways to fit, as Prepare labels them, and as they are called here.
const FITS: [(&str, &str); 4] =
    [("fit company", "the company"), ("fit clients", "its clients"), ("fit team", "the team"), ("fit job", "the job")];

pub(super) fn write(brief: &Brief<'_, '_>, page: &mut Page) {
    page.section("What it probably tests");
    let aim = brief.preparation.aim();
    let focus = match aim.focus {
        Some(Focus::Fit) => "whether you fit",
        Some(Focus::Technical) => "whether you can do it",
        Some(Focus::Confirm) => "nothing new: they want to be sure",
        Some(Focus::Mixed) => "several things: how you fit, and whether you can do it",
        None => "not known",
    };
    page.item(&format!("**{focus}**: {}", basis(brief, aim.basis)));
    told(brief, page);
    fits(brief, page);
}

/// On what it rests that a round tests something.
fn basis(brief: &Brief<'_, '_>, basis: Basis<'_>) -> String {
    match (basis, brief.last()) {
        (Basis::Told { round, words }, Some(held)) if held.number == round => {
            format!("\"{}\" ({})", trimmed(words), brief.said_in(held))
        }
        (Basis::Told { words, .. }, _) => format!("\"{}\"", trimmed(words)),
        (basis, _) => basis.words(),
    }
}

/// What the round before said about this one.
fn told(brief: &Brief<'_, '_>, page: &mut Page) {
    let Some(held) = brief.last() else { return };
    let source = brief.said_in(held);
    let is_basis = matches!(brief.preparation.aim().basis, Basis::Told { .. });
    let focus = Some(("it is about", &held.next_focus)).filter(|_| !is_basis);
    for (what, field) in focus.into_iter().chain([("they also want", &held.next_wants)]) {
        match &field.answer {
            Answer::Value(words) => page.item(&format!("{what}: {} ({source})", trimmed(words))),
            Answer::Declined => page.item(&format!("{what}: they would not say ({source})")),
            Answer::Nothing | Answer::Missed | Answer::Absent => {}
        }
    }
    for (held, strength) in brief.gathered(|round| &round.play_up) {
        page.item(&format!("stress: {} ({})", trimmed(strength), brief.said_in(held)));
    }
}

fn fits(brief: &Brief<'_, '_>, page: &mut Page) {
    page.part("How you fit");
    for (label, name) in FITS {
        let mut written = false;
        for one in brief.prepared(label) {
            written = true;
            page.item(&format!("{name}: {}", trimmed(&one.text)));
        }
        if !written {
            page.item(&format!("{name}: not written yet"));
        }
    }
}
