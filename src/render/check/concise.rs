//! `vault check --format concise`: one line each, for editors and scripts.

use std::fmt::Write as _;

use super::Report;
use crate::diagnostic::Severity;
use crate::render::flat;

/// `path:line:column: severity[rule]: message`, a line each, by path, line, rule, person; empty where there is nothing.
pub fn concise(report: &Report<'_>) -> String {
    let mut out = String::new();
    for (finding, at) in report.sorted() {
        let Some(severity) = finding.severity.filter(|severity| report.hints || *severity > Severity::Hint) else {
            continue;
        };
        let (path, message) = (flat(&finding.path), flat(&finding.message));
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{path}:{}:{}: {}[{}]: {message}", at.line, at.column, severity.name(), finding.rule.id);
    }
    out
}
