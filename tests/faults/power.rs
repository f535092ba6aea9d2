//! The power fails: what was said to be saved is there, and what is there is whole. The disk is a file; a copy of it made
//! at some moment is the disk as a cut in that moment leaves it.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::desk::{Desk, Files, LOG, files};
use crate::full::{can_mount, in_namespace, is_inside};
use crate::naive::Naive;
use crate::{Dice, count, skip};

fn did(program: &str, args: &[&str]) -> bool {
    Command::new(program).args(args).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Whether a disk can be made out of a file here; else that is said.
fn can_cut() -> bool {
    let what = "power cuts";
    if !can_mount(what) {
        return false;
    }
    let place = tempfile::TempDir::new().unwrap();
    let (image, folder) = (place.path().join("disk"), place.path().join("mounted"));
    fs::create_dir(&folder).unwrap();
    let can = make_disk(&image) && did("mount", &["-o", "loop", text(&image), text(&folder)]);
    if can {
        did("umount", &[text(&folder)]);
    } else {
        skip(what, "no disk can be made out of a file here; that needs root, `mkfs.ext4` and loop devices");
    }
    can
}

fn make_disk(image: &Path) -> bool {
    let made = fs::File::create(image).and_then(|file| file.set_len(8 << 20));
    made.is_ok() && did("mkfs.ext4", &["-q", "-F", text(image)])
}

/// What a cut left of a file that was said to be saved.
#[derive(Debug, Default)]
struct Tally {
    cuts: usize,
    /// Saved, and not there.
    lost: usize,
    /// Neither text whole.
    torn: usize,
}

/// Writes into a folder on the disk, says when it is saved, and cuts the power then, or a moment later or sooner.
fn cut(
    times: usize,
    early: bool,
    write: &dyn Fn(&Desk) -> bool,
    what: &dyn Fn(&Desk, &Files) -> (bool, bool),
) -> Tally {
    let place = tempfile::TempDir::new().unwrap();
    let [image, copy, folder, after] = ["disk", "copy", "mounted", "after"].map(|name| place.path().join(name));
    fs::create_dir(&folder).unwrap();
    fs::create_dir(&after).unwrap();
    assert!(make_disk(&image));
    let mut tally = Tally::default();
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for _ in 0..times {
        assert!(did("mount", &["-o", "loop", text(&image), text(&folder)]));
        let is_saved;
        {
            let desk = Desk::in_place(tempfile::TempDir::new_in(&folder).unwrap(), &[], LOG);
            assert!(did("sync", &[]));
            let below = desk.root().strip_prefix(&folder).unwrap().to_owned();
            if early {
                let mut child = desk.command().stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
                std::thread::sleep(Duration::from_micros(dice.roll(60_000)));
                is_saved = child.try_wait().unwrap().is_some();
                fs::copy(&image, &copy).unwrap();
                child.wait().unwrap();
            } else {
                is_saved = write(&desk);
                fs::copy(&image, &copy).unwrap();
            }
            assert!(did("mount", &["-o", "loop", text(&copy), text(&after)]));
            let (is_new, is_whole) = what(&desk, &files(&after.join(&below)));
            tally.cuts += 1;
            tally.lost += usize::from(is_saved && !is_new);
            tally.torn += usize::from(!is_whole);
            assert!(did("umount", &[text(&after)]));
        }
        assert!(did("umount", &[text(&folder)]));
    }
    tally
}

/// Whether the vault on the disk after the cut has the new text, and whether all of it is whole.
fn judge(desk: &Desk, there: &Files) -> (bool, bool) {
    let note = interview_vault::checklist::example::ROUND;
    let new = desk.after.get(note);
    let old = desk.before().get(note);
    (there.get(note) == new, there.get(note) == new || there.get(note) == old)
}

#[test]
#[ignore = "a part that other tests run as a process of its own"]
fn cuts_inside() {
    if !is_inside() {
        return;
    }
    let times = count(10);
    let ours = |desk: &Desk| desk.command().output().unwrap().status.success();
    for early in [false, true] {
        let tally = cut(times, early, &ours, &judge);
        eprintln!("{}: {tally:?}", if early { "at any moment" } else { "once it was said to be saved" });
        assert_eq!((tally.lost, tally.torn), (0, 0), "{tally:?}");
    }
    let naive = |desk: &Desk| {
        let note = desk.root().join(interview_vault::checklist::example::ROUND);
        let old = fs::read(&note).unwrap();
        Naive::Rename.write(&note, &old, &desk.after[interview_vault::checklist::example::ROUND]).unwrap()
    };
    let tally = cut(times.min(20), false, &naive, &judge);
    eprintln!("control: {tally:?}");
    assert!(tally.lost > 0, "the control must fail");
    std::io::stderr().flush().unwrap();
}

#[test]
fn what_was_saved_outlasts_a_power_cut() {
    if can_cut() {
        in_namespace("-m", "power::cuts_inside", 3);
    }
}

#[test]
#[ignore = "takes minutes"]
fn power_cuts_at_length() {
    if can_cut() {
        eprintln!("{}", in_namespace("-m", "power::cuts_inside", count(200) / 2));
    }
}
