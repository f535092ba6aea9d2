//! `vault letters`: the drafts that are asked for by name.

use interview_vault::checklist::example::{COMPANY, ROUND};
use interview_vault::cli::Exit;
use serde_json::Value;

use crate::desk::TestVault;

const EMAIL: &str = "2025-03-04 Ines Falk thank-you-email";

/// The sound vault on the day of the interview, nobody thanked yet.
fn unthanked() -> TestVault {
    let vault = TestVault::sound().today("2025-03-04");
    let text = vault
        .read(ROUND)
        .replace("- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n", "");
    vault.note(ROUND, &text)
}

fn id_of(vault: &TestVault, rule: &str) -> String {
    let told = vault.run(&["agenda", "--no-write", "--days", "60", "--format", "json"]).out;
    let json: Value = serde_json::from_str(&told).unwrap();
    let item = json["items"].as_array().unwrap().iter().find(|item| item["rule"] == rule).unwrap().clone();
    item["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_draft_that_was_asked_for_is_told_as_written() {
    let vault = unthanked();
    let id = id_of(&vault, "thank/posted-letter");
    let ran = vault.run(&["letters", "--draft", &id[..4].to_uppercase()]);
    assert_eq!(ran.exit, Exit::Fine, "{ran:?}");
    assert!(vault.files().contains_key("Letters/2025-03-04 Ines Falk posted-letter.md"), "{ran:?}");
    assert!(!ran.out.contains("not written yet"), "{ran:?}");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the candidate deletes a file")]
fn a_draft_comes_back_by_the_beginning_of_its_name() {
    let vault = unthanked();
    vault.run(&["build"]);
    let path = format!("Letters/{EMAIL}.md");
    let before = vault.read(&path);
    std::fs::remove_file(vault.root().join(&path)).unwrap();
    vault.run(&["build"]);
    assert!(!vault.files().contains_key(&path));
    let ran = vault.run(&["letters", "--again", "2025-03-04 ines"]);
    assert_eq!(ran.exit, Exit::Fine, "{ran:?}");
    assert_eq!(vault.read(&path), before);
}

#[test]
fn a_draft_without_a_name_is_none() {
    let vault = unthanked();
    vault.run(&["build"]).ended(Exit::Fine);
    let drafts = vault.files().into_keys().filter(|path| path.starts_with("Letters/")).count();
    assert_eq!(drafts, 1);
    vault.run(&["letters", "--again", ""]).ended(Exit::Failed);
    vault.run(&["letters", "--again", "2025"]).ended(Exit::Fine);
}

#[test]
fn what_cannot_be_drafted_is_refused_with_the_reason() {
    let vault = unthanked();
    vault.run(&["build"]);
    let early = id_of(&vault, "chase/status");
    let bare = id_of(&vault, "wait/research");
    for (args, expected) in [
        (["--draft", "abc"], "too short"),
        (["--draft", "ffffffff"], "no item"),
        (["--draft", &early], "opens on 2025-03-17"),
        (["--draft", &bare], "no document"),
        (["--again", "2025-03-04 Ines Folk thank-you-email"], EMAIL),
    ] {
        let ran = vault.run(&["letters", args[0], args[1]]);
        assert_eq!(ran.exit, Exit::Failed, "{args:?}: {ran:?}");
        assert!(ran.err.contains(expected), "{args:?}: {ran:?}");
    }
}

#[test]
fn whoever_was_not_met_is_not_told_of_others_as_well() {
    let vault = TestVault::sound().today("2025-03-10");
    let text = vault
        .read(COMPANY)
        .replace("status: waiting", "status: rejected\ndecided_on: 2025-03-10")
        .replace("contact: \"[[Ines Falk]]\"", "contact: \"[[Liv Moe]]\"");
    let vault = vault.note(COMPANY, &text).note("Interviewers/Liv Moe.md", "---\ntype: interviewer\n---\n");
    vault.run(&["build"]);
    let text = vault.read("Letters/2025-03-04 Liv Moe rejection-thanks.md");
    assert!(text.contains("about the position of Melt supervisor, and for the chance"), "{text}");
    assert!(text.contains("\n\nI think of Ines Falk with pleasure"), "{text}");
}
