//! Requests about a place in a note, each with its answer.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::actions::actions;
use super::capabilities::Client;
use super::completion::complete;
use super::definition::definition;
use super::document::Document;
use super::hints::hints;
use super::hover;
use super::protocol::{At, Within};
use super::wire::{INVALID_PARAMS, METHOD_NOT_FOUND};
use super::world::View;
use crate::text::Span;

/// A result, or an error's code and words.
pub(super) type Answer = Result<Value, (i64, String)>;

/// Answers a request; `view` finds an open note of the vault by its address. About any other there is nothing to say.
pub(super) fn answer<'v>(
    method: &str,
    params: Value,
    client: Client,
    view: impl Fn(&str) -> Option<View<'v>>,
) -> Answer {
    let at = |params: Value, say: &dyn Fn(View<'_>, usize) -> Value| {
        let At { text_document, position } = parsed(params)?;
        Ok(view(&text_document.uri).map_or(Value::Null, |view| say(view, view.document.offset(position))))
    };
    let within = |params: Value, say: &dyn Fn(View<'_>, Span) -> Value| {
        let Within { text_document, range } = parsed(params)?;
        let span = |document: &Document| Span::new(document.offset(range.start), document.offset(range.end));
        Ok(view(&text_document.uri).map_or_else(|| json!([]), |view| say(view, span(view.document))))
    };
    match method {
        "textDocument/completion" => at(params, &complete),
        "textDocument/hover" => at(params, &hover),
        "textDocument/definition" => at(params, &definition),
        "textDocument/codeAction" => within(params, &|view, span| actions(view, client, span).into()),
        "textDocument/inlayHint" => within(params, &|view, span| hints(view, &span.range()).into()),
        _ => Err((METHOD_NOT_FOUND, format!("`{method}` is not offered"))),
    }
}

/// The parameters of a request or a notification.
pub(super) fn parsed<T: DeserializeOwned>(params: Value) -> Result<T, (i64, String)> {
    serde_json::from_value(params).map_err(|why| (INVALID_PARAMS, format!("these parameters cannot be read: {why}")))
}

fn hover(view: View<'_>, offset: usize) -> Value {
    let Some((told, span)) = hover::explain(view, offset) else { return Value::Null };
    let contents = json!({ "kind": "plaintext", "value": told.trim_end() });
    json!({ "contents": contents, "range": view.document.range(span) })
}
