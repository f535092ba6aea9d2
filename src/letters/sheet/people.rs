//! When, where, with whom: each person with what is known, from whom, and what there is in common.

use super::brief::{Brief, PRIVATE};
use super::fact::{self, Known};
use super::page::Page;
use crate::letters::address::Addressee;
use crate::letters::blank;
use crate::letters::fragment::trimmed;
use crate::model::{Answer, Format, HiringRole, Interviewer, Named, Place, Subject, Support};
use crate::text::{listed, words};

pub(super) fn write(brief: &Brief<'_, '_>, page: &mut Page) {
    page.section("When, where, with whom");
    page.item(&when(brief));
    page.item(&place(brief));
    page.item(&format(brief));
    if let Some(position) = brief.app.company.position.text() {
        page.item(&format!("for: {}", trimmed(position)));
    }
    for person in brief.people() {
        one(brief, person, page);
    }
    if brief.people().is_empty() {
        page.words(match brief.round.interviewers.answer {
            Answer::Declined => "You asked who will be there, and they would not say.",
            Answer::Missed => "Who will be there was not asked. At the start, write every name down.",
            _ => "Nobody is named yet. To ask who will be there is fine while it is being arranged.",
        });
    }
}

fn when(brief: &Brief<'_, '_>) -> String {
    let day = brief.round.interview_date.get().map(|date| date.format("%A %-d %B %Y").to_string());
    let day = day.unwrap_or_else(|| blank("the day"));
    match brief.round.interview_time.text() {
        Some(time) => format!("{day}, {}", trimmed(time)),
        None => format!("{day}, time not noted"),
    }
}

fn place(brief: &Brief<'_, '_>) -> String {
    match brief.round.place.get() {
        Some(Place::Onsite) => match brief.app.company.post_address.list() {
            [] => "on site; no address is noted".to_owned(),
            lines => format!("on site: {}", lines.iter().map(|line| trimmed(line)).collect::<Vec<_>>().join(", ")),
        },
        Some(Place::Phone) => "by phone".to_owned(),
        Some(Place::Video) => "as a video call".to_owned(),
        Some(Place::Remote) => "from afar".to_owned(),
        None => "where: not noted".to_owned(),
    }
}

fn format(brief: &Brief<'_, '_>) -> String {
    match (brief.round.format(), brief.people().len()) {
        (Answer::Value(Format::OneToOne), _) => "one to one".to_owned(),
        (Answer::Value(Format::Panel), 0) => "a panel".to_owned(),
        (Answer::Value(Format::Panel), 1) => "a panel, 1 person named".to_owned(),
        (Answer::Value(Format::Panel), count) => format!("a panel, {count} people named"),
        (Answer::Value(Format::Group), _) => "a group: other candidates are in the room".to_owned(),
        _ => "one to one, or a panel: not known".to_owned(),
    }
}

/// What is known of one person.
fn one(brief: &Brief<'_, '_>, person: &Named, page: &mut Page) {
    let formal = Addressee::new(brief.app.vault, person).formal;
    let note = brief.app.interviewer(person);
    let title = note.and_then(|note| note.job_title.text()).map(|title| format!(", {}", trimmed(title)));
    page.part(&format!("{formal}{}", title.unwrap_or_default()));
    page.words(&tags(brief, person, note).join(" · "));
    let last_time = last_time(brief, person);
    let facts = fact::all(brief, person);
    page.items(&last_time);
    page.items(facts.iter().map(Known::line));
    if facts.is_empty() && last_time.is_empty() {
        page.item(match note {
            Some(note) if note.profile_declined => "you asked about them, and nobody would say",
            _ => "nothing known yet; one small fact is worth a question or a look",
        });
    }
    page.item(&common(brief, person, &facts));
}

