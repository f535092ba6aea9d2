//! The preparation score: how much of what a round asks for is done, against another round's.

use std::cmp::Ordering;
use std::fmt;

use super::{Finding, Preparation, Rule, exempt, prepare};
use crate::model::Level;

/// The four marks by which a candidate stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Pitch, focus, format, what to repeat.
    Preparation,
    /// Whom one meets, and what is known of them, the company and the job.
    Research,
    /// Rivals, doubts, and the answers given so far.
    Questions,
    /// What goes beyond what was asked for.
    Effort,
}

impl Group {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Preparation, Self::Research, Self::Questions, Self::Effort];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Preparation => "preparation",
            Self::Research => "research",
            Self::Questions => "questions",
            Self::Effort => "effort",
        }
    }
}

/// One rule that counts for the score.
#[derive(Debug)]
pub(super) struct Measure {
    pub(super) rule: &'static Rule,
    pub(super) group: Group,
    /// What it asks for, in two or three words.
    pub(super) name: &'static str,
    pub(super) look: Look,
}

/// Looks at one thing in the preparation of a round.
pub(super) type Look = fn(&Preparation<'_, '_>) -> Asked;

/// How one thing stands that a round may ask for.
#[derive(Clone, Debug)]
pub(super) enum Asked {
    /// The round does not ask for it.
    Nothing,
    /// It is done.
    Done,
    /// This is open.
    Open(Vec<Finding>),
}

impl Asked {
    /// What is open.
    pub(super) fn open(self) -> Vec<Finding> {
        match self {
            Self::Nothing | Self::Done => Vec::new(),
            Self::Open(found) => found,
        }
    }
}

impl From<Finding> for Asked {
    fn from(finding: Finding) -> Self {
        Self::Open(vec![finding])
    }
}

impl FromIterator<Finding> for Asked {
    /// Done, where nothing was found.
    fn from_iter<T: IntoIterator<Item = Finding>>(found: T) -> Self {
        let found: Vec<Finding> = found.into_iter().collect();
        if found.is_empty() { Self::Done } else { Self::Open(found) }
    }
}

/// One thing that a round asks for.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The rule behind it.
    pub rule: &'static Rule,
    /// Where it counts.
    pub group: Group,
    /// What it asks for, in two or three words: `the pitch`.
    pub name: &'static str,
    /// What is open of it; nothing, where it is satisfied.
    pub open: Vec<Finding>,
}

/// How well a round is, or was, prepared.
#[derive(Clone, Debug)]
pub struct Score {
    /// What the round asks for, in the order of a preparation. What is waived or switched off asks for nothing.
    pub marks: Vec<Mark>,
}

impl Preparation<'_, '_> {
    /// How well the round is prepared, or was on its day.
    pub fn score(&self) -> Score {
        Score { marks: prepare::MEASURES.iter().filter_map(|measure| self.mark(measure)).collect() }
    }

    fn mark(&self, measure: &Measure) -> Option<Mark> {
        let Measure { rule, group, name, look } = *measure;
        let vault = self.application.vault;
        if vault.config.rules.get(rule.id) == Some(&Level::Off) {
            return None;
        }
        let open = match look(self) {
            Asked::Nothing => return None,
            Asked::Done => Vec::new(),
            Asked::Open(found) => {
                let found = found.into_iter().map(|finding| finding.of(self.application));
                let open: Vec<Finding> = found.filter(|finding| !exempt::is_waived(vault, finding)).collect();
                if open.is_empty() {
                    return None;
                }
                open
            }
        };
        Some(Mark { rule, group, name, open })
    }
}

impl Mark {
    /// Whether nothing of it is open.
    pub fn is_satisfied(&self) -> bool {
        self.open.is_empty()
    }
}

impl Score {
    /// How much is satisfied.
    pub fn satisfied(&self) -> usize {
        self.marks.iter().filter(|mark| mark.is_satisfied()).count()
    }

    /// How much is asked for.
    pub fn applicable(&self) -> usize {
        self.marks.len()
    }

    /// Whether everything is satisfied.
    pub fn is_full(&self) -> bool {
        self.marks.iter().all(Mark::is_satisfied)
    }

    /// The part of one group.
    #[must_use]
    pub fn of(&self, group: Group) -> Self {
        Self { marks: self.marks.iter().filter(|mark| mark.group == group).cloned().collect() }
    }

    /// Compares the satisfied shares.
    pub fn compare(&self, other: &Self) -> Ordering {
        let ours = self.satisfied() * other.applicable();
        ours.cmp(&(other.satisfied() * self.applicable()))
    }

    /// What was satisfied in `before`, and is asked for and open here.
    pub fn lost_since(&self, before: &Self) -> impl Iterator<Item = &Mark> {
        let had = |rule: &Rule| before.marks.iter().any(|mark| mark.rule == rule && mark.is_satisfied());
        self.marks.iter().filter(move |mark| !mark.is_satisfied() && had(mark.rule))
    }
}

impl fmt::Display for Score {
    /// `7 of 9`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.satisfied(), self.applicable())
    }
}
