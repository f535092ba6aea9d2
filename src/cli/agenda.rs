//! `vault agenda`

use clap::{Args, ValueEnum};

use super::Exit;
use super::answered::Asked;
use super::args::Global;
use super::build::build;
use super::environment::Environment;
use super::failure::Failure;
use super::generate::{self, AgendaFile, DAYS};
use super::guard::Leave;
use super::output::Output;
use super::place::Place;
use super::session::Session;
use super::ticks::Mode;
use crate::agenda::Agenda;
use crate::checklist;
use crate::disk::Answer;
use crate::model::CompanyId;
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
    let place = Place::find(environment, global)?;
    // A day that is not today is only looked at: its agenda must not lie in the file tomorrow.
    if options.no_write || !place.is_real_day() {
        let look = |session: &Session, colour: bool| look(session, options, colour);
        Asked { environment, global, command: "agenda", options, open: Place::look }.answer(place, output, look)?;
        return Ok(Exit::Fine);
    }
    let session = place.open();
    let company = company(&session, options)?;
    let built = build(session, options.leave, Mode::Write(environment, "agenda"), output)?;
    let agenda = built.generated.shown(&built.session, &built.checklist, options.days);
    output.print(&text(agenda, company, &built.session, options.format, output.out_colour()))?;
    Ok(if built.whole { Exit::Fine } else { Exit::Findings })
}

fn look(session: &Session, options: &Options, colour: bool) -> Result<Answer, Failure> {
    let company = company(session, options)?;
    let file = AgendaFile::read(session)?;
    let duties = checklist::find_beside_letters(&session.vault, &session.diagnostics, session.today);
    let agenda = generate::agenda(session, &duties, file.ticks(), options.days);
    let out = text(agenda, company, session, options.format, colour);
    Ok(Answer::printed(out))
}

/// The company that was asked for.
fn company(session: &Session, options: &Options) -> Result<Option<CompanyId>, Failure> {
    options.company.as_deref().map(|name| session.company(name)).transpose()
}

fn text(agenda: Agenda, company: Option<CompanyId>, session: &Session, format: Format, colour: bool) -> String {
    let agenda = match company {
        Some(id) => agenda.only(id),
        None => agenda,
    };
    match format {
        Format::Human => render::agenda::human(&agenda, &session.vault, colour),
        Format::Markdown => render::agenda::markdown(&agenda, &session.vault, &session.kept.lines),
        Format::Json => render::agenda::json(&agenda, &session.vault),
    }
}
