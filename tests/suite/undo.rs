//! `vault undo`: what a command did is taken back, and what somebody changed since stays.
#![expect(clippy::disallowed_methods, reason = "what is tested here is what lies on disk")]

use std::fs;

use interview_vault::checklist::example::ROUND;
use interview_vault::cli::Exit;

use crate::desk::TestVault;

/// The draft of the first thing to do in [`vault`].
const EMAIL: &str = "Letters/2025-03-04 Ines Falk thank-you-email.md";

/// A vault on a day with thank-yous to write.
fn vault() -> TestVault {
    let vault = TestVault::sound().today("2025-03-05");
    let text = vault.read(ROUND);
    let (before, log) = text.split_once("## Log\n").unwrap();
    let after: String = log.split_inclusive('\n').skip_while(|line| line.starts_with("- ")).collect();
    vault.note(ROUND, &format!("{before}## Log\n{after}"))
}

/// Writes down that the thanks went out, without the draft.
fn thank(vault: &TestVault) {
    vault.run(&["log", "2025-03-04 Harbour Glass", "2025-03-05 email thank-you to [[Ines Falk]]"]).fine();
}

#[test]
fn the_last_command_is_taken_back_and_then_the_one_before() {
    let vault = vault();
    let before = vault.files();
    vault.run(&["log", "2025-03-04 Harbour Glass", "phone status: rang the desk"]).fine();
    let between = vault.files();
    vault.run(&["new", "company", "Kestrel Works"]).fine();
    assert_ne!(vault.files(), between);

    let shown = vault.run(&["undo", "--dry-run"]).fine();
    assert!(shown.out.contains("would take back `vault new`"), "{shown:?}");
    let told = vault.run(&["undo"]).fine();
    assert!(told.out.contains("took back `vault new` of 2025-03-05") && told.out.contains("removed"), "{told:?}");
    assert_eq!(vault.files(), between);
    let told = vault.run(&["undo"]).fine();
    assert!(told.out.contains(&format!("put back {ROUND}")), "{told:?}");
    assert_eq!(vault.files(), before);
    let nothing = vault.run(&["undo"]).fine();
    assert!(nothing.out.contains("nothing to take back"), "{nothing:?}");
    assert_eq!(vault.files(), before);
}

#[test]
fn what_was_changed_since_is_left_and_named() {
    let vault = vault();
    vault.run(&["log", "2025-03-04 Harbour Glass", "phone status: rang the desk"]).fine();
    let mine = format!("{}\nmine\n", vault.read(ROUND));
    let vault = vault.note(ROUND, &mine);
    let told = vault.run(&["undo"]).ended(Exit::Findings);
    assert!(told.err.contains(ROUND) && told.err.contains("changed since"), "{told:?}");
    assert_eq!(vault.read(ROUND), mine);
    // The next in line is the one before, not this one for ever.
    assert!(vault.run(&["undo"]).fine().out.contains("nothing to take back"));
}

#[test]
fn a_note_that_was_made_is_removed_only_as_it_was_made() {
    let vault = vault();
    vault.run(&["new", "company", "Kestrel Works"]).fine();
    let path = vault.files().into_keys().find(|path| path.contains("Kestrel")).unwrap();
    let mine = format!("{}mine\n", vault.read(&path));
    let vault = vault.note(&path, &mine);
    vault.run(&["undo"]).ended(Exit::Findings);
    assert_eq!(vault.read(&path), mine);
}

#[test]
fn a_tick_taken_back_is_unticked_in_the_agenda() {
    let vault = vault();
    vault.run(&["agenda"]).fine();
    let (round, agenda) = (vault.read(ROUND), vault.read("Agenda.md"));
    let line = agenda.lines().find(|line| line.starts_with("- [ ] ")).unwrap().to_owned();
    let ticked = line.replacen("[ ]", "[x]", 1);
    let before = vault.files();
    let vault = vault.note("Agenda.md", &agenda.replace(&line, &ticked));
    vault.run(&["agenda"]).fine();
    assert!(!vault.read("Agenda.md").contains(&line));
    assert_ne!(vault.files(), before);
    vault.run(&["undo"]).fine();
    assert_eq!(vault.read(ROUND), round);
    assert_eq!(vault.read("Agenda.md"), agenda);
    assert_eq!(vault.files(), before);
    // It is not recorded again.
    vault.run(&["agenda"]).fine();
    assert_eq!(vault.files(), before);
}

#[test]
fn a_tick_in_an_agenda_that_was_left_alone_is_unticked_where_it_stands() {
    let vault = vault();
    vault.run(&["agenda"]).fine();
    let agenda = vault.read("Agenda.md");
    let line = agenda.lines().find(|line| line.starts_with("- [ ] ")).unwrap().to_owned();
    let by_hand = agenda.replace(&line, &format!("{line}\n- a line of mine"));
    let ticked = by_hand.replace(&line, &line.replacen("[ ]", "[x]", 1));
    let vault = vault.note("Agenda.md", &ticked);
    let mut before = vault.files();
    vault.run(&["agenda"]).ended(Exit::Findings);
    assert_ne!(vault.files(), before, "the tick is recorded");
    assert_eq!(vault.read("Agenda.md"), ticked);
    vault.run(&["undo"]).fine();
    before.insert("Agenda.md".to_owned(), by_hand);
    assert_eq!(vault.files(), before);
}

