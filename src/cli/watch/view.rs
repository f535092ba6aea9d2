//! What `watch` shows: on a terminal the agenda of the moment and what came or went last, else a line for whatever came
//! or went.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};

use super::super::build::Built;
use super::super::environment::Environment;
use super::super::failure::Failure;
use super::super::generate::{DAYS, preview};
use super::super::output::Output;
use super::screen::Screen;
use crate::agenda::{Agenda, State};
use crate::diagnostic::Severity;
use crate::outbox::Change;
use crate::render::{self, flat};
use crate::text::counted;

/// So much of what came or went last is shown below the agenda.
const MOST: usize = 5;

/// What is being shown.
pub(super) struct View<'v> {
    environment: &'v Environment<'v>,
    /// What is drawn on a terminal.
    screen: Option<Screen>,
    /// Nothing is written, so what would be is told once, and not at every look.
    is_dry: bool,
    /// How things stood when they were last looked at.
    standing: Option<Standing>,
    /// What came or went last, and what there was to say.
    news: Vec<String>,
    /// What there was to say, as it is left behind.
    notes: Vec<String>,
    shown: String,
}

/// How things stand.
struct Standing {
    findings: BTreeSet<Found>,
    /// What is to be done, by id: the words for it, where no finding has them.
    duties: BTreeMap<String, Option<String>>,
    counts: String,
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

impl<'v> View<'v> {
    /// A live view, for a terminal that can be drawn on, or plain lines. Where nothing is written the agenda is not drawn.
    pub(super) fn new(environment: &'v Environment<'v>, is_dry: bool, output: &mut Output<'_>) -> Self {
        // On Windows nothing names the terminal, and all can be drawn on.
        let is_dumb = environment.text("TERM").map_or(!cfg!(windows), |term| term == "dumb");
        let screen = (environment.out_is_terminal && !is_dumb && !is_dry).then(Screen::default);
        if screen.is_some() {
            output.hold_notes();
        }
        Self { environment, screen, is_dry, standing: None, news: Vec::new(), notes: Vec::new(), shown: String::new() }
    }

    /// Shows how things stand now.
    pub(super) fn show(&mut self, built: &Built, output: &mut Output<'_>) -> Result<(), Failure> {
        let agenda = built.generated.shown(&built.session, &built.checklist, DAYS);
        let now = Standing::of(built, &agenda);
        let news = self.standing.as_ref().map(|before| now.news_since(before)).unwrap_or_default();
        let standing = format!("watching · {}", now.counts);
        let is_first = self.standing.replace(now).is_none();
        if self.screen.is_some() {
            add(&mut self.news, news);
            self.shown = render::agenda::human(&agenda, &built.session.vault, output.out_colour());
            return self.refresh(output);
        }
        if is_first {
            output.print(&format!("{standing}\n"))?;
        }
        let mut text: String = news.into_iter().map(|line| line + "\n").collect();
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

    /// Draws what was told meanwhile too, and fits all of it to the terminal.
    pub(super) fn refresh(&mut self, output: &mut Output<'_>) -> Result<(), Failure> {
        let notes = output.take_notes();
        add(&mut self.news, notes.iter().flat_map(|note| note.lines()).map(str::to_owned));
        add(&mut self.notes, notes);
        let (Some(screen), Some(standing)) = (&mut self.screen, &self.standing) else { return Ok(()) };
        let last = format!("watching · {} · Ctrl-C ends", standing.counts);
        let news: String = self.news.iter().map(|line| render::wrapped(line, "\n", "  ")).collect();
        let lower: Vec<String> = format!("{news}\n{last}").lines().map(str::to_owned).collect();
        screen.draw(&self.shown, &lower, (self.environment.rows)(), output)
    }

    /// Gives the terminal back, until it is drawn on again.
    pub(super) fn give_back(&mut self, output: &mut Output<'_>) -> Result<(), Failure> {
        self.screen.as_mut().map_or(Ok(()), |screen| screen.close(output))
    }

    /// Gives the terminal back, and leaves behind what there was to say.
    pub(super) fn close(&mut self, output: &mut Output<'_>) -> Result<(), Failure> {
        self.give_back(output)?;
        add(&mut self.notes, output.release_notes());
        Ok(self.notes.drain(..).try_for_each(|note| output.note(&note))?)
    }
}

/// Puts lines behind the last ones; what is said again moves there.
fn add(lines: &mut Vec<String>, more: impl IntoIterator<Item = String>) {
    for line in more {
        lines.retain(|other| *other != line);
        lines.push(line);
    }
    lines.drain(..lines.len().saturating_sub(MOST));
}

impl Standing {
    fn of(built: &Built, agenda: &Agenda) -> Self {
        let Built { session, checklist, .. } = built;
        let grave = checklist.findings.iter().filter(|finding| finding.is_shown(session.today));
        let grave: Vec<Found> = grave
            .filter_map(|finding| {
                let severity = finding.severity.filter(|severity| *severity > Severity::Hint)?;
                let (path, message) = (flat(&finding.path), flat(&finding.message));
                Some(Found { path, rule: finding.rule.id, severity, message })
            })
            .collect();
        let count = |severity| grave.iter().filter(|found| found.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let counts = format!("{}, {}", counted(errors, "error"), counted(warnings, "warning"));
        let duties = agenda.items.iter().map(|item| {
            // What is overdue is among the findings.
            let words = || render::agenda::line(item, &session.vault, agenda.today);
            (item.id.clone(), (item.state != State::Overdue).then(words))
        });
        Self { duties: duties.collect(), findings: grave.into_iter().collect(), counts }
    }

    /// A line for whatever came, and whatever went.
    fn news_since(&self, before: &Self) -> Vec<String> {
        let found = self.findings.difference(&before.findings).map(|found| format!("+ {found}"));
        let mended = before.findings.difference(&self.findings).map(|found| format!("- {found}"));
        let due = self.duties_beside(before).map(|duty| format!("+ {duty}"));
        let done = before.duties_beside(self).map(|duty| format!("- {duty}"));
        found.chain(due).chain(mended).chain(done).collect()
    }

    /// The words of duties that are not among the `others`.
    fn duties_beside<'s>(&'s self, others: &'s Self) -> impl Iterator<Item = &'s String> {
        let new = self.duties.iter().filter(|(id, _)| !others.duties.contains_key(*id));
        new.filter_map(|(_, words)| words.as_ref())
    }
}

fn done(change: &Change) -> &'static str {
    if change.action.text().is_some() { "wrote" } else { "removed" }
}
