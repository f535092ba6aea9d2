//! What the notes hold in confidence, as `letter/private` looks for it.

use std::cell::OnceCell;

use chrono::NaiveDate;

use super::known::{factors, names, open, posting, poured};
use super::text::shown;
use crate::checklist::Application;
use crate::model::{Fact, Named, RoundState};
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
    is_open: OnceCell<bool>,
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

/// Everything private about one application, and what excuses a sentence that comes near it. What excuses is read only
/// where a sentence does.
#[derive(Clone, Debug)]
pub(super) struct Secrets<'v> {
    all: Vec<Secret<'v>>,
    /// The words of all that was read.
    lexicon: Lexicon<'v>,
    /// Accomplishments, challenges and other fragments that a letter may tell; those that are told openly come first.
    fragments: Vec<&'v str>,
    /// The words of the fragments that were read.
    read: Vec<Vec<usize>>,
    /// How many of the fragments are told openly.
    open: usize,
    /// The firm's, its people's and the candidate's names.
    names: Vec<&'v str>,
    /// Their words, once they were read.
    named: Option<Vec<usize>>,
}

impl<'v> Secrets<'v> {
    /// What is noted about the application.
    pub(super) fn new(application: &Application<'v>) -> Self {
        let mut lexicon = Lexicon::default();
        let all = noted(application, &mut lexicon);
        let mut fragments: Vec<&str> = open(application).collect();
        let open = fragments.len();
        fragments.extend(poured(application).chain(factors(application)).chain(posting(application)));
        Self { all, lexicon, fragments, read: Vec::new(), open, names: names(application), named: None }
    }

    /// Whether a letter sent that day had anything to keep.
    pub(super) fn are_known(&self, sent: Option<NaiveDate>) -> bool {
        self.known(sent).next().is_some()
    }

    /// The numbered words of a letter, each with where it begins.
    pub(super) fn words_of(&mut self, letter: &'v str) -> Vec<(usize, usize)> {
        self.lexicon.words_of(letter)
    }

    /// Whether words of a letter sent that day have so many of one that they may tell it.
    pub(super) fn may_be_told_by(&self, words: &WordSet, sent: Option<NaiveDate>) -> bool {
        self.known(sent).any(|secret| secret.is_told_by(words))
    }

    /// The first that a sentence of a letter sent that day tells, beside names, and what it has from an accomplishment,
    /// a challenge or another open fragment.
    pub(super) fn told_by(&mut self, sentence: &WordSet, sent: Option<NaiveDate>) -> Option<&Secret<'v>> {
        let mut left = sentence.clone();
        for at in 0..self.fragments.len() {
            if !self.may_be_told_by(&left, sent) {
                return None;
            }
            if self.read.len() == at {
                self.read.push(self.lexicon.take_in(self.fragments[at]));
            }
            if sentence.has_half(&self.read[at]) {
                left.remove(&self.read[at]);
            }
        }
        let Self { lexicon, names, named, .. } = self;
        left.remove(named.get_or_insert_with(|| names.iter().flat_map(|name| lexicon.take_in(name)).collect()));
        let open = &self.read[..self.open];
        self.known(sent).find(|secret| secret.is_told_by(&left) && !secret.is_told_openly(open))
    }

    /// Those that were known on the day the letter was sent; one that is not sent yet may tell all.
    fn known(&self, sent: Option<NaiveDate>) -> impl Iterator<Item = &Secret<'v>> {
        let is_known =
            move |secret: &&Secret<'_>| secret.since.is_none_or(|since| sent.is_none_or(|sent| since <= sent));
        self.all.iter().filter(is_known)
    }
}

impl<'v> Secret<'v> {
    fn new(text: &'v str, about: &'v str, why: Why<'v>, since: Option<NaiveDate>, lexicon: &mut Lexicon<'v>) -> Self {
        let (mut words, subject) = (lexicon.take_in(text), lexicon.take_in(about));
        words.retain(|word| !subject.contains(word));
        Self { text, words, about, why, since, is_open: OnceCell::new() }
    }

    /// Whether words have so many of its own that they tell it: more than half.
    fn is_told_by(&self, words: &WordSet) -> bool {
        let needed = match self.why {
            Why::Logged => LOGGED.max(self.words.len() * 2 / 3),
            _ => self.words.len() / 2 + 1,
        };
        words.count(&self.words) >= needed
    }

    /// Whether half of it stands in one of these fragments: a challenge, a line of research, a moment.
    fn is_told_openly(&self, open: &[Vec<usize>]) -> bool {
        *self.is_open.get_or_init(|| {
            let mut own = WordSet::default();
            own.set(self.words.iter().copied());
            open.iter().any(|text| {
                let shared = own.count(text);
                shared > 0 && shared * 2 >= self.words.len()
            })
        })
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
    let why = match (&fact.from, fact.label) {
        (Some(from), _) => Why::ToldBy(&from.name),
        (None, "family") => Why::OfFamily,
        (None, "note") => Why::Noted,
        _ => return None,
    };
    Some(Secret::new(&fact.text, &person.name, why, since, lexicon))
}
