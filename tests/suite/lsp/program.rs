//! The program itself, as an editor starts it.
#![expect(clippy::disallowed_methods, reason = "what is tested here is a process, in a vault on disk")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// A running `vault lsp`, and what it says.
struct Server {
    child: Child,
    out: BufReader<ChildStdout>,
}

impl Server {
    fn start(folder: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_vault"))
            .args(["lsp", "--stdio"])
            .current_dir(folder)
            .env("SOURCE_DATE_EPOCH", "1741262400")
            .env("XDG_STATE_HOME", folder.join("state"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let mut server = Self { child, out };
        let uri = uri(folder);
        let edits = json!({ "documentChanges": true, "resourceOperations": ["create"] });
        let can = json!({ "workspace": { "workspaceEdit": edits } });
        server.say(&json!({ "id": 1, "method": "initialize", "params": { "rootUri": uri, "capabilities": can } }));
        let _ = server.hear(|message| message["id"] == 1);
        server
    }

    fn say(&mut self, message: &Value) {
        let body = message.to_string();
        let bytes = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        self.child.stdin.as_mut().unwrap().write_all(bytes.as_bytes()).unwrap();
    }

    fn open(&mut self, path: &Path, text: &str) {
        let item = json!({ "uri": uri(path), "languageId": "markdown", "version": 1, "text": text });
        self.say(&json!({ "method": "textDocument/didOpen", "params": { "textDocument": item } }));
    }

    /// The first message that is wanted, and those before it.
    fn hear(&mut self, is_wanted: impl Fn(&Value) -> bool) -> (Value, Vec<Value>) {
        let mut before = Vec::new();
        loop {
            let mut head = String::new();
            self.out.read_line(&mut head).unwrap();
            let length = head.trim().strip_prefix("Content-Length: ").unwrap().parse().unwrap();
            self.out.read_line(&mut String::new()).unwrap();
            let mut body = vec![0; length];
            self.out.read_exact(&mut body).unwrap();
            let message: Value = serde_json::from_slice(&body).unwrap();
            if is_wanted(&message) {
                return (message, before);
            }
            before.push(message);
        }
    }

    /// Says goodbye; gives what was said before, and the exit code.
    fn end(mut self) -> (Vec<Value>, Option<i32>) {
        self.say(&json!({ "id": 9, "method": "shutdown" }));
        let (_, before) = self.hear(|message| message["id"] == 9);
        self.say(&json!({ "method": "exit" }));
        (before, self.child.wait().unwrap().code())
    }
}

fn uri(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/").replace(' ', "%20");
    format!("file://{}{text}", if cfg!(windows) { "/" } else { "" })
}

const ROUND: &str = "---\ntype: round\ncompany: \"[[Mill]]\"\ninterview_date: 2025-03-04\nstate: held\ninterviewers: [\"[[Tom Beck]]\"]\n---\n";

fn vault(settings: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in [("vault.toml", settings), ("Mill.md", "---\ntype: company\n---\n"), ("Round.md", ROUND)] {
        fs::write(folder.path().join(path), text).unwrap();
    }
    folder
}

#[test]
fn somebody_without_a_note_gets_one_from_the_editor_and_nothing_is_written() {
    let folder = vault("");
    let round = folder.path().join("Round.md");
    let mut server = Server::start(folder.path());
    server.open(&round, &ROUND.replace("Tom Beck", "Tim Beck"));
    let is_shown = |message: &Value| message["method"] == "textDocument/publishDiagnostics";
    let (shown, _) = server.hear(is_shown);
    assert!(shown["params"]["diagnostics"].as_array().unwrap().iter().any(|one| one["code"] == "note/link"), "{shown}");
    let range = json!({ "start": { "line": 5, "character": 20 }, "end": { "line": 5, "character": 20 } });
    let params = json!({ "textDocument": { "uri": uri(&round) }, "range": range, "context": { "diagnostics": [] } });
    server.say(&json!({ "id": 2, "method": "textDocument/codeAction", "params": params }));
    let (answer, _) = server.hear(|message| message["id"] == 2);
    let actions = answer["result"].as_array().unwrap();
    let made = actions.iter().find(|action| action["title"] == "Make the note Interviewers/Tim Beck.md");
    let changes = &made.unwrap_or_else(|| panic!("{answer}"))["edit"]["documentChanges"];
    assert_eq!(changes[0], json!({ "kind": "create", "uri": uri(&folder.path().join("Interviewers/Tim Beck.md")) }));
    assert!(changes[1]["edits"][0]["newText"].as_str().unwrap().contains("type: interviewer"), "{changes}");
    assert_eq!(server.end().1, Some(0));
    let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["Mill.md", "Round.md", "vault.toml"]);
}

#[test]
fn settings_that_cannot_be_read_are_said_once_and_a_save_tries_again() {
    let folder = vault("holidayz = []\n");
    let round = folder.path().join("Round.md");
    let mut server = Server::start(folder.path());
    let (said, _) = server.hear(|message| message["method"] == "window/showMessage");
    assert!(said["params"]["message"].as_str().unwrap().contains("vault.toml:1:1"), "{said}");
    server.open(&round, ROUND);
    let saved = json!({ "method": "textDocument/didSave", "params": { "textDocument": { "uri": uri(&round) } } });
    server.say(&saved);
    std::thread::sleep(std::time::Duration::from_millis(300));
    fs::write(folder.path().join("vault.toml"), "").unwrap();
    server.say(&saved);
    let (_, before) = server.hear(|message| message["method"] == "textDocument/publishDiagnostics");
    assert_eq!(before, Vec::<Value>::new());
    assert_eq!(server.end().1, Some(0));
}

#[test]
fn outside_a_vault_it_keeps_quiet() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::start(folder.path());
    let note = folder.path().join("a.md");
    server.open(&note, ROUND);
    let place = json!({ "textDocument": { "uri": uri(&note) }, "position": { "line": 4, "character": 2 } });
    server.say(&json!({ "id": 2, "method": "textDocument/hover", "params": place }));
    let (answer, before) = server.hear(|message| message["id"] == 2);
    assert_eq!((&answer["result"], before), (&Value::Null, Vec::new()));
    assert_eq!(server.end(), (Vec::new(), Some(0)));
}

#[test]
fn templates_and_ignored_notes_are_left_alone() {
    let folder = vault("ignore = [\"Old\"]\n");
    let mut server = Server::start(folder.path());
    server.open(&folder.path().join("Templates/round.md"), ROUND);
    server.open(&folder.path().join("Old/round.md"), ROUND);
    server.open(&folder.path().join("Round.md"), ROUND);
    let round = uri(&folder.path().join("Round.md"));
    let is_shown =
        |message: &Value| message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == *round;
    let (shown, before) = server.hear(is_shown);
    assert!(!shown["params"]["diagnostics"].as_array().unwrap().is_empty());
    assert!(before.iter().all(|message| message["params"]["diagnostics"] == json!([])), "{before:?}");
    assert_eq!(server.end().1, Some(0));
}