fn tags(brief: &Brief<'_, '_>, person: &Named, note: Option<&Interviewer>) -> Vec<String> {
    let rounds: Vec<String> = brief.meetings(person).map(|held| held.number.to_string()).collect();
    let mut tags = vec![match rounds.len() {
        0 => "*new*".to_owned(),
        1 => format!("*met in round {}*", rounds[0]),
        _ => format!("*met in rounds {}*", listed(&rounds)),
    }];
    tags.extend(seniority(brief, person).map(str::to_owned));
    if note.is_some_and(|note| note.future_colleague.get() == Some(true)) {
        tags.push("*future colleague*".to_owned());
    }
    let role = note.and_then(|note| note.hiring_role.get());
    let part = match role {
        _ if brief.decides(person) => Some("decides"),
        Some(HiringRole::Hr) => Some("human resources"),
        Some(HiringRole::Screener) => Some("screens"),
        Some(HiringRole::Peer) => Some("a peer"),
        Some(HiringRole::Advisor) => Some("gives a second opinion"),
        Some(HiringRole::Supervisor) => Some("would lead you"),
        Some(HiringRole::Decider) => Some("decides, by their note"),
        Some(HiringRole::Executive) => Some("leads the house"),
        None => None,
    };
    tags.extend(part.map(str::to_owned));
    if note.is_some_and(|note| note.claims_no_say.get() == Some(true)) {
        tags.push("says they have no say: ask for their support all the same".to_owned());
    }
    tags
}

/// Whether that person ranks above everybody met before, as far as ranks are noted.
fn seniority(brief: &Brief<'_, '_>, person: &Named) -> Option<&'static str> {
    let rank = |person: &Named| brief.app.interviewer(person).and_then(|note| note.seniority.get());
    let own = rank(person)?;
    let met = || brief.earlier.iter().flat_map(|held| held.round.interviewers.list()).filter(|met| !met.is(person));
    if met().filter_map(rank).max()? >= own {
        return None;
    }
    let all = met().all(|met| rank(met).is_some());
    Some(if all { "*senior to all met so far*" } else { "*senior to all met so far whose rank you noted*" })
}

/// What passed between this person and the candidate in the latest round that both were in.
fn last_time(brief: &Brief<'_, '_>, person: &Named) -> Vec<String> {
    let Some(held) = brief.meetings(person).last() else { return Vec::new() };
    let Some(close) = held.round.close.of(person) else { return Vec::new() };
    let day = brief.day(held.date);
    let support = match &close.support.answer {
        Answer::Value(Support::Yes) => Some("yes, they will back you".to_owned()),
        Answer::Value(Support::No) => Some("no".to_owned()),
        Answer::Value(Support::Unsure) => Some("not sure yet".to_owned()),
        Answer::Value(Support::Deflected { then: Some(then) }) => Some(format!("evaded, then {}", trimmed(then))),
        Answer::Value(Support::Deflected { then: None }) => Some("evaded".to_owned()),
        Answer::Declined => Some("they would not say".to_owned()),
        Answer::Nothing | Answer::Missed | Answer::Absent => None,
    };
    let wins = close.to_win.text().map(|words| format!("what it would take, {day}: {}", trimmed(words)));
    let moments = close.moments.list().iter();
    let moments = moments.map(|moment| format!("what stayed with you, {day}: {}", trimmed(&moment.value)));
    support.map(|words| format!("asked for support, {day}: {words}")).into_iter().chain(wins).chain(moments).collect()
}

/// Interests of the candidate that this person shares, by anything that is known.
fn common(brief: &Brief<'_, '_>, person: &Named, facts: &[Known<'_>]) -> String {
    let interests = brief.candidate().map(|me| me.interests.list()).unwrap_or_default();
    let found = brief.app.company.research.iter().filter_map(|one| match &one.subject {
        Subject::Person(whom) if whom.is(person) => Some(one.text.as_str()),
        _ => None,
    });
    let open: Vec<&str> = facts.iter().filter(|fact| !fact.is_private).map(|fact| fact.words).chain(found).collect();
    let private: Vec<&str> = facts.iter().filter(|fact| fact.is_private).map(|fact| fact.words).collect();
    let has = |known: &[&str], interest: &str| known.iter().any(|fact| words::half_of(interest, fact));
    let mut shared: Vec<String> = Vec::new();
    for interest in interests {
        if has(&open, interest) {
            shared.push(trimmed(interest));
        } else if has(&private, interest) {
            shared.push(format!("{}{PRIVATE}", trimmed(interest)));
        }
    }
    if shared.is_empty() {
        "in common: nothing known yet".to_owned()
    } else {
        format!("in common: {}", listed(&shared))
    }
}
