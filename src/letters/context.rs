//! What a template can say: everything about one document to one person, in words.
//!
//! A text that is not known is empty, and so false in a template's `if`; every name is always there.

use crate::prose::blanks;
use crate::text::inert;
use chrono::NaiveDate;
use serde::Serialize;

use super::accord::{Agreed, Pledge, support};
use super::acquaintance::{Awaited, Meeting, people, promises, shared_interest};
use super::address::{Addressee, near, written_out};
use super::ally::Ally;
use super::choice::{self, Praise};
use super::claims::{Answered, Factor, Problem, Quote, terms};
use super::fragment::{self, blank};
use super::task::{Need, News, Task, factors, tasks};
use crate::checklist::Application;
use crate::model::{Accomplishment, Channel, Document, Named, Promise, Purpose, Round, Vault};

/// One name of the context and what it means, for `explain letter:…`.
pub const NAMES: [(&str, &str); 37] = [
    ("me.name", "your full name"),
    ("me.email, me.phone", "how to reach you"),
    ("me.address", "the lines of your address, a list"),
    ("me.sign_off", "the words above your name, without a comma"),
    ("to.name", "the full name of the person written to"),
    ("to.called", "prefix and family name where a prefix is known, else the full name"),
    ("to.met", "`true` where you have met"),
    ("greeting", "\"Dear Ms Rao,\""),
    ("letterhead", "your block, the date and theirs, for a letter by post"),
    ("company, position", "the firm's name; the job applied for"),
    ("date", "the day the document is due, written out"),
    ("channel", "how it goes: email, post, handwritten, lobby, phone, in-person"),
    ("round.date", "the day of the interview, written out"),
    ("round.day", "its day of the week"),
    ("round.meeting", "\"our video call\", \"our meeting\", …"),
    ("round.held", "whether it has been"),
    ("round.earlier", "the day of an earlier interview with the same person, \"Tuesday 4 March\""),
    (
        "round.with, round.there",
        "the others of the round, \"Ms Rao and Tom Berg\"; whether the person written to was there",
    ),
    ("people", "everybody else you met at the firm, \"Ms Rao and Tom Berg\""),
    ("moment, has_moment", "what stays with you, behind \"I keep thinking about\", or a blank; whether it is none"),
    (
        "challenge.text, challenge.theirs, challenge.answer",
        "what they are dealing with, behind a colon; whether this person named it; your answer as a clause, \"I …\"",
    ),
    ("lead", "an accomplishment as a clause, where the letter opens with another one than the challenge's answer"),
    ("reasons", "further reasons, clauses, best first, a list"),
    (
        "factor.text, factor.proof, factor.leads",
        "the key factor of the job; the accomplishment that proves it, a clause, empty where the challenge's answer does; whether the letter should open with it",
    ),
    ("terms", "words of the posting, a list"),
    ("doubt.text, doubt.reply", "the doubt this person raised, behind a colon; the answer, a sentence"),
    ("quote.text, quote.author, quote.year", "a testimonial; who wrote it, with role and house; when"),
    (
        "interest, advice, promises",
        "an interest you share; advice this person gave; what you promised them, behind \"I promised\", a list",
    ),
    (
        "hear_by, said, proposed, ask_when, asked_before",
        "the day of their answer; else their words for it, with the day they propose; whether to ask; the day of your last request",
    ),
    (
        "agreed.day, agreed.quiet",
        "the day on which you are to check in; whether it is the one before which they asked for quiet",
    ),
    ("news.text, news.about", "the newest line of your research, behind a colon; what it is about"),
    ("support", "what this person said when you asked for support: yes, unsure, or nothing"),
    ("need.text, need.proof", "their first need, behind a colon; your accomplishment nearest to it, a clause"),
    ("tasks", "their challenges, each with `.text` and your `.answer`, a clause, neither ever a blank; a list"),
    ("factors", "everything the job turns on, a list"),
    ("ally.knows, ally.facts", "those of the firm whom the contact knows; two facts to pass on, clauses, a list"),
    (
        "promise.text, promise.thing, promise.day",
        "what you promised, behind \"I promised\"; what it brings them, empty where it is something to do; for when",
    ),
];

