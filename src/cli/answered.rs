//! A command that only looks says again what it said before, where nothing that it reads has changed since.

use std::fmt::Debug;

use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::place::Place;
use super::session::{self, Session};
use crate::disk::{Answer, Question, State};

/// With fewer notes than these, to read them is as quick as to look whether they changed.
const MANY: usize = 1_000;

/// A command that only looks, as it was asked.
pub(super) struct Asked<'a> {
    pub environment: &'a Environment<'a>,
    pub global: &'a Global,
    pub command: &'static str,
    pub options: &'a dyn Debug,
    /// Reads the vault: with its texts, or for a [look](Place::look) where few of them are asked for.
    pub open: fn(Place) -> Session,
}

impl Asked<'_> {
    /// Prints what was said before, where nothing has changed since; else has the vault at `place` read, and prints what
    /// `look` says of it, in colour or not. `look` must go by nothing but the vault and the options, or what is said again
    /// may be out of date. `true`: that is a reason to fail.
    pub(super) fn answer(
        &self,
        place: Place,
        output: &mut Output<'_>,
        look: impl Fn(&Session, bool) -> Result<Answer, Failure>,
    ) -> Result<bool, Failure> {
        let colour = output.out_colour();
        let memory = Memory::of(self, &place, colour);
        // The program ends here: to give back what is known of many notes piece by piece would take longer than to leave
        // it all.
        let answer = if let Some(answer) = memory.as_ref().and_then(|memory| memory.answer(&place)) {
            std::mem::forget(place);
            answer
        } else {
            let (answer, session) = self.look(place, |session| look(session, colour))?;
            if let Some(memory) = memory {
                memory.keep(&answer, &session, self.environment);
            }
            std::mem::forget(session);
            answer
        };
        output.print(&answer.out)?;
        output.hints(&answer.told)?;
        Ok(answer.fails)
    }

    fn look(
        &self,
        place: Place,
        look: impl Fn(&Session) -> Result<Answer, Failure>,
    ) -> Result<(Answer, Session), Failure> {
        let session = (self.open)(place);
        let answer = look(&session)?;
        if !session.sources.is_outdated() {
            return Ok((answer, session));
        }
        // Somebody is at work in it: what was found does not go with what can be shown.
        let session = Session::open(self.environment, self.global)?;
        Ok((look(&session)?, session))
    }
}

/// A question put to a vault of many notes, and where its answer is kept.
struct Memory {
    question: Question,
    state: State,
}

impl Memory {
    /// `None` where it is not worth remembering, or cannot be.
    fn of(asked: &Asked<'_>, place: &Place, colour: bool) -> Option<Self> {
        if place.listing.count() < MANY {
            return None;
        }
        let state = session::state(asked.environment, "").ok()?;
        let words = format!("{:?} {colour}", asked.options);
        Some(Self { question: place.question(asked.command, &words)?, state })
    }

    fn answer(&self, place: &Place) -> Option<Answer> {
        self.question.answer(&place.root, &self.state)
    }

    /// Where nothing can be kept, the next run looks for itself.
    fn keep(&self, answer: &Answer, session: &Session, environment: &Environment<'_>) {
        let _ = self.question.keep(answer, &session.root, &self.state, environment.now().into());
    }
}
