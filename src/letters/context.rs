//! What a template can say: everything about one document to one person, in words.
//!
//! A text that is not known is empty, and so false in a template's `if`; every name is always there.

use chrono::NaiveDate;
use serde::Serialize;

use super::address::{Addressee, listed, near, written_out};
use super::choice::{self, Choice};
use super::fragment::{self, blank};
use super::inert::inert;
use crate::checklist::Application;
use crate::model::{
    Accomplishment, Channel, Document, Named, Place, PromiseState, Purpose, Round, RoundState, Vault, phrase,
};

/// One name of the context and what it means, for `explain letter:…`.
pub const NAMES: [(&str, &str); 29] = [
    ("me.name", "your full name"),
    ("me.email, me.phone", "how to reach you"),
    ("me.address", "the lines of your address, a list"),
    ("me.sign_off", "the words above your name, without a comma"),
    ("to.name", "the full name of the person written to"),
    ("to.called", "prefix and family name where a prefix is known, else the full name"),
    ("to.first", "`true` where this person is the first of the round's interviewers"),
    ("greeting", "\"Dear Ms Rao,\""),
    ("letterhead", "your block, the date and theirs, for a letter by post"),
    ("company, position", "the firm's name; the job applied for"),
    ("date", "the day the document is due, written out"),
    ("channel", "how it goes: email, post, handwritten, lobby, phone, in-person"),
    ("round.date", "the day of the interview, written out"),
    ("round.day", "its day of the week"),
    ("round.meeting", "\"our video call\", \"our meeting\", …"),
    ("round.earlier", "the day of an earlier interview with the same person, written out"),
    ("round.with", "the others of the round, \"Ms Rao and Tom Berg\""),
    ("round.there", "`true` where the person written to was among the interviewers"),
    ("moment", "what stays with you, behind \"I keep thinking about\"; a blank where nothing fits"),
    ("has_moment", "`true` where `moment` is no blank"),
    (
        "challenge.text, challenge.theirs, challenge.answer",
        "what they are dealing with, behind a colon; whether this person named it; your answer as a clause, \"I …\"",
    ),
    ("lead", "an accomplishment as a clause, where the letter opens with another one than the challenge's answer"),
    ("reasons", "further reasons, clauses, best first, a list"),
    (
        "factor.text, factor.proof",
        "the key factor of the job; the accomplishment that proves it, a clause; empty where the answer is the same",
    ),
    ("terms", "words of the posting, a list"),
    ("doubt.text, doubt.reply", "the doubt this person raised, and the answer"),
    ("quote.text, quote.author, quote.year", "a testimonial; who wrote it, with role and house; when"),
    (
        "interest, advice, promises",
        "an interest you share; advice this person gave; what you promised them, behind \"I promised\", a list",
    ),
    (
        "hear_by, said, proposed, ask_when, asked_before",
        "the day of their answer; else their words for it, with the day they propose; whether to ask; the day of your last request",
    ),
];

/// Everything a template can say.
#[derive(Clone, Debug, Serialize)]
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
    #[serde(skip)]
    pub(super) place: usize,
}

#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Me {
    name: String,
    email: String,
    phone: String,
    address: Vec<String>,
    sign_off: String,
}

#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct To {
    name: String,
    called: String,
    first: bool,
}

#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Meeting {
    date: String,
    day: String,
    meeting: &'static str,
    pub(super) earlier: String,
    with: String,
    there: bool,
}

#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Problem {
    text: String,
    theirs: bool,
    answer: String,
}

#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Factor {
    text: String,
    proof: String,
}

#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Answered {
    text: String,
    reply: String,
}

#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Quote {
    text: String,
    author: String,
    year: String,
}

/// What a document is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject<'a, 'v> {
    pub(super) application: &'a Application<'v>,
    pub(super) document: Document,
    pub(super) round: Option<&'v Round>,
    pub(super) to: Option<&'a Named>,
    pub(super) due: NaiveDate,
    pub(super) channel: Option<Channel>,
}

