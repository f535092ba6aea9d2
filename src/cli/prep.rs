//! `vault prep`

use clap::Args;

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use crate::checklist::Application;
use crate::letters;
use crate::model::{CompanyId, Kind, Record};

/// What `prep` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault prep\n  vault prep 2025-03-12\n  vault prep --card \"2025-03-12 Northgate Dairy\""
)]
pub(super) struct Options {
    /// The round: its path, its name, or how its name begins; left out, the one that is planned
    #[arg(value_name = "ROUND")]
    pub round: Option<String>,
    /// The closing card instead
    #[arg(long)]
    pub card: bool,
}

/// Prints the prep sheet of a round, or its closing card.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let (company, round) = match &options.round {
        Some(name) => named(&session, name)?,
        None => planned(&session)?,
    };
    let application = Application::new(&session.vault, company, session.today);
    let write = if options.card { letters::closing_card } else { letters::prep_sheet };
    output.print(&write(&application, round))?;
    Ok(Exit::Fine)
}

fn named(session: &Session, name: &str) -> Result<(CompanyId, usize), Failure> {
    let note = session.vault.note(session.record(&[Kind::Round], name)?);
    let Record::Round(at) = note.record else {
        return Err(Failure::Usage(format!("{} is no round", note.path)));
    };
    match session.vault.rounds[at].company_id {
        Some(company) => Ok((company, at)),
        None => Err(Failure::Usage(format!(
            "{} names no company of this vault, so nothing is known to prepare from; write `company: \"[[Name]]\"` in it",
            note.path
        ))),
    }
}

/// The one round still to come, where there is exactly one.
fn planned(session: &Session) -> Result<(CompanyId, usize), Failure> {
    let ids = (0..u32::try_from(session.vault.companies.len()).unwrap_or(u32::MAX)).map(CompanyId);
    let open = ids.map(|id| Application::new(&session.vault, id, session.today)).filter(Application::is_open);
    let mut ahead: Vec<_> = open
        .flat_map(|application| {
            let planned = application.planned().iter().filter(|planned| planned.date >= session.today);
            planned.map(|planned| (planned.date, application.id, planned.at)).collect::<Vec<_>>()
        })
        .collect();
    ahead.sort_by_key(|(date, _, at)| (*date, *at));
    match ahead[..] {
        [(_, company, at)] => Ok((company, at)),
        [] => {
            Err(Failure::Usage("no round is planned; name the one you mean, as in `vault prep 2025-03-12`".to_owned()))
        }
        _ => {
            let name = |at: usize| format!("`{}`", session.vault.note(session.vault.rounds[at].note).name());
            let names: Vec<String> = ahead.iter().map(|(.., at)| name(*at)).collect();
            Err(Failure::Usage(format!("several rounds are planned; name one of {}", names.join(", "))))
        }
    }
}
