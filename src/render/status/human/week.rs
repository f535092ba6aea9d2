//! `vault status --week`: a review on one page.

use std::collections::BTreeMap;

use super::timeline::words;
use super::wording::{company, stage, trend};
use super::{Page, short};
use crate::model::{CompanyId, Purpose, Vault};
use crate::render::{day, flat};
use crate::status::{Event, EventKind, Week};
use crate::text::{counted, listed};

/// What the week brought, what it left open, and what the next one brings.
pub fn week(week: &Week, vault: &Vault, colour: bool) -> String {
    let today = week.today;
    let mut page = Page::new(colour);
    page.heading(&format!("The week from {} to {}", day(week.from, today), day(today, today)));
    let of = |kinds: &[EventKind]| -> Vec<&(CompanyId, Event)> {
        week.past.iter().filter(|(_, event)| kinds.contains(&event.kind)).collect()
    };
    if week.past.is_empty() {
        page.line("", "nothing is written down for it");
    }
    list(&mut page, "Interviews", &of(&[EventKind::Interview]), week, vault);
    list(&mut page, "From them", &of(&[EventKind::In, EventKind::Decided, EventKind::Booked]), week, vault);
    let done = done(week);
    if !done.is_empty() {
        page.heading("From you");
        page.line("  ", &done.join(" · "));
    }
    if !week.doubts.is_empty() {
        page.heading("Doubts you heard");
    }
    for doubt in &week.doubts {
        let reply = doubt.reply.as_deref().map_or_else(|| "no reply yet".to_owned(), flat);
        let who = format!("{}, {}", flat(&doubt.person), company(doubt.company, vault));
        page.line("  ", &format!("{who}: {} → {reply}", flat(&doubt.text)));
    }
    if !week.waiting.is_empty() {
        page.heading("Waiting");
    }
    for row in &week.waiting {
        page.line("  ", &format!("{} · {}", company(row.company, vault), stage(row, vault, today)));
    }
    let coming: Vec<&(CompanyId, Event)> = week.coming.iter().collect();
    list(&mut page, "The next seven days", &coming, week, vault);
    page.heading("To do");
    page.line("  ", &to_do(week));
    page.heading("How it goes");
    week.trends.iter().for_each(|one| page.line("  ", &trend(one)));
    page.text()
}

fn list(page: &mut Page, heading: &str, events: &[&(CompanyId, Event)], week: &Week, vault: &Vault) {
    if !events.is_empty() {
        page.heading(heading);
    }
    for (id, event) in events {
        let head = format!("  {:10}  ", short(event.date, week.today));
        page.entry(&head, &format!("{} · {}", company(*id, vault), words(event)));
    }
}

/// What the candidate did: contacts by purpose, promises, research, applications.
fn done(week: &Week) -> Vec<String> {
    let count = |kind| week.past.iter().filter(|(_, event)| event.kind == kind).count();
    let mut purposes: BTreeMap<Purpose, usize> = BTreeMap::new();
    let mut others = 0;
    for (_, event) in week.past.iter().filter(|(_, event)| event.kind == EventKind::Out) {
        others += usize::from(event.purposes.is_empty());
        event.purposes.iter().for_each(|purpose| *purposes.entry(*purpose).or_default() += 1);
    }
    others += purposes.remove(&Purpose::Other).unwrap_or_default();
    // What went with a promise is told once, as the promise.
    let kept = count(EventKind::Kept).max(purposes.remove(&Purpose::Promise).unwrap_or_default());
    let mut done: Vec<String> = Vec::new();
    done.extend(purposes.iter().map(|(purpose, count)| format!("{count} × {}", purpose.name())));
    for (count, what) in [
        (kept, "promise"),
        (others, "other contact"),
        (count(EventKind::Applied), "application"),
        (count(EventKind::Research), "line"),
    ] {
        let tail = match what {
            "promise" => " kept",
            "line" => " of research",
            _ => "",
        };
        done.extend((count > 0).then(|| format!("{}{tail}", counted(count, what))));
    }
    done
}

fn to_do(week: &Week) -> String {
    let [overdue, today, later] = week.duties;
    let counts = [(overdue, "overdue"), (today, "due today"), (later, "due in the next seven days")];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    let counts: Vec<String> = counts.collect();
    if counts.is_empty() { "nothing".to_owned() } else { format!("{}; `vault agenda` lists them", listed(&counts)) }
}
