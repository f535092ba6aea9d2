//! What a Scrawl seems to say: dates in words, names, numbers. Proposed, never adopted.

use chrono::NaiveDate;

use crate::model::{Calendar, phrase};

/// Something the Scrawl seems to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The words of the Scrawl.
    pub words: String,
    /// What they may mean.
    pub meaning: Meaning,
}

/// What words of the Scrawl may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// They answer by that day.
    HearBy(NaiveDate),
    /// The candidate promised something, for that day where one is said.
    Promise(Option<NaiveDate>),
    /// Somebody else who was there.
    Interviewer,
    /// Somebody who comes next.
    Next,
    /// So many interviews are left.
    RoundsLeft(u32),
    /// So many others are still in.
    Rivals(u32),
}

/// What is needed to read a Scrawl.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The day it was written on.
    pub held: NaiveDate,
    /// The working days.
    pub calendar: &'a Calendar,
    /// Whether a name is no news: of a note, or of somebody in the round.
    pub is_known: &'a dyn Fn(&str) -> bool,
}

impl Proposal {
    /// The question, for a yes.
    pub fn question(&self) -> String {
        let words = &self.words;
        match &self.meaning {
            Meaning::HearBy(day) => format!("'{words}': {}?", spoken(*day)),
            Meaning::Promise(Some(day)) => format!("'{words}': a promise for {}?", spoken(*day)),
            Meaning::Promise(None) => format!("'{words}': a promise?"),
            Meaning::Interviewer => format!("{words}: a new interviewer?"),
            Meaning::Next => format!("{words}: whom you meet next?"),
            Meaning::RoundsLeft(1) => format!("'{words}': 1 interview left?"),
            Meaning::RoundsLeft(count) => format!("'{words}': {count} interviews left?"),
            Meaning::Rivals(count) => format!("'{words}': {count} others still in?"),
        }
    }
}

/// Reads a Scrawl, line by line: each thing is proposed once, in the order in which it stands.
pub fn proposals(scrawl: &str, known: &Known<'_>) -> Vec<Proposal> {
    let mut found: Vec<Proposal> = Vec::new();
    let clauses = scrawl.lines().flat_map(|line| line.split([',', ';', '.', '!', '?', '–', '—', '(', ')']));
    for clause in clauses.map(str::trim).filter(|clause| !clause.is_empty()) {
        for proposal in of_clause(clause, known) {
            let is_again = |other: &Proposal| match (&other.meaning, &proposal.meaning) {
                (Meaning::HearBy(_), Meaning::HearBy(_))
                | (Meaning::RoundsLeft(_), Meaning::RoundsLeft(_))
                | (Meaning::Rivals(_), Meaning::Rivals(_)) => true,
                _ => other.words == proposal.words,
            };
            if !found.iter().any(is_again) {
                found.push(proposal);
            }
        }
    }
    found
}

fn of_clause(clause: &str, known: &Known<'_>) -> Vec<Proposal> {
    let words: Vec<&str> = clause.split_whitespace().collect();
    let lower: Vec<String> = words.iter().map(|word| plain(word).to_lowercase()).collect();
    let mut found = Vec::new();
    let day = phrase::propose(clause, known.held, known.calendar).filter(|day| *day > known.held);
    if is_promise(&lower) {
        found.push(Proposal { words: clause.to_owned(), meaning: Meaning::Promise(day) });
    } else if let Some(day) = day
        && let Some(words) = shortest(&words, day, known)
    {
        found.push(Proposal { words, meaning: Meaning::HearBy(day) });
    }
    found.extend(counts(&words, &lower));
    let comes_next = lower.iter().any(|word| matches!(word.as_str(), "next" | "then" | "later"));
    found.extend(names(&words, known).into_iter().map(|words| {
        let meaning = if comes_next { Meaning::Next } else { Meaning::Interviewer };
        Proposal { words, meaning }
    }));
    found
}

/// The fewest words that name the same day.
fn shortest(words: &[&str], day: NaiveDate, known: &Known<'_>) -> Option<String> {
    let windows = (1..=words.len()).flat_map(|length| words.windows(length));
    let mut said = windows.map(|window| window.join(" "));
    said.find(|said| phrase::propose(said, known.held, known.calendar) == Some(day))
}

