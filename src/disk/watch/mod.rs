//! Tells what may have changed in a vault. Events are hints: whoever hears of one reads for himself.

mod pending;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, LockResult, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

pub use pending::Changes;

/// How often a vault is looked through that cannot be watched.
pub const POLL: Duration = Duration::from_secs(2);

/// A vault under watch.
pub struct Watch {
    root: PathBuf,
    bell: Bell,
    watcher: Option<Box<dyn Watcher + Send>>,
    identity: Option<Identity>,
    polls: Option<String>,
}

/// Wakes whoever waits for a change; can be handed to other threads.
#[derive(Clone, Default)]
pub struct Bell(Arc<(Mutex<Heard>, Condvar)>);

#[derive(Default)]
struct Heard {
    changes: Changes,
    /// A folder could not be watched: nothing would be heard of it.
    deaf: bool,
    stop: bool,
    pause: bool,
}

/// What ended a wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wake {
    /// Something may have changed.
    Changes(Changes),
    /// Nothing did, in the time given.
    Quiet,
    /// [`Bell::stop`] was called.
    Stop,
    /// [`Bell::pause`] was called.
    Pause,
}

impl Watch {
    /// Watches everything below `root`; where the system cannot, or `poll` is asked for, looks through it every
    /// [`POLL`] instead.
    ///
    /// # Errors
    /// It cannot be looked through either: what the system says.
    pub fn new(root: &Path, poll: bool, bell: Bell) -> Result<Self, String> {
        let polls = poll.then(|| "as you asked".to_owned());
        // The system names paths without links.
        let root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
        let mut watch = Self { root, bell, watcher: None, identity: None, polls };
        watch.begin()?;
        Ok(watch)
    }

    /// Why the vault is looked through again and again; `None` where the system reports changes.
    pub fn polls(&self) -> Option<&str> {
        self.polls.as_deref()
    }

    /// Waits for changes, `time` at most, and takes them.
    pub fn wait(&mut self, time: Duration) -> Wake {
        let (mut wake, deaf) = self.listen(time);
        if let (Wake::Changes(changes), true) = (&mut wake, self.polls.is_some()) {
            // Times are compared by the second: what else was saved within one is not heard of.
            *changes = Changes::everything("the vault is looked through from time to time");
        }
        if deaf && self.polls.is_none() {
            self.polls = Some("the system does not watch all folders".to_owned());
            // Where that fails too, the rescans that the caller makes from time to time are left.
            let _ = self.begin();
        }
        wake
    }

    fn listen(&self, time: Duration) -> (Wake, bool) {
        let (heard, rung) = &*self.bell.0;
        let nothing = |heard: &mut Heard| heard.changes.is_empty() && !heard.stop && !heard.pause;
        let waited = rung.wait_timeout_while(unpoisoned(heard.lock()), time, nothing);
        let (mut heard, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let wake = if heard.stop {
            Wake::Stop
        } else if std::mem::take(&mut heard.pause) {
            Wake::Pause
        } else if heard.changes.is_empty() {
            Wake::Quiet
        } else {
            Wake::Changes(std::mem::take(&mut heard.changes))
        };
        (wake, std::mem::take(&mut heard.deaf))
    }

    /// Whether the root is the folder that is being watched; another one in its place is watched from now on.
    /// `None`: there is none at all, or it cannot be watched.
    pub fn is_same_root(&mut self) -> Option<bool> {
        let now = identity(&self.root)?;
        if self.identity == Some(now) {
            return Some(true);
        }
        self.begin().ok()?;
        Some(false)
    }

    fn begin(&mut self) -> Result<(), String> {
        // The old one ends first: it may hold the last watches that the system gives.
        self.watcher = None;
        self.identity = None;
        if self.polls.is_none() {
            match self.watch_by_system() {
                Ok(watcher) => self.watcher = Some(watcher),
                Err(error) => self.polls = Some(reason(&error)),
            }
        }
        if self.polls.is_some() {
            self.watcher = Some(self.watch_by_polling().map_err(|error| reason(&error))?);
        }
        self.identity = identity(&self.root);
        Ok(())
    }

    fn watch_by_system(&self) -> notify::Result<Box<dyn Watcher + Send>> {
        let mut watcher =
            RecommendedWatcher::new(self.bell.handler(&self.root), Config::default().with_follow_symlinks(false))?;
        watcher.watch(&self.root, RecursiveMode::Recursive)?;
        Ok(Box::new(watcher))
    }

    fn watch_by_polling(&self) -> notify::Result<Box<dyn Watcher + Send>> {
        let config = Config::default().with_poll_interval(POLL).with_follow_symlinks(false);
        let mut watcher = PollWatcher::new(self.bell.handler(&self.root), config)?;
        watcher.watch(&self.root, RecursiveMode::Recursive)?;
        Ok(Box::new(watcher))
    }
}

impl Bell {
    /// Ends the wait, and every later one.
    pub fn stop(&self) {
        unpoisoned(self.0.0.lock()).stop = true;
        self.0.1.notify_all();
    }

    /// Ends the wait, or the next one.
    pub fn pause(&self) {
        unpoisoned(self.0.0.lock()).pause = true;
        self.0.1.notify_all();
    }

    fn handler(&self, root: &Path) -> impl FnMut(notify::Result<notify::Event>) + Send + 'static {
        let (bell, root) = (self.clone(), root.to_path_buf());
        move |event| {
            let mut heard = unpoisoned(bell.0.0.lock());
            heard.deaf |= event.is_err();
            heard.changes.hear(&root, event);
            if !heard.changes.is_empty() {
                bell.0.1.notify_all();
            }
        }
    }
}

/// What was heard stays true, whichever thread ended while it held it.
fn unpoisoned<T>(lock: LockResult<MutexGuard<'_, T>>) -> MutexGuard<'_, T> {
    lock.unwrap_or_else(PoisonError::into_inner)
}

/// What the system calls a folder, whatever its path.
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(root: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(root).ok().filter(std::fs::Metadata::is_dir).map(|folder| (folder.dev(), folder.ino()))
}

#[cfg(not(unix))]
fn identity(root: &Path) -> Option<Identity> {
    let made = std::fs::metadata(root).ok().filter(std::fs::Metadata::is_dir)?.created().ok()?;
    let since = made.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Some((since.as_secs(), u64::from(since.subsec_nanos())))
}

fn reason(error: &notify::Error) -> String {
    match error.kind {
        notify::ErrorKind::MaxFilesWatch => "the system watches no more folders".to_owned(),
        _ => error.to_string(),
    }
}
