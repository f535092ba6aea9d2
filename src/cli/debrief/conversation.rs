//! Asking, line by line, on a terminal.

use super::super::environment::Environment;
use super::super::failure::Failure;
use super::super::output::Output;
use super::super::session::Session;
use crate::debrief::{
    ABOUT, Answers, Debrief, Known, Meaning, Proposal, Question, Reply, SAID_WHEN, promise, proposals, question,
};
use crate::model::{Note, RoundState, folded, phrase};
use crate::parse;
use crate::text::escaped;

/// Asks what is missing and was not answered by a flag, into `answers`. Ends where the input ends.
pub(super) fn hold(
    debrief: &Debrief<'_>,
    session: &Session,
    environment: &Environment<'_>,
    answers: &mut Answers,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let mut talk = Conversation { debrief, session, input: environment.input, has_ended: false, answers, output };
    talk.output.note(&escaped(&format!("{}\n", session.vault.path(debrief.round.note))))?;
    talk.output.note("Enter skips, - they would not say, ! not asked; Ctrl-D ends and keeps what was said\n")?;
    if talk.was_held()? {
        talk.read_the_scrawl()?;
        talk.ask_who_was_there()?;
        for name in talk.people() {
            talk.ask_about(&name)?;
        }
        talk.ask_the_rest()?;
        talk.ask_about_those_to_come()?;
        talk.ask_about_the_company()?;
        talk.ask_for_promises()?;
    }
    Ok(())
}

struct Conversation<'a, 'o> {
    debrief: &'a Debrief<'a>,
    session: &'a Session,
    input: &'a dyn Fn() -> Option<String>,
    has_ended: bool,
    answers: &'a mut Answers,
    output: &'a mut Output<'o>,
}

impl Conversation<'_, '_> {
    /// What somebody types after `prompt`; nothing once the input has ended.
    fn line(&mut self, prompt: &str) -> Result<String, Failure> {
        if self.has_ended {
            return Ok(String::new());
        }
        self.output.note(&format!("{} ", escaped(prompt)))?;
        let line = (self.input)();
        self.has_ended = line.is_none();
        if self.has_ended {
            self.output.note("\n")?;
        }
        Ok(line.unwrap_or_default().trim().to_owned())
    }

    fn says_yes(&mut self, prompt: &str) -> Result<bool, Failure> {
        Ok(matches!(self.line(&format!("{prompt} [y]"))?.to_lowercase().as_str(), "y" | "yes"))
    }

    /// The answer to a question, asked again until it can be read; `None` where it is skipped.
    fn reply(&mut self, asked: &Question, prompt: &str) -> Result<Option<Reply>, Failure> {
        loop {
            let line = self.line(prompt)?;
            if line.is_empty() {
                return Ok(None);
            }
            match Reply::read(asked, &line) {
                Ok(reply) => return Ok(Some(reply)),
                Err(help) => self.output.note(&format!("  {}\n", escaped(&help)))?,
            }
        }
    }

    /// Whether there is anything to talk about.
    fn was_held(&mut self) -> Result<bool, Failure> {
        if self.answers.state == Some(RoundState::Cancelled) {
            return Ok(false);
        }
        if !self.debrief.asks_state() || self.answers.state.is_some() {
            return Ok(true);
        }
        match self.line("Was it held? (y, n)")?.to_lowercase().as_str() {
            "y" | "yes" => self.answers.state = Some(RoundState::Held),
            "n" | "no" => {
                if self.says_yes("Was it cancelled?")? {
                    self.answers.state = Some(RoundState::Cancelled);
                }
                return Ok(false);
            }
            _ => {}
        }
        Ok(true)
    }

    fn read_the_scrawl(&mut self) -> Result<(), Failure> {
        let round = self.debrief.round;
        let scrawl = self.debrief.scrawl();
        let Some(held) = round.interview_date.get().filter(|_| !scrawl.is_empty()) else { return Ok(()) };
        let vault = &self.session.vault;
        let is_known = |name: &str| {
            let folded_name = folded(name);
            let has_note = vault.notes.iter().map(Note::name).any(|other| folded(other) == folded_name);
            let own = vault.candidate().and_then(|candidate| candidate.full_name.text());
            let next = round.next_interviewers.list().iter().chain(round.interviewers.list());
            has_note
                || own.is_some_and(|own| folded(own) == folded_name)
                || next.into_iter().any(|person| folded(&person.name) == folded_name)
        };
        let known = Known { held, calendar: &vault.calendar, is_known: &is_known };
        self.output.note("Your Scrawl:\n")?;
        for line in &scrawl {
            self.output.note(&format!("  {}\n", escaped(line)))?;
        }
        for proposal in proposals(&scrawl.join("\n"), &known) {
            if self.is_asked_for(&proposal) && self.says_yes(&proposal.question())? {
                self.adopt(&proposal);
            }
        }
        Ok(())
    }

    /// Whether the note and the flags leave open what the words may mean.
    fn is_asked_for(&self, proposal: &Proposal) -> bool {
        let is_open = |name: &str| self.debrief.of_round(self.answers).iter().any(|asked| asked.name == name);
        match proposal.meaning {
            Meaning::HearBy(_) => is_open("hear_by"),
            Meaning::RoundsLeft(_) => is_open("rounds_left"),
            Meaning::Rivals(_) => self.debrief.round.rivals.is_absent() && self.answers.rivals.is_none(),
            Meaning::Promise(_) => self.debrief.round.promises.is_empty(),
            Meaning::Interviewer | Meaning::Next => true,
        }
    }

