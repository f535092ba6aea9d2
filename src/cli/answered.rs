//! A command that only looks says again what it said before, where nothing that it reads has changed since.

use std::fmt::Debug;

use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::place::Place;
use super::session::{self, Session};
use crate::disk::{Answer, Question, State};

/// With fewer notes than these, to read them is as quick as to look whether they changed.
const MANY: usize = 1_000;

/// Prints what this command said before with these options, where nothing has changed since; else has the vault read by
/// `open`, and prints what `look` says of it, in colour or not. `look` must go by nothing but the vault and the options,
/// or what is said again may be out of date. `true`: that is a reason to fail.
pub(super) fn answer(
    environment: &Environment<'_>,
    place: Place,
    command: &str,
    options: &dyn Debug,
    output: &mut Output<'_>,
    open: fn(Place) -> Session,
    look: impl FnOnce(&Session, bool) -> Result<Answer, Failure>,
) -> Result<bool, Failure> {
    let colour = output.out_colour();
    let memory = Memory::of(environment, &place, command, &format!("{options:?} {colour}"));
    let answer = if let Some(answer) = memory.as_ref().and_then(|memory| memory.answer(&place)) {
        answer
    } else {
        let session = open(place);
        let answer = look(&session, colour)?;
        if let Some(memory) = memory {
            memory.keep(&answer, &session, environment);
        }
        // The program ends here: to give back many notes piece by piece would take longer than to leave them all.
        std::mem::forget(session);
        answer
    };
    output.print(&answer.out)?;
    output.hints(&answer.told)?;
    Ok(answer.fails)
}

/// A question put to a vault of many notes, and where its answer is kept.
struct Memory {
    question: Question,
    state: State,
}

impl Memory {
    /// `None` where it is not worth remembering, or cannot be.
    fn of(environment: &Environment<'_>, place: &Place, command: &str, words: &str) -> Option<Self> {
        if place.listing.count() < MANY {
            return None;
        }
        let state = session::state(environment, "").ok()?;
        Some(Self { question: place.question(command, words)?, state })
    }

    fn answer(&self, place: &Place) -> Option<Answer> {
        self.question.answer(&place.root, &self.state)
    }

    /// Where nothing can be kept, the next run looks for itself.
    fn keep(&self, answer: &Answer, session: &Session, environment: &Environment<'_>) {
        let _ = self.question.keep(answer, &session.root, &self.state, environment.now().into());
    }
}
