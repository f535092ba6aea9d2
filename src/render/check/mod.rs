//! The findings: for people, one line each, as JSON, and as code hosts show them.

mod concise;
mod github;
mod human;
mod json;
mod line;
mod sarif;
mod silence;

pub use concise::concise;
pub use github::github;
pub use human::human;
pub use json::json;
pub use sarif::sarif;

use chrono::NaiveDate;

use crate::agenda::Agenda;
use crate::checklist::Finding;
use crate::diagnostic::Severity;
use crate::model::Vault;
use crate::render::flat;
use crate::text::{Position, SourceFile, Span};
use crate::threads;

/// What `vault check` has to show.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    /// The notes.
    pub vault: &'a Vault,
    /// The findings that are shown and counted, hints included; each has a severity.
    pub findings: &'a [&'a Finding],
    /// The agenda of the day: people are also told what is due by tomorrow. `None`: not asked for.
    pub agenda: Option<&'a Agenda>,
    /// The day.
    pub today: NaiveDate,
    /// The text of a file of the vault, by path.
    pub source: &'a (dyn Fn(&str) -> Option<&'a SourceFile> + Sync),
    /// Whether hints are shown to people; they are counted all the same.
    pub hints: bool,
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    errors: usize,
    warnings: usize,
    hints: usize,
}

/// How many findings are worth a second thread.
const PER_THREAD: usize = 100;

impl<'a> Report<'a> {
    fn position(&self, path: &str, span: Span) -> Position {
        (self.source)(path).map_or(Position { line: 1, column: 1 }, |file| file.position(span.start))
    }

    fn counts(&self) -> Counts {
        let count = |severity| self.findings.iter().filter(|finding| finding.severity == Some(severity)).count();
        Counts { errors: count(Severity::Error), warnings: count(Severity::Warning), hints: count(Severity::Hint) }
    }

    /// The findings by path, line, rule, person, with their places.
    fn sorted(&self) -> Vec<(&'a Finding, Position)> {
        let place = |finding: &&'a Finding| (*finding, self.position(&finding.path, finding.span));
        let placed = threads::in_parts(self.findings, PER_THREAD, |part| part.iter().map(place).collect::<Vec<_>>());
        let mut placed: Vec<(&Finding, Position)> = placed.concat();
        placed.sort_by(|(a, at), (b, other)| {
            let person = |finding: &'a Finding| finding.person.as_ref().map(|person| person.name.as_str());
            (&a.path, at.line, a.rule.id, person(a)).cmp(&(&b.path, other.line, b.rule.id, person(b)))
        });
        placed
    }
}

/// What is wrong, and on a line of its own the way out, for those who show a finding's text as it is.
fn message(finding: &Finding) -> String {
    let what = flat(&finding.message);
    if finding.help.is_empty() { what } else { format!("{what}\nhelp: {}", flat(&finding.help)) }
}
