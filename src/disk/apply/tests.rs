//! What `apply` promises, each fault beside a change that goes through.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::*;
use crate::disk::fixture::Place;
use crate::disk::hash;
use crate::outbox::change;

impl Place {
    fn apply(&self, changes: &[Option<Change>]) -> Result<Applied, Error> {
        let changes: Vec<Change> = changes.iter().flatten().cloned().collect();
        apply(self.root(), &changes, &self.state())
    }

    /// Tries one change beside a sound one, and gives why it was refused.
    fn refusal(&self, path: &str, old: Option<&str>, new: Option<&str>) -> String {
        let _ = fs::remove_file(self.path("control.md"));
        let changes = [change(path, old, new), change("control.md", None, Some("control"))];
        let told: Vec<Change> = changes.iter().flatten().cloned().collect();
        let told = refusals(self.root(), &told).unwrap();
        let applied = self.apply(&changes).unwrap();
        assert_eq!(told, applied.refused, "what was told before");
        assert_eq!(applied.written, ["control.md"]);
        assert!(applied.removed.is_empty());
        assert_eq!(applied.refused.len(), 1, "{applied:?}");
        assert_eq!(applied.refused[0].0, path);
        assert_eq!(temporaries(self.root()), 0);
        applied.refused[0].1.clone()
    }
}

fn temporaries(folder: &Path) -> usize {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().starts_with(".vault-")).count()
}

#[test]
fn files_are_created_replaced_and_removed() {
    let place = Place::new();
    place.write("b.md", "\u{feff}old\r\n");
    place.write("c.md", "gone");
    let applied = place
        .apply(&[
            change("Letters/2025/a.md", None, Some("new\r\n")),
            change("b.md", Some("\u{feff}old\r\n"), Some("")),
            change("c.md", Some("gone"), None),
        ])
        .unwrap();
    assert_eq!(applied.written, ["Letters/2025/a.md", "b.md"]);
    assert_eq!(applied.removed, ["c.md"]);
    assert!(applied.refused.is_empty());
    assert_eq!(place.read("Letters/2025/a.md"), "new\r\n");
    assert_eq!(place.read("b.md"), "");
    assert!(!place.path("c.md").exists());
    for folder in ["", "Letters", "Letters/2025"] {
        assert_eq!(temporaries(&place.path(folder)), 0);
    }
    // What went is kept.
    for old in ["\u{feff}old\r\n", "gone"] {
        let store = place.store();
        assert_eq!(store.load(&hash(old.as_bytes())).unwrap().as_deref(), Some(old.as_bytes()));
    }
}

#[test]
fn what_is_right_already_is_not_written_again() {
    let place = Place::new();
    let past = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    place.write("a.md", "same");
    fs::File::options().write(true).open(place.path("a.md")).unwrap().set_modified(past).unwrap();
    let same = Action::Replace { old: "same".into(), text: "same".into() };
    let applied = place
        .apply(&[
            Some(Change { path: "a.md".into(), action: same }),
            change("a.md", None, Some("same")),
            change("a.md", Some("before"), Some("same")),
            change("gone.md", Some("x"), None),
            change("gone/gone.md", Some("x"), None),
        ])
        .unwrap();
    assert_eq!(applied, Applied::default());
    assert_eq!(fs::metadata(place.path("a.md")).unwrap().modified().unwrap(), past);
}

#[test]
fn a_text_that_was_not_read_is_never_replaced() {
    let place = Place::new();
    // Of another length, of the same length, and longer with the same beginning.
    for there in ["edited meanwhile", "new", "old and more"] {
        place.write("a.md", there);
        for wanted in [Some("text"), None] {
            let why = place.refusal("a.md", Some("old"), wanted);
            assert!(why.contains("changed since it was read"), "{why}");
            assert_eq!(place.read("a.md"), there);
        }
    }
    assert!(place.refusal("gone.md", Some("old"), Some("text")).contains("gone since it was read"));
    assert!(place.refusal("gone/a.md", Some("old"), Some("text")).contains("gone since it was read"));
    assert!(!place.path("gone").exists());
}

#[test]
fn a_new_file_takes_nobodys_place() {
    let place = Place::new();
    place.write("a.md", "mine");
    place.write("Ä b.md", "mine");
    fs::create_dir(place.path("Letters")).unwrap();
    assert!(place.refusal("a.md", None, Some("theirs")).contains("already there"));
    assert_eq!(place.read("a.md"), "mine");
    // Names that other systems take for the same.
    for path in ["A.md", "ä B.md", "A\u{308} b.md", "letters/x.md"] {
        place.refusal(path, None, Some("theirs"));
        assert_eq!(fs::read_dir(place.root()).unwrap().count(), 4, "{path}");
    }
}

#[test]
fn paths_that_lead_outside_are_refused() {
    let place = Place::new();
    let absolute = place.outside().join("x.md");
    for path in ["../x.md", "a/../../x.md", absolute.to_str().unwrap(), "a\\x.md", ""] {
        assert!(place.refusal(path, None, Some("text")).contains("inside the vault"));
    }
    assert!(!absolute.exists() && !place.path("a").exists());
}

#[test]
fn a_folder_is_no_file_and_a_file_no_folder() {
    let place = Place::new();
    fs::create_dir(place.path("folder.md")).unwrap();
    place.write("file", "text");
    for old in [None, Some("old")] {
        assert!(place.refusal("folder.md", old, Some("text")).contains("a folder"));
        assert!(place.refusal("file/a.md", old, Some("text")).contains("`file` is a file"));
    }
}

