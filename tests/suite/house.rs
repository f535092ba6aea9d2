//! The house around the code: the document of its architecture tells the truth, files keep the habits,
//! the rule reference is fresh.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "what is tested are the files of this repository, and that they can be read"
)]

mod arrows;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use interview_vault::checklist::{Source, rules};
use interview_vault::render;
use snapbox::{assert_data_eq, file};
use walkdir::WalkDir;

use arrows::complaints;

/// Longer files say at their head why they are long.
const LINES: usize = 400;

/// Names that say nothing of what is in there.
const DRAWERS: [&str; 7] = ["utils", "util", "helpers", "common", "misc", "types", "manager"];

/// The text of every `.rs` file below a folder of the repository, by path below that folder.
fn files(folder: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = WalkDir::new(&root).into_iter().map(Result::unwrap);
    let code = entries.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"));
    code.map(|entry| {
        let path: Vec<_> =
            entry.path().strip_prefix(&root).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
        (path.join("/"), fs::read_to_string(entry.path()).unwrap())
    })
    .collect()
}

fn all_files() -> BTreeMap<String, String> {
    let folders = ["src", "tests", "benches", "examples"].into_iter();
    let in_folder = |folder| files(folder).into_iter().map(move |(path, text)| (format!("{folder}/{path}"), text));
    folders.flat_map(in_folder).collect()
}

#[test]
fn the_code_keeps_to_the_table_of_rooms() {
    let document = include_str!("../../src/ARCHITECTURE.md");
    let said = complaints(document, &files("src"));
    assert!(said.is_empty(), "src/ARCHITECTURE.md and the code disagree:\n{}", said.join("\n"));
}

const TABLE: &str = "\
| floor | room | does | may import |
|---|---|---|---|
| 0 | `low/` | a | |
| 0 | `error.rs` | b | |
| 1 | `middle/` | c | low, error |
| 2 | `high/` | d | everything |
";

/// What is said of the made-up house, once this file is added to it.
fn said_with(table: &str, path: &str, text: &str) -> Vec<String> {
    let house = [
        ("lib.rs", "mod low;\npub use error::Error;\n"),
        ("low/mod.rs", ""),
        ("error.rs", ""),
        ("middle/mod.rs", ""),
        ("high/mod.rs", ""),
    ];
    let files = house.into_iter().chain([(path, text)]).filter(|(path, _)| !path.is_empty());
    complaints(table, &files.map(|(path, text)| (path.to_owned(), text.to_owned())).collect())
}

#[test]
fn an_arrow_that_the_table_forbids_is_seen() {
    let seen: [(&str, &str, &str); 12] = [
        ("low/a.rs", "use crate::high::Thing;", "src/low/a.rs:1: `low` may not import `high`"),
        (
            "low/a.rs",
            "\nuse crate::{\n    low::b,\n    middle::{c, d},\n};",
            "src/low/a.rs:2: `low` may not import `middle`",
        ),
        ("low/a.rs", "use crate::{low, high};", "src/low/a.rs:1: `low` may not import `high`"),
        ("low/a.rs", "fn a() { crate::high::go() }", "src/low/a.rs:1: `low` may not import `high`"),
        ("low/a.rs", "use super::super::high;", "src/low/a.rs:1: `low` may not import `high`"),
        ("low/mod.rs", "use super::high;", "src/low/mod.rs:1: `low` may not import `high`"),
        ("error.rs", "mod tests {\n    use super::super::low;\n}", "src/error.rs:2: `error` may not import `low`"),
        ("error.rs", "mod a {\n}\nuse super::low;", "src/error.rs:3: `error` may not import `low`"),
        ("low/a.rs", "use crate::Error;", "src/low/a.rs:1: `low` may not import `error`"),
        ("low/a.rs", "use crate::*;", "src/low/a.rs:1: `low` may not import `*`"),
        ("attic/mod.rs", "", "src/attic/mod.rs is in no room of the table"),
        ("attic.rs", "", "src/attic.rs is in no room of the table"),
    ];
    for (path, text, expected) in seen {
        assert_eq!(said_with(TABLE, path, text), [expected], "{text}");
    }
}

#[test]
fn an_arrow_that_the_table_allows_is_let_through() {
    let allowed = [
        ("", ""),
        ("middle/a.rs", "use crate::{Error, low::b, middle::c};\nuse super::d;"),
        ("middle/a/b.rs", "use super::super::c;\n/// See [`crate::high`].\nfn a() {} // crate::high"),
        ("middle/a.rs", "#[cfg(test)]\nmod tests {\n    use super::super::low;\n    use super::*;\n}"),
        ("error.rs", "mod tests {\n    use super::*;\n}"),
        ("high/a.rs", "use crate::{low, middle};"),
    ];
    for (path, text) in allowed {
        assert_eq!(said_with(TABLE, path, text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_table_that_points_up_or_names_what_is_not_there_is_seen() {
    let upwards = TABLE.replace("| a | |", "| a | middle |");
    assert_eq!(said_with(&upwards, "", ""), ["the table lets `low` import `middle`, which is not below it"]);
    let gone = format!("{TABLE}| 3 | `attic/` | e | low |\n");
    assert_eq!(said_with(&gone, "", ""), ["the table names `attic`, which is not there"]);
}

#[test]
fn files_are_short_or_say_why_they_are_long() {
    for (path, text) in all_files() {
        let mut head = text.lines().take_while(|line| line.starts_with("//!"));
        assert!(
            text.lines().count() <= LINES || head.any(|line| line.contains("long")),
            "{path} has {} lines: split it, or say at its head why it is long",
            text.lines().count()
        );
    }
}

#[test]
fn every_file_says_first_what_it_is_about() {
    for (path, text) in all_files() {
        let told = text.starts_with("//! ") || path == "src/lib.rs" && text.starts_with("#![doc");
        assert!(told, "{path} does not begin with a `//!` line");
    }
}

#[test]
fn there_are_no_drawers_for_odds_and_ends() {
    for path in all_files().keys() {
        let mut names = path.split('/').map(|part| part.trim_end_matches(".rs"));
        assert!(!names.any(|name| DRAWERS.contains(&name)), "name {path} after what is in it");
    }
}

#[test]
fn rules_stand_on_points_that_there_are() {
    for rule in rules() {
        for id in rule.sources {
            assert!(Source::of(id).is_some(), "{} cites {id}, which is not in src/checklist/sources.rs", rule.id);
        }
    }
}

/// To refresh the file: `SNAPSHOTS=overwrite cargo test --test suite house`.
#[test]
fn the_rule_reference_is_fresh() {
    assert_data_eq!(render::rules::reference(rules()), file!["../../docs/rules.md": Text].raw());
}

/// To refresh the file: `SNAPSHOTS=overwrite cargo test --test suite house`.
#[test]
fn the_data_reference_is_fresh() {
    assert_data_eq!(render::data::reference(), file!["../../docs/notes.md": Text].raw());
}
