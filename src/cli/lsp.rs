//! `vault lsp`

use std::collections::BTreeMap;
use std::io::{self, BufReader};
use std::path::Path;

use chrono::NaiveDate;
use clap::Args;

use super::args::{Colour, Global};
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::session::{Session, current_dir, root};
use super::{Exit, new};
use crate::diagnostic::Fix;
use crate::disk;
use crate::lsp::{Desk, Ending, Job, Newcomer, World, serve};
use crate::parse::Links;
use crate::text::SourceFile;

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
    let mut reader = Reader { today: global.today, ..Reader::default() };
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
#[derive(Default)]
struct Reader {
    today: Option<NaiveDate>,
    /// The vault with unsaved texts in it.
    session: Option<Session>,
    /// What lies on disk under each of these, by path; `None` for nothing.
    below: BTreeMap<String, Option<SourceFile>>,
}

impl Reader {
    fn read(&mut self, job: &Job) -> Result<World, Failure> {
        let is_unsaved = |path: &String| job.unsaved.iter().any(|(other, _)| other == path);
        // A note that is not there without its unsaved text goes with it.
        let goes = self.below.iter().any(|(path, below)| below.is_none() && !is_unsaved(path));
        let mut session = match self.session.take() {
            Some(session) if !job.reread && !goes && session.root == job.root => session,
            _ => {
                self.below.clear();
                self.open(&job.root)?
            }
        };
        let mut news = Vec::new();
        self.below.retain(|path, below| {
            let stays = is_unsaved(path);
            news.extend(below.take_if(|_| !stays));
            stays
        });
        // What is on disk was selected already; a note that is not saved yet is, once it would be.
        let is_new = |path: &str| !session.has(path) && session.selects(path);
        for (path, text) in job.unsaved.iter().filter(|(path, _)| session.is_note(path) || is_new(path)) {
            let now = session.source(path);
            if now.map(SourceFile::text) != Some(text) {
                self.below.entry(path.clone()).or_insert_with(|| now.cloned());
                news.push(SourceFile::new(path.as_str(), text.as_str()));
            }
        }
        if !news.is_empty() {
            session.take_in(news, &[]);
        }
        let world = world(&session, job);
        self.session = Some(session);
        Ok(world)
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

/// What the editor is to know of the vault.
fn world(session: &Session, job: &Job) -> World {
    let checklist = session.find();
    let is_open = |path: &str| job.unsaved.iter().any(|(open, _)| open == path);
    let newcomers = checklist.findings.iter().filter(|finding| is_open(&finding.path)).filter_map(|finding| {
        let Some(Fix::CreateInterviewer { name, target }) = &finding.fix else { return None };
        let company = finding.company.map(|id| session.vault.company(id).name.as_str());
        // One that cannot be made, or that the link would not lead to, is not offered.
        let (path, text) = new::interviewer(session, name, company).ok()?;
        let is_found = Links::would_lead(&session.vault, target, &finding.path, &path);
        is_found.then(|| Newcomer { name: name.clone(), path, text })
    });
    let newcomers = newcomers.collect();
    World::new(session.root.clone(), session.vault.clone(), checklist, session.today, newcomers)
}
