//! `vault check --format json`, version 1.

use serde::Serialize;

use super::Report;
use crate::checklist::Finding;
use crate::model::{Kind, Record, Vault};
use crate::render::json as format;
use crate::text::Position;

/// The findings as one JSON object on one line, hints always among them; nothing is merged.
pub fn json(report: &Report<'_>) -> String {
    let counts = report.counts();
    format::text(&Whole {
        version: 1,
        today: report.today.to_string(),
        complete: report.vault.complete,
        findings: report.sorted().into_iter().map(|(finding, at)| Entry::new(finding, at, report.vault)).collect(),
        counts: Counts { error: counts.errors, warning: counts.warnings, hint: counts.hints },
        notes: Notes::of(report.vault),
    })
}

#[derive(Serialize)]
struct Whole<'a> {
    version: u32,
    today: String,
    complete: bool,
    findings: Vec<Entry<'a>>,
    counts: Counts,
    notes: Notes,
}

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'a str,
    severity: Option<&'a str>,
    path: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
    help: &'a str,
    company: Option<&'a str>,
    round: Option<u32>,
    person: Option<&'a str>,
    due: Option<String>,
    fixable: bool,
}

impl<'a> Entry<'a> {
    fn new(finding: &'a Finding, at: Position, vault: &'a Vault) -> Self {
        Self {
            rule: finding.rule.id,
            severity: finding.severity.map(crate::diagnostic::Severity::name),
            path: &finding.path,
            line: at.line,
            column: at.column,
            message: &finding.message,
            help: &finding.help,
            company: finding.company.map(|id| vault.company(id).name.as_str()),
            round: finding.round_in(vault).map(|round| round.number),
            person: finding.person.as_ref().map(|person| person.name.as_str()),
            due: finding.duty().map(|duty| duty.due.to_string()),
            fixable: finding.fix.is_some(),
        }
    }
}

#[derive(Serialize)]
struct Counts {
    error: usize,
    warning: usize,
    hint: usize,
}

#[derive(Serialize)]
struct Notes {
    company: usize,
    interviewer: usize,
    round: usize,
    candidate: usize,
    contact: usize,
    testimonial: usize,
    letter: usize,
    other: usize,
    unread: usize,
}

impl Notes {
    fn of(vault: &Vault) -> Self {
        let is_other = |record| matches!(record, Record::Other | Record::Broken);
        Self {
            company: vault.count(Kind::Company),
            interviewer: vault.count(Kind::Interviewer),
            round: vault.count(Kind::Round),
            candidate: vault.count(Kind::Candidate),
            contact: vault.count(Kind::Contact),
            testimonial: vault.count(Kind::Testimonial),
            letter: vault.count(Kind::Letter),
            other: vault.notes.iter().filter(|note| is_other(note.record)).count(),
            unread: vault.unread,
        }
    }
}
