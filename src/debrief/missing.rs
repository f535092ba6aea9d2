//! What a round's note does not say yet.

use chrono::NaiveDate;

use super::question::{COMPANY, PERSON, Question, ROUND};
use super::{Answers, Reply};
use crate::edit::{Whose, is_answered};
use crate::model::{Answer, Company, Field, PersonClose, Round, RoundResult, RoundState, Status, Vault, folded};

/// A round, and what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Debrief<'v> {
    /// The vault.
    pub vault: &'v Vault,
    /// The round.
    pub round: &'v Round,
    text: &'v str,
    today: NaiveDate,
}

/// The rounds of the latest day up to `today` that leave something open, as indices into the vault's rounds: none of
/// a company that is no longer open. `text` gives a note's text by path.
pub fn latest<'v>(vault: &'v Vault, today: NaiveDate, text: &dyn Fn(&str) -> &'v str) -> Vec<usize> {
    let come = (0..vault.rounds.len()).filter_map(|at| {
        let round = &vault.rounds[at];
        let date = round.interview_date.get().filter(|date| *date <= today)?;
        let company = round.company_id.map(|id| vault.company(id));
        let is_over = company.and_then(|company| company.status.get()).is_some_and(Status::is_over);
        let debrief = Debrief::new(vault, round, text(vault.path(round.note)), today);
        (!is_over && round.state.get() != Some(RoundState::Cancelled) && debrief.is_open()).then_some((date, at))
    });
    let come: Vec<(NaiveDate, usize)> = come.collect();
    let last = come.iter().map(|(date, _)| *date).max();
    come.into_iter().filter(|(date, _)| Some(*date) == last).map(|(_, at)| at).collect()
}

impl<'v> Debrief<'v> {
    /// The round whose note has this `text`, as of `today`.
    pub fn new(vault: &'v Vault, round: &'v Round, text: &'v str, today: NaiveDate) -> Self {
        Self { vault, round, text, today }
    }

    /// Whether anything is left to be asked; a challenge alone, which not everybody names, is not enough.
    pub fn is_open(&self) -> bool {
        let of_person = |name: &str| self.of_person(name).iter().any(|question| question.name != "challenge");
        self.asks_state()
            || self.asks_people()
            || self.people().into_iter().any(of_person)
            || !self.of_round(&Answers::default()).is_empty()
    }

    /// Whether the note does not say that it was held.
    pub fn asks_state(&self) -> bool {
        self.round.state.get() != Some(RoundState::Held)
    }

    /// Whether nobody knows who was there.
    pub fn asks_people(&self) -> bool {
        self.round.interviewers.is_absent()
    }

