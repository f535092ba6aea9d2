//! What a command that only looks answered before, where nothing that it reads has changed since.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::environment::Environment;
use super::place::Place;
use super::session;
use crate::disk::{Answer, Question, State};

/// With fewer notes than these, to read them is as quick as to look whether they changed.
const MANY: usize = 1_000;

/// A question put to a vault of many notes.
pub(super) struct Asked {
    root: PathBuf,
    question: Question,
    state: State,
    now: DateTime<Utc>,
}

impl Asked {
    /// The question that `words` say, together with the files and the day that any answer depends on; `None` where it
    /// is not worth remembering, or cannot be.
    pub(super) fn new(environment: &Environment<'_>, place: &Place, words: &str) -> Option<Self> {
        if place.listing.count() < MANY {
            return None;
        }
        let state = session::state(environment, "").ok()?;
        let question = place.question(words)?;
        Some(Self { root: place.root.clone(), question, state, now: environment.now() })
    }

    /// What was answered before.
    pub(super) fn answer(&self) -> Option<Answer> {
        self.question.answer(&self.root, &self.state)
    }

    /// Remembers the answer. Where that cannot be, the next run looks for itself.
    pub(super) fn keep(&self, answer: &Answer) {
        let _ = self.question.keep(answer, &self.root, &self.state, self.now.into());
    }
}
