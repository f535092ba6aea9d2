//! Where the program runs: folder, variables, clock, terminal.

use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::sync::Arc;

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
    /// Has a function called whenever somebody asks something of the program while it runs.
    pub on_signal: &'e dyn Fn(OnSignal),
    /// Lets the program rest until it is told to go on.
    pub pause: &'e dyn Fn(),
}

/// What somebody may ask of the program while it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// To end: Ctrl-C, or the system's own wish.
    Stop,
    /// To rest, so that the shell is at hand: Ctrl-Z.
    Pause,
}

/// Hears of signals, on whatever thread.
pub type OnSignal = Box<dyn Fn(Signal) + Send + Sync>;

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
            on_signal: &on_signal,
            pause: &pause,
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

/// Where signals cannot be listened to, the program ends or rests all the same, on the spot.
fn on_signal(hear: OnSignal) {
    let hear: Arc<dyn Fn(Signal) + Send + Sync> = hear.into();
    #[cfg(unix)]
    if let Ok(mut pauses) = signal_hook::iterator::Signals::new([signal_hook::consts::SIGTSTP]) {
        let hear = Arc::clone(&hear);
        std::thread::spawn(move || pauses.forever().for_each(|_| hear(Signal::Pause)));
    }
    let _ = ctrlc::set_handler(move || hear(Signal::Stop));
}

/// What Ctrl-Z does to a program that does not listen to it.
fn pause() {
    #[cfg(unix)]
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

/// A line of this process's input; one that cannot be read ends it.
fn line() -> Option<String> {
    let mut line = String::new();
    let read = std::io::stdin().read_line(&mut line).unwrap_or(0);
    (read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}
