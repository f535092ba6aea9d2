//! `vault waive`

use clap::Args;

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::note::{Rewrites, refused};
use super::output::Output;
use super::session::Session;
use crate::diagnostic::Severity;
use crate::model::{Kind, silencing};
use crate::text::nearest;

/// What `waive` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault waive thank/handwritten-card \"2025-03-04 Northgate Dairy\" --because \"they work from home\"\n  vault waive close/support \"2025-03-04 Northgate Dairy\" --for \"Priya Rao\" --because \"she left before the end\""
)]
pub(super) struct Options {
    /// The rule
    #[arg(value_name = "RULE")]
    pub rule: String,
    /// The note to silence it in: of a company (for all its rounds and people), a round, an interviewer, …
    #[arg(value_name = "NOTE")]
    pub note: String,
    /// Only for this person
    #[arg(long = "for", value_name = "PERSON")]
    pub person: Option<String>,
    /// Why, in three words at least
    #[arg(long, value_name = "REASON")]
    pub because: String,
    /// Only say what would be written
    #[arg(long)]
    pub dry_run: bool,
}

/// Silences a rule in a note, with the reason.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let id = session.record(&Kind::ALL, &options.note)?;
    let reason = reason(&options.because)?;
    let person = options.person.as_deref().map(|name| person(&session, name)).transpose()?;
    let head = silencing(options.rule.trim(), person.as_deref());
    let mut rewrites = Rewrites::new(&session);
    rewrites
        .note(id)
        .put_in_list("waive", &format!("{head} because "), &format!("{head} because {reason}"))
        .map_err(|why| refused(session.vault.path(id), &why))?;
    let objections = rewrites.objections(&rewrites.preview());
    if let Some(objection) = objections.iter().find(|one| one.severity > Severity::Hint) {
        return Err(Failure::Usage(objection.text.clone()));
    }
    let exit = rewrites.write(environment, "waive", options.dry_run, output)?;
    for objection in &objections {
        output.hint(&objection.text)?;
    }
    Ok(exit)
}

/// Somebody who has a note, or sits in a round without one.
fn person(session: &Session, name: &str) -> Result<String, Failure> {
    const PEOPLE: [Kind; 2] = [Kind::Interviewer, Kind::Contact];
    let plain = name.trim().trim_start_matches("[[").trim_end_matches("]]");
    let met = session.vault.rounds.iter().flat_map(|round| round.interviewers.list());
    if let Some(named) = met.into_iter().find(|named| named.name.eq_ignore_ascii_case(plain)) {
        return Ok(named.name.clone());
    }
    let without_note = session.vault.rounds.iter().flat_map(|round| round.interviewers.list());
    let near = nearest(plain, without_note.map(|named| named.name.as_str()));
    match (session.record(&PEOPLE, plain), near) {
        (Ok(note), _) => Ok(session.vault.note(note).name().to_owned()),
        (Err(_), Some(near)) => Err(Failure::Usage(format!("nobody is called `{plain}`; did you mean `{near}`?"))),
        (Err(failure), None) => Err(failure),
    }
}

/// The words of a reason, on one line.
pub(super) fn reason(because: &str) -> Result<String, Failure> {
    let words: Vec<&str> = because.split_whitespace().collect();
    // `note/waiver` asks for as many; here it is said before anything else.
    if words.len() < 3 {
        return Err(Failure::Usage(format!(
            "\"{}\" will say little in a month; give a reason of at least three words",
            words.join(" ")
        )));
    }
    Ok(words.join(" "))
}
