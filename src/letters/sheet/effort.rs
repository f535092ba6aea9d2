//! The extra mile: what is planned, what to print, what to pack.

use super::brief::Brief;
use super::page::Page;
use crate::letters::fragment::trimmed;
use crate::model::{Place, ThanksPolicy};
use crate::text::inert;

pub(super) fn write(brief: &Brief<'_, '_>, page: &mut Page) {
    page.section("The extra mile");
    let planned = [("extra mile", ""), ("demo", "to show: "), ("plan", "to hand out: ")];
    let mut is_planned = false;
    for (label, before) in planned {
        for one in brief.prepared(label) {
            is_planned = true;
            page.item(&format!("{before}{}", trimmed(&one.text)));
        }
    }
    if !is_planned {
        page.item("nothing planned yet: a piece of work, a demonstration, or a 30-60-90 plan");
    }
    page.item(&copies(brief));
    page.part("To pack");
    page.items(pack(brief));
}

/// How often to print what is handed out: once for everybody there, and once more.
fn copies(brief: &Brief<'_, '_>) -> String {
    let noted = brief.prepared("copies").next().map(|one| inert(&one.text));
    match brief.people().len() {
        0 => "print a copy for everybody there, and one for yourself; nobody is named yet".to_owned(),
        count => {
            let wanted = (count + 1).to_string();
            let noted = noted.filter(|noted| *noted != wanted).map(|noted| format!("; you noted {noted}"));
            format!("print {wanted} copies: one for each of them, one for yourself{}", noted.unwrap_or_default())
        }
    }
}

fn pack(brief: &Brief<'_, '_>) -> Vec<&'static str> {
    let is_remote = matches!(brief.round.place.get(), Some(Place::Phone | Place::Video | Place::Remote));
    let mut things = vec!["the closing card", "paper and pen, for names, dates and promises"];
    if is_remote {
        things.push("this sheet, in sight; the number or the link, tried out");
        return things;
    }
    things.push("the copies, and whatever you show");
    // Where cards are no part of how this vault says thanks, none is carried along.
    if !matches!(brief.app.config().thanks, ThanksPolicy::EmailOnly | ThanksPolicy::Any) {
        things.push("a card and an envelope, to write your thanks in the lobby");
    }
    things
}
