//! `vault build`

use clap::Args;

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::generate::{self, AgendaFile, Generated, Wishes};
use super::guard::Leave;
use super::output::Output;
use super::session::Session;
use super::ticks::{self, Mode};
use crate::checklist::Checklist;

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
    #[command(flatten)]
    pub leave: Leave,
}

/// Takes in what was ticked, then brings every generated file up to date.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    if !(options.diff || options.dry_run) {
        let built = build(environment, session, "build", options.leave, output)?;
        return Ok(if built.whole { Exit::Fine } else { Exit::Findings });
    }
    let file = AgendaFile::read(&session)?;
    let taken = ticks::take_in(session, &file, file.stays(options.leave.force), Mode::Look, output)?;
    let session = taken.session;
    let checklist = session.find();
    let wishes = Wishes { force: options.leave.force, ..Wishes::default() };
    let generated = generate::plan(&session, &checklist, &file, &taken.left, wishes);
    let changes = taken.changes.iter().chain(&generated.changes);
    output.print(&if options.diff {
        generate::diff(changes.chain(&generated.left))
    } else {
        generate::preview(changes)
    })?;
    Ok(Exit::Fine)
}

/// A vault in which what was ticked is taken in, and every generated file is up to date.
pub(super) struct Built {
    /// The vault, read again where ticks were taken in.
    pub session: Session,
    /// Its findings.
    pub checklist: Checklist,
    /// Its generated files.
    pub generated: Generated,
    /// Whether nothing was refused.
    pub whole: bool,
}

/// Takes in what was ticked and writes the generated files, for `command`; what is refused is told.
pub(super) fn build(
    environment: &Environment<'_>,
    session: Session,
    command: &'static str,
    leave: Leave,
    output: &mut Output<'_>,
) -> Result<Built, Failure> {
    let file = AgendaFile::read(&session)?;
    let taken = ticks::take_in(session, &file, file.stays(leave.force), Mode::Write(environment, command), output)?;
    let session = taken.session;
    let checklist = session.find();
    let wishes = Wishes { force: leave.force, ..Wishes::default() };
    let generated = generate::plan(&session, &checklist, &file, &taken.left, wishes);
    let whole = generated.write(environment, &session, command, leave, output)? && taken.whole;
    Ok(Built { session, checklist, generated, whole })
}
