//! The closing card of a coming round has its link on the line of the agenda that asks to read it.
#![expect(clippy::disallowed_methods, reason = "a note is deleted as a file manager does it")]

use crate::desk::TestVault;

const ROUND: &str = "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nbooked_on: 2025-03-05\n\
                     interview_date: 2025-03-13\nstate: planned\ninterviewers: [\"[[Ines Falk]]\"]\n---\n";
const CARD: &str = "Sheets/2025-03-13 Harbour Glass closing-card.md";

#[test]
fn the_line_of_the_prep_sheet_links_the_closing_card_too() {
    let vault = TestVault::sound().today("2025-03-12").note("Rounds/2025-03-13 Harbour Glass.md", ROUND);
    let out = vault.run(&["agenda"]).fine().out;
    let paths: Vec<_> = out.lines().filter(|line| line.contains("Sheets/")).map(str::trim).collect();
    assert_eq!(paths.len(), 2, "{out}");
    assert!(paths[1].starts_with(CARD), "{out}");
    let agenda = vault.read("Agenda.md");
    let line = agenda.lines().find(|line| line.contains("prep sheet")).unwrap_or_else(|| panic!("{agenda}"));
    assert!(line.contains("|sheet]]") && line.contains("[[2025-03-13 Harbour Glass closing-card|card]]"), "{line}");
}

#[test]
fn a_card_that_was_deleted_is_not_linked() {
    let vault = TestVault::sound().today("2025-03-12").note("Rounds/2025-03-13 Harbour Glass.md", ROUND);
    vault.run(&["build"]).fine();
    std::fs::remove_file(vault.root().join(CARD)).unwrap();
    vault.run(&["build"]).fine();
    let agenda = vault.read("Agenda.md");
    assert!(agenda.contains("|sheet]]") && !agenda.contains("|card]]"), "{agenda}");
}
