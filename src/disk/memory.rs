//! What was there when a command last ran here: so that a vault that is half missing, or that two machines write into by
//! turns, is noticed.

use std::collections::BTreeSet;
use std::path::Path;

use super::journal::Journal;
use super::state::{State, hash};
use super::store::Store;
use crate::Error;
use crate::outbox::Change;

const NAME: &str = "notes";

/// The names that were last [remembered](remember) of the vault at `root`; none where nothing was.
pub fn remembered(root: &Path, state: &State) -> Result<BTreeSet<String>, Error> {
    let bytes = Store::of(state, root)?.read(NAME)?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect())
}

/// Remembers `names`, none of which has a line break in it, for the vault at `root`.
pub fn remember(root: &Path, state: &State, names: &BTreeSet<String>) -> Result<(), Error> {
    let lines: String = names.iter().map(|name| format!("{name}\n")).collect();
    Store::make(state, root)?.write(NAME, lines.as_bytes())
}

/// The paths of those `changes` that were made before, from the same text to the same text, while somebody else has
/// put the first text back since.
pub fn fought_over(root: &Path, state: &State, changes: &[Change]) -> Result<Vec<String>, Error> {
    let journal = Journal::read(&Store::of(state, root)?)?;
    let is_again = |change: &&Change| {
        let (Some(old), Some(new)) = (change.action.old(), change.action.text()) else { return false };
        let is = |text: &str, known: &Option<String>| known.as_deref() == Some(&*hash(text.as_bytes()));
        let last = journal.made().rev().find(|step| step.path == change.path);
        last.is_some_and(|step| step.size == old.len() as u64 && is(old, &step.old) && is(new, &step.new))
    };
    Ok(changes.iter().filter(is_again).map(|change| change.path.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::apply;
    use crate::disk::fixture::Place;
    use crate::outbox::change;

    #[test]
    fn a_file_that_goes_to_and_fro_is_fought_over() {
        let place = Place::new();
        let (root, state) = (place.root(), place.state());
        let step = |old, new| [change("Agenda.md", old, Some(new)).unwrap()];
        let fought = |old, new| fought_over(root, &state, &step(Some(old), new)).unwrap();
        place.write("Agenda.md", "A");
        assert!(fought("A", "B").is_empty());
        apply(root, &step(Some("A"), "B"), &state).unwrap();
        assert!(fought("B", "C").is_empty());
        place.write("Agenda.md", "A");
        assert_eq!(fought("A", "B"), ["Agenda.md"]);
        assert!(fought("A", "C").is_empty());
        // Our own way back is no fight.
        place.write("Agenda.md", "B");
        apply(root, &step(Some("B"), "A"), &state).unwrap();
        assert!(fought("A", "B").is_empty());
    }

    #[test]
    fn names_are_remembered_for_each_vault() {
        let place = Place::new();
        let (root, state) = (place.root(), place.state());
        assert!(remembered(root, &state).unwrap().is_empty());
        let names: BTreeSet<String> = ["Ä b".to_owned(), "c".to_owned()].into();
        remember(root, &state, &names).unwrap();
        assert_eq!(remembered(root, &state).unwrap(), names);
        assert!(remembered(place.outside(), &state).unwrap().is_empty());
    }
}
