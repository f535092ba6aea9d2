//! `vault init`

mod hook;
mod obsidian;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use super::Exit;
use super::args::Global;
use super::day;
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::program::Program;
use super::session::{self, Session};
use crate::model::Config;
use crate::outbox::{Change, change};
use crate::text::escaped;
use crate::{Error, disk, start};

/// What `init` understands.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag, and any of them go together")]
#[command(
    before_help = "Examples:\n  vault init my-search --name \"Nora Whitlock\"\n  vault init --dry-run\n  vault init try-it --example\n  vault init --obsidian\n  vault init --git-hook"
)]
pub(super) struct Options {
    /// The folder of the vault; made where it is missing [default: the current folder]
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Your name, as it stands under a letter
    #[arg(long, value_name = "NAME", conflicts_with = "example")]
    pub name: Option<String>,
    /// Fill it with an invented search that stands around today, to try things on
    #[arg(long)]
    pub example: bool,
    /// Tell Obsidian the types of the properties and where the templates lie, as far as it does not know yet
    #[arg(long)]
    pub obsidian: bool,
    /// Let git check the notes before a commit
    #[arg(long)]
    pub git_hook: bool,
    /// Only say what would be made
    #[arg(long)]
    pub dry_run: bool,
}

/// What a vault begins with, held against what is there.
struct Beginning {
    root: PathBuf,
    /// The folders that are missing.
    folders: Vec<String>,
    /// The files that are missing; the settings last, so that a half-made vault is none yet.
    changes: Vec<Change>,
    /// The files that were there before.
    kept: Vec<String>,
    /// What was left as it is, and why: part of the work was refused.
    refused: Vec<String>,
    /// Whether the candidate's name is known.
    is_named: bool,
}

/// Makes a new vault, or what a vault lacks; never touches what is there.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    program: &Program,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let root = root(environment, global, options)?;
    let is_vault = disk::is_root(&root);
    let config = if is_vault { session::config(&root)? } else { Config::default() };
    let today = global.today.map_or_else(|| day::real(environment, &config), Ok)?;
    let mut beginning = Beginning::new(root, &config)?;
    if options.example {
        for (path, text) in start::example(today) {
            beginning.file(&path, &text)?;
        }
        if is_vault && !beginning.changes.is_empty() {
            output.error(
                "there is a vault already, and the invented search is not mixed into it; give it a folder of its own, \
                 such as `vault init try-it --example`",
            )?;
            return Ok(Exit::Findings);
        }
    } else if !is_vault || has_no_candidate(environment, &beginning.root)? {
        let name = name(environment, global, options, &beginning, output)?;
        let me =
            start::candidate(&name).map_err(|why| Failure::Usage(format!("`{name}` cannot be your name: {why}")))?;
        beginning.file(start::ME, &me)?;
        beginning.is_named = !name.is_empty();
    }
    let templates = session::templates(&beginning.root, &config);
    for (path, text) in start::furniture(&config, &templates) {
        beginning.file(&path, &text)?;
    }
    if options.obsidian {
        obsidian::settle(&mut beginning, &templates, output)?;
    }
    if !options.example {
        beginning.file(disk::ROOT_MARKER, &start::settings(today))?;
    }
    beginning.changes.sort_by_key(|change| change.path == disk::ROOT_MARKER);
    let made = if options.dry_run {
        output.print(&beginning.list())?;
        beginning.say_refused(output)?
    } else {
        beginning.make(environment, options, today, output)?
    };
    if !options.git_hook {
        return Ok(made);
    }
    let hook = hook::install(&beginning.root, &program.path(&environment.current_dir), options.dry_run, output)?;
    Ok(if hook == Exit::Fine { made } else { hook })
}

impl Beginning {
    fn new(root: PathBuf, config: &Config) -> Result<Self, Failure> {
        let is_there = root.is_dir();
        let mut folders = Vec::new();
        for folder in start::folders(&config.folders) {
            if !is_there || !disk::has_folder(&root, folder)? {
                folders.push(folder.to_owned());
            }
        }
        Ok(Self { root, folders, changes: Vec::new(), kept: Vec::new(), refused: Vec::new(), is_named: false })
    }

    /// A file that should be there; what is there already stays, whatever it says.
    fn file(&mut self, path: &str, text: &str) -> Result<(), Failure> {
        if self.has(path)? {
            self.kept.push(path.to_owned());
        } else {
            self.changes.extend(change(path, None, Some(text)));
        }
        Ok(())
    }

    /// Whether something stands there, and be it no readable file.
    fn has(&self, path: &str) -> Result<bool, Failure> {
        if !self.root.is_dir() {
            return Ok(false);
        }
        match disk::read_file(&self.root, path) {
            Ok(text) => Ok(text.is_some()),
            Err(Error::Refused(_)) => Ok(true),
            Err(error) => Err(error.into()),
        }
    }

