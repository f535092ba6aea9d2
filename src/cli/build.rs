//! `vault build`

use clap::Args;

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::generate::{self, Wishes};
use super::output::Output;
use super::session::Session;

/// What `build` understands.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  vault build\n  vault build --dry-run\n  vault build --diff")]
pub(super) struct Options {
    /// Only say what would be written
    #[arg(long)]
    pub dry_run: bool,
    /// Only show what would be written, line by line
    #[arg(long)]
    pub diff: bool,
    /// Replace what was changed by hand in the program's part of the agenda file
    #[arg(long)]
    pub force: bool,
}

/// Brings every generated file up to date.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let checklist = session.find();
    let generated = generate::plan(&session, &checklist, Wishes { force: options.force, ..Wishes::default() })?;
    if options.diff {
        output.print(&generate::diff(generated.changes.iter().chain(&generated.left)))?;
        return Ok(Exit::Fine);
    }
    if options.dry_run {
        output.print(&generated.preview())?;
        return Ok(Exit::Fine);
    }
    let whole = generated.write(environment, &session, output)?;
    Ok(if whole { Exit::Fine } else { Exit::Findings })
}
