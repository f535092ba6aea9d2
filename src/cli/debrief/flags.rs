//! Every answer as a flag.

use clap::Args;

use super::super::failure::Failure;
use crate::debrief::{ABOUT, Answers, COMPANY, Debrief, Question, Reply, SAID_WHEN, promise, question};
use crate::model::{RoundState, folded};

/// The answers; `-` (or declined): they would not say; `!` (or missed): not asked.
#[derive(Debug, Args)]
pub(in crate::cli) struct Flags {
    /// It took place
    #[arg(long, conflicts_with = "cancelled")]
    held: bool,
    /// It did not take place
    #[arg(long)]
    cancelled: bool,
    /// Somebody who was there
    #[arg(long, value_name = "PERSON")]
    with: Vec<String>,
    /// What stayed with you: I keep thinking about …
    #[arg(long, value_name = "PERSON=WORDS", allow_hyphen_values = true)]
    moment: Vec<String>,
    /// What they struggle with: they are dealing with …
    #[arg(long, value_name = "PERSON=WORDS", allow_hyphen_values = true)]
    challenge: Vec<String>,
    /// A doubt about you; `doubt → reply` where you answered it; none
    #[arg(long, value_name = "PERSON=WORDS", allow_hyphen_values = true)]
    concerns: Vec<String>,
    /// Whether it came across what you can do
    #[arg(long, value_name = "PERSON=WORDS", allow_hyphen_values = true)]
    clear: Vec<String>,
    /// How you compare with the others
    #[arg(long, value_name = "PERSON=WORDS", allow_hyphen_values = true)]
    standing: Vec<String>,
    /// What it would take to get the job
    #[arg(long, value_name = "PERSON=WORDS", allow_hyphen_values = true)]
    to_win: Vec<String>,
    /// Whether they will speak for you: yes, no, unsure or deflected
    #[arg(long, value_name = "PERSON=WORDS", allow_hyphen_values = true)]
    support: Vec<String>,
    /// What somebody told about another whom you meet next: "Priya Rao=Tom Beck: likes short answers"
    #[arg(long, value_name = "PERSON=NAME: WORDS", allow_hyphen_values = true)]
    about: Vec<String>,
    /// When they answer, either way
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    hear_by: Option<String>,
    /// Their words for it, such as "next week"
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    said_when: Option<String>,
    /// Whether you said that date back to them: y or n
    #[arg(long, value_name = "Y|N", num_args = 0..=1, default_missing_value = "y")]
    hear_by_confirmed: Option<String>,
    /// How they like to hear from you: email, phone, post or any
    #[arg(long, value_name = "CHANNEL", allow_hyphen_values = true)]
    check_in: Option<String>,
    /// What comes next
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    next_step: Option<String>,
    /// How many interviews are left
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    rounds_left: Option<String>,
    /// Who holds the next ones, with commas
    #[arg(long, value_name = "NAMES", allow_hyphen_values = true)]
    next_interviewers: Option<String>,
    /// Who decides in the end
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    decider: Option<String>,
    /// What else is to come, with commas; none
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    other_steps: Option<String>,
    /// When these steps come
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    steps_when: Option<String>,
    /// What the next round is about
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    next_focus: Option<String>,
    /// What they want to hear beyond what was said
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    next_wants: Option<String>,
    /// Strengths to stress there, with commas
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    play_up: Option<String>,
    /// Weak spots to mend first, with commas
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    shore_up: Option<String>,
    /// Whether they will help you with the next step: yes or no
    #[arg(long, value_name = "YES|NO", allow_hyphen_values = true)]
    sponsor: Option<String>,
    /// Whether you said that you want the job: y or n
    #[arg(long, value_name = "Y|N", num_args = 0..=1, default_missing_value = "y")]
    asked_for_job: Option<String>,
    /// Whether you said that it seems to match: y or n
    #[arg(long, value_name = "Y|N", num_args = 0..=1, default_missing_value = "y")]
    said_match: Option<String>,
    /// What the job turns on, with commas; it goes into the note of the company
    #[arg(long, value_name = "WORDS")]
    key_factors: Option<String>,
    /// Words of the posting worth echoing, with commas; they go into the note of the company
    #[arg(long, value_name = "WORDS")]
    posting_terms: Option<String>,
    /// How many others are still in
    #[arg(long, value_name = "N")]
    rivals: Option<u32>,
    /// What you promised: "Send references to Priya Rao by 2025-03-06"
    #[arg(long, value_name = "WORDS")]
    promise: Vec<String>,
}