/// Everything a template can say.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Context {
    pub(super) me: Me,
    pub(super) to: To,
    pub(super) greeting: String,
    pub(super) letterhead: String,
    pub(super) company: String,
    pub(super) position: String,
    pub(super) date: String,
    pub(super) channel: &'static str,
    pub(super) round: Meeting,
    pub(super) people: String,
    pub(super) moment: String,
    pub(super) has_moment: bool,
    pub(super) challenge: Problem,
    pub(super) lead: String,
    pub(super) reasons: Vec<String>,
    pub(super) factor: Factor,
    pub(super) terms: Vec<String>,
    pub(super) doubt: Answered,
    pub(super) quote: Quote,
    pub(super) interest: String,
    pub(super) advice: String,
    pub(super) promises: Vec<String>,
    pub(super) hear_by: String,
    pub(super) said: String,
    pub(super) proposed: String,
    pub(super) ask_when: bool,
    pub(super) asked_before: String,
    pub(super) agreed: Agreed,
    pub(super) news: News,
    pub(super) support: &'static str,
    pub(super) need: Need,
    pub(super) tasks: Vec<Task>,
    pub(super) factors: Vec<String>,
    pub(super) ally: Ally,
    pub(super) promise: Pledge,
    #[serde(skip)]
    pub(super) place: usize,
}

/// The candidate.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Me {
    name: String,
    email: String,
    phone: String,
    address: Vec<String>,
    sign_off: String,
}

/// The person written to.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct To {
    name: String,
    called: String,
    met: bool,
}

/// What a document is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject<'a, 'v> {
    pub(super) application: &'a Application<'v>,
    pub(super) praise: &'a Praise<'v>,
    pub(super) document: Document,
    pub(super) round: Option<&'v Round>,
    pub(super) to: Option<&'a Named>,
    pub(super) due: NaiveDate,
    pub(super) channel: Option<Channel>,
    /// The promise it is about.
    pub(super) promise: Option<&'v Promise>,
}

impl<'a, 'v> Subject<'a, 'v> {
    /// The round in which the person was met, this one if they were there, else the latest, and the person.
    fn met(&self) -> Option<(&'v Round, &'a Named)> {
        let to = self.to?;
        let held = self.application.held().iter().rev().map(|held| held.round);
        let mut rounds = self.round.into_iter().chain(held);
        rounds.find(|round| round.place_of(to).is_some()).map(|round| (round, to))
    }
}

impl Context {
    /// The words for one document.
    pub(super) fn new(subject: &Subject<'_, '_>) -> Self {
        let app = subject.application;
        let addressee = subject.to.map(|to| Addressee::new(app.vault, to));
        let name = addressee.as_ref().map_or("", |addressee| addressee.name.as_str());
        let called = addressee.as_ref().map_or_else(|| blank("their name"), |addressee| addressee.called.clone());
        let me = Me::new(app.vault);
        let met = subject.met();
        let chosen = met.map(|(round, to)| choice::choose(app, round, to)).unwrap_or_default();
        let close = met.and_then(|(round, to)| round.close.of(to));
        let moment = close.and_then(|close| {
            let moments = close.moments.list();
            moments.get(paper_order(subject.document).checked_rem(moments.len())?)
        });
        let noted = moment.map(|moment| fragment::moment(&moment.value, name));
        let letterhead = addressee.as_ref().map(|to| letterhead(&me, &to.block(app.company), subject.due));
        let asked = app
            .made()
            .into_iter()
            .rev()
            .find(|made| made.purpose == Purpose::Status && after(subject.round, made.date));
        let awaited = Awaited::new(app, subject.round);
        Self {
            greeting: format!("Dear {called},"),
            letterhead: letterhead.unwrap_or_default(),
            company: inert(&app.company.name),
            position: app.company.position.text().map(fragment::trimmed).unwrap_or_default(),
            date: written_out(subject.due),
            channel: subject.channel.map_or("", Channel::name),
            round: Meeting::new(subject, &called),
            has_moment: noted.as_ref().is_some_and(|moment| blanks(moment) == 0),
            moment: noted
                .unwrap_or_else(|| blank(&format!("one thing {} said that stayed with you", or(name, "they")))),
            challenge: Problem::new(&chosen, subject.to, name),
            lead: clause(chosen.lead.filter(|lead| chosen.answer.is_none_or(|answer| answer.id != lead.id))),
            reasons: chosen.others.iter().map(|one| fragment::deed(&one.text)).collect(),
            factor: Factor::new(&chosen),
            terms: terms(app, met.and_then(|(round, to)| round.place_of(to)).unwrap_or_default()),
            doubt: Answered::new(app, close, name),
            quote: met.map(|(round, _)| Quote::new(subject, round, &chosen)).unwrap_or_default(),
            interest: shared_interest(app, subject.to),
            advice: close
                .and_then(|close| close.advice.first())
                .map(|one| fragment::advice(&one.value, name))
                .unwrap_or_default(),
            promises: promises(app, subject.to, name),
            hear_by: awaited.date.map(|date| near(date, subject.due)).unwrap_or_default(),
            said: awaited.words,
            proposed: awaited.proposed.map(|date| near(date, subject.due)).unwrap_or_default(),
            ask_when: awaited.ask,
            asked_before: asked.map(|made| near(made.date, subject.due)).unwrap_or_default(),
            agreed: Agreed::new(subject),
            news: News::new(app, subject.to),
            support: support(app, subject.to),
            need: Need::new(app),
            tasks: tasks(app),
            factors: factors(app),
            ally: Ally::new(subject),
            promise: Pledge::new(subject, name),
            place: met.and_then(|(round, to)| round.place_of(to)).unwrap_or_default(),
            people: people(app, subject.to),
            to: To { name: name.to_owned(), called, met: met.is_some() },
            me,
        }
    }

