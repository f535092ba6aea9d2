//! `thank/own-letter`

use super::likeness::Shingles;
use super::{Application, Find, Finding, Held, Rule, timely};
use crate::checklist::example::{Edit, Example};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Document, Letter, Named};
use crate::prose::blanks;
use crate::text::{Span, listed};

const TOM: Edit =
    Edit::Write("Interviewers/Tom Beck.md", "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n---\n");
const TO_INES: Edit = Edit::Write(
    "Letters/2025-03-04 Ines Falk thank-you-email.md",
    "---\ntype: letter\ndocument: thank-you-email\ncompany: \"[[Harbour Glass]]\"\n\
     for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on: 2025-03-05\n---\n\
     Dear Ines,\n\nI keep thinking about how the night crew reads the colour of the melt.\n\nSincerely\nRosa Lind\n",
);

/// Two people get nearly the same letter.
pub(super) static RULE: Rule = Rule {
    id: "thank/own-letter",
    title: "two people get nearly the same letter",
    why: "People who interview together show each other what they got: a letter that fits anybody thanks nobody.",
    sources: &["s4-each-own-letter", "s4-person-refs", "s0-tailor-to-person"],
    weight: Weight::Always(Severity::Error),
    finds: Finds::Fault,
    applies: "for each unsent thank-you letter, e-mail or card that is free of blanks, or the candidate's own, beside \
              one of the same round to somebody else; for 20 business days, or until a later round is held more than \
              5 business days after it; `similarity` in vault.toml says how alike is too alike",
    mend: "rewrite the letter around what only this person said; greeting, sign-off and the paragraph on the key \
           factor may be the same",
    broken: Example {
        today: "2025-03-06",
        edits: &[
            TOM,
            TO_INES,
            Edit::Write(
                "Letters/2025-03-04 Tom Beck thank-you-email.md",
                "---\ntype: letter\ndocument: thank-you-email\ncompany: \"[[Harbour Glass]]\"\n\
                 for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Tom Beck]]\"\n---\n\
                 Dear Tom,\n\nI keep thinking about how the night crew reads the colour of the melt.\n\nSincerely\n\
                 Rosa Lind\n",
            ),
        ],
    },
    mended: Example {
        today: "2025-03-06",
        edits: &[
            TOM,
            TO_INES,
            Edit::Write(
                "Letters/2025-03-04 Tom Beck thank-you-email.md",
                "---\ntype: letter\ndocument: thank-you-email\ncompany: \"[[Harbour Glass]]\"\n\
                 for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Tom Beck]]\"\n---\n\
                 Dear Tom,\n\nYour way of naming each furnace after a river is still with me.\n\nSincerely\nRosa Lind\n",
            ),
        ],
    },
    beside: &[],
    find: Find::Open(find),
};

/// A letter that can be compared.
struct Compared<'v> {
    letter: &'v Letter,
    to: &'v Named,
    document: Document,
    shingles: Shingles,
}

fn find(application: &Application<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for held in timely(application) {
        let letters = compared(application, held);
        let unsent = letters.iter().filter(|one| !one.letter.is_sent(application.today));
        found.extend(unsent.filter_map(|one| look(application, held, one, &letters)));
    }
    found
}

fn look(
    application: &Application<'_>,
    held: &Held<'_>,
    one: &Compared<'_>,
    letters: &[Compared<'_>],
) -> Option<Finding> {
    let similarity = application.config().letters.similarity;
    let beside: Vec<&Compared<'_>> =
        letters.iter().filter(|other| other.document == one.document && !other.to.is(one.to)).collect();
    let is_alike = |other: &&&Compared<'_>| {
        let thirds = beside.iter().filter(|third| !third.to.is(other.to)).map(|third| &third.shingles);
        one.shingles.are_alike(&other.shingles, similarity, &thirds.collect::<Vec<_>>())
    };
    let alike: Vec<&str> = beside.iter().filter(is_alike).map(|other| other.to.name.as_str()).collect();
    if alike.is_empty() {
        return None;
    }
    let name = &one.to.name;
    let message = format!("{name} gets nearly the same words as {}", listed(&alike));
    let mend = format!("rewrite this letter around what only {name} said, such as their moment or their challenge");
    Some(
        Finding::fault(&RULE, Severity::Error, application.vault, one.letter.note, Span::START, message)
            .help(mend)
            .round(held)
            .person(one.to),
    )
}

/// The thanks for a round whose words are the candidate's: those that are sent, free of blanks, or edited.
fn compared<'v>(application: &Application<'v>, held: &Held<'_>) -> Vec<Compared<'v>> {
    let round = held.round;
    let factors: Vec<&str> =
        application.company.key_factors.list().iter().chain(round.letter_factor.value()).map(String::as_str).collect();
    let sign_off = application.vault.candidate().and_then(|candidate| candidate.sign_off.text()).unwrap_or_default();
    let mine = application.letters().filter(|letter| letter.round == Some(held.at));
    let taking_part =
        mine.filter(|letter| letter.is_sent(application.today) || blanks(&letter.body) == 0 || !letter.is_untouched());
    let thanks: Vec<(&Letter, &Named, Document)> = taking_part
        .filter_map(|letter| {
            let document = letter.document.get().filter(|document| document.is_thanks())?;
            Some((letter, letter.to.value()?, document))
        })
        .collect();
    // Letters are long: they are not read where none is left to be mended, or none to compare it with.
    if thanks.len() < 2 || thanks.iter().all(|(letter, ..)| letter.is_sent(application.today)) {
        return Vec::new();
    }
    let compared = thanks.into_iter().map(|(letter, to, document)| {
        let shingles = Shingles::of(&letter.body, sign_off, &factors);
        Compared { letter, to, document, shingles }
    });
    compared.collect()
}
