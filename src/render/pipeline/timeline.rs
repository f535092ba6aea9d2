//! Rounds and the days that count, over time.

use chrono::NaiveDate;

use super::label::label;
use super::what;
use crate::model::{Round, RoundState, Vault};
use crate::status::{Pipeline, Step, What};

/// Applications shown; the tables below have them all.
pub(super) const MOST: usize = 15;
/// Characters of a company's name.
const LONGEST: usize = 26;

/// The lines of a Mermaid gantt chart of the first [`MOST`] open applications that have days, and how many those
/// are in all; `None` where there are none.
pub(super) fn timeline(pipeline: &Pipeline, vault: &Vault) -> Option<(Vec<String>, usize)> {
    let open = pipeline.steps.iter().filter(|step| !step.stage.is_over());
    let sections: Vec<Section> =
        open.map(|step| Section::new(step, vault)).filter(|one| !one.bars.is_empty()).collect();
    let shown = &sections[..sections.len().min(MOST)];
    let ends = shown.iter().flat_map(|section| &section.bars).flat_map(|bar| [bar.from, bar.to]);
    let (first, last) = (ends.clone().min()?, ends.max()?);
    let widest = shown.iter().map(|section| section.width).max().unwrap_or_default();
    // Without it long names run into the bars. A letter of theirs is about this wide; there is no way to ask.
    let padding = 24 + widest * 13 / 2;
    let mut lines = vec![format!("%%{{init: {{\"gantt\": {{\"leftPadding\": {padding}}}}}}}%%")];
    lines.extend(["gantt", "    dateFormat YYYY-MM-DD"].map(str::to_owned));
    lines.extend(axis((last - first).num_days()));
    for section in shown {
        lines.push(format!("    section {}", section.name));
        lines.extend(section.bars.iter().map(Bar::line));
    }
    Some((lines, sections.len()))
}

/// One application.
struct Section {
    name: String,
    /// Characters of the name, as shown.
    width: usize,
    bars: Vec<Bar>,
}

/// A day, or a stretch of days.
struct Bar {
    words: String,
    from: NaiveDate,
    to: NaiveDate,
}

impl Section {
    fn new(step: &Step, vault: &Vault) -> Self {
        let company = vault.company(step.company);
        let rounds = company.rounds.iter().map(|at| &vault.rounds[*at]);
        let mut bars: Vec<Bar> =
            rounds.filter(|round| round.state.get() != Some(RoundState::Cancelled)).filter_map(interview).collect();
        let since = step.waiting.and_then(|at| vault.rounds[at].interview_date.get());
        let days = step.dates.iter().filter(|ahead| ahead.what != What::Interview);
        bars.extend(days.map(|ahead| {
            let from = since.filter(|since| ahead.what != What::CheckIn && *since <= ahead.on);
            Bar { words: what(ahead.what).0.to_owned(), from: from.unwrap_or(ahead.on), to: ahead.on }
        }));
        Self { name: label(&company.name, LONGEST), width: company.name.chars().count().min(LONGEST + 1), bars }
    }
}

/// Only its number: on a phone there is no room for names.
fn interview(round: &Round) -> Option<Bar> {
    let on = round.interview_date.get()?;
    Some(Bar { words: format!("Round {}", round.number), from: on, to: on })
}

impl Bar {
    fn line(&self) -> String {
        if self.from == self.to {
            return format!("    {} :milestone, {}, 0d", self.words, self.from);
        }
        format!("    {} :active, {}, {}", self.words, self.from, self.to)
    }
}

/// A line for every week, or where the time is long for some months, so that their days can be read.
fn axis(days: i64) -> Vec<String> {
    let (ticks, format) =
        if days <= 70 { ("1week".to_owned(), "%-d %b") } else { (format!("{}month", days / 300 + 1), "%b %Y") };
    vec![format!("    axisFormat {format}"), format!("    tickInterval {ticks}"), "    weekday monday".to_owned()]
}
