//! `type: company`

use super::{Desk, Fields, Sections, lists};
use crate::model::{Company, Named, NoteId, Outlook, Status};

/// Reads a company's note; its rounds, letters and contacts are gathered later.
pub(in crate::parse) fn company(
    note: NoteId,
    fields: &Fields<'_>,
    body: &Sections<'_>,
    desk: &mut Desk<'_>,
) -> Company {
    let challenges = body.part("Challenges").into_iter().flat_map(|part| part.items().collect::<Vec<_>>());
    let challenges = challenges
        .filter_map(|item| {
            let people: Vec<Named> = item.links.iter().map(|link| desk.named(link)).collect();
            lists::challenge(item.text.trim(), people, note, item.span)
        })
        .collect();
    Company {
        note,
        name: desk.other(note).name().to_owned(),
        position: fields.text("position", desk),
        status: fields.choice("status", desk, status),
        applied_on: fields.date("applied_on", desk),
        decided_on: fields.date("decided_on", desk),
        offer_by: fields.date("offer_by", desk),
        outlook: fields.choice("outlook", desk, |word| match word {
            "unsure" => Some(Outlook::Unsure),
            "hopeful" => Some(Outlook::Hopeful),
            "certain" => Some(Outlook::Certain),
            _ => None,
        }),
        contact: fields.link("contact", desk),
        decider: fields.link("decider", desk),
        rivals: fields.number("rivals", desk),
        key_factors: fields.texts("key_factors", desk),
        posting_terms: fields.texts("posting_terms", desk),
        post_address: fields.texts("post_address", desk),
        website: fields.text("website", desk),
        lesson: fields.text("lesson", desk),
        posting: body.part("Posting").and_then(|part| part.words()),
        challenges,
        needs: body.part("Needs").map(|part| lists::remarks(&part, desk).into()).unwrap_or_default(),
        rival_notes: body.part("Rivals").map(|part| lists::remarks(&part, desk).into()).unwrap_or_default(),
        research: body.part("Research").map(|part| lists::research(&part, desk).into()).unwrap_or_default(),
        rounds: Vec::new(),
        letters: Vec::new(),
        contacts: Vec::new(),
        exemptions: fields.exemptions(desk),
    }
}

fn status(word: &str) -> Option<Status> {
    Some(match word {
        "applied" => Status::Applied,
        "interviewing" => Status::Interviewing,
        "waiting" => Status::Waiting,
        "offer" => Status::Offer,
        "accepted" => Status::Accepted,
        "rejected" => Status::Rejected,
        "withdrawn" => Status::Withdrawn,
        "closed" => Status::Closed,
        _ => return None,
    })
}
