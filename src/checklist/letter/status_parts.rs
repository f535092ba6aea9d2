//! `letter/status-parts`

use super::example::{STATUS, STATUS_PATH};
use super::interest::wishes_to_go_on;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::date::spoken;
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::{Document, phrase};
use crate::prose::{Sentence, Terms, has_any, mentions, names_weekday};
use crate::text::listed;

/// A request for news lacks one of its five parts.
pub(super) static RULE: Rule = Rule {
    id: "letter/status-parts",
    title: "a request for news lacks a part",
    why: "You are busy, we met on that day, this was the date, where does it stand, I am still keen: with all five it \
          reads as a colleague's question, and it can be answered in one line.",
    sources: &["s3-status-content", "s3-status-who-how"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to unsent requests for news, in writing or for the phone, whose duty stands",
    mend: "add the parts that are missing, a few words each",
    broken: Example {
        today: "2025-03-06",
        edits: &[STATUS, Edit::Swap(STATUS_PATH, "You are surely busy, so this is short. ", "")],
    },
    mended: Example { today: "2025-03-06", edits: &[STATUS] },
    beside: &[],
    find: Lint::of(&[Document::StatusRequest, Document::StatusCall], find),
};

const BUSY: [&str; 17] = [
    "busy",
    "busier",
    "hectic",
    "on your desk",
    "on your plate",
    "on your hands",
    "full desk",
    "full diary",
    "your schedule",
    "much to do",
    "a lot to do",
    "so much on",
    "many demands",
    "demands on your time",
    "pressed for time",
    "little time",
    "much else",
];
const MET: [&str; 14] = [
    "interview*",
    "met",
    "meeting",
    "spoke",
    "speak",
    "talk*",
    "conversation",
    "call",
    "discussed",
    "visit*",
    "introduced",
    "saw each other",
    "sat down",
    "came to see you",
];
const DATED: [&str; 16] = [
    "day we",
    "date we",
    "day you",
    "date you",
    "day for your answer",
    "date for your answer",
    "had in mind",
    "you hoped to",
    "you expected to",
    "you thought you",
    "for your answer",
    "about your answer",
    "day for a decision",
    "date for a decision",
    "day was settled",
    "date was settled",
];
const STANDS: [&str; 21] = [
    "things stand",
    "matters stand",
    "it stands",
    "this stands",
    "stands",
    "status",
    "any news",
    "news",
    "update*",
    "how things are",
    "how it is going",
    "how things look",
    "progress",
    "have decided",
    "decision yet",
    "come to a decision",
    "reached a decision",
    "made a decision",
    "still open",
    "where we are",
    "where you are",
];

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    if text.awaits_words() {
        return Vec::new();
    }
    let any = |phrases: &[&str]| text.sentences().iter().any(|one| has_any(&one.text, phrases));
    let parts = [
        (any(&BUSY), "that they are busy"),
        (names_the_interview(text), "when you met"),
        (names_the_date(text), "the date you spoke of"),
        (any(&STANDS), "the question where things stand"),
        (wishes_to_go_on(text), "that you are still keen"),
    ];
    let missing: Vec<&str> = parts.into_iter().filter(|(is_there, _)| !is_there).map(|(_, part)| part).collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let message = format!("what is missing here: {}", listed(&missing));
    vec![text.lack(&RULE, Severity::Warning, message).help(help(text))]
}

/// All five, with the days that the notes know.
fn help(text: &Text<'_, '_>) -> String {
    let day = |date: Option<chrono::NaiveDate>, other: &str| date.map_or_else(|| other.to_owned(), spoken);
    let met = day(text.round().and_then(|round| round.interview_date.get()), "the day");
    let date = day(text.round().and_then(|round| round.hear_by.get()), "the date that was named");
    format!(
        "say that you know they are busy, that you met on {met}, that {date} was the date, ask where things stand, and that you are still keen"
    )
}

/// Whether the interview is named with its day, or with its day of the week; so it is where no day is known.
fn names_the_interview(text: &Text<'_, '_>) -> bool {
    let Some(day) = text.round().and_then(|round| round.interview_date.get()) else { return true };
    let near = |one: &Sentence| mentions(&one.text, day) || names_weekday(&one.text, day);
    text.sentences().iter().any(|one| near(one) && has_any(&one.text, &MET))
}

/// Whether the date of the answer is named: the day itself, their words for it, or that there is one, or none.
fn names_the_date(text: &Text<'_, '_>) -> bool {
    let Some(round) = text.round() else { return true };
    let proposed = || {
        let (said, held) = (round.hear_by_said.text()?, round.interview_date.get()?);
        phrase::propose(said, held, text.application.calendar())
    };
    let day = round.hear_by.get().or_else(proposed);
    let said = round.hear_by_said.text().map(Terms::of);
    if day.is_none() && said.is_none() {
        return true;
    }
    let is_named = |one: &Sentence| {
        day.is_some_and(|day| {
            mentions(&one.text, day) || names_weekday(&one.text, day) && Some(day) != round.interview_date.get()
        })
    };
    // Their own words may well stand in quotation marks.
    let quoted = |one: &Sentence| said.as_ref().is_some_and(|said| said.all_in(&one.terms));
    text.sentences().iter().any(|one| is_named(one) || has_any(&one.text, &DATED))
        || text.prose().with_quotations().any(|one| quoted(&one))
}
