//! The records that some of the notes hold, read when the name of every note is known, and perhaps its kind.

use super::body::{self, Body};
use super::desk::{Asked, Desk, Others, OwnKeys, Supposed};
use super::fields::Fields;
use super::front_matter::FrontMatter;
use super::sections::Sections;
use super::{record, schema, soundness};
use crate::diagnostic::Diagnostic;
use crate::model::{Candidate, Company, Contact, Interviewer, Kind, Letter, NoteId, Record, Round, Testimonial, Vault};
use crate::text::SourceFile;

/// A note that holds a record.
pub(super) struct Draft<'a> {
    pub note: NoteId,
    pub file: &'a SourceFile,
    pub front_matter: &'a FrontMatter<'a>,
    pub kind: Kind,
}

/// The records of a stretch of the notes, in the order of the notes.
#[derive(Default)]
pub(super) struct Records {
    candidates: Vec<Candidate>,
    companies: Vec<Company>,
    interviewers: Vec<Interviewer>,
    rounds: Vec<Round>,
    testimonials: Vec<Testimonial>,
    contacts: Vec<Contact>,
    letters: Vec<Letter>,
    own_keys: OwnKeys,
    /// What each of them asked for by name.
    pub asked: Vec<(NoteId, Asked)>,
    /// What each of them supposes of others.
    pub supposed: Vec<Supposed>,
    /// Those that ask for something in vain: what may be meant instead can be told once all notes are known.
    pub waiting: Vec<NoteId>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Unread files that a record links to, by their place in that list.
    pub wanted: Vec<usize>,
}

impl Records {
    /// Reads the next record.
    pub(super) fn read(&mut self, draft: &Draft<'_>, others: &Others<'_>) {
        let Draft { note, file, front_matter, kind } = *draft;
        let path = &others.notes[note.0 as usize].path;
        soundness::characters(file, path, &mut self.diagnostics);
        soundness::conflict(file, path, &mut self.diagnostics);
        let (text, own_keys, supposed) = (file.text(), &mut self.own_keys, &mut self.supposed);
        let (asked, wanted, diagnostics) = (Asked::default(), Vec::new(), Vec::new());
        let mut desk = Desk { note, path, text, others, own_keys, asked, supposed, wanted, diagnostics };
        let fields = Fields::new(kind, front_matter, &mut desk);
        let body = match schema::sections(kind) {
            [] => Body::default(),
            known => {
                let is_wanted = |title: &str| known.iter().any(|section| section.is_called(title));
                body::read(file.text(), front_matter.body, &is_wanted)
            }
        };
        let body = Sections::new(&body, kind);
        body.hint_slips(&mut desk);
        match kind {
            Kind::Candidate => self.candidates.push(record::candidate(note, &fields, &body, &mut desk)),
            Kind::Company => self.companies.push(record::company(note, &fields, &body, &mut desk)),
            Kind::Interviewer => self.interviewers.push(record::interviewer(note, &fields, &body, &mut desk)),
            Kind::Round => self.rounds.push(record::round(note, &fields, &body, &mut desk)),
            Kind::Testimonial => self.testimonials.push(record::testimonial(note, &fields, &body, &mut desk)),
            Kind::Contact => self.contacts.push(record::contact(note, &fields, &mut desk)),
            Kind::Letter => {
                let text = (file.text(), front_matter.body);
                self.letters.push(record::letter(note, &fields, text, &mut desk));
            }
        }
        self.diagnostics.append(&mut desk.diagnostics);
        self.wanted.append(&mut desk.wanted);
        if !others.are_known && desk.asked.any_in_vain() {
            self.waiting.push(note);
        }
        self.asked.push((note, desk.asked));
    }

    /// Puts those of the next stretch behind these.
    pub(super) fn append(&mut self, mut more: Self) {
        self.candidates.append(&mut more.candidates);
        self.companies.append(&mut more.companies);
        self.interviewers.append(&mut more.interviewers);
        self.rounds.append(&mut more.rounds);
        self.testimonials.append(&mut more.testimonials);
        self.contacts.append(&mut more.contacts);
        self.letters.append(&mut more.letters);
        self.asked.append(&mut more.asked);
        self.supposed.append(&mut more.supposed);
        self.waiting.append(&mut more.waiting);
        self.diagnostics.append(&mut more.diagnostics);
        self.wanted.append(&mut more.wanted);
    }

    /// Makes them the records of the vault.
    pub(super) fn move_to(&mut self, vault: &mut Vault) {
        vault.candidates = std::mem::take(&mut self.candidates);
        vault.companies = std::mem::take(&mut self.companies);
        vault.interviewers = std::mem::take(&mut self.interviewers);
        vault.rounds = std::mem::take(&mut self.rounds);
        vault.testimonials = std::mem::take(&mut self.testimonials);
        vault.contacts = std::mem::take(&mut self.contacts);
        vault.letters = std::mem::take(&mut self.letters);
    }

    /// Puts the record that was read, if any, at the place that `record` names, over the `old` ones that stand there: one
    /// or none.
    pub(super) fn put(&mut self, vault: &mut Vault, record: Record, old: usize) {
        match record {
            Record::Other | Record::Broken => {}
            Record::Candidate(at) => put(&mut self.candidates, &mut vault.candidates, at, old),
            Record::Company(id) => put(&mut self.companies, &mut vault.companies, id.0 as usize, old),
            Record::Interviewer(at) => put(&mut self.interviewers, &mut vault.interviewers, at, old),
            Record::Round(at) => put(&mut self.rounds, &mut vault.rounds, at, old),
            Record::Testimonial(at) => put(&mut self.testimonials, &mut vault.testimonials, at, old),
            Record::Contact(at) => put(&mut self.contacts, &mut vault.contacts, at, old),
            Record::Letter(at) => put(&mut self.letters, &mut vault.letters, at, old),
        }
    }
}

fn put<T>(read: &mut Vec<T>, list: &mut Vec<T>, at: usize, old: usize) {
    list.splice(at..at + old, read.drain(..));
}
