//! What a letter claims: an answer to their problem, a proof for the key factor, a reply to a doubt,
//! somebody else's praise.

use crate::text::{arrow, inert, words};
use serde::Serialize;

use super::choice::{self, Choice};
use super::context::Subject;
use super::fragment::{self, blank};
use crate::checklist::Application;
use crate::model::{Accomplishment, Named, PersonClose, Round};

/// What they are dealing with, and the candidate's answer.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Problem {
    text: String,
    theirs: bool,
    answer: String,
}

/// What the job turns on, and what proves the candidate in it.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Factor {
    text: String,
    proof: String,
    leads: bool,
}

/// A doubt and its answer.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Answered {
    pub(super) text: String,
    reply: String,
}

/// A testimonial.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Quote {
    pub(super) text: String,
    author: String,
    year: String,
}

impl Problem {
    pub(super) fn new(chosen: &Choice<'_>, to: Option<&Named>, name: &str) -> Self {
        let Some(challenge) = chosen.challenge else { return Self::default() };
        let answer = chosen.answer.map(|answer| fragment::deed(&answer.text));
        Self {
            text: fragment::challenge(&challenge.text, name),
            theirs: to.is_some_and(|to| choice::named_by(challenge, to)),
            answer: answer
                .unwrap_or_else(|| blank("what you have done about something like it, with a number or a place")),
        }
    }
}

impl Factor {
    pub(super) fn new(chosen: &Choice<'_>) -> Self {
        let Some(factor) = chosen.factor else { return Self::default() };
        let said = chosen.answer.zip(chosen.proof).is_some_and(|(answer, proof)| answer.id == proof.id);
        let proof = chosen.proof.filter(|_| !said).map(|proof| fragment::deed(&proof.text));
        let proof = proof.unwrap_or_else(|| {
            if said { String::new() } else { blank("a recent case that proves it, with a number or a place") }
        });
        let is_lead = |lead: &Accomplishment| chosen.proof.is_some_and(|proof| proof.id == lead.id);
        let leads = !said && chosen.lead.is_some_and(is_lead);
        Self { text: fragment::remark(factor, ""), proof, leads }
    }
}

impl Answered {
    /// The first doubt this person raised in the round that has an answer, given then or prepared since.
    pub(super) fn new(app: &Application<'_>, close: Option<&PersonClose>, name: &str) -> Self {
        let Some(close) = close else { return Self::default() };
        let prepared = |doubt: &str| {
            let answers = app.rounds().flat_map(|(_, round)| &round.prepare).filter(|one| one.label == "answer");
            let mut pairs = answers.map(|one| arrow::split(&one.text));
            pairs.find_map(|(left, reply)| reply.filter(|_| words::half_of(doubt, left)).map(str::to_owned))
        };
        let mut answered = close.concerns.list().iter().filter_map(|doubt| {
            let reply = doubt.reply.clone().or_else(|| prepared(&doubt.text)).filter(|reply| !reply.is_empty())?;
            Some(Self { text: fragment::doubt(&doubt.text, name), reply: fragment::reply(&reply, name) })
        });
        answered.next().unwrap_or_default()
    }
}

impl Quote {
    pub(super) fn new(subject: &Subject<'_, '_>, round: &Round, chosen: &Choice<'_>) -> Self {
        let Some(found) = subject.praise.of(round, chosen) else { return Self::default() };
        let limit = subject.application.config().letters.quote_words as usize;
        let words = found.quote.as_ref().map(|quote| choice::excerpt(&inert(&quote.value), limit)).unwrap_or_default();
        let text = |field: Option<&str>| field.map(fragment::trimmed);
        let role = match (text(found.author_role.text()), text(found.organisation.text())) {
            (Some(role), Some(house)) => format!("{role} at {house}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => String::new(),
        };
        let author = text(found.author.text()).unwrap_or_default();
        let year = found.year().unwrap_or_default();
        Self { text: words, author: format!("{author}, {role},"), year: year.to_owned() }
    }
}

/// Words of the posting, beginning at another one for each of the round's people.
pub(super) fn terms(app: &Application<'_>, place: usize) -> Vec<String> {
    let all = app.company.posting_terms.list();
    let wanted = (app.config().letters.mirror_terms as usize).min(all.len()).min(6);
    let turned = all.iter().cycle().skip((place * wanted).checked_rem(all.len()).unwrap_or_default());
    turned.take(wanted).map(|term| fragment::remark(term, "")).collect()
}
