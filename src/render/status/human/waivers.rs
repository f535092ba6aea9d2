//! `vault status --waivers`

use super::Page;
use super::wording::on;
use crate::render::{day, flat};
use crate::status::{Silence, Waivers};
use crate::text::counted;

/// What is silenced, where and why.
pub fn waivers(view: &Waivers, colour: bool) -> String {
    let mut page = Page::new(colour);
    let today = day(view.today, view.today);
    if view.waived.is_empty() && view.held.is_empty() && view.off.is_empty() {
        page.heading(&format!("{today} · nothing is waived or on hold"));
        return page.text();
    }
    let waived = counted(view.waived.len(), "waiver");
    page.heading(&format!("{today} · {waived}, {} on hold", view.held.len()));
    section(&mut page, "Waived", &view.waived, view);
    section(&mut page, "On hold", &view.held, view);
    if !view.off.is_empty() {
        page.heading("Off in vault.toml");
        view.off.iter().for_each(|rule| page.line("  ", &flat(rule)));
    }
    page.text()
}

fn section(page: &mut Page, heading: &str, silences: &[Silence], view: &Waivers) {
    if !silences.is_empty() {
        page.heading(heading);
    }
    for silence in silences {
        let person = silence.person.as_ref().map(|person| format!(" for {}", flat(person))).unwrap_or_default();
        let until = silence.until.map(|until| match until {
            until if until > view.today => format!(" until {}", on(until, view.today)),
            until => format!(" until {}: over", day(until, view.today)),
        });
        let reason = if silence.reason.is_empty() { "no reason given" } else { silence.reason.as_str() };
        let note = flat(&silence.note);
        let until = until.unwrap_or_default();
        page.line("  ", &format!("{}{person} · {note}{until}", flat(&silence.rule)));
        page.line("    ", &flat(reason));
        if let Some(fault) = &silence.fault {
            page.line("    ", &format!("but: {}", flat(fault)));
        }
    }
}
