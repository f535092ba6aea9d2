//! What the notes know of an application, as the letters' rules compare it.
//!
//! Read once for all letters of the application, and only when a rule asks for it.

use std::cell::{OnceCell, RefCell, RefMut};

use super::directory::Directory;
use super::secret::Secrets;
use super::vocabulary::Vocabulary;
use crate::checklist::Application;
use crate::model::{Accomplishment, Named, PersonClose};
use crate::prose::{Evidence, Terms};

/// What the notes know.
#[derive(Debug)]
pub(super) struct Known<'a, 'v> {
    pub(super) application: &'a Application<'v>,
    pub(super) directory: &'a Directory<'v>,
    facts: OnceCell<Facts<'v>>,
    evidence: OnceCell<Evidence<'a>>,
    vocabulary: OnceCell<Vocabulary<'a, 'v>>,
    secrets: OnceCell<RefCell<Secrets<'v>>>,
}

/// What a letter may build on.
#[derive(Debug)]
pub(super) struct Facts<'v> {
    /// What the job turns on.
    pub(super) factors: Vec<Said<'v>>,
    /// Words of the posting.
    pub(super) posting: Vec<Said<'v>>,
    /// What the company struggles with.
    pub(super) challenges: Vec<Said<'v>>,
    /// Doubts, advice, promises, interests and the like: what a draft pours into its sentences.
    pub(super) poured: Vec<Terms>,
    /// Words of the firm's, its people's and the candidate's names.
    pub(super) strangers: Terms,
}

/// Words of a note.
#[derive(Clone, Debug)]
pub(super) struct Said<'v> {
    pub(super) text: &'v str,
    pub(super) terms: Terms,
}

impl<'v> Said<'v> {
    fn all(texts: impl IntoIterator<Item = &'v str>) -> Vec<Self> {
        let all = texts.into_iter().map(|text| Self { text, terms: Terms::of(text) });
        let mut found: Vec<Self> = Vec::new();
        for said in all.filter(|said| !said.terms.is_empty()) {
            if !found.iter().any(|other| other.terms == said.terms) {
                found.push(said);
            }
        }
        found
    }
}

impl<'a, 'v> Known<'a, 'v> {
    pub(super) fn new(application: &'a Application<'v>, directory: &'a Directory<'v>) -> Self {
        let (facts, evidence) = (OnceCell::new(), OnceCell::new());
        let (vocabulary, secrets) = (OnceCell::new(), OnceCell::new());
        Self { application, directory, facts, evidence, vocabulary, secrets }
    }

    /// What a letter may build on.
    pub(super) fn facts(&self) -> &Facts<'v> {
        self.facts.get_or_init(|| Facts::new(self.application))
    }

    /// Accomplishments, key facts, employers. Employers are those of the whole vault: only a letter that is still to go
    /// asks for them.
    pub(super) fn evidence(&self) -> &Evidence<'a> {
        self.evidence.get_or_init(|| {
            let (deeds, facts) = proofs(self.application);
            Evidence::new(pairs(deeds), pairs(facts), self.directory.houses(), self.facts().strangers.clone())
        })
    }

    /// Every word of the notes.
    pub(super) fn vocabulary(&self) -> &Vocabulary<'a, 'v> {
        self.vocabulary.get_or_init(|| Vocabulary::new(self.application, self.directory))
    }

    /// What no letter may tell.
    pub(super) fn secrets(&self) -> RefMut<'_, Secrets<'v>> {
        self.secrets.get_or_init(|| RefCell::new(Secrets::new(self.application))).borrow_mut()
    }

    /// Those of the rounds, the contact, the decider.
    pub(super) fn people(&self) -> Vec<&'v Named> {
        people(self.application)
    }
}

fn people<'v>(application: &Application<'v>) -> Vec<&'v Named> {
    let company = application.company;
    let mut all: Vec<&Named> = [&company.contact, &company.decider].into_iter().filter_map(|one| one.value()).collect();
    for (_, round) in application.rounds() {
        all.extend(round.interviewers.list().iter().chain(round.next_interviewers.list()));
        all.extend([&round.decider, &round.check_in_with].into_iter().filter_map(|one| one.value()));
        all.extend(round.close.people.iter().flat_map(|close| close.about.iter().map(|(person, _)| person)));
    }
    all
}

