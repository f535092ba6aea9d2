//! `letter/key-factor`

use super::example::{NOT_POSTED, POSTED, POSTED_PATH};
use super::known::Said;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::Document;
use crate::text::listed;

/// The letter does not show one key factor of the job as the candidate's asset.
pub(super) static RULE: Rule = Rule {
    id: "letter/key-factor",
    title: "a posted letter does not prove one key factor",
    why: "A page has room for one thing that the job turns on. Shown by a case of your own, it is what remains of the \
          letter; three of them are a list.",
    sources: &["s3-one-key-factor"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to unsent letters by post whose duty stands, where the company has `key_factors`, or a round a \
              `letter_factor`",
    mend: "name one key factor, and in the same sentence or the next what proves you in it: a number, a place, an \
           employer, an accomplishment",
    broken: Example {
        today: "2025-03-06",
        edits: &[
            NOT_POSTED,
            POSTED,
            Edit::Swap(POSTED_PATH, " I kept three of them within 2 degrees for a winter.", " I am at home with them."),
        ],
    },
    mended: Example { today: "2025-03-06", edits: &[NOT_POSTED, POSTED] },
    beside: &["thank/handwritten-card", "thank/posted-letter"],
    find: Lint::of(&[Document::PostedLetter], find),
};

/// A key factor that a letter names.
struct Mention<'k, 'v> {
    factor: &'k Said<'v>,
    /// The sentences that name it, by index.
    at: Vec<usize>,
    /// Whether none of them means it: its words only happen to be part of what was noted otherwise.
    by_chance: bool,
}

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let facts = text.known.facts();
    if facts.factors.is_empty() || text.awaits_words() {
        return Vec::new();
    }
    let mut named = named(text);
    // What is named by chance counts only where nothing is named on purpose.
    if named.iter().any(|one| !one.by_chance) {
        named.retain(|one| !one.by_chance);
    }
    let on_purpose = named.iter().filter(|one| !one.by_chance).count();
    if on_purpose > 1 {
        let all: Vec<&str> = named.iter().map(|one| one.factor.text).collect();
        let message = format!("{} key factors are named, where one is to be shown: {}", all.len(), listed(&all));
        let second = named[1].at[0];
        let place = text.sentences()[second].range.clone();
        let help = "keep the one that you can prove best, and leave the others to the e-mail";
        return vec![text.fault_at(&RULE, Severity::Warning, place, message).help(help)];
    }
    if named.is_empty() {
        let all: Vec<&str> = facts.factors.iter().map(|factor| factor.text).collect();
        let help = format!("name one, and what proves you in it: {}", all.join("; "));
        return vec![text.lack(&RULE, Severity::Warning, "no key factor of the job is named").help(help)];
    }
    let is_proved = |one: &Mention<'_, '_>| one.at.iter().any(|at| has_proof(text, *at));
    if named.iter().any(is_proved) {
        return Vec::new();
    }
    let (factor, at) = (named[0].factor.text, named[0].at[0]);
    let message = format!("“{factor}” is named, and nothing proves you in it");
    let help = "in the same sentence or the next, say where you did it, and what came of it in numbers";
    vec![text.fault_at(&RULE, Severity::Warning, text.sentences()[at].range.clone(), message).help(help)]
}

/// The key factors with all their content words in one sentence; one that is part of another there is not named.
fn named<'k, 'v>(text: &'k Text<'_, 'v>) -> Vec<Mention<'k, 'v>> {
    let facts = text.known.facts();
    let mut found: Vec<Mention<'_, '_>> = Vec::new();
    for factor in &facts.factors {
        let is_meant = |at: &usize| {
            let said = &text.sentences()[*at].terms;
            let wider = facts.factors.iter().any(|other| {
                other.terms != factor.terms && factor.terms.all_in(&other.terms) && other.terms.all_in(said)
            });
            factor.terms.all_in(said) && !wider
        };
        let at: Vec<usize> = (0..text.sentences().len()).filter(is_meant).collect();
        let is_poured = |at: &usize| facts.are_poured(&factor.terms, &text.sentences()[*at].terms);
        let on_purpose: Vec<usize> = at.iter().copied().filter(|at| !is_poured(at)).collect();
        let by_chance = on_purpose.is_empty();
        if !at.is_empty() {
            found.push(Mention { factor, at: if by_chance { at } else { on_purpose }, by_chance });
        }
    }
    found
}

/// Whether a sentence or the next one has a number, a place, an employer or an accomplishment.
fn has_proof(text: &Text<'_, '_>, at: usize) -> bool {
    let sentences = text.sentences();
    let around = &sentences[at..(at + 2).min(sentences.len())];
    around.iter().any(|sentence| text.known.evidence().proof_in(sentence).is_some())
}
