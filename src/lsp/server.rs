//! The loop: hears the editor, answers, and has the vault read anew when the typing rests.

use std::collections::{BTreeMap, VecDeque};
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::answers::{Answer, answer, parsed};
use super::capabilities::Client;
use super::diagnostics::diagnostics;
use super::document::Document;
use super::protocol::{Changed, Closed, Opened};
use super::uri;
use super::wire::{self, Message};
use super::world::{View, World};

/// For how long nothing must be heard before the vault is read anew.
const REST: Duration = Duration::from_millis(40);

/// What the server needs of the world outside.
pub struct Desk<'d> {
    /// The root of the vault in which a folder lies.
    pub root: &'d dyn Fn(&Path) -> Option<PathBuf>,
    /// Reads a vault; the error is for the user's eyes.
    pub read: &'d mut (dyn FnMut(&Job) -> Result<World, String> + Send),
}

/// What is to be read.
#[derive(Clone, Debug)]
pub struct Job {
    /// The vault's root.
    pub root: PathBuf,
    /// Whether files may have changed since the last time.
    pub reread: bool,
    /// The texts of open notes, by path from the root, in place of what is on disk.
    pub unsaved: Vec<(String, String)>,
}

/// How the conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The editor said that it would end, and then that it does.
    Agreed,
    /// It ended without a word.
    Abrupt,
}

enum Event {
    Heard(Message),
    /// The editor has gone.
    Gone(io::Result<()>),
    Read(Result<Box<World>, String>),
}

/// Talks with an editor until it has had enough. `say` sends bytes to it.
///
/// # Errors
/// One of the two streams fails.
pub fn serve(
    input: impl BufRead + Send,
    say: &mut dyn FnMut(&[u8]) -> io::Result<()>,
    desk: Desk<'_>,
) -> io::Result<Ending> {
    let Desk { root, read } = desk;
    thread::scope(|scope| {
        let (events, heard) = mpsc::channel();
        let (jobs, work) = mpsc::channel::<Job>();
        let ears = events.clone();
        scope.spawn(move || listen(input, &ears));
        scope.spawn(move || {
            // Both ends hang up when the conversation is over.
            for job in work {
                if events.send(Event::Read(read(&job).map(Box::new))).is_err() {
                    break;
                }
            }
        });
        Server::new(root, jobs, say).converse(&heard)
    })
}

/// Hands on what is heard, up to the editor's last word.
fn listen(mut input: impl BufRead, ears: &Sender<Event>) {
    loop {
        let (event, is_last) = match wire::read(&mut input) {
            Ok(Some(message)) => {
                let is_last = matches!(&message, Message::Notification { method, .. } if method == "exit");
                (Event::Heard(message), is_last)
            }
            Ok(None) => (Event::Gone(Ok(())), true),
            Err(error) => (Event::Gone(Err(error)), true),
        };
        if ears.send(event).is_err() || is_last {
            return;
        }
    }
}

struct Server<'s> {
    find_root: &'s dyn Fn(&Path) -> Option<PathBuf>,
    jobs: Sender<Job>,
    say: &'s mut dyn FnMut(&[u8]) -> io::Result<()>,
    /// `None` before `initialize`.
    client: Option<Client>,
    is_over: bool,
    root: Option<PathBuf>,
    /// By address.
    documents: BTreeMap<String, Document>,
    world: Option<Box<World>>,
    /// Which texts the world was read with, by address.
    known: BTreeMap<String, i32>,
    /// Which texts are being read, while they are.
    reading: Option<BTreeMap<String, i32>>,
    /// Whether something has changed since, and whether it may have been a file.
    stale: Option<bool>,
    /// The last thing that could not be read, said once.
    complaint: Option<String>,
}

