//! What they asked before, with the answers given, and the answers prepared for what may come.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::brief::Brief;
use super::page::Page;
use crate::letters::blank;
use crate::letters::fragment::trimmed;
use crate::model::Question;
use crate::text::{inert, words};

/// An answer of fewer words, and without a number, is thin.
const THIN: usize = 12;

pub(super) fn write(brief: &Brief<'_, '_>, page: &mut Page) {
    page.section("Questions");
    page.words("They may repeat a question, dig deeper into an answer, or ask all-new ones.");
    asked(brief, page);
    prepared(brief, page);
}

fn asked(brief: &Brief<'_, '_>, page: &mut Page) {
    page.part("Asked before");
    if brief.earlier.is_empty() {
        page.item("nothing: this is the first round here");
    }
    for held in brief.earlier {
        if held.questions.is_empty() {
            let why = if held.questions_declined { "you noted that there were none" } else { "none were written down" };
            page.item(&format!("{}: {why}", brief.said_in(held)));
        }
        for question in &held.questions {
            page.item(&format!("**{}** ({})", inert(&question.question), brief.said_in(held)));
            answer(question, page);
        }
    }
    if brief.earlier.iter().any(|held| !held.questions.is_empty()) {
        page.words("A question that comes again gets the same answer, or the reason why it changed.");
    }
}

/// An answer that was given, and whether it is thin.
fn answer(question: &Question, page: &mut Page) {
    if question.answer.is_empty() {
        page.under(&format!("no answer is noted; {}", blank("what you said")));
        return;
    }
    page.under(&inert(&question.answer));
    if is_thin(&question.answer) {
        page.under("*thin: have a number, a place or a case ready*");
    }
    if let Some(why) = &question.changed {
        page.under(&format!("changed because: {}", trimmed(why)));
    }
}

fn is_thin(answer: &str) -> bool {
    answer.split_whitespace().count() < THIN && !answer.contains(|c: char| c.is_ascii_digit())
}

fn prepared(brief: &Brief<'_, '_>, page: &mut Page) {
    page.part("Answers prepared");
    let own = brief.candidate().map(|me| me.answers.as_slice()).unwrap_or_default();
    if own.is_empty() && brief.round.questions.is_empty() {
        page.item("none yet; they belong under `## Answers` in your own note");
    }
    for question in brief.round.questions.iter().chain(own) {
        let before = brief.earlier.iter().rev().find(|held| held.questions.iter().any(|one| is_same(one, question)));
        let before = before.map(|held| format!(" (asked on {})", brief.day(held.date)));
        page.item(&format!("**{}**{}", inert(&question.question), before.unwrap_or_default()));
        match question.answer.as_str() {
            "" => page.under(&blank("your answer")),
            answer => page.under(&inert(answer)),
        }
        page.under(&apart(brief, question));
    }
}

/// Whether both ask the same, but for case and punctuation.
fn is_same(one: &Question, other: &Question) -> bool {
    words::normalised(&one.question).eq(words::normalised(&other.question))
}

/// What sets an answer apart from anybody else's: the accomplishment in it. An accomplishment is
/// in it with two of the words that no other accomplishment has: the rest are names of employers.
fn apart(brief: &Brief<'_, '_>, question: &Question) -> String {
    let all = brief.candidate().map(|me| me.accomplishments.as_slice()).unwrap_or_default();
    let said: BTreeSet<Cow<'_, str>> = words::content(&question.answer).collect();
    let own: Vec<BTreeSet<Cow<'_, str>>> = all.iter().map(|one| words::content(&one.text).collect()).collect();
    let is_own = |word: &&Cow<'_, str>| own.iter().filter(|other| other.contains(*word)).count() == 1;
    let touched = |words: &BTreeSet<Cow<'_, str>>| words.intersection(&said).filter(is_own).count();
    let touching = all.iter().zip(&own).map(|(one, words)| (touched(words), one)).filter(|(shared, _)| *shared >= 2);
    // The first of the most: `max_by_key` takes the last.
    match touching.rev().max_by_key(|(shared, _)| *shared) {
        Some((_, one)) => format!("sets it apart: {}", trimmed(&one.text)),
        None => "sets it apart: none of your accomplishments is in it yet".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_answer_is_thin_unless_it_has_a_number() {
        for (answer, expected) in [
            ("Because I like it.", true),
            ("On 1 May.", false),
            ("I ask which note, and I believe them, since nine times in ten they are right.", false),
        ] {
            assert_eq!(is_thin(answer), expected, "{answer}");
        }
    }
}
