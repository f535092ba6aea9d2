//! What `--dry-run` says is what would be.

use interview_vault::checklist::example;
use interview_vault::cli::Exit;

use crate::desk::TestVault;

#[test]
fn a_dry_run_tells_what_would_be_left_as_it_is() {
    let round = "---\ntype: round\ncompany: \"[[Kiln]]\"\ninterview_date: 2025-03-04\ninterviewers: [Ada Poe]\nstate: held\n---\n";
    let vault =
        TestVault::new().today("2025-03-05").note("Kiln.md", "---\ntype: company\n---\n").note("Talk.md", round);
    let vault = vault.note("AGENDA.md", "mine\n").note("Pipeline.md", "mine too\n");
    let dry = vault.run(&["build", "--dry-run"]).ended(Exit::Findings);
    let before = vault.files();
    let built = vault.run(&["build"]).ended(Exit::Findings);
    assert!(built.err.contains("Agenda.md: there is `AGENDA.md` already"), "{}", built.err);
    assert!(built.err.contains("Pipeline.md is a note of your own"), "{}", built.err);
    assert_eq!(dry.err, built.err);
    let made = vault.files().into_keys().filter(|path| !before.contains_key(path));
    let made: String = made.map(|path| format!("create  {path}\n")).collect();
    assert!(!made.is_empty() && dry.out == made, "{}", dry.out);
}

#[test]
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "what is tested here is what lies on disk")]
fn a_note_that_could_not_be_written_is_not_said_to_be() {
    let vault = TestVault::sound().today("2025-03-06");
    let note = vault.root().join(example::ROUND);
    std::fs::hard_link(&note, note.with_extension("other")).unwrap();
    let line = ["log", example::ROUND, "2025-03-05 phone status to [[Ines Falk]]"];
    let dry = vault.run(&[&line[..], &["--dry-run"]].concat()).ended(Exit::Findings);
    let wet = vault.run(&line).ended(Exit::Findings);
    assert!(wet.err.contains("a hard link"), "{}", wet.err);
    assert_eq!(dry.err, wet.err);
    assert_eq!(dry.out.replace("would not write", "did not write"), wet.out);
    // The control: with one name, it is said, and done.
    std::fs::remove_file(note.with_extension("other")).unwrap();
    let dry = vault.run(&[&line[..], &["--dry-run"]].concat()).fine();
    assert_eq!(dry.out.replace("would write", "wrote"), vault.run(&line).fine().out);
}
