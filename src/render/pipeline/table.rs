//! The applications as tables, with links into the notes.

use chrono::NaiveDate;

use super::{Rows, stage, what};
use crate::model::{Answer, Field, Named, Round, Vault};
use crate::render::Links;
use crate::status::{Pipeline, Stage, Step, What};
use crate::text::inert;

/// People named in a row; the round's notes have them all.
const PEOPLE: usize = 6;

/// The lines of the table of what is open; empty where nothing is.
pub(super) fn open(pipeline: &Pipeline, vault: &Vault, links: &Links<'_>, rows: &Rows) -> Vec<String> {
    let steps = pipeline.steps.iter().filter(|step| !step.stage.is_over());
    let page = Page { vault, links };
    let heads = ["Company", "Position", "Stage", "Last round", "Next", "Hear by", "People"];
    table(&heads, steps.map(|step| rows.row(step.company, || line(&page.open(step)))).collect())
}

/// The lines of the table of what is over; empty where nothing is.
pub(super) fn over(pipeline: &Pipeline, vault: &Vault, links: &Links<'_>, rows: &Rows) -> Vec<String> {
    let steps = pipeline.steps.iter().filter(|step| step.stage.is_over());
    let page = Page { vault, links };
    let heads = ["Company", "Position", "Ended", "Last round", "Lesson"];
    table(&heads, steps.map(|step| rows.row(step.company, || line(&page.over(step)))).collect())
}

fn table(heads: &[&str], rows: Vec<String>) -> Vec<String> {
    if rows.is_empty() {
        return rows;
    }
    let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
    let rule = vec!["---".to_owned(); heads.len()];
    [line(&heads), line(&rule)].into_iter().chain(rows).collect()
}

fn line(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

struct Page<'v> {
    vault: &'v Vault,
    links: &'v Links<'v>,
}

impl Page<'_> {
    fn open(&self, step: &Step) -> Vec<String> {
        let mut cells = self.heads(step);
        cells.push(stage(step.stage).to_owned());
        cells.push(self.last(step));
        cells.push(self.next(step));
        cells.push(step.waiting.map(|at| hear_by(&self.vault.rounds[at])).unwrap_or_default());
        cells.push(self.people(step));
        cells
    }

    fn over(&self, step: &Step) -> Vec<String> {
        let company = self.vault.company(step.company);
        let on = company.decided_on.get().map(|on| format!(", {}", day(on))).unwrap_or_default();
        let mut cells = self.heads(step);
        cells.push(format!("{}{on}", stage(step.stage)));
        cells.push(self.last(step));
        cells.push(cell(company.lesson.text().unwrap_or_default()));
        cells
    }

    fn heads(&self, step: &Step) -> Vec<String> {
        let company = self.vault.company(step.company);
        vec![piped(&self.links.note(company.note)), cell(company.position.text().unwrap_or_default())]
    }

    fn last(&self, step: &Step) -> String {
        let Some(round) = step.last.map(|at| &self.vault.rounds[at]) else { return String::new() };
        self.round(round)
    }

    /// The round's note, shown as its number, and its day.
    fn round(&self, round: &Round) -> String {
        let shown = format!("round {}", round.number);
        let link = self.links.path(self.vault.path(round.note), Some(&shown));
        let on = round.interview_date.get().map(|on| format!(", {}", day(on))).unwrap_or_default();
        format!("{}{on}", piped(&link))
    }

    fn next(&self, step: &Step) -> String {
        let Some(next) = step.dates.first() else {
            return if step.stage == Stage::Waiting { "no day known".to_owned() } else { String::new() };
        };
        if next.what == What::Interview {
            let company = self.vault.company(step.company);
            let mut rounds = company.rounds.iter().map(|at| &self.vault.rounds[*at]);
            let is_it = |round: &&Round| {
                round.interview_date.get() == Some(next.on)
                    && step.last.is_none_or(|at| round.note != self.vault.rounds[at].note)
            };
            if let Some(round) = rounds.find(is_it) {
                return self.round(round);
            }
        }
        let (words, by) = what(next.what);
        format!("{words} {by} {}", day(next.on))
    }

    /// Everybody that a round names, each once, in the order of the rounds.
    fn people(&self, step: &Step) -> String {
        let rounds = self.vault.company(step.company).rounds.iter().map(|at| &self.vault.rounds[*at]);
        let mut people: Vec<&Named> = Vec::new();
        for person in rounds.flat_map(|round| round.interviewers.list()) {
            if !people.iter().any(|known| known.is(person)) {
                people.push(person);
            }
        }
        let link =
            |person: &&Named| person.note.map_or_else(|| cell(&person.name), |note| piped(&self.links.note(note)));
        let mut names: Vec<String> = people.iter().take(PEOPLE).map(link).collect();
        if people.len() > PEOPLE {
            names.push(format!("{} more", people.len() - PEOPLE));
        }
        names.join(", ")
    }
}

fn hear_by(round: &Round) -> String {
    let said = |field: &Field<String>| field.text().map(|words| cell(&format!("“{words}”")));
    match round.hear_by.answer {
        Answer::Value(on) => day(on),
        Answer::Declined => "they would not say".to_owned(),
        Answer::Missed => "not asked".to_owned(),
        Answer::Nothing | Answer::Absent => said(&round.hear_by_said).unwrap_or_default(),
    }
}

/// `Wed 11 Mar 2026`: short, for a narrow column, and the same whatever day it is.
fn day(on: NaiveDate) -> String {
    on.format("%a %-d %b %Y").to_string()
}

/// Words of a note in a cell.
fn cell(words: &str) -> String {
    piped(&inert(words))
}

/// Markdown in a cell: a bar that is not escaped yet would end it.
fn piped(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut is_escaped = false;
    for c in markdown.chars() {
        if c == '|' && !is_escaped {
            out.push('\\');
        }
        is_escaped = c == '\\' && !is_escaped;
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_end_a_cell() {
        for (words, expected) in
            [("a|b", "a\\|b"), ("|x", "\\|x"), ("a\\|b", "a\\\\\\|b"), ("two\nlines", "two lines"), ("[[A|b]]", "b")]
        {
            assert_eq!(cell(words), expected, "{words}");
        }
        assert_eq!(piped("[[Rounds/1|round 1]]"), "[[Rounds/1\\|round 1]]");
    }
}
