//! The work that waits at the firm: what they struggle with, what they need, what was found out of it.

use std::cmp::Reverse;

use serde::Serialize;

use super::address::Addressee;
use super::fragment;
use crate::checklist::Application;
use crate::model::{Accomplishment, Named, Research, Subject};
use crate::text::{inert, words};

/// One challenge, as it may stand on a paper for everybody.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Task {
    text: String,
    answer: String,
}

/// The company's challenges with the candidate's answers, in order; without a blank, and so without those that
/// would have to be put into other words.
pub(super) fn tasks(app: &Application<'_>) -> Vec<Task> {
    let fitting = app.company.challenges.iter().filter(|one| fragment::names_a_challenge(&one.text));
    let challenges = fitting.map(|challenge| {
        let id = challenge.answer.as_deref().unwrap_or_default().trim();
        let answer = accomplishments(app).iter().find(|one| one.id.eq_ignore_ascii_case(id));
        let answer = answer.map(|one| fragment::deed(&fragment::plain(&one.text)));
        Task { text: fragment::plain(&challenge.text), answer: answer.unwrap_or_default() }
    });
    challenges.filter(|task| !task.text.is_empty()).collect()
}

/// Everything the job turns on, without a blank.
pub(super) fn factors(app: &Application<'_>) -> Vec<String> {
    app.company.key_factors.list().iter().map(|factor| fragment::plain(factor)).collect()
}

/// One need of the company, for a proposal.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Need {
    text: String,
    proof: String,
}

impl Need {
    /// The first need, and the accomplishment nearest to it: once one proposal was sent, none is asked for.
    pub(super) fn new(app: &Application<'_>) -> Self {
        let Some(need) = app.company.needs.first() else { return Self::default() };
        let all = accomplishments(app).iter();
        let nearest = all.min_by_key(|one| Reverse(words::shared(&need.text, &one.text).0));
        let proof = nearest.map(|one| fragment::deed(&one.text)).unwrap_or_default();
        Self { text: fragment::remark(&need.text, ""), proof }
    }
}

fn accomplishments<'v>(app: &Application<'v>) -> &'v [Accomplishment] {
    app.vault.candidate().map(|candidate| candidate.accomplishments.as_slice()).unwrap_or_default()
}

/// The newest line of research.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct News {
    pub(super) text: String,
    about: String,
}

impl News {
    /// What was found last, by the day, then by its place in the note.
    pub(super) fn new(app: &Application<'_>, to: Option<&Named>) -> Self {
        let known = app.company.research.iter().filter(|one| one.date <= app.today);
        let Some(Research { subject, text, .. }) = known.max_by_key(|one| one.date) else { return Self::default() };
        let about = match subject {
            Subject::Company => inert(&app.company.name),
            Subject::Role => "the job".to_owned(),
            Subject::Person(person) if to.is_some_and(|to| to.is(person)) => "your own work".to_owned(),
            Subject::Person(person) => Addressee::new(app.vault, person).called,
        };
        let name = to.map(|to| inert(&to.name)).unwrap_or_default();
        Self { text: fragment::remark(text, &name), about }
    }
}
