//! The command line: arguments in, results on one stream, everything else on the other.
//!
//! The one imperative shell around a pure core. The clock, the environment and the terminal are
//! read here, and handed down as plain values.

mod agenda;
mod answered;
mod args;
mod build;
mod check;
mod completions;
mod day;
mod debrief;
mod done;
mod environment;
mod explain;
mod export;
mod failure;
mod find;
mod fix;
mod generate;
mod guard;
mod handing;
mod hold;
mod init;
mod item;
mod kept;
mod late;
mod letters;
mod log;
mod lsp;
mod man;
mod moment;
mod new;
mod note;
mod opened;
mod outcome;
mod output;
mod place;
mod prep;
mod program;
mod record;
mod report;
mod rules;
mod schema;
mod sent;
mod session;
mod sources;
mod status;
mod ticks;
mod trust;
mod undo;
mod waive;
mod watch;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::error::ErrorKind;

use args::{Arguments, Command};
pub use environment::{Environment, OnSignal, Signal};
use failure::Failure;
use output::Output;
use program::Program;

use crate::text::escaped;

/// How a command ended, as its exit code tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: all is well.
    Fine,
    /// 1: findings at or above the level asked for, or part of the work was refused.
    Findings,
    /// 2: it could not run.
    Failed,
    /// 130: somebody asked it to stop.
    Stopped,
}

impl Exit {
    /// The number.
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Failed => 2,
            Self::Stopped => 130,
        }
    }
}

/// Runs the program with these arguments (the first is its name) in the environment of this process.
pub fn run(args: impl IntoIterator<Item = OsString>, out: &mut dyn Write, err: &mut dyn Write) -> ExitCode {
    ExitCode::from(run_in(&Environment::of_process(), args, out, err).code())
}

/// Runs the program with these arguments in a given environment. Can be called any number of times.
pub fn run_in(
    environment: &Environment<'_>,
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Exit {
    let args: Vec<OsString> = args.into_iter().collect();
    let program = Program::called(args.first());
    let arguments = match program.read(&args) {
        Ok(arguments) => arguments,
        Err(error) => return usage(environment, &args, &error, out, err),
    };
    let mut output = Output::new(environment, arguments.global.color, out, err);
    match dispatch(environment, &program, &arguments, &mut output) {
        Ok(exit) => exit,
        // Whoever closed the pipe has read enough.
        Err(Failure::ClosedPipe) => Exit::Fine,
        Err(failure) => {
            // Nothing is left to do where even the error cannot be told.
            let _ = output.error(&failure.to_string());
            Exit::Failed
        }
    }
}

fn dispatch(
    environment: &Environment<'_>,
    program: &Program,
    arguments: &Arguments,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let global = &arguments.global;
    match &arguments.command {
        Command::Init(options) => init::run(environment, global, program, options, output),
        Command::New(options) => new::run(environment, global, options, output),
        Command::Check(options) => check::run(environment, global, options, output),
        Command::Agenda(options) => agenda::run(environment, global, options, output),
        Command::Build(options) => build::run(environment, global, options, output),
        Command::Watch(options) => watch::run(environment, global, options, output),
        Command::Letters(options) => letters::run(environment, global, options, output),
        Command::Prep(options) => prep::run(environment, global, options, output),
        Command::Debrief(options) => debrief::run(environment, global, options, output),
        Command::Outcome(options) => outcome::run(environment, global, options, output),
        Command::Done(options) => done::run(environment, global, options, output),
        Command::Sent(options) => sent::run(environment, global, options, output),
        Command::Log(options) => log::run(environment, global, options, output),
        Command::Hold(options) => hold::run(environment, global, options, output),
        Command::Waive(options) => waive::run(environment, global, options, output),
        Command::Undo(options) => undo::run(environment, global, options, output),
        Command::Status(options) => status::run(environment, global, options, output),
        Command::Report(options) => report::run(environment, global, options, output),
        Command::Find(options) => find::run(environment, global, options, output),
        Command::Export(options) => export::run(environment, global, options, output),
        Command::Trust(options) => trust::run(environment, global, options, output),
        Command::Explain(options) => explain::run(options, output),
        Command::Rules(options) => rules::run(options, output),
        Command::Schema(options) => schema::run(options, output),
        Command::Man(options) => man::run(environment, global, program, options, output),
        Command::Lsp(_) => lsp::run(environment, global, output),
        Command::Version => {
            output.print(&format!("{} {}\n", program.name(), env!("CARGO_PKG_VERSION")))?;
            Ok(Exit::Fine)
        }
        Command::Completions(options) => completions::run(environment, program, options, output),
    }
}

/// Help and version are results; everything else that clap says is an error of usage.
fn usage(
    environment: &Environment<'_>,
    args: &[OsString],
    error: &clap::Error,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Exit {
    let fine = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    let mut output = Output::new(environment, args::Colour::Auto, out, err);
    let colour = if fine { output.out_colour() } else { output.err_colour() };
    // Colours go by escapes, among which those of an argument could not be told.
    let is_plain = |arg: &OsString| matches!(escaped(&arg.to_string_lossy()), Cow::Borrowed(_));
    let text = if colour && args.iter().all(is_plain) {
        error.render().ansi().to_string()
    } else {
        escaped(&error.render().to_string()).into_owned()
    };
    // A closed pipe is no error, and there is nobody to tell of another.
    let _ = if fine { output.print(&text) } else { output.note(&text) };
    if fine { Exit::Fine } else { Exit::Failed }
}
