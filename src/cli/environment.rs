//! Where the program runs: folder, variables, clock, terminal.

use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::path::PathBuf;

use chrono::{DateTime, Utc};

/// What the program knows of the world outside its arguments.
pub struct Environment<'e> {
    /// The folder it was started in.
    pub current_dir: PathBuf,
    /// Environment variables.
    pub variable: &'e dyn Fn(&str) -> Option<OsString>,
    /// The clock.
    pub clock: &'e dyn Fn() -> DateTime<Utc>,
    /// Whether results go to a terminal.
    pub out_is_terminal: bool,
    /// How many lines it shows, where that can be told.
    pub rows: &'e dyn Fn() -> Option<usize>,
    /// Whether messages go to a terminal.
    pub err_is_terminal: bool,
    /// Whether somebody can answer questions.
    pub in_is_terminal: bool,
    /// The next line that somebody types, without its line end; `None` where there are no more.
    pub input: &'e dyn Fn() -> Option<String>,
    /// Has a function called once somebody asks the program to stop.
    pub on_stop: &'e dyn Fn(Box<dyn Fn() + Send>),
}

impl Environment<'_> {
    /// That of this process.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the process's environment and the clock are read"
    )]
    pub fn of_process() -> Self {
        Self {
            // Without a current folder every relative path fails later, with its name.
            current_dir: std::env::current_dir().unwrap_or_default(),
            variable: &|name| std::env::var_os(name),
            clock: &Utc::now,
            out_is_terminal: std::io::stdout().is_terminal(),
            rows: &|| Some(usize::from(terminal_size::terminal_size_of(std::io::stdout())?.1.0)),
            err_is_terminal: std::io::stderr().is_terminal(),
            in_is_terminal: std::io::stdin().is_terminal(),
            input: &line,
            on_stop: &on_stop,
        }
    }

    /// A variable as text; `None` where it is not set, empty, or no Unicode.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        (self.variable)(name).and_then(|value| value.into_string().ok()).filter(|value| !value.is_empty())
    }

    /// The moment.
    pub(super) fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }
}

/// Ctrl-C, or the system's own wish that the program ends. Without that, it ends all the same, on the spot.
fn on_stop(stop: Box<dyn Fn() + Send>) {
    let _ = ctrlc::set_handler(stop);
}

/// A line of this process's input; one that cannot be read ends it.
fn line() -> Option<String> {
    let mut line = String::new();
    let read = std::io::stdin().read_line(&mut line).unwrap_or(0);
    (read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}
