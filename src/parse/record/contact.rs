//! `type: contact`

use super::{Desk, Fields};
use crate::model::{Contact, NoteId};

/// Reads an outside contact's note.
pub(in crate::parse) fn contact(note: NoteId, fields: &Fields<'_>, desk: &mut Desk<'_>) -> Contact {
    Contact {
        note,
        name: desk.other(note).name().to_owned(),
        email: fields.text("email", desk),
        phone: fields.text("phone", desk),
        relation: fields.text("relation", desk),
        knows: fields.links("knows", desk),
        influences: fields.links("influences", desk),
        asked_on: fields.date("asked_on", desk),
        requested_on: Vec::new(),
        thanked_on: fields.date("thanked_on", desk),
        agreed: fields.choice("agreed", desk, |word| match word {
            "yes" => Some(Some(true)),
            "no" => Some(Some(false)),
            _ => Some(None),
        }),
        exemptions: fields.exemptions(desk),
    }
}
