//! One piece of praise by somebody else: a page of the brag book.

use super::{Exemptions, Field, NoteId};
use crate::text::Spanned;

/// One testimonial.
#[derive(Clone, Debug)]
pub struct Testimonial {
    /// The note.
    pub note: NoteId,
    /// The note's file name without `.md`.
    pub name: String,
    /// Who wrote it.
    pub author: Field<String>,
    /// What the author is or was.
    pub author_role: Field<String>,
    /// Where.
    pub organisation: Field<String>,
    /// A date or a year, as written.
    pub given_on: Field<String>,
    /// Ids of accomplishments, or key factors, that it bears out.
    pub supports: Field<Vec<String>>,
    /// Whether it may go into a letter.
    pub may_quote: Field<bool>,
    /// The words.
    pub quote: Option<Spanned<String>>,
    /// What is waived or held here.
    pub exemptions: Exemptions,
}
