//! `letter/mirror`

use super::example::{NOT_POSTED, POSTED, POSTED_PATH};
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::Document;
use crate::text::listed;

/// The posting's words are not echoed, or too many of them.
pub(super) static RULE: Rule = Rule {
    id: "letter/mirror",
    title: "a posted letter does not echo the posting",
    why: "Whoever wrote the posting knows its words by heart; to meet them again says that you listened. Too many \
          read like a copy.",
    sources: &["s3-mirror"],
    weight: Weight::OneOf(&[Severity::Warning, Severity::Hint]),
    finds: Finds::Fault,
    applies: "to unsent letters by post whose duty stands, where the company has `posting_terms`: fewer than \
              `mirror_terms` of vault.toml is a warning, more than six a hint",
    mend: "take up the words of the posting that you can stand for",
    broken: Example {
        today: "2025-03-06",
        edits: &[
            NOT_POSTED,
            POSTED,
            Edit::Swap(
                POSTED_PATH,
                "Two things in your posting are after my heart: melt quality and shift handover.",
                "Your posting speaks to me.",
            ),
        ],
    },
    mended: Example { today: "2025-03-06", edits: &[NOT_POSTED, POSTED] },
    beside: &["thank/handwritten-card", "thank/posted-letter"],
    find: Lint::of(&[Document::PostedLetter], find),
};

/// More terms than these read like a copy.
const MOST: usize = 6;

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let terms = &text.known.facts().posting;
    let is_echoed = |wanted: &crate::prose::Terms| text.sentences().iter().any(|one| wanted.all_in(&one.terms));
    let (echoed, missing): (Vec<_>, Vec<_>) = terms.iter().partition(|term| is_echoed(&term.terms));
    let wanted = (text.application.config().letters.mirror_terms as usize).min(terms.len());
    if echoed.len() > MOST {
        let message = format!("{} terms of the posting are echoed, which reads like a copy", echoed.len());
        return vec![text.lack(&RULE, Severity::Hint, message).help("keep the two or three that matter most")];
    }
    if echoed.len() >= wanted || text.awaits_words() {
        return Vec::new();
    }
    let there = match echoed.len() {
        0 => "no term of the posting is echoed".to_owned(),
        1 => format!("only “{}” of the posting is echoed", echoed[0].text),
        count => format!("only {count} terms of the posting are echoed"),
    };
    let left: Vec<&str> = missing.iter().map(|term| term.text).collect();
    let help = format!("take up words that you can stand for: {}", listed(&left));
    vec![text.lack(&RULE, Severity::Warning, there).help(help)]
}
