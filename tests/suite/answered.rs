//! A large vault that has not changed is answered from memory, and nobody can tell but by the clock.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "what is tested here is what commands leave on disk")]

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::PathBuf;

use interview_vault::checklist::example::{ROUND, SOUND_DAY};

use crate::desk::{Ran, TestVault};

/// A vault of many notes, on a day long after they were written.
fn large() -> TestVault {
    let vault = TestVault::sound().today("2099-01-05");
    (0..1000).fold(vault, |vault, at| vault.note(&format!("Aside/{at}.md"), "an ordinary note\n"))
}

fn state(vault: &TestVault) -> PathBuf {
    vault.root().with_file_name("state")
}

/// Which file holds the answer that is remembered.
fn remembered(vault: &TestVault) -> Option<u64> {
    let mut folders = fs::read_dir(state(vault).join("interview-vault")).ok()?;
    Some(fs::metadata(folders.next()?.ok()?.path().join("answer")).ok()?.ino())
}

fn check(vault: &TestVault, args: &[&str]) -> Ran {
    vault.run(&[&["check", "--today", SOUND_DAY], args].concat())
}

/// The same with nothing remembered.
fn anew(vault: &TestVault, args: &[&str]) -> Ran {
    let _ = fs::remove_dir_all(state(vault));
    check(vault, args)
}

#[test]
fn answers_are_the_same_with_and_without_memory() {
    let vault = large();
    let round = vault.read(ROUND);
    let edits: [(&str, Option<String>); 7] = [
        (ROUND, Some(round.replace("interview_date: ", "interview_date: x"))),
        (ROUND, Some(round.clone())),
        ("Agenda.md", Some("mine\n".to_owned())),
        ("vault.toml", Some("[rules]\n\"note/field\" = \"off\"\n".to_owned())),
        ("Aside/7.md", Some("---\ntype: round\nround: [1\n---\n".to_owned())),
        ("Aside/7.md", None),
        ("Templates/Letters/thank-you-email.md", Some("{{ nothing".to_owned())),
    ];
    let ways: [&[&str]; 4] = [&[], &["--hints", "--format", "json"], &["--fail-on", "warning"], &["Aside"]];
    for (path, text) in edits {
        let on_disk = vault.root().join(path);
        match text {
            Some(text) => {
                fs::create_dir_all(on_disk.parent().unwrap()).unwrap();
                fs::write(on_disk, text).unwrap();
            }
            None => fs::remove_file(on_disk).unwrap(),
        }
        for way in ways {
            let told = |ran: Ran| (ran.exit, ran.out, ran.err);
            let (first, again) = (told(check(&vault, way)), told(check(&vault, way)));
            assert_eq!(first, told(anew(&vault, way)), "after {path}: {way:?}");
            assert_eq!(again, first, "{path}: {way:?}");
        }
    }
}

#[test]
fn only_an_unchanged_vault_is_answered_from_memory() {
    let vault = large();
    check(&vault, &[]);
    let first = remembered(&vault);
    assert!(first.is_some());
    check(&vault, &[]);
    assert_eq!(remembered(&vault), first, "it looked again");
    fs::write(vault.root().join("Aside/7.md"), "changed").unwrap();
    check(&vault, &[]);
    assert_ne!(remembered(&vault), first, "it did not look again");
}

#[test]
fn a_small_vault_and_one_that_just_changed_leave_nothing() {
    let small = TestVault::sound().today("2099-01-05");
    check(&small, &[]);
    assert_eq!(remembered(&small), None);
    // By this clock, what was written today was written after it.
    let fresh = large().today("2020-01-05");
    check(&fresh, &[]);
    assert_eq!(remembered(&fresh), None);
}

#[test]
fn what_is_remembered_is_private_and_forgotten_when_asked() {
    let vault = large();
    check(&vault, &[]);
    let folder = fs::read_dir(state(&vault).join("interview-vault")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(fs::metadata(&folder).unwrap().mode() & 0o777, 0o700);
    assert_eq!(fs::metadata(folder.join("answer")).unwrap().mode() & 0o777, 0o600);
    let forgot = vault.run(&["undo", "--forget", "--yes"]);
    assert_eq!(remembered(&vault), None, "{}", forgot.err);
}
