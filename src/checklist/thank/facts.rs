//! `thank/facts`

use super::{Application, Find, Finding, Rule};
use crate::checklist::example::{COMPANY, Edit, Example};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::text::{Span, listed};

/// The letters have nothing to speak of.
pub(super) static RULE: Rule = Rule {
    id: "thank/facts",
    title: "too little is known for the letters",
    why: "A letter that ties what you did to what they struggle with, in words of their posting, needs all three.",
    sources: &["s4-link-challenge", "s3-one-key-factor", "s3-mirror", "s2-know-aim"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "for each open company after its first held round",
    mend: "in the company, write a bullet under Challenges (or `- challenge: …` under Close in the round), and \
           `key_factors` and `posting_terms`, one or more each",
    broken: Example {
        today: "2025-03-06",
        edits: &[Edit::Swap(COMPANY, "posting_terms: [melt quality, shift handover]\n", "")],
    },
    mended: Example::sound("2025-03-06"),
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    if application.held().is_empty() {
        return Vec::new();
    }
    let company = application.company;
    let missing: Vec<(&str, &str)> = [
        (company.challenges.is_empty(), "a bullet under Challenges", "what they struggle with"),
        (!company.key_factors.is_answered(), "`key_factors`", "what the job turns on"),
        (!company.posting_terms.is_answered(), "`posting_terms`", "words of the posting worth echoing"),
    ]
    .into_iter()
    .filter_map(|(is_missing, name, meaning)| is_missing.then_some((name, meaning)))
    .collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let names: Vec<&str> = missing.iter().map(|(name, _)| *name).collect();
    let meanings: Vec<String> = missing.iter().map(|(name, meaning)| format!("{name}: {meaning}")).collect();
    let message = format!("letters to {} still lack {}", company.name, listed(&names));
    let finding = Finding::fault(&RULE, Severity::Warning, application.vault, company.note, Span::START, message);
    vec![finding.help(format!("write {}", meanings.join("; ")))]
}
