//! Every word that the notes of an application have, to tell a slip of the pen from a word that is meant.

use crate::checklist::Application;
use crate::model::{Field, Interviewer, Note, Round};
use crate::prose::words;

/// The words of an application's notes, of the candidate's, and the names of all notes.
pub(super) struct Vocabulary<'v> {
    texts: Vec<&'v str>,
    names: Vec<&'v str>,
}

impl<'v> Vocabulary<'v> {
    pub(super) fn new(application: &Application<'v>) -> Self {
        let vault = application.vault;
        let names = vault.notes.iter().map(Note::name).collect();
        let mut texts = Vec::new();
        if let Some(me) = vault.candidate() {
            texts.extend([&me.full_name, &me.email].into_iter().filter_map(|field| field.text()));
            texts.extend(me.address.list().iter().chain(me.interests.list()).map(String::as_str));
            texts.extend(me.pitch.iter().map(|pitch| pitch.value.as_str()));
            texts.extend(me.accomplishments.iter().chain(&me.key_facts).map(|one| one.text.as_str()));
            texts.extend(me.answers.iter().flat_map(|one| [one.question.as_str(), one.answer.as_str()]));
        }
        for one in &vault.testimonials {
            let fields = [&one.author, &one.author_role, &one.organisation];
            texts.extend(fields.into_iter().filter_map(|field| field.text()));
            texts.extend(one.quote.iter().map(|quote| quote.value.as_str()));
        }
        let mut own = Self { texts, names };
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
        let is_it = |text: &&str| words(text).iter().any(|word| word.folded().trim_end_matches("'s") == wanted);
        self.texts.iter().chain(&self.names).any(is_it)
    }

    /// Whether that name stands in the texts, the names of notes aside.
    pub(super) fn has_name(&self, name: &str) -> bool {
        self.texts.iter().any(|text| text.contains(name))
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
