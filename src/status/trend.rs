//! Where the search is going, where there is enough to tell.

use super::support::{Support, of, was_passed};
use super::{Basis, Stage};
use crate::model::RoundResult;

/// How many cases each of two halves needs before they are compared.
pub const LEAST: usize = 5;

/// Shares that lie closer are about the same, in percent.
const SAME: usize = 15;

/// How a share of cases moved over the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trend {
    /// Which share.
    pub measure: Measure,
    /// All cases.
    pub all: Share,
    /// Where it is going.
    pub verdict: Verdict,
}

/// A share that is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Of the rounds that were answered, those that were passed.
    RoundsPassed,
    /// Of the people met, those who were asked for their support.
    SupportAsked,
    /// Of the people asked, those who gave it.
    SupportGiven,
}

impl Measure {
    /// The word in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::RoundsPassed => "rounds_passed",
            Self::SupportAsked => "support_asked",
            Self::SupportGiven => "support_given",
        }
    }
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// Of how many.
    pub of: usize,
}

/// Where a share is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Fewer than twice [`LEAST`] cases: whatever it says may be chance.
    NotEnough,
    /// The share of the earlier half of the cases, and that of the later.
    Moved {
        /// The earlier half.
        earlier: Share,
        /// The later half.
        later: Share,
    },
}

impl Share {
    /// The cases that are `true`, of all.
    pub(super) fn new(cases: &[bool]) -> Self {
        Self { count: cases.iter().filter(|yes| **yes).count(), of: cases.len() }
    }

    /// In percent; 0 of nothing.
    pub fn percent(self) -> usize {
        (self.count * 100).checked_div(self.of).unwrap_or_default()
    }
}

impl Verdict {
    /// `not enough to tell`, `about the same`, `rising` or `falling`.
    pub fn words(self) -> &'static str {
        let Self::Moved { earlier, later } = self else { return "not enough to tell" };
        let (before, now) = (earlier.percent(), later.percent());
        match () {
            () if before.abs_diff(now) < SAME => "about the same",
            () if now > before => "rising",
            () => "falling",
        }
    }
}

impl Trend {
    /// The trend of cases in order of time.
    fn new(measure: Measure, cases: &[bool]) -> Self {
        let (earlier, later) = cases.split_at(cases.len() / 2);
        let verdict = if earlier.len() < LEAST {
            Verdict::NotEnough
        } else {
            Verdict::Moved { earlier: Share::new(earlier), later: Share::new(later) }
        };
        Self { measure, all: Share::new(cases), verdict }
    }
}

/// Every measure, over the applications of `basis`; people count on the day of their latest answer.
pub(super) fn all(basis: &Basis<'_>) -> Vec<Trend> {
    let mut passed = Vec::new();
    let mut people = Vec::new();
    for application in basis.applications() {
        let is_rejected = Stage::of(&application).0 == Stage::Rejected;
        for held in application.held() {
            let was_passed = was_passed(&application, held);
            let is_last = application.current().is_some_and(|current| current.at == held.at);
            let was_refused = held.round.result.get() == Some(RoundResult::Rejected) || is_last && is_rejected;
            if was_passed || was_refused {
                passed.push((held.date, was_passed && !was_refused));
            }
        }
        people.extend(of(basis, &application).into_iter().map(|backing| (backing.latest.date, backing.latest.support)));
    }
    passed.sort_by_key(|(date, _)| *date);
    people.sort_by_key(|(date, _)| *date);
    let was_asked = |support: &Support| !matches!(support, Support::Implied | Support::NotAsked);
    let passed: Vec<bool> = passed.into_iter().map(|(_, was_passed)| was_passed).collect();
    let asked: Vec<bool> = people.iter().map(|(_, support)| was_asked(support)).collect();
    let answers = people.iter().map(|(_, support)| support).filter(|support| was_asked(support));
    let given: Vec<bool> = answers.map(|support| *support == Support::Yes).collect();
    vec![
        Trend::new(Measure::RoundsPassed, &passed),
        Trend::new(Measure::SupportAsked, &asked),
        Trend::new(Measure::SupportGiven, &given),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_cases_tell_no_trend_and_small_moves_are_none() {
        for (cases, expected) in [
            ("", "not enough to tell"),
            ("nnnnyyyyy", "not enough to tell"),
            ("nnnnnyyyyy", "rising"),
            ("yyyyynnnnn", "falling"),
            ("ynynyynyny", "about the same"),
            ("yyyyyyyyyy", "about the same"),
            ("yyynnnnyyy", "about the same"),
        ] {
            let cases: Vec<bool> = cases.chars().map(|case| case == 'y').collect();
            let trend = Trend::new(Measure::RoundsPassed, &cases);
            assert_eq!(trend.verdict.words(), expected, "{cases:?}");
            assert_eq!(trend.all.of, cases.len());
        }
    }
}
