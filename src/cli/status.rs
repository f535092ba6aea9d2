//! `vault status`

use clap::{Args, ValueEnum};

use super::Exit;
use super::answered::Asked;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::place::Place;
use super::session::Session;
use crate::checklist::Application;
use crate::disk::Answer;
use crate::render::status::{human, json};
use crate::status::{Basis, Coverage, Overview, PromiseView, SupportView, Timeline, Waivers, Week};

/// What `status` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault status\n  vault status \"Northgate Dairy\"\n  vault status --week\n  vault status --support --format json"
)]
pub(super) struct Options {
    /// Only this company; without another view, its timeline
    #[arg(value_name = "COMPANY")]
    pub company: Option<String>,
    #[command(flatten)]
    pub view: View,
    /// How to print
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
}

/// Which view; at most one.
#[derive(Debug, Args)]
#[group(multiple = false)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub(super) struct View {
    /// What is waived and on hold, and why
    #[arg(long)]
    pub waivers: bool,
    /// Who will speak for you, person by person
    #[arg(long)]
    pub support: bool,
    /// What you promised, and how it stands
    #[arg(long)]
    pub promises: bool,
    /// How much of the checklist is done, stage by stage
    #[arg(long)]
    pub coverage: bool,
    /// A review of the last seven days on one page
    #[arg(long)]
    pub week: bool,
}

/// How to print a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For the terminal
    Human,
    /// For programs
    Json,
}

/// Prints the search, one company's timeline, or one view of either. Writes nothing.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let look = |session: &Session, colour: bool| look(session, options, colour);
    let asked = Asked { environment, global, command: "status", options, open: Place::open };
    asked.answer(Place::find(environment, global)?, output, look)?;
    Ok(Exit::Fine)
}

fn look(session: &Session, options: &Options, colour: bool) -> Result<Answer, Failure> {
    let only = options.company.as_deref().map(|name| session.company(name)).transpose()?;
    let checklist = session.find();
    let source = |path: &str| session.source(path);
    let basis = Basis { vault: &session.vault, checklist: &checklist, today: session.today, only, source: &source };
    let out = text(&basis, &options.view, options.format, colour);
    Ok(Answer::printed(out))
}

fn text(basis: &Basis<'_>, view: &View, format: Format, colour: bool) -> String {
    let vault = basis.vault;
    let human = format == Format::Human;
    if view.waivers {
        let view = Waivers::new(basis);
        if human { human::waivers(&view, colour) } else { json::waivers(&view, vault) }
    } else if view.support {
        let view = SupportView::new(basis);
        if human { human::support(&view, vault, colour) } else { json::support(&view, vault) }
    } else if view.promises {
        let view = PromiseView::new(basis);
        if human { human::promises(&view, vault, colour) } else { json::promises(&view, vault) }
    } else if view.coverage {
        let view = Coverage::new(basis);
        if human { human::coverage(&view, colour) } else { json::coverage(&view) }
    } else if view.week {
        let view = Week::new(basis);
        if human { human::week(&view, vault, colour) } else { json::week(&view, vault) }
    } else if let Some(id) = basis.only {
        let view = Timeline::new(basis, &Application::new(vault, id, basis.today));
        if human { human::timeline(&view, vault, colour) } else { json::timeline(&view, vault) }
    } else {
        let view = Overview::new(basis);
        if human { human::overview(&view, vault, colour) } else { json::overview(&view, vault) }
    }
}