#[test]
fn a_build_is_no_command_that_changed_a_note_but_its_files_can_be_had_back() {
    let vault = vault();
    vault.run(&["agenda"]).fine();
    let text = vault.read(EMAIL);
    assert!(vault.run(&["undo"]).fine().out.contains("nothing to take back"));
    let listed = vault.run(&["undo", "--list"]).fine();
    assert!(listed.out.contains("`vault agenda` · made from the notes") && listed.out.contains("Agenda.md"));

    thank(&vault);
    vault.run(&["build"]).fine();
    assert!(!vault.files().contains_key(EMAIL));
    vault.run(&["undo", EMAIL]).fine();
    assert_eq!(vault.read(EMAIL), text);
}

#[test]
fn what_force_replaced_can_be_had_back() {
    let vault = vault();
    vault.run(&["agenda"]).fine();
    let mine = vault.read("Agenda.md").replace("## ", "## mine ");
    let vault = vault.note("Agenda.md", &mine);
    vault.run(&["build"]).ended(Exit::Findings);
    assert_eq!(vault.read("Agenda.md"), mine);
    vault.run(&["build", "--force"]).fine();
    assert_ne!(vault.read("Agenda.md"), mine);
    vault.run(&["undo"]).fine();
    assert_eq!(vault.read("Agenda.md"), mine);
}

#[test]
fn everything_kept_can_be_forgotten() {
    let vault = vault();
    let before = vault.read(ROUND);
    vault.run(&["log", "2025-03-04 Harbour Glass", "phone status: rang the desk"]).fine();
    let refused = vault.run(&["undo", "--forget"]).ended(Exit::Failed);
    assert!(refused.err.contains("--yes"), "{refused:?}");
    assert!(vault.talk(&["undo", "--forget"], &["n"]).fine().out.contains("nothing is forgotten"));
    assert!(vault.run(&["undo", "--list"]).fine().out.contains("`vault log`"));
    vault.talk(&["undo", "--forget"], &["yes"]).fine();
    assert!(vault.run(&["undo", "--list"]).fine().out.contains("no command"));
    vault.run(&["undo"]).fine();
    assert_ne!(vault.read(ROUND), before);
    vault.run(&["log", "2025-03-04 Harbour Glass", "phone status: rang again"]).fine();
    vault.run(&["undo", "--forget", "--yes"]).fine();
    let state = vault.root().parent().unwrap().join("state");
    let left: Vec<_> =
        walkdir::WalkDir::new(state).into_iter().filter(|e| e.as_ref().unwrap().path().is_file()).collect();
    assert_eq!(left.len(), 1, "the lock alone: {left:?}");
}

#[test]
fn undo_needs_no_sound_notes_and_no_state() {
    let vault = TestVault::new().note("a.md", "---\ntype: round\ncompany: [\n---\n");
    assert!(vault.run(&["undo"]).fine().out.contains("nothing to take back"));
    let state = vault.root().parent().unwrap().join("state");
    assert!(!state.exists(), "looking makes nothing");
    let told = vault.run(&["undo", "a.md"]).ended(Exit::Failed);
    assert!(told.err.contains("--list"), "{told:?}");
}

#[test]
fn many_notes_gone_at_once_remove_nothing() {
    let mut vault = vault();
    for at in 0..12 {
        vault = vault.note(&format!("Notes/{at}.md"), "---\ntype: contact\n---\n");
    }
    vault.run(&["agenda"]);
    thank(&vault);
    for at in 0..12 {
        fs::remove_file(vault.root().join(format!("Notes/{at}.md"))).unwrap();
    }
    for _ in 0..2 {
        let held = vault.run(&["build"]).ended(Exit::Findings);
        assert!(held.err.contains("--prune") && held.err.contains("12 of"), "{held:?}");
        assert!(vault.files().contains_key(EMAIL));
    }
    vault.run(&["build", "--prune"]).fine();
    assert!(!vault.files().contains_key(EMAIL));
    vault.run(&["build"]).fine();
}

#[test]
fn two_machines_that_write_by_turns_are_told() {
    let vault = vault();
    vault.run(&["agenda"]).fine();
    let first = vault.read("Agenda.md");
    let vault = vault.today("2025-03-06");
    vault.run(&["agenda"]);
    assert_ne!(vault.read("Agenda.md"), first);
    let vault = vault.note("Agenda.md", &first);
    let told = vault.run(&["agenda"]).ended(Exit::Findings);
    assert!(told.err.contains("two machines"), "{told:?}");
    assert_eq!(vault.read("Agenda.md"), first);
    vault.run(&["agenda", "--force"]).fine();
    assert_ne!(vault.read("Agenda.md"), first);
}
