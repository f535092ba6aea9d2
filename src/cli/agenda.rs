//! `vault agenda`

use clap::{Args, ValueEnum};

use super::Exit;
use super::args::Global;
use super::build::{Built, build};
use super::environment::Environment;
use super::failure::Failure;
use super::generate::{self, AgendaFile, DAYS, Wishes};
use super::guard::Leave;
use super::output::Output;
use super::session::Session;
use super::ticks::Mode;
use crate::render;

/// What `agenda` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault agenda\n  vault agenda --days 14 --no-write\n  vault agenda --format json --no-write"
)]
pub(super) struct Options {
    /// How many days ahead to announce
    #[arg(long, value_name = "N", default_value_t = DAYS, value_parser = clap::value_parser!(u32).range(0..=3650))]
    pub days: u32,
    /// Only this company
    #[arg(long, value_name = "COMPANY")]
    pub company: Option<String>,
    /// Only print
    #[arg(long, visible_alias = "dry-run")]
    pub no_write: bool,
    #[command(flatten)]
    pub leave: Leave,
    /// How to print
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
}

/// How to print the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For the terminal
    Human,
    /// As in the agenda file
    Markdown,
    /// For programs
    Json,
}

/// Takes in what was ticked and rebuilds the generated files, unless only asked to look, and prints today's follow-ups.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let company = options.company.as_deref().map(|name| session.company(name)).transpose()?;
    // A day that is not today is only looked at: its agenda must not lie in the file tomorrow.
    let write = !options.no_write && session.is_real_day;
    let Built { session, checklist, generated, whole, .. } = if write {
        build(session, options.leave, Mode::Write(environment, "agenda"), output)?
    } else {
        let file = AgendaFile::read(&session)?;
        let checklist = session.find();
        let generated = generate::plan(&session, &checklist, &file, file.ticks(), Wishes::default());
        Built { session, checklist, generated, whole: true, ticked: Vec::new() }
    };
    let mut agenda = generated.shown(&session, &checklist, options.days, write);
    if let Some(id) = company {
        agenda = agenda.only(id);
    }
    output.print(&match options.format {
        Format::Human => render::agenda::human(&agenda, &session.vault, output.out_colour()),
        Format::Markdown => render::agenda::markdown(&agenda, &session.vault),
        Format::Json => render::agenda::json(&agenda, &session.vault),
    })?;
    Ok(if whole { Exit::Fine } else { Exit::Findings })
}
