//! `vault debrief`: the two minutes after an interview.

mod conversation;
mod flags;
mod given;
mod told;

use clap::Args;

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::new;
use super::note::Rewrites;
use super::output::Output;
use super::session::Session;
use crate::debrief::{Answers, Debrief, Reply, latest};
use crate::diagnostic::Severity;
use crate::model::{Round, RoundState, folded};
use crate::parse::Links;
use crate::render::full_day;
use crate::text::SourceFile;

/// What `debrief` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault debrief\n  vault debrief \"2025-03-04 Northgate Dairy\" --held --hear-by 2025-03-14 --check-in email\n  vault debrief --moment \"Priya Rao=how the vans queue at dawn\" --support \"Priya Rao=yes\""
)]
pub(super) struct Options {
    /// The round; else the latest that leaves something open
    #[arg(value_name = "ROUND")]
    pub round: Option<String>,
    #[command(flatten)]
    pub answers: flags::Flags,
    /// Only say what would be written
    #[arg(long)]
    pub dry_run: bool,
}

/// Asks what is not written down yet, or takes it from the flags, and writes it into the notes of the round and its
/// company.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let Some(at) = round(&session, options.round.as_deref())? else {
        output.print("nothing to write down: no interview that has taken place leaves anything open\n")?;
        return Ok(Exit::Fine);
    };
    let round = &session.vault.rounds[at];
    check(&session, round)?;
    let path = session.vault.path(round.note);
    let text = session.source(path).map_or("", SourceFile::text);
    let debrief = Debrief::new(&session.vault, round, text, session.today);
    let mut answers = options.answers.read(&debrief)?;
    let may_ask = environment.in_is_terminal && !global.no_input;
    if may_ask {
        conversation::hold(&debrief, &session, environment, &mut answers, output)?;
    } else if answers.is_empty() {
        output.print(&told::missing(&debrief, path))?;
        return Ok(Exit::Fine);
    }
    if answers.is_empty() {
        output.print("nothing was answered, so nothing is written\n")?;
        return Ok(Exit::Fine);
    }

    let mut rewrites = Rewrites::new(&session);
    let mut refused = answers.write(round, rewrites.note(round.note));
    if let Some(company) = round.company_id.map(|id| session.vault.company(id)) {
        if !answers.company.is_empty() {
            refused.extend(answers.write_company(rewrites.note(company.note)));
        }
        meet_decider(&session, &answers, &company.name, &mut rewrites);
    }
    let objections = rewrites.objections(&rewrites.preview());
    // What somebody typed is not thrown away for a slip that check will name.
    if let Some(objection) = objections.iter().find(|one| one.severity == Severity::Error && !may_ask) {
        return Err(Failure::Usage(objection.text.clone()));
    }
    let exit = rewrites.write(environment, "debrief", options.dry_run, output)?;
    for objection in objections.iter().filter(|one| one.severity > Severity::Hint) {
        output.hint(&objection.text)?;
    }
    for why in &refused {
        output.hint(&why.to_string())?;
    }
    if exit == Exit::Fine && !options.dry_run {
        told::drafts(environment, global, path, output)?;
    }
    Ok(if refused.is_empty() { exit } else { Exit::Findings })
}

/// A decider who has no note gets one, so that the link leads somewhere. A name that no note can have stays as it was
/// typed: the objection to the link says so.
fn meet_decider(session: &Session, answers: &Answers, company: &str, rewrites: &mut Rewrites<'_>) {
    let said = answers.general.iter().find(|(asked, _)| asked.name == "decider").map(|(_, reply)| reply);
    if let Some(Reply::Value(name)) = said {
        let name = name.trim_matches(['[', ']']);
        let is_known = session.vault.notes.iter().any(|note| folded(note.name()) == folded(name));
        if let (false, Ok((path, text))) = (is_known, new::interviewer(session, name, Some(company)))
            && Links::would_lead(&session.vault, name, "", &path)
        {
            rewrites.create(path, text);
        }
    }
}

/// The round that is meant; `None` where none is named, and none leaves anything open.
fn round(session: &Session, name: Option<&str>) -> Result<Option<usize>, Failure> {
    if let Some(name) = name {
        return session.round(name).map(Some);
    }
    let text = |path: &str| session.source(path).map_or("", SourceFile::text);
    match latest(&session.vault, session.today, &text)[..] {
        [] => Ok(None),
        [only] => Ok(Some(only)),
        ref several => {
            let paths = several.iter().map(|at| session.vault.path(session.vault.rounds[*at].note).to_string());
            let paths: Vec<String> = paths.collect();
            Err(Failure::Usage(format!("there were several interviews that day; name one: {}", paths.join(" or "))))
        }
    }
}

fn check(session: &Session, round: &Round) -> Result<(), Failure> {
    let path = session.vault.path(round.note);
    if round.state.get() == Some(RoundState::Cancelled) {
        return Err(Failure::Usage(format!(
            "{path} was cancelled; if it took place after all: `vault outcome \"{path}\" held`"
        )));
    }
    match round.interview_date.get() {
        Some(date) if date > session.today => Err(Failure::Usage(format!(
            "{path} is planned for {}, so there is nothing to write down yet",
            full_day(date)
        ))),
        _ => Ok(()),
    }
}
