//! `vault lsp`

use std::io::{self, BufReader};
use std::path::Path;

use chrono::NaiveDate;
use clap::Args;

use super::args::{Colour, Global};
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::session::{Session, current_dir, root, templates};
use super::{Exit, new};
use crate::diagnostic::Fix;
use crate::disk::{self, Selection};
use crate::lsp::{Desk, Ending, Job, Newcomer, World, serve};

/// What `lsp` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault lsp\n  vault lsp --vault ~/search",
    long_about = "Help an editor while you type, as a language server\n\nYour editor starts this itself and talks to it over standard input and output; docs/editors.md has the lines that tell it to. Outside a vault it keeps quiet."
)]
pub(super) struct Options {
    /// Talk over standard input and output, as it always does
    #[arg(long)]
    pub stdio: bool,
}

/// Talks with an editor until that ends.
pub(super) fn run(environment: &Environment<'_>, global: &Global, output: &mut Output<'_>) -> Result<Exit, Failure> {
    let named = global.vault.as_ref().map(|_| root(&current_dir(environment, global), global)).transpose()?;
    let mut reader = Reader { today: global.today, session: None };
    let desk = Desk {
        root: &|folder| named.clone().or_else(|| disk::find_root(folder)),
        read: &mut |job| reader.read(job).map_err(|failure| failure.to_string()),
    };
    // Editors send much at once, and at no time wait for more.
    let ended = serve(BufReader::new(io::stdin()), &mut |bytes| output.print_bytes(bytes), desk)?;
    Ok(match ended {
        Ending::Agreed => Exit::Fine,
        // The protocol's own word: 1 where the editor went without a `shutdown`.
        Ending::Abrupt => Exit::Findings,
    })
}

/// Reads vaults, on a thread of its own.
struct Reader {
    today: Option<NaiveDate>,
    session: Option<Session>,
}

impl Reader {
    fn read(&mut self, job: &Job) -> Result<World, Failure> {
        let session = match self.session.take().filter(|session| !job.reread && session.root == job.root) {
            Some(session) => session,
            None => self.open(&job.root)?,
        };
        let session = self.session.insert(session);
        let folder = templates(&session.root, &session.vault.config);
        let config = &session.vault.config;
        // What is on disk was selected already; a note that is not saved yet is, once it would be.
        let selection = Selection::new(&config.include, &config.ignore, &folder).ok();
        let is_note = |path: &str| session.vault.notes.iter().any(|note| *note.path == *path);
        let is_new = |path: &str| !session.has(path) && selection.as_ref().is_some_and(|selection| selection.has(path));
        let open = job.unsaved.iter().filter(|(path, _)| is_note(path) || is_new(path));
        let open: Vec<(String, &str)> = open.map(|(path, text)| (path.clone(), text.as_str())).collect();
        let typed = session.with(&open);
        let checklist = typed.find();
        let here = checklist.findings.iter().filter(|finding| open.iter().any(|(path, _)| **path == *finding.path));
        let newcomers = here.filter_map(|finding| {
            let Some(Fix::CreateInterviewer { name }) = &finding.fix else { return None };
            let company = finding.company.map(|id| typed.vault.company(id).name.as_str());
            // One that cannot be made is not offered.
            let (path, text) = new::interviewer(&typed, name, company).ok()?;
            Some(Newcomer { name: name.clone(), path, text })
        });
        let newcomers = newcomers.collect();
        Ok(World::new(typed.root, typed.vault, checklist, typed.today, newcomers))
    }

    /// The vault as it lies on disk. The environment's functions stay on their own thread: this is the process's.
    fn open(&self, root: &Path) -> Result<Session, Failure> {
        let environment = Environment { current_dir: root.to_path_buf(), ..Environment::of_process() };
        let global = Global {
            directory: None,
            vault: Some(root.to_path_buf()),
            today: self.today,
            color: Colour::Never,
            no_input: true,
        };
        Session::open(&environment, &global)
    }
}
