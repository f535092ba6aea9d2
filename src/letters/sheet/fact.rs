//! What is known of a person, who told it, and whether it must stay out of letters.

use super::brief::{Brief, PRIVATE};
use crate::letters::fragment::trimmed;
use crate::model::{Fact, Named};
use crate::text::{inert, words};

/// One thing known of a person.
pub(super) struct Known<'v> {
    /// The words, as noted.
    pub(super) words: &'v str,
    /// Whether no letter may use it.
    pub(super) is_private: bool,
    label: Option<&'v str>,
    source: String,
}

impl Known<'_> {
    /// The fact as the sheet has it: label, words, who told it, and a mark where it is private.
    pub(super) fn line(&self) -> String {
        let label = self.label.map(|label| format!("{label}: ")).unwrap_or_default();
        let source = if self.source.is_empty() { String::new() } else { format!(" ({})", self.source) };
        let mark = if self.is_private { PRIVATE } else { "" };
        format!("{label}{}{source}{mark}", trimmed(self.words))
    }
}

/// Everything known of a person: from their note, from themselves, from others; open facts first.
pub(super) fn all<'v>(brief: &Brief<'_, 'v>, person: &Named) -> Vec<Known<'v>> {
    let note = brief.app.interviewer(person);
    let mut known = Vec::new();
    if let Some(bond) = note.and_then(|note| note.bond.text()) {
        known.push(Known { words: bond, is_private: false, label: Some("bond"), source: String::new() });
    }
    known.extend(note.iter().flat_map(|note| &note.profile).map(|fact| of_profile(brief, fact, "")));
    for held in brief.earlier {
        for close in &held.round.close.people {
            if close.person.is(person) {
                let source = format!("told you, {}", brief.day(held.date));
                known.extend(close.profile.iter().map(|fact| of_profile(brief, fact, &source)));
            }
            let about = close.about.iter().filter(|(whom, _)| whom.is(person));
            known.extend(about.map(|(_, told)| Known {
                words: &told.value,
                is_private: !is_public(brief, &told.value),
                label: None,
                source: brief.said_by(&close.person, held),
            }));
        }
    }
    known.sort_by_key(|fact| fact.is_private);
    known
}

/// A fact of a Profile, or one told of oneself; `source` where nobody is named as having told it.
fn of_profile<'v>(brief: &Brief<'_, 'v>, fact: &'v Fact, source: &str) -> Known<'v> {
    let is_private = is_private(brief, fact);
    let source = fact.from.as_ref().map_or_else(|| source.to_owned(), |from| inert(&from.name));
    Known { words: &fact.text, is_private, label: Some(fact.label), source }
}

/// Whether a fact about `person` must stay out of letters: somebody else told it, or it is about the
/// family, or a mere note; unless it is known in the open too.
pub(super) fn is_private(brief: &Brief<'_, '_>, fact: &Fact) -> bool {
    (fact.from.is_some() || matches!(fact.label, "family" | "note")) && !is_public(brief, &fact.text)
}

/// Whether a fact also stands in the challenges, the research or a moment.
fn is_public(brief: &Brief<'_, '_>, fact: &str) -> bool {
    let company = brief.app.company;
    let moments = brief.earlier.iter().flat_map(|held| &held.round.close.people).flat_map(|one| one.moments.list());
    let challenges = company.challenges.iter().map(|one| one.text.as_str());
    let research = company.research.iter().map(|one| one.text.as_str());
    let mut texts = challenges.chain(research).chain(moments.map(|one| one.value.as_str()));
    texts.any(|text| {
        let (found, of) = words::shared(fact, text);
        of > 0 && found == of
    })
}
