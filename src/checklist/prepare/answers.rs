//! `prepare/answers`

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::example::{DAY, PLANNED, RESEARCHED};
use super::{Application, Asked, Find, Finding, Preparation, Rule};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Question, Round};
use crate::text::Span;
use crate::text::words::{content, half_of, normalised};

/// What was asked before is not written down, or was answered in two ways.
pub(super) static RULE: Rule = Rule {
    id: "prepare/answers",
    title: "earlier questions are not written down, or the answers differ",
    why: "They may ask again to see whether the answer is the same; read what you said, and say it again.",
    sources: &["s2-consistency", "s2-past-answers", "s2-three-styles", "s1-persuasive-answers"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "while the preparation of a planned round of an open company is open: every earlier held round, and every \
              question asked again",
    mend: "under Questions of that round, write `- Q: …` and below it `A: …`, or `declined: [questions]` in its front \
           matter; where an answer had to change, add a line `changed because: …`",
    broken: Example { today: DAY, edits: &[PLANNED, RESEARCHED, Edit::Swap(ROUND, ASKED, "")] },
    mended: Example { today: DAY, edits: &[PLANNED, RESEARCHED] },
    beside: &[],
    find: Find::Open(find),
};

const ASKED: &str = "## Questions\n- Q: Why glass?\n  A: Because one sees at once whether it was done well\n\n";

fn find(application: &Application<'_>) -> Vec<Finding> {
    let open = application.coming().filter(|round| round.opens() <= application.today);
    open.flat_map(|round| look(&round).open()).collect()
}

pub(super) fn look(round: &Preparation<'_, '_>) -> Asked {
    let earlier = round.earlier();
    if earlier.is_empty() {
        return Asked::Nothing;
    }
    let silent = earlier.iter().filter(|held| held.questions.is_empty() && !held.questions_declined);
    let mut found: Vec<Finding> = silent
        .map(|held| {
            let message = format!(
                "no questions are written down from {}, and they may be asked again",
                round.application.called(held)
            );
            let help = "write what they asked under Questions, `- Q: …` and below it `A: …`; `declined: [questions]` in \
                        the front matter if there was nothing to write";
            round.lacks(&RULE, Severity::Warning, held.note, Span::START, message).help(help)
        })
        .collect();
    found.extend(changes(round).into_iter().map(|change| tell(round, &change)));
    found.into_iter().collect()
}

/// A question that was answered in two ways.
struct Change<'v> {
    later: &'v Round,
    question: &'v Question,
    before: u32,
}

/// The answers that differ from the last one to the same question, and do not say why.
fn changes<'v>(round: &Preparation<'_, 'v>) -> Vec<Change<'v>> {
    let mut last: BTreeMap<Vec<Cow<'_, str>>, (&Question, u32)> = BTreeMap::new();
    let mut found = Vec::new();
    // What is noted in the round itself was prepared, until it is held.
    let own = Some(round.round).filter(|_| round.is_ahead());
    for later in round.earlier().iter().map(|held| held.round).chain(own) {
        for question in later.questions.iter().filter(|question| !question.answer.is_empty()) {
            let words: Vec<_> = normalised(&question.question).collect();
            if let Some((earlier, before)) = last.insert(words, (question, later.number))
                && question.changed.is_none()
                && !is_same(&earlier.answer, &question.answer)
            {
                found.push(Change { later, question, before });
            }
        }
    }
    found
}

fn tell(round: &Preparation<'_, '_>, change: &Change<'_>) -> Finding {
    let Change { later, question, before } = change;
    let message = format!(
        "\"{}\" was answered differently in round {} than in round {before} at {}",
        question.question, later.number, round.application.company.name
    );
    let help = "mend the answer; if it had to change, add a line `changed because: …` below it";
    round.lacks(&RULE, Severity::Warning, later.note, question.span, message).help(help)
}

/// Whether two answers say the same: the same numbers, and half of the content words of the shorter.
fn is_same(one: &str, other: &str) -> bool {
    let silent = content(one).next().is_none() && content(other).next().is_none();
    numbers(one) == numbers(other) && (silent || half_of(one, other) || half_of(other, one))
}

/// The numbers of a text, without the commas that group their digits.
fn numbers(text: &str) -> BTreeSet<String> {
    let runs = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
    runs.map(|run| run.trim_matches(['.', ',']).replace(',', "")).filter(|run| !run.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn answers_are_the_same_with_half_of_the_words_and_all_of_the_numbers() {
        for (one, other, expected) in [
            ("I led two shifts of 11 people", "Two shifts, 11 people, led by me.", true),
            ("I led two shifts of 11 people", "I led two shifts of 12 people", false),
            ("A budget of £31,000", "The budget was £31000.", true),
            ("Because one sees at once whether it was done well", "One sees whether it was done well", true),
            ("I want a bench, not a van, and a town by the sea", "A bench", true), // the short form of it
            ("I like the sea", "The pay is better", false),
            ("Yes", "No", false),
            ("No", "No, not at all", true),
        ] {
            assert_eq!(is_same(one, other), expected, "{one:?}, {other:?}");
            assert_eq!(is_same(other, one), expected, "{other:?}, {one:?}");
        }
    }
}
