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

/// Which file holds the answer to `command` that is remembered.
fn remembered(vault: &TestVault, command: &str) -> Option<u64> {
    let mut folders = fs::read_dir(state(vault).join("interview-vault")).ok()?;
    Some(fs::metadata(folders.next()?.ok()?.path().join(format!("answer-{command}"))).ok()?.ino())
}

fn told(vault: &TestVault, args: &[&str]) -> Ran {
    vault.run(&[args, &["--today", SOUND_DAY]].concat())
}

/// The same with nothing remembered.
fn anew(vault: &TestVault, args: &[&str]) -> Ran {
    let _ = fs::remove_dir_all(state(vault));
    told(vault, args)
}

/// Every way to ask that is answered from memory.
const WAYS: [&[&str]; 11] = [
    &["check"],
    &["check", "--hints", "--format", "json"],
    &["check", "--fail-on", "warning"],
    &["check", "Aside"],
    &["agenda", "--no-write"],
    &["agenda", "--format", "json", "--days", "30", "--company", "Harbour Glass"],
    &["agenda", "--company", "Nobody"],
    &["status"],
    &["status", "Harbour Glass", "--format", "json"],
    &["status", "--support"],
    &["find", "furnace"],
];

#[test]
fn answers_are_the_same_with_and_without_memory() {
    let vault = large();
    let round = vault.read(ROUND);
    let (unthanked, _) = round.split_once("## Log").unwrap();
    fs::write(vault.root().join(ROUND), unthanked).unwrap();
    told(&vault, &["build"]).fine();
    let draft = vault.files().into_keys().find(|path| path.starts_with("Letters/")).unwrap();
    let draft = draft.as_str();
    let drafts = [Some(vault.read(draft)), None].map(|text| (draft, text));
    let edits: [(&str, Option<String>); 8] = [
        (draft, Some(vault.read(draft).replace("Dear", "Good morning"))),
        (ROUND, Some(round.replace("interview_date: ", "interview_date: x"))),
        (ROUND, Some(unthanked.to_owned())),
        ("Agenda.md", Some(vault.read("Agenda.md").replace("- [ ]", "- [x]"))),
        ("vault.toml", Some("[rules]\n\"note/field\" = \"off\"\n".to_owned())),
        ("Aside/7.md", Some("---\ntype: round\nround: [1\n---\n".to_owned())),
        ("Aside/7.md", None),
        ("Templates/Letters/thank-you-email.md", Some("{{ nothing".to_owned())),
    ];
    for (path, text) in edits.into_iter().chain(drafts) {
        let on_disk = vault.root().join(path);
        match text {
            Some(text) => {
                fs::create_dir_all(on_disk.parent().unwrap()).unwrap();
                fs::write(on_disk, text).unwrap();
            }
            None => fs::remove_file(on_disk).unwrap(),
        }
        for way in WAYS {
            let all = |ran: Ran| (ran.exit, ran.out, ran.err);
            let (first, again) = (all(told(&vault, way)), all(told(&vault, way)));
            assert_eq!(first, all(anew(&vault, way)), "after {path}: {way:?}");
            assert_eq!(again, first, "{path}: {way:?}");
        }
    }
}

#[test]
fn only_an_unchanged_vault_is_answered_from_memory() {
    let vault = large();
    let ways: [&[&str]; 4] = [&["check"], &["agenda", "--no-write"], &["status"], &["find", "furnace"]];
    let all = || {
        ways.map(|way| {
            told(&vault, way);
            remembered(&vault, way[0]).unwrap_or_else(|| panic!("{way:?} left nothing"))
        })
    };
    let first = all();
    assert_eq!(all(), first, "it looked again");
    fs::write(vault.root().join("Aside/7.md"), "changed").unwrap();
    for (first, then) in first.iter().zip(all()) {
        assert_ne!(then, *first, "it did not look again");
    }
}

#[test]
fn a_small_vault_and_one_that_just_changed_leave_nothing() {
    let small = TestVault::sound().today("2099-01-05");
    told(&small, &["check"]);
    assert_eq!(remembered(&small, "check"), None);
    // By this clock, what was written today was written after it.
    let fresh = large().today("2020-01-05");
    told(&fresh, &["check"]);
    assert_eq!(remembered(&fresh, "check"), None);
}

#[test]
fn what_is_remembered_is_private_and_forgotten_when_asked() {
    let vault = large();
    told(&vault, &["check"]);
    let folder = fs::read_dir(state(&vault).join("interview-vault")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(fs::metadata(&folder).unwrap().mode() & 0o777, 0o700);
    assert_eq!(fs::metadata(folder.join("answer-check")).unwrap().mode() & 0o777, 0o600);
    let forgot = vault.run(&["undo", "--forget", "--yes"]);
    assert_eq!(remembered(&vault, "check"), None, "{}", forgot.err);
}
