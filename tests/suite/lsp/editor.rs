//! An editor in memory.

use std::collections::VecDeque;
use std::io::{BufReader, PipeWriter, Write as _, pipe};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use interview_vault::lsp::{Desk, Ending, Job, World, serve};
use serde_json::{Value, json};

use crate::notes::Notes;

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(30);

/// An editor that talks with the server over pipes, about a vault in memory.
pub(super) struct Editor {
    notes: Notes,
    input: Option<PipeWriter>,
    heard: Receiver<Vec<u8>>,
    held: VecDeque<Value>,
    server: Option<JoinHandle<Ending>>,
    asked: i64,
    version: i64,
    typed: String,
}

fn root() -> PathBuf {
    PathBuf::from(if cfg!(windows) { "C:\\vault" } else { "/my vault" })
}

/// The address of the note at `path`.
pub(super) fn uri(path: &str) -> String {
    let root = root().to_string_lossy().replace('\\', "/").replace(' ', "%20");
    format!("file://{}{root}/{}", if cfg!(windows) { "/" } else { "" }, path.replace(' ', "%20"))
}

impl Editor {
    /// One that has said hello.
    pub(super) fn of(notes: Notes) -> Self {
        let edits = json!({ "documentChanges": true, "resourceOperations": ["create"] });
        Self::speaking(notes, &json!({ "workspace": { "workspaceEdit": edits } }))
    }

    /// One that can do just this.
    pub(super) fn speaking(notes: Notes, capabilities: &Value) -> Self {
        let mut editor = Self::unheard(notes);
        let root = uri("");
        let params = json!({ "rootUri": root.trim_end_matches('/'), "capabilities": capabilities });
        let offer = editor.ask("initialize", &params);
        assert!(offer["result"]["capabilities"]["hoverProvider"].is_boolean(), "{offer}");
        editor.tell("initialized", &json!({}));
        editor
    }

    /// One that has said nothing yet.
    pub(super) fn unheard(notes: Notes) -> Self {
        let (reader, writer) = pipe().unwrap();
        let (ears, heard) = channel();
        let known = notes.clone();
        let server = thread::spawn(move || {
            let mut read = |job: &Job| {
                let typed = job.unsaved.iter().fold(known.clone(), |notes, (path, text)| notes.note(path, text));
                let looked = typed.look();
                Ok(World::new(job.root.clone(), looked.vault, Arc::new(looked.checklist), looked.today, Vec::new()))
            };
            let find = |folder: &Path| folder.starts_with(root()).then(root);
            let desk = Desk { root: &find, read: &mut read };
            let mut say = |bytes: &[u8]| {
                let _ = ears.send(bytes.to_vec());
                Ok(())
            };
            serve(BufReader::new(reader), &mut say, desk).unwrap()
        });
        let held = VecDeque::new();
        Self {
            notes,
            input: Some(writer),
            heard,
            held,
            server: Some(server),
            asked: 0,
            version: 0,
            typed: String::new(),
        }
    }

    pub(super) fn text(&self, path: &str) -> String {
        self.notes.text(path).to_owned()
    }

