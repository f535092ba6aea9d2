//! `vault done`

use clap::Args;

use super::args::{Global, channel};
use super::environment::Environment;
use super::failure::Failure;
use super::moment::day;
use super::note::{Rewrites, nothing, refused};
use super::output::Output;
use super::session::Session;
use super::{Exit, item, ticks};
use crate::model::Channel;
use crate::record::{Act, Recorder};

/// What `done` understands.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  vault done a1b2c3d4\n  vault done a1b2 --on yesterday --by phone")]
pub(super) struct Options {
    /// The item, by the id at the end of its line in the agenda: four of its characters at least
    #[arg(value_name = "ID")]
    pub id: String,
    /// When it was done, if not today
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// How it went, if not as planned: email, post, handwritten, lobby, phone, in-person
    #[arg(long, value_name = "CHANNEL", value_parser = channel)]
    pub by: Option<Channel>,
    /// Only say what would be written
    #[arg(long)]
    pub dry_run: bool,
}

/// Writes down that an item of the agenda was done, as a tick there would be.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let checklist = session.find();
    let recorder = Recorder::new(&session.vault, &checklist, session.today);
    let begin = item::id(&options.id)?;
    let is_known = checklist.all().any(|finding| finding.id(&session.vault).starts_with(&begin));
    if !is_known && recorder.is_recorded(&begin) {
        return nothing(environment, &session, options.dry_run, output);
    }
    let finding = item::find(&session, &checklist, &options.id)?;
    let on = options.on.as_deref().map_or(Ok(session.today), |words| day(&session, words))?;
    if !finding.duty().is_some_and(|duty| duty.can_tick) {
        let (rule, path) = (finding.rule.id, &finding.path);
        let (message, help) = (&finding.message, &finding.help);
        output.hint(&format!("{rule} ends when it is written down, in {path}: {message}; {help}"))?;
        return Ok(Exit::Findings);
    }
    let deed = recorder.deed(finding, Act::Done { on, by: options.by }).map_err(Failure::Usage)?;
    let mut rewrites = Rewrites::new(&session);
    deed.write(rewrites.note(deed.note)).map_err(|why| refused(session.vault.path(deed.note), &why))?;
    if !ticks::has_ended(finding, &session.vault, &rewrites.preview()) {
        output.hint(&format!("nothing is written: {}", ticks::still_stands(finding, on)))?;
        return Ok(Exit::Findings);
    }
    rewrites.write(environment, "done", options.dry_run, output)
}
