//! What is put away, what is brought back, and when it goes.

use std::fs;

use super::*;
use crate::disk::fixture::Place;
use crate::disk::{apply, sweep};
use crate::outbox::change;

const TEMPORARY: &str = ".vault-0123456789abcdef.tmp";

impl Place {
    /// The names in the vault, with their texts.
    fn texts(&self) -> Vec<(String, String)> {
        let files = fs::read_dir(self.root()).unwrap().map(Result::unwrap);
        let one =
            |file: fs::DirEntry| (file.file_name().into_string().unwrap(), fs::read_to_string(file.path()).unwrap());
        let mut texts: Vec<_> = files.map(one).collect();
        texts.sort();
        texts
    }
}

/// Puts away what lies beside a note, at a time so long after now.
fn put_away(place: &Place, text: &str, later: Duration) -> (bool, Vec<String>) {
    put_away_beside(place, "a.md", text, later)
}

fn put_away_beside(place: &Place, path: &str, text: &str, later: Duration) -> (bool, Vec<String>) {
    place.write(TEMPORARY, text);
    let store = place.store();
    let lock = Lock::take(&store, "").unwrap();
    let folder = Folder::open(place.root()).unwrap();
    let mut sweeper = Sweeper::new(&folder, &store, &lock);
    sweeper.now += later;
    let step = Step {
        path: path.into(),
        temporary: TEMPORARY.into(),
        old: Some(hash(b"old")),
        new: Some(hash(b"new")),
        size: 3,
    };
    let is_away = sweeper.put_away(&folder, TEMPORARY, "a.md", &step).unwrap();
    (is_away, sweeper.told())
}

/// Looks after what is left, at a time so long after now.
#[cfg(unix)]
fn sweep_later(place: &Place, later: Duration) -> Vec<String> {
    let store = place.store();
    let lock = Lock::take(&store, "").unwrap();
    let folder = Folder::open(place.root()).unwrap();
    let mut sweeper = Sweeper::new(&folder, &store, &lock);
    sweeper.now += later;
    sweeper.sweep(&mut Journal::read(&store).unwrap()).unwrap()
}

fn pair(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

#[test]
fn what_is_known_goes_and_what_is_not_is_brought_to_light() {
    let place = Place::new();
    place.write("a.md", "new");
    for known in ["old", "new", ""] {
        assert_eq!(put_away(&place, known, Duration::ZERO), (true, Vec::new()));
        assert_eq!(place.texts(), [pair("a.md", "new")], "{known}");
    }
    let (is_away, told) = put_away(&place, "saved by somebody", Duration::ZERO);
    assert!(is_away && told[0].contains("a.conflict-"), "{told:?}");
    let texts = place.texts();
    assert_eq!((texts.len(), texts[0].1.as_str()), (2, "saved by somebody"));
    // Where the file itself is gone, it comes back under its own name.
    fs::remove_file(place.path("a.md")).unwrap();
    fs::remove_file(place.path(&texts[0].0)).unwrap();
    let (_, told) = put_away(&place, "moved away in between", Duration::ZERO);
    assert!(told[0].contains("put back"), "{told:?}");
    assert_eq!(place.texts(), [pair("a.md", "moved away in between")]);
}

#[test]
fn where_the_state_folder_is_on_another_disk_it_stays_for_ten_seconds() {
    let place = Place::new();
    let store = place.store();
    // As good as another disk: nothing can be moved there.
    fs::write(store.path("aside"), "").unwrap();
    assert_eq!(put_away(&place, "old", Duration::ZERO), (false, Vec::new()));
    assert_eq!(place.texts(), [pair(TEMPORARY, "old")]);
    assert_eq!(put_away(&place, "old", WAIT + Duration::from_secs(1)), (true, Vec::new()));
    assert!(place.texts().is_empty());
    // Whoever is handed a file may take the disk away.
    let handed_over = place.path("a.md");
    let handed_over = handed_over.to_str().unwrap();
    assert_eq!(put_away_beside(&place, handed_over, "old", Duration::ZERO), (true, Vec::new()));
    assert!(place.texts().is_empty());
    let (is_away, told) = put_away_beside(&place, handed_over, "saved by somebody", Duration::ZERO);
    assert!(is_away && told[0].contains(handed_over), "{told:?}");
    assert_eq!(place.texts(), [pair("a.md", "saved by somebody")]);
}

#[test]
fn a_late_save_into_a_displaced_file_is_found_by_the_next_run() {
    let place = Place::new();
    place.write("a.md", "old");
    let mut editor = fs::OpenOptions::new().append(true).open(place.path("a.md")).unwrap();
    let replaced = change("a.md", Some("old"), Some("new")).unwrap();
    apply(place.root(), &[replaced], &place.state()).unwrap();
    assert_eq!(place.texts(), [pair("a.md", "new")]);
    io::Write::write_all(&mut editor, b", and saved late").unwrap();
    let told = sweep(place.root(), &place.state()).unwrap();
    assert!(told.len() == 1 && told[0].contains("conflict-"), "{told:?}");
    let copy = (conflict_name("a.md", &hash(b"old, and saved late")), "old, and saved late".to_owned());
    assert_eq!(place.texts(), [copy.clone(), pair("a.md", "new")]);
    // Once is enough.
    assert_eq!(sweep(place.root(), &place.state()).unwrap(), Vec::<String>::new());
    assert_eq!(place.texts(), [copy, pair("a.md", "new")]);
}

#[cfg(unix)]
#[test]
fn a_late_save_whose_times_were_put_back_is_found_before_the_file_goes() {
    let place = Place::new();
    place.write("a.md", "old");
    let before = fs::metadata(place.path("a.md")).unwrap().modified().unwrap();
    let mut editor = fs::OpenOptions::new().append(true).open(place.path("a.md")).unwrap();
    let replaced = change("a.md", Some("old"), Some("new")).unwrap();
    apply(place.root(), &[replaced], &place.state()).unwrap();
    io::Write::write_all(&mut editor, b", and saved late").unwrap();
    editor.set_modified(before - WAIT).unwrap();
    assert_eq!(sweep_later(&place, Duration::ZERO), Vec::<String>::new());
    let told = sweep_later(&place, WAIT + Duration::from_secs(1));
    assert!(told.len() == 1 && told[0].contains("conflict-"), "{told:?}");
    let copy = (conflict_name("a.md", &hash(b"old, and saved late")), "old, and saved late".to_owned());
    assert_eq!(place.texts(), [copy, pair("a.md", "new")]);
    let aside = place.store().path("aside");
    assert_eq!(fs::read_dir(aside).unwrap().count(), 0);
}