    /// What would be done.
    fn list(&self) -> String {
        let folders = self.folders.iter().map(|path| line("create", &format!("{path}/")));
        folders.chain(self.changes.iter().map(|change| line(change.action.name(), &change.path))).collect()
    }

    fn make(
        &mut self,
        environment: &Environment<'_>,
        options: &Options,
        today: NaiveDate,
        output: &mut Output<'_>,
    ) -> Result<Exit, Failure> {
        if self.changes.is_empty() && self.folders.is_empty() && self.refused.is_empty() {
            output.print("Nothing to do: all of the vault is there.\n")?;
            return Ok(Exit::Fine);
        }
        let state = session::state(environment, "init")?.for_generated();
        disk::make_root(&self.root)?;
        let mut made = String::new();
        for folder in &self.folders {
            match disk::make_folder(&self.root, folder) {
                Ok(()) => made.push_str(&line("created", &format!("{folder}/"))),
                Err(Error::Refused(why)) => self.refused.push(why),
                Err(error) => return Err(error.into()),
            }
        }
        let applied = disk::apply(&self.root, &self.changes, &state)?;
        for change in self.changes.iter().filter(|change| applied.written.contains(&change.path)) {
            let verb = if change.action.old().is_some() { "added to" } else { "created" };
            made.push_str(&line(verb, &change.path));
        }
        self.refused.extend(applied.refused.into_iter().map(|(path, why)| format!("{path}: {why}")));
        if !self.kept.is_empty() {
            output.hint(&format!("left as it was: {}", self.kept.join(", ")))?;
        }
        output.hints(&applied.told)?;
        let exit = self.say_refused(output)?;
        output.print(&format!("{made}\n{}", next_steps(options, self.is_named, today)))?;
        Ok(exit)
    }

    fn say_refused(&self, output: &mut Output<'_>) -> Result<Exit, Failure> {
        output.hints(&self.refused)?;
        Ok(if self.refused.is_empty() { Exit::Fine } else { Exit::Findings })
    }
}

/// The folder to make a vault in; not one below another vault.
fn root(environment: &Environment<'_>, global: &Global, options: &Options) -> Result<PathBuf, Failure> {
    let current_dir = session::current_dir(environment, global);
    let root = match options.folder.as_ref().or(global.vault.as_ref()) {
        Some(folder) => current_dir.join(folder),
        None => current_dir,
    };
    if root.exists() && !root.is_dir() {
        return Err(Failure::Usage(format!(
            "{} is a file; a vault is a folder, so give it another name",
            root.display()
        )));
    }
    let outer = if disk::is_root(&root) { None } else { disk::find_root(&root) };
    match outer {
        Some(outer) => Err(Failure::Usage(format!(
            "{} lies in the vault at {}, which would read its notes too; make the new one outside of it",
            root.display(),
            outer.display()
        ))),
        None => Ok(root),
    }
}

/// Whether nobody is the candidate yet in the vault at `root`, whatever the note is called.
fn has_no_candidate(environment: &Environment<'_>, root: &Path) -> Result<bool, Failure> {
    let at_root = Global {
        directory: None,
        vault: Some(root.to_path_buf()),
        today: None,
        color: super::args::Colour::Auto,
        no_input: true,
    };
    Ok(Session::open(environment, &at_root)?.vault.candidates.is_empty())
}

/// The candidate's name: as given, else asked for where somebody can answer, else empty, and said.
fn name(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    beginning: &Beginning,
    output: &mut Output<'_>,
) -> Result<String, Failure> {
    if let Some(name) = &options.name {
        return Ok(name.trim().to_owned());
    }
    if options.dry_run || beginning.has(start::ME)? {
        return Ok(String::new());
    }
    let mut name = String::new();
    if environment.in_is_terminal && !global.no_input {
        output.note("Your name, as it stands under a letter: ")?;
        (environment.input)().unwrap_or_default().trim().clone_into(&mut name);
    }
    if name.is_empty() {
        output.hint(&format!("{} has no name in it yet; write yours behind `full_name:`", start::ME))?;
    }
    Ok(name)
}

fn line(verb: &str, path: &str) -> String {
    format!("{verb}  {}\n", escaped(path))
}

fn next_steps(options: &Options, is_named: bool, today: NaiveDate) -> String {
    let place = options.folder.as_ref().map_or_else(String::new, |folder| format!(", in {}", folder.display()));
    if options.example {
        let day = start::example_day(today);
        return format!(
            "This search is invented, and stands as on {}. Next{place}:\n  \
             1. vault agenda --today {day}\n  \
             2. vault check --today {day}\n  \
             3. read the notes, change one, and look again\n",
            day.format("%A %-d %B %Y")
        );
    }
    let name = if is_named { "" } else { "your name, " };
    format!(
        "Next{place}:\n  \
         1. fill in {}: {name}your pitch, your accomplishments\n  \
         2. vault new company NAME, and vault new round --company NAME --date \"next tuesday 14:00\"\n  \
         3. vault agenda\n",
        start::ME
    )
}
