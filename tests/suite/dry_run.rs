//! What `--dry-run` says is what would be.

use interview_vault::cli::Exit;

use crate::desk::TestVault;

#[test]
fn a_dry_run_tells_what_would_be_left_as_it_is() {
    let round = "---\ntype: round\ncompany: \"[[Kiln]]\"\ninterview_date: 2025-03-04\ninterviewers: [Ada Poe]\nstate: held\n---\n";
    let vault =
        TestVault::new().today("2025-03-05").note("Kiln.md", "---\ntype: company\n---\n").note("Talk.md", round);
    let vault = vault.note("AGENDA.md", "mine\n").note("Pipeline.md", "mine too\n");
    let dry = vault.run(&["build", "--dry-run"]).fine();
    let before = vault.files();
    let built = vault.run(&["build"]).ended(Exit::Findings);
    assert!(built.err.contains("Agenda.md: there is `AGENDA.md` already"), "{}", built.err);
    assert!(built.err.contains("Pipeline.md is a note of your own"), "{}", built.err);
    assert_eq!(dry.err, built.err);
    let made = vault.files().into_keys().filter(|path| !before.contains_key(path));
    let made: String = made.map(|path| format!("create  {path}\n")).collect();
    assert!(!made.is_empty() && dry.out == made, "{}", dry.out);
}
