//! How people are called and written to.

use crate::text::inert;
use chrono::{Datelike, NaiveDate};

use super::fragment::blank;
use crate::model::{Company, Interviewer, Named, Vault, family_name};

/// The person a document speaks to, or of.
#[derive(Clone, Debug)]
pub(super) struct Addressee<'v> {
    /// The full name.
    pub(super) name: String,
    /// "Ms Rao" where a prefix is known, else the full name.
    pub(super) called: String,
    /// The line on an envelope: "Ms Priya Rao", or the full name.
    pub(super) formal: String,
    /// The interviewer's note, where there is one.
    pub(super) note: Option<&'v Interviewer>,
}

impl<'v> Addressee<'v> {
    /// The person of that name.
    pub(super) fn new(vault: &'v Vault, named: &Named) -> Self {
        let note = vault.interviewer(named);
        let name = inert(&named.name);
        let prefix = note.and_then(|note| note.name_prefix.text()).map(inert).filter(|prefix| !prefix.is_empty());
        let (called, formal) = match prefix {
            Some(prefix) => (format!("{prefix} {}", family_name(&name)), titled(&prefix, &name)),
            None => (name.clone(), name.clone()),
        };
        Self { name, called, formal, note }
    }

    /// The block above the greeting of a letter by post, line by line: name, job title, address.
    /// The firm's name is added where no line has it; an address that is not known is a blank.
    pub(super) fn block(&self, company: &Company) -> Vec<String> {
        let own = self.note.map(|note| note.post_address.list()).unwrap_or_default();
        let lines = if own.is_empty() { company.post_address.list() } else { own };
        let title = self.note.and_then(|note| note.job_title.text()).map(inert);
        let mut block = vec![self.formal.clone()];
        block.extend(title);
        let firm = inert(&company.name);
        let has_firm = lines.iter().any(|line| line.to_lowercase().contains(&company.name.to_lowercase()));
        if !has_firm {
            block.push(firm.clone());
        }
        block.extend(lines.iter().map(|line| inert(line)));
        if lines.is_empty() {
            block.push(blank(&format!("the postal address of {firm}")));
        }
        block.retain(|line| !line.is_empty());
        block
    }
}

/// The name behind its title, unless it brings the title itself.
fn titled(prefix: &str, name: &str) -> String {
    let first = |text: &str| text.split([' ', '.']).next().unwrap_or_default().to_lowercase();
    if first(prefix) == first(name) { name.to_owned() } else { format!("{prefix} {name}") }
}

/// A date as letters have it: 4 March 2025.
pub(super) fn written_out(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// A day near at hand: "Tuesday 4 March", with the year where it is not that of `seen`.
pub(super) fn near(date: NaiveDate, seen: NaiveDate) -> String {
    let year = if date.year() == seen.year() { "" } else { " %Y" };
    date.format(&format!("%A %-d %B{year}")).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_there_once() {
        assert_eq!(titled("Ms", "Priya Rao"), "Ms Priya Rao");
        assert_eq!(titled("Mrs", "Mrs Pool"), "Mrs Pool");
        assert_eq!(titled("Dr", "Dr. med. Anna Weiss"), "Dr. med. Anna Weiss");
    }

    #[test]
    fn dates_are_written_out() {
        let day: NaiveDate = "2025-03-04".parse().unwrap();
        assert_eq!(written_out(day), "4 March 2025");
        assert_eq!(near(day, day), "Tuesday 4 March");
        assert_eq!(near(day, "2024-12-30".parse().unwrap()), "Tuesday 4 March 2025");
    }
}
