//! What passed between the candidate and others: the `## Log` of a round.

use chrono::NaiveDate;

use super::Named;
use crate::text::Span;

/// A way of reaching somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// E-mail.
    Email,
    /// A letter by post.
    Post,
    /// A handwritten card by post.
    Handwritten,
    /// A card written on the spot and left at the reception.
    Lobby,
    /// Phone.
    Phone,
    /// In person.
    InPerson,
}

impl Channel {
    /// All, in the order of the design.
    pub const ALL: [Self; 6] = [Self::Email, Self::Post, Self::Handwritten, Self::Lobby, Self::Phone, Self::InPerson];

    /// The word in a log line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Post => "post",
            Self::Handwritten => "handwritten",
            Self::Lobby => "lobby",
            Self::Phone => "phone",
            Self::InPerson => "in-person",
        }
    }

    /// How that goes, in a sentence: `by e-mail`.
    pub fn way(self) -> &'static str {
        match self {
            Self::Email => "by e-mail",
            Self::Post => "by post",
            Self::Handwritten => "by hand",
            Self::Lobby => "with a card in the lobby",
            Self::Phone => "by phone",
            Self::InPerson => "in person",
        }
    }
}

/// How they like to be checked in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wish {
    /// By e-mail.
    Email,
    /// By phone.
    Phone,
    /// By post.
    Post,
    /// As the candidate likes.
    Any,
}

impl Wish {
    /// The channel wished for; `None` where any will do.
    pub fn channel(self) -> Option<Channel> {
        match self {
            Self::Email => Some(Channel::Email),
            Self::Phone => Some(Channel::Phone),
            Self::Post => Some(Channel::Post),
            Self::Any => None,
        }
    }
}

/// What a contact was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// Thanks for an interview.
    ThankYou,
    /// A request for news.
    Status,
    /// The check-in that was agreed.
    CheckIn,
    /// The question to the decider.
    DecisionCall,
    /// A proposal for a need.
    Proposal,
    /// Something promised.
    Promise,
    /// A word with an ally.
    GoodWord,
    /// Thanks for a rejection.
    RejectionThanks,
    /// Anything else.
    Other,
}

impl Purpose {
    /// All, in the order of the design.
    pub const ALL: [Self; 9] = [
        Self::ThankYou,
        Self::Status,
        Self::CheckIn,
        Self::DecisionCall,
        Self::Proposal,
        Self::Promise,
        Self::GoodWord,
        Self::RejectionThanks,
        Self::Other,
    ];

    /// The word in a log line.
    pub fn name(self) -> &'static str {
        match self {
            Self::ThankYou => "thank-you",
            Self::Status => "status",
            Self::CheckIn => "check-in",
            Self::DecisionCall => "decision-call",
            Self::Proposal => "proposal",
            Self::Promise => "promise",
            Self::GoodWord => "good-word",
            Self::RejectionThanks => "rejection-thanks",
            Self::Other => "other",
        }
    }

    /// Whether it only makes sense once the round was held.
    pub fn is_afterwards(self) -> bool {
        match self {
            Self::ThankYou
            | Self::Status
            | Self::CheckIn
            | Self::DecisionCall
            | Self::Proposal
            | Self::RejectionThanks => true,
            Self::Promise | Self::GoodWord | Self::Other => false,
        }
    }
}

/// Who made contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The candidate (`to`, `with`, or nothing said).
    Out,
    /// The other side (`from`): it satisfies no duty.
    In,
}

/// One bullet of a round's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// When.
    pub date: NaiveDate,
    /// How.
    pub channel: Channel,
    /// What for; at least one.
    pub purposes: Vec<Purpose>,
    /// Who made contact.
    pub direction: Direction,
    /// With whom; with no link it is the round's only interviewer. Empty where nobody can be told.
    pub people: Box<[Named]>,
    /// The words behind the colon.
    pub text: String,
    /// The bullet.
    pub span: Span,
}

impl LogEntry {
    /// Whether the candidate made this contact for that purpose.
    pub fn is_out(&self, purpose: Purpose) -> bool {
        self.direction == Direction::Out && self.purposes.contains(&purpose)
    }
}
