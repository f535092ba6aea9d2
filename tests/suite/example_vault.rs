//! The example vault: its generated files are those of a build on its day, byte for byte.
#![expect(clippy::disallowed_methods, reason = "what is tested is what lies in the example vault")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::desk::TestVault;
use crate::lints::filled;

/// The day on which the example is told, and its noon.
const DAY: &str = "2026-03-12";
const NOON: &str = "1773316800";

fn example() -> (TestVault, BTreeMap<String, String>) {
    let mut files = BTreeMap::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("example-vault"), "", &mut files);
    let vault = files.iter().fold(TestVault::nowhere(), |vault, (path, text)| vault.note(path, text));
    (vault.today(DAY), files)
}

fn collect(folder: &Path, below: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = format!("{below}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else {
            files.insert(path, fs::read_to_string(entry.path()).unwrap());
        }
    }
}

/// To refresh them: `SOURCE_DATE_EPOCH=1773316800 cargo run -- -C example-vault build`.
#[test]
fn a_build_on_its_day_changes_nothing() {
    let (vault, files) = example();
    let vault = vault.variable("SOURCE_DATE_EPOCH", NOON);
    assert_eq!(vault.run(&["build", "--dry-run"]).fine().out, "");
    vault.run(&["build"]).fine();
    assert_eq!(vault.files(), files);
}

/// The control: what is committed is what a build makes of the notes, not what it leaves alone.
#[test]
fn a_build_makes_the_same_files_from_the_notes_alone() {
    let (_, files) = example();
    let is_generated =
        |path: &str, text: &str| ["Agenda.md", "Pipeline.md"].contains(&path) || text.contains("\nfingerprint: 1-");
    let notes = files.iter().filter(|(path, text)| !is_generated(path, text));
    let vault = notes.fold(TestVault::nowhere(), |vault, (path, text)| vault.note(path, text)).today(DAY);
    assert!(vault.files().len() + 5 < files.len());
    vault.run(&["build"]).fine();
    assert_eq!(vault.files(), files);
}

/// Every draft that can be had on the day, as it is and with its blanks filled, keeps to the rules on letters.
#[test]
fn its_drafts_have_nothing_to_complain_of() {
    let (vault, _) = example();
    let agenda = vault.run(&["agenda", "--no-write", "--days", "60", "--format", "json"]).out;
    let agenda: serde_json::Value = serde_json::from_str(&agenda).unwrap();
    for item in agenda["items"].as_array().unwrap() {
        vault.run(&["letters", "--draft", item["id"].as_str().unwrap()]);
    }
    let complaints = |vault: &TestVault| {
        let found = vault.run(&["check", "--hints", "--format", "concise"]).out;
        found.lines().filter(|line| line.contains("[letter/")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(complaints(&vault), Vec::<String>::new());
    let drafts = vault.files().into_iter().filter(|(path, _)| path.starts_with("Letters/"));
    let vault = drafts.fold(vault, |vault, (path, text)| vault.note(&path, &filled(&text)));
    assert_eq!(complaints(&vault), Vec::<String>::new());
}

#[test]
fn only_what_is_wrong_on_purpose_is_found() {
    let (vault, _) = example();
    let found = vault.run(&["check", "--hints", "--format", "concise"]).out;
    let rules: Vec<&str> = found.lines().filter_map(|line| line.split_once('[')?.1.split(']').next()).collect();
    let expected =
        ["answer/rejection", "note/unknown-key", "note/link", "chase/status", "note/field", "close/standing"];
    assert_eq!(rules, expected, "{found}");
}
