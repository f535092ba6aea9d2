//! `vault report`

use clap::Args;

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::generate::DAYS;
use super::handing::Handing;
use super::output::Output;
use super::session::Session;
use crate::agenda;
use crate::render::report::{self, Reader, Report};
use crate::status::Basis;

/// What `report` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault report --output search.html\n  vault report --redact --output for-my-coach.html"
)]
pub(super) struct Options {
    /// For somebody else: no names, no addresses, no words of the notes
    #[arg(long)]
    pub redact: bool,
    /// The file; without it, or as `-`, the page is printed
    #[arg(long, value_name = "FILE|-")]
    pub output: Option<String>,
    /// Only say what would be written
    #[arg(long, requires = "output")]
    pub dry_run: bool,
}

/// Prints the search as one HTML page, or writes it where the user says. Changes nothing in the notes.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let page = page(&session, if options.redact { Reader::Anybody } else { Reader::Candidate });
    let Some(name) = options.output.as_deref().filter(|name| *name != "-") else {
        output.print(&page)?;
        return Ok(Exit::Fine);
    };
    let handing = Handing { command: "report", name, bytes: page.as_bytes(), dry_run: options.dry_run };
    handing.over(&session, environment, output)
}

fn page(session: &Session, reader: Reader) -> String {
    let checklist = session.find();
    let source = |path: &str| session.source(path);
    let (vault, today) = (&session.vault, session.today);
    let basis = Basis { vault, checklist: &checklist, today, only: None, source: &source };
    let agenda = agenda::plan(vault, &checklist, &[], today, DAYS);
    report::html(&Report::new(&basis, &agenda, reader))
}
