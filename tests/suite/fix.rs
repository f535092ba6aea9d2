//! `vault check --fix`: what is mechanical is mended, in the bytes needed, and nothing else.

use interview_vault::checklist::example::{COMPANY, ROUND};
use interview_vault::cli::Exit;

use crate::desk::TestVault;

/// The sound vault with one text in place of another in the note at `path`.
fn with(path: &str, old: &str, new: &str) -> TestVault {
    let vault = TestVault::sound();
    let text = vault.read(path);
    assert_eq!(text.matches(old).count(), 1, "{old}");
    vault.note(path, &text.replace(old, new))
}

#[test]
fn what_has_one_meaning_only_is_written_so() {
    for (path, sound, wrong, mended) in [
        (COMPANY, "position: Melt", "positon: Melt", "position: Melt"),
        (COMPANY, "position: Melt", "Position: Melt", "position: Melt"),
        (COMPANY, "status: waiting", "status: wating # since Monday", "status: waiting # since Monday"),
        (COMPANY, "contact: \"[[Ines Falk]]\"", "contact: [[Ines Falk]]", "contact: \"[[Ines Falk]]\""),
        (ROUND, "state: held", "state: \"hled\"", "state: held"),
        (ROUND, "interview_date: 2025-03-04", "interview_date: 4.3.2025", "interview_date: 2025-03-04"),
        (ROUND, "interview_date: 2025-03-04", "interview_date: 2025-03-04T00:00:00", "interview_date: 2025-03-04"),
        (ROUND, "hear_by_confirmed: true", "hear_by_confirmed: yes", "hear_by_confirmed: true"),
        (ROUND, "- standing: among", "- **standng:** among", "- **standing:** among"),
        (
            ROUND,
            "- shifts\n",
            "- shifts\n\n## Promises\n- [x] Send 📅 2025-03-06 the plan ✅ 2025-03-05\n",
            "- shifts\n\n## Promises\n- [x] Send the plan 📅 2025-03-06 ✅ 2025-03-05\n",
        ),
    ] {
        let vault = with(path, sound, wrong);
        let expected = vault.read(path).replace(wrong, mended);
        let ran = vault.run(&["check", "--fix"]);
        assert_eq!(vault.read(path), expected, "{wrong}: {}{}", ran.out, ran.err);
        assert_eq!(ran.exit, Exit::Fine, "{wrong}: {}{}", ran.out, ran.err);
        let again = vault.files();
        vault.run(&["check", "--fix"]);
        assert_eq!(vault.files(), again, "{wrong}");
    }
}

#[test]
fn what_could_mean_two_things_is_left() {
    for (path, right, wrong) in [
        (ROUND, "interview_date: 2025-03-04", "interview_date: 3/4/2025"),
        (COMPANY, "contact: \"[[Ines Falk]]\"", "contact: \"[[Ines Flak]]\""),
        (COMPANY, "rivals: 2", "rivals: two"),
    ] {
        let vault = with(path, right, wrong);
        let before = vault.files();
        let ran = vault.run(&["check", "--fix"]);
        assert_eq!((ran.exit, vault.files()), (Exit::Findings, before), "{wrong}: {}", ran.out);
    }
}

#[test]
fn a_key_that_is_there_already_gets_no_twin() {
    let vault = with(COMPANY, "rivals: 2\n", "rivals: 2\nrival: 3\n");
    let before = vault.files();
    vault.run(&["check", "--fix"]);
    assert_eq!(vault.files(), before);
}

#[test]
fn what_mending_brings_to_light_is_mended_too() {
    let vault = with(ROUND, "hear_by_confirmed: true", "hear_by_confirmd: yes");
    let ran = vault.run(&["check", "--fix"]);
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.out);
    assert!(vault.read(ROUND).contains("\nhear_by_confirmed: true\n"), "{}", vault.read(ROUND));
    assert!(ran.err.contains("mended ") && ran.err.contains("yes → true"), "{}", ran.err);
}

#[test]
fn a_person_without_a_note_gets_one() {
    let vault = with(ROUND, "next_interviewers: [\"[[Ines Falk]]\"]", "next_interviewers: [\"[[Ove Lund]]\"]");
    vault.run(&["check", "--fix"]);
    let note = vault.read("Interviewers/Ove Lund.md");
    assert!(note.contains("type: interviewer") && note.contains("company: \"[[Harbour Glass]]\""), "{note}");
    assert!(!vault.run(&["check", "--hints"]).out.contains("has no note yet"));
}

#[test]
fn it_can_be_looked_at_first_and_only_what_is_asked_for_is_mended() {
    let vault = with(ROUND, "state: held", "state: hled");
    let vault = {
        let text = vault.read(COMPANY).replace("status: waiting", "status: wating");
        vault.note(COMPANY, &text)
    };
    let before = vault.files();
    let shown = vault.run(&["check", "--fix", "--diff"]);
    assert!(shown.out.contains("-state: hled\n+state: held\n"), "{}", shown.out);
    assert!(vault.run(&["check", "--fix", "--dry-run"]).out.contains("hled → held"));
    assert_eq!(vault.files(), before);
    vault.run(&["check", "--fix", COMPANY]);
    assert!(vault.read(COMPANY).contains("status: waiting") && vault.read(ROUND).contains("state: hled"));
    vault.run(&["check", "--fix", "--only", "thank"]);
    assert!(vault.read(ROUND).contains("state: hled"));
    assert_eq!(vault.run(&["check", "--diff"]).exit, Exit::Failed);
}

#[test]
fn json_stays_json() {
    let vault = with(ROUND, "state: held", "state: hled");
    let ran = vault.run(&["check", "--fix", "--format", "json"]);
    let whole: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(whole["counts"]["error"], 0);
}
