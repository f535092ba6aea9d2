//! What is kept goes again: after thirty days, or, oldest first, where it is more than the bound.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::journal::{Entry, Journal};
use super::store::Store;
use crate::Error;

/// So many seconds what was replaced can be had back: thirty days.
const AGE: i64 = 30 * 86_400;
/// So many bytes are kept for one vault at most: 256 MiB.
const BYTES: u64 = 256 << 20;

/// Drops what is too old on `now` (seconds since 1970-01-01 UTC), and what is too much.
pub(super) fn keep(journal: &mut Journal, store: &Store, now: i64) -> Result<(), Error> {
    let mut bytes = 0;
    let is_kept = |entry: &&Entry| {
        bytes += entry.batch.steps.iter().map(|step| step.size).sum::<u64>();
        entry.is_untidy || (now - entry.batch.when <= AGE && bytes <= BYTES)
    };
    let kept = journal.entries.iter().rev().take_while(is_kept).count();
    if kept == journal.entries.len() {
        return Ok(());
    }
    let dropped: Vec<Entry> = journal.entries.drain(..journal.entries.len() - kept).collect();
    journal.rewrite(store)?;
    let (still, no_more) = (texts(&journal.entries), texts(&dropped));
    let is_over = |hash: &str, since: SystemTime| {
        let limit = u64::try_from(now - AGE).ok().map(|limit| SystemTime::UNIX_EPOCH + Duration::from_secs(limit));
        // What no change replaced, such as a text saved in the very moment of writing, goes by its age.
        !still.contains(hash) && (no_more.contains(hash) || limit.is_some_and(|limit| since < limit))
    };
    remove(&store.objects(), &is_over).map_err(Error::io("tidy up", &store.objects()))
}

/// The hashes of the texts that were replaced.
fn texts(entries: &[Entry]) -> BTreeSet<&str> {
    entries.iter().flat_map(|entry| &entry.batch.steps).filter_map(|step| step.old.as_deref()).collect()
}

fn remove(objects: &Path, is_over: &dyn Fn(&str, SystemTime) -> bool) -> io::Result<()> {
    let folders = match std::fs::read_dir(objects) {
        // No change replaced anything yet.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        folders => folders?,
    };
    for folder in folders {
        let folder = folder?;
        for text in std::fs::read_dir(folder.path())? {
            let text = text?;
            let hash = format!("{}{}", folder.file_name().display(), text.file_name().display());
            if is_over(&hash, text.metadata()?.modified()?) {
                std::fs::remove_file(text.path())?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::journal::Batch;
    use crate::disk::{State, apply, hash};
    use crate::outbox::change;

    #[test]
    fn files_that_were_only_made_leave_nothing_to_drop() {
        let (root, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let state = State::at(outside.path());
        for (day, path) in [(0, "a.md"), (40, "b.md")] {
            let made = change(path, None, Some("made")).unwrap();
            let applied = apply(root.path(), &[made], &state.during("log", day * 86_400)).unwrap();
            assert!(applied.refused.is_empty() && root.path().join(path).exists());
        }
        assert_eq!(Journal::read(&Store::of(&state, root.path()).unwrap()).unwrap().entries.len(), 1);
    }

    #[test]
    fn what_is_old_or_too_much_goes_and_the_rest_stays() {
        let (root, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let state = State::at(outside.path());
        let texts = ["first", "second", "third", "fourth"];
        std::fs::write(root.path().join("a.md"), texts[0]).unwrap();
        for (day, pair) in (0..).step_by(20).zip(texts.windows(2)) {
            let change = change("a.md", Some(pair[0]), Some(pair[1])).unwrap();
            apply(root.path(), &[change], &state.during("log", day * 86_400)).unwrap();
        }
        let store = Store::of(&state, root.path()).unwrap();
        let is_kept = || texts.map(|text| store.has(&hash(text.as_bytes())));
        // At the third change, on day 40, the first was too old.
        assert_eq!(is_kept(), [false, true, true, false]);

        let mut journal = Journal::read(&store).unwrap();
        let large: Batch = {
            let mut batch = journal.entries[1].batch.clone();
            batch.number += 1;
            batch.steps[0].size = BYTES;
            batch
        };
        journal.entries.push(Entry { batch: large, refused: Vec::new(), is_untidy: false });
        keep(&mut journal, &store, 40 * 86_400).unwrap();
        assert_eq!(journal.entries.len(), 1);
        assert_eq!(is_kept(), [false, false, true, false]);
    }
}
