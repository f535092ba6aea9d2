//! `letter/length`

use super::example::{BY_HAND_ONLY, CARD, NOT_THANKED};
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::Document;
use crate::prose::word_count;

/// A letter is longer than it may be.
pub(super) static RULE: Rule = Rule {
    id: "letter/length",
    title: "a letter is too long",
    why: "Who has to compare several people reads one page, not two; what is too long is put aside for later.",
    sources: &["s3-one-page-only", "s3-status-content"],
    weight: Weight::Always(Severity::Error),
    finds: Finds::Fault,
    applies: "to unsent letters whose duty stands: a letter by post may fill one page, the others have the words that \
              `[letters]` in vault.toml allows; quotations count too",
    mend: "leave something out: the testimonial first, then what was said twice",
    broken: Example {
        today: "2025-03-05",
        edits: &[
            NOT_THANKED,
            Edit::Write("vault.toml", "thanks = \"handwritten\"\n[letters]\ncard_words = 15\n"),
            CARD,
        ],
    },
    mended: Example { today: "2025-03-05", edits: &[NOT_THANKED, BY_HAND_ONLY, CARD] },
    beside: &["thank/handwritten-card"],
    find: Lint::of(&[], find),
};

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let over = match text.document {
        Document::PostedLetter => over_the_page(text),
        _ => over_the_words(text),
    };
    over.map(|message| text.lack(&RULE, Severity::Error, message).help(MEND)).into_iter().collect()
}

const MEND: &str = "leave something out: the testimonial first, then what is said twice";

/// How a posted letter outgrows its page, by the layout that prints it.
#[cfg(feature = "pdf")]
fn over_the_page(text: &Text<'_, '_>) -> Option<String> {
    use crate::manuscript;
    use crate::page::{Paper, overflow};

    let paper = if text.application.config().letters.us_letter { Paper::Letter } else { Paper::A4 };
    let over = overflow(&manuscript::read(&text.letter.body), paper);
    let lines = if over == 1 { "line" } else { "lines" };
    (over > 0).then(|| format!("this {} outgrows its page by {over} {lines}", text.document.name()))
}

/// How a posted letter outgrows its page: by words, where no layout is built in.
#[cfg(not(feature = "pdf"))]
fn over_the_page(text: &Text<'_, '_>) -> Option<String> {
    over_the_words(text)
}

/// How a text outgrows its words.
fn over_the_words(text: &Text<'_, '_>) -> Option<String> {
    let limit = text.application.config().letters.of(text.document)?;
    let words = word_count(&text.letter.body);
    let over = words.saturating_sub(limit as usize);
    (over > 0).then(|| format!("this {} has {words} words, {over} more than its {limit}", text.document.name()))
}
