//! `letter/plan-parts`

use std::ops::Range;

use super::example::{PLAN, PLAN_PATH, SECOND_ROUND};
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::Document;
use crate::prose::{has_any, has_number, words};
use crate::text::listed;

/// A block of the plan is missing, or has no aim that can be measured.
pub(super) static RULE: Rule = Rule {
    id: "letter/plan-parts",
    title: "a 30-60-90 plan lacks a block or a measurable aim",
    why: "A plan is believed by what one could count at the end of each month; without a number it is a wish.",
    sources: &["s1-306090", "s1-demonstrate"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to unsent plans for the first 90 days that a duty asks for, or the preparation of a round to come links",
    mend: "give each of the three blocks a heading with its days, and below it an aim with a number",
    broken: Example {
        today: "2025-03-06",
        edits: &[SECOND_ROUND, PLAN, Edit::Swap(PLAN_PATH, "- Try 1 change for 4 weeks\n", "- Try things out\n")],
    },
    mended: Example { today: "2025-03-06", edits: &[SECOND_ROUND, PLAN] },
    beside: &[],
    find: Lint::of(&[Document::Plan306090], find),
};

/// The blocks: the last day, and what else a heading may call it.
const BLOCKS: [(&str, [&str; 4]); 3] = [
    ("30", ["month 1", "month one", "first month", "thirty"]),
    ("60", ["month 2", "month two", "second month", "sixty"]),
    ("90", ["month 3", "month three", "third month", "ninety"]),
];

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    if text.awaits_words() {
        return Vec::new();
    }
    let marks = marks(text);
    let blocks = BLOCKS.map(|block| marks.iter().rposition(|mark| names(&mark.label, block)));
    let missing: Vec<&str> =
        BLOCKS.iter().zip(&blocks).filter(|(_, mark)| mark.is_none()).map(|((day, _), _)| *day).collect();
    let mut found = Vec::new();
    if !missing.is_empty() {
        let message = format!("there is no block up to day {}", listed(&missing));
        let help =
            "give each of the three blocks a heading, such as “Days 31 to 60”, and below it an aim with a number";
        found.push(text.lack(&RULE, Severity::Warning, message).help(help));
    }
    for at in blocks.into_iter().flatten() {
        let end = marks.get(at + 1).map_or(text.letter.body.len(), |next| next.range.start);
        if !has_aim(text, marks[at].range.end..end) {
            let message = format!("nothing can be counted below “{}”", marks[at].label);
            let help = "give it an aim with a number: how many, by how much, from what to what";
            found.push(text.fault_at(&RULE, Severity::Warning, marks[at].range.clone(), message).help(help));
        }
    }
    found
}

/// What may begin a block: a heading, or a few words and a colon.
struct Mark {
    range: Range<usize>,
    label: String,
}

/// A label before a colon has at most so many words.
const LABEL: usize = 6;

/// The headings and labels in order, without a title over all of them.
fn marks(text: &Text<'_, '_>) -> Vec<Mark> {
    let headings = text.prose().headings().iter().map(|one| Mark { range: one.range.clone(), label: one.text.clone() });
    let labels = text.sentences().iter().filter_map(|sentence| {
        let (label, _) = sentence.text.split_once(':')?;
        let start = sentence.range.start;
        let is_short = words(label).len() <= LABEL && BLOCKS.iter().any(|block| names(label, *block));
        is_short.then(|| Mark { range: start..start + label.len() + 1, label: label.to_owned() })
    });
    let mut marks: Vec<Mark> = headings.chain(labels).collect();
    marks.sort_by_key(|mark| mark.range.start);
    let is_highest = |mark: &Mark| text.letter.body[mark.range.clone()].starts_with("# ");
    if marks.first().is_some_and(is_highest) && !marks[1..].iter().any(is_highest) {
        marks.remove(0);
    }
    marks
}

/// Whether a heading or label is that of a block: its day is the latest it names. One that names
/// the first block's day and the last's is about all of them.
fn names(label: &str, (day, others): (&str, [&str; 4])) -> bool {
    let words = words(label);
    let days: Vec<&str> = words.iter().map(|word| word.text).collect();
    let latest = BLOCKS.iter().rev().map(|(day, _)| *day).find(|day| days.contains(day));
    let is_title = days.contains(&"30") && days.contains(&"90");
    !is_title && (latest == Some(day) || has_any(label, &others))
}

/// Whether a number stands in that part of the text.
fn has_aim(text: &Text<'_, '_>, part: Range<usize>) -> bool {
    let inside = text.sentences().iter().filter(|one| one.range.end > part.start && one.range.start < part.end);
    inside.into_iter().any(|one| {
        let from = part.start.saturating_sub(one.range.start);
        one.text.get(from..).is_some_and(has_number)
    })
}
