//! What people see of the findings: in order of weight, with what belongs together as one.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::Report;
use super::silence::Silence;
use crate::checklist::Finding;
use crate::diagnostic::Severity;
use crate::model::{CompanyId, Round};
use crate::text::{Span, listed};

/// One thing that people see: a finding, or several as one.
pub(super) struct Line<'a> {
    pub(super) part: Part,
    pub(super) severity: Severity,
    pub(super) rule: &'static str,
    pub(super) message: String,
    pub(super) help: String,
    /// Where; the first is shown with its source.
    pub(super) places: Vec<(&'a Arc<str>, Span)>,
    /// How many findings it stands for.
    pub(super) stands_for: usize,
    due: Option<NaiveDate>,
}

/// First things first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// Notes that cannot be read as they are meant.
    Broken,
    /// Duties whose day has gone by; what is due by tomorrow follows them.
    Due,
    /// The end of a round.
    Debrief,
    /// Everything else.
    Rest,
}

/// What makes findings one line.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// A debrief of this round settles them.
    Debrief(usize),
    /// One rule, several people.
    People(&'static str, Severity, Option<CompanyId>, Option<usize>),
}

/// The lines for people, hints among them, in order.
pub(super) fn lines<'a>(report: &Report<'a>, silence: &Silence<'a>) -> Vec<Line<'a>> {
    let mut bundles: Vec<Vec<&'a Finding>> = Vec::new();
    let mut known: BTreeMap<Key, usize> = BTreeMap::new();
    for (finding, _) in report.sorted() {
        let Some(severity) = finding.severity.filter(|_| !silence.holds_back(finding)) else { continue };
        let people = || Key::People(finding.rule.id, severity, finding.company, finding.round);
        let key = silence.round_of(finding).map(Key::Debrief).or_else(|| finding.person.as_ref().map(|_| people()));
        match key.map(|key| *known.entry(key).or_insert(bundles.len())) {
            Some(at) if at < bundles.len() => bundles[at].push(finding),
            _ => bundles.push(vec![finding]),
        }
    }
    let line = |bundle: &Vec<&'a Finding>| match silence.round_of(bundle[0]) {
        Some(at) => debrief(report, silence, &report.vault.rounds[at], bundle),
        None => merged(bundle),
    };
    let mut lines: Vec<Line<'a>> = bundles.iter().map(line).collect();
    // Stable: within a part, by path and line, as they came.
    lines.sort_by_key(|line| (line.part, Reverse(line.severity), line.due));
    lines
}

fn debrief<'a>(report: &Report<'a>, silence: &Silence<'a>, round: &'a Round, bundle: &[&'a Finding]) -> Line<'a> {
    Line {
        part: Part::Debrief,
        severity: bundle.iter().filter_map(|finding| finding.severity).max().unwrap_or(Severity::Hint),
        rule: "close/debrief",
        message: silence.message(round),
        help: String::new(),
        places: vec![(report.vault.path(round.note), round.close.span.unwrap_or_default())],
        stands_for: bundle.len(),
        due: None,
    }
}

/// Findings of one rule and severity, about different people, or just one.
fn merged<'a>(bundle: &[&'a Finding]) -> Line<'a> {
    let first = bundle[0];
    let severity = first.severity.unwrap_or(Severity::Hint);
    let due = first.duty().map(|duty| duty.due);
    let mut names: Vec<String> = Vec::new();
    for name in bundle.iter().filter_map(|finding| finding.person.as_ref()).map(|person| &person.name) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let same_help = bundle.iter().all(|finding| finding.help == first.help);
    let mut places: Vec<(&Arc<str>, Span)> = bundle.iter().map(|finding| (&finding.path, finding.span)).collect();
    places.dedup();
    Line {
        part: match (first.rule.stage(), due) {
            (_, Some(_)) if severity > Severity::Hint => Part::Due,
            ("note", _) if severity > Severity::Hint => Part::Broken,
            ("close", _) => Part::Debrief,
            _ => Part::Rest,
        },
        severity,
        rule: first.rule.id,
        message: match bundle {
            [one] => one.message.clone(),
            _ => format!("{}: {}", first.rule.title, listed(&names)),
        },
        help: if same_help { first.help.clone() } else { first.rule.mend.to_owned() },
        places,
        stands_for: bundle.len(),
        due,
    }
}
