//! When nothing is to be done, and how it ends.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use interview_vault::checklist::example::ROUND;

use super::{Watched, round, save};
use crate::desk::TestVault;

#[test]
fn its_own_files_set_off_nothing_more() {
    let vault = TestVault::sound();
    let watched = Watched::start(&vault, &[]);
    save(&vault, ROUND, &round(&vault, false));
    watched.until_drafted("the draft", true);
    watched.until("word of the agenda", || watched.out().matches("wrote Agenda.md").count() == 2);
    let modified = || fs::metadata(vault.root().join("Agenda.md")).unwrap().modified().unwrap();
    let (out, when) = (watched.out(), modified());
    sleep(Duration::from_secs(2));
    assert_eq!((watched.out(), modified()), (out, when));
}

#[test]
fn readers_set_off_nothing() {
    let vault = TestVault::sound();
    save(&vault, "Aside/Broken.md", "---\ntype: round\ncompany: [\n---\n");
    let watched = Watched::start(&vault, &[]);
    // The files of the first build are heard of once.
    sleep(Duration::from_secs(1));
    // Nobody hears of this setting, and the next build goes by it: the broken note counts no longer.
    save(&vault, ".obsidian/templates.json", r#"{"folder": "Aside"}"#);
    // Not so fast that the system loses count, after which everything must be looked at.
    for _ in 0..100 {
        vault.files();
        sleep(Duration::from_millis(10));
    }
    sleep(Duration::from_secs(1));
    assert!(!watched.out().contains("- Aside/Broken.md"), "{}", watched.out());
    save(&vault, ROUND, &round(&vault, false));
    watched.until("the next build", || watched.out().contains("- Aside/Broken.md"));
}

#[test]
fn it_polls_when_asked_and_says_so() {
    let vault = TestVault::sound();
    let watched = Watched::start(&vault, &["--poll"]);
    watched.until("word of it", || watched.err().contains("looked through every 2 seconds: as you asked"));
    save(&vault, ROUND, &round(&vault, false));
    watched.until_drafted("a change", true);
}

#[test]
fn once_settled_it_ends_well() {
    let vault = TestVault::sound();
    let watched = Watched::start(&vault, &["--once-settled"]);
    assert_eq!(watched.ended().code(), Some(0));
    assert!(vault.root().join("Agenda.md").exists());
}

#[cfg(unix)]
#[test]
fn it_stops_when_asked_to() {
    use rustix::process::{Pid, Signal, kill_process};

    let vault = TestVault::sound();
    let watched = Watched::start(&vault, &[]);
    kill_process(Pid::from_child(&watched.child), Signal::INT).unwrap();
    assert_eq!(watched.ended().code(), Some(130));
}
