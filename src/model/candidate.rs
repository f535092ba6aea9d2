//! The person who is looking for a job.

use super::{Exemptions, Field, NoteId, Question};
use crate::text::{Span, Spanned};

/// The candidate's own note.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The note.
    pub note: NoteId,
    /// The name at the foot of a letter.
    pub full_name: Field<String>,
    /// E-mail address.
    pub email: Field<String>,
    /// Phone number.
    pub phone: Field<String>,
    /// Lines of the sender's address.
    pub address: Field<Vec<String>>,
    /// What there may be in common with somebody.
    pub interests: Field<Vec<String>>,
    /// The words above the name; "Sincerely" where none are given.
    pub sign_off: Field<String>,
    /// The presentation that stays the same for everyone.
    pub pitch: Option<Spanned<String>>,
    /// What the candidate has done.
    pub accomplishments: Vec<Accomplishment>,
    /// What every new listener must hear; the same shape as accomplishments.
    pub key_facts: Vec<Accomplishment>,
    /// Prepared answers.
    pub answers: Vec<Question>,
    /// What is waived or held here.
    pub exemptions: Exemptions,
}

/// A labelled bullet: `- idle-hours: cut idle truck hours 22%`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accomplishment {
    /// The label.
    pub id: String,
    /// The words behind it.
    pub text: String,
    /// The bullet.
    pub span: Span,
}
