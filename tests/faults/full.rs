//! A disk that is full, and a limit on the size of files: a refusal, and files stay whole.

use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::desk::{Desk, LOG, is_orderly, scratch};
use crate::naive::{self, Naive, own_part};
use crate::{count, skip};

const PAGE: usize = 4096;
/// As much as a small vault and its state need.
const PAGES: usize = 64;

/// Whether folders can be mounted in a namespace of our own; else that is said.
pub(crate) fn can_mount(what: &str) -> bool {
    let unshared = Command::new("unshare").args(["-rm", "true"]).stderr(Stdio::null()).status();
    let can = unshared.is_ok_and(|status| status.success());
    if !can {
        skip(what, "there is no `unshare` here that may make a namespace");
    }
    can
}

/// Runs a part of these tests where it may mount folders; what it said.
pub(crate) fn in_namespace(options: &str, name: &str, times: usize) -> String {
    let mut command = Command::new("unshare");
    command.arg(options).args(own_part(name)).env("FAULTS_COUNT", times.to_string()).env("FAULTS_INSIDE", "1");
    let ran = command.output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{said}");
    said
}

/// Whether this is the process that may mount folders.
pub(crate) fn is_inside() -> bool {
    std::env::var_os("FAULTS_INSIDE").is_some()
}

/// Mounts a small disk in memory.
fn mount(at: &Path, pages: usize, files: usize) {
    let options = format!("size={},nr_inodes={files}", pages * PAGE);
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(at).status().unwrap();
    assert!(mounted.success());
}

fn unmount(at: &Path) {
    assert!(Command::new("umount").arg("-l").arg(at).status().unwrap().success());
}

/// Fills the disk but for so many pages and files.
fn fill(folder: &Path, pages: usize, files: usize) {
    fs::create_dir(folder).unwrap();
    let (mut held, mut names) = (Vec::new(), Vec::new());
    while let Ok(file) = fs::File::create(folder.join(format!("n{}", names.len()))) {
        drop(file);
        names.push(folder.join(format!("n{}", names.len())));
    }
    let page = vec![b'x'; PAGE];
    // One name of those holds the pages.
    let mut filler = fs::OpenOptions::new().append(true).open(&names[0]).unwrap();
    while std::io::Write::write_all(&mut filler, &page).is_ok() {
        held.push(());
    }
    filler.set_len((held.len().saturating_sub(pages) * PAGE) as u64).unwrap();
    for name in names.iter().skip(1).take(files) {
        fs::remove_file(name).unwrap();
    }
}

#[test]
#[ignore = "a part that other tests run as a process of its own"]
fn disks_inside() {
    if !is_inside() {
        return;
    }
    let (mut done, mut refused, mut torn) = (0, 0, 0);
    let times = count(40);
    let place = scratch();
    for round in 0..times {
        // Every few pages and files of room, each with each.
        let (pages, files) = (round % 12, (round / 12) % 12);
        mount(place.path(), PAGES, 200);
        {
            let inner = tempfile::TempDir::new_in(place.path()).unwrap();
            let desk = Desk::in_place(inner, &[], LOG);
            let filler = place.path().join("filler");
            fill(&filler, pages, files);
            let ran = desk.command().output().unwrap();
            assert!(is_orderly(&ran), "{pages} pages and {files} files left: {ran:?}");
            assert_eq!(desk.faults(), [""; 0], "{pages} pages and {files} files left: {ran:?}");
            if ran.status.success() {
                done += 1;
            } else {
                refused += 1;
            }
            // The control, on the same disk.
            let (old, new) = (vec![b'o'; 3 * PAGE], vec![b'n'; 3 * PAGE]);
            fs::remove_dir_all(&filler).unwrap();
            let mine = place.path().join("mine.md");
            fs::write(&mine, &old).unwrap();
            fill(&filler, pages, files);
            let _ = Naive::Truncate.write(&mine, &old, &vec![b'n'; 40 * PAGE]);
            let there = fs::read(&mine).unwrap();
            torn += usize::from(there != old && there.len() != 40 * PAGE && there != new);
            fs::remove_dir_all(&filler).unwrap();
            fs::remove_file(&mine).unwrap();
            desk.complete(&format!("{pages} pages and {files} files left"));
        }
        unmount(place.path());
    }
    eprintln!("{times} full disks: 0 torn, {done} done all the same, {refused} refused; control: {torn} torn");
    assert!(refused > 0, "no disk was full");
    assert!(torn > 0, "the control must fail");
}

#[test]
fn a_full_disk_is_said_and_files_stay_whole() {
    if can_mount("full disks") {
        in_namespace("-rm", "full::disks_inside", 36);
    }
}

#[test]
#[ignore = "takes minutes"]
fn full_disks_at_length() {
    if can_mount("full disks") {
        eprintln!("{}", in_namespace("-rm", "full::disks_inside", count(500)));
    }
}

#[test]
fn a_limit_on_the_size_of_files_leaves_them_whole() {
    if Command::new("prlimit").arg("--version").stdout(Stdio::null()).status().is_err() {
        return skip("a limit on the size of files", "there is no `prlimit` here");
    }
    let desk = Desk::new(&[], LOG);
    let mut cut = 0;
    for limit in (0..2000).step_by(100) {
        desk.reset();
        let ran = desk.command_below("prlimit", &[&format!("--fsize={limit}")]).output().unwrap();
        cut += usize::from(ran.status.signal().is_some() || !ran.status.success());
        assert_eq!(desk.faults(), [""; 0], "{limit} bytes: {ran:?}");
        desk.complete(&format!("{limit} bytes"));
    }
    assert!(cut > 0, "no limit was met");

    let place = scratch();
    let path = place.path().join("a.md");
    fs::write(&path, "the old text").unwrap();
    // What the test program itself writes goes into a pipe, which has no such limit.
    let _ = naive::truncating_below("prlimit", &["--fsize=5"], &path, b"the new text").output().unwrap();
    let text = fs::read(&path).unwrap();
    assert!(text != b"the old text" && text != b"the new text", "the control must fail");
}
