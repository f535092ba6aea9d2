//! What `watch` shows: on a terminal the agenda of the moment, else a line for whatever came or went.

use std::collections::BTreeSet;
use std::fmt::{self, Display, Formatter};

use super::super::build::Built;
use super::super::failure::Failure;
use super::super::generate::{DAYS, preview};
use super::super::output::Output;
use crate::diagnostic::Severity;
use crate::outbox::Change;
use crate::render::{self, flat};
use crate::text::counted;

/// Clears a terminal and begins at its top.
const CLEAR: &str = "\u{1b}[H\u{1b}[2J\u{1b}[3J";
/// So many lines of what came or went are shown below the agenda.
const MOST: usize = 8;

/// What is being shown.
#[derive(Default)]
pub(super) struct View {
    is_live: bool,
    /// Nothing is written, so what would be is told once, and not at every look.
    is_dry: bool,
    /// What was found when it was last looked at.
    findings: Option<BTreeSet<Found>>,
    shown: String,
}

/// A finding without its place, which shifts with every edit above it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    path: String,
    rule: &'static str,
    severity: Severity,
    message: String,
}

impl Display for Found {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}[{}]: {}", self.path, self.severity.name(), self.rule, self.message)
    }
}

impl View {
    /// A live view, for a terminal, or plain lines. Where nothing is written the agenda is not drawn.
    pub(super) fn new(is_terminal: bool, is_dry: bool) -> Self {
        Self { is_live: is_terminal && !is_dry, is_dry, ..Self::default() }
    }

    /// Shows how things stand now.
    pub(super) fn show(&mut self, built: &Built, output: &mut Output<'_>) -> Result<(), Failure> {
        let findings = found(built);
        let changed = match &self.findings {
            Some(before) => told(before, &findings),
            None => Vec::new(),
        };
        let is_first = self.findings.replace(findings).is_none();
        if self.is_live {
            return self.draw(built, &changed, output);
        }
        if is_first {
            output.print(&format!("{}\n", self.standing()))?;
        }
        let mut text: String = changed.into_iter().map(|line| line + "\n").collect();
        if self.is_dry {
            let preview = preview(built.changes());
            if preview != self.shown {
                text.push_str(&preview);
                self.shown = preview;
            }
        } else {
            text.extend(built.changes().map(|change| format!("{} {}\n", done(change), flat(&change.path))));
        }
        if !text.is_empty() {
            output.print(&text)?;
        }
        Ok(())
    }

    fn draw(&mut self, built: &Built, changed: &[String], output: &mut Output<'_>) -> Result<(), Failure> {
        let agenda = built.generated.shown(&built.session, &built.checklist, DAYS);
        let mut screen = render::agenda::human(&agenda, &built.session.vault, output.out_colour());
        screen.push('\n');
        for line in changed.iter().take(MOST) {
            screen.push_str(&format!("{line}\n"));
        }
        if changed.len() > MOST {
            screen.push_str(&format!("and {} more\n", changed.len() - MOST));
        }
        screen.push_str(&format!("{} · Ctrl-C ends\n", self.standing()));
        if screen != self.shown {
            output.print(&format!("{CLEAR}{screen}"))?;
            self.shown = screen;
        }
        Ok(())
    }

    fn standing(&self) -> String {
        let all = || self.findings.iter().flatten();
        let count = |severity| all().filter(|found| found.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        format!("watching · {}, {}", counted(errors, "error"), counted(warnings, "warning"))
    }
}

/// The errors and warnings of the moment.
fn found(built: &Built) -> BTreeSet<Found> {
    let shown = built.checklist.findings.iter().filter(|finding| finding.is_shown(built.session.today));
    let grave = shown.filter_map(|finding| {
        let severity = finding.severity.filter(|severity| *severity > Severity::Hint)?;
        let (path, message) = (flat(&finding.path), flat(&finding.message));
        Some(Found { path, rule: finding.rule.id, severity, message })
    });
    grave.collect()
}

fn told(before: &BTreeSet<Found>, now: &BTreeSet<Found>) -> Vec<String> {
    let came = now.difference(before).map(|found| format!("+ {found}"));
    let went = before.difference(now).map(|found| format!("- {found}"));
    came.chain(went).collect()
}

fn done(change: &Change) -> &'static str {
    if change.action.text().is_some() { "wrote" } else { "removed" }
}
