//! `type: testimonial`

use super::{Body, Desk, Fields, sections};
use crate::model::{Kind, NoteId, Testimonial};
use crate::text::Spanned;

/// Reads a page of the brag book.
pub(in crate::parse) fn testimonial(
    note: NoteId,
    fields: &Fields<'_>,
    body: &Body,
    desk: &mut Desk<'_>,
) -> Testimonial {
    let part = sections::find(body, Kind::Testimonial, "Quote");
    let quote = part.as_ref().and_then(sections::Part::quote);
    Testimonial {
        note,
        name: desk.notes[note.0 as usize].name().to_owned(),
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
