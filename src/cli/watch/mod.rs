//! `vault watch`

mod screen;
mod settle;
mod view;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use clap::Args;

use super::Exit;
use super::args::Global;
use super::build::build;
use super::day;
use super::environment::{Environment, Signal};
use super::failure::Failure;
use super::guard::Leave;
use super::output::Output;
use super::session::{self, Session};
use super::ticks::Mode;
use crate::disk::{self, Bell, Changes, POLL, Wake, Watch};
use crate::model::Config;
use settle::Settle;
use view::View;

/// How often the day, and the folder itself, are looked at.
const GLANCE: Duration = Duration::from_secs(2);
/// How often everything is looked at, whatever was heard.
const SURELY: Duration = Duration::from_mins(10);

/// What `watch` understands.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  vault watch\n  vault watch --settle 0.5\n  vault watch --once-settled")]
pub(super) struct Options {
    /// Wait until nothing was saved for so many seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 2.0, value_parser = seconds)]
    pub settle: f64,
    /// Exit once nothing changes any more
    #[arg(long)]
    pub once_settled: bool,
    /// Look through the vault every two seconds instead of asking the system what changed
    #[arg(long)]
    pub poll: bool,
    /// Only say what would be written
    #[arg(long)]
    pub dry_run: bool,
}

fn seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse().ok().filter(|seconds| (0.0..=3600.0).contains(seconds));
    seconds.ok_or_else(|| "write a number of seconds from 0 to 3600".to_owned())
}

/// Brings the generated files up to date whenever a note, or the day, has changed.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let root = session::root(&session::current_dir(environment, global), global)?;
    let bell = Bell::default();
    let asked = bell.clone();
    (environment.on_signal)(Box::new(move |signal| match signal {
        Signal::Stop => asked.stop(),
        Signal::Pause => asked.pause(),
    }));
    // Before anything is read: what is saved meanwhile is heard of.
    let watch = Watch::new(&root, options.poll, bell).map_err(|why| {
        let root = root.display();
        Failure::Usage(format!("{root} cannot be watched: {why}; run `vault build` after your edits instead"))
    })?;
    // The vault that is watched, even where another one lies around a folder that lost its settings.
    let global = Global { vault: Some(root.clone()), ..global.clone() };
    let session = Session::follow(environment, &global)?;
    let view = View::new(environment, options.dry_run, output);
    let mut watcher = Watcher {
        environment,
        global,
        root,
        mode: if options.dry_run { Mode::Rehearse(environment) } else { Mode::Write(environment, "watch") },
        watch,
        view,
        config: session.vault.config.clone(),
        session: None,
        day: session.today,
        changes: Changes::default(),
        sweep: None,
        is_polling_told: false,
    };
    let ended = watcher.build(session, output).and_then(|()| watcher.follow(options, output));
    watcher.view.close(output)?;
    ended
}

struct Watcher<'w, 'e> {
    environment: &'w Environment<'e>,
    global: Global,
    root: PathBuf,
    mode: Mode<'w, 'e>,
    watch: Watch,
    view: View<'w>,
    config: Config,
    /// The vault as it was last read.
    session: Option<Session>,
    /// The day for which everything was built.
    day: NaiveDate,
    /// What was heard and not looked at yet.
    changes: Changes,
    /// When to look again at the files that were replaced: an editor may have saved into one late.
    sweep: Option<Instant>,
    is_polling_told: bool,
}

