//! `letter/private`

use chrono::NaiveDate;

use super::example::{EMAIL, EMAIL_ONLY, EMAIL_PATH, NOT_THANKED, TOLD_BY_TOM, TOM};
use super::text::shown;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::Application;
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::{Fact, Named, RoundState, folded};
use crate::prose::{Sentence, Terms};

/// Something private is told.
pub(super) static RULE: Rule = Rule {
    id: "letter/private",
    title: "a letter tells something private",
    why: "What one person told you about another, or about their family, was told to you. Who meets it in a letter \
          never tells you anything again.",
    sources: &["s0-only-if-shared", "s0-pushy-limit"],
    weight: Weight::Always(Severity::Error),
    finds: Finds::Fault,
    applies: "to everything that goes out or went, and cannot be waived. Private are: Profile bullets with `(from …)`, \
              `family` and `note`; every `about` under Close; the Log. What also stands in Challenges, Research or a \
              `moment` is not",
    mend: "take it out; what they said themselves, and openly, can stand as a `moment` under their name in Close",
    broken: Example {
        today: "2025-03-05",
        edits: &[
            NOT_THANKED,
            EMAIL_ONLY,
            TOM,
            TOLD_BY_TOM,
            EMAIL,
            Edit::Swap(EMAIL_PATH, "I would gladly", "I hear that overtime makes for quarrels. I would gladly"),
        ],
    },
    mended: Example { today: "2025-03-05", edits: &[NOT_THANKED, EMAIL_ONLY, TOM, TOLD_BY_TOM, EMAIL] },
    beside: &["thank/next-day"],
    find: Lint::of_all(find),
};

/// Something that no letter may tell.
#[derive(Clone, Debug)]
pub(super) struct Secret<'v> {
    text: &'v str,
    terms: Terms,
    /// Whom it is about.
    about: &'v str,
    /// Why it is private, behind "which".
    why: Why<'v>,
    /// Since when it is known, where that is known.
    since: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug)]
enum Why<'v> {
    ToldBy(&'v str),
    OfFamily,
    Noted,
    Logged,
}

/// A log line is often about what the letter itself says: it is told only where so many of its words are.
const LOGGED: usize = 3;

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let sent = text.letter.sent_on.get().filter(|_| text.is_sent());
    let is_known = |secret: &&Secret<'_>| secret.since.is_none_or(|since| sent.is_none_or(|sent| since <= sent));
    let secrets: Vec<&Secret<'_>> = text.known.secrets().iter().filter(is_known).collect();
    // Every letter that was ever sent comes by here: it is read closely only where it may tell something.
    let body = text.letter.body.to_lowercase();
    if !secrets.iter().any(|secret| secret.may_be_told_in(&body)) {
        return Vec::new();
    }
    let sentences = text.prose().with_quotations();
    let told =
        sentences.iter().filter_map(|one| Some((one, secrets.iter().find(|secret| secret.is_told_in(one, text))?)));
    let found = told.map(|(sentence, secret)| {
        let message = format!("{} is private: {}", shown(&text.words_at(sentence.range.clone())), secret.reason());
        let help = "take it out; only what they said themselves, and openly, may stand in a letter";
        text.fault_at(&RULE, Severity::Error, sentence.range.clone(), message).help(help)
    });
    found.collect()
}

impl<'v> Secret<'v> {
    /// Everything private that is noted about an application.
    pub(super) fn all(application: &Application<'v>) -> Vec<Self> {
        let mut all = Vec::new();
        let mut seen = Vec::new();
        for (_, round) in application.rounds() {
            let held = round.interview_date.get().filter(|_| round.state(application.today) == RoundState::Held);
            for person in round.interviewers.list().iter().chain(round.next_interviewers.list()) {
                let Some(note) = application.interviewer(person).filter(|note| !seen.contains(&note.note)) else {
                    continue;
                };
                seen.push(note.note);
                all.extend(note.profile.iter().filter_map(|fact| Self::of_profile(fact, person, None)));
            }
            for close in &round.close.people {
                all.extend(close.profile.iter().filter_map(|fact| Self::of_profile(fact, &close.person, held)));
                all.extend(
                    close.about.iter().map(|(about, text)| {
                        Self::new(&text.value, &about.name, Why::ToldBy(&close.person.name), held)
                    }),
                );
            }
            let log = round.log.iter().filter(|entry| entry.date <= application.today);
            all.extend(log.map(|entry| {
                let about = entry.people.first().map_or("", |person| &person.name);
                Self::new(&entry.text, about, Why::Logged, Some(entry.date))
            }));
        }
        let open = open(application);
        all.retain(|secret| !secret.terms.is_empty() && !open.iter().any(|text| secret.terms.half_in(text)));
        all
    }

