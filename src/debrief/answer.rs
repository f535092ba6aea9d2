//! What somebody typed, read as the answer to a question.

use chrono::NaiveDate;

use super::Question;
use crate::parse;
use crate::parse::schema::Type;
use crate::text::either;

/// An answer: one of the four honest outcomes but silence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// This is it, as it is to be written.
    Value(String),
    /// These are, one entry each.
    Values(Vec<String>),
    /// Asked, and there was nothing.
    Nothing,
    /// Asked, and they would not say (`-`).
    Declined,
    /// Not asked, and the moment is gone (`!`).
    Missed,
}

impl Reply {
    /// Reads the answer to `question`; words where a date is asked for stay words.
    ///
    /// # Errors
    /// What to write instead.
    pub fn read(question: &Question, words: &str) -> Result<Self, String> {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match words.to_lowercase().as_str() {
            "" => return Err("write some words".to_owned()),
            "-" | "declined" => return Ok(Self::Declined),
            "!" | "missed" => return Ok(Self::Missed),
            "none" => return Ok(Self::Nothing),
            _ => {}
        }
        match question.takes() {
            Type::Checkbox => checkbox(&words),
            Type::Choice(allowed) => chosen(&words, allowed).map(Self::Value),
            Type::Number(least, most) => {
                let number = words.split([' ', ',', ';', '(']).next().and_then(|word| word.parse().ok());
                let fits = number.is_some_and(|number: u32| (least..=most).contains(&number));
                if fits { Ok(Self::Value(words)) } else { Err(format!("write a whole number from {least} to {most}")) }
            }
            Type::DateOrWords => Ok(Self::Value(parse::date(&words).map_or(words, |day| day.to_string()))),
            Type::Texts | Type::Declinable | Type::People | Type::Links(_) => {
                let entries = words.split([',', ';']).map(str::trim).filter(|entry| !entry.is_empty());
                Ok(Self::Values(entries.map(str::to_owned).collect()))
            }
            _ if question.name == "support" => chosen(&words, &["yes", "no", "unsure", "deflected"]).map(Self::Value),
            _ => Ok(Self::Value(words)),
        }
    }

    /// The day, where the value is one.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Value(words) => parse::date(words).ok(),
            _ => None,
        }
    }

    /// The word under a label.
    pub(super) fn word(&self) -> String {
        match self {
            Self::Value(words) => words.clone(),
            Self::Values(entries) => entries.join(", "),
            Self::Nothing => "none".to_owned(),
            Self::Declined => "declined".to_owned(),
            Self::Missed => "missed".to_owned(),
        }
    }
}

fn checkbox(words: &str) -> Result<Reply, String> {
    match words.to_lowercase().as_str() {
        "y" | "yes" | "true" => Ok(Reply::Value("true".to_owned())),
        "n" | "no" | "false" => Ok(Reply::Missed),
        _ => Err("write y or n".to_owned()),
    }
}

/// Words that begin with one of `allowed`; `y` and `n` for short.
fn chosen(words: &str, allowed: &[&str]) -> Result<String, String> {
    let lower = words.to_lowercase();
    let first = lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let long = match lower.as_str() {
        "y" => "yes",
        "n" => "no",
        _ => first,
    };
    match allowed.iter().find(|word| **word == long) {
        Some(word) if words.len() == 1 => Ok((*word).to_owned()),
        // The words behind it stay; the first is written as the reader knows it.
        Some(word) => Ok(format!("{word}{}", words.get(word.len()..).unwrap_or_default())),
        None => Err(format!("begin with {}", either(allowed))),
    }
}

/// A promise as a task: `Send it by 2025-03-06` becomes `Send it 📅 2025-03-06`, and a plain name among `people` a
/// link. A day in other words stays as it is.
pub fn promise(words: &str, people: &[&str]) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_start_matches("- [ ] ");
    let (text, day) = match line.rsplit_once(" by ") {
        Some((text, day)) if day.len() == 10 && parse::date(day).is_ok() => (text, Some(day)),
        _ => (line, None),
    };
    let linked = people.iter().fold(text.to_owned(), |text, name| {
        if text.contains("[[") { text } else { text.replacen(name, &format!("[[{name}]]"), 1) }
    });
    day.map_or_else(|| linked.clone(), |day| format!("{linked} 📅 {day}"))
}

#[cfg(test)]
mod tests {
    use super::super::question;
    use super::*;

    fn read(name: &str, words: &str) -> Result<String, String> {
        Reply::read(&question(name).unwrap(), words).map(|reply| format!("{reply:?}"))
    }

    #[test]
    fn declined_and_missed_are_one_key_away() {
        for name in ["moment", "hear_by", "rounds_left", "check_in", "next_interviewers"] {
            assert_eq!(read(name, "-").as_deref(), Ok("Declined"), "{name}");
            assert_eq!(read(name, " ! ").as_deref(), Ok("Missed"), "{name}");
        }
    }

    #[test]
    fn an_answer_is_read_as_its_question_wants_it() {
        for (name, words, expected) in [
            ("support", "Yes, gladly", Some("Value(\"yes, gladly\")")),
            ("support", "y", Some("Value(\"yes\")")),
            ("support", "maybe", None),
            ("check_in", "phone", Some("Value(\"phone\")")),
            ("check_in", "by pigeon", None),
            ("rounds_left", "2, she thinks", Some("Value(\"2, she thinks\")")),
            ("rounds_left", "two", None),
            ("hear_by", "2025-03-14", Some("Value(\"2025-03-14\")")),
            ("hear_by", "next  week", Some("Value(\"next week\")")),
            ("asked_for_job", "y", Some("Value(\"true\")")),
            ("asked_for_job", "n", Some("Missed")),
            ("asked_for_job", "perhaps", None),
            ("other_steps", "a test, references", Some("Values([\"a test\", \"references\"])")),
            ("other_steps", "none", Some("Nothing")),
            ("concerns", "None", Some("Nothing")),
            ("moment", "", None),
        ] {
            assert_eq!(read(name, words).ok().as_deref(), expected, "{name}: {words}");
        }
    }

    #[test]
    fn a_promise_becomes_a_task() {
        for (words, task) in [
            ("Send references by 2025-03-06", "Send references 📅 2025-03-06"),
            ("Send it to Priya Rao by 2025-03-06", "Send it to [[Priya Rao]] 📅 2025-03-06"),
            ("Send it to [[Priya Rao]]", "Send it to [[Priya Rao]]"),
            ("Stand by friday", "Stand by friday"),
        ] {
            assert_eq!(promise(words, &["Priya Rao"]), task);
        }
    }
}
