//! The follow-up checklist: one idea, *a rule finds, everything else is a view*.
//!
//! A rule looks at the vault and at today, and returns [findings](Finding): faults, which are wrong
//! as they stand, and duties, which open on one day and are due on another. `check`, the agenda
//! and the drafts all show the same findings, so they cannot disagree. A rule's file is its id.

mod advice;
mod answer;
mod application;
mod ask;
mod asking;
mod chase;
mod close;
mod contacts;
mod date;
mod doubt;
pub mod example;
mod exchange;
mod exempt;
mod finding;
mod focus;
mod keep;
mod kept;
mod letter;
mod news;
mod note;
mod per_application;
mod preparation;
mod prepare;
mod reach;
mod rule;
mod score;
mod sources;
mod thank;
mod wait;

use chrono::NaiveDate;

pub use advice::Advice;
pub use application::{Application, Held, Planned};
pub use ask::{Ask, Key, company_of, is_one};
pub use contacts::{Made, Thanks};
pub use doubt::Concern;
pub use exchange::Exchange;
pub use exempt::Resting;
pub use finding::{Duty, Ending, Finding, Timing, id_of};
pub use focus::{Aim, Basis};
pub use kept::Kept;
pub use letter::{Lint, Text};
pub use per_application::PerApplication;
pub use preparation::Preparation;
pub use reach::Reach;
pub use rule::{Find, Finds, Rule, Stage, Weight};
pub use score::{Group, Mark, Score};
pub use sources::Source;

use crate::diagnostic::Diagnostic;
use crate::model::{Level, Vault};

/// Everything the checklist found.
#[derive(Clone, Debug, Default)]
pub struct Checklist {
    /// What counts: neither waived, nor on hold, nor switched off.
    pub findings: Vec<Finding>,
    /// Duties on hold, with the day they are back.
    pub held: Vec<Resting>,
}

/// What a rule over the whole vault looks at.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'v> {
    /// The notes.
    pub vault: &'v Vault,
    /// What reading them said.
    pub diagnostics: &'v [Diagnostic],
    /// The one plain date that counts as today.
    pub today: NaiveDate,
}

/// Every rule, by stage, then id.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let before = [note::RULES, prepare::RULES, close::RULES, thank::RULES];
    let after = [keep::RULES, wait::RULES, chase::RULES, answer::RULES, letter::RULES];
    before.into_iter().chain(after).flatten().copied()
}

/// The rule of that id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

/// Looks at the vault as of `today`. Findings over the whole vault come first, then those of each
/// application: in the order of the rules, derived ones last.
pub fn find(vault: &Vault, diagnostics: &[Diagnostic], today: NaiveDate) -> Checklist {
    Kept::new(vault, diagnostics, today).into_checklist()
}

/// The same without a look at the texts of letters, in which no duty lies: every duty, and what is wrong elsewhere.
pub fn find_beside_letters(vault: &Vault, diagnostics: &[Diagnostic], today: NaiveDate) -> Checklist {
    Kept::beside_letters(vault, diagnostics, today).into_checklist()
}

impl Checklist {
    /// Every finding that counts, and every duty on hold.
    pub fn all(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(self.held.iter().map(|resting| &resting.finding))
    }

    /// Takes in what the rules find in one application.
    fn look_at<'v>(
        &mut self,
        application: &Application<'v>,
        directory: &letter::Directory<'v>,
        rules: &[&'static Rule],
        scene: &Scene<'v>,
    ) {
        let (first, first_held) = (self.findings.len(), self.held.len());
        let open = application.is_open();
        for rule in rules {
            let found = match rule.find {
                Find::Open(find) if open => find(application),
                Find::Always(find) => find(application),
                _ => continue,
            };
            self.admit(scene, found.into_iter().map(|finding| finding.of(application)));
        }
        // What is derived sees all that the other rules found, whatever their stage.
        let end = self.findings.len();
        for rule in rules.iter().filter(|_| open) {
            if let Find::Derived(find) = rule.find {
                let found = find(application, &self.findings[first..end]);
                self.admit(scene, found.into_iter().map(|finding| finding.of(application)));
            }
        }
        // A letter's text matters as long as its duty stands, be it on hold.
        let resting = self.held[first_held..].iter().map(|resting| &resting.finding);
        let standing: Vec<&Finding> = self.findings[first..].iter().chain(resting).collect();
        let found = letter::look_at(application, directory, rules, &standing);
        self.admit(scene, found.into_iter().map(|finding| finding.of(application)));
    }

    /// Takes in what a rule found, less what is history, waived or on hold; at the configured level.
    fn admit(&mut self, scene: &Scene<'_>, found: impl IntoIterator<Item = Finding>) {
        for mut finding in found {
            if let Some(Level::At(severity)) = scene.vault.config.rules.get(finding.rule.id)
                && finding.severity.is_some()
            {
                finding.severity = Some(*severity);
            }
            // Whether a past round was held is asked all the same: everything that is due later waits for it.
            let history = |since: NaiveDate| {
                finding.rule.stage() != "note" && finding.duty().is_some_and(|duty| duty.due < since)
            };
            if scene.vault.config.since.is_some_and(history) || exempt::is_waived(scene.vault, &finding) {
                continue;
            }
            match exempt::resting(scene.vault, &finding, scene.today) {
                Some((until, reason)) => self.held.push(Resting { finding, until, reason }),
                None => self.findings.push(finding),
            }
        }
    }
}
