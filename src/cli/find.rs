//! `vault find`

use clap::Args;

use super::Exit;
use super::answered::Asked;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::place::Place;
use super::session::Session;
use super::status::Format;
use crate::checklist::Checklist;
use crate::disk::Answer;
use crate::render;
use crate::status::{self, Basis};

/// What `find` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault find salary\n  vault find notice period\n  vault find depots --format json"
)]
pub(super) struct Options {
    /// The words to look for: a line is found where it has all of them
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,
    /// How to print
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
}

/// Prints what was said about the words: to whom, by whom, and when. Finding nothing is no error.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let words = options.words.join(" ");
    if !words.contains(char::is_alphanumeric) {
        return Err(Failure::Usage("there is no word to look for; name one, such as `vault find salary`".to_owned()));
    }
    let look = |session: &Session, colour: bool| Ok(look(session, &words, options.format, colour));
    let asked = Asked { environment, global, command: "find", options, open: Place::open };
    asked.answer(Place::find(environment, global)?, output, look)?;
    Ok(Exit::Fine)
}

fn look(session: &Session, words: &str, format: Format, colour: bool) -> Answer {
    // What was said stands in the notes; nothing has to be found wrong with them.
    let checklist = Checklist::default();
    let source = |path: &str| session.source(path);
    let (vault, today) = (&session.vault, session.today);
    let hits = status::find(&Basis { vault, checklist: &checklist, today, only: None, source: &source }, words);
    let out = match format {
        Format::Human => render::find::human(&hits, words, vault, today, colour),
        Format::Json => render::find::json(&hits, words, vault, today),
    };
    Answer::printed(out)
}
