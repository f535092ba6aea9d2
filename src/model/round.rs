//! One interview: what was planned, what was asked, said and promised.

use chrono::NaiveDate;

use super::{Answer, Challenge, CompanyId, Exemptions, Fact, Field, LogEntry, Named, NoteId, Promise, Wish};
use crate::text::{Span, Spanned};

/// Whether a round took place, as its note says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundState {
    /// It is to come.
    Planned,
    /// It took place.
    Held,
    /// It did not, and will not.
    Cancelled,
}

/// The shape of an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One interviewer.
    OneToOne,
    /// Several interviewers.
    Panel,
    /// Several candidates.
    Group,
    /// Not known.
    Unknown,
}

/// Where an interview takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the company.
    Onsite,
    /// On the phone.
    Phone,
    /// As a video call.
    Video,
    /// From afar, by whatever means.
    Remote,
}

/// What came of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundResult {
    /// No answer yet.
    Pending,
    /// On to the next round.
    Advanced,
    /// Out.
    Rejected,
    /// An offer.
    Offer,
}

/// What a round tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Whether the person fits.
    Fit,
    /// Whether the person can do it.
    Technical,
    /// They only want to be sure.
    Confirm,
    /// Several of these.
    Mixed,
}

/// Whether they see the match too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchAgreed {
    /// They do.
    Yes,
    /// They do not.
    No,
    /// Hard to say.
    Unclear,
}

/// What an interviewer said when asked for support; the first word decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Support {
    /// They will back the candidate.
    Yes,
    /// They will not.
    No,
    /// They do not know yet.
    Unsure,
    /// They evaded; `then` is what they said when asked again.
    Deflected {
        /// The words behind `then`.
        then: Option<String>,
    },
}

/// One round.
#[derive(Clone, Debug)]
pub struct Round {
    /// The note.
    pub note: NoteId,
    /// The company, as written.
    pub company: Field<Named>,
    /// The company it resolves to.
    pub company_id: Option<CompanyId>,
    /// The number given, or counted by date; 1 for a round of no company.
    pub number: u32,
    /// The number as written.
    pub number_written: Field<u32>,
    /// The state as written; absent means planned.
    pub state: Field<RoundState>,
    /// Day the appointment was made.
    pub booked_on: Field<NaiveDate>,
    /// Day of the interview.
    pub interview_date: Field<NaiveDate>,
    /// Time of day, as written.
    pub interview_time: Field<String>,
    /// Shape; see [`Round::format`].
    pub format_written: Field<Format>,
    /// Where.
    pub place: Field<Place>,
    /// With whom.
    pub interviewers: Field<Vec<Named>>,
    /// What came of it.
    pub result: Field<RoundResult>,
    /// What it tests, where the candidate says so.
    pub focus: Field<Focus>,
    /// When they said they would answer, either way.
    pub hear_by: Field<NaiveDate>,
    /// Their words for it: the key, a date key with words in it, or `said when` under Close.
    pub hear_by_said: Field<String>,
    /// The date was played back to them.
    pub hear_by_confirmed: Field<bool>,
    /// One business day of grace.
    pub hear_by_rough: Field<bool>,
    /// What comes next: the key, or `next` under Close.
    pub next_step: Field<String>,
    /// When the steps come.
    pub steps_when: Field<String>,
    /// Reference checks, tests, …
    pub other_steps: Field<Vec<String>>,
    /// How many interviews are left; 0 is an answer.
    pub rounds_left: Field<u32>,
    /// With whom the next ones are.
    pub next_interviewers: Field<Vec<Named>>,
    /// What the next round is about.
    pub next_focus: Field<String>,
    /// What they want beyond what was said.
    pub next_wants: Field<String>,
    /// Strengths to stress.
    pub play_up: Field<Vec<String>>,
    /// Weak spots to strengthen.
    pub shore_up: Field<Vec<String>>,
    /// Asked this interviewer to help with the next step: the answer.
    pub sponsor: Field<bool>,
    /// How they like to be checked in with.
    pub check_in: Field<Wish>,
    /// The day agreed for it.
    pub check_in_on: Field<NaiveDate>,
    /// With whom.
    pub check_in_with: Field<Named>,
    /// They asked not to be contacted before.
    pub quiet_until: Field<NaiveDate>,
    /// Asked for the job.
    pub asked_for_job: Field<bool>,
    /// Said that it was a pleasure and that it seems to match.
    pub said_match: Field<bool>,
    /// Whether they agreed.
    pub match_agreed: Field<MatchAgreed>,
    /// One of the company's key factors, for the letters.
    pub letter_factor: Field<String>,
    /// Id of an accomplishment, for the letters.
    pub letter_proof: Field<String>,
    /// A testimonial, for the letters.
    pub letter_quote: Field<Named>,
    /// Who decides, as this round taught.
    pub decider: Field<Named>,
    /// How many others are still in, as this round taught.
    pub rivals: Field<u32>,
    /// `declined: [questions]`.
    pub questions_declined: bool,
    /// The labelled bullets of `## Prepare`, in order.
    pub prepare: Box<[Prepare]>,
    /// What was asked, and the answers given.
    pub questions: Box<[Question]>,
    /// The end of the interview.
    pub close: Close,
    /// Ids of key facts that were told.
    pub said: Box<[Spanned<String>]>,
    /// What was promised.
    pub promises: Box<[Promise]>,
    /// Whatever was noted in a hurry.
    pub scrawl: Option<Spanned<String>>,
    /// What passed since, in the order written.
    pub log: Box<[LogEntry]>,
    /// Log bullets that could not be read: their words.
    pub log_unread: Box<[Spanned<String>]>,
    /// What is waived or held here.
    pub exemptions: Exemptions,
}