impl<'s> Server<'s> {
    fn new(
        find_root: &'s dyn Fn(&Path) -> Option<PathBuf>,
        jobs: Sender<Job>,
        say: &'s mut dyn FnMut(&[u8]) -> io::Result<()>,
    ) -> Self {
        Self {
            find_root,
            jobs,
            say,
            client: None,
            is_over: false,
            root: None,
            documents: BTreeMap::new(),
            world: None,
            known: BTreeMap::new(),
            reading: None,
            stale: None,
            complaint: None,
        }
    }

    fn converse(mut self, heard: &Receiver<Event>) -> io::Result<Ending> {
        let mut queue = VecDeque::new();
        loop {
            queue.extend(heard.try_iter());
            if queue.is_empty() {
                match self.wait(heard) {
                    Some(event) => queue.push_back(event),
                    None => self.have_read(),
                }
            }
            match queue.pop_front() {
                None | Some(Event::Heard(Message::Answer)) => {}
                Some(Event::Gone(ended)) => return ended.map(|()| Ending::Abrupt),
                Some(Event::Read(world)) => self.take_in(world)?,
                Some(Event::Heard(Message::Notification { method, .. })) if method == "exit" => {
                    return Ok(if self.is_over { Ending::Agreed } else { Ending::Abrupt });
                }
                Some(Event::Heard(Message::Notification { method, params })) => self.note(&method, params)?,
                Some(Event::Heard(Message::Request { id, method, params })) => {
                    let cancelled = queue.iter().any(|event| is_cancel(event, &id));
                    let result = if cancelled {
                        Err((wire::CANCELLED, "cancelled".to_owned()))
                    } else {
                        self.answer(&method, params)
                    };
                    self.send(&wire::answer(&id, result))?;
                }
                Some(Event::Heard(Message::Malformed { id, code, why })) => {
                    self.send(&wire::answer(&id, Err((code, why))))?;
                }
            }
        }
    }

