//! One application: the company, and what is known of the job.

use chrono::NaiveDate;

use super::{Exemptions, Field, Named, NoteId};
use crate::text::{Span, Spanned};

/// How an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Sent, no round yet.
    Applied,
    /// Rounds are going on.
    Interviewing,
    /// Their answer is awaited.
    Waiting,
    /// They want the candidate.
    Offer,
    /// The candidate took it.
    Accepted,
    /// They do not want the candidate.
    Rejected,
    /// The candidate does not want the job.
    Withdrawn,
    /// Over without a word.
    Closed,
}

impl Status {
    /// Whether nothing more is asked of the candidate but good manners.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Accepted | Self::Rejected | Self::Withdrawn | Self::Closed)
    }
}

/// The candidate's own feeling about an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// No idea.
    Unsure,
    /// It may well be.
    Hopeful,
    /// As good as done, which it is not before an offer.
    Certain,
}

/// One application.
#[derive(Clone, Debug)]
pub struct Company {
    /// The note.
    pub note: NoteId,
    /// The note's file name without `.md`: the company's name.
    pub name: String,
    /// The job applied for.
    pub position: Field<String>,
    /// How it stands.
    pub status: Field<Status>,
    /// Day of the application.
    pub applied_on: Field<NaiveDate>,
    /// Day of the offer, the acceptance, the rejection or the withdrawal.
    pub decided_on: Field<NaiveDate>,
    /// Day by which an offer must be answered.
    pub offer_by: Field<NaiveDate>,
    /// The candidate's feeling.
    pub outlook: Field<Outlook>,
    /// Whom to ask for news: an interviewer or a contact.
    pub contact: Field<Named>,
    /// Who decides, as this note says; see also the rounds.
    pub decider: Field<Named>,
    /// How many others are still in, as this note says; see also the rounds.
    pub rivals: Field<u32>,
    /// What the job turns on.
    pub key_factors: Field<Vec<String>>,
    /// Words of the posting worth echoing.
    pub posting_terms: Field<Vec<String>>,
    /// The lines below the person's name on a letter.
    pub post_address: Field<Vec<String>>,
    /// Web site.
    pub website: Field<String>,
    /// What was learnt, after the decision.
    pub lesson: Field<String>,
    /// The posting as pasted.
    pub posting: Option<Spanned<String>>,
    /// What the company struggles with: its own section first, then the rounds' Close bullets by round and line.
    pub challenges: Vec<Challenge>,
    /// Weaknesses, or areas to grow in.
    pub needs: Box<[Remark]>,
    /// Backgrounds of the others who are still in.
    pub rival_notes: Box<[Remark]>,
    /// What the candidate found out, in the order written.
    pub research: Box<[Research]>,
    /// Indices into [`Vault::rounds`](super::Vault::rounds), by number, then date.
    pub rounds: Vec<usize>,
    /// Indices into [`Vault::letters`](super::Vault::letters), by path.
    pub letters: Vec<usize>,
    /// Indices into [`Vault::contacts`](super::Vault::contacts): those who know an interviewer of a round, or
    /// influence the company.
    pub contacts: Vec<usize>,
    /// What is waived or held here.
    pub exemptions: Exemptions,
}

/// Something the company struggles with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// The words, without links' brackets, the names in final parentheses, and the arrow.
    pub text: String,
    /// Who named it.
    pub people: Vec<Named>,
    /// The accomplishment's id behind the arrow.
    pub answer: Option<String>,
    /// The note it stands in: the company's, or a round's.
    pub note: NoteId,
    /// The bullet.
    pub span: Span,
}

/// A bullet of free words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The words.
    pub text: String,
    /// Who is linked.
    pub people: Vec<Named>,
    /// The bullet.
    pub span: Span,
}

/// What a line of research is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The company.
    Company,
    /// The job.
    Role,
    /// A person.
    Person(Named),
}

/// One dated bullet of research.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Research {
    /// When it was found.
    pub date: NaiveDate,
    /// What about.
    pub subject: Subject,
    /// What.
    pub text: String,
    /// The bullet.
    pub span: Span,
}
