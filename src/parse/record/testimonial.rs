//! `type: testimonial`

use super::{Desk, Fields, Part, Sections};
use crate::model::{NoteId, Testimonial};
use crate::text::Spanned;

/// Reads a page of the brag book.
pub(in crate::parse) fn testimonial(
    note: NoteId,
    fields: &Fields<'_>,
    body: &Sections<'_>,
    desk: &mut Desk<'_>,
) -> Testimonial {
    let part = body.part("Quote");
    let quote = part.as_ref().and_then(Part::quote);
    Testimonial {
        note,
        name: desk.other(note).name().to_owned(),
        author: fields.text("author", desk),
        author_role: fields.text("author_role", desk),
        organisation: fields.text("organisation", desk),
        given_on: fields.text("given_on", desk),
        supports: fields.texts("supports", desk),
        may_quote: fields.checkbox("may_quote", desk),
        quote: quote.map(|quote| Spanned::new(quote.text.trim().to_owned(), quote.span)),
        exemptions: fields.exemptions(desk),
    }
}
