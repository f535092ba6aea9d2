//! What a command answered, kept outside the vault until anything that it looked at has changed.
//!
//! An answer is found by what was asked and by the path, size, times and number of every file that was looked at. It is
//! kept only where the youngest of these files is older than the steps of any file system's clock: a later change then
//! shows in its times, however quickly it follows, and no answer can outlive it.

use std::io;
use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::listing::Listing;
use super::look::{Look, STEP, looks};
use super::state::{State, hex};
use super::store::Store;
use crate::Error;

/// What was said to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Whether it is a reason to fail.
    pub fails: bool,
    /// What was printed.
    pub out: String,
    /// What was told beside.
    pub told: Vec<String>,
}

impl Answer {
    /// These words, which are no reason to fail.
    pub fn printed(out: String) -> Self {
        Self { fails: false, out, told: Vec::new() }
    }
}

/// All that an answer depends on.
#[derive(Clone)]
pub struct Question {
    /// The file that holds the last answer to such a question.
    name: String,
    digest: Sha256,
    /// What is to be hashed next: one long text takes less than many short ones.
    pending: Vec<u8>,
    youngest: SystemTime,
    /// Whether the times of all files could be told.
    is_sure: bool,
}

impl Question {
    /// A question that this command asks, to the program as it is built now.
    pub fn new(command: &str) -> Self {
        let (name, digest, pending) = (format!("answer-{command}"), Sha256::new(), Vec::new());
        let question = Self { name, digest, pending, youngest: SystemTime::UNIX_EPOCH, is_sure: true };
        match std::env::current_exe() {
            Ok(program) => question.of_file(&program),
            Err(_) => Self { is_sure: false, ..question },
        }
    }

    /// The same, asked of this text too.
    #[must_use]
    pub fn of_text(mut self, text: &str) -> Self {
        self.add(text.as_bytes());
        self
    }

    /// The same, asked of the file at `path`, which may be missing.
    #[must_use]
    pub fn of_file(mut self, path: &Path) -> Self {
        self.add(path.as_os_str().as_encoded_bytes());
        self.look(&Look::at(path));
        self
    }

    /// The same, asked of all these notes.
    #[must_use]
    pub fn of_notes(mut self, listing: &Listing) -> Self {
        self.is_sure &= listing.is_complete();
        for (path, look) in looks(listing) {
            self.add(path.as_bytes());
            self.look(&look);
        }
        self
    }

    /// What was answered to the same question in the vault at `root`, where nothing has changed since.
    pub fn answer(&self, root: &Path, state: &State) -> Option<Answer> {
        let kept = Store::of(state, root).ok()?.read(&self.name).ok()??;
        let (key, answer) = kept.split_at_checked(KEY)?;
        (self.is_sure && key == self.key(answer).as_bytes()).then(|| serde_json::from_slice(answer).ok()).flatten()
    }

    /// Keeps the answer, in place of the command's last one; not where a file changed so shortly before `now` that the next
    /// change might not show.
    ///
    /// # Errors
    /// The private folder cannot be written.
    pub fn keep(&self, answer: &Answer, root: &Path, state: &State, now: SystemTime) -> Result<(), Error> {
        if !self.is_sure || now.checked_sub(STEP).is_none_or(|settled| self.youngest >= settled) {
            return Ok(());
        }
        let store = Store::make(state, root)?;
        let bytes = serde_json::to_vec(answer).map_err(io::Error::from);
        let bytes = bytes.map_err(Error::io("write", &store.path(&self.name)))?;
        let key = self.key(&bytes);
        store.write(&self.name, &[key.as_bytes(), &bytes].concat())
    }

    /// What stands before an answer: the hash of the question with it.
    fn key(&self, answer: &[u8]) -> String {
        hex(&self.digest.clone().chain_update(&self.pending).chain_update(answer).finalize())
    }

    fn add(&mut self, bytes: &[u8]) {
        self.pending.extend(bytes.len().to_le_bytes());
        self.pending.extend(bytes);
        if self.pending.len() > PENDING {
            self.digest.update(&self.pending);
            self.pending.clear();
        }
    }

    fn look(&mut self, look: &Look) {
        match look {
            Look::Missing => self.add(b"-"),
            Look::Unsure => self.is_sure = false,
            Look::File(file) => {
                self.pending.extend(file.bytes());
                self.youngest = self.youngest.max(file.since());
            }
        }
    }
}

