//! The documents that can be drafted.

use super::{Channel, Purpose};

/// One of the documents of the letters' room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// The thank-you letter by post: one page, one key factor.
    PostedLetter,
    /// The thank-you e-mail: two to four reasons.
    ThankYouEmail,
    /// The handwritten card: one moment.
    ThankYouCard,
    /// The agreed check-in.
    CheckIn,
    /// The question for news after an overdue answer, in writing.
    StatusRequest,
    /// The same, as a script for the phone.
    StatusCall,
    /// The call to the person who decides.
    DecisionCall,
    /// Thanks for a rejection.
    RejectionThanks,
    /// A proposal for one need of the company.
    Proposal,
    /// The plan for the first 30, 60 and 90 days.
    Plan306090,
    /// The request to an outside contact to put in a word.
    GoodWordRequest,
    /// The question for the names of those one will meet, or has met.
    WhoWillIMeet,
    /// The lines that go with something promised.
    PromiseCover,
    /// What to know before a round.
    PrepSheet,
    /// The card for the end of a round.
    ClosingCard,
}

impl Document {
    /// All, in the order of the design.
    pub const ALL: [Self; 15] = [
        Self::PostedLetter,
        Self::ThankYouEmail,
        Self::ThankYouCard,
        Self::CheckIn,
        Self::StatusRequest,
        Self::StatusCall,
        Self::DecisionCall,
        Self::RejectionThanks,
        Self::Proposal,
        Self::Plan306090,
        Self::GoodWordRequest,
        Self::WhoWillIMeet,
        Self::PromiseCover,
        Self::PrepSheet,
        Self::ClosingCard,
    ];

    /// The name in `document`, in file names and in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::PostedLetter => "posted-letter",
            Self::ThankYouEmail => "thank-you-email",
            Self::ThankYouCard => "thank-you-card",
            Self::CheckIn => "check-in",
            Self::StatusRequest => "status-request",
            Self::StatusCall => "status-call",
            Self::DecisionCall => "decision-call",
            Self::RejectionThanks => "rejection-thanks",
            Self::Proposal => "proposal",
            Self::Plan306090 => "plan-30-60-90",
            Self::GoodWordRequest => "good-word-request",
            Self::WhoWillIMeet => "who-will-i-meet",
            Self::PromiseCover => "promise-cover",
            Self::PrepSheet => "prep-sheet",
            Self::ClosingCard => "closing-card",
        }
    }

    /// The document of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|document| document.name() == name)
    }

    /// How it goes where its note does not say; `None` for what is never sent.
    pub fn channel(self) -> Option<Channel> {
        match self {
            Self::PostedLetter => Some(Channel::Post),
            Self::ThankYouCard => Some(Channel::Handwritten),
            Self::StatusCall | Self::DecisionCall => Some(Channel::Phone),
            Self::ThankYouEmail
            | Self::CheckIn
            | Self::StatusRequest
            | Self::RejectionThanks
            | Self::Proposal
            | Self::GoodWordRequest
            | Self::WhoWillIMeet
            | Self::PromiseCover => Some(Channel::Email),
            Self::Plan306090 | Self::PrepSheet | Self::ClosingCard => None,
        }
    }

    /// What sending it is for; `None` for what is never sent.
    pub fn purpose(self) -> Option<Purpose> {
        match self {
            Self::PostedLetter | Self::ThankYouEmail | Self::ThankYouCard => Some(Purpose::ThankYou),
            Self::CheckIn => Some(Purpose::CheckIn),
            Self::StatusRequest | Self::StatusCall => Some(Purpose::Status),
            Self::DecisionCall => Some(Purpose::DecisionCall),
            Self::RejectionThanks => Some(Purpose::RejectionThanks),
            Self::Proposal => Some(Purpose::Proposal),
            Self::GoodWordRequest => Some(Purpose::GoodWord),
            Self::PromiseCover => Some(Purpose::Promise),
            Self::WhoWillIMeet => Some(Purpose::Other),
            Self::Plan306090 | Self::PrepSheet | Self::ClosingCard => None,
        }
    }

    /// Whether it is for the candidate alone, and so never sent.
    pub fn is_sheet(self) -> bool {
        matches!(self, Self::PrepSheet | Self::ClosingCard)
    }

    /// Whether it thanks somebody for an interview.
    pub fn is_thanks(self) -> bool {
        matches!(self, Self::PostedLetter | Self::ThankYouEmail | Self::ThankYouCard)
    }
}