    /// The next event; `None` once it is time to read the vault.
    fn wait(&self, heard: &Receiver<Event>) -> Option<Event> {
        let gone = Event::Gone(Ok(()));
        if self.stale.is_none() || self.reading.is_some() {
            return Some(heard.recv().unwrap_or(gone));
        }
        match heard.recv_timeout(REST) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(gone),
        }
    }

    fn send(&mut self, message: &Value) -> io::Result<()> {
        (self.say)(&wire::framed(message))
    }

    /// Has the vault read, with the texts as they are now.
    fn have_read(&mut self) {
        let (Some(root), Some(reread)) = (self.root.clone(), self.stale.take()) else { return };
        let unsaved = self.documents.values().map(|document| (document.path.clone(), document.text.clone())).collect();
        let versions = self.documents.values().map(|document| (document.uri.clone(), document.version)).collect();
        // Nobody reads any more only when the reader has died, and then the last world stays.
        if self.jobs.send(Job { root, reread, unsaved }).is_ok() {
            self.reading = Some(versions);
        }
    }

    /// Something has changed: a file, or only an open text.
    fn changed(&mut self, is_file: bool) {
        if self.root.is_some() {
            self.stale = Some(is_file || self.stale == Some(true));
        }
    }

    fn take_in(&mut self, read: Result<Box<World>, String>) -> io::Result<()> {
        let versions = self.reading.take().unwrap_or_default();
        match read {
            Ok(world) => {
                (self.world, self.known, self.complaint) = (Some(world), versions, None);
                self.publish()
            }
            Err(why) if self.complaint.as_ref() == Some(&why) => Ok(()),
            Err(why) => {
                let params = json!({ "type": 1, "message": crate::text::escaped(&why) });
                self.complaint = Some(why);
                self.send(&wire::notification("window/showMessage", &params))
            }
        }
    }

    /// Shows the findings in every open note whose text they speak of.
    fn publish(&mut self) -> io::Result<()> {
        let Some(world) = &self.world else { return Ok(()) };
        let fresh = self.documents.values().filter(|document| self.known.get(&document.uri) == Some(&document.version));
        let messages: Vec<Value> = fresh
            .map(|document| {
                let found = diagnostics(document, world);
                let params = json!({ "uri": document.uri, "version": document.version, "diagnostics": found });
                wire::notification("textDocument/publishDiagnostics", &params)
            })
            .collect();
        for message in &messages {
            self.send(message)?;
        }
        if self.client.is_some_and(|client| client.refreshes_hints) {
            self.send(&wire::request("workspace/inlayHint/refresh", &Value::Null))?;
        }
        Ok(())
    }

    fn answer(&mut self, method: &str, params: Value) -> Answer {
        match (method, self.client) {
            ("initialize", None) => Ok(self.initialize(&params)),
            ("initialize", Some(_)) => Err((wire::INVALID_REQUEST, "`initialize` comes once".to_owned())),
            (_, None) => Err((wire::NOT_INITIALIZED, "`initialize` comes first".to_owned())),
            (_, Some(_)) if self.is_over => Err((wire::INVALID_REQUEST, "nothing comes after `shutdown`".to_owned())),
            ("shutdown", _) => {
                self.is_over = true;
                Ok(Value::Null)
            }
            (_, Some(client)) => answer(method, params, client, |uri| self.view(uri)),
        }
    }

    fn view(&self, uri: &str) -> Option<View<'_>> {
        let document = self.documents.get(uri)?;
        let is_fresh = self.known.get(uri) == Some(&document.version);
        Some(View { document, world: self.world.as_deref(), is_fresh })
    }

    fn initialize(&mut self, params: &Value) -> Value {
        let client = Client::new(params);
        self.client = Some(client);
        let folder = params.pointer("/workspaceFolders/0/uri").or_else(|| params.get("rootUri"));
        let folder = folder.and_then(Value::as_str).and_then(uri::path);
        self.root = folder.and_then(|folder| (self.find_root)(&folder));
        self.changed(true);
        client.offer()
    }

    fn note(&mut self, method: &str, params: Value) -> io::Result<()> {
        let Some(client) = self.client else { return Ok(()) };
        // What cannot be read cannot be answered either: nobody waits for it.
        match method {
            "initialized" if client.watches_files => {
                self.send(&wire::request("client/registerCapability", &Client::watching()))?;
            }
            "textDocument/didOpen" => {
                if let Ok(Opened { text_document: item }) = parsed(params) {
                    self.open(item.uri, item.version, item.text, client);
                }
            }
            "textDocument/didChange" => {
                if let Ok(Changed { text_document: item, mut content_changes }) = parsed(params)
                    && let Some(whole) = content_changes.pop()
                    && self.documents.contains_key(&item.uri)
                {
                    self.open(item.uri, item.version, whole.text, client);
                }
            }
            "textDocument/didClose" => {
                if let Ok(Closed { text_document: item }) = parsed(params)
                    && self.documents.remove(&item.uri).is_some()
                {
                    self.changed(false);
                    let params = json!({ "uri": item.uri, "diagnostics": [] });
                    self.send(&wire::notification("textDocument/publishDiagnostics", &params))?;
                }
            }
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => self.changed(true),
            _ => {}
        }
        Ok(())
    }

    /// Takes in the text of a note; the first one tells the vault where the editor did not. Others are none of ours.
    fn open(&mut self, uri: String, version: i32, text: String, client: Client) {
        let Some(file) = uri::path(&uri) else { return };
        if self.root.is_none() {
            self.root = file.parent().and_then(|folder| (self.find_root)(folder));
            self.changed(true);
        }
        let below = self.root.as_ref().and_then(|root| file.strip_prefix(root).ok());
        let parts = below.map(|below| below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"));
        if let Some(path) = parts {
            self.documents.insert(uri.clone(), Document::new(uri, path, version, text, client.encoding));
            self.changed(false);
        }
    }
}

fn is_cancel(event: &Event, id: &Value) -> bool {
    let Event::Heard(Message::Notification { method, params }) = event else { return false };
    method == "$/cancelRequest" && params.get("id") == Some(id)
}
