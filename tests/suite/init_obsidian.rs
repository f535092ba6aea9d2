//! `vault init --obsidian`: what Obsidian does not know is added, what it has settled stays.
#![expect(clippy::disallowed_methods, reason = "what is tested here is what commands leave on disk")]

use std::fs;

use interview_vault::cli::Exit;
use interview_vault::model::{Config, Kind};
use interview_vault::parse::schema::keys;
use interview_vault::start;
use serde_json::Value;

use crate::desk::TestVault;
use crate::notes::day;

const TYPES: &str = ".obsidian/types.json";
const TEMPLATES: &str = ".obsidian/templates.json";
const PLUGINS: &str = ".obsidian/core-plugins.json";

fn json(vault: &TestVault, path: &str) -> Value {
    serde_json::from_str(&vault.read(path)).unwrap()
}

#[test]
fn a_new_vault_is_known_to_obsidian() {
    let vault = TestVault::nowhere();
    let ran = vault.run(&["init", "--obsidian", "--name", "Nora"]).fine();
    let types = json(&vault, TYPES)["types"].clone();
    for key in Kind::ALL.into_iter().flat_map(keys) {
        assert!(types[key.name].is_string(), "{}", key.name);
    }
    for (key, expected) in [
        ("hear_by", "date"),
        ("interviewers", "multitext"),
        ("rounds_left", "number"),
        ("may_quote", "checkbox"),
        ("company", "text"),
        ("declined", "multitext"),
    ] {
        assert_eq!(types[key], expected, "{key}");
    }
    assert_eq!(json(&vault, TEMPLATES)["folder"], "Templates");
    assert!(!vault.files().contains_key(PLUGINS), "Obsidian's own choice is both on");
    assert!(ran.out.contains("created  .obsidian/types.json\n"), "{ran:?}");
    let before = vault.files();
    assert!(vault.run(&["init", "--obsidian"]).fine().out.contains("Nothing to do"));
    assert_eq!(vault.files(), before);
}

#[test]
fn an_obsidian_vault_keeps_what_it_has() {
    let types = "{\n  \"types\": {\n    \"status\": \"multitext\",\n    \"mine\": \"number\"\n  }\n}";
    let vault = TestVault::nowhere()
        .note(TYPES, types)
        .note(TEMPLATES, "{\"folder\": \"Forms\", \"dateFormat\": \"D.M.\"}")
        .note(PLUGINS, "{\n  \"templates\": false,\n  \"graph\": true\n}")
        .note("Diary.md", "mine\n");
    let before = vault.files();
    let ran = vault.run(&["init", "--obsidian", "--dry-run"]).fine();
    assert!(ran.out.contains("replace  .obsidian/types.json\n"), "{ran:?}");
    assert_eq!(vault.files(), before);
    let ran = vault.run(&["init", "--obsidian", "--no-input"]).fine();
    assert!(ran.err.contains("`status` is \"multitext\", not \"text\""), "{ran:?}");
    assert!(ran.err.contains("`templates` is false, not true"), "{ran:?}");
    assert!(ran.out.contains("added to  .obsidian/types.json\n"), "{ran:?}");
    let text = vault.read(TYPES);
    assert!(text.starts_with(types.split("\n  }").next().unwrap()) && text.ends_with("\n  }\n}"), "{text}");
    assert_eq!(vault.read(TEMPLATES), "{\"folder\": \"Forms\", \"dateFormat\": \"D.M.\"}");
    assert_eq!(vault.read(PLUGINS), "{\n  \"templates\": false,\n  \"graph\": true,\n  \"bases\": true\n}");
    assert_eq!(vault.read("Diary.md"), "mine\n");
    // The templates lie where Obsidian has them, and the views leave them out.
    assert!(vault.files().contains_key("Forms/round.md"));
    assert!(vault.read("Views/Rounds.base").contains("inFolder(\"Forms\")"));
}

#[test]
fn a_vault_that_is_one_already_takes_it_too() {
    let vault = TestVault::sound().note("vault.toml", "templates = \"Forms\"\n");
    vault.run(&["init", "--obsidian"]).fine();
    assert_eq!(json(&vault, TEMPLATES)["folder"], "Forms");
    assert_eq!(vault.read("vault.toml"), "templates = \"Forms\"\n");
}

#[test]
fn settings_that_cannot_be_read_are_left_and_named() {
    let vault = TestVault::nowhere().note(TYPES, "{\n  \"types\": {,}\n}").note(PLUGINS, "[\"templates\"]");
    let ran = vault.run(&["init", "--obsidian", "--name", "Nora"]).ended(Exit::Findings);
    assert!(ran.err.contains(".obsidian/types.json was left as it is: it is no JSON, at line 2 column 13"), "{ran:?}");
    assert!(ran.err.contains("`bases` is false, not true"), "{ran:?}");
    assert_eq!(vault.read(TYPES), "{\n  \"types\": {,}\n}");
    assert_eq!(vault.read(PLUGINS), "[\"templates\"]");
    assert!(vault.files().contains_key("vault.toml") && vault.files().contains_key(TEMPLATES));
}

/// What a vault starts from is written as it stands in `start`.
#[test]
fn every_file_is_written_as_it_stands() {
    let vault = TestVault::nowhere().today("2026-03-12");
    vault.run(&["init", "--name", "Nora"]).fine();
    let mut expected = start::furniture(&Config::default(), "Templates");
    expected.push(("vault.toml".to_owned(), start::settings(day("2026-03-12"))));
    expected.push((start::ME.to_owned(), start::candidate("Nora").unwrap()));
    assert_eq!(vault.files(), expected.into_iter().collect());
}

/// What may be `declined` is so in a list of its own, so that a day stays a day for Obsidian.
#[test]
fn a_template_that_is_filled_in_as_obsidian_does_is_sound() {
    let vault = TestVault::sound().today("2025-03-06");
    vault.run(&["init", "--no-input"]).fine();
    let round = vault.read("Templates/round.md").replace("{{date:YYYY-MM-DD}}", "2025-03-04");
    let told = round
        .replace("company:\n", "company: \"[[Harbour Glass]]\"\n")
        .replace("interview_date:\n", "interview_date: 2025-03-05\n")
        .replace("interviewers: []\n", "interviewers:\n  - \"[[Ines Falk]]\"\n")
        .replace("state: planned", "state: held")
        .replace("hear_by:\n", "hear_by:\ndeclined:\n  - hear_by\n");
    assert!(told != round && round.contains("declined: [hear_by]"), "{round}");
    let vault = vault.note("Rounds/told.md", &told);
    let ran = vault.run(&["check", "--hints", "--format", "concise"]);
    let of_it: Vec<&str> = ran.out.lines().filter(|line| line.starts_with("Rounds/told.md")).collect();
    assert!(of_it.iter().any(|line| line.contains("[close/support]")), "{ran:?}");
    for rule in ["[note/field]", "[note/front-matter]", "[note/unknown-key]", "[close/hear-by]"] {
        assert!(!of_it.iter().any(|line| line.contains(rule)), "{rule}: {ran:?}");
    }
    assert!(fs::metadata(vault.root().join("Views")).unwrap().is_dir());
}
