//! What was settled with the person written to: the check-in, the support asked for, a promise.

use serde::Serialize;

use super::address::near;
use super::context::Subject;
use super::fragment;
use crate::checklist::Application;
use crate::model::{Named, Support};

/// The check-in that was agreed.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Agreed {
    day: String,
    quiet: bool,
}

impl Agreed {
    /// The day agreed in the round, else the day up to which they asked for quiet.
    pub(super) fn new(subject: &Subject<'_, '_>) -> Self {
        let Some(round) = subject.round else { return Self::default() };
        let agreed = round.check_in_on.get();
        let day = agreed.or(round.quiet_until.get());
        let day = day.map(|day| near(day, subject.due)).unwrap_or_default();
        Self { quiet: agreed.is_none() && !day.is_empty(), day }
    }
}

/// What this person said, the last time they were asked for support: `yes`, `unsure`, else nothing.
pub(super) fn support(app: &Application<'_>, to: Option<&Named>) -> &'static str {
    let Some(to) = to else { return "" };
    let mut closes = app.held().iter().rev().filter_map(|held| held.round.close.of(to));
    match closes.find_map(|close| close.support.value()) {
        Some(Support::Yes) => "yes",
        Some(Support::Unsure) => "unsure",
        Some(Support::Deflected { then: Some(then) }) if then.to_lowercase().starts_with("yes") => "yes",
        _ => "",
    }
}

/// One promise.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Pledge {
    text: String,
    thing: String,
    day: String,
}

impl Pledge {
    /// The promise that a document is about, spoken to the person called `name`.
    pub(super) fn new(subject: &Subject<'_, '_>, name: &str) -> Self {
        let Some(promise) = subject.promise else { return Self::default() };
        Self {
            text: fragment::promise(&promise.text, name),
            thing: fragment::thing(&promise.text, name).unwrap_or_default(),
            day: promise.due.map(|due| near(due, subject.due)).unwrap_or_default(),
        }
    }
}
