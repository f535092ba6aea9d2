//! What notes and records are called by number, once notes came or went: those behind them move.

use super::{
    Company, Contact, Exemptions, Field, Interviewer, Letter, LogEntry, Named, NoteId, PersonClose, Round, Subject,
    Vault,
};

/// From the numbers of before to those of now.
#[derive(Clone, Debug, Default)]
pub struct Renumbering {
    /// By the number that a note had; empty where all have kept theirs.
    notes: Vec<Option<NoteId>>,
    /// By the place that a round had among the rounds; empty where all have kept theirs.
    rounds: Vec<Option<usize>>,
    /// A note came, went or became another kind.
    is_other_set: bool,
    /// Companies came or went, so that all numbers of companies are of before.
    moves_companies: bool,
}

impl Renumbering {
    /// From where notes and rounds stood to where they stand; `None` for one that is not there any more.
    /// `keeps_companies`: each company has the number that it had.
    pub fn new(notes: Vec<Option<NoteId>>, rounds: Vec<Option<usize>>, keeps_companies: bool) -> Self {
        let keeps_notes = (0..).map(NoteId).zip(&notes).all(|(before, now)| *now == Some(before));
        let keeps_rounds = rounds.iter().enumerate().all(|(before, now)| *now == Some(before));
        Self {
            notes: if keeps_notes { Vec::new() } else { notes },
            rounds: if keeps_rounds { Vec::new() } else { rounds },
            is_other_set: true,
            moves_companies: !keeps_companies,
        }
    }

    /// Whether no note came, went or became another kind: then everything has kept its number.
    pub fn is_empty(&self) -> bool {
        !self.is_other_set
    }

    /// Whether what is kept by companies' numbers is of no use any more.
    pub fn moves_companies(&self) -> bool {
        self.moves_companies
    }

    /// The note's number now.
    pub fn note(&self, before: NoteId) -> Option<NoteId> {
        if self.notes.is_empty() { Some(before) } else { self.notes.get(before.0 as usize).copied().flatten() }
    }

    /// The round's place now.
    pub fn round(&self, before: usize) -> Option<usize> {
        if self.rounds.is_empty() { Some(before) } else { self.rounds.get(before).copied().flatten() }
    }

    /// Gives whom a link names the number of now.
    pub fn link(&self, named: &mut Named) {
        named.note = named.note.and_then(|note| self.note(note));
    }

    fn own(&self, note: &mut NoteId) {
        // A record whose own note is gone is gone itself.
        *note = self.note(*note).unwrap_or(*note);
    }

    fn links<'n>(&self, all: impl IntoIterator<Item = &'n mut Named>) {
        all.into_iter().for_each(|named| self.link(named));
    }

    fn exemptions(&self, exemptions: &mut Exemptions) {
        self.links(exemptions.waivers.iter_mut().filter_map(|waiver| waiver.person.as_mut()));
        self.links(exemptions.holds.iter_mut().filter_map(|hold| hold.person.as_mut()));
    }

    fn company(&self, company: &mut Company) {
        self.own(&mut company.note);
        self.links([&mut company.contact, &mut company.decider].into_iter().filter_map(Field::value_mut));
        for challenge in &mut company.challenges {
            self.own(&mut challenge.note);
            self.links(&mut challenge.people);
        }
        self.links(company.needs.iter_mut().chain(&mut company.rival_notes).flat_map(|remark| &mut remark.people));
        for research in &mut company.research {
            if let Subject::Person(person) = &mut research.subject {
                self.link(person);
            }
        }
        self.exemptions(&mut company.exemptions);
    }

    fn interviewer(&self, interviewer: &mut Interviewer) {
        self.own(&mut interviewer.note);
        self.links([&mut interviewer.company, &mut interviewer.told_by].into_iter().filter_map(Field::value_mut));
        self.links(interviewer.profile.iter_mut().filter_map(|fact| fact.from.as_mut()));
        self.exemptions(&mut interviewer.exemptions);
    }

    fn round_of(&self, round: &mut Round) {
        self.own(&mut round.note);
        let single = [&mut round.company, &mut round.check_in_with, &mut round.letter_quote, &mut round.decider];
        self.links(single.into_iter().filter_map(Field::value_mut));
        let lists = [&mut round.interviewers, &mut round.next_interviewers];
        self.links(lists.into_iter().filter_map(Field::value_mut).flatten());
        self.links(round.prepare.iter_mut().flat_map(|bullet| &mut bullet.people));
        round.close.people.iter_mut().for_each(|close| self.close(close));
        self.links(round.promises.iter_mut().filter_map(|promise| promise.person.as_mut()));
        self.links(round.log.iter_mut().flat_map(|LogEntry { people, .. }| people));
        self.exemptions(&mut round.exemptions);
    }

    fn close(&self, close: &mut PersonClose) {
        self.link(&mut close.person);
        for challenge in &mut close.challenges {
            self.own(&mut challenge.note);
            self.links(&mut challenge.people);
        }
        self.links(close.profile.iter_mut().filter_map(|fact| fact.from.as_mut()));
        self.links(close.about.iter_mut().map(|(person, _)| person));
    }

    fn contact(&self, contact: &mut Contact) {
        self.own(&mut contact.note);
        let lists = [&mut contact.knows, &mut contact.influences];
        self.links(lists.into_iter().filter_map(Field::value_mut).flatten());
        self.exemptions(&mut contact.exemptions);
    }

    fn letter(&self, letter: &mut Letter) {
        self.own(&mut letter.note);
        self.links(
            [&mut letter.company, &mut letter.for_round, &mut letter.to].into_iter().filter_map(Field::value_mut),
        );
        self.exemptions(&mut letter.exemptions);
    }
}

impl Vault {
    /// Gives every note that a record is or links to its number of now. What records say of each other (which rounds a
    /// company has, say) is not looked at: it is gathered anew.
    pub fn renumber(&mut self, renumbering: &Renumbering) {
        for candidate in &mut self.candidates {
            renumbering.own(&mut candidate.note);
            renumbering.exemptions(&mut candidate.exemptions);
        }
        self.companies.iter_mut().for_each(|company| renumbering.company(company));
        self.interviewers.iter_mut().for_each(|interviewer| renumbering.interviewer(interviewer));
        self.rounds.iter_mut().for_each(|round| renumbering.round_of(round));
        for testimonial in &mut self.testimonials {
            renumbering.own(&mut testimonial.note);
            renumbering.exemptions(&mut testimonial.exemptions);
        }
        self.contacts.iter_mut().for_each(|contact| renumbering.contact(contact));
        self.letters.iter_mut().for_each(|letter| renumbering.letter(letter));
    }
}