/// Whether it begins as promises do: `send …`, `I'll bring …`, `promised …`.
fn is_promise(lower: &[String]) -> bool {
    let start: Vec<&str> = lower.iter().map(String::as_str).collect();
    let rest = match start[..] {
        ["i", "will", ref rest @ ..] | ["i'll" | "i’ll" | "will" | "i" | "to" | "must", ref rest @ ..] => rest,
        ref all => all,
    };
    let verbs = ["send", "bring", "mail", "email", "e-mail", "forward", "share", "promised"];
    rest.first().is_some_and(|word| verbs.contains(word))
}

/// `2 more rounds`, `three other candidates`.
fn counts(words: &[&str], lower: &[String]) -> Vec<Proposal> {
    let near = |at: usize, wanted: &[&str]| {
        let end = lower.len().min(at + 4);
        (at + 1..end).find(|next| wanted.contains(&lower[*next].as_str()))
    };
    let counted = lower.iter().enumerate().filter_map(|(at, word)| Some((at, count(word)?)));
    let each = counted.flat_map(|(at, count)| {
        let said = |end: usize| words[at..=end].join(" ");
        let rounds = near(at, &["round", "rounds", "interview", "interviews", "talk", "talks"]);
        let left = |_: &usize| lower.iter().any(|word| matches!(word.as_str(), "more" | "left" | "further"));
        let rounds = rounds.filter(left);
        let others = near(at, &["others", "candidates", "rivals"]);
        let rounds = rounds.map(|end| Proposal { words: said(end), meaning: Meaning::RoundsLeft(count) });
        let others = others.map(|end| Proposal { words: said(end), meaning: Meaning::Rivals(count) });
        [rounds, others].into_iter().flatten()
    });
    each.collect()
}

fn count(word: &str) -> Option<u32> {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let spelt = WORDS.iter().position(|other| *other == word).and_then(|count| u32::try_from(count).ok());
    spelt.or_else(|| word.parse().ok().filter(|count| *count < 100))
}

/// Runs of two or three capitalised words that name nobody known.
fn names(words: &[&str], known: &Known<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    for word in words.iter().map(|word| plain(word)).chain([""]) {
        if is_name(word) {
            run.push(word);
            continue;
        }
        let name = run.join(" ");
        if matches!(run.len(), 2 | 3) && !(known.is_known)(&name) {
            found.push(name);
        }
        run.clear();
    }
    found
}

/// A capitalised word that is neither a small one at the start of a line, nor a day or a month.
fn is_name(word: &str) -> bool {
    const SMALL: [&str; 24] = [
        "the", "then", "with", "next", "met", "and", "ask", "asked", "call", "send", "also", "but", "they", "she",
        "he", "we", "it", "my", "mr", "ms", "mrs", "dr", "from", "about",
    ];
    let mut chars = word.chars();
    let is_capital = chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase);
    let lower = word.to_lowercase();
    is_capital
        && !SMALL.contains(&lower.as_str())
        && phrase::weekday(&lower).is_none()
        && !word.contains(|c: char| !(c.is_alphabetic() || matches!(c, '-' | '\'' | '’')))
}

fn plain(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn spoken(day: NaiveDate) -> String {
    day.format("%A %-d %B").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(scrawl: &str) -> Vec<String> {
        let held = "2025-03-04".parse().unwrap();
        let is_known = |name: &str| matches!(name, "Priya Rao" | "Northgate Dairy");
        let known = Known { held, calendar: &Calendar::default(), is_known: &is_known };
        proposals(scrawl, &known).iter().map(Proposal::question).collect()
    }

    #[test]
    fn a_scrawl_proposes_days_names_and_numbers() {
        for (scrawl, expected) in [
            ("hear back next week", &["'next week': Friday 14 March?"][..]),
            ("they call early next week, or next week", &["'early next week': Tuesday 11 March?"]),
            ("send refs by Thursday", &["'send refs by Thursday': a promise for Thursday 6 March?"]),
            ("I'll send the plan", &["'I'll send the plan': a promise?"]),
            ("Met Tom Beck and Priya Rao", &["Tom Beck: a new interviewer?"]),
            ("next: Tom Beck, ops", &["Tom Beck: whom you meet next?"]),
            (
                "two more rounds; 3 other candidates",
                &["'two more rounds': 2 interviews left?", "'3 other candidates': 3 others still in?"],
            ),
            ("Friday they meet at Northgate Dairy", &["'Friday': Friday 7 March?"]),
            ("nice office, two dogs", &[]),
            ("", &[]),
        ] {
            assert_eq!(said(scrawl), expected, "{scrawl}");
        }
    }
}
