//! What a round probably tests, and on what that rests.

use super::Preparation;
use crate::model::{Focus, HiringRole, Round};

/// What a round probably tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim<'v> {
    /// What it tests; `None` where nobody can tell.
    pub focus: Option<Focus>,
    /// On what that rests.
    pub basis: Basis<'v>,
}

/// On what an [`Aim`] rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis<'v> {
    /// The round's note says so.
    Given,
    /// They said so in the round before.
    Told {
        /// That round's number.
        round: u32,
        /// Its `next_focus`.
        words: &'v str,
    },
    /// So far only human resources asked, and they check the basics.
    AfterHumanResources,
    /// From the second round on it is mostly the person that is looked at.
    LaterRound,
    /// A first round, of which nothing was said.
    Unknown,
}

impl Basis<'_> {
    /// In words that may follow "because"; no full stop.
    pub fn words(&self) -> String {
        match self {
            Self::Given => "your note on the round says so".to_owned(),
            Self::Told { round, words } => format!("you were told in round {round}: \"{words}\""),
            Self::AfterHumanResources => "so far only human resources asked, and about the basics".to_owned(),
            Self::LaterRound => "from the second round on they mostly look at the person".to_owned(),
            Self::Unknown => "nothing was said about it".to_owned(),
        }
    }
}

impl<'v> Preparation<'_, 'v> {
    /// What the round probably tests: as given, else as told in the round before, else technical
    /// after human resources alone, else fit from the second round on.
    pub fn aim(&self) -> Aim<'v> {
        if let Some(given) = self.round.focus.get() {
            return Aim { focus: Some(given), basis: Basis::Given };
        }
        let previous = self.before_it().next_back();
        if let Some(aim) = previous.and_then(told) {
            return aim;
        }
        let met: Vec<_> = self.before_it().flat_map(|round| round.interviewers.list()).collect();
        let role = |person| self.application.interviewer(person).and_then(|note| note.hiring_role.get());
        if !met.is_empty() && met.into_iter().all(|person| role(person) == Some(HiringRole::Hr)) {
            return Aim { focus: Some(Focus::Technical), basis: Basis::AfterHumanResources };
        }
        if self.number > 1 {
            return Aim { focus: Some(Focus::Fit), basis: Basis::LaterRound };
        }
        Aim { focus: None, basis: Basis::Unknown }
    }
}

/// What a round's `next_focus` says of the next one.
fn told(previous: &Round) -> Option<Aim<'_>> {
    let words = previous.next_focus.text()?;
    let focus = named(words)?;
    Some(Aim { focus: Some(focus), basis: Basis::Told { round: previous.number, words } })
}

/// The focus that `words` name; two different ones are mixed.
fn named(words: &str) -> Option<Focus> {
    let lower = words.to_lowercase();
    let each = lower.split(|c: char| !c.is_alphanumeric()).filter_map(|word| match word {
        "fit" => Some(Focus::Fit),
        "technical" => Some(Focus::Technical),
        "confirm" => Some(Focus::Confirm),
        "mixed" => Some(Focus::Mixed),
        _ => None,
    });
    each.reduce(|one, other| if one == other { one } else { Focus::Mixed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_round_before_name_the_focus() {
        for (words, expected) in [
            ("fit, how I get on with the team", Some(Focus::Fit)),
            ("Technical: pumps", Some(Focus::Technical)),
            ("they only want to confirm", Some(Focus::Confirm)),
            ("technical and fit", Some(Focus::Mixed)),
            ("fit and, again, fit", Some(Focus::Fit)),
            ("fitness", None),
            ("the works manager", None),
        ] {
            assert_eq!(named(words), expected, "{words}");
        }
    }
}