    /// The interviewers' names.
    pub fn people(&self) -> Vec<&'v str> {
        self.round.interviewers.list().iter().map(|person| person.name.as_str()).collect()
    }

    /// The Scrawl as it was written, line by line, without bullets, headings and comments.
    pub fn scrawl(&self) -> Vec<&'v str> {
        let span = self.round.scrawl.as_ref().map(|scrawl| scrawl.span);
        let text = span.and_then(|span| self.text.get(span.range())).unwrap_or_default();
        let lines = text.lines().map(|line| line.trim().trim_start_matches(['-', '*', '+', '>']).trim_start());
        lines.filter(|line| !line.is_empty() && !line.starts_with(['#', '%'])).collect()
    }

    /// What was not asked of that person yet, or is not written down.
    pub fn of_person(&self, name: &str) -> Vec<Question> {
        let people = &self.round.close.people;
        let Some(close) = people.iter().find(|person| person.person.name == name) else { return PERSON.to_vec() };
        let whose = if people.len() > 1 { Whose::OneOf(name) } else { Whose::Only(name) };
        let is_open = |question: &&Question| match question.name {
            // What was missed or declined of a challenge leaves no trace in the model.
            "challenge" => !self.has_challenge_of(close) && !is_answered(self.text, whose, "challenge"),
            label => is_absent(close, label),
        };
        PERSON.iter().filter(is_open).copied().collect()
    }

    /// Whether the person named a challenge, in this round or in the company's note.
    fn has_challenge_of(&self, close: &PersonClose) -> bool {
        let known = self.company().into_iter().flat_map(|company| &company.challenges).chain(&close.challenges);
        known.into_iter().any(|challenge| challenge.people.iter().any(|person| person.is(&close.person)))
    }

    /// What is neither known of the round as a whole nor among `answers`.
    pub fn of_round(&self, answers: &Answers) -> Vec<Question> {
        let round = self.round;
        let reply = |name: &str| answers.general.iter().find(|(asked, _)| asked.name == name).map(|(_, reply)| reply);
        let awaited = self.is_awaited();
        let has_date = round.hear_by.get().is_some() || reply("hear_by").and_then(Reply::day).is_some();
        let goes_on = self.goes_on() && !reply("rounds_left").is_some_and(is_none_left);
        // One of the two is enough.
        let stress = reply("play_up").is_none() && round.play_up.is_absent() && round.shore_up.is_absent();
        let is_open = |question: &&Question| match question.name {
            "hear_by" => awaited && round.hear_by.is_absent(),
            "hear_by_confirmed" => awaited && has_date && round.hear_by_confirmed.is_absent(),
            "check_in" => awaited && round.check_in.is_absent(),
            "next_step" => awaited && round.next_step.is_absent(),
            "rounds_left" => awaited && round.rounds_left.is_absent(),
            "other_steps" => awaited && round.other_steps.is_absent(),
            "steps_when" => awaited && round.steps_when.is_absent(),
            "next_interviewers" => goes_on && round.next_interviewers.is_absent(),
            "decider" => !self.knows_decider(),
            "next_focus" => goes_on && round.next_focus.is_absent(),
            "next_wants" => goes_on && round.next_wants.is_absent(),
            "play_up" | "shore_up" => goes_on && stress,
            "sponsor" => goes_on && round.sponsor.is_absent(),
            "asked_for_job" => round.asked_for_job.is_absent(),
            "said_match" => round.said_match.is_absent(),
            _ => false,
        };
        ROUND.iter().filter(|question| reply(question.name).is_none()).filter(is_open).copied().collect()
    }

    /// What the letters need, and neither the company's note nor `answers` say.
    pub fn of_company(&self, answers: &Answers) -> Vec<Question> {
        let Some(company) = self.company() else { return Vec::new() };
        let is_open = |question: &&Question| match question.name {
            "key_factors" => company.key_factors.is_absent(),
            "posting_terms" => company.posting_terms.is_absent(),
            _ => false,
        };
        let is_given = |question: &&Question| answers.company.iter().any(|(asked, _)| asked == *question);
        COMPANY.iter().filter(is_open).filter(|question| !is_given(question)).copied().collect()
    }

    /// Who might have told something of whom: each interviewer of each person who comes next, was not met yet, and of
    /// whom neither the note nor `answers` have a word.
    pub fn of_others(&self, answers: &Answers) -> Vec<(String, String)> {
        if !self.goes_on() {
            return Vec::new();
        }
        let here = self.people().into_iter().map(str::to_owned).chain(answers.interviewers.iter().cloned());
        let here: Vec<String> = here.collect();
        let is_new = |name: &String| !here.iter().any(|other| folded(other) == folded(name)) && !self.was_met(name);
        let coming: Vec<String> = self.next_names(answers).into_iter().filter(is_new).collect();
        let pairs = here.iter().flat_map(|teller| coming.iter().map(move |whom| (teller.clone(), whom.clone())));
        pairs.filter(|(teller, whom)| !self.has_told(answers, teller, whom)).collect()
    }

    /// Who comes next, by the note and by `answers`.
    fn next_names(&self, answers: &Answers) -> Vec<String> {
        let noted = self.round.next_interviewers.list().iter().map(|person| person.name.clone());
        let given = answers.general.iter().filter(|(asked, _)| asked.name == "next_interviewers");
        let given = given.filter_map(|(_, reply)| match reply {
            Reply::Values(names) => Some(names),
            _ => None,
        });
        noted.chain(given.flatten().map(|name| name.trim_matches(['[', ']']).to_owned())).collect()
    }

    /// Whether that person took part in an interview of the company before.
    fn was_met(&self, name: &str) -> bool {
        let rounds = self.company().into_iter().flat_map(|company| &company.rounds);
        let mut held =
            rounds.map(|at| &self.vault.rounds[*at]).filter(|round| round.state(self.today) == RoundState::Held);
        held.any(|round| round.interviewers.list().iter().any(|person| folded(&person.name) == folded(name)))
    }

    fn has_told(&self, answers: &Answers, teller: &str, whom: &str) -> bool {
        let close = self.round.close.people.iter().find(|close| close.person.name == teller);
        let is_noted = close.is_some_and(|close| {
            close.about_outcome != Answer::Absent
                || close.about.iter().any(|(told, _)| folded(&told.name) == folded(whom))
        });
        let is_given = |(by, of, reply): &(String, String, Reply)| {
            by == teller && (folded(of) == folded(whom) || !matches!(reply, Reply::Value(_)))
        };
        is_noted || answers.about.iter().any(is_given)
    }

    /// Whether the company's note, or any of its rounds, says who decides, or that it was asked.
    fn knows_decider(&self) -> bool {
        let Some(company) = self.company() else { return !self.round.decider.is_absent() };
        let rounds = company.rounds.iter().map(|at| &self.vault.rounds[*at].decider);
        self.round.decider.answer == Answer::Missed || rounds.chain([&company.decider]).any(Field::is_answered)
    }

    fn company(&self) -> Option<&'v Company> {
        self.round.company_id.map(|id| self.vault.company(id))
    }

    /// Whether their answer to this round is still to come.
    fn is_awaited(&self) -> bool {
        matches!(self.round.result.get(), None | Some(RoundResult::Pending)) && !self.is_followed()
    }

    /// Whether another round may come, of which nothing is written yet.
    fn goes_on(&self) -> bool {
        let is_last =
            self.round.rounds_left.get() == Some(0) || matches!(self.round.rounds_left.answer, Answer::Nothing);
        let is_decided = matches!(self.round.result.get(), Some(RoundResult::Rejected | RoundResult::Offer));
        !is_last && !is_decided && !self.is_followed()
    }

    fn is_followed(&self) -> bool {
        let Some(company) = self.company() else { return false };
        let rounds = company.rounds.iter().map(|at| &self.vault.rounds[*at]);
        let mut others = rounds.filter(|round| round.state(self.today) != RoundState::Cancelled);
        others.any(|round| round.number > self.round.number)
    }
}

/// Whether somebody said that no interview is left.
fn is_none_left(reply: &Reply) -> bool {
    match reply {
        Reply::Nothing => true,
        Reply::Value(words) => words.split(|c: char| !c.is_ascii_digit()).next() == Some("0"),
        _ => false,
    }
}

fn is_absent(close: &PersonClose, label: &str) -> bool {
    match label {
        "moment" => close.moments.is_absent(),
        "concerns" => close.concerns.is_absent(),
        "clear" => close.clear.is_absent(),
        "standing" => close.standing.is_absent(),
        "to win" => close.to_win.is_absent(),
        "support" => close.support.is_absent(),
        _ => false,
    }
}
