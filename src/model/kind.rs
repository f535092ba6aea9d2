//! The kinds of note.

/// What a note's `type` says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The person who is looking for a job; exactly one.
    Candidate,
    /// One application.
    Company,
    /// One person met, or to be met.
    Interviewer,
    /// One interview.
    Round,
    /// One piece of praise by somebody else.
    Testimonial,
    /// Somebody outside who can put in a word.
    Contact,
    /// A generated document, which the candidate then owns.
    Letter,
}

impl Kind {
    /// All, in the order of the data reference.
    pub const ALL: [Self; 7] = [
        Self::Candidate,
        Self::Company,
        Self::Interviewer,
        Self::Round,
        Self::Testimonial,
        Self::Contact,
        Self::Letter,
    ];

    /// The word in `type`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Candidate => "candidate",
            Self::Company => "company",
            Self::Interviewer => "interviewer",
            Self::Round => "round",
            Self::Testimonial => "testimonial",
            Self::Contact => "contact",
            Self::Letter => "letter",
        }
    }

    /// The kind of that name, exactly as written.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
