//! `letter/vague`

use super::example::{EMAIL, EMAIL_ONLY, EMAIL_PATH, NOT_THANKED};
use super::text::shown;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::Document;
use crate::prose::{Sentence, Terms, find as find_phrase, is_courteous};

/// Praise of oneself with nothing behind it.
pub(super) static RULE: Rule = Rule {
    id: "letter/vague",
    title: "a claim with nothing behind it",
    why: "Everybody who is left in the running is qualified and motivated, and says so. What only you can write is \
          what you did, where, and what came of it.",
    sources: &["s0-no-vague", "s0-reasons"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to unsent letters and e-mails of thanks whose duty stands: a sentence with a word such as “qualified”, \
              “passionate”, “great” or one of `vague_words`, and no number, employer, place, posting term, challenge \
              or accomplishment; not one that greets or thanks",
    mend: "say what you did, where, and what came of it; or take the sentence out",
    broken: Example {
        today: "2025-03-05",
        edits: &[
            NOT_THANKED,
            EMAIL_ONLY,
            EMAIL,
            Edit::Swap(EMAIL_PATH, "I would gladly", "I am a passionate team player. I would gladly"),
        ],
    },
    mended: Example { today: "2025-03-05", edits: &[NOT_THANKED, EMAIL_ONLY, EMAIL] },
    beside: &["thank/next-day"],
    find: Lint::of(&[Document::PostedLetter, Document::ThankYouEmail], find),
};

/// Words that claim.
const CLAIMS: [&str; 68] = [
    "qualified",
    "highly qualified",
    "well qualified",
    "qualification*",
    "great",
    "excellent",
    "excellence",
    "outstanding",
    "exceptional*",
    "extraordinary",
    "superb",
    "passion",
    "passionate*",
    "hard-working",
    "hardworking",
    "hard worker",
    "work hard",
    "dedicated",
    "dedication",
    "committed",
    "commitment",
    "motivated",
    "motivation",
    "self-starter",
    "go-getter",
    "team player",
    "people person",
    "dynamic",
    "driven",
    "results-oriented",
    "results-driven",
    "detail-oriented",
    "proactive",
    "enthusiastic",
    "enthusiasm",
    "opportunity",
    "opportunities",
    "win-win",
    "mutual*",
    "ideal",
    "ideally suited",
    "perfect*",
    "right person",
    "right candidate",
    "best candidate",
    "good fit",
    "right fit",
    "perfect fit",
    "strong candidate",
    "strong fit",
    "strong background",
    "strong skills",
    "strong communicator",
    "asset",
    "add value",
    "added value",
    "valuable",
    "fast learner",
    "quick learner",
    "proven track record",
    "track record",
    "wealth of experience",
    "well suited",
    "my best",
    "talented",
    "unique",
    "synergies",
    "make a difference",
];

/// Words that only look like a claim.
const HARMLESS: [&str; 9] = [
    "a great deal",
    "great many",
    "a great while",
    "great grandmother",
    "great grandfather",
    "great-aunt",
    "great-uncle",
    "great britain",
    "asset register",
];

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let added: Vec<String> =
        text.application.config().letters.vague_words.iter().map(|word| word.to_lowercase()).collect();
    let found = text.sentences().iter().filter_map(|sentence| {
        let claim = claim(&sentence.text, &added)?;
        if is_courteous(&sentence.text) || is_backed(text, sentence, &claim.words) {
            return None;
        }
        let start = sentence.range.start;
        let place = start + claim.start..start + claim.end;
        let message = format!("{} claims something and shows nothing: {}", shown(&claim.words), shown(&sentence.text));
        let help = "say what you did, where, and what came of it in numbers; or take the sentence out";
        Some(text.fault_at(&RULE, Severity::Warning, place, message).help(help))
    });
    found.collect()
}

/// A claim in a sentence, and where it stands there.
struct Claim {
    words: String,
    start: usize,
    end: usize,
}

fn claim(sentence: &str, added: &[String]) -> Option<Claim> {
    let all: Vec<&str> = CLAIMS.into_iter().chain(added.iter().map(String::as_str)).collect();
    let hit = find_phrase(sentence, &all)?;
    let harmless = find_phrase(sentence, &HARMLESS);
    if harmless.is_some_and(|other| other.range.start <= hit.range.start && hit.range.end <= other.range.end) {
        return None;
    }
    Some(Claim { words: sentence[hit.range.clone()].to_owned(), start: hit.range.start, end: hit.range.end })
}

/// Whether the sentence shows something, or the claim is somebody's words from the notes.
fn is_backed(text: &Text<'_, '_>, sentence: &Sentence, claim: &str) -> bool {
    let facts = text.known.facts();
    let said = &sentence.terms;
    let claim = Terms::of(claim);
    text.known.evidence().proof_in(sentence).is_some()
        || facts.posting.iter().any(|term| term.terms.all_in(said))
        || facts.challenges.iter().any(|challenge| challenge.terms.spoken_of_in(said))
        || facts.are_poured(&claim, said)
        || facts.factors.iter().any(|factor| claim.all_in(&factor.terms) && factor.terms.half_in(said))
}