impl<'v> Facts<'v> {
    fn new(application: &Application<'v>) -> Self {
        let company = application.company;
        let poured = open(application).chain(poured(application)).map(Terms::of);
        Self {
            factors: Said::all(factors(application)),
            posting: Said::all(posting(application)),
            challenges: Said::all(company.challenges.iter().map(|one| one.text.as_str())),
            poured: poured.filter(|terms| !terms.is_empty()).collect(),
            strangers: Terms::of(&names(application).join(" ")),
        }
    }

    /// Whether a sentence only repeats those words from a fragment of the notes: it holds at least
    /// half of the fragment, and they are all part of it.
    pub(super) fn are_poured(&self, words: &Terms, sentence: &Terms) -> bool {
        self.poured.iter().any(|fragment| words.all_in(fragment) && fragment.half_in(sentence))
    }
}

/// What the candidate did, and the key facts.
fn proofs<'v>(application: &Application<'v>) -> (&'v [Accomplishment], &'v [Accomplishment]) {
    let candidate = application.vault.candidate();
    candidate.map(|one| (one.accomplishments.as_slice(), one.key_facts.as_slice())).unwrap_or_default()
}

/// Ids and texts.
fn pairs(list: &[Accomplishment]) -> impl Iterator<Item = (&str, &str)> {
    list.iter().map(|one| (one.id.as_str(), one.text.as_str()))
}

/// What the job turns on.
pub(super) fn factors<'v>(application: &Application<'v>) -> impl Iterator<Item = &'v str> {
    let chosen = application.rounds().filter_map(|(_, round)| round.letter_factor.text());
    application.company.key_factors.list().iter().map(String::as_str).chain(chosen)
}

/// Words of the posting.
pub(super) fn posting<'v>(application: &Application<'v>) -> impl Iterator<Item = &'v str> {
    application.company.posting_terms.list().iter().map(String::as_str)
}

/// The names that prove nothing: of the firm, its people, the candidate.
pub(super) fn names<'v>(application: &Application<'v>) -> Vec<&'v str> {
    let mut names: Vec<&str> = people(application).into_iter().map(|person| person.name.as_str()).collect();
    names.push(&application.company.name);
    names.extend(application.vault.candidate().and_then(|candidate| candidate.full_name.text()));
    names.extend(application.letters().filter_map(|letter| letter.to.value()).map(|to| to.name.as_str()));
    names
}

/// What is said openly: challenges, research, moments.
pub(super) fn open<'v>(application: &Application<'v>) -> impl Iterator<Item = &'v str> {
    let company = application.company;
    let challenges = company.challenges.iter().map(|one| one.text.as_str());
    let research = company.research.iter().map(|one| one.text.as_str());
    let closes = application.rounds().flat_map(|(_, round)| &round.close.people);
    let moments = closes.flat_map(|close| close.moments.list()).map(|moment| moment.value.as_str());
    challenges.chain(research).chain(moments)
}

/// What else drafts pour into their sentences, beside what the job turns on.
pub(super) fn poured<'v>(application: &Application<'v>) -> impl Iterator<Item = &'v str> {
    let (deeds, facts) = proofs(application);
    let proofs = pairs(deeds).chain(pairs(facts)).map(|(_, text)| text);
    let needs = application.company.needs.iter().map(|need| need.text.as_str());
    let candidate = application.vault.candidate().into_iter();
    let interests = candidate.flat_map(|one| one.interests.list()).map(String::as_str);
    let rounds = application.rounds().flat_map(|(_, round)| {
        let promises = round.promises.iter().map(|promise| promise.text.as_str());
        let prepared = round.prepare.iter().map(|bullet| bullet.text.as_str());
        let closes = round.close.people.iter().flat_map(of_close);
        promises.chain(round.hear_by_said.text()).chain(prepared).chain(closes)
    });
    proofs.chain(needs).chain(interests).chain(rounds)
}

fn of_close(close: &PersonClose) -> impl Iterator<Item = &str> {
    let doubts = close.concerns.list().iter();
    let doubts = doubts.flat_map(|doubt| [Some(doubt.text.as_str()), doubt.reply.as_deref()]).flatten();
    doubts.chain(close.advice.iter().map(|advice| advice.value.as_str()))
}
