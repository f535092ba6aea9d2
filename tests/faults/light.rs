//! What somebody saved while a file was being replaced comes to light beside it, also where the run that brings it there is
//! killed, or meets an error, at any call of the system.

use std::fs::{self, OpenOptions};
use std::io::Write as _;

use crate::desk::{Desk, EXPORT, EXPORT_OVER, LOG, is_temporary, scratch};
use crate::trace::{self, can_trace, disturbed, of_the_write, some};
use crate::{count, naive};

const SAVED: &str = "saved by somebody";

/// Kills the command between the exchange of the two files and the look at what was displaced, which becomes what
/// somebody saved in that very moment.
fn save_in_the_moment(desk: &Desk) {
    desk.reset();
    let below = |program: &str, options: &[&str]| desk.command_below(program, options);
    let calls = trace::calls(&below);
    desk.reset();
    let exchange = calls.iter().position(|call| call.name == "renameat2").unwrap();
    disturbed(&below, &calls[exchange + 1], "signal=KILL");
    let files = desk.files();
    let displaced: Vec<_> = files.keys().filter(|path| is_temporary(path)).collect();
    assert_eq!(displaced.len(), 1, "{displaced:?}");
    fs::write(desk.root().join(displaced[0]), SAVED).unwrap();
}

/// Runs the command, and saves into the file that was displaced.
fn save_late(desk: &Desk) {
    desk.reset();
    assert!(desk.command().output().unwrap().status.success());
    let aside = walkdir::WalkDir::new(desk.state()).into_iter().map(Result::unwrap);
    let aside: Vec<_> = aside.filter(|entry| is_temporary(entry.path().to_str().unwrap())).collect();
    assert_eq!(aside.len(), 1, "{aside:?}");
    OpenOptions::new().append(true).open(aside[0].path()).unwrap().write_all(SAVED.as_bytes()).unwrap();
}

/// Disturbs the next run at so many of its calls at most, and holds the run after it to bringing to light what was saved;
/// how often that was.
fn hold(desk: &Desk, save: fn(&Desk), calls: usize) -> usize {
    let next: &[&str] = &["build"];
    let below = |program: &str, options: &[&str]| desk.vault_below(program, options, next);
    save(desk);
    let calls = some(&of_the_write(&trace::calls(&below)), calls);
    for (call, how) in calls.iter().flat_map(|call| ["signal=KILL", "error=EIO"].map(|how| (call, how))) {
        save(desk);
        disturbed(&below, call, how);
        let ran = desk.run(next);
        assert!(ran.status.success(), "after {how} at {call:?}: {ran:?}");
        let files = desk.files();
        let is_copy =
            |(path, text): (&String, &Vec<u8>)| path.contains(".conflict-") && text.ends_with(SAVED.as_bytes());
        assert!(files.iter().any(is_copy), "after {how} at {call:?}: {:?}", files.keys());
        let left: Vec<_> = files.keys().filter(|path| is_temporary(path)).collect();
        assert!(left.is_empty(), "after {how} at {call:?}: {left:?}");
    }
    2 * calls.len()
}

/// The same for what is saved into a note and into an export; how often in all.
fn hold_all(calls: usize) -> usize {
    let (note, export) = (Desk::new(&[], LOG), Desk::new(&[&["build"], EXPORT], EXPORT_OVER));
    hold(&note, save_in_the_moment, calls) + hold(&note, save_late, calls) + hold(&export, save_in_the_moment, calls)
}

#[test]
fn what_was_saved_meanwhile_comes_to_light_after_any_kill() {
    if can_trace("kills in the midst of tidying up") {
        assert!(hold_all(20) > 80);
    }
}

#[test]
#[ignore = "takes a minute"]
fn tidying_up_at_length() {
    if can_trace("kills in the midst of tidying up") {
        eprintln!("{} kills and errors in the midst of tidying up: 0 lost, 0 left over", hold_all(count(1000)));
    }
}

#[test]
fn control_what_is_written_down_as_known_before_it_is_shown_stays_in_the_dark() {
    if !can_trace("kills of the control") {
        return;
    }
    let place = scratch();
    let path = place.path().join("displaced");
    let below = |program: &str, options: &[&str]| naive::hasty_below(program, options, &path);
    let reset = || {
        for name in ["displaced.known", "displaced.copy"] {
            let _ = fs::remove_file(place.path().join(name));
        }
        fs::write(&path, SAVED).unwrap();
    };
    reset();
    let mut dark = 0;
    for call in trace::calls(&below) {
        reset();
        disturbed(&below, &call, "signal=KILL");
        assert!(below("env", &[]).output().unwrap().status.success());
        dark += usize::from(!place.path().join("displaced.copy").exists());
    }
    assert!(dark > 0, "the control must fail");
}
