//! What was said about something: to whom, by whom, and when.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Basis, Hit, HitKind};
use crate::checklist::Application;
use crate::model::{CompanyId, Letter, Named, NoteId, PersonClose, Round, Subject};
use crate::text::Span;
use crate::text::words::normalised;

/// Every line that has all of `words`, in its own text or in the names of its people and company; the newest first,
/// those without a day last. Case, punctuation and a plain plural do not matter. Without a word there is nothing to find.
pub fn find(basis: &Basis<'_>, words: &str) -> Vec<Hit> {
    let wanted: Vec<String> = normalised(words).map(Cow::into_owned).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut list = List { basis, wanted, hits: Vec::new() };
    for application in basis.applications() {
        list.company(&application);
        for (_, round) in application.rounds() {
            list.round(application.id, round);
        }
        application.letters().for_each(|letter| list.letter(application.id, letter));
    }
    list.profiles();
    let mut hits = list.hits;
    hits.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| (&a.place, a.kind).cmp(&(&b.place, b.kind))));
    hits
}

struct List<'a, 'b> {
    basis: &'a Basis<'b>,
    wanted: Vec<String>,
    hits: Vec<Hit>,
}

/// What the lines of one round, or of one company, have in common.
#[derive(Clone, Copy)]
struct Scene {
    note: NoteId,
    company: Option<CompanyId>,
    round: Option<u32>,
    date: Option<NaiveDate>,
}

impl List<'_, '_> {
    fn look(&mut self, scene: Scene, kind: HitKind, people: &[&Named], text: &str, span: Span) {
        let company = scene.company.map_or("", |id| self.basis.vault.company(id).name.as_str());
        let names = people.iter().map(|person| person.name.as_str());
        let present: BTreeSet<_> = names.chain([company, text]).flat_map(normalised).collect();
        if self.wanted.iter().all(|word| present.contains(word.as_str())) {
            self.hits.push(Hit {
                kind,
                date: scene.date,
                company: scene.company,
                round: scene.round,
                people: people.iter().map(|person| person.name.clone()).collect(),
                text: text.to_owned(),
                place: self.basis.place(scene.note, span),
            });
        }
    }

    fn company(&mut self, application: &Application<'_>) {
        let company = application.company;
        let scene = Scene { note: company.note, company: Some(application.id), round: None, date: None };
        for line in &company.research {
            let people: Vec<&Named> = match &line.subject {
                Subject::Person(person) => vec![person],
                Subject::Company | Subject::Role => Vec::new(),
            };
            self.look(Scene { date: Some(line.date), ..scene }, HitKind::Research, &people, &line.text, line.span);
        }
        // Those of a round stand there, with the day and the person.
        for challenge in company.challenges.iter().filter(|challenge| challenge.note == company.note) {
            let people: Vec<&Named> = challenge.people.iter().collect();
            self.look(scene, HitKind::Challenge, &people, &challenge.text, challenge.span);
        }
        for (kind, remarks) in [(HitKind::Need, &company.needs), (HitKind::Rival, &company.rival_notes)] {
            for remark in remarks {
                let people: Vec<&Named> = remark.people.iter().collect();
                self.look(scene, kind, &people, &remark.text, remark.span);
            }
        }
    }

