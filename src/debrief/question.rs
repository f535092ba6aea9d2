//! What is asked after an interview, in the order of the closing card.

use crate::model::Kind;
use crate::parse::schema::{Type, keys};

/// One thing to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// The label under Close, or the round's key.
    pub name: &'static str,
    /// How the candidate is asked.
    pub ask: &'static str,
}

const fn ask(name: &'static str, ask: &'static str) -> Question {
    Question { name, ask }
}

/// Asked of each interviewer: labels under Close.
pub const PERSON: &[Question] = &[
    ask("moment", "What stayed with you? Finish: I keep thinking about …"),
    ask("challenge", "What do they struggle with? Finish: they are dealing with …"),
    ask("concerns", "Which doubt about you did they name? (none, if they had none)"),
    ask("clear", "Did it come across what you can do?"),
    ask("standing", "How do you compare with the others?"),
    ask("to win", "What would it take to get the job?"),
    ask("support", "Will they speak for you: yes, no, unsure or deflected?"),
];

/// Asked once: keys of the round.
pub const ROUND: &[Question] = &[
    ask("hear_by", "When will they answer, either way? (a date, or their words)"),
    ask("hear_by_confirmed", "Did you say that date back to them? (y, n)"),
    ask("check_in", "How do they like to hear from you: email, phone, post or any?"),
    ask("next_step", "What comes next?"),
    ask("rounds_left", "How many interviews are left?"),
    ask("next_interviewers", "Who holds the next ones? (names, with commas)"),
    ask("decider", "Who decides in the end? (a full name)"),
    ask("other_steps", "What else is to come: references, a test …? (with commas, or none)"),
    ask("steps_when", "When do these steps come?"),
    ask("next_focus", "What is the next round about?"),
    ask("next_wants", "What do they want to hear beyond what was said?"),
    ask("play_up", "Which strengths should you stress there? (with commas)"),
    ask("shore_up", "Which weak spots should you mend first? (with commas)"),
    ask("sponsor", "Will they help you with the next step? (yes, no)"),
    ask("asked_for_job", "Did you say that you want the job? (y, n)"),
    ask("said_match", "Did you say that it seems to match? (y, n)"),
];

/// Asked once for a company: keys of its note, which the letters live on.
pub const COMPANY: &[Question] = &[
    ask("key_factors", "What does the job turn on? (with commas)"),
    ask("posting_terms", "Which words of the posting are worth echoing? (with commas)"),
];

/// Asked of each interviewer, of each person who comes next and is new: a label under Close, with a link.
pub const ABOUT: Question = ask("about", "What did they tell you about those you meet next?");

/// Their words for the day of their answer: a label under Close.
pub const SAID_WHEN: Question = ask("said when", "In which words did they say when they answer?");

/// The question of that label or key.
pub fn question(name: &str) -> Option<Question> {
    PERSON
        .iter()
        .chain(ROUND)
        .chain(COMPANY)
        .chain([&ABOUT, &SAID_WHEN])
        .find(|question| question.name == name)
        .copied()
}

impl Question {
    /// The flag that answers it, without its dashes.
    pub fn flag(&self) -> String {
        self.name.replace([' ', '_'], "-")
    }

    /// Whether it is asked of each interviewer.
    pub fn is_personal(&self) -> bool {
        PERSON.contains(self)
    }

    /// Whether it may have several answers.
    pub fn repeats(&self) -> bool {
        matches!(self.name, "moment" | "challenge" | "concerns")
    }

    /// What the key of the round or the company takes; words, where it is a label.
    pub(super) fn takes(&self) -> Type {
        keys(Kind::Round)
            .iter()
            .chain(keys(Kind::Company))
            .find(|key| key.name == self.name)
            .map_or(Type::Text, |key| key.ty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::schema::{CLOSE_LABELS, names};

    #[test]
    fn every_question_has_a_place_in_the_note() {
        for question in PERSON.iter().chain([&ABOUT, &SAID_WHEN]) {
            assert!(names(CLOSE_LABELS).any(|name| name == question.name), "{}", question.name);
        }
        for question in ROUND {
            let key = keys(Kind::Round).iter().find(|key| key.name == question.name);
            assert!(key.is_some_and(|key| key.open), "{}", question.name);
        }
        for question in COMPANY {
            assert!(keys(Kind::Company).iter().any(|key| key.name == question.name), "{}", question.name);
        }
    }
}
