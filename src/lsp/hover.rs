//! What is explained of the thing under the cursor, in the words of `vault explain`.

use super::definition::linked;
use super::place::{At, find};
use super::world::View;
use crate::checklist;
use crate::model::Kind;
use crate::render::{explain, flat, full_day, rules};
use crate::text::Span;

/// The explanation of what stands at a byte of a note, and its extent.
pub(super) fn explain(view: View<'_>, offset: usize) -> Option<(String, Span)> {
    let text = view.document.text.as_str();
    if let Some((note, span)) = linked(view, offset) {
        let kind = note.record.kind().map_or("a note", Kind::name);
        return Some((flat(&format!("{} · {kind} · {}", note.name(), note.path)), span));
    }
    let place = find(text, offset);
    let kind = place.kind?;
    let (name, span) = match place.at {
        At::Key(typed) | At::Heading(typed) => (&text[typed.range()], typed),
        At::Value { key, typed } => {
            let value = &text[typed.range()];
            let told = rule(key, value).or_else(|| day(value));
            if told.is_some() {
                return told.map(|told| (told, typed));
            }
            (key, typed)
        }
        At::Label { typed, .. } => (label(&text[typed.range()]), typed),
        At::Elsewhere => return None,
    };
    Some((explain::field_of(kind, name), span)).filter(|(told, _)| !told.is_empty())
}

/// The rule that a line of `waive` or `hold` silences.
fn rule(key: &str, value: &str) -> Option<String> {
    let first = value.trim_matches(['"', '\'']).split_whitespace().next()?;
    let rule = checklist::rule(first).filter(|_| matches!(key, "waive" | "hold"))?;
    Some(rules::explain(rule, false))
}

fn day(value: &str) -> Option<String> {
    value.trim_matches(['"', '\'']).parse().ok().map(full_day)
}

/// A label without its markup; `about` without its link.
fn label(written: &str) -> &str {
    let name = written.trim_matches(['*', '_', ' ']);
    if name.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("about ")) { &name[..5] } else { name }
}
