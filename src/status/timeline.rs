//! One application from the first day to the last that is known.

use chrono::NaiveDate;

use super::{Basis, Place, Row, Stage};
use crate::checklist::Application;
use crate::model::{
    Channel, Direction, LogEntry, Named, NoteId, Promise, PromiseState, Purpose, Round, RoundResult, RoundState,
    Subject,
};
use crate::text::Span;

/// One application over time.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The day.
    pub today: NaiveDate,
    /// The application at a glance.
    pub row: Row,
    /// What happened, and what is known to come: by day, then as listed in [`EventKind`].
    pub events: Vec<Event>,
}

/// Something that happened, or will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub date: NaiveDate,
    /// What.
    pub kind: EventKind,
    /// The round's number.
    pub round: Option<u32>,
    /// With, to or from whom; what research is about.
    pub people: Vec<String>,
    /// How a contact was made.
    pub channel: Option<Channel>,
    /// What a contact was for.
    pub purposes: Vec<Purpose>,
    /// The words of the note, or the outcome of a round in one word; empty where there are none.
    pub text: String,
    /// Where it is written.
    pub place: Place,
}

/// What an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    /// The application.
    Applied,
    /// An appointment was made.
    Booked,
    /// Something was found out.
    Research,
    /// A round; its text is planned, past, held, cancelled, pending, advanced, rejected or offer.
    Interview,
    /// The candidate wrote, called or came.
    Out,
    /// They did.
    In,
    /// A promise was kept.
    Kept,
    /// A promise is open, and due.
    Promise,
    /// They asked not to be contacted before.
    Quiet,
    /// A check-in was agreed.
    CheckIn,
    /// They said they would answer by it.
    Answer,
    /// The application was decided; its text is the status.
    Decided,
    /// The offer must be answered by it.
    OfferBy,
}

impl EventKind {
    /// The word in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Booked => "booked",
            Self::Research => "research",
            Self::Interview => "interview",
            Self::Out => "out",
            Self::In => "in",
            Self::Kept => "promise_kept",
            Self::Promise => "promise_due",
            Self::Quiet => "quiet_until",
            Self::CheckIn => "check_in_on",
            Self::Answer => "hear_by",
            Self::Decided => "decided",
            Self::OfferBy => "offer_by",
        }
    }
}

impl Timeline {
    /// The timeline of one application.
    pub fn new(basis: &Basis<'_>, application: &Application<'_>) -> Self {
        let row = Row::new(basis, application);
        let mut list = List { basis, application, events: Vec::new() };
        list.company(row.stage);
        for (at, round) in application.rounds() {
            list.round(round, application.waiting().is_some_and(|waiting| waiting.at == at));
        }
        list.letters();
        let mut events = list.events;
        events.sort_by_key(|event| (event.date, event.kind, event.round));
        Self { today: basis.today, row, events }
    }
}

struct List<'a, 'b> {
    basis: &'a Basis<'b>,
    application: &'a Application<'a>,
    events: Vec<Event>,
}

impl List<'_, '_> {
    /// Adds an event; what is not said here is empty.
    fn push(&mut self, date: NaiveDate, kind: EventKind, note: NoteId, span: Span) -> &mut Event {
        let place = self.basis.place(note, span);
        let (people, purposes) = (Vec::new(), Vec::new());
        let event = Event { date, kind, round: None, people, channel: None, purposes, text: String::new(), place };
        self.events.push(event);
        let last = self.events.len() - 1;
        &mut self.events[last]
    }

    fn company(&mut self, stage: Stage) {
        let company = self.application.company;
        let note = company.note;
        if let Some(day) = company.applied_on.get() {
            self.push(day, EventKind::Applied, note, company.applied_on.place());
        }
        if let Some(day) = company.decided_on.get() {
            stage.name().clone_into(&mut self.push(day, EventKind::Decided, note, company.decided_on.place()).text);
        }
        if let Some(day) = company.offer_by.get().filter(|_| stage == Stage::Offer) {
            self.push(day, EventKind::OfferBy, note, company.offer_by.place());
        }
        for line in &company.research {
            let about = match &line.subject {
                Subject::Company => "company".to_owned(),
                Subject::Role => "role".to_owned(),
                Subject::Person(person) => person.name.clone(),
            };
            let event = self.push(line.date, EventKind::Research, note, line.span);
            event.people.push(about);
            event.text.clone_from(&line.text);
        }
    }

