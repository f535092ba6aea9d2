//! What lies between the candidate and the firm's people: where they met, what they share, what
//! was promised on either side.

use chrono::NaiveDate;
use serde::Serialize;

use super::address::{Addressee, near, written_out};
use super::context::Subject;
use super::fragment::{self, blank};
use crate::checklist::Application;
use crate::model::{Fact, Named, Place, Round, RoundState, phrase};
use crate::text::{listed, words};

/// The interview a document speaks of.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Meeting {
    date: String,
    day: String,
    #[serde(rename = "meeting")]
    called: &'static str,
    pub(super) earlier: String,
    with: String,
    there: bool,
    held: bool,
}

impl Meeting {
    pub(super) fn new(subject: &Subject<'_, '_>, called: &str) -> Self {
        let Some(round) = subject.round else { return Self::default() };
        let app = subject.application;
        let date = round.interview_date.get();
        let earlier = subject.to.and_then(|to| {
            let mut held = app.held().iter().rev().filter(|held| Some(held.date) < date);
            held.find(|held| held.place_of(to).is_some())
        });
        let others = round.interviewers.list().iter().map(|other| Addressee::new(app.vault, other).called);
        Self {
            date: date.map_or_else(|| blank("the day of the interview"), written_out),
            day: date.map_or_else(|| blank("the day"), |date| date.format("%A").to_string()),
            called: match round.place.get() {
                Some(Place::Onsite) => "our meeting",
                Some(Place::Phone) => "our phone call",
                Some(Place::Video) => "our video call",
                Some(Place::Remote) => "our call",
                None => "our conversation",
            },
            earlier: earlier.map(|held| near(held.date, subject.due)).unwrap_or_default(),
            with: listed(&others.filter(|other| other != called).collect::<Vec<_>>()),
            there: subject.to.is_some_and(|to| round.place_of(to).is_some()),
            held: round.state(app.today) == RoundState::Held,
        }
    }
}

/// An interest of the candidate that this person told of themselves.
pub(super) fn shared_interest(app: &Application<'_>, to: Option<&Named>) -> String {
    let (Some(to), Some(candidate)) = (to, app.vault.candidate()) else { return String::new() };
    let noted = app.interviewer(to).map(|note| &*note.profile).unwrap_or_default();
    let told = app.held().iter().filter_map(|held| held.round.close.of(to)).flat_map(|close| &close.profile);
    let is_open = |fact: &&Fact| matches!(fact.label, "hobby" | "likes" | "background") && fact.from.is_none();
    let facts: Vec<&str> = noted.iter().chain(told).filter(is_open).map(|fact| fact.text.as_str()).collect();
    let is_shared = |interest: &&String| facts.iter().any(|fact| words::half_of(interest, fact));
    candidate.interests.list().iter().find(is_shared).map(|one| fragment::remark(one, "")).unwrap_or_default()
}

/// Everybody met in a round, in order, but the person written to.
pub(super) fn people(app: &Application<'_>, to: Option<&Named>) -> String {
    let mut names: Vec<String> = Vec::new();
    for person in app.held().iter().flat_map(|held| held.round.interviewers.list()) {
        let called = Addressee::new(app.vault, person).called;
        if !to.is_some_and(|to| to.is(person)) && !names.contains(&called) {
            names.push(called);
        }
    }
    listed(&names)
}

/// What is still promised to this person, with its day.
pub(super) fn promises(app: &Application<'_>, to: Option<&Named>, name: &str) -> Vec<String> {
    let Some(to) = to else { return Vec::new() };
    let mut open = Vec::new();
    for held in app.held() {
        let only = held.interviewers.list().len() == 1;
        let theirs =
            |person: Option<&Named>| person.map_or(only && held.place_of(to).is_some(), |person| person.is(to));
        let mine = held.round.promises.iter();
        for promise in mine.filter(|one| one.is_open(app.today) && theirs(one.person.as_ref())) {
            let day = promise.due.map(|due| format!(" by {}", near(due, held.date))).unwrap_or_default();
            open.push(format!("{}{day}", fragment::promise(&promise.text, name)));
        }
    }
    open
}

/// When an answer is to be expected, and how that is known.
#[derive(Default)]
pub(super) struct Awaited {
    pub(super) date: Option<NaiveDate>,
    pub(super) words: String,
    pub(super) proposed: Option<NaiveDate>,
    pub(super) ask: bool,
}

impl Awaited {
    pub(super) fn new(app: &Application<'_>, round: Option<&Round>) -> Self {
        let Some(round) = round else { return Self::default() };
        if let Some(date) = round.hear_by.get() {
            return Self { date: Some(date), ..Self::default() };
        }
        if let (Some(words), Some(held)) = (round.hear_by_said.text(), round.interview_date.get()) {
            let proposed = phrase::propose(words, held, app.calendar());
            return Self { words: fragment::trimmed(words), proposed, ..Self::default() };
        }
        let answered = round.hear_by.is_answered() || round.hear_by_said.is_answered();
        Self { ask: !answered && round.state(app.today) == RoundState::Held, ..Self::default() }
    }
}
