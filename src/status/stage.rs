//! How far an application has come.

use crate::checklist::Application;
use crate::model::{RoundResult, Status};

/// How far an application has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Applied, no round yet.
    Applied,
    /// The next round is fixed.
    Planned,
    /// A round's day has gone by, and nobody says whether it was held.
    Past,
    /// The answer to the latest round is awaited.
    Waiting,
    /// They want to go on, and no day is fixed yet.
    Advanced,
    /// They want the candidate.
    Offer,
    /// The candidate took it.
    Accepted,
    /// They do not want the candidate.
    Rejected,
    /// The candidate does not want the job.
    Withdrawn,
    /// Over without a word.
    Closed,
}

impl Stage {
    /// The word in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Planned => "planned",
            Self::Past => "past",
            Self::Waiting => "waiting",
            Self::Advanced => "advanced",
            Self::Offer => "offer",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::Closed => "closed",
        }
    }

    /// The stage, and the round it speaks of as an index into [`Vault::rounds`](crate::model::Vault::rounds).
    pub(super) fn of(application: &Application<'_>) -> (Self, Option<usize>) {
        let current = application.current();
        let at = current.map(|held| held.at);
        let decided = application.company.status.get().and_then(Self::decided);
        if let Some(stage) = decided {
            return (stage, at);
        }
        let planned = application.planned();
        if let Some(next) = planned.iter().filter(|next| next.date >= application.today).min_by_key(|next| next.date) {
            return (Self::Planned, Some(next.at));
        }
        let later = |number| current.is_none_or(|held| number > held.round.number);
        if let Some(gone) = planned.iter().rfind(|gone| later(gone.round.number)) {
            return (Self::Past, Some(gone.at));
        }
        let stage = match current.map(|held| held.round.result.get()) {
            None => Self::Applied,
            Some(Some(RoundResult::Rejected)) => Self::Rejected,
            Some(Some(RoundResult::Offer)) => Self::Offer,
            Some(Some(RoundResult::Advanced)) if application.waiting().is_none() => Self::Advanced,
            Some(_) => Self::Waiting,
        };
        (stage, at)
    }

    fn decided(status: Status) -> Option<Self> {
        match status {
            Status::Offer => Some(Self::Offer),
            Status::Accepted => Some(Self::Accepted),
            Status::Rejected => Some(Self::Rejected),
            Status::Withdrawn => Some(Self::Withdrawn),
            Status::Closed => Some(Self::Closed),
            Status::Applied | Status::Interviewing | Status::Waiting => None,
        }
    }

    /// Nothing more comes of it.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Accepted | Self::Rejected | Self::Withdrawn | Self::Closed)
    }

    /// An answer is owed: to the application, to a round, or the day of the next one.
    pub(super) fn awaits(self) -> bool {
        matches!(self, Self::Applied | Self::Waiting | Self::Advanced)
    }
}
