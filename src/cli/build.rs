//! `vault build`

use std::sync::Arc;

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
use crate::outbox::Change;

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
    if options.diff {
        let built = build(session, options.leave, Mode::Look, output)?;
        output.print(&generate::diff(built.changes().chain(&built.generated.left)))?;
        return Ok(Exit::Fine);
    }
    let mode = if options.dry_run { Mode::Rehearse(environment) } else { Mode::Write(environment, "build") };
    let built = build(session, options.leave, mode, output)?;
    if options.dry_run {
        output.print(&generate::preview(built.changes()))?;
    }
    Ok(if built.whole { Exit::Fine } else { Exit::Findings })
}

/// A vault in which what was ticked is taken in, and every generated file is up to date; or would be.
pub(super) struct Built {
    /// The vault, read again where ticks were taken in.
    pub session: Session,
    /// Its findings.
    pub checklist: Arc<Checklist>,
    /// Its generated files.
    pub generated: Generated,
    /// Whether nothing was refused.
    pub whole: bool,
    /// How the notes change by what was ticked.
    pub ticked: Vec<Change>,
}

impl Built {
    /// All that changes, or did: the notes first.
    pub(super) fn changes(&self) -> impl Iterator<Item = &Change> {
        self.ticked.iter().chain(&self.generated.changes)
    }
}

/// Takes in what was ticked and writes the generated files, where `mode` has anything written; what is refused is
/// told.
pub(super) fn build(
    session: Session,
    leave: Leave,
    mode: Mode<'_, '_>,
    output: &mut Output<'_>,
) -> Result<Built, Failure> {
    let file = AgendaFile::read(&session)?;
    let taken = ticks::take_in(session, &file, file.stays(leave.force), mode, output)?;
    let session = taken.session;
    let checklist = session.find();
    let wishes = Wishes { force: leave.force, ..Wishes::default() };
    let mut generated = generate::plan(&session, &checklist, &file, &taken.left, wishes);
    let whole = match mode {
        Mode::Look => taken.whole,
        Mode::Rehearse(environment) => generated.rehearse(environment, &session, leave, output)? && taken.whole,
        Mode::Write(environment, command) => {
            let written = generated.write(environment, &session, command, leave, output)?;
            written && taken.whole
        }
    };
    Ok(Built { session, checklist, generated, whole, ticked: taken.changes })
}
