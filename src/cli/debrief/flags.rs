//! Every answer as a flag.

use clap::Args;

use super::super::failure::Failure;
use super::given::Given;
use crate::debrief::{ABOUT, Answers, COMPANY, Debrief, Question, Reply, SAID_WHEN, promise};
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
    #[command(flatten)]
    given: Given,
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
        for (asked, words) in &self.given.0 {
            if *asked == ABOUT {
                let (teller, words) = whose(asked, words, &people)?;
                answers.about.push(told_of(teller, words)?);
            } else if asked.is_personal() {
                let (person, words) = whose(asked, words, &people)?;
                answers.personal.push((person, *asked, reply(asked, words)?));
            } else if COMPANY.contains(asked) {
                let answer = reply(asked, words)?;
                if !matches!(answer, Reply::Values(_)) {
                    return Err(Failure::Usage(format!("`--{} {words}`: write the words themselves", asked.flag())));
                }
                answers.company.push((*asked, answer));
            } else {
                let answer = reply(asked, words)?;
                // Words where a date belongs are what they said, no date.
                let is_words = asked.name == "hear_by" && matches!(answer, Reply::Value(_)) && answer.day().is_none();
                answers.general.push((if is_words { SAID_WHEN } else { *asked }, answer));
            }
        }
        let names: Vec<&str> = people.iter().map(String::as_str).collect();
        answers.promises = self.promise.iter().map(|words| promise(words, &names)).collect();
        Ok(answers)
    }
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
    use super::super::given::asked_by;
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
        let asked = asked_by("moment");
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
