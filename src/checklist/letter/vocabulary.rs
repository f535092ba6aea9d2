//! Every word that the notes of an application have, to tell a slip of the pen from a word that is meant.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use super::directory::{Directory, heard};
use crate::checklist::Application;
use crate::model::{Field, Interviewer, Round};

/// The words of an application's notes, of the candidate's, and the names of all notes.
#[derive(Debug)]
pub(super) struct Vocabulary<'a, 'v> {
    directory: &'a Directory<'v>,
    texts: Vec<&'v str>,
    words: OnceCell<FxHashSet<String>>,
}

impl<'a, 'v> Vocabulary<'a, 'v> {
    pub(super) fn new(application: &Application<'v>, directory: &'a Directory<'v>) -> Self {
        let mut own = Self { directory, texts: Vec::new(), words: OnceCell::new() };
        own.add_company(application);
        for (_, round) in application.rounds() {
            own.add_round(round);
            let people = round.interviewers.list().iter().chain(round.next_interviewers.list());
            people.filter_map(|person| application.interviewer(person)).for_each(|person| own.add_person(person));
        }
        own
    }

    /// Whether that word stands anywhere in them, without case.
    pub(super) fn has(&self, word: &str) -> bool {
        let wanted = word.to_lowercase().replace('’', "'");
        let own = || self.texts.iter().copied().flat_map(heard).collect();
        self.words.get_or_init(own).contains(&wanted) || self.directory.has_word(&wanted)
    }

    /// Whether that name stands in the texts, the names of notes aside.
    pub(super) fn has_name(&self, name: &str) -> bool {
        self.texts.iter().chain(self.directory.texts()).any(|text| text.contains(name))
    }

    fn add_company(&mut self, application: &Application<'v>) {
        let company = application.company;
        self.texts.push(&company.name);
        let fields = [&company.position, &company.website, &company.lesson];
        self.texts.extend(fields.into_iter().filter_map(|field| field.text()));
        let lists = [&company.key_factors, &company.posting_terms, &company.post_address];
        self.texts.extend(lists.into_iter().flat_map(Field::list).map(String::as_str));
        self.texts.extend(company.posting.iter().map(|posting| posting.value.as_str()));
        self.texts.extend(company.challenges.iter().map(|one| one.text.as_str()));
        self.texts.extend(company.needs.iter().chain(&company.rival_notes).map(|one| one.text.as_str()));
        self.texts.extend(company.research.iter().map(|one| one.text.as_str()));
    }

    fn add_round(&mut self, round: &'v Round) {
        let fields =
            [&round.next_step, &round.next_focus, &round.next_wants, &round.hear_by_said, &round.letter_factor];
        self.texts.extend(fields.into_iter().filter_map(|field| field.text()));
        self.texts.extend(round.interviewers.list().iter().map(|person| person.name.as_str()));
        self.texts.extend(round.prepare.iter().map(|bullet| bullet.text.as_str()));
        self.texts.extend(round.promises.iter().map(|promise| promise.text.as_str()));
        self.texts.extend(round.questions.iter().flat_map(|one| [one.question.as_str(), one.answer.as_str()]));
        self.texts.extend(round.scrawl.iter().map(|scrawl| scrawl.value.as_str()));
        self.texts.extend(round.log.iter().map(|entry| entry.text.as_str()));
        for close in &round.close.people {
            self.texts.extend(close.moments.list().iter().chain(&close.advice).map(|one| one.value.as_str()));
            self.texts.extend(close.concerns.list().iter().map(|doubt| doubt.text.as_str()));
            self.texts.extend(close.concerns.list().iter().filter_map(|doubt| doubt.reply.as_deref()));
            self.texts.extend(close.profile.iter().map(|fact| fact.text.as_str()));
            self.texts.extend(close.about.iter().map(|(_, text)| text.value.as_str()));
        }
    }

    fn add_person(&mut self, person: &'v Interviewer) {
        self.texts.extend([&person.job_title, &person.bond].into_iter().filter_map(|field| field.text()));
        self.texts.extend(person.post_address.list().iter().map(String::as_str));
        self.texts.extend(person.profile.iter().map(|fact| fact.text.as_str()));
    }
}
