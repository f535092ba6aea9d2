//! Any error that a call of the system can give ends in a plain refusal, or in success; files stay whole.

use std::fs;

use crate::desk::{Desk, EXPORT, EXPORT_OVER, LOG, is_orderly, scratch};
use crate::trace::{self, Call, can_trace, disturbed, of_the_write, some};
use crate::{count, naive};

/// What a call can say.
fn errors(call: &str) -> &'static [&'static str] {
    match call {
        "openat" => &["EACCES", "EMFILE", "ENOSPC", "EIO", "EINTR", "EROFS"],
        "write" => &["ENOSPC", "EIO", "EINTR", "EDQUOT", "EFBIG"],
        "fsync" => &["EIO", "ENOSPC", "EINTR", "EINVAL"],
        "renameat2" => &["EIO", "ENOSPC", "EACCES", "EINVAL", "ENOSYS", "EPERM", "EINTR"],
        "renameat" | "linkat" => &["EIO", "ENOSPC", "EACCES", "EXDEV", "EINTR", "EPERM"],
        "unlinkat" | "unlink" => &["EIO", "EACCES", "EPERM", "EINTR"],
        "mkdir" | "mkdirat" => &["EIO", "ENOSPC", "EACCES", "EROFS"],
        "flock" => &["ENOLCK", "EINTR", "EOPNOTSUPP", "EIO"],
        "read" | "getdents64" => &["EIO", "EINTR"],
        _ => &["EIO", "EACCES"],
    }
}

/// Has each command meet so many errors, and gives how many that were, and how many ended in success.
fn fail(times: usize) -> (usize, usize) {
    let (mut faults, mut done) = (0, 0);
    // What a build writes depends on what it could read: there only the calls of the write are disturbed.
    let desks = [
        (Desk::new(&[], LOG), true),
        (Desk::new(&[], &["build"]), false),
        (Desk::new(&[&["build"], EXPORT], EXPORT_OVER), false),
    ];
    for (desk, is_all) in desks {
        let below = |program: &str, options: &[&str]| desk.command_below(program, options);
        // What was put aside is looked at by its age.
        desk.reset();
        let calls = trace::calls(&below);
        let calls = if is_all && times >= calls.len() { calls } else { of_the_write(&calls) };
        let each = calls.iter().flat_map(|call| errors(&call.name).iter().map(move |error| (call.clone(), *error)));
        let each: Vec<(Call, &str)> = each.collect();
        for (call, error) in some(&each, times).iter().cycle().take(times) {
            let what = format!("{error} at {call:?}");
            desk.reset();
            let ran = disturbed(&below, call, &format!("error={error}"));
            assert!(is_orderly(&ran), "{what}: {ran:?}");
            assert_eq!(desk.faults(), [""; 0], "{what}: {ran:?}");
            done += usize::from(ran.status.success());
            desk.complete(&what);
            faults += 1;
        }
    }
    (faults, done)
}

#[test]
fn an_error_of_the_system_is_said_and_files_stay_whole() {
    if can_trace("errors of the system") {
        assert_eq!(fail(60).0, 180);
    }
}

#[test]
#[ignore = "takes minutes"]
fn errors_at_length() {
    if can_trace("errors of the system") {
        let (faults, done) = fail(count(2500) / 3);
        eprintln!("{faults} errors: 0 torn, {done} done all the same, {} refused, 0 not completed", faults - done);
    }
}

#[test]
fn control_a_file_that_is_emptied_first_is_torn() {
    if !can_trace("errors for the control") {
        return;
    }
    let place = scratch();
    let path = place.path().join("a.md");
    let below = |program: &str, options: &[&str]| naive::truncating_below(program, options, &path, b"the new text");
    fs::write(&path, "the old text").unwrap();
    let calls = trace::calls(&below);
    let mut torn = 0;
    for call in calls.iter().filter(|call| call.name == "pwrite64") {
        fs::write(&path, "the old text").unwrap();
        disturbed(&below, call, "error=ENOSPC");
        let text = fs::read(&path).unwrap();
        torn += usize::from(text != b"the old text" && text != b"the new text");
    }
    assert!(torn > 0, "the control must fail");
}
