//! `type: candidate`

use super::{Desk, Fields, Sections, lists};
use crate::model::{Candidate, NoteId};

/// Reads the candidate's note.
pub(in crate::parse) fn candidate(
    note: NoteId,
    fields: &Fields<'_>,
    body: &Sections<'_>,
    desk: &mut Desk<'_>,
) -> Candidate {
    Candidate {
        note,
        full_name: fields.text("full_name", desk),
        email: fields.text("email", desk),
        phone: fields.text("phone", desk),
        address: fields.texts("address", desk),
        interests: fields.texts("interests", desk),
        sign_off: fields.text("sign_off", desk),
        pitch: body.part("Pitch").and_then(|part| part.words()),
        accomplishments: body
            .part("Accomplishments")
            .map(|part| lists::accomplishments(&part, desk))
            .unwrap_or_default(),
        key_facts: body.part("Key facts").map(|part| lists::accomplishments(&part, desk)).unwrap_or_default(),
        answers: body.part("Answers").map(|part| lists::questions(&part)).unwrap_or_default(),
        exemptions: fields.exemptions(desk),
    }
}
