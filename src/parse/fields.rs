//! Front matter → typed fields, by the tables of [`schema`](super::schema).

mod declined;
mod exemptions;
mod scalar;
mod single;
mod unknown;

use chrono::NaiveDate;

pub(super) use scalar::{date as date_in, lone_outcome, outcome};
use single::{Single, single, unquoted};

use super::desk::Desk;
use super::front_matter::{Entry, FrontMatter, Scalar, Value};
use super::schema::{Key, Type, keys};
use crate::diagnostic::{Diagnostic, Fix, Problem, Severity};
use crate::model::{Answer, Field, Kind, Named};
use crate::text::{Span, Spanned, either, nearest, only_near};

/// The front matter of one record, key by key.
pub(super) struct Fields<'a> {
    kind: Kind,
    entries: Vec<(&'static Key, &'a Entry<'a>)>,
    declined: Vec<String>,
}

impl<'a> Fields<'a> {
    /// Sorts the entries by key, and reports those that miss one by a slip.
    pub(super) fn new(kind: Kind, front_matter: &'a FrontMatter<'a>, desk: &mut Desk<'_>) -> Self {
        let table = keys(kind);
        let exact = |name: &str| table.iter().find(|key| key.name == name);
        let mut entries = Vec::with_capacity(front_matter.entries.len());
        let mut unknown = Vec::new();
        for entry in &front_matter.entries {
            match exact(&entry.key.value) {
                Some(key) => entries.push((key, entry)),
                None => unknown.push(entry),
            }
        }
        for entry in unknown {
            let Some(key) = exact(&unknown::lower(&entry.key.value)) else {
                unknown::report(kind, &entry.key, front_matter, desk);
                continue;
            };
            let is_taken = entries.iter().any(|(known, _)| known.name == key.name);
            let message = format!("the key `{}` is written `{}`", entry.key.value, key.name);
            let (help, fix) = if is_taken {
                (format!("`{}` stands here too: keep one of the two lines", key.name), None)
            } else {
                let fix = Fix::Replace { span: entry.key.span, text: key.name.to_owned() };
                (format!("write `{}`", key.name), Some(fix))
            };
            let hint = Diagnostic::new(Problem::UnknownKey, Severity::Hint, desk.path, entry.key.span, message);
            desk.diagnostics.push(hint.help(help).fix(fix));
            // It is read all the same, so that nothing is asked for that stands there.
            if !is_taken {
                entries.push((key, entry));
            }
        }
        let mut fields = Self { kind, entries, declined: Vec::new() };
        if exact("declined").is_some() {
            fields.declined = declined::read(&fields, kind, desk);
        }
        fields
    }

    /// Whether `declined:` lists that key or label.
    pub(super) fn is_declined(&self, name: &str) -> bool {
        self.declined.iter().any(|written| declined::is_same(name, written))
    }

    /// Where the key `name` is written.
    pub(super) fn key_span(&self, name: &str) -> Option<Span> {
        self.entry(name).map(|(_, entry)| entry.key.span)
    }

    fn entry(&self, name: &str) -> Option<(&'static Key, &'a Entry<'a>)> {
        debug_assert!(keys(self.kind).iter().any(|key| key.name == name), "`{name}` is no key of {:?}", self.kind);
        self.entries.iter().find(|(key, _)| key.name == name).copied()
    }

