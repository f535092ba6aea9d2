//! `vault completions`: a script for the shell, which asks the program itself what a word can become.
//!
//! While somebody types, an error would only be in the way: what cannot be completed gives nothing.

mod names;

use std::ffi::OsString;
use std::sync::Arc;

use clap::builder::{Str, StyledStr};
use clap::{Arg, Args, Command, FromArgMatches as _, ValueEnum, ValueHint};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate, complete};

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::program::Program;
use super::session;
use crate::text::is_hidden;
use names::{Names, Place};

/// What `completions` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault completions bash > ~/.local/share/bash-completion/completions/vault\n  vault completions zsh > ~/.zfunc/_vault\n  vault completions fish > ~/.config/fish/completions/vault.fish"
)]
pub(super) struct Options {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
    /// Which of the words is to be completed, from 0
    #[arg(long, value_name = "INDEX", hide = true)]
    pub word: Option<usize>,
    /// The words typed so far, the program's name first
    #[arg(last = true, hide = true)]
    pub words: Vec<OsString>,
}

/// The shells there is a script for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Shell {
    /// bash
    Bash,
    /// zsh
    Zsh,
    /// fish
    Fish,
    /// PowerShell
    Powershell,
}

impl Shell {
    /// Its script, in which `PROGRAM` stands for the program's name and `FUNCTION` for that of a function.
    fn script(self) -> &'static str {
        match self {
            Self::Bash => include_str!("completions/bash.sh"),
            Self::Zsh => include_str!("completions/zsh.sh"),
            Self::Fish => include_str!("completions/fish.fish"),
            Self::Powershell => include_str!("completions/powershell.ps1"),
        }
    }
}

/// Prints the shell's script; or, when that script asks, what a word can become. Needs no vault.
pub(super) fn run(
    environment: &Environment<'_>,
    program: &Program,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let text = options
        .word
        .map_or_else(|| script(options.shell, program), |at| candidates(environment, program, &options.words, at));
    output.print(&text)?;
    Ok(Exit::Fine)
}

fn script(shell: Shell, program: &Program) -> String {
    let function = program.name().replace(|c: char| !c.is_ascii_alphanumeric(), "_");
    shell.script().replace("PROGRAM", program.name()).replace("FUNCTION", &format!("_{function}"))
}

/// What the word can become: one a line, and behind a tab what it is.
fn candidates(environment: &Environment<'_>, program: &Program, words: &[OsString], at: usize) -> String {
    if at > words.len() {
        return String::new();
    }
    let mut words = words.to_vec();
    // Some shells drop an empty word on the way.
    words.resize(at + 1, OsString::new());
    let Some(global) = global(program, &words[..at]) else { return String::new() };
    let current_dir = session::current_dir(environment, &global);
    let place = Arc::new(Place::new(environment, global));
    let mut command = named(program.command(), &place);
    let is_flag = words[at].to_string_lossy().starts_with('-');
    let mut found = complete(&mut command, words, at, Some(&current_dir)).unwrap_or_default();
    if !is_flag && found.iter().any(|candidate| !is_option(candidate)) {
        found.retain(|candidate| !is_option(candidate));
    }
    found.iter().filter_map(line).collect()
}

/// The flags that say where the vault is, as far as they are typed.
fn global(program: &Program, words: &[OsString]) -> Option<Global> {
    let typed = program.command().ignore_errors(true).try_get_matches_from(words);
    let matches = typed.or_else(|_| program.command().ignore_errors(true).try_get_matches_from([program.name()]));
    Global::from_arg_matches(&matches.ok()?).ok()
}

/// The command whose values are completed by what the help calls them: a `ROUND` with the names of rounds. Where
/// nothing is known of a value, it is not taken for a file.
fn named(command: Command, place: &Arc<Place>) -> Command {
    let command = command.mut_args(|arg| {
        if arg.get_value_hint() != ValueHint::Unknown || !arg.get_possible_values().is_empty() {
            return arg;
        }
        let (names, place) = (called(&arg).and_then(Names::called), Arc::clone(place));
        let list = move || names.map(|names| place.names(names)).unwrap_or_default();
        arg.add(ArgValueCandidates::new(move || list().into_iter().map(candidate).collect()))
    });
    command.mut_subcommands(|command| named(command, place))
}

fn called(arg: &Arg) -> Option<&str> {
    arg.get_value_names()?.first().map(Str::as_str)
}

fn candidate((name, meaning): (String, String)) -> CompletionCandidate {
    CompletionCandidate::new(name).help(Some(StyledStr::from(meaning)))
}

fn is_option(candidate: &CompletionCandidate) -> bool {
    candidate.get_value().to_string_lossy().starts_with('-')
}

/// None for what nobody can type.
fn line(candidate: &CompletionCandidate) -> Option<String> {
    let is_odd = |c: char| is_hidden(c) || matches!(c, '\t' | '\n' | '\r');
    let value = candidate.get_value().to_str().filter(|value| !value.contains(is_odd))?;
    let help = candidate.get_help().map(ToString::to_string).unwrap_or_default();
    let help = help.lines().next().unwrap_or_default().replace(is_odd, " ");
    Some(if help.is_empty() { format!("{value}\n") } else { format!("{value}\t{help}\n") })
}
