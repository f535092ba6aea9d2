//! The whole of it.

use std::sync::Arc;

use super::{
    Calendar, Candidate, Company, Config, Contact, Interviewer, Kind, Letter, Named, Namesakes, Round, Testimonial,
};

/// Which note: an index into [`Vault::notes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(pub u32);

/// Which company: an index into [`Vault::companies`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompanyId(pub u32);

/// A Markdown note that was read, record or not.
#[derive(Clone, Debug)]
pub struct Note {
    /// Path from the vault's root, with `/`.
    pub path: Arc<str>,
    /// Which record it holds.
    pub record: Record,
}

impl Note {
    /// The file name without its extension.
    pub fn name(&self) -> &str {
        let file = self.path.rsplit('/').next().unwrap_or(&self.path);
        file.rsplit_once('.').map_or(file, |(stem, _)| stem)
    }
}

/// The record a note holds, by index into the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// An ordinary note, left alone.
    Other,
    /// Meant as a record, but its front matter cannot be read.
    Broken,
    /// [`Vault::candidates`].
    Candidate(usize),
    /// [`Vault::companies`].
    Company(CompanyId),
    /// [`Vault::interviewers`].
    Interviewer(usize),
    /// [`Vault::rounds`].
    Round(usize),
    /// [`Vault::testimonials`].
    Testimonial(usize),
    /// [`Vault::contacts`].
    Contact(usize),
    /// [`Vault::letters`].
    Letter(usize),
}

impl Record {
    /// The kind of the record, where it is one.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Other | Self::Broken => None,
            Self::Candidate(_) => Some(Kind::Candidate),
            Self::Company(_) => Some(Kind::Company),
            Self::Interviewer(_) => Some(Kind::Interviewer),
            Self::Round(_) => Some(Kind::Round),
            Self::Testimonial(_) => Some(Kind::Testimonial),
            Self::Contact(_) => Some(Kind::Contact),
            Self::Letter(_) => Some(Kind::Letter),
        }
    }
}

/// Everything that was read. Lists are in the order of the notes' paths.
#[derive(Clone, Debug)]
pub struct Vault {
    /// `vault.toml`.
    pub config: Config,
    /// The working days of `config`.
    pub calendar: Calendar,
    /// Every Markdown note that was read, by path.
    pub notes: Vec<Note>,
    /// How many of them have one name; to be asked with [`Vault::namesakes`].
    pub namesakes: Namesakes,
    /// Exactly one, where all is well.
    pub candidates: Vec<Candidate>,
    /// The applications.
    pub companies: Vec<Company>,
    /// The people met or to be met.
    pub interviewers: Vec<Interviewer>,
    /// The interviews.
    pub rounds: Vec<Round>,
    /// The brag book.
    pub testimonials: Vec<Testimonial>,
    /// The allies.
    pub contacts: Vec<Contact>,
    /// The letters, drafts and sent.
    pub letters: Vec<Letter>,
    /// How many files and folders could not be read.
    pub unread: usize,
    /// Whether every folder could be listed.
    pub complete: bool,
    /// Whether every record could be read, too: where not, what is missing may stand in one that could not.
    pub whole: bool,
}

impl Vault {
    /// The note.
    pub fn note(&self, id: NoteId) -> &Note {
        &self.notes[id.0 as usize]
    }

    /// The note at that path.
    pub fn note_at(&self, path: &str) -> Option<NoteId> {
        let at = self.notes.binary_search_by(|note| (*note.path).cmp(path)).ok()?;
        u32::try_from(at).ok().map(NoteId)
    }

    /// The note's path.
    pub fn path(&self, id: NoteId) -> &Arc<str> {
        &self.note(id).path
    }

    /// The company.
    pub fn company(&self, id: CompanyId) -> &Company {
        &self.companies[id.0 as usize]
    }

    /// The one candidate, where there is at least one.
    pub fn candidate(&self) -> Option<&Candidate> {
        self.candidates.first()
    }

    /// The company a name resolves to.
    pub fn company_named(&self, named: &Named) -> Option<CompanyId> {
        match self.note(named.note?).record {
            Record::Company(id) => Some(id),
            _ => None,
        }
    }

    /// The interviewer a name resolves to.
    pub fn interviewer(&self, named: &Named) -> Option<&Interviewer> {
        match self.note(named.note?).record {
            Record::Interviewer(at) => self.interviewers.get(at),
            _ => None,
        }
    }

    /// The contact a name resolves to.
    pub fn contact(&self, named: &Named) -> Option<&Contact> {
        match self.note(named.note?).record {
            Record::Contact(at) => self.contacts.get(at),
            _ => None,
        }
    }

    /// The letter at that path.
    pub fn letter_at(&self, path: &str) -> Option<&Letter> {
        match self.note(self.note_at(path)?).record {
            Record::Letter(at) => self.letters.get(at),
            _ => None,
        }
    }

    /// The company of an interviewer: its own word, else the first whose rounds name them.
    pub fn company_of(&self, interviewer: &Interviewer) -> Option<&Company> {
        if let Some(id) = interviewer.company.value().and_then(|named| self.company_named(named)) {
            return Some(self.company(id));
        }
        self.companies.iter().find(|company| {
            company
                .rounds
                .iter()
                .any(|at| self.rounds[*at].interviewers.list().iter().any(|named| named.is_note(interviewer.note)))
        })
    }

    /// How many notes there are of a kind.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Candidate => self.candidates.len(),
            Kind::Company => self.companies.len(),
            Kind::Interviewer => self.interviewers.len(),
            Kind::Round => self.rounds.len(),
            Kind::Testimonial => self.testimonials.len(),
            Kind::Contact => self.contacts.len(),
            Kind::Letter => self.letters.len(),
        }
    }
}
