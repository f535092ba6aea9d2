//! `vault hold`

use clap::Args;

use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::moment::day;
use super::note::{Rewrites, refused};
use super::output::Output;
use super::session::Session;
use super::{Exit, item, waive};
use crate::diagnostic::Severity;
use crate::model::{NoteId, silencing};
use crate::render::full_day;

/// What `hold` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault hold a1b2c3d4 --until 2025-03-17 --because \"she is away until Monday\"\n  vault hold a1b2 --until \"next monday\" --because \"their office is closed\""
)]
pub(super) struct Options {
    /// The item, by the id at the end of its line in the agenda: four of its characters at least
    #[arg(value_name = "ID")]
    pub id: String,
    /// The day on which it is back
    #[arg(long, value_name = "DATE")]
    pub until: String,
    /// Why, in three words at least
    #[arg(long, value_name = "REASON")]
    pub because: String,
    /// Only say what would be written
    #[arg(long)]
    pub dry_run: bool,
}

/// Lets a duty rest until a day.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let checklist = session.find();
    let finding = item::find(&session, &checklist, &options.id)?;
    let rule = finding.rule.id;
    if finding.duty().is_none() {
        return Err(Failure::Usage(format!(
            "{rule} is a fault, which has no day to wait for: {}; {}, or silence it with `vault waive {rule} \"{}\" --because …`",
            finding.message, finding.help, finding.path
        )));
    }
    let until = day(&session, &options.until)?;
    if until <= session.today {
        return Err(Failure::Usage(format!(
            "{} is not after today, so nothing would rest; name a later day",
            full_day(until)
        )));
    }
    let reason = waive::reason(&options.because)?;
    let person = finding.person.as_ref().map(|person| person.name.as_str());
    let head = silencing(rule, person);
    let entry = format!("{head} until {until} because {reason}");

    let note = note_at(&session, &finding.path)?;
    let mut rewrites = Rewrites::new(&session);
    rewrites
        .note(note)
        .put_in_list("hold", &format!("{head} until "), &entry)
        .map_err(|why| refused(&finding.path, &why))?;
    let preview = rewrites.preview();
    if let Some(objection) = rewrites.objections(&preview).into_iter().find(|one| one.severity > Severity::Hint) {
        return Err(Failure::Usage(objection.text));
    }
    let id = finding.id(&session.vault);
    if !preview.checklist.held.iter().any(|held| held.until == until && held.finding.id(&preview.vault) == id) {
        return Err(Failure::Usage(format!(
            "{rule} would not rest by `{entry}`: another hold, or its rule's level, stands against it; look at `hold` in {}",
            finding.path
        )));
    }
    let exit = rewrites.write(environment, "hold", options.dry_run, output)?;
    if exit == Exit::Fine && !options.dry_run {
        let title = finding.duty().map_or("", |duty| duty.title.as_str());
        output.hint(&format!("on hold until {}: {title}", full_day(until)))?;
    }
    Ok(exit)
}

fn note_at(session: &Session, path: &str) -> Result<NoteId, Failure> {
    let at = session.vault.notes.iter().position(|note| *note.path == *path);
    let id = at.and_then(|at| u32::try_from(at).ok()).map(NoteId);
    id.ok_or_else(|| Failure::Usage(format!("{path} is no note that `hold` can be written into; write it by hand")))
}
