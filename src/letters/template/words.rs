//! The functions and filters that a template has, and no others: each ends, and gives a text, or a list of plain texts.

use minijinja::value::Value;
use minijinja::{Environment, Error, ErrorKind, filters};

use super::Voice;
use crate::letters::fragment::{blank, capital};
use crate::model::Stance;
use crate::text;

/// Functions and filters of templates, and what they do, for `explain letter:…`.
pub const FUNCTIONS: [(&str, &str); 16] = [
    ("blank(prompt)", "a visible blank that says what to write there"),
    (
        "vary(part, [one, two, three])",
        "one of the wordings, by the person's place among the interviewers; give each part of a text its own number",
    ),
    ("by_stance(bold, middle, mild)", "the wording for the stance in `vault.toml`"),
    ("paragraph([…])", "the sentences that are not empty, one after the other"),
    ("range(count)", "0, 1, 2, … for a loop, 100 at most"),
    ("text | capital", "with a capital first letter"),
    ("items | listed", "\"a, b and c\""),
    ("items | join(\", \")", "one after the other, with that between them"),
    ("items | first", "the first; an error where there is none, so ask `if` first"),
    ("items | last", "the last"),
    ("items | length", "how many there are; of a text, how many characters"),
    ("items[0] | default(other)", "the other, where there are not so many items"),
    ("text | lower", "in small letters"),
    ("text | upper", "in capitals"),
    ("text | title", "Every Word With A Capital"),
    ("text | trim", "without blanks at both ends"),
];

/// The most turns of a loop over numbers.
const TURNS: i64 = 100;

/// The functions that take a list.
pub(super) const TAKE_LISTS: [&str; 2] = ["paragraph", "vary"];

/// Whether a function has that name.
pub(super) fn is_function(name: &str) -> bool {
    FUNCTIONS.iter().any(|(usage, _)| usage.split_once('(').is_some_and(|(function, _)| function == name))
}

/// Adds them all.
pub(super) fn add_to(environment: &mut Environment<'_>, Voice { place, stance }: Voice) {
    environment.add_function("blank", |prompt: &str| blank(prompt));
    environment.add_function("vary", move |part: usize, wordings: Vec<Value>| wording(place, part, &wordings));
    environment.add_function("by_stance", move |bold: Value, middle: Value, mild: Value| match stance {
        Stance::Assertive => checked(bold),
        Stance::Balanced => checked(middle),
        Stance::Reserved => checked(mild),
    });
    environment.add_function("paragraph", |sentences: Vec<Value>| paragraph(&sentences));
    environment.add_function("range", |count: i64| (0..count.min(TURNS)).collect::<Vec<_>>());
    environment.add_filter("capital", |text: &str| capital(text));
    environment.add_filter("listed", |items: Vec<Value>| listed(&items));
    environment.add_filter("join", filters::join);
    environment.add_filter("first", filters::first);
    environment.add_filter("last", filters::last);
    environment.add_filter("length", filters::length);
    environment.add_filter("default", filters::default);
    environment.add_filter("lower", filters::lower);
    environment.add_filter("upper", filters::upper);
    environment.add_filter("title", filters::title);
    environment.add_filter("trim", filters::trim);
}

/// The wording of one part for the person at `place`. The first so many people differ in every
/// part; those after them in how the parts are put together.
fn wording(place: usize, part: usize, wordings: &[Value]) -> Result<Value, Error> {
    let Some(round) = place.checked_div(wordings.len()) else { return Ok(Value::from("")) };
    let at = part.wrapping_mul(round).wrapping_add(place) % wordings.len();
    checked(wordings[at].clone())
}

fn paragraph(sentences: &[Value]) -> Result<String, Error> {
    let sentences = texts(sentences)?;
    short(sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect()).map(|all| all.join(" "))
}

fn listed(items: &[Value]) -> Result<String, Error> {
    let items = short(texts(items)?)?;
    Ok(text::listed(&items))
}

/// The same, as long as they make no longer text than a body may be: what is put together here is
/// paid for only afterwards.
fn short(texts: Vec<&str>) -> Result<Vec<&str>, Error> {
    let length: usize = texts.iter().map(|text| text.len() + 1).sum();
    if length > super::BODY { Err(Error::from(ErrorKind::OutOfFuel)) } else { Ok(texts) }
}

fn texts(values: &[Value]) -> Result<Vec<&str>, Error> {
    values.iter().map(text).collect()
}

fn checked(value: Value) -> Result<Value, Error> {
    text(&value)?;
    Ok(value)
}

fn text(value: &Value) -> Result<&str, Error> {
    value.as_str().ok_or_else(|| {
        let kind = if value.is_undefined() { ErrorKind::UndefinedError } else { ErrorKind::InvalidOperation };
        Error::new(kind, format!("a text is needed here, and this is a {}", value.kind()))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn wordings_go_by_the_persons_place() {
        let all = [Value::from("a"), Value::from("b"), Value::from("c")];
        let said = |place, part| wording(place, part, &all).unwrap().to_string();
        let three: Vec<String> = (0..3).map(|place| said(place, 1)).collect();
        assert_eq!(three, ["a", "b", "c"]);
        let whole = |place| (0..4).map(|part| said(place, part)).collect::<String>();
        let texts: BTreeSet<String> = (0..9).map(whole).collect();
        assert_eq!(texts.len(), 9);
        assert!(wording(0, usize::MAX, &[]).unwrap().as_str() == Some("") && wording(7, usize::MAX, &all).is_ok());
    }

    #[test]
    fn only_texts_of_a_paragraphs_length_are_put_together() {
        assert_eq!(paragraph(&["a".into(), "".into(), "b".into()]).as_deref().ok(), Some("a b"));
        assert_eq!(listed(&["a".into(), "b".into()]).as_deref().ok(), Some("a and b"));
        let long = Value::from("x".repeat(super::super::BODY));
        assert_eq!(paragraph(&[long]).unwrap_err().kind(), ErrorKind::OutOfFuel);
        assert_eq!(paragraph(&[Value::UNDEFINED]).unwrap_err().kind(), ErrorKind::UndefinedError);
        assert_eq!(paragraph(&[Value::from(vec!["a"])]).unwrap_err().kind(), ErrorKind::InvalidOperation);
    }
}
