//! After a storm of edits everything is as a fresh build makes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use interview_vault::checklist::example::ROUND;

use super::{Dice, PATIENCE, Watched, round, save};
use crate::desk::TestVault;

/// One edit: a note saved, made, broken, moved or removed.
fn edit(vault: &TestVault, dice: &mut Dice) {
    let kiln = |at: u64| format!("Companies/Kiln {at}.md");
    let (at, to) = (dice.roll(4), dice.roll(4));
    let path = vault.root().join(kiln(at));
    match dice.roll(6) {
        0 | 1 => save(vault, ROUND, &round(vault, at < 2)),
        2 => save(vault, &kiln(at), &format!("---\ntype: company\nstatus: waiting\napplied_on: 2025-03-0{to}\n---\n")),
        3 => save(vault, &kiln(at), "---\ntype: company\nstatus: [\n---\n"),
        // It may not be there.
        4 => drop(fs::rename(path, vault.root().join(kiln(to)))),
        _ => drop(fs::remove_file(path)),
    }
}

/// Whether the program wrote it, or is about to.
fn is_generated(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("Letters/") || path == "Agenda.md" || path == "Pipeline.md" || name.starts_with(".vault-")
}

/// The notes as they are, with what a build of them makes.
fn fresh(vault: &TestVault) -> BTreeMap<String, String> {
    let notes = vault.files().into_iter().filter(|(path, _)| !is_generated(path));
    let fresh = notes.fold(TestVault::nowhere().today("2025-03-05"), |fresh, (path, text)| fresh.note(&path, &text));
    fresh.run(&["build"]);
    fresh.files()
}

fn weather(seed: u64, length: Duration) {
    let vault = TestVault::sound();
    let watched = Watched::start(&vault, &[]);
    let (mut dice, begun) = (Dice(seed), Instant::now());
    while begun.elapsed() < length {
        edit(&vault, &mut dice);
        sleep(Duration::from_millis(dice.roll(60)));
    }
    // While a note cannot be read no draft is removed; a fresh build never had it.
    for (path, _) in vault.files().iter().filter(|(_, text)| text.contains("status: [")) {
        fs::remove_file(vault.root().join(path)).unwrap();
    }
    let fresh = fresh(&vault);
    assert!(fresh.contains_key("Agenda.md") && fresh.contains_key("Pipeline.md"));
    let is_as_fresh = |path: &String, now: &BTreeMap<String, String>| now.get(path) == fresh.get(path);
    let differing = || {
        let now = vault.files();
        let paths: BTreeSet<&String> = now.keys().chain(fresh.keys()).collect();
        paths.into_iter().filter(|path| !is_as_fresh(path, &now)).cloned().collect::<Vec<_>>()
    };
    let begun = Instant::now();
    while !differing().is_empty() {
        let what = format!("after storm {seed}, {:?} never became what a fresh build makes", differing());
        assert!(begun.elapsed() < PATIENCE, "{what}:\n{}{}", watched.out(), watched.err());
        sleep(Duration::from_millis(25));
    }
}

#[test]
fn a_storm_of_edits_leaves_what_a_fresh_build_makes() {
    for seed in [1, 2] {
        weather(seed, Duration::from_secs(2));
    }
}

/// `cargo test --test suite watch::storm -- --ignored`
#[test]
#[ignore = "takes minutes"]
fn many_storms_leave_what_a_fresh_build_makes() {
    for seed in 3..33 {
        weather(seed, Duration::from_secs(5));
    }
}