impl Context {
    /// The words for one document.
    pub(super) fn new(subject: &Subject<'_, '_>) -> Self {
        let app = subject.application;
        let addressee = subject.to.map(|to| Addressee::new(app.vault, to));
        let name = addressee.as_ref().map_or("", |addressee| addressee.name.as_str());
        let called = addressee.as_ref().map_or_else(|| blank("their name"), |addressee| addressee.called.clone());
        let me = Me::new(app.vault);
        let met = subject.round.zip(subject.to).filter(|(round, to)| round.place_of(to).is_some());
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
            has_moment: noted.as_ref().is_some_and(|moment| fragment::blanks(moment) == 0),
            moment: noted
                .unwrap_or_else(|| blank(&format!("one thing {} said that stayed with you", or(name, "they")))),
            challenge: Problem::new(&chosen, subject.to, name),
            lead: clause(chosen.lead.filter(|lead| chosen.answer.is_none_or(|answer| answer.id != lead.id))),
            reasons: chosen.others.iter().map(|one| fragment::deed(&one.text)).collect(),
            factor: Factor::new(&chosen),
            terms: terms(app, met.and_then(|(round, to)| round.place_of(to)).unwrap_or_default()),
            doubt: Answered::new(app, subject.to, name),
            quote: met.map(|(round, _)| Quote::new(app, round, &chosen)).unwrap_or_default(),
            interest: shared_interest(app, subject.to),
            advice: close
                .and_then(|close| close.advice.first())
                .map(|one| fragment::remark(&one.value, name))
                .unwrap_or_default(),
            promises: promises(app, subject.to, name),
            hear_by: awaited.date.map(|date| near(date, subject.due)).unwrap_or_default(),
            said: awaited.words,
            proposed: awaited.proposed.map(|date| near(date, subject.due)).unwrap_or_default(),
            ask_when: awaited.ask,
            asked_before: asked.map(|made| near(made.date, subject.due)).unwrap_or_default(),
            place: subject.round.zip(subject.to).and_then(|(round, to)| round.place_of(to)).unwrap_or_default(),
            to: To {
                name: name.to_owned(),
                called,
                first: met.is_none_or(|(round, to)| round.place_of(to) == Some(0)),
            },
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
            "reason" => return self.reasons.pop().is_some(),
            _ => return false,
        };
        let there = !text.is_empty();
        text.clear();
        there
    }
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

impl Meeting {
    fn new(subject: &Subject<'_, '_>, called: &str) -> Self {
        let Some(round) = subject.round else { return Self::default() };
        let app = subject.application;
        let date = round.interview_date.get();
        let earlier = subject.to.and_then(|to| {
            let mut held = app.held().iter().rev().filter(|held| Some(held.date) < date);
            held.find(|held| held.place_of(to).is_some())
        });
        let others = round.interviewers.list().iter().map(|other| Addressee::new(app.vault, other).called);
        Self {
            date: date.map(written_out).unwrap_or_else(|| blank("the day of the interview")),
            day: date.map(|date| date.format("%A").to_string()).unwrap_or_else(|| blank("the day")),
            meeting: match round.place.get() {
                Some(Place::Onsite) => "our meeting",
                Some(Place::Phone) => "our phone call",
                Some(Place::Video) => "our video call",
                Some(Place::Remote) => "our call",
                None => "our conversation",
            },
            earlier: earlier.map(|held| written_out(held.date)).unwrap_or_default(),
            with: listed(&others.filter(|other| other != called).collect::<Vec<_>>()),
            there: subject.to.is_some_and(|to| round.place_of(to).is_some()),
        }
    }
}

impl Problem {
    fn new(chosen: &Choice<'_>, to: Option<&Named>, name: &str) -> Self {
        let Some(challenge) = chosen.challenge else { return Self::default() };
        let answer = chosen.answer.map(|answer| fragment::deed(&answer.text));
        Self {
            text: fragment::challenge(&challenge.text, name),
            theirs: to.is_some_and(|to| choice::named_by(challenge, to)),
            answer: answer
                .unwrap_or_else(|| blank("what you have done about something like it, with a number or a place")),
        }
    }
}

impl Factor {
    fn new(chosen: &Choice<'_>) -> Self {
        let Some(factor) = chosen.factor else { return Self::default() };
        let said = chosen.answer.zip(chosen.proof).is_some_and(|(answer, proof)| answer.id == proof.id);
        let proof = chosen.proof.filter(|_| !said).map(|proof| fragment::deed(&proof.text));
        let proof = proof.unwrap_or_else(|| {
            if said { String::new() } else { blank("a recent case that proves it, with a number or a place") }
        });
        Self { text: fragment::remark(factor, ""), proof }
    }
}

