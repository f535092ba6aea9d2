//! `vault status`: the whole search.

use chrono::NaiveDate;

use super::Page;
use super::wording::{away, company, days, on, stage, tally, trend};
use crate::model::{Answer, Vault};
use crate::render::{day, flat};
use crate::status::{Overview, Row, Stage, What};
use crate::text::counted;

/// The whole search, three lines an application.
pub fn overview(overview: &Overview, vault: &Vault, colour: bool) -> String {
    let today = overview.today;
    let mut page = Page::new(colour);
    let open = overview.rows.iter().filter(|row| !row.stage.is_over()).count();
    let over = overview.rows.len() - open;
    let all = match (open, over) {
        (0, 0) => "no application yet".to_owned(),
        (open, 0) => format!("{} open", counted(open, "application")),
        (open, over) => format!("{} open, {over} over", counted(open, "application")),
    };
    page.heading(&format!("{} · {all}", day(today, today)));
    if overview.rows.is_empty() {
        page.line("", "`vault new company NAME` starts one");
        return page.text();
    }
    for row in overview.rows.iter().filter(|row| !row.stage.is_over()) {
        page.heading(&title(row, vault));
        lines(&mut page, row, vault, today);
    }
    if over > 0 {
        page.heading("Over");
        for row in overview.rows.iter().filter(|row| row.stage.is_over()) {
            page.line("  ", &format!("{} · {}", company(row.company, vault), stage(row, vault, today)));
        }
    }
    page.heading("How it goes");
    overview.trends.iter().for_each(|one| page.line("  ", &trend(one)));
    page.text()
}

/// `Lyrebird Pianos · Head of the restoration workshop`
pub(super) fn title(row: &Row, vault: &Vault) -> String {
    let position = vault.company(row.company).position.text().map(|position| format!(" · {}", flat(position)));
    format!("{}{}", company(row.company, vault), position.unwrap_or_default())
}

/// How it stands, the days that count, and what else is known.
pub(super) fn lines(page: &mut Page, row: &Row, vault: &Vault, today: NaiveDate) {
    page.line("  ", &stage(row, vault, today));
    page.parts("  ", &dates(row, today));
    page.parts("  ", &facts(row));
}

/// The days that count, but for the one that the stage has named.
pub(in crate::render) fn dates(row: &Row, today: NaiveDate) -> Vec<String> {
    let named = |what: What| what == What::Interview && matches!(row.stage, Stage::Planned | Stage::Past);
    let ahead = row.dates.iter().filter(|ahead| !named(ahead.what));
    let mut said: Vec<String> = ahead
        .map(|ahead| match ahead.what {
            What::Interview => format!("an interview on {}", on(ahead.on, today)),
            What::Answer if ahead.on < today => {
                format!("their answer was due {}, {}", day(ahead.on, today), away(ahead.on, today))
            }
            What::Answer => format!("their answer by {}", on(ahead.on, today)),
            What::Quiet => format!("leave them alone until {}", day(ahead.on, today)),
            What::CheckIn => format!("check in on {}", on(ahead.on, today)),
            What::OfferBy if ahead.on < today => format!("your answer was due {}", on(ahead.on, today)),
            What::OfferBy => format!("your answer by {}", on(ahead.on, today)),
        })
        .collect();
    if row.stage == Stage::Waiting && !row.dates.iter().any(|ahead| ahead.what == What::Answer) {
        said.push("no date for their answer".to_owned());
    }
    said
}

/// Silence, support, rivals, duties: what is known of them.
pub(in crate::render) fn facts(row: &Row) -> Vec<String> {
    let mut facts = Vec::new();
    facts.extend(row.quiet.map(|quiet| match quiet {
        0 => "heard from them today".to_owned(),
        quiet if row.waiting == Some(quiet) => "nothing heard since".to_owned(),
        quiet => format!("nothing heard for {}", days(quiet)),
    }));
    facts.extend(tally(&row.support).map(|tally| format!("support: {tally}")));
    facts.extend(match row.rivals {
        Answer::Value(rivals) => Some(counted(usize::try_from(rivals).unwrap_or(usize::MAX), "rival")),
        Answer::Nothing => Some("no rivals".to_owned()),
        Answer::Declined => Some("rivals: they would not say".to_owned()),
        Answer::Missed | Answer::Absent => None,
    });
    let to_do = [(row.overdue, "overdue"), (row.today, "due today")];
    let to_do = to_do.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    let to_do: Vec<String> = to_do.collect();
    facts.extend((!to_do.is_empty()).then(|| format!("to do: {}", to_do.join(", "))));
    facts
}
