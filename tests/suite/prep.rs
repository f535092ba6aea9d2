//! `vault prep`, and the life of a sheet on disk.

use interview_vault::cli::Exit;

use crate::desk::TestVault;
use crate::sheets::{OLGA, OLGA_TEXT, SECOND, SECOND_TEXT};

const SHEET: &str = "Sheets/2025-03-12 Harbour Glass prep-sheet.md";
const CARD: &str = "Sheets/2025-03-12 Harbour Glass closing-card.md";

/// The sound vault with a second round planned, on the day before.
fn on_disk() -> TestVault {
    TestVault::sound().note(SECOND, SECOND_TEXT).note(OLGA, OLGA_TEXT).today("2025-03-11")
}

#[test]
fn prep_prints_what_the_files_in_the_sheet_folder_say() {
    let vault = on_disk();
    vault.run(&["build"]).fine();
    for (path, args) in [(SHEET, &["prep"][..]), (CARD, &["prep", "--card"])] {
        let note = vault.read(path);
        let body = note.split_once("\n---\n\n").unwrap().1;
        assert_eq!(vault.run(args).fine().out, body);
    }
    assert!(vault.read(SHEET).contains("type: letter\ndocument: prep-sheet\ncompany: \"[[Harbour Glass]]\"\n"));
    assert!(vault.run(&["check", "--hints", "--format", "concise"]).out.lines().all(|line| !line.contains("Sheets/")));
}

#[test]
fn a_sheet_lives_as_letters_do() {
    let vault = on_disk();
    vault.run(&["build"]).fine();
    let first = vault.files();
    vault.run(&["build"]).fine();
    assert_eq!(vault.files(), first, "nothing to do the second time");
    let vault = vault.note(SECOND, &SECOND_TEXT.replace("one page", "two pages"));
    vault.run(&["build"]).fine();
    assert!(vault.read(SHEET).contains("the shift handover on two pages"), "refreshed");
    let edited = vault.read(SHEET) + "\nmy own line\n";
    let vault = vault.note(SHEET, &edited).note(SECOND, SECOND_TEXT);
    remove(&vault, CARD);
    vault.run(&["build"]).fine();
    assert_eq!(vault.read(SHEET), edited, "edited, so never touched");
    assert!(!vault.files().contains_key(CARD), "deleted stays deleted");
    vault.run(&["letters", "--again", "2025-03-12 Harbour Glass closing-card"]).fine();
    assert!(vault.files().contains_key(CARD));
    let vault = vault.note(SECOND, &SECOND_TEXT.replace("planned", "held")).today("2025-03-12");
    vault.run(&["build"]).fine();
    let files = vault.files();
    assert!(files.contains_key(SHEET) && !files.contains_key(CARD), "held: only what was edited is left");
}

#[test]
fn a_sheet_goes_when_its_day_has_gone_by_and_lies_where_the_vault_says() {
    let vault = on_disk().note("vault.toml", "[folders]\nsheet = \"Tonight\"\n");
    assert!(vault.run(&["build", "--today", "2025-03-10"]).fine().out.is_empty());
    vault.run(&["build"]).fine();
    let path = SHEET.replace("Sheets/", "Tonight/");
    assert!(vault.files().contains_key(&path), "{:?}", vault.files().keys());
    let vault = vault.today("2025-03-13");
    vault.run(&["build"]).fine();
    assert!(!vault.files().contains_key(&path));
}

#[expect(clippy::disallowed_methods, reason = "the candidate deletes a file")]
fn remove(vault: &TestVault, path: &str) {
    std::fs::remove_file(vault.root().join(path)).unwrap();
}

#[test]
fn a_round_is_named_by_path_name_or_beginning() {
    let broken = "---\ntype: round\ncompany: [\n---\n";
    let vault = on_disk().in_folder("Rounds").note("Rounds/Broken.md", broken).note("Plain.md", "words\n");
    let vault = vault.note("Rounds/Plain (conflicted copy).md", "words\n");
    let expected = vault.run(&["prep"]).fine().out;
    for name in [
        "Rounds/2025-03-12 Harbour Glass.md",
        "2025-03-12 Harbour Glass.md",
        "./2025-03-12 Harbour Glass.md",
        "2025-03-12 harbour glass",
        "[[2025-03-12 Harbour Glass]]",
        "2025-03-12",
    ] {
        assert_eq!(vault.run(&["prep", name]).fine().out, expected, "{name}");
    }
    for (name, words) in [
        ("2025-03", "`2025-03` could be Rounds/2025-03-04 Harbour Glass.md or Rounds/2025-03-12 Harbour Glass.md"),
        ("2025-03-13 Harbour Glass", "did you mean `2025-03-12 Harbour Glass`?"),
        ("Arkwright", "there is no round `Arkwright`; the last one is called `2025-03-12 Harbour Glass`\n"),
        ("../Me.md", "Me.md is of `type: candidate`, and a round is needed here"),
        ("Harbour Glass", "is of `type: company`, and a round is needed here"),
        ("Plain", "Plain.md has no `type`, and a round is needed here"),
        ("broken", "Rounds/Broken.md cannot be read; `vault check` says where to mend it"),
        (
            "Plain (conflicted copy)",
            "Rounds/Plain (conflicted copy).md cannot be read; `vault check` says where to mend it",
        ),
    ] {
        let ran = vault.run(&["prep", name]).ended(Exit::Failed);
        assert!(ran.out.is_empty() && ran.err.contains(words), "{name}: {}", ran.err);
    }
}

#[test]
fn without_a_name_it_is_the_one_planned_round() {
    let none = TestVault::sound().run(&["prep"]).ended(Exit::Failed);
    assert!(none.err.contains("no round is planned"), "{}", none.err);
    let third = SECOND_TEXT.replace("round: 2", "round: 3").replace("2025-03-12", "2025-03-19");
    let two = on_disk().note("Rounds/2025-03-19 Harbour Glass.md", &third);
    let ran = two.run(&["prep"]).ended(Exit::Failed);
    assert!(ran.err.contains("`2025-03-12 Harbour Glass`, `2025-03-19 Harbour Glass`"), "{}", ran.err);
    let homeless = on_disk().note(SECOND, "---\ntype: round\ninterview_date: 2025-03-12\n---\n");
    let ran = homeless.run(&["prep", "2025-03-12"]).ended(Exit::Failed);
    assert!(ran.err.contains("names no company of this vault"), "{}", ran.err);
}
