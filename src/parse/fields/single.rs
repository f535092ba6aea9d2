//! One value, whatever shape YAML gave it.

use crate::parse::front_matter::{Item, Scalar, Value};

/// What stands where one value belongs.
pub(super) enum Single<'v> {
    /// An empty value, the same as none.
    Nothing,
    /// One piece of text.
    Scalar(&'v Scalar<'v>),
    /// An unquoted `[[link]]`, put together again.
    Link(String),
    /// No single value, but this.
    Wrong(&'static str),
}

/// The one value that stands there.
pub(super) fn single<'v>(value: &'v Value<'v>) -> Single<'v> {
    match value {
        Value::Null => Single::Nothing,
        Value::Scalar(scalar) if scalar.text.trim().is_empty() => Single::Nothing,
        Value::Scalar(scalar) => Single::Scalar(scalar),
        Value::Map => Single::Wrong("a nested mapping"),
        Value::List(items) => match (&items[..], unquoted(value)) {
            ([], _) => Single::Nothing,
            (_, Some(text)) => Single::Link(text),
            ([only], None) => single(&only.value),
            _ => Single::Wrong("a list"),
        },
    }
}

/// The link that an unquoted `[[Priya Rao]]` was meant to be: YAML reads it as a list in a list.
pub(super) fn unquoted(value: &Value) -> Option<String> {
    let Value::List(outer) = value else { return None };
    let [Item { value: Value::List(inner), .. }] = &outer[..] else { return None };
    let words: Option<Vec<&str>> = inner
        .iter()
        .map(|item| match &item.value {
            Value::Scalar(scalar) => Some(&*scalar.text),
            _ => None,
        })
        .collect();
    words.filter(|words| !words.is_empty()).map(|words| format!("[[{}]]", words.join(", ")))
}
