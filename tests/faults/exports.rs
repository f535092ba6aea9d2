//! What a kill leaves where a letter is exported to, outside of the vault, is taken away by whichever command writes next.

use std::fs;
use std::path::Path;

use crate::desk::{Desk, EXPORT, EXPORT_OVER, LOG, is_temporary, scratch};
use crate::naive;
use crate::trace::{self, Call, can_trace, disturbed, of_the_write};

/// A first export, and one over an earlier one.
fn desks() -> [Desk; 2] {
    [Desk::new(&[&["build"]], EXPORT), Desk::new(&[&["build"], EXPORT], EXPORT_OVER)]
}

/// The paths of what is left of ours, in the vault and out of it.
fn left(desk: &Desk) -> Vec<String> {
    desk.files().into_keys().filter(|path| is_temporary(path)).collect()
}

/// The calls of the command's write.
fn calls(desk: &Desk) -> Vec<Call> {
    desk.reset();
    of_the_write(&trace::calls(&|program, options| desk.command_below(program, options)))
}

fn kill(desk: &Desk, call: &Call) {
    desk.reset();
    let ran = disturbed(&|program, options| desk.command_below(program, options), call, "signal=KILL");
    assert!(!ran.status.success(), "{call:?} is not reached");
}

#[test]
fn what_a_kill_leaves_beside_an_export_goes_with_the_next_write() {
    if !can_trace("kills of exports") {
        return;
    }
    for desk in desks() {
        let mut leavings = 0;
        for call in calls(&desk) {
            kill(&desk, &call);
            leavings += left(&desk).len();
            let ran = desk.run(LOG);
            assert!(ran.status.success(), "after a kill at {call:?}: {ran:?}");
            assert_eq!(left(&desk), [""; 0], "after a kill at {call:?}");
        }
        assert!(leavings > 0, "no kill left anything: this shows nothing");
    }
}

#[test]
fn what_was_saved_in_that_moment_comes_to_light_with_the_next_write() {
    if !can_trace("kills of exports") {
        return;
    }
    let [_, desk] = desks();
    let calls = calls(&desk);
    let exchange = calls.iter().position(|call| call.name == "renameat2").unwrap();
    kill(&desk, &calls[exchange + 1]);
    let displaced = left(&desk);
    assert_eq!(displaced.len(), 1);
    fs::write(desk.root().join(&displaced[0]), "saved by somebody").unwrap();
    let ran = desk.run(LOG);
    let said = String::from_utf8(ran.stderr).unwrap();
    assert!(ran.status.success() && said.contains("letter.conflict-"), "{said}");
    assert_eq!(left(&desk), [""; 0]);
    let files = desk.files();
    let copies: Vec<_> = files.iter().filter(|(path, _)| path.contains(".conflict-")).collect();
    assert!(matches!(copies[..], [(path, text)] if path.starts_with("../out/") && text == b"saved by somebody"));
}

#[test]
fn a_place_that_cannot_be_reached_any_more_stops_nobody() {
    if !can_trace("kills of exports") {
        return;
    }
    let [desk, _] = desks();
    let calls = calls(&desk);
    let written = calls.iter().rposition(|call| call.name == "renameat2").unwrap();
    for is_a_file in [false, true] {
        kill(&desk, &calls[written]);
        assert_eq!(left(&desk).len(), 1);
        let (out, elsewhere) = (desk.root().join("../out"), desk.root().join("../elsewhere"));
        fs::rename(&out, &elsewhere).unwrap();
        if is_a_file {
            fs::write(&out, "no folder").unwrap();
        }
        let ran = desk.run(LOG);
        assert!(ran.status.success(), "{ran:?}");
        if is_a_file {
            // It was not there to be looked at; now it is again.
            fs::remove_file(&out).unwrap();
            fs::rename(&elsewhere, &out).unwrap();
            assert!(desk.run(&["build"]).status.success());
            assert_eq!(left(&desk), [""; 0]);
        } else {
            fs::remove_dir_all(&elsewhere).unwrap();
        }
    }
}

#[test]
fn control_what_nobody_wrote_down_stays_for_good() {
    if !can_trace("kills of the control") {
        return;
    }
    let place = scratch();
    let folder = place.path().join("out");
    let path = folder.join("letter");
    let below = |program: &str, options: &[&str]| naive::forgetful_below(program, options, &path, b"the new text");
    let reset = || {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
    };
    reset();
    let mut stay = 0;
    for call in trace::calls(&below) {
        reset();
        disturbed(&below, &call, "signal=KILL");
        assert!(below("env", &[]).output().unwrap().status.success());
        stay += names(&folder).iter().filter(|name| name.starts_with(".tmp")).count();
    }
    assert!(stay > 0, "the control must fail");
}

fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}
