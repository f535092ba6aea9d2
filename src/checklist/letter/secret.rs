//! What the notes hold in confidence, as `letter/private` looks for it.

use chrono::NaiveDate;

use super::known::{factors, names, open, posting, poured};
use super::text::shown;
use crate::checklist::Application;
use crate::model::{Fact, Named, RoundState, folded};
use crate::prose::{Lexicon, WordSet};

/// Something that no letter may tell.
#[derive(Clone, Debug)]
pub(super) struct Secret<'v> {
    text: &'v str,
    /// Its content words, without those of whom it is about; by their numbers.
    words: Vec<usize>,
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

/// Everything private about one application, and what excuses a sentence that comes near it.
#[derive(Clone, Debug, Default)]
pub(super) struct Secrets<'v> {
    all: Vec<Secret<'v>>,
    /// The words of all that stands here.
    lexicon: Lexicon<'v>,
    /// The words of accomplishments, challenges and other open fragments that have one of a secret.
    fragments: Vec<Vec<usize>>,
    /// Words of the firm's, its people's and the candidate's names.
    strangers: Vec<usize>,
}

impl<'v> Secrets<'v> {
    /// What is noted about the application.
    pub(super) fn new(application: &Application<'v>) -> Self {
        let mut lexicon = Lexicon::default();
        let mut all = noted(application, &mut lexicon);
        if all.is_empty() {
            return Self::default();
        }
        let private = lexicon.len();
        let mut fragments = Vec::new();
        let mut said = WordSet::default();
        for text in open(application) {
            let words = lexicon.take_in(text);
            said.set(words.iter().copied());
            all.retain(|secret| !said.has_half(&secret.words));
            fragments.push(words);
        }
        if all.is_empty() {
            return Self::default();
        }
        let said = poured(application).chain(factors(application)).chain(posting(application));
        fragments.extend(said.map(|text| lexicon.take_in(text)));
        // Words are numbered as they come, private ones first.
        fragments.retain(|words| words.first().is_some_and(|word| *word < private));
        let strangers = names(application).into_iter().flat_map(|name| lexicon.take_in(name)).collect();
        Self { all, lexicon, fragments, strangers }
    }

    /// Each of them, as it was noted.
    pub(super) fn all(&self) -> &[Secret<'v>] {
        &self.all
    }

    /// The words that matter.
    pub(super) fn lexicon(&self) -> &Lexicon<'v> {
        &self.lexicon
    }

    /// Takes from a sentence's words the names, and what it has from an accomplishment, a challenge or another open fragment.
    pub(super) fn take_open_words_from(&self, sentence: &mut WordSet) {
        let restated: Vec<&Vec<usize>> = self.fragments.iter().filter(|words| sentence.has_half(words)).collect();
        sentence.remove(restated.into_iter().flatten().chain(&self.strangers).copied());
    }
}

impl<'v> Secret<'v> {
    fn new(text: &'v str, about: &'v str, why: Why<'v>, since: Option<NaiveDate>, lexicon: &mut Lexicon<'v>) -> Self {
        let (mut words, subject) = (lexicon.take_in(text), lexicon.take_in(about));
        words.retain(|word| !subject.contains(word));
        Self { text, words, about, why, since }
    }

    /// Whether it was known on the day the letter was sent; one that is not sent yet may tell all.
    pub(super) fn is_known(&self, sent: Option<NaiveDate>) -> bool {
        self.since.is_none_or(|since| sent.is_none_or(|sent| since <= sent))
    }

    /// Whether words have so many of its own that they tell it: more than half.
    pub(super) fn is_told_by(&self, words: &WordSet) -> bool {
        let needed = match self.why {
            Why::Logged => LOGGED.max(self.words.len() * 2 / 3),
            _ => self.words.len() / 2 + 1,
        };
        words.count(&self.words) >= needed
    }

    /// Why it is private.
    pub(super) fn reason(&self) -> String {
        let (text, about) = (shown(self.text), self.about);
        match self.why {
            Why::ToldBy(who) => format!("{who} told you about {about}, {text}"),
            Why::OfFamily => format!("it is about the family of {about}, {text}"),
            Why::Noted => format!("it is your own note about {about}, {text}"),
            Why::Logged => format!("it stands in your log, {text}"),
        }
    }
}

/// Everything private that is noted about an application.
fn noted<'v>(application: &Application<'v>, lexicon: &mut Lexicon<'v>) -> Vec<Secret<'v>> {
    let mut all = Vec::new();
    let mut seen = Vec::new();
    for (_, round) in application.rounds() {
        let held = round.interview_date.get().filter(|_| round.state(application.today) == RoundState::Held);
        for person in round.interviewers.list().iter().chain(round.next_interviewers.list()) {
            let Some(note) = application.interviewer(person).filter(|note| !seen.contains(&note.note)) else {
                continue;
            };
            seen.push(note.note);
            all.extend(note.profile.iter().filter_map(|fact| of_profile(fact, person, None, lexicon)));
        }
        for close in &round.close.people {
            all.extend(close.profile.iter().filter_map(|fact| of_profile(fact, &close.person, held, lexicon)));
            all.extend(close.about.iter().map(|(about, text)| {
                Secret::new(&text.value, &about.name, Why::ToldBy(&close.person.name), held, lexicon)
            }));
        }
        let log = round.log.iter().filter(|entry| entry.date <= application.today);
        all.extend(log.map(|entry| {
            let about = entry.people.first().map_or("", |person| &person.name);
            Secret::new(&entry.text, about, Why::Logged, Some(entry.date), lexicon)
        }));
    }
    all.retain(|secret| !secret.words.is_empty());
    all
}

fn of_profile<'v>(
    fact: &'v Fact,
    person: &'v Named,
    since: Option<NaiveDate>,
    lexicon: &mut Lexicon<'v>,
) -> Option<Secret<'v>> {
    let from = fact.from.as_ref().filter(|from| !from.is(person) && folded(&from.name) != folded(&person.name));
    let why = match (from, fact.label.as_str()) {
        (Some(from), _) => Why::ToldBy(&from.name),
        (None, "family") => Why::OfFamily,
        (None, "note") => Why::Noted,
        _ => return None,
    };
    Some(Secret::new(&fact.text, &person.name, why, since, lexicon))
}
