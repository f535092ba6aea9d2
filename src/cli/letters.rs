//! `vault letters`

mod export;

use clap::{Args, Subcommand};

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::generate::{self, AgendaFile, Wishes};
use super::guard::Leave;
use super::output::Output;
use super::session::Session;
use crate::checklist::{Checklist, Duty, Finding};
use crate::letters::{Draft, Fate, Plan, Request};
use crate::model::folded;
use crate::outbox::{Change, change};
use crate::render;
use crate::text::{SourceFile, nearest};

/// What `letters` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault letters\n  vault letters --draft a1b2c3d4\n  vault letters --again \"2025-03-04 Priya Rao thank-you-email\"\n  vault letters export \"2025-03-04 Priya Rao posted-letter\" --to pdf",
    args_conflicts_with_subcommands = true
)]
pub(super) struct Options {
    #[command(subcommand)]
    pub action: Option<Action>,
    /// Draft the document of this item of the agenda, although it is only a hint
    #[arg(long, value_name = "ID")]
    pub draft: Vec<String>,
    /// Bring back a draft that was deleted
    #[arg(long, value_name = "LETTER")]
    pub again: Vec<String>,
    /// Show what a fresh draft would say where you changed one
    #[arg(long, conflicts_with_all = ["draft", "again", "dry_run"])]
    pub diff: bool,
    /// Only say what would be written
    #[arg(long)]
    pub dry_run: bool,
}

/// What is done with one letter.
#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Hand a letter over: as a page, a mail, a file for the browser, plain text
    Export(export::Options),
}

/// Lists the drafts; with `--draft` or `--again`, makes what is asked for first.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    if let Some(Action::Export(options)) = &options.action {
        return export::run(environment, global, options, output);
    }
    let session = Session::open(environment, global)?;
    let checklist = session.find();
    let file = AgendaFile::read(&session)?;
    let plan = |wishes| generate::plan(&session, &checklist, &file, file.ticks(), wishes);
    let mut generated = plan(Wishes::default());
    if options.diff {
        output.print(&generate::diff(&fresh(&session, &generated.letters)))?;
        return Ok(Exit::Fine);
    }
    let mut whole = true;
    if !(options.draft.is_empty() && options.again.is_empty()) {
        let drafts: Vec<String> =
            options.draft.iter().map(|id| id_of(&session, &checklist, id)).collect::<Result<_, _>>()?;
        let again = options.again.iter().map(|name| path_of(&generated.letters, name));
        let again: Vec<String> = again.collect::<Result<_, _>>()?;
        let letters = Request { drafts: &drafts, again: &again, ..Request::default() };
        generated = plan(Wishes { letters, ..Wishes::default() });
        if options.dry_run {
            let whole = generated.rehearse(environment, &session, Leave::default(), output)?;
            output.print(&generate::preview(&generated.changes))?;
            return Ok(if whole { Exit::Fine } else { Exit::Findings });
        }
        whole = generated.write(environment, &session, "letters", Leave::default(), output)?;
        generated.letters.drafts.iter_mut().for_each(|draft| draft.fate = now(draft.fate, whole));
    }
    output.print(&render::letters::list(&generated.letters, &session.vault))?;
    Ok(if whole { Exit::Fine } else { Exit::Findings })
}

/// What would change in the letters that the user has edited, were they drafted afresh.
fn fresh(session: &Session, plan: &Plan) -> Vec<Change> {
    let edited = plan.drafts.iter().filter(|draft| draft.fate == Fate::Edited);
    edited
        .filter_map(|draft| change(&draft.path, session.source(&draft.path).map(SourceFile::text), Some(&draft.text)))
        .collect()
}

/// What a draft is once everything was written.
fn now(fate: Fate, whole: bool) -> Fate {
    match fate {
        Fate::Create | Fate::Refresh if whole => Fate::Current,
        _ => fate,
    }
}

/// An id names an item by its first characters, so many at least.
const ID: usize = 4;

/// The id, as far as it is given, of an open item with a document.
fn id_of(session: &Session, checklist: &Checklist, given: &str) -> Result<String, Failure> {
    let id = given.trim().trim_matches(['^', '(', ')']).to_lowercase();
    if id.len() < ID {
        return Err(Failure::Usage(format!("`{id}` is too short for an id: write at least {ID} of its characters")));
    }
    let is_meant = |finding: &&Finding| finding.duty().is_some() && finding.id(&session.vault).starts_with(&id);
    let meant: Vec<&Finding> = checklist.findings.iter().filter(is_meant).collect();
    let duties: Vec<&Duty> = meant.into_iter().filter_map(Finding::duty).collect();
    if duties.is_empty() {
        return Err(Failure::Usage(format!("there is no item `{id}`; `vault agenda` shows their ids")));
    }
    let Some(first) = duties.iter().find(|duty| duty.document.is_some()) else {
        return Err(Failure::Usage(format!("the item `{id}` has no document to draft")));
    };
    match first.opens.filter(|_| !duties.iter().any(|duty| duty.has_opened(session.today))) {
        Some(opens) => Err(Failure::Usage(format!("the item `{id}` opens on {opens}, and its draft is made then"))),
        None => Ok(id),
    }
}

/// The path of the one draft that a path, a name or the beginning of one means.
fn path_of(plan: &Plan, name: &str) -> Result<String, Failure> {
    let wanted = folded(stem(name));
    let stem_of = |draft: &&Draft| folded(stem(draft.path.rsplit('/').next().unwrap_or(&draft.path)));
    let is_named = |draft: &&Draft| folded(stem(&draft.path)) == wanted || stem_of(draft) == wanted;
    let mut meant: Vec<&Draft> = plan.drafts.iter().filter(is_named).collect();
    if meant.is_empty() && !wanted.is_empty() {
        meant = plan.drafts.iter().filter(|draft| stem_of(draft).starts_with(&wanted)).collect();
    }
    match meant[..] {
        [only] => Ok(only.path.clone()),
        [] => {
            let names: Vec<&str> = plan.drafts.iter().map(|draft| stem(&draft.path)).collect();
            let near = nearest(name, names.iter().map(|path| path.rsplit('/').next().unwrap_or(path)));
            let help = near.map_or_else(
                || "; `vault letters` lists the drafts".to_owned(),
                |near| format!("; did you mean `{near}`?"),
            );
            Err(Failure::Usage(format!("there is no draft `{name}`{help}")))
        }
        _ => {
            let paths: Vec<&str> = meant.iter().map(|draft| draft.path.as_str()).collect();
            Err(Failure::Usage(format!("`{name}` could be {}", paths.join(" or "))))
        }
    }
}

fn stem(path: &str) -> &str {
    path.strip_suffix(".md").unwrap_or(path)
}
