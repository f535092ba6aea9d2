//! What `watch` shows: on a terminal the agenda of the moment, else a line for whatever came or went.

use std::collections::BTreeSet;

use super::super::build::Built;
use super::super::failure::Failure;
use super::super::generate::{DAYS, preview};
use super::super::output::Output;
use crate::checklist::Finding;
use crate::render;
use crate::render::check::{self, Report};

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
    /// The findings, a line each, without their place, which shifts with every edit above it.
    findings: Option<BTreeSet<String>>,
    shown: String,
}

impl View {
    /// A live view, for a terminal, or plain lines. Where nothing is written the agenda is not drawn.
    pub(super) fn new(is_terminal: bool, is_dry: bool) -> Self {
        Self { is_live: is_terminal && !is_dry, is_dry, ..Self::default() }
    }

    /// Shows how things stand now.
    pub(super) fn show(&mut self, built: &Built, output: &mut Output<'_>) -> Result<(), Failure> {
        let findings = lines(built);
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
            text.extend(built.changes().map(|change| format!("{} {}\n", done(change), render::flat(&change.path))));
        }
        if !text.is_empty() {
            output.print(&text)?;
        }
        Ok(())
    }

    fn draw(&mut self, built: &Built, changed: &[String], output: &mut Output<'_>) -> Result<(), Failure> {
        let agenda = built.generated.shown(&built.session, &built.checklist, DAYS, true);
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
        let lines = || self.findings.iter().flatten();
        let count = |severity: &str| lines().filter(|line| line.contains(&format!(": {severity}["))).count();
        let (errors, warnings) = (count("error"), count("warning"));
        let of = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        format!("watching · {}, {}", of(errors, "error"), of(warnings, "warning"))
    }
}

fn lines(built: &Built) -> BTreeSet<String> {
    let session = &built.session;
    let shown: Vec<&Finding> =
        built.checklist.findings.iter().filter(|finding| finding.is_shown(session.today)).collect();
    let report = Report {
        vault: &session.vault,
        findings: &shown,
        agenda: None,
        today: session.today,
        source: &|_| None,
        hints: false,
    };
    check::concise(&report).lines().map(placeless).collect()
}

/// `path: severity[rule]: message`, of a line with the place behind its path.
fn placeless(line: &str) -> String {
    line.replacen(":1:1: ", ": ", 1)
}

fn told(before: &BTreeSet<String>, now: &BTreeSet<String>) -> Vec<String> {
    let came = now.difference(before).map(|line| format!("+ {line}"));
    let went = before.difference(now).map(|line| format!("- {line}"));
    came.chain(went).collect()
}

fn done(change: &crate::outbox::Change) -> &'static str {
    if change.action.text().is_some() { "wrote" } else { "removed" }
}
