//! Who is to be thanked how: the sources disagree, so the employer's world decides.

use super::{Application, Held};
use crate::diagnostic::Severity;
use crate::model::{HiringRole, Named, ThanksPolicy};

/// What a policy asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Policy {
    /// Thanks by the next day.
    pub(super) next_day: Demand,
    /// Whether only an e-mail counts as such.
    pub(super) by_email: bool,
    /// A letter by post.
    pub(super) letter: Demand,
    /// A handwritten card.
    pub(super) card: Demand,
    /// Whether a letter does for a card, and a card for a letter.
    pub(super) one_paper: bool,
}

/// How much a policy wants one way of thanking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    /// Not at all.
    Off,
    /// This much.
    At(Severity),
    /// A hint in round 1 and for those who only screen, a warning from round 2 on.
    Graded,
}

use Demand::{At, Graded, Off};
use Severity::{Error, Hint, Warning};

impl Policy {
    /// The policy of that name.
    #[rustfmt::skip]
    pub(super) fn of(name: ThanksPolicy) -> Self {
        let row = |next_day, by_email, letter, card, one_paper| Self { next_day, by_email, letter, card, one_paper };
        match name {
            //                                next day   by e-mail  letter     card         one paper
            ThanksPolicy::Graded      => row(At(Error),  false,     Graded,    At(Hint),    true),
            ThanksPolicy::PostFirst   => row(Off,        false,     At(Error), At(Hint),    false),
            ThanksPolicy::EmailOnly   => row(At(Error),  true,      Off,       Off,         false),
            ThanksPolicy::Handwritten => row(Off,        false,     Off,       At(Error),   false),
            ThanksPolicy::All         => row(At(Error),  true,      At(Error), At(Warning), false),
            ThanksPolicy::Any         => row(At(Error),  false,     Off,       Off,         false),
        }
    }
}

impl Demand {
    /// How much it weighs that `person` was not thanked so for a round; `None` where nobody asks for it.
    pub(super) fn severity(self, application: &Application<'_>, held: &Held<'_>, person: &Named) -> Option<Severity> {
        let role = application.interviewer(person).and_then(|interviewer| interviewer.hiring_role.get());
        match self {
            Self::Off => None,
            Self::At(severity) => Some(severity),
            Self::Graded if held.number <= 1 => Some(Hint),
            Self::Graded if matches!(role, Some(HiringRole::Hr | HiringRole::Screener)) => Some(Hint),
            Self::Graded => Some(Warning),
        }
    }
}