impl Watcher<'_, '_> {
    fn follow(&mut self, options: &Options, output: &mut Output<'_>) -> Result<Exit, Failure> {
        let quiet = Duration::from_secs_f64(options.settle);
        let mut settle = Settle::new(quiet);
        let mut looked = now();
        let (mut is_gone, mut is_put_off) = (false, false);
        loop {
            self.tell_polling(output)?;
            self.view.refresh(output)?;
            let left = settle.left(now());
            match self.watch.wait(left.unwrap_or(if options.once_settled { quiet } else { GLANCE })) {
                Wake::Stop => return Ok(Exit::Stopped),
                Wake::Pause => {
                    self.view.give_back(output)?;
                    (self.environment.pause)();
                    continue;
                }
                Wake::Changes(changes) => {
                    self.changes.add(changes);
                    settle.hear(now());
                    continue;
                }
                Wake::Quiet if options.once_settled && left.is_none() => return Ok(Exit::Fine),
                Wake::Quiet => {}
            }
            match self.watch.is_same_root() {
                Some(true) if is_gone => self.changes.add(Changes::everything("the folder is back")),
                Some(true) => {}
                Some(false) => self.changes.add(Changes::everything("another folder is in its place")),
                None => {
                    // Nothing to look at until it is back, and then everything is.
                    settle.done();
                    if !is_gone {
                        is_gone = true;
                        output.hint("the vault's folder is gone; it is watched again once it is back")?;
                    }
                    continue;
                }
            }
            is_gone = false;
            self.tidy(output)?;
            if now() - looked >= SURELY {
                self.changes.add(Changes::everything("it was long ago"));
            }
            let is_another_day = self.is_another_day();
            if is_another_day || (!self.changes.is_empty() && settle.left(now()).is_none_or(|left| left.is_zero())) {
                settle.done();
                // Once: nobody takes longer to fill it, and some note may be empty for good.
                if !is_put_off && self.is_half_saved() {
                    is_put_off = true;
                    settle.hear(now());
                    continue;
                }
                is_put_off = false;
                looked = now();
                self.look(output)?;
            }
        }
    }

    /// Whether a note was emptied, as by an editor that is about to write into it.
    fn is_half_saved(&self) -> bool {
        let session = self.session.as_ref();
        session.is_some_and(|session| self.changes.paths.iter().any(|path| session.is_emptied(path)))
    }

    /// Reads what changed, and builds. A vault that cannot be read at the moment is told, and read again later.
    fn look(&mut self, output: &mut Output<'_>) -> Result<(), Failure> {
        let changes = std::mem::take(&mut self.changes);
        let session = match self.session.take() {
            Some(session) => session.after(&changes, self.environment, &self.global),
            None => Session::follow(self.environment, &self.global),
        };
        let built = session.and_then(|session| self.build(session, output));
        match built {
            Err(failure @ (Failure::Usage(_) | Failure::Config(_) | Failure::Machine(_))) => {
                // Once for the day: tried again at the next change, not at every glance.
                self.day = day::real(self.environment, &self.config).unwrap_or(self.day);
                output.error(&failure.to_string())?;
                Ok(())
            }
            built => built,
        }
    }

    /// Looks again, once it is time, at the files that were replaced.
    fn tidy(&mut self, output: &mut Output<'_>) -> Result<(), Failure> {
        if self.sweep.is_none_or(|due| now() < due) {
            return Ok(());
        }
        self.sweep = None;
        match session::tidy(self.environment, &self.root, output) {
            Err(Failure::Machine(error)) => Ok(output.error(&error.to_string())?),
            tidied => tidied,
        }
    }

    fn build(&mut self, session: Session, output: &mut Output<'_>) -> Result<(), Failure> {
        self.day = session.today;
        self.sweep = matches!(self.mode, Mode::Write(..)).then(|| now() + disk::LATE);
        self.config.clone_from(&session.vault.config);
        let built = build(session, Leave::default(), self.mode, output)?;
        self.view.show(&built, output)?;
        self.session = Some(built.session);
        Ok(())
    }

    /// Whether midnight went by since the last look.
    fn is_another_day(&self) -> bool {
        let day = || day::real(self.environment, &self.config);
        self.global.today.is_none() && day().is_ok_and(|day| day != self.day)
    }

    fn tell_polling(&mut self, output: &mut Output<'_>) -> Result<(), Failure> {
        if let Some(why) = self.watch.polls().filter(|_| !self.is_polling_told) {
            self.is_polling_told = true;
            output.hint(&format!("the vault is looked through every {} seconds: {why}", POLL.as_secs()))?;
        }
        Ok(())
    }
}

/// The moment, to measure how long it has been quiet; nothing that is written depends on it.
#[expect(clippy::disallowed_methods, reason = "how long it was quiet is no part of any output")]
fn now() -> Instant {
    Instant::now()
}
