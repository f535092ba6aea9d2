//! Somebody outside who is asked for a good word.

use serde::Serialize;

use super::address::Addressee;
use super::choice;
use super::context::Subject;
use super::fragment;
use crate::model::Accomplishment;
use crate::text::listed;

/// Whom the ally knows at the firm, and what they could say.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Ally {
    knows: String,
    facts: Vec<String>,
}

/// Facts that an ally is given.
const FACTS: usize = 2;

impl Ally {
    /// The contact written to; nothing where it is no contact.
    pub(super) fn new(subject: &Subject<'_, '_>) -> Self {
        let app = subject.application;
        let Some(contact) = subject.to.and_then(|to| app.vault.contact(to)) else { return Self::default() };
        let known = app.known_to(contact);
        let hearer = known.first().copied().or_else(|| subject.round?.interviewers.list().first());
        let chosen = subject.round.zip(hearer).map(|(round, hearer)| choice::choose(app, round, hearer));
        let mut best: Vec<&Accomplishment> = Vec::new();
        let all = app.vault.candidate().map(|candidate| candidate.accomplishments.as_slice()).unwrap_or_default();
        let chosen = chosen.unwrap_or_default();
        for one in chosen.lead.into_iter().chain(chosen.answer).chain(chosen.others).chain(all) {
            if best.len() < FACTS && !best.iter().any(|other| other.id == one.id) {
                best.push(one);
            }
        }
        let names: Vec<String> = known.into_iter().map(|one| Addressee::new(app.vault, one).called).collect();
        Self { knows: listed(&names), facts: best.into_iter().map(|one| fragment::deed(&one.text)).collect() }
    }
}
