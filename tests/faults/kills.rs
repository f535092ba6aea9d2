//! A kill at any call of the system leaves the whole old file or the whole new one, and the next run completes it.

use std::fs;

use crate::desk::{Desk, EXPORT, EXPORT_OVER, LOG, scratch};
use crate::trace::{self, can_trace, disturbed, of_the_write, some};
use crate::{count, naive};

/// One note; new drafts and the agenda; drafts that go and an agenda that changes; the way back; a letter that leaves.
fn desks() -> Vec<Desk> {
    let thanks: &[&str] =
        &["log", "2025-03-04 Harbour Glass", "2025-03-05 email thank-you to [[Ines Falk]]", "--today", "2025-03-05"];
    vec![
        Desk::new(&[], LOG),
        Desk::new(&[], &["build"]),
        Desk::new(&[&["build"], thanks], &["build"]),
        Desk::new(&[LOG], &["undo"]),
        Desk::new(&[&["build"], EXPORT], EXPORT_OVER),
    ]
}

/// Kills each command so many times, and gives how often in all.
fn kill(times: usize) -> usize {
    let mut kills = 0;
    for desk in desks() {
        let below = |program: &str, options: &[&str]| desk.command_below(program, options);
        // What was put aside is looked at by its age.
        desk.reset();
        let calls = trace::calls(&below);
        let calls = if times < calls.len() { some(&of_the_write(&calls), times) } else { calls };
        for call in calls.iter().cycle().take(times) {
            desk.reset();
            let ran = disturbed(&below, call, "signal=KILL");
            assert!(!ran.status.success(), "{call:?} is not reached");
            assert_eq!(desk.faults(), [""; 0], "a kill at {call:?}");
            desk.complete(&format!("a kill at {call:?}"));
            kills += 1;
        }
    }
    kills
}

#[test]
fn a_kill_leaves_files_whole_and_the_next_run_completes() {
    if can_trace("kills") {
        assert!(kill(20) > 80);
    }
}

#[test]
#[ignore = "takes minutes"]
fn kills_at_length() {
    if can_trace("kills") {
        eprintln!("{} kills: 0 torn, 0 not completed", kill(count(1000) / 5));
    }
}

#[test]
fn control_a_file_that_is_emptied_first_is_torn() {
    if !can_trace("kills of the control") {
        return;
    }
    let place = scratch();
    let path = place.path().join("a.md");
    let below = |program: &str, options: &[&str]| naive::truncating_below(program, options, &path, b"the new text");
    let reset = || fs::write(&path, "the old text").unwrap();
    reset();
    let calls = trace::calls(&below);
    let mut torn = 0;
    for call in calls.iter().filter(|call| call.name == "pwrite64") {
        reset();
        disturbed(&below, call, "signal=KILL");
        let text = fs::read(&path).unwrap();
        torn += usize::from(text != b"the old text" && text != b"the new text");
    }
    assert!(torn > 0, "the control must fail");
}
