//! `vault build`

use clap::Args;

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::generate::{self, AgendaFile, Wishes};
use super::output::Output;
use super::session::Session;
use super::ticks::{self, Mode};

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

/// Takes in what was ticked, then brings every generated file up to date.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let file = AgendaFile::read(&session)?;
    let is_look = options.diff || options.dry_run;
    let mode = if is_look { Mode::Look } else { Mode::Write(environment, "build") };
    let taken = ticks::take_in(session, &file, file.stays(options.force), mode, output)?;
    let session = taken.session;
    let checklist = session.find();
    let wishes = Wishes { force: options.force, ..Wishes::default() };
    let generated = generate::plan(&session, &checklist, &file, &taken.left, wishes);
    let changes = taken.changes.iter().chain(&generated.changes);
    if options.diff {
        output.print(&generate::diff(changes.chain(&generated.left)))?;
        return Ok(Exit::Fine);
    }
    if options.dry_run {
        output.print(&generate::preview(changes))?;
        return Ok(Exit::Fine);
    }
    let whole = generated.write(environment, &session, output)?;
    Ok(if whole && taken.whole { Exit::Fine } else { Exit::Findings })
}