    fn round(&mut self, company: CompanyId, round: &Round) {
        let date = round.interview_date.get();
        let scene = Scene { note: round.note, company: Some(company), round: Some(round.number), date };
        let hearers: Vec<&Named> = round.interviewers.list().iter().collect();
        for asked in &round.questions {
            let text = format!("{} {}", asked.question, asked.answer);
            self.look(scene, HitKind::Answer, &hearers, text.trim(), asked.span);
        }
        let candidate = self.basis.vault.candidate();
        for fact in candidate.iter().flat_map(|candidate| candidate.key_facts.iter().chain(&candidate.accomplishments))
        {
            if let Some(said) = round.said.iter().find(|said| said.value == fact.id) {
                self.look(scene, HitKind::Said, &hearers, &fact.text, said.span);
            }
        }
        for promise in &round.promises {
            let people = promise.person.as_ref().map_or_else(|| hearers.clone(), |person| vec![person]);
            self.look(scene, HitKind::Promise, &people, &promise.text, promise.span);
        }
        for entry in &round.log {
            let people: Vec<&Named> = entry.people.iter().collect();
            self.look(Scene { date: Some(entry.date), ..scene }, HitKind::Log, &people, &entry.text, entry.span);
        }
        if let Some(next) = round.next_step.text() {
            self.look(scene, HitKind::Next, &hearers, next, round.next_step.place());
        }
        for line in &round.prepare {
            let people: Vec<&Named> = line.people.iter().collect();
            self.look(scene, HitKind::Prepared, &people, &format!("{}: {}", line.label, line.text), line.span);
        }
        if let Some(scrawl) = &round.scrawl {
            scrawl.value.lines().for_each(|line| self.look(scene, HitKind::Scrawl, &hearers, line, scrawl.span));
        }
        round.close.people.iter().for_each(|close| self.close(scene, close));
    }

    fn close(&mut self, scene: Scene, close: &PersonClose) {
        let who = [&close.person];
        for (kind, field) in
            [(HitKind::Standing, &close.standing), (HitKind::Clear, &close.clear), (HitKind::ToWin, &close.to_win)]
        {
            if let Some(text) = field.text() {
                self.look(scene, kind, &who, text, field.place());
            }
        }
        for doubt in close.concerns.list() {
            let reply = doubt.reply.as_ref().map(|reply| format!(" → {reply}")).unwrap_or_default();
            self.look(scene, HitKind::Concern, &who, &format!("{}{reply}", doubt.text), doubt.span);
        }
        if let Some(words) = close.support.span.and_then(|span| self.basis.words(scene.note, span)) {
            self.look(scene, HitKind::Support, &who, &words, close.support.place());
        }
        for (kind, list) in [(HitKind::Moment, close.moments.list()), (HitKind::Advice, &close.advice)] {
            for said in list {
                self.look(scene, kind, &who, &said.value, said.span);
            }
        }
        for challenge in &close.challenges {
            self.look(scene, HitKind::Challenge, &who, &challenge.text, challenge.span);
        }
        for fact in &close.profile {
            self.look(scene, HitKind::Profile, &who, &fact.text, fact.span);
        }
        for (about, said) in &close.about {
            let text = format!("{}: {}", about.name, said.value);
            self.look(scene, HitKind::About, &who, &text, said.span);
        }
    }

    /// The paragraphs of a letter that was sent.
    fn letter(&mut self, company: CompanyId, letter: &Letter) {
        let Some(source) = (self.basis.source)(self.basis.vault.path(letter.note)) else { return };
        if !letter.is_sent(self.basis.today) {
            return;
        }
        let round = letter.round.and_then(|at| self.basis.vault.rounds.get(at)).map(|round| round.number);
        let scene = Scene { note: letter.note, company: Some(company), round, date: letter.sent_on.get() };
        let to: Vec<&Named> = letter.to.value().into_iter().collect();
        let mut start = source.text().len().saturating_sub(letter.body.len());
        let mut paragraph = String::new();
        let mut at = start;
        for line in letter.body.split_inclusive('\n').chain(["\n"]) {
            if !line.trim().is_empty() {
                at = if paragraph.is_empty() { start } else { at };
                paragraph = format!("{paragraph} {}", line.trim());
            } else if !paragraph.is_empty() {
                self.look(scene, HitKind::Letter, &to, paragraph.trim(), Span::new(at, at));
                paragraph.clear();
            }
            start += line.len();
        }
    }

    /// What is known of people, from their own notes.
    fn profiles(&mut self) {
        for person in &self.basis.vault.interviewers {
            let company = self.basis.company_of(person.note);
            let scene = Scene { note: person.note, company, round: None, date: None };
            let named = Named { name: person.name.clone(), note: Some(person.note), span: Span::START };
            for fact in &person.profile {
                self.look(scene, HitKind::Profile, &[&named], &fact.text, fact.span);
            }
        }
    }
}
