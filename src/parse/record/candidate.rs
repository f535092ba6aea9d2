//! `type: candidate`

use super::{Body, Desk, Fields, lists, sections};
use crate::model::{Candidate, Kind, NoteId};

/// Reads the candidate's note.
pub(in crate::parse) fn candidate(note: NoteId, fields: &Fields<'_>, body: &Body, desk: &mut Desk<'_>) -> Candidate {
    let section = |title| sections::find(body, Kind::Candidate, title);
    Candidate {
        note,
        full_name: fields.text("full_name", desk),
        email: fields.text("email", desk),
        phone: fields.text("phone", desk),
        address: fields.texts("address", desk),
        interests: fields.texts("interests", desk),
        sign_off: fields.text("sign_off", desk),
        pitch: section("Pitch").and_then(|part| part.words()),
        accomplishments: section("Accomplishments").map(|part| lists::accomplishments(&part)).unwrap_or_default(),
        key_facts: section("Key facts").map(|part| lists::accomplishments(&part)).unwrap_or_default(),
        answers: section("Answers").map(|part| lists::questions(&part)).unwrap_or_default(),
        exemptions: fields.exemptions(desk),
    }
}
