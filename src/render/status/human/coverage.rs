//! `vault status --coverage`

use super::Page;
use crate::render::day;
use crate::status::{Counts, Coverage, RuleCoverage};

/// One row a stage, then what is missing and what is open.
pub fn coverage(view: &Coverage, colour: bool) -> String {
    let mut page = Page::new(colour);
    let today = day(view.today, view.today);
    page.heading(&format!("{today} · what the checklist asks, and how much of it is done"));
    let columns = ["done", "declined", "waived", "open", "missing"];
    page.gap();
    page.row(&row("", &columns.map(str::to_owned)));
    for stage in &view.stages {
        let Counts { done, declined, waived, open, missing } = stage.counts;
        let cells = [done, declined, waived, open, missing].map(|count| match count {
            0 => "–".to_owned(),
            count => count.to_string(),
        });
        page.row(&row(&format!("{:8} {}", stage.stage.name, stage.stage.title), &cells));
    }
    rules(&mut page, "Missing", view, |counts| counts.missing);
    rules(&mut page, "Open", view, |counts| counts.open);
    page.text()
}

fn row(head: &str, cells: &[String; 5]) -> String {
    let [done, declined, waived, open, missing] = cells;
    format!("{head:38}{done:>7}{declined:>10}{waived:>8}{open:>7}{missing:>9}")
}

fn rules(page: &mut Page, heading: &str, view: &Coverage, count: impl Fn(Counts) -> usize) {
    let rules = view.stages.iter().flat_map(|stage| &stage.rules).filter(|rule| count(rule.counts) > 0);
    let mut rules: Vec<&RuleCoverage> = rules.collect();
    // The worst first; those alike stay in order of time.
    rules.sort_by_key(|rule| std::cmp::Reverse(count(rule.counts)));
    if !rules.is_empty() {
        page.heading(heading);
    }
    for rule in rules {
        let text = format!("{} · {}", rule.rule.id, rule.rule.title);
        page.entry(&format!("  {:>3}  ", count(rule.counts)), &text);
    }
}
