//! One person met, or to be met.

use super::{Exemptions, Field, Named, NoteId};
use crate::text::Span;

/// The part somebody plays in the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HiringRole {
    /// Human resources.
    Hr,
    /// Screens candidates, perhaps for an agency.
    Screener,
    /// A future equal.
    Peer,
    /// Asked for a second opinion.
    Advisor,
    /// Would lead the candidate.
    Supervisor,
    /// Decides.
    Decider,
    /// Leads the house.
    Executive,
}

impl HiringRole {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Hr, Self::Screener, Self::Peer, Self::Advisor, Self::Supervisor, Self::Decider, Self::Executive];

    /// The word for it in notes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hr => "hr",
            Self::Screener => "screener",
            Self::Peer => "peer",
            Self::Advisor => "advisor",
            Self::Supervisor => "supervisor",
            Self::Decider => "decider",
            Self::Executive => "executive",
        }
    }
}

/// One interviewer.
#[derive(Clone, Debug)]
pub struct Interviewer {
    /// The note.
    pub note: NoteId,
    /// The note's file name without `.md`: the person's full name.
    pub name: String,
    /// The company, as written.
    pub company: Field<Named>,
    /// Mr, Ms, Dr, …
    pub name_prefix: Field<String>,
    /// Title on the door.
    pub job_title: Field<String>,
    /// Part in the choice.
    pub hiring_role: Field<HiringRole>,
    /// 1 to 5.
    pub seniority: Field<u32>,
    /// Would work with the candidate.
    pub future_colleague: Field<bool>,
    /// E-mail address.
    pub email: Field<String>,
    /// Phone number.
    pub phone: Field<String>,
    /// Lines below the name on a letter; the company's where absent.
    pub post_address: Field<Vec<String>>,
    /// Who told the candidate about this person.
    pub told_by: Field<Named>,
    /// Why phoning this person is welcome.
    pub bond: Field<String>,
    /// "I don't decide": recorded, exempts from nothing.
    pub claims_no_say: Field<bool>,
    /// Asked about this person, refused: `declined: [profile]`.
    pub profile_declined: bool,
    /// What is known of this person, from the Profile.
    pub profile: Box<[Fact]>,
    /// What is waived or held here.
    pub exemptions: Exemptions,
}

/// A labelled fact about a person: `- hobby: sails (from [[…]])`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// background, family, hobby, likes, dislikes, concern, note; lower case.
    pub label: &'static str,
    /// The words, without the final `(from …)`.
    pub text: String,
    /// Who told it, where it was not the person.
    pub from: Option<Named>,
    /// The bullet.
    pub span: Span,
}