impl Flags {
    /// The answers they give.
    ///
    /// # Errors
    /// One does not fit its question, or names nobody who was there.
    pub(super) fn read(&self, debrief: &Debrief<'_>) -> Result<Answers, Failure> {
        let state = match (self.held, self.cancelled) {
            (true, _) => Some(RoundState::Held),
            (_, true) => Some(RoundState::Cancelled),
            _ => None,
        };
        let mut answers = Answers { state, rivals: self.rivals, ..Answers::default() };
        let there = debrief.people();
        for name in &self.with {
            if !there.iter().any(|other| folded(other) == folded(name)) {
                answers.meet(name);
            }
        }
        let people: Vec<String> =
            there.iter().map(|name| (*name).to_owned()).chain(answers.interviewers.clone()).collect();
        for (name, given) in self.personal() {
            let asked = known(name);
            for words in given {
                let (person, words) = whose(&asked, words, &people)?;
                answers.personal.push((person, asked, reply(&asked, words)?));
            }
        }
        for words in &self.about {
            let (teller, words) = whose(&ABOUT, words, &people)?;
            answers.about.push(told_of(teller, words)?);
        }
        for (name, given) in self.general() {
            if let Some(words) = given {
                let asked = known(name);
                let answer = reply(&asked, words)?;
                if COMPANY.contains(&asked) {
                    if !matches!(answer, Reply::Values(_)) {
                        return Err(Failure::Usage(format!(
                            "`--{} {words}`: write the words themselves",
                            asked.flag()
                        )));
                    }
                    answers.company.push((asked, answer));
                    continue;
                }
                // Words where a date belongs are what they said, no date.
                let is_words = name == "hear_by" && matches!(answer, Reply::Value(_)) && answer.day().is_none();
                answers.general.push((if is_words { SAID_WHEN } else { asked }, answer));
            }
        }
        let names: Vec<&str> = people.iter().map(String::as_str).collect();
        answers.promises = self.promise.iter().map(|words| promise(words, &names)).collect();
        Ok(answers)
    }

