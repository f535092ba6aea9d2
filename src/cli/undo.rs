//! `vault undo`

use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, Utc};
use clap::Args;

use super::Exit;
use super::args::Global;
use super::check::{plain, slashed};
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::session::{self, config, current_dir};
use crate::agenda::region;
use crate::disk::{self, Back, Past, PastFile, State};
use crate::model::{Config, zone};
use crate::outbox::{Change, change};
use crate::text::escaped;

/// What `undo` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault undo\n  vault undo --list\n  vault undo \"Letters/2025-03-04 Priya Rao.md\""
)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub(super) struct Options {
    /// Take back the last change of this file only, also of one that is made from the notes
    #[arg(value_name = "FILE", conflicts_with_all = ["list", "forget"])]
    pub file: Option<PathBuf>,
    /// Show what commands wrote in the last 30 days
    #[arg(long)]
    pub list: bool,
    /// Forget everything that is kept for this vault, so that nothing can be taken back
    #[arg(long, conflicts_with = "list")]
    pub forget: bool,
    /// Do not ask before forgetting
    #[arg(long, requires = "forget")]
    pub yes: bool,
    /// Only say what would be done
    #[arg(long)]
    pub dry_run: bool,
}

/// Takes back what the last command did that changed a note; again, the one before.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let folder = current_dir(environment, global);
    let root = session::root(&folder, global)?;
    let config = config(&root)?;
    let state = session::state(environment, "undo")?;
    if options.forget {
        return forget(environment, global, options, &root, &state, output);
    }
    if !(options.list || options.dry_run) {
        session::tidy(environment, &root, output)?;
    }
    let past = disk::past(&root, &state)?;
    if options.list {
        output.print(&list(&past, &config))?;
        return Ok(Exit::Fine);
    }
    let undo = Undo { root: &root, state: &state, config: &config, dry_run: options.dry_run };
    match &options.file {
        Some(file) => undo.file(&past, &path(&root, &folder, file), output),
        None => undo.last(&past, output),
    }
}

/// Changes on their way back.
struct Undo<'u> {
    root: &'u Path,
    state: &'u State,
    config: &'u Config,
    dry_run: bool,
}

/// What one command did, as far as it can be taken back.
#[derive(Default)]
struct Way {
    changes: Vec<Change>,
    /// Files that stay as they are, with why.
    left: Vec<(String, String)>,
}

impl Undo<'_> {
    fn last(&self, past: &[Past], output: &mut Output<'_>) -> Result<Exit, Failure> {
        let Some(last) = past.iter().find(|past| past.counts && !past.is_over) else {
            output.print("nothing to take back: no command has changed a note here in the last 30 days\n")?;
            return Ok(Exit::Fine);
        };
        let way = self.way(last)?;
        let state = self.state.undoing(last.number);
        let exit = self.go(last, way, &state, output)?;
        if !self.dry_run {
            disk::close(self.root, &state)?;
        }
        Ok(exit)
    }

    /// Takes back the last change of one file.
    fn file(&self, past: &[Past], path: &str, output: &mut Output<'_>) -> Result<Exit, Failure> {
        let mut way = Way::default();
        for one in past {
            let Some(file) = one.files.iter().find(|file| file.path == path) else { continue };
            match disk::back(self.root, self.state, file)? {
                Back::Already => continue,
                Back::Change(change) => way.changes.push(change),
                Back::Rewritten => way.left.push((path.to_owned(), later())),
                Back::Left(why) => way.left.push((path.to_owned(), why)),
            }
            return self.go(one, way, self.state, output);
        }
        Err(Failure::Usage(format!(
            "no change of `{path}` is kept that could be taken back; `vault undo --list` shows those that are"
        )))
    }

    /// The way back: notes first, the agenda last, as commands go.
    fn way(&self, past: &Past) -> Result<Way, Failure> {
        let mut way = Way::default();
        let is_agenda = |file: &&PastFile| file.path == self.config.folders.agenda;
        let agenda = past.files.iter().find(is_agenda).map(|file| disk::back(self.root, self.state, file));
        let agenda = agenda.transpose()?;
        // The agenda remembers which drafts there were: without it only what was removed comes back.
        let is_free = !matches!(agenda, Some(Back::Rewritten | Back::Left(_)));
        for file in past.files.iter().filter(|file| !is_agenda(file)) {
            if file.is_generated && !is_free && file.done() != "removed" {
                continue;
            }
            match disk::back(self.root, self.state, file)? {
                Back::Change(change) => way.changes.push(change),
                Back::Rewritten if !file.is_generated => way.left.push((file.path.clone(), later())),
                Back::Already | Back::Rewritten => {}
                Back::Left(why) => way.left.push((file.path.clone(), why)),
            }
        }
        way.changes.extend(self.agenda(agenda.as_ref(), &past.ticks)?);
        Ok(way)
    }

    /// The agenda as it was, where it is as the command left it, and in any case with the boxes empty again.
    fn agenda(&self, back: Option<&Back>, ticks: &[String]) -> Result<Option<Change>, Failure> {
        let path = &self.config.folders.agenda;
        let Some(there) = disk::read_file(self.root, path)? else { return Ok(None) };
        let before = match back {
            Some(Back::Change(change)) => change.action.text(),
            _ => Some(there.as_str()),
        };
        let wanted = before.map(|text| region::emptied(text, ticks));
        Ok(change(path.as_str(), Some(&there), wanted.as_deref()))
    }

    fn go(&self, past: &Past, way: Way, state: &State, output: &mut Output<'_>) -> Result<Exit, Failure> {
        let mut left = way.left;
        let mut told = way.changes.clone();
        if !self.dry_run {
            let applied = disk::apply(self.root, &way.changes, state)?;
            output.hints(&applied.told)?;
            told.retain(|change| !applied.refused.iter().any(|(path, _)| *path == change.path));
            left.extend(applied.refused);
        }
        let verb = match (self.dry_run, told.is_empty() && !left.is_empty()) {
            (true, _) => "would take back",
            (false, true) => "could not take back",
            (false, false) => "took back",
        };
        let heading = format!("{verb} {} of {}\n", command(past), time(past.when, self.config));
        let lines = told.iter().map(|change| format!("  {} {}\n", undone(change), escaped(&change.path)));
        output.print(&(heading + &lines.collect::<String>()))?;
        for (path, why) in &left {
            output.hint(&format!("{path}: {why}"))?;
        }
        Ok(if left.is_empty() { Exit::Fine } else { Exit::Findings })
    }
}

