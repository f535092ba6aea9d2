//! What the candidate promised to do: the task lines of a round's `## Promises`.

use chrono::NaiveDate;

use super::Named;
use crate::text::Span;

/// How a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromiseState {
    /// Not done yet (`[ ]`, or any other mark).
    Open,
    /// Done (`[x]`, `[X]`), on the day given where one is.
    Kept(Option<NaiveDate>),
    /// Not ticked, but the letter that covers it went, on that day.
    Covered(NaiveDate),
    /// They let the candidate off (`[-]`).
    Released,
}

/// One promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// What was promised, without dates and task fields; links as their words.
    pub text: String,
    /// The first person linked.
    pub person: Option<Named>,
    /// How it stands.
    pub state: PromiseState,
    /// The day it was promised for.
    pub due: Option<NaiveDate>,
    /// The one character between the brackets, in the round's note.
    pub mark: Span,
    /// The task's line.
    pub span: Span,
}

impl Promise {
    /// Whether it is still to be kept on `today`: one that was kept on a later day is.
    pub fn is_open(&self, today: NaiveDate) -> bool {
        match self.state {
            PromiseState::Open => true,
            PromiseState::Kept(day) => day.is_some_and(|day| day > today),
            PromiseState::Covered(day) => day > today,
            PromiseState::Released => false,
        }
    }
}