    fn adopt(&mut self, proposal: &Proposal) {
        let words = &proposal.words;
        match proposal.meaning {
            Meaning::HearBy(day) => {
                self.answer("hear_by", Reply::Value(day.to_string()));
                if self.debrief.round.hear_by_said.is_absent() {
                    self.answers.general.push((SAID_WHEN, Reply::Value(words.clone())));
                }
            }
            Meaning::Promise(day) => {
                let people = self.people();
                let names: Vec<&str> = people.iter().map(String::as_str).collect();
                let task = promise(words, &names);
                self.answers.promises.push(day.map_or_else(|| task.clone(), |day| format!("{task} 📅 {day}")));
            }
            Meaning::Interviewer => self.answers.meet(words),
            Meaning::Next => self.answer("next_interviewers", Reply::Values(vec![words.clone()])),
            Meaning::RoundsLeft(count) => self.answer("rounds_left", Reply::Value(count.to_string())),
            Meaning::Rivals(count) => self.answers.rivals = Some(count),
        }
    }

    fn answer(&mut self, name: &str, reply: Reply) {
        if let Some(asked) = question(name) {
            self.answers.general.push((asked, reply));
        }
    }

    /// Those of the note, and those who were named since.
    fn people(&self) -> Vec<String> {
        let known = self.debrief.people().into_iter().map(str::to_owned);
        known.chain(self.answers.interviewers.iter().cloned()).collect()
    }

    fn ask_who_was_there(&mut self) -> Result<(), Failure> {
        if self.debrief.asks_people() && self.answers.interviewers.is_empty() {
            let names = self.line("Whom did you meet? (full names, with commas)")?;
            names.split(',').for_each(|name| self.answers.meet(name));
        }
        Ok(())
    }

    fn ask_about(&mut self, name: &str) -> Result<(), Failure> {
        let given: Vec<Question> =
            self.answers.personal.iter().filter(|(other, ..)| other == name).map(|(_, asked, _)| *asked).collect();
        for asked in self.debrief.of_person(name) {
            if given.contains(&asked) {
                continue;
            }
            let mut prompt = format!("{name}: {}", asked.ask);
            while let Some(reply) = self.reply(&asked, &prompt)? {
                let may_repeat = asked.repeats() && matches!(reply, Reply::Value(_));
                self.answers.personal.push((name.to_owned(), asked, reply));
                if !may_repeat || asked.name != "concerns" {
                    break;
                }
                prompt = format!("{name}: Another doubt?");
            }
        }
        Ok(())
    }

    fn ask_the_rest(&mut self) -> Result<(), Failure> {
        let mut asked: Vec<Question> = Vec::new();
        // What is answered decides what else there is to ask.
        while let Some(next) = self.debrief.of_round(self.answers).into_iter().find(|next| !asked.contains(next)) {
            asked.push(next);
            match self.reply(&next, next.ask)? {
                None => {}
                Some(Reply::Value(words)) if next.name == "hear_by" && parse::date(&words).is_err() => {
                    self.take_words_for_the_date(&words)?;
                }
                Some(reply) => self.answers.general.push((next, reply)),
            }
        }
        Ok(())
    }

    fn ask_about_those_to_come(&mut self) -> Result<(), Failure> {
        for (teller, whom) in self.debrief.of_others(self.answers) {
            // What one would not tell of somebody, they would not tell of anybody.
            if !self.debrief.of_others(self.answers).contains(&(teller.clone(), whom.clone())) {
                continue;
            }
            if let Some(reply) = self.reply(&ABOUT, &format!("{teller}: What did they tell you about {whom}?"))? {
                self.answers.about.push((teller, whom, reply));
            }
        }
        Ok(())
    }

    fn ask_about_the_company(&mut self) -> Result<(), Failure> {
        for asked in self.debrief.of_company(self.answers) {
            // Nobody was asked these, so that there is nothing to decline or to miss.
            if let Some(reply @ Reply::Values(_)) = self.reply(&asked, asked.ask)? {
                self.answers.company.push((asked, reply));
            }
        }
        Ok(())
    }

    /// Words where a date was asked for: kept as they are, with the date they propose where that is right.
    fn take_words_for_the_date(&mut self, said: &str) -> Result<(), Failure> {
        self.answers.general.push((SAID_WHEN, Reply::Value(said.to_owned())));
        let held = self.debrief.round.interview_date.get();
        let day = held.and_then(|held| phrase::propose(said, held, &self.session.vault.calendar));
        if let Some(day) = day {
            let proposal = Proposal { words: said.to_owned(), meaning: Meaning::HearBy(day) };
            if self.says_yes(&proposal.question())? {
                self.answer("hear_by", Reply::Value(day.to_string()));
            }
        }
        Ok(())
    }

    fn ask_for_promises(&mut self) -> Result<(), Failure> {
        if !self.debrief.round.promises.is_empty() || !self.answers.promises.is_empty() {
            return Ok(());
        }
        let people = self.people();
        let names: Vec<&str> = people.iter().map(String::as_str).collect();
        let mut prompt = "What did you promise? (end it with: by 2025-03-06)";
        loop {
            let words = self.line(prompt)?;
            if matches!(words.as_str(), "" | "-" | "!" | "none") {
                return Ok(());
            }
            self.answers.promises.push(promise(&words, &names));
            prompt = "What else?";
        }
    }
}
