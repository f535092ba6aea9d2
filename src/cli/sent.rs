//! `vault sent`

use std::collections::BTreeSet;

use chrono::NaiveDate;
use clap::Args;

use super::Exit;
use super::args::{Global, channel};
use super::environment::Environment;
use super::failure::Failure;
use super::moment::{day, long};
use super::note::{Rewrites, refused};
use super::output::Output;
use super::session::Session;
use crate::checklist::{Checklist, Finding};
use crate::diagnostic::Severity;
use crate::letters::{self, Request};
use crate::model::{Channel, Document, Kind, Letter, Record};
use crate::record::Recorder;
use crate::text::SourceFile;

/// What `sent` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault sent \"2025-03-04 Priya Rao thank-you-email\"\n  vault sent \"2025-03-04 Priya Rao thank-you-card\" --on yesterday --by lobby"
)]
pub(super) struct Options {
    /// The letter
    #[arg(value_name = "LETTER")]
    pub letter: String,
    /// When it went, if not today
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// How it went, if not as planned: email, post, handwritten, lobby, phone, in-person
    #[arg(long, value_name = "CHANNEL", value_parser = channel)]
    pub by: Option<Channel>,
    /// Although blanks are left, or a check of its text found an error
    #[arg(long)]
    pub anyway: bool,
    /// Only say what would be written
    #[arg(long)]
    pub dry_run: bool,
}

/// Writes down that a letter has gone out.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let letter = letter(&session, &options.letter)?;
    let path = session.vault.path(letter.note).to_string();
    if letter.document.get().is_some_and(Document::is_sheet) {
        return Err(Failure::Usage(format!("{path} is for you alone, and is never sent")));
    }
    if let Some(exit) = already(letter, &path, session.today, output)? {
        return Ok(exit);
    }
    let on = options.on.as_deref().map_or(Ok(session.today), |words| day(&session, words))?;
    let checklist = session.find();
    let recorder = Recorder::new(&session.vault, &checklist, session.today);
    let duty = served(&session, &checklist, &path);
    let deeds = recorder.sent(letter, duty, on, options.by).map_err(Failure::Usage)?;

    let obstacles = letters::obstacles(&session.vault, &checklist, letter);
    if !obstacles.is_empty() {
        let lines = blank_lines(session.source(&path));
        for obstacle in &obstacles {
            output.hint(&format!("{path}: {obstacle}"))?;
        }
        if !lines.is_empty() {
            output.hint(&format!("{path}: blanks stand in line {}", lines.join(", ")))?;
        }
        if !options.anyway {
            output.hint("nothing is written; mend the letter, or run with `--anyway` if it went out like that")?;
            return Ok(Exit::Findings);
        }
        output.hint("it is marked as sent all the same, as you asked")?;
    }

    let mut rewrites = Rewrites::new(&session);
    for deed in &deeds {
        deed.write(rewrites.note(deed.note)).map_err(|why| refused(session.vault.path(deed.note), &why))?;
    }
    let objections = rewrites.objections(&rewrites.preview());
    if let Some(objection) = objections.iter().find(|one| one.severity == Severity::Error) {
        return Err(Failure::Usage(objection.text.clone()));
    }
    rewrites.write(environment, "sent", options.dry_run, output)
}

fn letter<'s>(session: &'s Session, name: &str) -> Result<&'s Letter, Failure> {
    match session.vault.note(session.record(&[Kind::Letter], name)?).record {
        Record::Letter(at) => Ok(&session.vault.letters[at]),
        _ => Err(Failure::Usage(format!("`{name}` is no letter"))),
    }
}

/// How the command ends where something stands in `sent_on` already.
fn already(letter: &Letter, path: &str, today: NaiveDate, output: &mut Output<'_>) -> Result<Option<Exit>, Failure> {
    match letter.sent_on.get() {
        Some(sent) if sent <= today => {
            output.print(&format!("nothing to write: it was sent on {}\n", long(sent)))?;
            Ok(Some(Exit::Fine))
        }
        Some(sent) => {
            output.hint(&format!("{path}: `sent_on` is {sent}, which is not yet; mend it by hand"))?;
            Ok(Some(Exit::Findings))
        }
        None if letter.sent_on.span.is_some() => {
            output.hint(&format!("{path}: `sent_on` holds something that is no day; mend it by hand"))?;
            Ok(Some(Exit::Findings))
        }
        None => Ok(None),
    }
}

/// The duty for which the letter was drafted.
fn served<'c>(session: &Session, checklist: &'c Checklist, path: &str) -> Option<&'c Finding> {
    let source = |path: &str| session.source(path).map(|file| file.text().to_owned());
    let plan = letters::plan(
        &session.vault,
        checklist,
        &session.templates,
        &BTreeSet::new(),
        &source,
        session.today,
        &Request::default(),
    );
    let draft = plan.drafts.iter().find(|draft| draft.path == path)?;
    let is_served = |finding: &&Finding| finding.duty().is_some() && finding.id(&session.vault) == draft.finding;
    checklist.findings.iter().find(is_served)
}

/// The lines in which a blank stands.
fn blank_lines(source: Option<&SourceFile>) -> Vec<String> {
    let lines = source.map_or("", SourceFile::text).lines().enumerate();
    lines.filter(|(_, line)| letters::blanks(line) > 0).map(|(at, _)| (at + 1).to_string()).collect()
}
