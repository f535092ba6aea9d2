//! `vault log`

use clap::Args;

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::note::{Rewrites, refused};
use super::output::Output;
use super::session::Session;
use crate::model::{LogEntry, Note, Record};
use crate::parse;
use crate::text::nearest;

/// What `log` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault log \"2025-03-04 Northgate Dairy\" \"email thank-you to [[Priya Rao]]: short\"\n  vault log \"2025-03-04 Northgate Dairy\" \"2025-03-10 called [[Priya Rao]] status: they need a week more\""
)]
pub(super) struct Options {
    /// The round
    #[arg(value_name = "ROUND")]
    pub round: String,
    /// What passed: `[DATE] CHANNEL PURPOSE [to|with|from] [[PERSON]][: WORDS]`; today where no date is given
    #[arg(value_name = "TEXT", required = true, num_args = 1..)]
    pub text: Vec<String>,
    /// Only say what would be written
    #[arg(long)]
    pub dry_run: bool,
}

/// Adds a line to the log of a round.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let at = session.round(&options.round)?;
    let round = &session.vault.rounds[at];
    let bullet = bullet(&session, &options.text.join(" "));
    let mut rewrites = Rewrites::new(&session);
    let note = rewrites.note(round.note);
    if !note.text().lines().any(|line| line.trim() == bullet) {
        note.add_bullet("Log", &bullet).map_err(|why| refused(session.vault.path(round.note), &why))?;
    }
    let preview = rewrites.preview();
    if let Some(objection) = rewrites.objections(&preview).first() {
        return Err(Failure::Usage(format!("`{bullet}` is not written: {}", objection.text)));
    }
    let entry = preview.vault.rounds.get(at).and_then(|round| round.log.last());
    if entry.is_none() {
        return Err(Failure::Usage(format!("`{bullet}` would not be read; write it by hand")));
    }
    let exit = rewrites.write(environment, "log", options.dry_run, output)?;
    for stranger in entry.into_iter().flat_map(|entry| strangers(&session, at, entry)) {
        output.hint(&stranger)?;
    }
    Ok(exit)
}

/// The bullet, with today's date where the words begin with none.
fn bullet(session: &Session, text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_start_matches(['-', '*', '+']).trim_start();
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    let today = session.today;
    let yesterday = today.pred_opt().unwrap_or(today);
    match first.trim_end_matches([',', ':']).to_lowercase().as_str() {
        "today" => return format!("- {today} {rest}"),
        "yesterday" => return format!("- {yesterday} {rest}"),
        _ => {}
    }
    let head = line.split(':').next().unwrap_or_default();
    // What looks like a day and is none is left, so that the reader of the log says what is wrong with it.
    let looks_like_a_day = first.starts_with(|c: char| c.is_ascii_digit()) && first.contains(['-', '.', '/']);
    if looks_like_a_day || head.split(' ').any(|word| parse::date(word).is_ok()) {
        format!("- {line}")
    } else {
        format!("- {today} {line}")
    }
}

/// People of the line who have no note and sit in no round: perhaps a slip.
fn strangers(session: &Session, at: usize, entry: &LogEntry) -> Vec<String> {
    let round = &session.vault.rounds[at];
    let unknown = entry.people.iter().filter(|person| person.note.is_none() && round.place_of(person).is_none());
    let is_person = |note: &&Note| matches!(note.record, Record::Interviewer(_) | Record::Contact(_));
    let names = || session.vault.notes.iter().filter(is_person).map(Note::name);
    let told = unknown.map(|person| {
        let near = nearest(&person.name, names()).map_or_else(String::new, |near| format!("; did you mean {near}?"));
        format!("there is no note named {}, so the line counts for nobody you have met{near}", person.name)
    });
    told.collect()
}