/// With more bytes than these pending, they are hashed.
const PENDING: usize = 16 * 1024;

/// How many bytes a key has.
const KEY: usize = 64;

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::PathBuf;
    use std::time::Duration;

    use super::*;
    use crate::disk::fixture::Place;

    /// A vault of two notes, and a link.
    fn place() -> Place {
        let place = Place::new();
        place.write("a.md", "one");
        place.write("b.md", "one");
        symlink("a.md", place.path("link.md")).unwrap();
        place
    }

    fn asked(place: &Place) -> Question {
        Question::new("check").of_file(&place.path("vault.toml")).of_notes(&place.listing())
    }

    fn answer() -> Answer {
        Answer { fails: true, out: "é\n\"a\"".to_owned(), told: vec!["b".to_owned()] }
    }

    fn later() -> SystemTime {
        #[expect(clippy::disallowed_methods, reason = "the times of files are the clock's")]
        let now = SystemTime::now();
        now + Duration::from_mins(1)
    }

    /// Whether the answer that was kept before is found after `change`.
    fn survives(change: impl FnOnce(&Path)) -> bool {
        let place = place();
        let question = asked(&place);
        assert_eq!(question.answer(place.root(), &place.state()), None);
        question.keep(&answer(), place.root(), &place.state(), later()).unwrap();
        assert_eq!(asked(&place).answer(place.root(), &place.state()), Some(answer()));
        change(place.root());
        asked(&place).answer(place.root(), &place.state()).is_some()
    }

    #[test]
    fn an_answer_lasts_until_anything_changes() {
        let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        let open = |path: PathBuf| fs::File::options().write(true).open(path).unwrap();
        assert!(survives(|root| drop(fs::read(root.join("a.md")).unwrap())));
        assert!(!survives(|root| fs::write(root.join("a.md"), "two").unwrap()));
        assert!(!survives(|root| fs::write(root.join("c.md"), "new").unwrap()));
        assert!(!survives(|root| fs::write(root.join("vault.toml"), "").unwrap()));
        assert!(!survives(|root| fs::remove_file(root.join("a.md")).unwrap()));
        assert!(!survives(|root| fs::rename(root.join("a.md"), root.join("A.md")).unwrap()));
        // Where two files change places, or an old time is set again, number and time of change tell.
        assert!(!survives(|root| {
            fs::rename(root.join("a.md"), root.join("x")).unwrap();
            fs::rename(root.join("b.md"), root.join("a.md")).unwrap();
            fs::rename(root.join("x"), root.join("b.md")).unwrap();
        }));
        assert!(!survives(|root| {
            let modified = fs::metadata(root.join("a.md")).unwrap().modified().unwrap();
            fs::write(root.join("a.md"), "two").unwrap();
            open(root.join("a.md")).set_modified(modified).unwrap();
        }));
        assert!(!survives(|root| open(root.join("a.md")).set_modified(old).unwrap()));
        assert!(!survives(|root| {
            fs::remove_file(root.join("b.md")).unwrap();
            symlink("a.md", root.join("b.md")).unwrap();
        }));
        assert!(!survives(|root| {
            fs::remove_file(root.join("link.md")).unwrap();
            symlink("b.md", root.join("link.md")).unwrap();
        }));
    }

    #[test]
    fn nothing_is_kept_of_files_that_changed_a_moment_ago() {
        let place = place();
        let youngest = asked(&place).youngest;
        for (wait, is_kept) in [(Duration::ZERO, false), (STEP, false), (STEP * 2, true)] {
            asked(&place).keep(&answer(), place.root(), &place.state(), youngest + wait).unwrap();
            assert_eq!(asked(&place).answer(place.root(), &place.state()).is_some(), is_kept, "{wait:?}");
        }
    }

    #[test]
    fn another_question_and_a_damaged_answer_have_none() {
        let place = place();
        asked(&place).keep(&answer(), place.root(), &place.state(), later()).unwrap();
        assert_eq!(asked(&place).of_text("k").answer(place.root(), &place.state()), None);
        let file = place.store().path("answer-check");
        let kept = fs::read(&file).unwrap();
        for damaged in [&kept[..10], &kept[..kept.len() - 1], &[&kept[..], b" "].concat(), b""] {
            fs::write(&file, damaged).unwrap();
            assert_eq!(asked(&place).answer(place.root(), &place.state()), None);
        }
    }
}
