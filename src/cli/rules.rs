//! `vault rules`

use clap::{Args, ValueEnum};

use super::Exit;
use super::failure::Failure;
use super::output::Output;
use crate::{checklist, render};

/// What `rules` understands.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  vault rules\n  vault rules --format json")]
pub(super) struct Options {
    /// How to print
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
}

/// How to print the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For the terminal
    Human,
    /// For programs
    Json,
}

/// Lists every rule. Needs no vault.
pub(super) fn run(options: &Options, output: &mut Output<'_>) -> Result<Exit, Failure> {
    let rules = checklist::rules();
    output.print(&match options.format {
        Format::Human => render::rules::list(rules),
        Format::Json => render::rules::json(rules),
    })?;
    Ok(Exit::Fine)
}