impl Answered {
    /// The first doubt of this person that has an answer, given then or prepared since.
    fn new(app: &Application<'_>, to: Option<&Named>, name: &str) -> Self {
        let Some(to) = to else { return Self::default() };
        let prepared = |doubt: &str| {
            let answers = app.rounds().flat_map(|(_, round)| &round.prepare).filter(|one| one.label == "answer");
            let mut pairs = answers.filter_map(|one| one.text.split_once('→').or_else(|| one.text.split_once("->")));
            pairs.find(|(left, _)| crate::text::words::half_of(doubt, left)).map(|(_, reply)| reply.trim().to_owned())
        };
        let heard = app.held().iter().rev().filter_map(|held| held.round.close.of(to));
        let mut answered = heard.flat_map(|close| close.concerns.list()).filter_map(|doubt| {
            let reply = doubt.reply.clone().or_else(|| prepared(&doubt.text)).filter(|reply| !reply.is_empty())?;
            Some(Self { text: fragment::remark(&doubt.text, name), reply: fragment::remark(&reply, name) })
        });
        answered.next().unwrap_or_default()
    }
}

impl Quote {
    fn new(app: &Application<'_>, round: &Round, chosen: &Choice<'_>) -> Self {
        let Some(found) = choice::testimonial(app, round, chosen) else { return Self::default() };
        let limit = app.config().letters.quote_words as usize;
        let words = found.quote.as_ref().map(|quote| choice::excerpt(&inert(&quote.value), limit)).unwrap_or_default();
        let text = |field: Option<&str>| field.map(fragment::trimmed);
        let role = match (text(found.author_role.text()), text(found.organisation.text())) {
            (Some(role), Some(house)) => format!("{role} at {house}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => String::new(),
        };
        let author = text(found.author.text()).unwrap_or_default();
        let year = found.given_on.text().and_then(choice::year).unwrap_or_default();
        Self { text: words, author: format!("{author}, {role},"), year: year.to_owned() }
    }
}

/// Words of the posting, beginning at another one for each of the round's people.
fn terms(app: &Application<'_>, place: usize) -> Vec<String> {
    let all = app.company.posting_terms.list();
    let wanted = (app.config().letters.mirror_terms as usize).min(all.len()).min(6);
    let turned = all.iter().cycle().skip((place * wanted).checked_rem(all.len()).unwrap_or_default());
    turned.take(wanted).map(|term| fragment::remark(term, "")).collect()
}

/// An interest of the candidate that this person told of themselves.
fn shared_interest(app: &Application<'_>, to: Option<&Named>) -> String {
    let (Some(to), Some(candidate)) = (to, app.vault.candidate()) else { return String::new() };
    let noted = app.interviewer(to).map(|note| note.profile.as_slice()).unwrap_or_default();
    let own = noted.iter().filter(|fact| fact.from.as_ref().is_none_or(|from| from.is(to)));
    let told = app.held().iter().filter_map(|held| held.round.close.of(to)).flat_map(|close| &close.profile);
    let open = |label: &str| matches!(label, "hobby" | "likes" | "background");
    let facts: Vec<&str> = own.chain(told).filter(|fact| open(&fact.label)).map(|fact| fact.text.as_str()).collect();
    let is_shared = |interest: &&String| facts.iter().any(|fact| crate::text::words::half_of(interest, fact));
    candidate.interests.list().iter().find(is_shared).map(|one| fragment::remark(one, "")).unwrap_or_default()
}

/// What is still promised to this person, with its day.
fn promises(app: &Application<'_>, to: Option<&Named>, name: &str) -> Vec<String> {
    let Some(to) = to else { return Vec::new() };
    let mut open = Vec::new();
    for held in app.held() {
        let only = held.interviewers.list().len() == 1;
        let theirs =
            |person: Option<&Named>| person.map_or(only && held.place_of(to).is_some(), |person| person.is(to));
        let mine = held.round.promises.iter();
        for promise in mine.filter(|one| one.state == PromiseState::Open && theirs(one.person.as_ref())) {
            let day = promise.due.map(|due| format!(" by {}", near(due, held.date))).unwrap_or_default();
            open.push(format!("{}{day}", fragment::promise(&promise.text, name)));
        }
    }
    open
}

/// When an answer is to be expected, and how that is known.
#[derive(Default)]
struct Awaited {
    date: Option<NaiveDate>,
    words: String,
    proposed: Option<NaiveDate>,
    ask: bool,
}

impl Awaited {
    fn new(app: &Application<'_>, round: Option<&Round>) -> Self {
        let Some(round) = round else { return Self::default() };
        if let Some(date) = round.hear_by.get() {
            return Self { date: Some(date), ..Self::default() };
        }
        if let (Some(words), Some(held)) = (round.hear_by_said.text(), round.interview_date.get()) {
            let proposed = phrase::propose(words, held, app.calendar());
            return Self { words: fragment::trimmed(words), proposed, ..Self::default() };
        }
        let answered = round.hear_by.is_answered() || round.hear_by_said.is_answered();
        Self { ask: !answered && round.state(app.today) == RoundState::Held, ..Self::default() }
    }
}
