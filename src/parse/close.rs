//! `## Close`: what was asked of each interviewer at the end, and what came back.

use std::iter;

use super::body::{Item, Label, Section};
use super::desk::Desk;
use super::fields::{Fields, outcome};
use super::lists::{challenge, fact, hint_label};
use super::schema::{CLOSE_LABELS, PROFILE_LABELS, names};
use super::sections::{Part, items};
use crate::diagnostic::{Problem, Severity};
use crate::model::{Answer, Close, Doubt, Field, Kind, Named, NoteId, PersonClose, Support, family_name, folded};
use crate::text::{Span, Spanned, arrow};

/// What the section says: for each interviewer, and for the round as a whole.
#[derive(Default)]
pub(super) struct Closing {
    /// Person by person.
    pub close: Close,
    /// `said when`.
    pub said_when: Field<String>,
    /// `next`.
    pub next: Field<String>,
}

/// Reads the section, where there is one, for the round's interviewers.
pub(super) fn read(
    part: Option<&Part<'_>>,
    interviewers: &[Named],
    fields: &Fields<'_>,
    note: NoteId,
    desk: &mut Desk<'_>,
) -> Closing {
    let mut closing = Closing::default();
    let heading = part.map_or(Span::START, Part::heading);
    closing.close.span = part.map(Part::heading);
    closing.close.people = interviewers.iter().map(|person| PersonClose::new(person.clone(), heading)).collect();
    let everyone: Vec<usize> = (0..interviewers.len()).collect();
    for (section, is_own) in part.iter().flat_map(|part| part.sections.iter().map(|at| (*at, part.is_own(at)))) {
        let whom = if is_own { everyone.clone() } else { people_of(section, interviewers, desk) };
        if !is_own && whom.is_empty() {
            report_stranger(section, desk);
        }
        for person in whom.iter().filter(|_| !is_own) {
            closing.close.people[*person].heading = section.span;
        }
        let shared = is_own && interviewers.len() > 1;
        for item in items(section) {
            closing.take(item, &whom, shared, note, desk);
        }
    }
    closing.decline(fields);
    closing.close.people.iter_mut().for_each(PersonClose::shrink);
    closing
}

/// The round's interviewers whom a heading names: by link, or in plain words, where a name that one of them alone has
/// will do.
fn people_of(section: &Section, interviewers: &[Named], desk: &Desk<'_>) -> Vec<usize> {
    let linked = section.links.iter().map(|link| desk.named(link));
    let plain = section.title.split([',', '&', '+']).flat_map(|part| part.split(" and "));
    let plain = plain.map(|words| desk.person(words, section.span));
    let mut found: Vec<usize> = Vec::new();
    for named in linked.chain(plain) {
        let by_name = interviewers.iter().position(|person| person.is(&named));
        if let Some(at) = by_name.or_else(|| only_called(&named, interviewers))
            && !found.contains(&at)
        {
            found.push(at);
        }
    }
    found
}

/// The one interviewer whose given or family name this is, where it names no note.
fn only_called(named: &Named, interviewers: &[Named]) -> Option<usize> {
    let word = folded(&named.name);
    let is_called = |person: &Named| {
        let given = person.name.split(' ').next().unwrap_or_default();
        [given, family_name(&person.name)].iter().any(|name| folded(name) == word)
    };
    let mut called = interviewers.iter().enumerate().filter(|(_, person)| is_called(person)).map(|(at, _)| at);
    called.next().filter(|_| named.note.is_none() && called.next().is_none())
}

fn report_stranger(section: &Section, desk: &mut Desk<'_>) {
    let message = format!(
        "\"{}\" is none of this round's interviewers, so what stands below counts for nobody",
        section.title.trim()
    );
    let help = "add the person to `interviewers`, or mend the name".to_owned();
    desk.report(Problem::Bullet, Severity::Warning, section.span, message, help);
}

impl Closing {
    fn take(&mut self, item: &Item, whom: &[usize], shared: bool, note: NoteId, desk: &mut Desk<'_>) {
        let Some(label) = &item.label else { return };
        let known = || names(CLOSE_LABELS).chain(names(PROFILE_LABELS));
        let key = &*label.key;
        let about = whom_about(label, desk);
        if about.is_none() && !known().any(|other| other == key) {
            hint_label(label, known(), desk);
            return;
        }
        let value = label.value.trim();
        if value.is_empty() {
            return;
        }
        self.close.filled = true;
        match key {
            "said when" => return self.said_when = text_field(value, label.value_span),
            "next" => return self.next = text_field(value, label.value_span),
            _ => {}
        }
        let own = matches!(key, "support" | "moment" | "advice" | "challenge") || about.is_some();
        if shared && own {
            let message = format!("`{}:` stands above the interviewers' headings, so it is nobody's", label.name);
            let help = "move it below a heading with the person's name: `### [[Name]]`".to_owned();
            desk.report(Problem::Bullet, Severity::Warning, item.line, message, help);
            return;
        }
        for person in whom {
            take_for(&mut self.close.people[*person], item, label, about.clone(), note, desk);
        }
    }

