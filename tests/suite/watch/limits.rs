//! What the system gives is limited: watches, memory, open files.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use interview_vault::checklist::example::ROUND;
use rustix::process::{Pid, Signal, kill_process};

use super::{Watched, round, save};
use crate::desk::TestVault;

/// Runs another program where the system watches two folders at most.
const FEW_WATCHES: [&str; 5] = [
    "/usr/bin/unshare",
    "--map-root-user",
    "/bin/sh",
    "-c",
    "echo 2 >/proc/sys/user/max_inotify_watches && exec \"$0\" \"$@\"",
];

fn with_few_watches(program: &str) -> Command {
    let mut command = Command::new(FEW_WATCHES[0]);
    command.args(&FEW_WATCHES[1..]).arg(program);
    command
}

/// Where nobody may have a name space of their own, there is nothing to try this in.
#[test]
fn it_polls_where_the_system_watches_no_more_folders() {
    if !with_few_watches("/bin/true").status().is_ok_and(|status| status.success()) {
        return;
    }
    let vault = TestVault::sound();
    let watched = Watched::start_by(with_few_watches(env!("CARGO_BIN_EXE_vault")), &vault, &[]);
    watched.until("word of it", || watched.err().contains("every 2 seconds: the system watches no more folders"));
    save(&vault, ROUND, &round(&vault, false));
    watched.until_drafted("a change", true);
}

/// Memory in KiB, and open files.
fn held(watched: &Watched<'_>) -> (u64, usize) {
    let process = format!("/proc/{}", watched.child.id());
    let status = fs::read_to_string(format!("{process}/status")).unwrap();
    let memory = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    let memory = memory.trim().trim_end_matches(" kB").parse().unwrap();
    (memory, fs::read_dir(format!("{process}/fd")).unwrap().count())
}

/// How many bytes it has read so far.
fn read(watched: &Watched<'_>) -> usize {
    let counts = fs::read_to_string(format!("/proc/{}/io", watched.child.id())).unwrap();
    let read = counts.lines().find_map(|line| line.strip_prefix("rchar: "));
    read.unwrap().parse().unwrap()
}

#[test]
fn where_anything_may_have_changed_only_notes_that_look_otherwise_are_read() {
    const LARGE: usize = 256 * 1024;
    let vault = (0..20).fold(TestVault::sound(), |vault, at| {
        vault.note(&format!("Aside/{at}.md"), &"an ordinary note\n".repeat(LARGE / 17))
    });
    // What was written a moment ago could change again and look the same.
    sleep(Duration::from_secs(3));
    let watched = Watched::start(&vault, &["--poll"]);
    let first = read(&watched);
    assert!(first > 19 * LARGE, "{first}");
    save(&vault, ROUND, &round(&vault, false));
    watched.until_drafted("a change", true);
    fs::rename(vault.root().join("Aside"), vault.root().join("Beside")).unwrap();
    save(&vault, ROUND, &round(&vault, true));
    watched.until_drafted("another", false);
    let later = read(&watched) - first;
    assert!((19 * LARGE..30 * LARGE).contains(&later), "{later}");
}

#[test]
fn a_link_among_the_notes_is_no_reason_to_read_them_all() {
    const LARGE: usize = 256 * 1024;
    let vault = (0..20).fold(TestVault::sound(), |vault, at| {
        vault.note(&format!("Aside/{at}.md"), &"an ordinary note\n".repeat(LARGE / 17))
    });
    let link = vault.root().join("Aside/link.md");
    symlink("1.md", &link).unwrap();
    sleep(Duration::from_secs(3));
    let watched = Watched::start(&vault, &["--poll"]);
    let first = read(&watched);
    save(&vault, ROUND, &round(&vault, false));
    watched.until_drafted("a change", true);
    let change = read(&watched) - first;
    assert!(change < 2 * LARGE, "{change}");
    // Where the link itself is another, they are: what was said of it may not hold any more.
    fs::remove_file(&link).unwrap();
    symlink("2.md", &link).unwrap();
    save(&vault, ROUND, &round(&vault, true));
    watched.until_drafted("another", false);
    let later = read(&watched) - first - change;
    assert!(later > 19 * LARGE, "{later}");
}

#[test]
fn a_note_that_came_and_whose_end_was_not_heard_of_is_not_thought_to_be_there() {
    let limit = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").unwrap();
    let limit: usize = limit.trim().parse().unwrap();
    let vault = TestVault::sound();
    let unthanked = round(&vault, false);
    let note = vault.root().join(ROUND);
    fs::remove_file(&note).unwrap();
    let watched = Watched::start(&vault, &[]);
    // It came after all notes had been looked at.
    save(&vault, ROUND, &unthanked);
    watched.until_drafted("a new note", true);
    // While the program stands still, so much happens to a file that is none of its business that the system loses count.
    let process = Pid::from_child(&watched.child);
    kill_process(process, Signal::STOP).unwrap();
    let [there, back] = [".a", ".b"].map(|name| vault.root().join(name));
    fs::write(&there, "").unwrap();
    (0..=limit / 4).for_each(|_| {
        fs::rename(&there, &back).unwrap();
        fs::rename(&back, &there).unwrap();
    });
    fs::remove_file(&note).unwrap();
    kill_process(process, Signal::CONT).unwrap();
    watched.until_drafted("the note's end", false);
}

fn soak(saves: u32) {
    let vault = TestVault::sound();
    let watched = Watched::start(&vault, &[]);
    let save_many = |saves: u32| {
        for number in 0..saves {
            let is_thanked = number % 2 == 1;
            save(&vault, ROUND, &round(&vault, is_thanked));
            watched.until_drafted("what a save changes", !is_thanked);
        }
        // What was written last is looked at too.
        sleep(Duration::from_secs(1));
        held(&watched)
    };
    let (memory, files) = save_many(10);
    let (later, files_later) = save_many(saves);
    assert_eq!(files_later, files);
    assert!(later < memory + 4_096, "{memory} KiB became {later} KiB");
}

#[test]
fn many_saves_take_neither_memory_nor_files() {
    soak(30);
}

/// `cargo test --test suite watch::limits -- --ignored`
#[test]
#[ignore = "takes minutes"]
fn a_day_of_saves_takes_neither_memory_nor_files() {
    soak(1_000);
}
