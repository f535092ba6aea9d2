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

impl Testimonial {
    /// The year in which it was given: the first one in `given_on`, a date or other words.
    pub fn year(&self) -> Option<&str> {
        self.given_on.text().and_then(year)
    }
}

fn year(given: &str) -> Option<&str> {
    given.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_found_in_a_date_or_in_words() {
        assert_eq!(year("2023-05-01"), Some("2023"));
        assert_eq!(year("spring 2021"), Some("2021"));
        assert_eq!(year("long ago"), None);
    }
}
