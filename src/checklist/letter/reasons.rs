//! `letter/reasons`

use super::example::{EMAIL, EMAIL_ONLY, EMAIL_PATH, NOT_THANKED};
use super::moment::moments_of;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::Document;
use crate::prose::{Sentence, Terms, has_any, has_number, in_first_person};

/// Too few reasons to choose the candidate, or too many.
pub(super) static RULE: Rule = Rule {
    id: "letter/reasons",
    title: "an e-mail of thanks without two to four reasons",
    why: "Your reader has to say why it should be you, in a sentence or two, to others. One reason is soon forgotten, \
          five are none.",
    sources: &["s0-reasons", "s0-no-vague"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to unsent e-mails of thanks whose duty stands. A reason is a sentence or list item in the first person \
              with a number, an employer, or two words of an accomplishment, a key fact or a key factor",
    mend: "give two to four reasons: what you did, where, and what came of it",
    broken: Example {
        today: "2025-03-05",
        edits: &[NOT_THANKED, EMAIL_ONLY, EMAIL, Edit::Swap(EMAIL_PATH, "- I led two shifts of eleven people\n", "")],
    },
    mended: Example { today: "2025-03-05", edits: &[NOT_THANKED, EMAIL_ONLY, EMAIL] },
    beside: &["thank/next-day"],
    find: Lint::of(&[Document::ThankYouEmail], find),
};

/// So many at least.
const FEWEST: usize = 2;

/// So many at most.
const MOST: usize = 4;

/// What a sentence gives as a reason; the same accomplishment, fact or factor is one reason however often it is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reason<'k> {
    Deed(&'k str),
    Fact(&'k str),
    Factor(&'k str),
    /// Something else, by the sentence's place.
    Other(usize),
}

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let sentences = text.sentences();
    let aside = moment_sentence(text);
    let mut reasons: Vec<(Reason<'_>, usize)> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate().filter(|(at, _)| Some(*at) != aside) {
        if let Some(reason) = reason(text, at, sentence).filter(|one| !reasons.iter().any(|(known, _)| known == one)) {
            reasons.push((reason, at));
        }
    }
    if reasons.len() > MOST {
        let place = sentences[reasons[MOST].1].range.clone();
        let message = format!("{} reasons are more than anybody keeps in mind", reasons.len());
        let help = "keep the two to four that answer what they are dealing with";
        return vec![text.fault_at(&RULE, Severity::Warning, place, message).help(help)];
    }
    if reasons.len() >= FEWEST || text.awaits_words() {
        return Vec::new();
    }
    let message = match reasons.len() {
        0 => "no reason to choose you is given",
        _ => "only one reason to choose you is given",
    };
    let help = "give two to four: what you did, where, and what came of it in numbers";
    vec![text.lack(&RULE, Severity::Warning, message).help(help)]
}

/// The reason that a sentence gives, if any.
fn reason<'k>(text: &'k Text<'_, '_>, at: usize, sentence: &Sentence) -> Option<Reason<'k>> {
    let said = &sentence.text;
    // An item that speaks of nobody else is about its writer.
    let is_own = in_first_person(said) || sentence.is_item && !has_any(said, &["you", "your", "yours"]);
    if !is_own || is_about_a_promise(text, sentence) {
        return None;
    }
    let facts = text.known.facts();
    let deed = || text.known.evidence().deed_in(&sentence.terms).map(|deed| Reason::Deed(deed.id.as_str()));
    let fact = || text.known.evidence().fact_in(&sentence.terms).map(|fact| Reason::Fact(fact.id.as_str()));
    let factor = || {
        let told = facts.factors.iter().find(|factor| factor.terms.spoken_of_in(&sentence.terms));
        told.map(|factor| Reason::Factor(factor.text))
    };
    let other = || {
        let is_theirs = facts.challenges.iter().any(|challenge| challenge.terms.half_in(&sentence.terms));
        let shows = has_number(said) || text.known.evidence().has_employer(said);
        (shows && !is_theirs).then_some(Reason::Other(at))
    };
    deed().or_else(fact).or_else(other).or_else(factor)
}

/// The sentence with the moment: the one that has most of its words.
fn moment_sentence(text: &Text<'_, '_>) -> Option<usize> {
    let moments: Vec<Terms> = moments_of(text).into_iter().map(Terms::of).collect();
    let told = |sentence: &Sentence| {
        let spoken = moments.iter().filter(|moment| moment.spoken_of_in(&sentence.terms));
        spoken.map(|moment| moment.shared(&sentence.terms)).max()
    };
    let all = text.sentences().iter().enumerate().rev();
    all.filter_map(|(at, sentence)| Some((told(sentence)?, at))).max_by_key(|(shared, _)| *shared).map(|(_, at)| at)
}

/// Whether a sentence is about something that was promised: no reason, but manners.
fn is_about_a_promise(text: &Text<'_, '_>, sentence: &Sentence) -> bool {
    let rounds = text.application.rounds();
    let mut promises = rounds.flat_map(|(_, round)| &round.promises);
    promises.any(|promise| Terms::of(&promise.text).half_in(&sentence.terms))
}
