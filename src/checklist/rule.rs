//! What a rule is: a plain `static`, with everything about it in one place.

use super::example::Example;
use super::{Application, Finding, Lint, Scene};
use crate::diagnostic::Severity;

/// One rule of the checklist.
#[derive(Debug)]
pub struct Rule {
    /// `stage/name`; also the path of its file.
    pub id: &'static str,
    /// Names the fault in a few words.
    pub title: &'static str,
    /// Why it matters, in one or two sentences.
    pub why: &'static str,
    /// Ids of what it stands on in the sources; empty for pure bookkeeping.
    pub sources: &'static [&'static str],
    /// How much it weighs.
    pub weight: Weight,
    /// Whether what it finds has a day.
    pub finds: Finds,
    /// When it applies.
    pub applies: &'static str,
    /// How to satisfy it, or honestly silence it.
    pub mend: &'static str,
    /// The smallest vault that breaks it.
    pub broken: Example,
    /// The same vault, mended.
    pub mended: Example,
    /// Other rules that the broken vault cannot help breaking too.
    pub beside: &'static [&'static str],
    /// Looks for it.
    pub find: Find,
}

impl Rule {
    /// The stage it belongs to.
    pub fn stage(&self) -> &'static str {
        self.id.split('/').next().unwrap_or(self.id)
    }

    /// Whether a note may waive it.
    pub fn can_be_waived(&self) -> bool {
        super::exempt::can_waive(self.id)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

/// The stages of a round in time, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The first half of its rules' ids.
    pub name: &'static str,
    /// What it asks, in a few words.
    pub title: &'static str,
}

impl Stage {
    /// All stages, in order of time.
    pub const ALL: [Self; 9] = [
        Self { name: "note", title: "Is the record sound?" },
        Self { name: "prepare", title: "Before a round" },
        Self { name: "close", title: "The end of a round" },
        Self { name: "thank", title: "Thanks" },
        Self { name: "keep", title: "Promises" },
        Self { name: "wait", title: "While waiting" },
        Self { name: "chase", title: "When they do not answer" },
        Self { name: "answer", title: "When they have answered" },
        Self { name: "letter", title: "Is the text fit to send?" },
    ];
}

/// What kind of findings a rule has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finds {
    /// Wrong as it stands: no day to wait for.
    Fault,
    /// Opens on one day and is due on another, so that it can rest until a third; where its day is not known yet, a
    /// fault.
    Duty,
}

impl Finds {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fault => "fault",
            Self::Duty => "duty",
        }
    }
}

/// How much a rule weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Always this severity.
    Always(Severity),
    /// A hint in round 1, a warning from round 2 on: most candidates are cut after round 1.
    HintThenWarning,
    /// One of these, heaviest first; the rule says which when.
    OneOf(&'static [Severity]),
    /// Only in the agenda, never in `check`.
    AgendaOnly,
}

impl Weight {
    /// The severities it can take, heaviest first.
    pub fn severities(self) -> Vec<Severity> {
        match self {
            Self::Always(severity) => vec![severity],
            Self::HintThenWarning => vec![Severity::Warning, Severity::Hint],
            Self::OneOf(severities) => severities.to_vec(),
            Self::AgendaOnly => Vec::new(),
        }
    }

    /// In words, for people.
    pub fn words(self) -> String {
        match self {
            Self::Always(severity) => severity.name().to_owned(),
            Self::HintThenWarning => "hint in round 1, warning from round 2 on".to_owned(),
            Self::OneOf(severities) => {
                severities.iter().map(|severity| severity.name()).collect::<Vec<_>>().join(" or ")
            }
            Self::AgendaOnly => "agenda only".to_owned(),
        }
    }
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug)]
pub enum Find {
    /// The whole vault.
    Vault(fn(&Scene<'_>) -> Vec<Finding>),
    /// One application, as long as it is open.
    Open(fn(&Application<'_>) -> Vec<Finding>),
    /// One application, decided or not.
    Always(fn(&Application<'_>) -> Vec<Finding>),
    /// The texts of an application's letters, decided or not, once the other rules have been there.
    Letter(Lint),
    /// One open application, and what the rules that are not derived found there.
    Derived(fn(&Application<'_>, &[Finding]) -> Vec<Finding>),
}
