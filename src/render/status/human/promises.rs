//! `vault status --promises`

use super::wording::{away, place};
use super::{Page, short};
use crate::model::Vault;
use crate::render::{day, flat};
use crate::status::{PromiseLine, PromiseView, Standing};

/// What was promised, the open ones first.
pub fn promises(view: &PromiseView, vault: &Vault, colour: bool) -> String {
    let mut page = Page::new(colour);
    let today = day(view.today, view.today);
    if view.promises.is_empty() {
        page.heading(&format!("{today} · nothing promised"));
        return page.text();
    }
    let count = |standing| view.promises.iter().filter(|line| line.standing == standing).count();
    let counts = Standing::ALL.map(|standing| (count(standing), standing.name()));
    let counts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}"));
    let counts: Vec<String> = counts.collect();
    page.heading(&format!("{today} · promises: {}", counts.join(", ")));
    let (in_time, dated) = view.in_time();
    if dated > 0 {
        page.line("", &format!("of {dated} kept with both days known, {in_time} in time"));
    }
    for standing in Standing::ALL {
        let lines: Vec<&PromiseLine> = view.promises.iter().filter(|line| line.standing == standing).collect();
        if !lines.is_empty() {
            page.heading(heading(standing));
        }
        for line in lines {
            entry(&mut page, line, view, vault);
        }
    }
    page.text()
}

fn heading(standing: Standing) -> &'static str {
    match standing {
        Standing::Overdue => "Overdue",
        Standing::Open => "Open",
        Standing::Kept => "Kept",
        Standing::Released => "Released by them",
    }
}

fn entry(page: &mut Page, line: &PromiseLine, view: &PromiseView, vault: &Vault) {
    let today = view.today;
    let date = if line.standing == Standing::Kept { line.kept_on.or(line.due) } else { line.due };
    let head = date.map_or_else(|| "no day".to_owned(), |date| short(date, today));
    let when = match (line.standing, date) {
        (Standing::Overdue | Standing::Open, Some(date)) => Some(away(date, today)),
        (Standing::Kept, _) => late(line),
        _ => None,
    };
    let when = when.map(|when| format!(" · {when}")).unwrap_or_default();
    let text = format!("{} · {}{when}", flat(&line.text), place(line.company, Some(line.round), vault));
    page.entry(&format!("  {head:10}  "), &text);
}

/// `2 days late`; nothing where it was in time, or nobody knows.
fn late(line: &PromiseLine) -> Option<String> {
    let late = (line.kept_on? - line.due?).num_days();
    (late > 0).then(|| format!("{} late", super::wording::days(late)))
}
