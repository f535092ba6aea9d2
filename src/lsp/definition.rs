//! Where a link leads.

use serde_json::{Value, json};

use super::place::{At, find};
use super::uri::uri;
use super::world::View;
use crate::model::Note;
use crate::parse::body::links_in;
use crate::text::Span;

/// The start of the note that the link at a byte leads to.
pub(super) fn definition(view: View<'_>, offset: usize) -> Value {
    let Some((note, world)) = linked(view, offset).map(|(note, _)| note).zip(view.world) else { return Value::Null };
    let start = json!({ "line": 0, "character": 0 });
    json!({ "uri": uri(&world.root.join(&*note.path)), "range": { "start": start, "end": start } })
}

/// The note that the link at a byte leads to, and where the link stands.
pub(super) fn linked(view: View<'_>, offset: usize) -> Option<(&Note, Span)> {
    let text = view.document.text.as_str();
    // Several links may stand on a line; of a list in brackets only the entry is looked at.
    let span = match find(text, offset).at {
        At::Value { typed, .. } => typed,
        At::Key(_) | At::Label { .. } | At::Heading(_) | At::Elsewhere => view.document.line(offset),
    };
    let links = links_in(&text[span.range()], span.start as usize);
    let link = links.into_iter().find(|link| link.span.range().contains(&offset))?;
    let world = view.world?;
    let note = world.links.note(&link.target, &view.document.path)?;
    Some((world.vault.note(note), link.span))
}
