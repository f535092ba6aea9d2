//! What may be typed at a place: keys, values, labels and headings. Links in front matter only: in the body,
//! other servers complete them.

mod days;
mod values;

use serde_json::{Value, json};

use super::place::{At, Place, find, keys_in};
use super::world::View;
use crate::model::Kind;
use crate::parse::schema::{keys, sections};
use crate::render::explain::takes;
use crate::render::flat;
use crate::text::Span;

/// The most that is offered at a time; more letters narrow it down.
const MOST: usize = 100;

/// The protocol's numbers for what something is.
const FIELD: u8 = 5;
const VALUE: u8 = 12;
const KEYWORD: u8 = 14;
const FILE: u8 = 17;
const EVENT: u8 = 23;

/// Something to type.
pub(super) struct Choice {
    /// How it is listed.
    pub label: String,
    /// What stands beside it.
    pub detail: String,
    /// What is written.
    pub text: String,
    /// What the typed words are held against.
    pub filter: String,
    kind: u8,
}

impl Choice {
    fn new(kind: u8, label: &str, detail: &str, text: impl Into<String>) -> Self {
        Self { label: flat(label), detail: flat(detail), text: text.into(), filter: flat(label), kind }
    }
}

/// The list of what may be typed at a byte of a note.
pub(super) fn complete(view: View<'_>, offset: usize) -> Value {
    let text = view.document.text.as_str();
    let place = find(text, offset);
    let Some((typed, mut choices)) = choices(view, &place) else {
        return json!({ "isIncomplete": false, "items": [] });
    };
    // What stands before the cursor is what the choices are held against; blanks around it go with it.
    let (start, end) = (offset.min(typed.start as usize), offset.max(typed.end as usize));
    let before = &text[start..offset];
    let typed_so_far = before.trim_start_matches(['"', '\'', '[']);
    let lead = &before[..before.len() - typed_so_far.len()];
    let wanted = typed_so_far.to_lowercase();
    let rank = |choice: &Choice| {
        let filter = choice.filter.to_lowercase();
        if filter.starts_with(&wanted) { 0 } else { 1 + u8::from(!filter.contains(&wanted)) }
    };
    let is_long = choices.len() > MOST;
    if is_long {
        choices.retain(|choice| rank(choice) < 2);
    }
    choices.sort_by_key(rank);
    let is_incomplete = is_long || choices.len() > MOST;
    choices.truncate(MOST);
    let is_close = matches!(place.at, At::Value { .. }) && text[..start].ends_with([':', '-']);
    let gap = if is_close { " " } else { "" };
    let range = view.document.range(Span::new(start, end));
    let items = choices.into_iter().enumerate().map(|(at, choice)| {
        json!({
            "label": choice.label,
            "kind": choice.kind,
            "detail": choice.detail,
            "sortText": format!("{at:04}"),
            "filterText": format!("{lead}{}", choice.filter),
            "textEdit": { "range": range, "newText": format!("{gap}{}", choice.text) },
        })
    });
    json!({ "isIncomplete": is_incomplete, "items": items.collect::<Vec<_>>() })
}

fn choices(view: View<'_>, place: &Place<'_>) -> Option<(Span, Vec<Choice>)> {
    Some(match &place.at {
        At::Key(typed) => (*typed, key_choices(view, place.kind, *typed)),
        At::Value { key, typed } => {
            (*typed, values::choices(view, place.kind, key, &view.document.text[typed.range()]))
        }
        At::Label { section, typed } => {
            let behind = behind(view, *typed);
            let labels = section.labels().filter(|label| label.name != "about");
            let choice = |name: &str, meaning: &str| Choice::new(FIELD, name, meaning, format!("{name}{behind}"));
            (*typed, labels.map(|label| choice(label.name, label.meaning)).collect())
        }
        At::Heading(typed) => {
            let known = sections(place.kind?).iter();
            (*typed, known.map(|section| Choice::new(KEYWORD, section.name, section.meaning, section.name)).collect())
        }
        At::Elsewhere => return None,
    })
}

/// The keys that the note does not have yet; only `type`, with each kind, while that is open.
fn key_choices(view: View<'_>, kind: Option<Kind>, typed: Span) -> Vec<Choice> {
    let text = view.document.text.as_str();
    let behind = behind(view, typed);
    let Some(kind) = kind else {
        let lines = Kind::ALL.map(|kind| (format!("type: {}", kind.name()), kind));
        return lines.iter().map(|(line, _)| Choice::new(KEYWORD, line, "the kind of note", line.as_str())).collect();
    };
    let present = keys_in(text);
    let is_open = |name: &str| !present.contains(&name) || text[typed.range()] == *name;
    let open = keys(kind).iter().filter(|key| is_open(key.name));
    let choice = |key: &crate::parse::schema::Key| {
        let detail = format!("{}; {}", key.meaning, takes(key));
        Choice::new(FIELD, key.name, &detail, format!("{}{behind}", key.name))
    };
    open.map(choice).collect()
}

/// The colon that a key or a label still needs.
fn behind(view: View<'_>, typed: Span) -> &'static str {
    if view.document.text[typed.end as usize..].starts_with(':') { "" } else { ": " }
}