    /// Leaves one thing out, to keep to a limit; `false` where there is nothing of it to leave out.
    pub(super) fn leave_out(&mut self, what: &str) -> bool {
        let text = match what {
            "quote" => &mut self.quote.text,
            "doubt" => &mut self.doubt.text,
            "interest" => &mut self.interest,
            "advice" => &mut self.advice,
            "earlier" => &mut self.round.earlier,
            "reason" => return shortened(&mut self.reasons),
            "news" => &mut self.news.text,
            "support" => return !std::mem::take(&mut self.support).is_empty(),
            "factor" => return shortened(&mut self.factors),
            "task" => return shortened(&mut self.tasks),
            _ => return false,
        };
        let there = !text.is_empty();
        text.clear();
        there
    }
}

/// Leaves only the first of several things; `false` where there are no more.
fn shortened<T>(list: &mut Vec<T>) -> bool {
    let has_more = list.len() > 1;
    list.truncate(1);
    has_more
}

/// Which of several moments a paper takes, so that a person's papers do not all tell the same.
fn paper_order(document: Document) -> usize {
    match document {
        Document::ThankYouCard => 1,
        Document::PostedLetter => 2,
        _ => 0,
    }
}

fn or<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.is_empty() { other } else { text }
}

fn after(round: Option<&Round>, date: NaiveDate) -> bool {
    round.and_then(|round| round.interview_date.get()).is_some_and(|held| held <= date)
}

fn clause(of: Option<&Accomplishment>) -> String {
    of.map(|one| fragment::deed(&one.text)).unwrap_or_default()
}

impl Me {
    fn new(vault: &Vault) -> Self {
        let Some(candidate) = vault.candidate() else {
            return Self { name: blank("your name"), sign_off: "Sincerely".to_owned(), ..Self::default() };
        };
        let text = |field: Option<&str>| field.map(inert).unwrap_or_default();
        Self {
            name: candidate.full_name.text().map_or_else(|| blank("your name"), inert),
            email: text(candidate.email.text()),
            phone: text(candidate.phone.text()),
            address: candidate.address.list().iter().map(|line| inert(line)).collect(),
            sign_off: candidate.sign_off.text().map_or_else(|| "Sincerely".to_owned(), fragment::trimmed),
        }
    }
}

/// The sender's block, the date and the recipient's block of a letter by post.
fn letterhead(me: &Me, to: &[String], date: NaiveDate) -> String {
    let own = std::iter::once(&me.name).chain(&me.address).chain([&me.email, &me.phone]);
    let own: Vec<&str> = own.map(String::as_str).filter(|line| !line.is_empty()).collect();
    format!("{}\n\n{}\n\n{}", own.join("\n"), written_out(date), to.join("\n"))
}
