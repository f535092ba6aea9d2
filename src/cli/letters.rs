//! `vault letters`

use clap::Args;

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::generate::{self, Wishes};
use super::output::Output;
use super::session::Session;
use crate::letters::Request;
use crate::render;

/// What `letters` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault letters\n  vault letters --draft a1b2c3d4\n  vault letters --again \"2025-03-04 Priya Rao thank-you-email\""
)]
pub(super) struct Options {
    /// Draft the document of this item of the agenda, although it is only a hint
    #[arg(long, value_name = "ID")]
    pub draft: Vec<String>,
    /// Bring back a draft that was deleted
    #[arg(long, value_name = "LETTER")]
    pub again: Vec<String>,
    /// Only say what would be written
    #[arg(long)]
    pub dry_run: bool,
}

/// Lists the drafts; with `--draft` or `--again`, makes what is asked for first.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let checklist = session.find();
    let request = Request { drafts: &options.draft, again: &options.again };
    let wishes = Wishes { letters: request, ..Wishes::default() };
    let generated = generate::plan(&session, &checklist, wishes)?;
    let asked = !(options.draft.is_empty() && options.again.is_empty());
    if asked && options.dry_run {
        output.print(&generated.preview())?;
        return Ok(Exit::Fine);
    }
    let whole = !asked || generated.write(environment, &session, output)?;
    output.print(&render::letters::list(&generated.letters, &session.vault))?;
    Ok(if whole { Exit::Fine } else { Exit::Findings })
}
