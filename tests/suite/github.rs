//! `vault check --format github`: one workflow command a finding, whatever the notes say.

use interview_vault::cli::Exit;

use crate::desk::TestVault;

#[test]
fn a_finding_is_a_command_with_its_place() {
    let vault = TestVault::new().note("Rounds/50%, or: so.md", "---\ntype: round\nresult: \"100%, or: so\"\n---\n");
    let out = vault.run(&["check", "--format", "github"]).ended(Exit::Findings).out;
    let line = out.lines().find(|line| line.contains("`result`")).unwrap_or_else(|| panic!("{out}"));
    assert_eq!(
        line,
        "::error file=Rounds/50%25%2C or%3A so.md,line=3,col=9,title=note/field::`result` cannot be `100%25, or: so`%0A\
         help: it is one of pending, advanced, rejected or offer"
    );
}

#[test]
fn no_note_can_forge_a_command() {
    let hostile = "a\\r\\n::error file=Me.md::gone\\e[2J%0A::stop-commands::x";
    let vault = TestVault::new().note("A.md", &format!("---\ntype: company\nstatus: \"{hostile}\"\n---\n"));
    let out = vault.run(&["check", "--format", "github"]).ended(Exit::Findings).out;
    assert!(out.contains("gone"), "{out}");
    for line in out.lines() {
        let rest = line.strip_prefix("::error file=").or_else(|| line.strip_prefix("::warning file="));
        assert!(rest.is_some_and(|rest| !rest.starts_with("Me.md::")), "{line}");
        assert!(!line.contains(['\u{1b}', '\r']) && !line.contains("%0A::stop"), "{line}");
    }
}

#[test]
fn hints_are_notices_where_they_are_asked_for() {
    let vault = TestVault::sound().note("A.md", "---\ntype: contact\nemial: a@b.example\n---\n");
    assert_eq!(vault.run(&["check", "--format", "github"]).fine().out, "");
    let out = vault.run(&["check", "--format", "github", "--hints"]).fine().out;
    assert!(out.contains("::notice file=A.md,line=3,col=1,title=note/unknown-key::"), "{out}");
}