    /// One value by `read`, after the four outcomes had their say.
    fn field<T>(
        &self,
        name: &str,
        desk: &mut Desk<'_>,
        read: impl FnOnce(&mut Desk<'_>, &Key, &Scalar, Span) -> Option<T>,
    ) -> Field<T> {
        let mut field = Field::default();
        if let Some((key, entry)) = self.entry(name) {
            match single(&entry.value) {
                Single::Nothing => {}
                Single::Scalar(scalar) => {
                    field.span = Some(entry.span);
                    field.answer = match said(key, &scalar.text) {
                        Some(answer) => answer,
                        None => read(desk, key, scalar, entry.span).map_or(Answer::Absent, Answer::Value),
                    };
                }
                Single::Link(text) => {
                    field.span = Some(entry.span);
                    desk.unquoted_link(&text, entry.span);
                    let scalar = Scalar { text: text.into(), quoted: true };
                    field.answer = read(desk, key, &scalar, entry.span).map_or(Answer::Absent, Answer::Value);
                }
                Single::Wrong(what) => {
                    field.span = Some(entry.span);
                    desk.reject(
                        entry.span,
                        format!("`{name}` takes one value, not {what}"),
                        format!("write `{name}: …` on one line"),
                    );
                }
            }
        }
        if field.is_absent() && self.is_declined(name) {
            field.answer = Answer::Declined;
        }
        field
    }

    /// A list by `read`, after the four outcomes had their say. A single value is a list of one.
    fn list<T>(
        &self,
        name: &str,
        desk: &mut Desk<'_>,
        mut read: impl FnMut(&mut Desk<'_>, &Key, &Scalar, Span) -> Option<T>,
    ) -> Field<Vec<T>> {
        let mut field = Field::default();
        if let Some((key, entry)) = self.entry(name) {
            let list = match &entry.value {
                Value::List(items) if unquoted(&entry.value).is_none() => Some(items),
                _ => None,
            };
            let count = list.map_or(1, Vec::len);
            let alone = list.is_none().then_some((&entry.value, entry.span));
            let items = list.into_iter().flatten().map(|item| (&item.value, item.span)).chain(alone);
            let mut values = Vec::with_capacity(count);
            let mut answer = Answer::Absent;
            for (value, span) in items {
                match single(value) {
                    Single::Nothing => {}
                    Single::Scalar(scalar) => match said(key, &scalar.text) {
                        Some(outcome) if count == 1 => answer = outcome,
                        Some(_) if key.open => desk.reject(
                            span,
                            format!("`{}` stands in `{name}` beside other entries", scalar.text.trim()),
                            "leave either that word or the others",
                        ),
                        _ => values.extend(read(desk, key, scalar, span)),
                    },
                    Single::Link(text) => {
                        desk.unquoted_link(&text, span);
                        values.extend(read(desk, key, &Scalar { text: text.into(), quoted: true }, span));
                    }
                    Single::Wrong(what) => desk.reject(
                        span,
                        format!("an entry of `{name}` is {what}; it takes plain words or quoted links"),
                        "put the entry in quotes",
                    ),
                }
            }
            if !values.is_empty() {
                answer = Answer::Value(values);
            }
            if !matches!(answer, Answer::Absent) {
                field = Field { answer, span: Some(entry.span) };
            }
        }
        if field.is_absent() && self.is_declined(name) {
            field.answer = Answer::Declined;
        }
        field
    }

    /// Words.
    pub(super) fn text(&self, name: &str, desk: &mut Desk<'_>) -> Field<String> {
        self.field(name, desk, |desk, key, scalar, span| {
            if key.ty == Type::Phone && !scalar.quoted && scalar::is_number(&scalar.text) {
                let message =
                    format!("the phone number {} is not in quotes, and would be read as a number", scalar.text);
                let quoted = format!("\"{}\"", scalar.text);
                desk.diagnostics.push(
                    Diagnostic::new(Problem::Field, Severity::Error, desk.path, span, message)
                        .help(format!("write `{name}: {quoted}`"))
                        .fix(Fix::Replace { span, text: quoted }),
                );
            }
            Some(scalar.text.trim().to_owned())
        })
    }

    /// Words, one entry a line.
    pub(super) fn texts(&self, name: &str, desk: &mut Desk<'_>) -> Field<Vec<String>> {
        self.list(name, desk, |_, _, scalar, _| Some(scalar.text.trim().to_owned()))
    }

    /// A date; words may follow it.
    pub(super) fn date(&self, name: &str, desk: &mut Desk<'_>) -> Field<NaiveDate> {
        self.field(name, desk, |desk, _, scalar, span| match scalar::date(&scalar.text) {
            Ok(date) => Some(date),
            Err(wrong) => {
                reject_date(desk, name, span, &wrong);
                None
            }
        })
    }

    /// A date; other words go to the key `words`.
    pub(super) fn date_or_words(
        &self,
        name: &str,
        words: &str,
        desk: &mut Desk<'_>,
    ) -> (Field<NaiveDate>, Option<Spanned<String>>) {
        let mut said = None;
        let has_words = self.entry(words).is_some_and(|(_, entry)| !matches!(single(&entry.value), Single::Nothing));
        let key_span = self.key_span(name);
        let date = self.field(name, desk, |desk, _, scalar, span| match scalar::date(&scalar.text) {
            Ok(date) => Some(date),
            Err(wrong) if wrong.is_words => {
                let text = scalar.text.trim().to_owned();
                let message = format!("`{name}` holds words, not a date; they are read as `{words}`");
                let mut diagnostic = Diagnostic::new(Problem::Field, Severity::Hint, desk.path, span, message)
                    .help(format!("write `{words}: {text}`, and `{name}:` when the date is known"));
                if let Some(key) = key_span.filter(|_| !has_words) {
                    diagnostic = diagnostic.fix(Fix::Replace { span: key, text: words.to_owned() });
                }
                desk.diagnostics.push(diagnostic);
                said = Some(Spanned::new(text, span));
                None
            }
            Err(wrong) => {
                reject_date(desk, name, span, &wrong);
                None
            }
        });
        (date, said)
    }

    /// A whole number; words may follow it.
    pub(super) fn number(&self, name: &str, desk: &mut Desk<'_>) -> Field<u32> {
        self.field(name, desk, |desk, key, scalar, span| {
            let Type::Number(least, most) = key.ty else { return None };
            let number = scalar::number(&scalar.text).filter(|number| (least..=most).contains(number));
            if number.is_none() {
                let message = format!("`{name}` takes a whole number from {least} to {most}, not `{}`", scalar.text);
                desk.reject(span, message, format!("write `{name}: {least}`, or whatever the number is"));
            }
            number
        })
    }

    /// `true` or `false`, words may follow it; in an open key, `false` says that it was missed.
    pub(super) fn checkbox(&self, name: &str, desk: &mut Desk<'_>) -> Field<bool> {
        let mut field = self.field(name, desk, |desk, _, scalar, span| {
            let value = scalar::truth(&scalar.text);
            let written = scalar.text.trim();
            let is_written = |word: &str| written.eq_ignore_ascii_case(word);
            match value {
                None => desk.reject(
                    span,
                    format!("`{name}` is a checkbox: it takes true or false, not `{}`", scalar.text),
                    format!("write `{name}: true` or `{name}: false`"),
                ),
                Some(value) if !is_written(if value { "true" } else { "false" }) => {
                    let message = format!("`{name}` is a checkbox and holds `{}`", scalar.text);
                    let mut hint = Diagnostic::new(Problem::Field, Severity::Hint, desk.path, span, message)
                        .help(format!("write `{name}: {value}`"));
                    // Words behind it would be lost, and are the user's to move.
                    if is_written("yes") || is_written("no") {
                        hint = hint.fix(Fix::Replace { span, text: value.to_string() });
                    }
                    desk.diagnostics.push(hint);
                }
                Some(_) => {}
            }
            value
        });
        let open = self.entry(name).is_some_and(|(key, _)| key.open);
        if open && field.answer == Answer::Value(false) {
            field.answer = Answer::Missed;
        }
        field
    }

    /// One of the key's words, as `meaning` maps them; words may follow it.
    pub(super) fn choice<T>(&self, name: &str, desk: &mut Desk<'_>, meaning: impl Fn(&str) -> Option<T>) -> Field<T> {
        self.field(name, desk, |desk, key, scalar, span| {
            let Type::Choice(allowed) = key.ty else { return None };
            let word = scalar::choice(&scalar.text, allowed);
            if word.is_none() {
                let mut message = format!("`{name}` cannot be `{}`", scalar.text);
                if let Some(near) = nearest(&scalar.text, allowed.iter().copied()) {
                    message = format!("{message}; did you mean `{near}`?");
                }
                let meant = only_near(&scalar.text, allowed.iter().copied()).map(str::to_owned);
                desk.reject_for(span, message, format!("it is one of {}", either(allowed)), meant);
            }
            word.and_then(&meaning)
        })
    }

    /// A link to one note.
    pub(super) fn link(&self, name: &str, desk: &mut Desk<'_>) -> Field<Named> {
        self.field(name, desk, |desk, key, scalar, span| {
            let Type::Link(kinds) = key.ty else { return None };
            desk.link(name, kinds, &scalar.text, span)
        })
    }

    /// A link to somebody who need not have a note yet.
    pub(super) fn addressee(&self, name: &str, desk: &mut Desk<'_>) -> Field<Named> {
        self.field(name, desk, |desk, key, scalar, span| {
            let Type::Link(kinds) = key.ty else { return None };
            desk.addressee(name, kinds, &scalar.text, span)
        })
    }

    /// Links to notes.
    pub(super) fn links(&self, name: &str, desk: &mut Desk<'_>) -> Field<Vec<Named>> {
        self.list(name, desk, |desk, key, scalar, span| {
            let Type::Links(kinds) = key.ty else { return None };
            desk.one_link(name, &scalar.text, span);
            desk.link(name, kinds, &scalar.text, span)
        })
    }

    /// Links to interviewers, or plain names; each person once.
    pub(super) fn people(&self, name: &str, desk: &mut Desk<'_>) -> Field<Vec<Named>> {
        let mut seen: Vec<Named> = Vec::new();
        self.list(name, desk, |desk, _, scalar, span| {
            if scalar::truth(&scalar.text).is_some() || scalar::is_number(&scalar.text) {
                desk.reject(
                    span,
                    format!("`{name}` takes names, not `{}`", scalar.text),
                    format!("write `{name}: [\"[[Full Name]]\"]`; `{name}: declined` if they would not say"),
                );
                return None;
            }
            let named = desk.interviewer(name, &scalar.text, span)?;
            let again = seen.iter().any(|other| other.is(&named));
            seen.push(named.clone());
            (!again).then_some(named)
        })
    }
}

/// Which of `none`, `declined` and `missed` a value is: in an answer perhaps with words behind it, in free words alone, so that
/// no letter says "Dear none".
fn said<T>(key: &Key, text: &str) -> Option<Answer<T>> {
    match key.ty {
        _ if key.open => outcome(text),
        Type::Text | Type::Phone | Type::Texts => lone_outcome(text),
        _ => None,
    }
}

fn reject_date(desk: &mut Desk<'_>, name: &str, span: Span, wrong: &scalar::NoDate) {
    let help = format!("write `{name}: YYYY-MM-DD`, such as 2025-03-04");
    let meant = wrong.meant.map(|day| day.to_string());
    desk.reject_for(span, format!("`{name}`: {}", wrong.message), help, meant);
}
