//! Interviews: what was planned, asked, said and promised.

use chrono::NaiveDate;
use serde::ser::Serializer;

use super::shown::{Object, Show};
use crate::model::{
    Close, Direction, Doubt, LogEntry, Named, PersonClose, Prepare, Promise, PromiseState, Purpose, Round, Vault,
};
use crate::text::Spanned;

impl Show for Round {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let head = Object::new(vault, serializer)?
            .with("path", &**vault.path(self.note))?
            .with("company", &self.company)?
            .with("number", &self.number)?
            .with("round", &self.number_written)?
            .with("state", &self.state)?
            .with("booked_on", &self.booked_on)?
            .with("interview_date", &self.interview_date)?
            .with("interview_time", &self.interview_time)?
            .with("format", &self.format_written)?
            .with("place", &self.place)?
            .with("interviewers", &self.interviewers)?
            .with("result", &self.result)?
            .with("focus", &self.focus)?
            .with("hear_by", &self.hear_by)?
            .with("hear_by_said", &self.hear_by_said)?
            .with("hear_by_confirmed", &self.hear_by_confirmed)?
            .with("hear_by_rough", &self.hear_by_rough)?
            .with("next_step", &self.next_step)?
            .with("steps_when", &self.steps_when)?
            .with("other_steps", &self.other_steps)?
            .with("rounds_left", &self.rounds_left)?
            .with("next_interviewers", &self.next_interviewers)?
            .with("next_focus", &self.next_focus)?
            .with("next_wants", &self.next_wants)?
            .with("play_up", &self.play_up)?
            .with("shore_up", &self.shore_up)?
            .with("sponsor", &self.sponsor)?
            .with("check_in", &self.check_in)?
            .with("check_in_on", &self.check_in_on)?
            .with("check_in_with", &self.check_in_with)?
            .with("quiet_until", &self.quiet_until)?
            .with("asked_for_job", &self.asked_for_job)?
            .with("said_match", &self.said_match)?
            .with("match_agreed", &self.match_agreed)?
            .with("letter_factor", &self.letter_factor)?
            .with("letter_proof", &self.letter_proof)?
            .with("letter_quote", &self.letter_quote)?
            .with("decider", &self.decider)?
            .with("rivals", &self.rivals)?;
        head.with("prepare", &self.prepare)?
            .with("questions_declined", &self.questions_declined)?
            .with("questions", &self.questions)?
            .with("close", &self.close)?
            .with("said", &self.said)?
            .with("promises", &self.promises)?
            .with("scrawl", &self.scrawl)?
            .with("log", &self.log)?
            .with("log_unread", &self.log_unread)?
            .with("exemptions", &self.exemptions)?
            .end()
    }
}

impl Show for Prepare {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let Prepare { label, text, people, span: _ } = self;
        Object::new(vault, serializer)?.with("label", *label)?.with("text", text)?.with("people", people)?.end()
    }
}

impl Show for Close {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        Object::new(vault, serializer)?.with("filled", &self.filled)?.with("people", &self.people)?.end()
    }
}

impl Show for PersonClose {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        Object::new(vault, serializer)?
            .with("person", &self.person)?
            .with("standing", &self.standing)?
            .with("concerns", &self.concerns)?
            .with("clear", &self.clear)?
            .with("to_win", &self.to_win)?
            .with("support", &self.support)?
            .with("moment", &self.moments)?
            .with("challenges", &self.challenges)?
            .with("profile", &self.profile)?
            .with("advice", &self.advice)?
            .with("about", &self.about)?
            .with("about_outcome", &self.about_outcome)?
            .end()
    }
}

impl Show for Doubt {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let Doubt { text, reply, span: _ } = self;
        Object::new(vault, serializer)?.with("text", text)?.with("reply", reply)?.end()
    }
}

/// What one interviewer told about another is always private.
impl Show for (Named, Spanned<String>) {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let (whom, told) = self;
        Object::new(vault, serializer)?.with("person", whom)?.with("text", told)?.with("private", &true)?.end()
    }
}

impl Show for () {
    fn show<S: Serializer>(&self, _: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(true)
    }
}

impl Show for Promise {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let Promise { text, person, state, due, mark: _, span: _ } = self;
        let (state, kept_on): (&str, Option<NaiveDate>) = match state {
            PromiseState::Open => ("open", None),
            PromiseState::Kept(day) => ("kept", *day),
            PromiseState::Covered(day) => ("kept", Some(*day)),
            PromiseState::Released => ("released", None),
        };
        Object::new(vault, serializer)?
            .with("text", text)?
            .with("person", person)?
            .with("state", state)?
            .with("kept_on", &kept_on)?
            .with("due", due)?
            .end()
    }
}

/// The log is private: no letter quotes it.
impl Show for LogEntry {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let LogEntry { date, channel, purposes, direction, people, text, span: _ } = self;
        let direction = match direction {
            Direction::Out => "out",
            Direction::In => "in",
        };
        Object::new(vault, serializer)?
            .with("date", date)?
            .with("channel", channel)?
            .with("purposes", purposes)?
            .with("direction", direction)?
            .with("people", people)?
            .with("text", text)?
            .with("private", &true)?
            .end()
    }
}

impl Show for Purpose {
    fn show<S: Serializer>(&self, _: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
