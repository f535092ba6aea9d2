//! `prepare/person`

use super::example::{DAY, PLANNED, RESEARCHED};
use super::{Asked, Find, Finding, Preparation, Rule, each};
use crate::checklist::example::{Edit, Example, PERSON};
use crate::checklist::{Finds, Weight};
use crate::model::Named;
use crate::text::Span;

const PROFILE: &str = "## Profile\n- hobby: mends clocks\n";

/// Nothing is known of somebody who will ask the questions.
pub(super) static RULE: Rule = Rule {
    id: "prepare/person",
    title: "nothing is known of an interviewer",
    why: "Whoever knows a little of the other, their way, likes and doubts, finds common ground; a small thing can do.",
    sources: &[
        "s0-know-and-advocate",
        "s0-topics",
        "s0-only-if-shared",
        "s0-common-ground",
        "s0-tailor-to-person",
        "s0-equal-treatment",
    ],
    weight: Weight::HintThenWarning,
    finds: Finds::Duty,
    applies: "for each interviewer of a planned round of an open company, from `prepare_days` before to its day",
    mend: "write what you know under Profile in the interviewer's note: `- background: …`, `- likes: …`; what somebody \
           else told belongs under Close of that round, `- about [[Full Name]]: …`; `declined: [profile]` if you asked \
           and nobody would say",
    broken: Example { today: DAY, edits: &[PLANNED, RESEARCHED, Edit::Swap(PERSON, PROFILE, "")] },
    mended: Example { today: DAY, edits: &[PLANNED, RESEARCHED] },
    beside: &[],
    find: Find::Open(|application| each(application, look)),
};

pub(super) fn look(round: &Preparation<'_, '_>) -> Asked {
    let people = round.round.interviewers.list();
    if people.is_empty() {
        return Asked::Nothing;
    }
    people.iter().filter(|person| !is_known(round, person)).map(|person| tell(round, person)).collect()
}

fn is_known(round: &Preparation<'_, '_>, person: &Named) -> bool {
    let note = round.application.interviewer(person);
    let told = round.earlier().iter().flat_map(|held| &held.round.close.people).any(|close| {
        let own = close.person.is(person) && !close.profile.is_empty();
        own || close.about.iter().any(|(about, _)| about.is(person))
    });
    told || note.is_some_and(|note| !note.profile.is_empty() || note.profile_declined)
}

fn tell(round: &Preparation<'_, '_>, person: &Named) -> Finding {
    let name = &person.name;
    let note = round.application.interviewer(person);
    let message = format!("nothing is known of {name}, whom you will meet in {}", round.called());
    // Without a note of their own there is only the round's to point at.
    let (place, span) = note.map_or((round.note, person.span), |note| (note.note, Span::START));
    let duty = round.duty(1, 3, format!("Find out about {name}"));
    round
        .lacks(&RULE, round.graded(), place, span, message)
        .help(format!(
            "write under Profile in {name}'s note what you find: `- background: …`, `- likes: …`; \
             `declined: [profile]` if you asked and nobody would say"
        ))
        .person(person)
        .duty_of(duty)
}