    fn round(&mut self, round: &Round, is_waiting: bool) {
        let first = self.events.len();
        let note = round.note;
        if let Some(day) = round.booked_on.get() {
            self.push(day, EventKind::Booked, note, round.booked_on.place());
        }
        if let Some(day) = round.interview_date.get() {
            let people = names(round.interviewers.list());
            let outcome = self.outcome(round, day);
            let event = self.push(day, EventKind::Interview, note, round.interview_date.place());
            event.people = people;
            outcome.clone_into(&mut event.text);
        }
        for (kind, field) in [
            (EventKind::Answer, &round.hear_by),
            (EventKind::Quiet, &round.quiet_until),
            (EventKind::CheckIn, &round.check_in_on),
        ] {
            if let Some(day) = field.get().filter(|_| is_waiting) {
                self.push(day, kind, note, field.place());
            }
        }
        round.promises.iter().for_each(|promise| self.promise(round, promise));
        round.log.iter().for_each(|entry| self.contact(round, entry));
        self.events[first..].iter_mut().for_each(|event| event.round = Some(round.number));
    }

    fn outcome(&self, round: &Round, day: NaiveDate) -> &'static str {
        match (round.state(self.basis.today), round.result.get()) {
            (RoundState::Cancelled, _) => "cancelled",
            (RoundState::Planned, _) if day < self.basis.today => "past",
            (RoundState::Planned, _) => "planned",
            (RoundState::Held, Some(RoundResult::Advanced)) => "advanced",
            (RoundState::Held, Some(RoundResult::Rejected)) => "rejected",
            (RoundState::Held, Some(RoundResult::Offer)) => "offer",
            (RoundState::Held, Some(RoundResult::Pending)) => "pending",
            (RoundState::Held, None) => "held",
        }
    }

    fn promise(&mut self, round: &Round, promise: &Promise) {
        let (kind, day) = match promise.state {
            PromiseState::Kept(day) => (EventKind::Kept, day.or(promise.due)),
            PromiseState::Covered(day) => (EventKind::Kept, Some(day)),
            PromiseState::Open => (EventKind::Promise, promise.due),
            PromiseState::Released => return,
        };
        // A promise without any day has no place in time; `--promises` shows it.
        let Some(day) = day else { return };
        let event = self.push(day, kind, round.note, promise.span);
        event.people = promise.person.iter().map(|person| person.name.clone()).collect();
        event.text.clone_from(&promise.text);
    }

    fn contact(&mut self, round: &Round, entry: &LogEntry) {
        let kind = if entry.direction == Direction::Out { EventKind::Out } else { EventKind::In };
        let event = self.push(entry.date, kind, round.note, entry.span);
        event.people = names(&entry.people);
        event.channel = Some(entry.channel);
        event.purposes.clone_from(&entry.purposes);
        event.text.clone_from(&entry.text);
    }

    /// The letters that were sent, save those that the log speaks of.
    fn letters(&mut self) {
        let made = self.application.made();
        for letter in self.application.letters() {
            let Some(day) = letter.sent_on.get() else { continue };
            let to: Vec<String> = letter.to.value().iter().map(|to| to.name.clone()).collect();
            let channel = letter.goes_by();
            let is_logged = self.events.iter().any(|event| {
                event.kind == EventKind::Out
                    && event.date == day
                    && event.channel == channel
                    && to.iter().all(|name| event.people.contains(name))
            });
            if is_logged {
                continue;
            }
            let same =
                made.iter().find(|made| made.date == day && made.channel == channel && names(&made.people) == to);
            let number = letter.round.and_then(|at| self.basis.vault.rounds.get(at)).map(|round| round.number);
            let event = self.push(day, EventKind::Out, letter.note, letter.sent_on.place());
            event.round = number;
            event.people = to;
            event.channel = channel;
            event.purposes = same.map(|made| made.purpose).into_iter().collect();
        }
    }
}

fn names(people: &[Named]) -> Vec<String> {
    people.iter().map(|person| person.name.clone()).collect()
}
