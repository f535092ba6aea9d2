//! What somebody reads who has just begun: each message says what to do now.
#![expect(clippy::disallowed_methods, reason = "a note is changed as an editor does it")]

use interview_vault::cli::Exit;

use crate::desk::TestVault;

const BEGIN: &str = "`vault new company NAME` begins one";

#[test]
fn an_empty_vault_says_how_a_search_begins_and_stops_saying_so() {
    let vault = TestVault::nowhere();
    let ran = vault.run(&["init"]).fine();
    assert!(ran.out.contains("your name, your pitch"), "{}", ran.out);
    assert!(vault.run(&["agenda"]).fine().out.contains(BEGIN));
    assert!(vault.read("Agenda.md").contains(BEGIN));
    vault.run(&["new", "company", "Harbour Glass"]).fine();
    assert!(!vault.run(&["agenda"]).fine().out.contains(BEGIN));
    assert!(!vault.read("Agenda.md").contains(BEGIN));
}

#[test]
fn a_name_that_was_given_is_not_asked_for_again() {
    let ran = TestVault::nowhere().run(&["init", "--name", "Rosa Lind"]).fine();
    assert!(ran.out.contains("fill in Me.md: your pitch"), "{}", ran.out);
}

#[test]
fn a_name_that_is_not_there_comes_with_one_that_is_or_with_the_way_to_make_it() {
    let vault = TestVault::sound();
    for (args, words) in [
        (&["prep", "xyz"][..], "the last one is called `2025-03-04 Harbour Glass`"),
        (&["status", "Nope"], "`vault new company \"Nope\"` makes one"),
        (&["status", "Harbor Glass"], "did you mean `Harbour Glass`?"),
    ] {
        let ran = vault.run(args).ended(Exit::Failed);
        assert!(ran.err.contains(words), "{}", ran.err);
    }
    let empty = TestVault::new().run(&["prep", "xyz"]).ended(Exit::Failed);
    assert!(empty.err.contains("there is no round `xyz`; there is none yet"), "{}", empty.err);
}

#[test]
fn undo_does_not_say_that_it_did_what_it_could_not() {
    let vault = TestVault::sound();
    vault.run(&["log", "2025-03-04", "email other to [[Ines Falk]]"]).fine();
    let path = "Rounds/2025-03-04 Harbour Glass.md";
    std::fs::write(vault.root().join(path), vault.read(path) + "\nmore\n").unwrap();
    let ran = vault.run(&["undo"]).ended(Exit::Findings);
    assert!(ran.out.starts_with("could not take back `vault log`") && ran.err.contains(path), "{ran:?}");
}

#[test]
fn names_in_one_entry_are_shown_as_the_list_that_they_are_and_make_no_note() {
    let path = "Rounds/2025-03-12 Harbour Glass.md";
    let round = |names: &str| {
        format!(
            "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\ninterview_date: 2025-03-12\ninterviewers: {names}\n---\n"
        )
    };
    let check = ["check", "--only", "note/link", "--hints", "--fix"];
    let vault = TestVault::sound().today("2025-03-06").note(path, &round("Ines Falk, Tom Beck"));
    let ran = vault.run(&check).ended(Exit::Findings);
    let list = "`interviewers: [\"[[Ines Falk]]\", \"[[Tom Beck]]\"]`";
    assert!(ran.out.contains("read as the name of one person") && ran.out.contains(list), "{ran:?}");
    assert!(!vault.files().keys().any(|path| path.contains("Tom Beck")), "{ran:?}");
    let strangers = vault.note(path, &round("Uma Lind; Tom Beck"));
    assert!(strangers.run(&check).fine().out.contains("hint[note/link]"));
    let one = strangers.note(path, &round("Tom Beck"));
    one.run(&check).fine();
    assert!(one.files().contains_key("Interviewers/Tom Beck.md"));
}
