//! A line of the notes that speaks of what was looked for.

use chrono::NaiveDate;

use super::Place;
use crate::model::CompanyId;

/// One place in the notes that speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What kind of line it is.
    pub kind: HitKind,
    /// When it was said or found; `None` where the note gives no day.
    pub date: Option<NaiveDate>,
    /// The application.
    pub company: Option<CompanyId>,
    /// The round's number.
    pub round: Option<u32>,
    /// Who heard it, or said it; the subject of a research line where that is a person.
    pub people: Vec<String>,
    /// The words.
    pub text: String,
    /// Where they are written.
    pub place: Place,
}

/// What kind of line a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitKind {
    /// A question and the answer given.
    Answer,
    /// A key fact that was told.
    Said,
    /// A promise.
    Promise,
    /// A contact in the log.
    Log,
    /// A paragraph of a letter that was sent.
    Letter,
    /// A detail that stayed.
    Moment,
    /// Something the company struggles with.
    Challenge,
    /// A doubt, with its reply.
    Concern,
    /// How the candidate compares.
    Standing,
    /// Whether experience and ability came across.
    Clear,
    /// What it would take.
    ToWin,
    /// Whether they will back the candidate.
    Support,
    /// Advice.
    Advice,
    /// What was told of somebody else, whose name comes first: private.
    About,
    /// A fact about a person.
    Profile,
    /// What comes next.
    Next,
    /// A line of research.
    Research,
    /// A weakness of the company, or an area to grow in.
    Need,
    /// What another candidate brings.
    Rival,
    /// What was prepared for the round.
    Prepared,
    /// What was noted in a hurry.
    Scrawl,
}

impl HitKind {
    /// The word in JSON, and for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Said => "said",
            Self::Promise => "promise",
            Self::Log => "log",
            Self::Letter => "letter",
            Self::Moment => "moment",
            Self::Challenge => "challenge",
            Self::Concern => "concern",
            Self::Standing => "standing",
            Self::Clear => "clear",
            Self::ToWin => "to win",
            Self::Support => "support",
            Self::Advice => "advice",
            Self::About => "about",
            Self::Profile => "profile",
            Self::Next => "next",
            Self::Research => "research",
            Self::Need => "need",
            Self::Rival => "rival",
            Self::Prepared => "prepared",
            Self::Scrawl => "scrawl",
        }
    }
}
