//! Ticks in the agenda, `vault done` and `vault sent`: what was done goes into the notes, and nothing else does.

mod by_hand;
mod bytes;
mod done;
mod laws;
mod marks;
mod races;
mod rules;
mod sent;
mod story;

use std::collections::BTreeMap;

use interview_vault::checklist::example::ROUND;
use serde_json::Value;

use crate::desk::TestVault;

/// The draft of the thanks in [`unthanked`].
const EMAIL: &str = "Letters/2025-03-04 Ines Falk thank-you-email.md";
/// What the log of the sound round says.
const LOG: &str =
    "## Log\n- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n";

/// The sound vault on the day after the interview, its log replaced.
fn logged(log: &str) -> TestVault {
    let vault = TestVault::sound().today("2025-03-05");
    let text = vault.read(ROUND);
    assert!(text.contains(LOG));
    vault.note(ROUND, &text.replace(LOG, log))
}

/// The sound vault on the day after the interview, nobody thanked yet, its agenda made.
fn unthanked() -> TestVault {
    built(logged("## Log\n"))
}

fn built(vault: TestVault) -> TestVault {
    vault.run(&["build"]).fine();
    vault
}

/// With `old`, which must stand once in the file, made `new`.
fn swapped(vault: TestVault, path: &str, old: &str, new: &str) -> TestVault {
    let text = vault.read(path);
    assert_eq!(text.matches(old).count(), 1, "{old:?} in {path}:\n{text}");
    vault.note(path, &text.replace(old, new))
}

/// With the box of the agenda's item that begins so marked.
fn marked(vault: TestVault, item: &str, mark: char) -> TestVault {
    swapped(vault, "Agenda.md", &format!("- [ ] {item}"), &format!("- [{mark}] {item}"))
}

/// With the box of the agenda's item that begins so ticked.
fn ticked(vault: TestVault, item: &str) -> TestVault {
    marked(vault, item, 'x')
}

/// The files without the agenda.
fn notes(vault: &TestVault) -> BTreeMap<String, String> {
    let mut files = vault.files();
    files.remove("Agenda.md");
    files.remove("Pipeline.md");
    files
}

/// The agenda's items, as JSON.
fn items(vault: &TestVault) -> Vec<Value> {
    let json: Value =
        serde_json::from_str(&vault.run(&["agenda", "--no-write", "--format", "json"]).fine().out).unwrap();
    json["items"].as_array().unwrap().clone()
}

/// The id of the item of that rule.
fn id_of(vault: &TestVault, rule: &str) -> String {
    let items = items(vault);
    let item = items.iter().find(|item| item["rule"] == rule).unwrap_or_else(|| panic!("no {rule} in {items:#?}"));
    item["id"].as_str().unwrap().to_owned()
}