    pub(super) fn open(&mut self, path: &str, text: &str) {
        self.version += 1;
        text.clone_into(&mut self.typed);
        let item = json!({ "uri": uri(path), "languageId": "markdown", "version": self.version, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": item }));
    }

    pub(super) fn change(&mut self, path: &str, text: &str) {
        self.version += 1;
        text.clone_into(&mut self.typed);
        let which = json!({ "uri": uri(path), "version": self.version });
        self.tell("textDocument/didChange", &json!({ "textDocument": which, "contentChanges": [{ "text": text }] }));
    }

    pub(super) fn close(&mut self, path: &str) {
        let which = json!({ "uri": uri(path) });
        self.tell("textDocument/didClose", &json!({ "textDocument": which }));
    }

    /// What is found in a note, as it was typed last.
    pub(super) fn diagnostics(&mut self, path: &str) -> Vec<Value> {
        let (uri, version) = (uri(path), self.version);
        let message = self.hear(|message| {
            let params = &message["params"];
            let is_last = params["version"].as_i64().is_none_or(|told| told == version);
            message["method"] == "textDocument/publishDiagnostics" && params["uri"] == *uri && is_last
        });
        message["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// The result of a request about a place.
    pub(super) fn at(&mut self, method: &str, path: &str, position: &Value) -> Value {
        let params = json!({ "textDocument": { "uri": uri(path) }, "position": position });
        let answer = self.ask(method, &params);
        answer.get("result").unwrap_or_else(|| panic!("{answer}")).clone()
    }

    pub(super) fn actions(&mut self, path: &str, at: &Value) -> Vec<Value> {
        let range = json!({ "start": at, "end": at });
        let params = json!({ "textDocument": { "uri": uri(path) }, "range": range, "context": { "diagnostics": [] } });
        self.ask("textDocument/codeAction", &params)["result"].as_array().unwrap().clone()
    }

    pub(super) fn hints(&mut self, path: &str, text: &str) -> Vec<Value> {
        let end = json!({ "line": text.lines().count(), "character": 0 });
        let range = json!({ "start": { "line": 0, "character": 0 }, "end": end });
        let params = json!({ "textDocument": { "uri": uri(path) }, "range": range });
        self.ask("textDocument/inlayHint", &params)["result"].as_array().unwrap().clone()
    }

    /// The text after the action of that title, on the text that was opened or changed last.
    pub(super) fn applied(&self, path: &str, actions: &[Value], title: &str) -> String {
        let found = actions.iter().find(|action| action["title"] == title);
        let change = &found.unwrap_or_else(|| panic!("{title}: {:?}", titles(actions)))["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({ "uri": uri(path), "version": self.version }));
        let edit = &change["edits"][0];
        let text = self.typed.as_str();
        let offset = |place: &Value| {
            let line = usize::try_from(place["line"].as_u64().unwrap()).unwrap();
            let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
            let units = place["character"].as_u64().unwrap();
            let mut seen = 0;
            let within = text[start..].char_indices().find(|(_, c)| {
                let is_there = seen >= units;
                seen += c.len_utf16() as u64;
                is_there
            });
            within.map_or(text.len(), |(at, _)| start + at)
        };
        let (start, end) = (offset(&edit["range"]["start"]), offset(&edit["range"]["end"]));
        format!("{}{}{}", &text[..start], edit["newText"].as_str().unwrap(), &text[end..])
    }

    /// The answer to a request, error or result.
    pub(super) fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.say_at_once(&[json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params })]);
        self.hear(|message| message["id"] == id && message.get("method").is_none())
    }

    fn tell(&mut self, method: &str, params: &Value) {
        self.say_at_once(&[json!({ "jsonrpc": "2.0", "method": method, "params": params })]);
    }

    pub(super) fn say_at_once(&mut self, messages: &[Value]) {
        let bytes: String = messages.iter().map(|message| framed(&message.to_string())).collect();
        self.input.as_mut().unwrap().write_all(bytes.as_bytes()).unwrap();
    }

    pub(super) fn say_raw(&mut self, body: &str) {
        self.input.as_mut().unwrap().write_all(framed(body).as_bytes()).unwrap();
    }

    /// The next message that is wanted; those before it wait for somebody else.
    pub(super) fn hear(&mut self, is_wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.held.iter().position(&is_wanted) {
            return self.held.remove(at).unwrap();
        }
        loop {
            let bytes = self.heard.recv_timeout(PATIENCE).unwrap();
            let text = String::from_utf8(bytes).unwrap();
            let (head, body) = text.split_once("\r\n\r\n").unwrap();
            assert_eq!(head, format!("Content-Length: {}", body.len()));
            let message: Value = serde_json::from_str(body).unwrap();
            if is_wanted(&message) {
                return message;
            }
            self.held.push_back(message);
        }
    }

    /// Says goodbye as the protocol has it.
    pub(super) fn end(mut self) -> Ending {
        assert!(self.ask("shutdown", &Value::Null).get("error").is_none());
        self.leave()
    }

    /// Ends without asking.
    pub(super) fn leave(mut self) -> Ending {
        self.tell("exit", &Value::Null);
        self.server.take().unwrap().join().unwrap()
    }

    /// Is gone.
    pub(super) fn hang_up(mut self) -> Ending {
        drop(self.input.take());
        self.server.take().unwrap().join().unwrap()
    }
}

fn framed(body: &str) -> String {
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

/// What a list of completions offers.
pub(super) fn labels(list: &Value) -> Vec<String> {
    let items = list["items"].as_array().unwrap();
    items.iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
}

/// What a list of actions offers.
pub(super) fn titles(actions: &[Value]) -> Vec<String> {
    actions.iter().map(|action| action["title"].as_str().unwrap().to_owned()).collect()
}
