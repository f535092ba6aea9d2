//! `type: round`

use super::{Desk, Fields, Part, Sections, lists};
use crate::model::{
    Answer, Field, Focus, Format, MatchAgreed, NoteId, Place, Prepare, Round, RoundResult, RoundState, Wish,
};
use crate::parse::schema::{PREPARE_LABELS, names};
use crate::parse::{close, log, promises};

/// Reads a round; its company and number are settled later.
pub(in crate::parse) fn round(note: NoteId, fields: &Fields<'_>, body: &Sections<'_>, desk: &mut Desk<'_>) -> Round {
    let interviewers = fields.people("interviewers", desk);
    let closing = close::read(body.part("Close").as_ref(), interviewers.list(), fields, note, desk);
    let log = body.part("Log").map(|part| log::read(&part, interviewers.list(), desk)).unwrap_or_default();
    let (hear_by, words) = fields.date_or_words("hear_by", "hear_by_said", desk);
    let hear_by_said = or(fields.text("hear_by_said", desk), closing.said_when);
    let hear_by = match hear_by_said.answer {
        // Who would not say when has named no day either.
        Answer::Nothing | Answer::Declined | Answer::Missed if words.is_none() => {
            or(hear_by, hear_by_said.clone().filter_map(|_| None))
        }
        _ => hear_by,
    };
    let hear_by_said = or(hear_by_said, words.map(|words| Field::new(words.value, words.span)).unwrap_or_default());
    let (format_written, place) = format_and_place(fields, desk);
    Round {
        note,
        company: fields.link("company", desk),
        company_id: None,
        number: 1,
        number_written: fields.number("round", desk),
        state: fields.choice("state", desk, |word| match word {
            "planned" => Some(RoundState::Planned),
            "held" => Some(RoundState::Held),
            _ => Some(RoundState::Cancelled),
        }),
        booked_on: fields.date("booked_on", desk),
        interview_date: fields.date("interview_date", desk),
        interview_time: fields.text("interview_time", desk),
        format_written,
        place,
        result: fields.choice("result", desk, |word| match word {
            "pending" => Some(RoundResult::Pending),
            "advanced" => Some(RoundResult::Advanced),
            "rejected" => Some(RoundResult::Rejected),
            _ => Some(RoundResult::Offer),
        }),
        focus: fields.choice("focus", desk, |word| match word {
            "fit" => Some(Focus::Fit),
            "technical" => Some(Focus::Technical),
            "confirm" => Some(Focus::Confirm),
            _ => Some(Focus::Mixed),
        }),
        hear_by,
        hear_by_said,
        hear_by_confirmed: fields.checkbox("hear_by_confirmed", desk),
        hear_by_rough: fields.checkbox("hear_by_rough", desk),
        next_step: or(fields.text("next_step", desk), closing.next),
        steps_when: fields.text("steps_when", desk),
        other_steps: fields.texts("other_steps", desk),
        rounds_left: fields.number("rounds_left", desk),
        next_interviewers: fields.people("next_interviewers", desk),
        next_focus: fields.text("next_focus", desk),
        next_wants: fields.text("next_wants", desk),
        play_up: fields.texts("play_up", desk),
        shore_up: fields.texts("shore_up", desk),
        sponsor: fields.choice("sponsor", desk, |word| Some(word == "yes")),
        check_in: fields.choice("check_in", desk, |word| match word {
            "email" => Some(Wish::Email),
            "phone" => Some(Wish::Phone),
            "post" => Some(Wish::Post),
            _ => Some(Wish::Any),
        }),
        check_in_on: fields.date("check_in_on", desk),
        check_in_with: fields.link("check_in_with", desk),
        quiet_until: fields.date("quiet_until", desk),
        asked_for_job: fields.checkbox("asked_for_job", desk),
        said_match: fields.checkbox("said_match", desk),
        match_agreed: fields.choice("match_agreed", desk, |word| match word {
            "yes" => Some(MatchAgreed::Yes),
            "no" => Some(MatchAgreed::No),
            _ => Some(MatchAgreed::Unclear),
        }),
        letter_factor: fields.text("letter_factor", desk),
        letter_proof: fields.text("letter_proof", desk),
        letter_quote: fields.link("letter_quote", desk),
        decider: fields.link("decider", desk),
        rivals: fields.number("rivals", desk),
        questions_declined: fields.is_declined("questions"),
        prepare: body.part("Prepare").map(|part| prepare(&part, desk).into()).unwrap_or_default(),
        questions: body.part("Questions").map(|part| lists::questions(&part).into()).unwrap_or_default(),
        close: closing.close,
        said: body.part("Said").map(|part| lists::ids(&part).into()).unwrap_or_default(),
        promises: body
            .part("Promises")
            .map(|part| promises::read(&part, interviewers.list(), desk).into())
            .unwrap_or_default(),
        scrawl: body.part("Scrawl").and_then(|part| part.words()),
        log: log.entries.into(),
        log_unread: log.unread.into(),
        exemptions: fields.exemptions(desk),
        interviewers,
    }
}

/// What is said in `first`, else in `second`.
fn or<T>(first: Field<T>, second: Field<T>) -> Field<T> {
    if first.is_absent() { second } else { first }
}

/// `format: phone` and `format: video` say the place.
fn format_and_place(fields: &Fields<'_>, desk: &mut Desk<'_>) -> (Field<Format>, Field<Place>) {
    let word = fields.choice("format", desk, |word| Some(word.to_owned()));
    let place = fields.choice("place", desk, place_of);
    let told = word.text().and_then(place_of);
    let place = match told {
        Some(told) if place.is_absent() => Field { answer: Answer::Value(told), span: word.span },
        _ => place,
    };
    (word.filter_map(|word| format(&word)), place)
}

fn format(word: &str) -> Option<Format> {
    match word {
        "one-to-one" => Some(Format::OneToOne),
        "panel" => Some(Format::Panel),
        "group" => Some(Format::Group),
        "unknown" => Some(Format::Unknown),
        _ => None,
    }
}

fn place_of(word: &str) -> Option<Place> {
    match word {
        "onsite" => Some(Place::Onsite),
        "phone" => Some(Place::Phone),
        "video" => Some(Place::Video),
        "remote" => Some(Place::Remote),
        _ => None,
    }
}

fn prepare(part: &Part<'_>, desk: &mut Desk<'_>) -> Vec<Prepare> {
    let mut found = Vec::new();
    for item in part.items() {
        let Some(label) = &item.label else { continue };
        let Some(known) = names(PREPARE_LABELS).find(|name| *name == label.key) else {
            lists::hint_label(label, names(PREPARE_LABELS), desk);
            continue;
        };
        if !label.value.trim().is_empty() {
            found.push(Prepare {
                label: known,
                text: label.value.trim().to_owned(),
                people: label.links.iter().map(|link| desk.named(link)).collect(),
                span: item.span,
            });
        }
    }
    found
}
