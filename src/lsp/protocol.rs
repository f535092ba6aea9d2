//! The protocol's own shapes: what is read from requests, and the few that are written in many places.

use serde::{Deserialize, Serialize};

/// A place as the editor counts: lines and units of its encoding, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(super) struct Position {
    pub line: u32,
    pub character: u32,
}

/// From one place to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub(super) struct Range {
    pub start: Position,
    pub end: Position,
}

/// One range written anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct TextEdit {
    pub range: Range,
    #[serde(rename = "newText")]
    pub new_text: String,
}

/// Which document.
#[derive(Debug, Deserialize)]
pub(super) struct Identifier {
    pub uri: String,
}

/// A document, and a place in it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct At {
    pub text_document: Identifier,
    pub position: Position,
}

/// A document, and a part of it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Within {
    pub text_document: Identifier,
    pub range: Range,
}

/// `textDocument/didOpen`
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Opened {
    pub text_document: Item,
}

/// A document with its text.
#[derive(Debug, Deserialize)]
pub(super) struct Item {
    pub uri: String,
    pub version: i32,
    pub text: String,
}

/// `textDocument/didChange`, with the whole text, as is asked for.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Changed {
    pub text_document: Versioned,
    pub content_changes: Vec<Whole>,
}

/// Which document, and which of its texts.
#[derive(Debug, Deserialize)]
pub(super) struct Versioned {
    pub uri: String,
    pub version: i32,
}

/// The whole text of a document.
#[derive(Debug, Deserialize)]
pub(super) struct Whole {
    pub text: String,
}

/// `textDocument/didClose`
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Closed {
    pub text_document: Identifier,
}
