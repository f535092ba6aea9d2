//! The texts: is a letter fit to send?
//!
//! The rules look at letters that are not sent yet and whose duty still stands; two look at sent
//! ones too. On an untouched draft a blank stands for what is still to be written: neither it nor
//! what is missing there is reported.

mod blame;
mod blank;
mod challenge;
mod directory;
mod example;
mod fresh_finding;
mod interest;
mod key_factor;
mod known;
mod length;
mod mirror;
mod moment;
mod name;
mod plan_parts;
mod private;
mod quote;
mod reasons;
mod secret;
mod status_parts;
mod template;
mod text;
mod thanks;
mod tone;
mod vague;
mod vocabulary;

use super::ask::Ask;
use super::{Application, Find, Finding, Finds, Rule, Weight};
use crate::model::{Document, Letter, RoundState};
use known::Known;

pub(super) use directory::Directory;
pub use text::Text;

/// The rules of this stage.
pub(super) const RULES: &[&Rule] = &[
    &blame::RULE,
    &blank::RULE,
    &challenge::RULE,
    &fresh_finding::RULE,
    &interest::RULE,
    &key_factor::RULE,
    &length::RULE,
    &mirror::RULE,
    &moment::RULE,
    &name::RULE,
    &plan_parts::RULE,
    &private::RULE,
    &quote::RULE,
    &reasons::RULE,
    &status_parts::RULE,
    &template::RULE,
    &thanks::RULE,
    &tone::RULE,
    &vague::RULE,
];

/// Which letters a rule reads, and how.
#[derive(Clone, Copy, Debug)]
pub struct Lint {
    /// The documents; empty: all that go out.
    pub documents: &'static [Document],
    /// Whether sent ones are read too.
    pub sent: bool,
    /// Looks for it.
    pub find: fn(&Text<'_, '_>) -> Vec<Finding>,
}

impl Lint {
    /// A rule on unsent letters of these documents.
    const fn of(documents: &'static [Document], find: fn(&Text<'_, '_>) -> Vec<Finding>) -> Find {
        Find::Letter(Self { documents, sent: false, find })
    }

    /// A rule on everything that goes out, or went.
    const fn of_all(find: fn(&Text<'_, '_>) -> Vec<Finding>) -> Find {
        Find::Letter(Self { documents: &[], sent: true, find })
    }

    fn reads(&self, text: &Text<'_, '_>) -> bool {
        (self.sent || !text.is_sent()) && (self.documents.is_empty() || self.documents.contains(&text.document))
    }
}

/// What the rules find in the letters of an application; `found` is what the other rules found
/// there, resting duties among it.
pub(super) fn look_at<'v>(
    application: &Application<'v>,
    directory: &Directory<'v>,
    rules: &[&'static Rule],
    found: &[&Finding],
) -> Vec<Finding> {
    let lints: Vec<&Lint> = rules
        .iter()
        .filter_map(|rule| match &rule.find {
            Find::Letter(lint) => Some(lint),
            _ => None,
        })
        .collect();
    if lints.is_empty() || application.letters().next().is_none() {
        return Vec::new();
    }
    let known = Known::new(application, directory);
    let mut asks: Option<Vec<Ask>> = None;
    let mut said = Vec::new();
    for letter in application.letters() {
        let Some(document) = letter.document.get().filter(|document| !document.is_sheet()) else { continue };
        let stands = letter.is_sent(application.today) || {
            let all = || found.iter().flat_map(|one| Ask::all_of(application.vault, one, application.today)).collect();
            asks.get_or_insert_with(all).iter().any(|ask| ask.may_be(application.vault, letter))
                || is_handed_out(application, letter)
        };
        if stands {
            let text = Text::new(&known, letter, document);
            said.extend(lints.iter().filter(|lint| lint.reads(&text)).flat_map(|lint| (lint.find)(&text)));
        }
    }
    said
}

/// Whether the preparation of a round to come links the letter: a plan to hand out serves no other duty any more.
fn is_handed_out(application: &Application<'_>, letter: &Letter) -> bool {
    let planned = application.rounds().filter(|(_, round)| round.state(application.today) == RoundState::Planned);
    let mut links = planned.flat_map(|(_, round)| &round.prepare).flat_map(|bullet| &bullet.people);
    links.any(|link| link.is_note(letter.note))
}
