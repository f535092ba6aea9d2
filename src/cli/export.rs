//! `vault export`

use clap::{Args, Subcommand};

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::generate;
use super::output::Output;
use super::session::Session;
use crate::render;

/// What `export` understands.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  vault export ics > follow-ups.ics\n  vault export json > search.json")]
pub(super) struct Options {
    #[command(subcommand)]
    pub format: Format,
}

/// What to print the vault as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Subcommand)]
pub(super) enum Format {
    /// The follow-ups and the interviews to come, for a calendar
    #[command(before_help = "Examples:\n  vault export ics > follow-ups.ics")]
    Ics,
    /// Everything that the notes say, for programs
    #[command(
        before_help = "Examples:\n  vault export json > search.json\n  vault export json | jq '.rounds[].hear_by'"
    )]
    Json,
}

/// Prints the whole vault for other programs; writes nothing.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    output.print(&match options.format {
        Format::Ics => generate::calendar(&session, &session.find()),
        Format::Json => render::export::json(&session.vault, session.today),
    })?;
    Ok(Exit::Fine)
}
