//! What the candidate takes along to a planned round: the prep sheet, for the evening before, and
//! the closing card, for the last minutes.
//!
//! Both are written to the candidate alone and never sent, so private facts stand in the prep sheet,
//! each marked as not for letters. Where nothing is known they say so; nothing is made up.

mod aim;
mod brief;
mod card;
mod doubts;
mod effort;
mod fact;
mod facts;
mod missed;
mod page;
mod people;
mod pitch;
mod questions;
mod readiness;
mod research;
mod rivals;
mod wording;

use brief::Brief;
use page::Page;

use crate::checklist::Application;
use crate::model::Document;

/// The body of a sheet for a round of the application: the prep sheet, or the closing card.
pub(super) fn body(application: &Application<'_>, round: usize, document: Document) -> String {
    match document {
        Document::ClosingCard => closing_card(application, round),
        _ => prep_sheet(application, round),
    }
}

/// The prep sheet for a round of the application, by its index into
/// [`Vault::rounds`](crate::model::Vault::rounds): Markdown, ten sections.
pub fn prep_sheet(application: &Application<'_>, round: usize) -> String {
    let brief = Brief::new(application, round);
    let mut page = Page::titled(&format!("Prep sheet: {}", brief.title()));
    let sections = [
        people::write,
        aim::write,
        pitch::write,
        facts::write,
        questions::write,
        doubts::write,
        rivals::write,
        research::write,
        effort::write,
        readiness::write,
    ];
    for write in sections {
        write(&brief, &mut page);
    }
    page.into_text()
}

/// The closing card for a round, as [`prep_sheet`] takes it: Markdown, one side, ten steps.
pub fn closing_card(application: &Application<'_>, round: usize) -> String {
    card::write(&Brief::new(application, round))
}