#[test]
fn without_a_state_folder_nothing_is_written() {
    let place = Place::new();
    fs::write(place.outside().join("file"), "").unwrap();
    let state = State::at(place.outside().join("file/state"));
    let changes = [change("a.md", None, Some("text")).unwrap()];
    let error = apply(place.root(), &changes, &state).unwrap_err();
    assert!(matches!(error, Error::Refused(_)), "{error}");
    assert!(!place.path("a.md").exists());
    assert_eq!(apply(place.root(), &[], &state).unwrap(), Applied::default());
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn nothing_is_written_through_a_link() {
        let place = Place::new();
        let secret = place.outside().join("secret.md");
        fs::write(&secret, "secret").unwrap();
        symlink(&secret, place.path("a.md")).unwrap();
        symlink(place.outside(), place.path("folder")).unwrap();
        symlink(place.outside().join("new.md"), place.path("dangling.md")).unwrap();
        for path in ["a.md", "folder/secret.md"] {
            for (old, new) in [(Some("secret"), Some("text")), (Some("secret"), None), (None, Some("text"))] {
                assert!(place.refusal(path, old, new).contains("symbolic link"), "{path} {old:?} {new:?}");
            }
        }
        for path in ["dangling.md", "folder/new.md", "folder/deep/new.md"] {
            assert!(place.refusal(path, None, Some("text")).contains("symbolic link"), "{path}");
        }
        assert_eq!(fs::read_to_string(&secret).unwrap(), "secret");
        let names: Vec<_> = fs::read_dir(place.outside()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(names.len(), 2, "the secret and the state folder: {names:?}");
    }

    #[test]
    fn the_root_may_be_a_link() {
        let place = Place::new();
        let door = place.outside().join("door");
        symlink(place.root(), &door).unwrap();
        let changes = [change("a.md", None, Some("text")).unwrap()];
        assert_eq!(apply(&door, &changes, &place.state()).unwrap().written, ["a.md"]);
        assert_eq!(place.read("a.md"), "text");
    }

    #[test]
    fn a_file_with_two_names_is_left() {
        let place = Place::new();
        place.write("a.md", "old");
        fs::hard_link(place.path("a.md"), place.outside().join("b.md")).unwrap();
        for wanted in [Some("text"), None] {
            assert!(place.refusal("a.md", Some("old"), wanted).contains("hard link"));
        }
        fs::remove_file(place.outside().join("b.md")).unwrap();
        assert_eq!(place.apply(&[change("a.md", Some("old"), Some("text"))]).unwrap().written, ["a.md"]);
    }

    #[test]
    fn a_pipe_is_left_alone_at_once() {
        let place = Place::new();
        let made = std::process::Command::new("mkfifo").arg(place.path("a.md")).status().unwrap();
        assert!(made.success());
        for old in [None, Some("old")] {
            assert!(place.refusal("a.md", old, Some("text")).contains("pipe"));
        }
    }

    #[test]
    fn the_mode_stays_and_a_new_file_is_no_program() {
        let place = Place::new();
        place.write("a.md", "old");
        for mode in [0o600, 0o664] {
            fs::set_permissions(place.path("a.md"), fs::Permissions::from_mode(mode)).unwrap();
            let (old, new) = if mode == 0o600 { ("old", "text") } else { ("text", "old") };
            place.apply(&[change("a.md", Some(old), Some(new))]).unwrap();
            assert_eq!(fs::metadata(place.path("a.md")).unwrap().mode() & 0o777, mode);
        }
        place.apply(&[change("new.md", None, Some("text"))]).unwrap();
        let mode = fs::metadata(place.path("new.md")).unwrap().mode() & 0o777;
        assert_eq!(mode & !0o644, 0, "{mode:o}");
        assert_eq!(fs::metadata(place.path("new.md")).unwrap().nlink(), 1);
    }

    #[test]
    fn a_folder_that_cannot_be_written_stops_and_the_earlier_changes_stay() {
        if rustix::process::geteuid().is_root() {
            return; // Root may write in every folder.
        }
        let place = Place::new();
        fs::create_dir(place.path("closed")).unwrap();
        place.write("closed/a.md", "old");
        fs::set_permissions(place.path("closed"), fs::Permissions::from_mode(0o555)).unwrap();
        let error = place
            .apply(&[
                change("first.md", None, Some("text")),
                change("closed/a.md", Some("old"), Some("text")),
                change("last.md", None, Some("text")),
            ])
            .unwrap_err();
        // So that it can be cleared away.
        fs::set_permissions(place.path("closed"), fs::Permissions::from_mode(0o755)).unwrap();
        assert!(matches!(&error, Error::Io { path, .. } if path.ends_with("closed/a.md")), "{error}");
        assert_eq!(place.read("closed/a.md"), "old");
        assert!(place.path("first.md").exists() && !place.path("last.md").exists());
    }

    #[test]
    fn what_fails_halfway_leaves_nothing_behind() {
        let place = Place::new();
        // Too long for a file name: the temporary file is written, the last step fails.
        let long = "x".repeat(300);
        let error = place.apply(&[change(long.as_str(), None, Some("text"))]).unwrap_err();
        assert!(matches!(error, Error::Io { .. }), "{error}");
        assert_eq!(fs::read_dir(place.root()).unwrap().count(), 0);
    }
}
