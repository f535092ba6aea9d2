//! The arguments, each with its help.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

use super::late::Late;
use crate::model::Channel;

const EXAMPLES: &str = "\
Examples:
  vault init my-search        start a vault
  vault agenda                today's follow-ups, with drafts of the letters
  vault check                 what is wrong with the notes, and what is overdue
  vault explain thank/next-day";

const TEMPLATE: &str = "{before-help}{about-with-newline}\n{usage-heading} {usage}\n\n{all-args}{after-help}";

/// Keeps track of everything after the first interview: notes in, follow-ups and letter drafts out
#[derive(Debug, Parser)]
#[command(name = "vault", version, before_help = EXAMPLES, help_template = TEMPLATE, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command understands.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    /// Work as if started in DIR
    #[arg(short = 'C', value_name = "DIR", global = true, value_hint = ValueHint::DirPath)]
    pub directory: Option<PathBuf>,
    /// The vault's root, instead of the nearest folder upwards that has a vault.toml
    #[arg(long, value_name = "DIR", global = true, value_hint = ValueHint::DirPath)]
    pub vault: Option<PathBuf>,
    /// The day that counts as today, as YYYY-MM-DD
    #[arg(long, value_name = "DATE", global = true, value_parser = date)]
    pub today: Option<NaiveDate>,
    /// When to colour
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: Colour,
    /// Never ask anything
    #[arg(long, global = true)]
    pub no_input: bool,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Start a vault
    Init(Late<super::init::Options>),
    /// Make a note from its template
    New(Late<super::new::Options>),
    /// Show what is wrong with the notes, and what is overdue
    Check(Late<super::check::Options>),
    /// Show today's follow-ups, and bring the agenda file and the drafts up to date
    Agenda(Late<super::agenda::Options>),
    /// Bring the agenda file and the drafts up to date
    Build(Late<super::build::Options>),
    /// Keep the agenda file and the drafts up to date, at every edit
    Watch(Late<super::watch::Options>),
    /// List the drafts and how they stand
    Letters(Late<super::letters::Options>),
    /// Print what to know before a round, or the card for its end
    Prep(Late<super::prep::Options>),
    /// Write down an interview, the same evening, in two minutes
    Debrief(Box<Late<super::debrief::Options>>),
    /// Record how a round ended, in its note and its company's
    Outcome(Late<super::outcome::Options>),
    /// Record that an item of the agenda was done
    Done(Late<super::done::Options>),
    /// Record that a letter has gone out
    Sent(Late<super::sent::Options>),
    /// Record a letter, a call or a talk in the log of a round
    Log(Late<super::log::Options>),
    /// Let an item of the agenda rest until a day
    Hold(Late<super::hold::Options>),
    /// Silence a rule in a note, with the reason
    Waive(Late<super::waive::Options>),
    /// Take back the last command that changed a note
    Undo(Late<super::undo::Options>),
    /// Show the search at a glance, or one company's timeline
    Status(Late<super::status::Options>),
    /// Show the search as a page for the browser, to keep, to print or to share
    Report(Late<super::report::Options>),
    /// Find what was said about something: to whom, by whom, and when
    Find(Late<super::find::Options>),
    /// Print the whole vault for other programs
    Export(Late<super::export::Options>),
    /// Trust the letter templates that lie in the vault, as they are now
    Trust(Late<super::trust::Options>),
    /// Explain a rule
    Explain(Late<super::explain::Options>),
    /// List the rules
    Rules(Late<super::rules::Options>),
    /// Print the JSON Schema of front matter, for editors
    Schema(Late<super::schema::Options>),
    /// Help an editor while you type, as a language server
    Lsp(Late<super::lsp::Options>),
    /// Print the completions of a shell
    Completions(Late<super::completions::Options>),
    /// Print the manual
    Man(Late<super::man::Options>),
    /// Print version
    #[command(hide = true)]
    Version,
}

/// A day, as on the command line.
pub(super) fn date(text: &str) -> Result<NaiveDate, String> {
    crate::parse::date(text).map_err(|_| "write the day as YYYY-MM-DD, such as 2025-03-04".to_owned())
}

/// A channel, by its word in a log line.
pub(super) fn channel(text: &str) -> Result<Channel, String> {
    let known = Channel::ALL.into_iter().find(|channel| channel.name() == text.to_lowercase());
    known.ok_or_else(|| format!("the channels are {}", Channel::ALL.map(Channel::name).join(", ")))
}
