//! Answers → the round's note, in the shape that the templates teach.

use super::{Question, Reply, SAID_WHEN};
use crate::edit::{Refused, Rewrite, Whose, values};
use crate::model::{PersonClose, Round, RoundState, folded};
use crate::parse::body;
use crate::parse::schema::Type;

/// What was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Whether it was held, or cancelled.
    pub state: Option<RoundState>,
    /// People who were there and are not named in the note.
    pub interviewers: Vec<String>,
    /// Of one person: the name, what was asked, the answer.
    pub personal: Vec<(String, Question, Reply)>,
    /// Of the round: what was asked, the answer.
    pub general: Vec<(Question, Reply)>,
    /// Of the company: what was asked, the answer.
    pub company: Vec<(Question, Reply)>,
    /// What one told about another whom they will meet next: who, about whom, what.
    pub about: Vec<(String, String, Reply)>,
    /// How many others are still in.
    pub rivals: Option<u32>,
    /// What was promised, as tasks without their box.
    pub promises: Vec<String>,
}

impl Answers {
    /// Nothing was answered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes a person in, if nobody of that name is in yet.
    pub fn meet(&mut self, name: &str) {
        let plain = name.trim().trim_start_matches("[[").trim_end_matches("]]").trim();
        if !plain.is_empty() && !self.interviewers.iter().any(|other| folded(other) == folded(plain)) {
            self.interviewers.push(plain.to_owned());
        }
    }

    /// Writes what was asked of the company into its note. What cannot be written comes back, with why.
    pub fn write_company(&self, note: &mut Rewrite) -> Vec<Refused> {
        self.company.iter().filter_map(|(question, reply)| write_key(note, question, reply).err()).collect()
    }

    /// Writes all but the company's into the note of `round`. What the note says otherwise already stays, and what cannot be
    /// written is left: those come back, with why, and the answer in the words.
    pub fn write(&self, round: &Round, note: &mut Rewrite) -> Vec<Refused> {
        let mut refused = Vec::new();
        refused.extend(self.write_state(round, note).err());
        refused.extend(self.write_people(round, note).err());
        let several = round.interviewers.list().len() + self.interviewers.len() > 1;
        for (name, question, reply) in &self.personal {
            let whose = if several { Whose::OneOf(name) } else { Whose::Only(name) };
            let close = round.close.people.iter().find(|close| close.person.name == *name);
            let settled = close.is_some_and(|close| is_settled(close, question.name));
            let written = unless(settled, note, |note| note.answer(whose, question.name, &reply.word()));
            refused.extend(written.err().map(|why| Refused(format!("{name}, {}: {why}", question.name))));
        }
        for (teller, whom, reply) in &self.about {
            let whose = if several { Whose::OneOf(teller) } else { Whose::Only(teller) };
            let label =
                if matches!(reply, Reply::Value(_)) { format!("about {}", linked(whom)) } else { "about".into() };
            refused.extend(note.answer(whose, &label, &reply.word()).err());
        }
        for (question, reply) in &self.general {
            let written = if *question == SAID_WHEN {
                // Their words may stand in the key already.
                let settled = round.hear_by_said.value().is_some();
                unless(settled, note, |note| note.answer(Whose::Round, question.name, &reply.word()))
            } else {
                write_key(note, question, reply)
            };
            refused.extend(written.err());
        }
        if let Some(rivals) = self.rivals {
            refused.extend(note.set_key("rivals", &rivals.to_string()).err());
        }
        for promise in &self.promises {
            refused.extend(note.add_task("Promises", promise).err());
        }
        refused
    }

    fn write_state(&self, round: &Round, note: &mut Rewrite) -> Result<(), Refused> {
        match self.state {
            Some(state) if round.state.get() != Some(state) => note.set_key(
                "state",
                match state {
                    RoundState::Planned => "planned",
                    RoundState::Held => "held",
                    RoundState::Cancelled => "cancelled",
                },
            ),
            _ => Ok(()),
        }
    }

    fn write_people(&self, round: &Round, note: &mut Rewrite) -> Result<(), Refused> {
        // What stands right under Close counted for the only one; with a second it would be nobody's.
        if let ([only], false) = (round.interviewers.list(), self.interviewers.is_empty())
            && round.close.people.iter().any(|close| Some(close.heading) == round.close.span)
        {
            note.put_heading_first("Close", &format!("[[{}]]", only.name))?;
        }
        self.interviewers.iter().try_for_each(|name| add(note, "interviewers", &linked(name)))
    }
}

fn write_key(note: &mut Rewrite, question: &Question, reply: &Reply) -> Result<(), Refused> {
    let key = question.name;
    let kind = question.takes();
    let is_list = matches!(kind, Type::Texts | Type::Declinable | Type::People | Type::Links(_));
    match reply {
        Reply::Values(entries) => entries.iter().try_for_each(|entry| {
            let entry = if kind == Type::People { linked(entry) } else { entry.clone() };
            add(note, key, &entry)
        }),
        Reply::Value(words) => {
            let now = values(note.text(), key).into_iter().next();
            let words = if matches!(kind, Type::Link(_)) { linked(words) } else { words.clone() };
            unless(now.is_some_and(|now| !is_open(&now)), note, |note| note.set_key(key, &words))
        }
        _ if !values(note.text(), key).iter().all(|now| is_open(now)) => Ok(()),
        // A date, a number or a box stays what it is in a properties panel.
        Reply::Declined if !matches!(kind, Type::Text | Type::Choice(_)) => note.add_to_list("declined", key),
        Reply::Missed if kind == Type::Checkbox => note.set_key(key, "false"),
        Reply::Nothing if matches!(kind, Type::Number(..)) => note.set_key(key, "0"),
        // An empty list that is written out takes it as its one entry.
        _ if is_list => note.set_key(key, &reply.word()).or_else(|_| add(note, key, &reply.word())),
        _ => note.set_key(key, &reply.word()),
    }
}

/// Adds to a list, in place of a word that said that there is no answer.
fn add(note: &mut Rewrite, key: &str, entry: &str) -> Result<(), Refused> {
    match &values(note.text(), key)[..] {
        [only] if is_open(only) || only == "none" => note.swap_in_list(key, &only.clone(), entry),
        _ => note.add_to_list(key, entry),
    }
}

/// Makes the edit, unless it would change what is `settled` already.
fn unless(
    settled: bool,
    note: &mut Rewrite,
    edit: impl FnOnce(&mut Rewrite) -> Result<(), Refused>,
) -> Result<(), Refused> {
    let before = note.clone();
    edit(note)?;
    if settled && *note != before {
        let line = note.written().last().cloned().unwrap_or_default();
        *note = before;
        return Err(Refused(format!("`{line}` is not written: the note says otherwise already; change it there")));
    }
    Ok(())
}

/// No answer yet, or one that a later one may replace.
fn is_open(value: &str) -> bool {
    matches!(value.trim().to_lowercase().as_str(), "" | "missed" | "declined" | "false")
}

/// Whether the note has an answer that is not to be changed; labels that may repeat never are.
fn is_settled(close: &PersonClose, label: &str) -> bool {
    match label {
        "standing" => close.standing.value().is_some(),
        "clear" => close.clear.value().is_some(),
        "to win" => close.to_win.value().is_some(),
        "support" => close.support.value().is_some(),
        _ => false,
    }
}

/// A name as a link.
fn linked(name: &str) -> String {
    let name = name.trim();
    if body::link_in(name, 0).is_none() { format!("[[{name}]]") } else { name.to_owned() }
}
