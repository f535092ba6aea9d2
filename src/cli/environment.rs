//! Where the program runs: folder, variables, clock, terminal.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use chrono::{DateTime, Utc};

/// What the program knows of the world outside its arguments.
pub struct Environment<'e> {
    /// The folder it was started in.
    pub current_dir: PathBuf,
    /// Environment variables.
    pub variable: &'e dyn Fn(&str) -> Option<OsString>,
    /// The moment; `None`: the machine's clock, read when it is needed.
    pub now: Option<DateTime<Utc>>,
    /// Whether results go to a terminal.
    pub out_is_terminal: bool,
    /// Whether messages go to a terminal.
    pub err_is_terminal: bool,
    /// Whether somebody can answer questions.
    pub in_is_terminal: bool,
    /// The next line that somebody types, with its line end; empty at the end of input.
    pub answer: &'e dyn Fn() -> io::Result<String>,
}

impl Environment<'_> {
    /// That of this process.
    #[expect(clippy::disallowed_methods, reason = "the one place where the process's environment is read")]
    pub fn of_process() -> Self {
        Self {
            // Without a current folder every relative path fails later, with its name.
            current_dir: std::env::current_dir().unwrap_or_default(),
            variable: &|name| std::env::var_os(name),
            now: None,
            out_is_terminal: io::stdout().is_terminal(),
            err_is_terminal: io::stderr().is_terminal(),
            in_is_terminal: io::stdin().is_terminal(),
            answer: &|| {
                let mut line = String::new();
                io::stdin().read_line(&mut line).map(|_| line)
            },
        }
    }

    /// A variable as text; `None` where it is not set, empty, or no Unicode.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        (self.variable)(name).and_then(|value| value.into_string().ok()).filter(|value| !value.is_empty())
    }

    /// The moment.
    #[expect(clippy::disallowed_methods, reason = "the one line on which the clock is read")]
    pub(super) fn now(&self) -> DateTime<Utc> {
        self.now.unwrap_or_else(Utc::now)
    }
}
