//! What the editor can do, and what it is offered.

use serde_json::{Value, json};

use super::document::Document;
use super::lines::Encoding;
use super::protocol::TextEdit;

/// What an edit can do, each with what stands above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Edits {
    /// Change texts.
    Plain,
    /// Name the version of the text it is for.
    Versioned,
    /// Make files.
    Files,
}

/// What of the protocol the editor understands, as far as it matters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Client {
    /// How places are counted.
    pub encoding: Encoding,
    /// What its edits can do.
    pub edits: Edits,
    /// It tells about files that change, once asked to.
    pub watches_files: bool,
    /// It asks again for hints, once told to.
    pub refreshes_hints: bool,
}

impl Client {
    /// As the parameters of `initialize` say.
    pub(super) fn new(params: &Value) -> Self {
        let says = |path: &str| params.pointer(&format!("/capabilities/{path}")).and_then(Value::as_bool) == Some(true);
        let lists = |path: &str, word: &str| {
            let list = params.pointer(&format!("/capabilities/{path}")).and_then(Value::as_array);
            list.is_some_and(|list| list.iter().any(|entry| entry == word))
        };
        let edits = match says("workspace/workspaceEdit/documentChanges") {
            true if lists("workspace/workspaceEdit/resourceOperations", "create") => Edits::Files,
            true => Edits::Versioned,
            false => Edits::Plain,
        };
        Self {
            encoding: if lists("general/positionEncodings", "utf-8") { Encoding::Utf8 } else { Encoding::Utf16 },
            edits,
            watches_files: says("workspace/didChangeWatchedFiles/dynamicRegistration"),
            refreshes_hints: says("workspace/inlayHint/refreshSupport"),
        }
    }

    /// What is offered.
    pub(super) fn offer(self) -> Value {
        json!({
            "serverInfo": { "name": "vault", "version": env!("CARGO_PKG_VERSION") },
            "capabilities": {
                "positionEncoding": self.encoding.name(),
                "textDocumentSync": { "openClose": true, "change": 1, "save": true },
                "completionProvider": { "triggerCharacters": ["[", "\"", " ", ":"] },
                "hoverProvider": true,
                "definitionProvider": true,
                "codeActionProvider": { "codeActionKinds": ["quickfix", "refactor.rewrite", "source.fixAll.vault"] },
                "inlayHintProvider": true,
            },
        })
    }

    /// Asks to be told when notes or settings change on disk.
    pub(super) fn watching() -> Value {
        let watchers = [json!({ "globPattern": "**/*.{md,markdown}" }), json!({ "globPattern": "**/vault.toml" })];
        let method = "workspace/didChangeWatchedFiles";
        json!({ "registrations": [{ "id": "vault", "method": method, "registerOptions": { "watchers": watchers } }] })
    }

    /// The edit that makes a document's text `new`.
    pub(super) fn edit(self, document: &Document, new: &str) -> Value {
        let edits = [document.edit(new)];
        if self.edits >= Edits::Versioned {
            let identifier = json!({ "uri": document.uri, "version": document.version });
            json!({ "documentChanges": [{ "textDocument": identifier, "edits": edits }] })
        } else {
            json!({ "changes": { document.uri.as_str(): edits } })
        }
    }

    /// The edit that makes a file with that text; none where the editor cannot.
    pub(super) fn creation(self, uri: &str, text: &str) -> Option<Value> {
        let start = super::protocol::Position { line: 0, character: 0 };
        let range = super::protocol::Range { start, end: start };
        let edits = [TextEdit { range, new_text: text.to_owned() }];
        let identifier = json!({ "uri": uri, "version": null });
        let create = json!({ "kind": "create", "uri": uri });
        let fill = json!({ "textDocument": identifier, "edits": edits });
        (self.edits == Edits::Files).then(|| json!({ "documentChanges": [create, fill] }))
    }
}