impl Round {
    /// The state on `today`: a filled Close on or after the interview's day says that it was held,
    /// unless the note says cancelled; nothing that lies ahead was held.
    pub fn state(&self, today: NaiveDate) -> RoundState {
        let has_come = self.interview_date.get().is_some_and(|date| date <= today);
        match self.state.get() {
            Some(RoundState::Cancelled) => RoundState::Cancelled,
            Some(RoundState::Held) if has_come || self.interview_date.is_absent() => RoundState::Held,
            _ if has_come && self.close.filled => RoundState::Held,
            _ => RoundState::Planned,
        }
    }

    /// The shape: as given, else one-to-one for one interviewer.
    pub fn format(&self) -> Answer<Format> {
        match self.format_written.answer {
            Answer::Absent if self.interviewers.list().len() == 1 => Answer::Value(Format::OneToOne),
            ref written => written.clone(),
        }
    }

    /// The place of the interviewer `named` among the round's, from 0.
    pub fn place_of(&self, named: &Named) -> Option<usize> {
        self.interviewers.list().iter().position(|other| other.is(named))
    }
}

/// A labelled bullet of `## Prepare`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepare {
    /// The label, lower case: `fit company`, `change`, `answer`, …
    pub label: &'static str,
    /// The words behind it.
    pub text: String,
    /// Links in it.
    pub people: Vec<Named>,
    /// The bullet.
    pub span: Span,
}

/// A question that was asked, with the answer given or prepared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The words behind `Q:`.
    pub question: String,
    /// The words behind `A:`; empty where there are none.
    pub answer: String,
    /// The words behind `changed because:`.
    pub changed: Option<String>,
    /// The bullet.
    pub span: Span,
}

/// `## Close`: what was asked at the end, person by person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Close {
    /// The heading, where there is one.
    pub span: Option<Span>,
    /// Whether any bullet has an answer (one of the four outcomes).
    pub filled: bool,
    /// One for each of the round's interviewers, in their order, whether anything is written or not.
    pub people: Vec<PersonClose>,
}

impl Close {
    /// What was asked of one person.
    pub fn of(&self, named: &Named) -> Option<&PersonClose> {
        self.people.iter().find(|person| person.person.is(named))
    }
}

/// What was asked of one interviewer at the end, and heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonClose {
    /// The interviewer.
    pub person: Named,
    /// Where to write: the person's heading, else `## Close`, else the start of the note.
    pub heading: Span,
    /// How the candidate compares.
    pub standing: Field<String>,
    /// Doubts; each may carry its reply.
    pub concerns: Field<Vec<Doubt>>,
    /// Whether experience and ability came across.
    pub clear: Field<String>,
    /// What it would take.
    pub to_win: Field<String>,
    /// Whether they will back the candidate.
    pub support: Field<Support>,
    /// Details that stayed, only this person's.
    pub moments: Field<Vec<Spanned<String>>>,
    /// Challenges this person named.
    pub challenges: Vec<Challenge>,
    /// Profile facts this person told of themselves.
    pub profile: Vec<Fact>,
    /// Advice this person gave.
    pub advice: Vec<Spanned<String>>,
    /// What this person told about others, with whom: private.
    pub about: Vec<(Named, Spanned<String>)>,
    /// `declined` or `missed` was said of an `about`, or of `about` as a whole.
    pub about_outcome: Answer<()>,
}

impl PersonClose {
    /// Nothing heard yet from `person`; `heading` is where to write.
    pub fn new(person: Named, heading: Span) -> Self {
        Self {
            person,
            heading,
            standing: Field::default(),
            concerns: Field::default(),
            clear: Field::default(),
            to_win: Field::default(),
            support: Field::default(),
            moments: Field::default(),
            challenges: Vec::new(),
            profile: Vec::new(),
            advice: Vec::new(),
            about: Vec::new(),
            about_outcome: Answer::Absent,
        }
    }

    /// Gives back the room that lists have for more.
    pub fn shrink(&mut self) {
        self.concerns.value_mut().into_iter().for_each(Vec::shrink_to_fit);
        self.moments.value_mut().into_iter().for_each(Vec::shrink_to_fit);
        self.challenges.shrink_to_fit();
        self.profile.shrink_to_fit();
        self.advice.shrink_to_fit();
        self.about.shrink_to_fit();
    }
}

/// A doubt and, behind the arrow, its reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The doubt.
    pub text: String,
    /// The reply that was given or prepared.
    pub reply: Option<String>,
    /// The bullet.
    pub span: Span,
}
