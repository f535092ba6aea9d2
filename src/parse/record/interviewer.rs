//! `type: interviewer`

use super::{Desk, Fields, Sections, lists};
use crate::model::{HiringRole, Interviewer, NoteId};

/// Reads an interviewer's note.
pub(in crate::parse) fn interviewer(
    note: NoteId,
    fields: &Fields<'_>,
    body: &Sections<'_>,
    desk: &mut Desk<'_>,
) -> Interviewer {
    Interviewer {
        note,
        name: desk.other(note).name().to_owned(),
        company: fields.link("company", desk),
        name_prefix: fields.text("name_prefix", desk),
        job_title: fields.text("job_title", desk),
        hiring_role: fields
            .choice("hiring_role", desk, |word| HiringRole::ALL.into_iter().find(|role| role.name() == word)),
        seniority: fields.number("seniority", desk),
        future_colleague: fields.checkbox("future_colleague", desk),
        email: fields.text("email", desk),
        phone: fields.text("phone", desk),
        post_address: fields.texts("post_address", desk),
        told_by: fields.link("told_by", desk),
        bond: fields.text("bond", desk),
        claims_no_say: fields.checkbox("claims_no_say", desk),
        profile_declined: fields.is_declined("profile"),
        profile: body.part("Profile").map(|part| lists::profile(&part, desk).into()).unwrap_or_default(),
        exemptions: fields.exemptions(desk),
    }
}