    fn new(text: &'v str, about: &'v str, why: Why<'v>, since: Option<NaiveDate>) -> Self {
        Self { text, terms: Terms::of(text).without(&Terms::of(about)), about, why, since }
    }

    fn of_profile(fact: &'v Fact, person: &'v Named, since: Option<NaiveDate>) -> Option<Self> {
        let from = fact.from.as_ref().filter(|from| !from.is(person) && folded(&from.name) != folded(&person.name));
        let why = match (from, fact.label.as_str()) {
            (Some(from), _) => Why::ToldBy(&from.name),
            (None, "family") => Why::OfFamily,
            (None, "note") => Why::Noted,
            _ => return None,
        };
        Some(Self::new(&fact.text, &person.name, why, since))
    }

    /// How many of its content words a sentence must have to tell it: more than half.
    fn needed(&self) -> usize {
        match self.why {
            Why::Logged => LOGGED.max(self.terms.len() * 2 / 3),
            _ => self.terms.len() / 2 + 1,
        }
    }

    /// Whether so many of its words begin somewhere in a text in lower case.
    fn may_be_told_in(&self, text: &str) -> bool {
        let needed = self.needed();
        self.terms.iter().filter(|word| text.contains(stem(word))).take(needed).count() == needed
    }

    /// Whether a sentence tells it, beside what the sentence has from an accomplishment, a challenge or another open fragment.
    fn is_told_in(&self, sentence: &Sentence, text: &Text<'_, '_>) -> bool {
        let needed = self.needed();
        if self.terms.shared(&sentence.terms) < needed {
            return false;
        }
        let facts = text.known.facts();
        let said = facts.factors.iter().chain(&facts.posting).map(|one| &one.terms);
        let fragments: Vec<&Terms> = facts.poured.iter().chain(said).collect();
        let is_restated =
            |word: &str| fragments.iter().any(|fragment| fragment.has(word) && fragment.half_in(&sentence.terms));
        let is_own = |word: &&str| facts.strangers.has(word) || is_restated(word);
        self.terms.common(&sentence.terms).filter(|word| !is_own(word)).take(needed).count() == needed
    }

    fn reason(&self) -> String {
        let (text, about) = (shown(self.text), self.about);
        match self.why {
            Why::ToldBy(who) => format!("{who} told you about {about}, {text}"),
            Why::OfFamily => format!("it is about the family of {about}, {text}"),
            Why::Noted => format!("it is your own note about {about}, {text}"),
            Why::Logged => format!("it stands in your log, {text}"),
        }
    }
}

/// The beginning of a word that its plural has too.
fn stem(word: &str) -> &str {
    const LETTERS: usize = 4;
    let count = word.chars().count().saturating_sub(1).clamp(1, LETTERS);
    word.char_indices().nth(count).map_or(word, |(end, _)| &word[..end])
}

/// What is said openly: challenges, research, moments.
fn open(application: &Application<'_>) -> Vec<Terms> {
    let company = application.company;
    let challenges = company.challenges.iter().map(|one| one.text.as_str());
    let research = company.research.iter().map(|one| one.text.as_str());
    let closes = application.rounds().flat_map(|(_, round)| &round.close.people);
    let moments = closes.flat_map(|close| close.moments.list()).map(|moment| moment.value.as_str());
    challenges.chain(research).chain(moments).map(Terms::of).collect()
}
