//! The flags that answer questions, one for each.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};

use crate::debrief::{ABOUT, COMPANY, Question, question};

/// For each question its flag, what stands for an answer in the help, and the help.
const FLAGS: &[(&str, &str, &str)] = &[
    ("moment", "PERSON=WORDS", "What stayed with you: I keep thinking about …"),
    ("challenge", "PERSON=WORDS", "What they struggle with: they are dealing with …"),
    ("concerns", "PERSON=WORDS", "A doubt about you; `doubt → reply` where you answered it; none"),
    ("clear", "PERSON=WORDS", "Whether it came across what you can do"),
    ("standing", "PERSON=WORDS", "How you compare with the others"),
    ("to-win", "PERSON=WORDS", "What it would take to get the job"),
    ("support", "PERSON=WORDS", "Whether they will speak for you: yes, no, unsure or deflected"),
    (
        "about",
        "PERSON=NAME: WORDS",
        "What somebody told about another whom you meet next: \"Priya Rao=Tom Beck: likes short answers\"",
    ),
    ("hear-by", "DATE", "When they answer, either way"),
    ("said-when", "WORDS", "Their words for it, such as \"next week\""),
    ("hear-by-confirmed", "Y|N", "Whether you said that date back to them: y or n"),
    ("check-in", "CHANNEL", "How they like to hear from you: email, phone, post or any"),
    ("next-step", "WORDS", "What comes next"),
    ("rounds-left", "N", "How many interviews are left"),
    ("next-interviewers", "NAMES", "Who holds the next ones, with commas"),
    ("decider", "NAME", "Who decides in the end"),
    ("other-steps", "WORDS", "What else is to come, with commas; none"),
    ("steps-when", "WORDS", "When these steps come"),
    ("next-focus", "WORDS", "What the next round is about"),
    ("next-wants", "WORDS", "What they want to hear beyond what was said"),
    ("play-up", "WORDS", "Strengths to stress there, with commas"),
    ("shore-up", "WORDS", "Weak spots to mend first, with commas"),
    ("sponsor", "YES|NO", "Whether they will help you with the next step: yes or no"),
    ("asked-for-job", "Y|N", "Whether you said that you want the job: y or n"),
    ("said-match", "Y|N", "Whether you said that it seems to match: y or n"),
    ("key-factors", "WORDS", "What the job turns on, with commas; it goes into the note of the company"),
    ("posting-terms", "WORDS", "Words of the posting worth echoing, with commas; they go into the note of the company"),
];

/// An answer that is yes where the flag stands alone.
const YES_OR_NO: &str = "Y|N";

/// Each answer that was given, with its question, in the order of the help.
#[derive(Debug, Default)]
pub(super) struct Given(pub Vec<(Question, String)>);

fn flag(&(flag, value, help): &(&'static str, &'static str, &'static str)) -> Arg {
    let asked = asked_by(flag);
    let flag = Arg::new(flag).long(flag).value_name(value).help(help);
    if asked.is_personal() || asked == ABOUT {
        flag.action(ArgAction::Append).allow_hyphen_values(true)
    } else if value == YES_OR_NO {
        flag.num_args(0..=1).default_missing_value("y")
    } else {
        flag.allow_hyphen_values(!COMPANY.contains(&asked))
    }
}

/// Labels have blanks where keys have underscores.
#[expect(clippy::expect_used, reason = "every flag above has its question, as a test sees")]
pub(super) fn asked_by(flag: &str) -> Question {
    question(&flag.replace('-', "_")).or_else(|| question(&flag.replace('-', " "))).expect("a question of that flag")
}

impl Args for Given {
    fn augment_args(command: Command) -> Command {
        command.args(FLAGS.iter().map(flag))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Given {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut given = Self::default();
        given.update_from_arg_matches(matches)?;
        Ok(given)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        for (flag, ..) in FLAGS {
            let answers = matches.get_many::<String>(flag).into_iter().flatten();
            self.0.extend(answers.map(|words| (asked_by(flag), words.clone())));
        }
        Ok(())
    }
}