    fn personal(&self) -> [(&'static str, &[String]); 7] {
        [
            ("moment", &self.moment),
            ("challenge", &self.challenge),
            ("concerns", &self.concerns),
            ("clear", &self.clear),
            ("standing", &self.standing),
            ("to win", &self.to_win),
            ("support", &self.support),
        ]
    }

    fn general(&self) -> [(&'static str, Option<&String>); 19] {
        [
            ("said when", self.said_when.as_ref()),
            ("hear_by", self.hear_by.as_ref()),
            ("hear_by_confirmed", self.hear_by_confirmed.as_ref()),
            ("check_in", self.check_in.as_ref()),
            ("next_step", self.next_step.as_ref()),
            ("rounds_left", self.rounds_left.as_ref()),
            ("next_interviewers", self.next_interviewers.as_ref()),
            ("decider", self.decider.as_ref()),
            ("other_steps", self.other_steps.as_ref()),
            ("steps_when", self.steps_when.as_ref()),
            ("next_focus", self.next_focus.as_ref()),
            ("next_wants", self.next_wants.as_ref()),
            ("play_up", self.play_up.as_ref()),
            ("shore_up", self.shore_up.as_ref()),
            ("sponsor", self.sponsor.as_ref()),
            ("asked_for_job", self.asked_for_job.as_ref()),
            ("said_match", self.said_match.as_ref()),
            ("key_factors", self.key_factors.as_ref()),
            ("posting_terms", self.posting_terms.as_ref()),
        ]
    }
}

#[expect(clippy::expect_used, reason = "every name above is in the table of questions, as a test sees")]
fn known(name: &str) -> Question {
    question(name).expect("a question of that name")
}

fn reply(asked: &Question, words: &str) -> Result<Reply, Failure> {
    Reply::read(asked, words).map_err(|help| Failure::Usage(format!("`--{} {words}`: {help}", asked.flag())))
}

/// `NAME: WORDS`, told by `teller`; or that they would not say, or were not asked.
fn told_of(teller: String, words: &str) -> Result<(String, String, Reply), Failure> {
    match (words.split_once(':'), reply(&ABOUT, words)?) {
        (Some((whom, words)), _) if !whom.trim().is_empty() => {
            let whom = whom.trim().trim_matches(['[', ']']).to_owned();
            Ok((teller, whom, reply(&ABOUT, words)?))
        }
        (_, outcome @ (Reply::Declined | Reply::Missed | Reply::Nothing)) => Ok((teller, String::new(), outcome)),
        _ => Err(Failure::Usage(format!(
            "`--about \"{teller}={words}\"`: say about whom, such as `--about \"{teller}=NAME: {words}\"`"
        ))),
    }
}

/// `PERSON=WORDS`, or the words alone where there is only one person.
fn whose<'w>(asked: &Question, given: &'w str, people: &[String]) -> Result<(String, &'w str), Failure> {
    let flag = asked.flag();
    let named = given.split_once('=').map(|(name, words)| (name.trim().trim_matches(['[', ']']), words));
    if let Some((name, words)) = named {
        let wanted = folded(name);
        let is_called = |other: &&String| folded(other) == wanted;
        let begins = |other: &&String| folded(other).split(' ').any(|part| part == wanted);
        let mut begun = people.iter().filter(begins);
        let found = people.iter().find(is_called).or_else(|| begun.next().filter(|_| begun.next().is_none()));
        if let Some(person) = found {
            return Ok((person.clone(), words));
        }
    }
    match (people, named) {
        ([only], None) => Ok((only.clone(), given)),
        ([], _) => Err(Failure::Usage(format!(
            "nobody is known to have been there, so `--{flag}` is nobody's; name them: `--with NAME`"
        ))),
        (_, Some((name, _))) => Err(Failure::Usage(format!(
            "`--{flag}`: `{name}` was not there, as far as the note says; there were {} (or add somebody with `--with NAME`)",
            people.join(", ")
        ))),
        _ => Err(Failure::Usage(format!(
            "`--{flag}`: say whose it is, such as `--{flag} \"{}=…\"`; there were {}",
            people[0],
            people.join(", ")
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::debrief::{PERSON, ROUND};
    use clap::Command;

    #[test]
    fn every_question_has_its_flag() {
        let command = Flags::augment_args(Command::new("debrief"));
        for question in PERSON.iter().chain(ROUND).chain(COMPANY).chain([&ABOUT, &SAID_WHEN]) {
            let flag = question.flag();
            assert!(command.get_arguments().any(|arg| arg.get_long() == Some(flag.as_str())), "--{flag}");
        }
    }

    #[test]
    fn an_answer_names_its_person_or_there_is_only_one() {
        let people = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let asked = known("moment");
        for (given, names, expected) in [
            ("Priya Rao=the vans", &["Priya Rao", "Tom Beck"][..], Some(("Priya Rao", "the vans"))),
            ("[[tom beck]]=a=b", &["Priya Rao", "Tom Beck"], Some(("Tom Beck", "a=b"))),
            ("tom=x", &["Priya Rao", "Tom Beck"], Some(("Tom Beck", "x"))),
            ("tom=x", &["Tom Rao", "Tom Beck"], None),
            ("the vans", &["Priya Rao"], Some(("Priya Rao", "the vans"))),
            ("the vans", &["Priya Rao", "Tom Beck"], None),
            ("Priya Rao=x", &[], None),
        ] {
            let found = whose(&asked, given, &people(names)).ok();
            assert_eq!(found.as_ref().map(|(name, words)| (name.as_str(), *words)), expected, "{given}");
        }
    }
}