fn forget(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    root: &Path,
    state: &State,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    if options.dry_run {
        let count = disk::past(root, state)?.len();
        output.print(&format!("would forget what was replaced by {count} commands\n"))?;
        return Ok(Exit::Fine);
    }
    if !options.yes {
        if !environment.in_is_terminal || global.no_input {
            return Err(Failure::Usage("nothing is forgotten; confirm with `--yes`".to_owned()));
        }
        output.note("Forget all that was replaced in this vault, so that nothing can be taken back? [y/N] ")?;
        let answer = (environment.input)().unwrap_or_default();
        if !matches!(answer.trim().to_lowercase().as_str(), "y" | "yes") {
            output.print("nothing is forgotten\n")?;
            return Ok(Exit::Fine);
        }
    }
    output.hints(&disk::forget(root, state)?)?;
    output.print("forgotten: nothing of this vault is kept outside of it any more\n")?;
    Ok(Exit::Fine)
}

/// What commands wrote, the last one first.
fn list(past: &[Past], config: &Config) -> String {
    if past.is_empty() {
        return "no command has written here in the last 30 days\n".to_owned();
    }
    let one = |past: &Past| {
        let note = match (past.counts, past.is_over) {
            (_, true) if past.command != "undo" => " · taken back",
            (false, false) if past.command != "init" => " · made from the notes",
            _ => "",
        };
        let files = past.files.iter().map(|file| format!("  {} {}\n", file.done(), escaped(&file.path)));
        format!("{}  {}{note}\n{}", time(past.when, config), command(past), files.collect::<String>())
    };
    past.iter().map(one).collect()
}

fn command(past: &Past) -> String {
    let command = if past.command.is_empty() { "vault".to_owned() } else { format!("vault {}", past.command) };
    format!("`{}`", escaped(&command))
}

/// A moment in the vault's zone, else in the machine's.
fn time(when: i64, config: &Config) -> String {
    let moment = DateTime::<Utc>::from_timestamp(when, 0).unwrap_or_default();
    let in_zone = config.timezone.as_ref().and_then(|zone| zone::clock_in(zone, moment));
    let clock = in_zone.unwrap_or_else(|| moment.with_timezone(&Local).naive_local());
    clock.format("%Y-%m-%d %H:%M").to_string()
}

fn undone(change: &Change) -> &'static str {
    match (change.action.old(), change.action.text()) {
        (None, _) => "brought back",
        (_, None) => "removed",
        _ => "put back",
    }
}

fn later() -> String {
    "a later command has changed it, so it is left as it is".to_owned()
}

/// A file named from the current folder, or from the root, as a path from the root.
fn path(root: &Path, folder: &Path, file: &Path) -> String {
    let below = |path: PathBuf| plain(&path).strip_prefix(plain(root)).ok().map(slashed);
    below(folder.join(file)).unwrap_or_else(|| slashed(file))
}