    /// `declined: [concerns]` on the round says the same of everyone of whom nothing else is said.
    fn decline(&mut self, fields: &Fields<'_>) {
        decline(&mut self.said_when, fields.is_declined("said when"));
        for person in &mut self.close.people {
            decline(&mut person.standing, fields.is_declined("standing"));
            decline(&mut person.concerns, fields.is_declined("concerns"));
            decline(&mut person.clear, fields.is_declined("clear"));
            decline(&mut person.to_win, fields.is_declined("to win"));
            decline(&mut person.support, fields.is_declined("support"));
            decline(&mut person.moments, fields.is_declined("moment"));
            if person.about_outcome == Answer::Absent && fields.is_declined("about") {
                person.about_outcome = Answer::Declined;
            }
        }
    }
}

fn decline<T>(field: &mut Field<T>, declined: bool) {
    if declined && field.is_absent() {
        field.answer = Answer::Declined;
    }
}

fn text_field(value: &str, span: Span) -> Field<String> {
    let answer = outcome(value).unwrap_or_else(|| Answer::Value(value.to_owned()));
    Field { answer, span: Some(span) }
}

/// Whom `about …` is about: somebody linked, or an interviewer named in plain words.
fn whom_about(label: &Label, desk: &mut Desk<'_>) -> Option<Named> {
    if let Some(link) = &label.about {
        return Some(desk.named(link));
    }
    let named = desk.person(label.key.strip_prefix("about ")?, label.span);
    desk.is_a(Kind::Interviewer, named.note?).then_some(named)
}

fn take_for(
    person: &mut PersonClose,
    item: &Item,
    label: &Label,
    about: Option<Named>,
    note: NoteId,
    desk: &mut Desk<'_>,
) {
    let value = label.value.trim();
    let at = label.value_span;
    if let Some(about) = about {
        match outcome(value) {
            Some(answer) => person.about_outcome = answer,
            None => person.about.push((about, Spanned::new(value.to_owned(), item.span))),
        }
        return;
    }
    match &*label.key {
        "standing" => person.standing = text_field(value, at),
        "clear" => person.clear = text_field(value, at),
        "to win" => person.to_win = text_field(value, at),
        "support" => person.support = support(value, item, label, desk),
        "concerns" => {
            let (doubt, reply) = arrow::split(value);
            // "declined" behind the arrow answers nothing.
            let reply = reply.filter(|reply| outcome::<()>(reply).is_none()).map(str::to_owned);
            add(&mut person.concerns, value, at, Doubt { text: doubt.to_owned(), reply, span: item.span });
        }
        "moment" => add(&mut person.moments, value, at, Spanned::new(value.to_owned(), item.span)),
        // What they would not tell of others is an outcome of its own; a fact must be somebody's.
        "about" => {
            if let Some(answer) = outcome(value) {
                person.about_outcome = answer;
            } else {
                let message = format!("`{}:` does not say whom it is about, so it counts for nobody", label.name);
                let help = "name the person: `- about [[Name]]: …`".to_owned();
                desk.report(Problem::Bullet, Severity::Hint, item.line, message, help);
            }
        }
        _ if outcome::<()>(value).is_some() => {}
        "challenge" => {
            let linked = label.links.iter().map(|link| desk.named(link));
            let people = iter::once(person.person.clone()).chain(linked).collect();
            person.challenges.extend(challenge(value, people, note, item.span));
        }
        "advice" => person.advice.push(Spanned::new(value.to_owned(), item.span)),
        _ => person.profile.extend(fact(label, desk, item.span, |from| from.is(&person.person))),
    }
}

/// Adds a value to a label that may repeat; an outcome counts where there is no value.
fn add<T>(field: &mut Field<Vec<T>>, words: &str, span: Span, value: T) {
    match (&mut field.answer, outcome(words)) {
        (Answer::Value(_), Some(_)) => {}
        (_, Some(answer)) => *field = Field { answer, span: Some(span) },
        (Answer::Value(values), None) => values.push(value),
        (_, None) => *field = Field::new(vec![value], span),
    }
}

fn support(value: &str, item: &Item, label: &Label, desk: &mut Desk<'_>) -> Field<Support> {
    if let Some(answer) = outcome(value) {
        return Field { answer, span: Some(label.value_span) };
    }
    let lower = value.to_lowercase();
    let word = lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let support = match word {
        "yes" => Support::Yes,
        "no" => Support::No,
        "unsure" => Support::Unsure,
        "deflected" => {
            let then = lower.find("then").and_then(|at| value.get(at + "then".len()..));
            let then = then.map(|then| then.trim_start_matches([',', ':']).trim().to_owned());
            Support::Deflected { then: then.filter(|then| !then.is_empty()) }
        }
        _ => {
            let message =
                format!("`{}:` begins with none of yes, no, unsure, deflected; it is read as unsure", label.name);
            let help = "put one of the four words first: `- support: yes, \"you have my vote\"`".to_owned();
            desk.report(Problem::Bullet, Severity::Hint, item.line, message, help);
            Support::Unsure
        }
    };
    Field::new(support, label.value_span)
}
