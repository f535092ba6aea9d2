//! `letter/challenge`

use super::example::{NOT_POSTED, POSTED, POSTED_PATH};
use super::text::shown;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::Document;
use crate::prose::{Deed, Sentence, Terms};

/// No challenge of the company is tied to what the candidate has done.
pub(super) static RULE: Rule = Rule {
    id: "letter/challenge",
    title: "a posted letter does not answer a challenge",
    why: "They want somebody who takes a worry off them, not only somebody who fits in; the letter is the place to \
          show how.",
    sources: &["s4-link-challenge", "s4-not-just-conform"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to unsent letters by post whose duty stands, where the company has Challenges and the candidate \
              Accomplishments",
    mend: "name a challenge, and within two sentences what you have done about something like it",
    broken: Example {
        today: "2025-03-06",
        edits: &[
            NOT_POSTED,
            POSTED,
            Edit::Swap(
                POSTED_PATH,
                "At Ostby Tiles I brought kiln losses down from 9 to 3 percent.",
                "I would know what to do about it.",
            ),
        ],
    },
    mended: Example { today: "2025-03-06", edits: &[NOT_POSTED, POSTED] },
    beside: &["thank/handwritten-card", "thank/posted-letter"],
    find: Lint::of(&[Document::PostedLetter], find),
};

/// A challenge and its answer stand at most so many sentences apart.
const APART: usize = 2;

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let facts = text.known.facts();
    let Some(first) = facts.challenges.first().filter(|_| !text.known.evidence().deeds().is_empty()) else {
        return Vec::new();
    };
    let sentences = text.sentences();
    let mut named = None;
    for challenge in &facts.challenges {
        let is_named = |one: &Sentence| challenge.terms.spoken_of_in(&one.terms) && !is_echo(text, one);
        for (at, _) in sentences.iter().enumerate().filter(|(_, one)| is_named(one)) {
            let around = &sentences[at.saturating_sub(APART)..(at + APART + 1).min(sentences.len())];
            if around.iter().any(|near| is_answer(text, &near.terms, &challenge.terms)) {
                return Vec::new();
            }
            named = named.or(Some((challenge, at)));
        }
    }
    if text.awaits_words() {
        return Vec::new();
    }
    let help = "within two sentences, say what you have done about something like it, and where";
    let finding = if let Some((challenge, at)) = named {
        let message = format!("{} is named, and nothing you have done answers it", shown(challenge.text));
        text.fault_at(&RULE, Severity::Warning, sentences[at].range.clone(), message)
    } else {
        let message = format!("no challenge of theirs is taken up, such as {}", shown(first.text));
        text.lack(&RULE, Severity::Warning, message)
    };
    vec![finding.help(help)]
}

/// Whether a sentence strings words of the posting together, which may well be those of a challenge too.
fn is_echo(text: &Text<'_, '_>, sentence: &Sentence) -> bool {
    text.known.facts().posting.iter().filter(|term| term.terms.all_in(&sentence.terms)).count() > 1
}

/// Whether a sentence tells an accomplishment, by other words than those of the challenge itself.
fn is_answer(text: &Text<'_, '_>, said: &Terms, challenge: &Terms) -> bool {
    let own = |deed: &Deed| {
        let rest = deed.terms.without(challenge);
        deed.terms.spoken_of_in(said) && (rest.is_empty() || rest.shared(said) > 0)
    };
    text.known.evidence().deeds().iter().any(own)
}
