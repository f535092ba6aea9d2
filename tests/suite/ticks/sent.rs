//! `vault sent`.

use interview_vault::checklist::example::ROUND;
use interview_vault::cli::Exit;

use super::{EMAIL, built, id_of, items, logged, swapped, unthanked};
use crate::desk::TestVault;

const NAME: &str = "2025-03-04 Ines Falk thank-you-email";
const COVER: &str = "Letters/2025-03-04 Ines Falk promise-cover.md";

#[test]
fn a_letter_is_sent_by_path_by_name_or_by_the_beginning_of_one() {
    for letter in [EMAIL, NAME, "2025-03-04 ines falk thank-you-e", "[[2025-03-04 Ines Falk thank-you-email]]"] {
        let vault = unthanked();
        let before = vault.read(EMAIL);
        vault.run(&["sent", letter, "--dry-run"]).fine();
        assert_eq!(vault.read(EMAIL), before);
        let ran = vault.run(&["sent", letter]).fine();
        assert_eq!(vault.read(EMAIL), before.replace("sent_on:\n", "sent_on: 2025-03-05\n"));
        assert_eq!(ran.out, format!("wrote {EMAIL}\n  sent_on: 2025-03-05\n"));
        assert!(items(&vault).iter().all(|item| item["rule"] != "thank/next-day"));
        let after = vault.files();
        let again = vault.run(&["sent", letter, "--on", "yesterday"]).fine();
        assert_eq!(again.out, "nothing to write: it was sent on Wednesday 5 March 2025\n");
        assert_eq!(vault.files(), after);
    }
}

#[test]
fn day_and_channel_are_kept() {
    let vault = unthanked();
    let before = vault.read(EMAIL);
    vault.run(&["sent", NAME, "--on", "2025-03-04", "--by", "post"]).fine();
    let expected = before.replace("channel: email\n", "channel: post\n").replace("sent_on:\n", "sent_on: 2025-03-04\n");
    assert_eq!(vault.read(EMAIL), expected);
    let vault = vault.note(EMAIL, &before);
    vault.run(&["sent", NAME, "--by", "email"]).fine();
    assert_eq!(vault.read(EMAIL), before.replace("sent_on:\n", "sent_on: 2025-03-05\n"));
}

#[test]
fn a_letter_with_blanks_stays_unless_it_went_like_that() {
    let vault = swapped(unthanked(), EMAIL, "\nDear ", "\n⟨one⟩ and ⟨two⟩\n\nDear ");
    let line = vault.read(EMAIL).lines().position(|line| line.contains('⟨')).unwrap() + 1;
    let before = vault.files();
    let ran = vault.run(&["sent", NAME]).ended(Exit::Findings);
    assert!(
        ran.err.contains("2 blanks are still to fill") && ran.err.contains(&format!("line {line}\n")),
        "{}",
        ran.err
    );
    assert_eq!(vault.files(), before);
    let ran = vault.run(&["sent", NAME, "--anyway"]).fine();
    assert!(ran.err.contains("2 blanks") && ran.err.contains("as you asked"), "{}", ran.err);
    assert!(vault.read(EMAIL).contains("sent_on: 2025-03-05\n"));
}

#[test]
fn what_cannot_be_is_refused() {
    let vault = unthanked();
    let before = vault.files();
    for (args, told) in [
        (&["sent", NAME, "--on", "2025-03-06"][..], "after today"),
        (&["sent", NAME, "--on", "2025-03-03"], "before the interview, 2025-03-04"),
        (&["sent", "2025-03-04 Ines Flak thank-you-email"], NAME),
        (&["sent", "2025-03-04 Harbour Glass"], "letter is needed"),
        (&["sent", NAME, "--by", "pigeon"], "lobby"),
    ] {
        let ran = vault.run(args).ended(Exit::Failed);
        assert!(ran.err.contains(told), "{args:?}: {}", ran.err);
    }
    assert_eq!(vault.files(), before);
    for (key, told) in [("sent_on: soon\n", "no day"), ("sent_on: 2025-04-01\n", "not yet")] {
        let vault = swapped(unthanked(), EMAIL, "sent_on:\n", key);
        let before = vault.files();
        let ran = vault.run(&["sent", NAME]).ended(Exit::Findings);
        assert!(ran.err.contains(told), "{}", ran.err);
        assert_eq!(vault.files(), before);
    }
}

#[test]
fn a_sheet_is_never_sent() {
    let second = "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nstate: planned\ninterview_date: 2025-03-06\ninterviewers: [\"[[Ines Falk]]\"]\n---\n";
    let vault = built(TestVault::sound().today("2025-03-05").note("Rounds/2025-03-06 Harbour Glass.md", second));
    let sheet = vault.files().into_keys().find(|path| path.contains("prep-sheet")).unwrap();
    let ran = vault.run(&["sent", &sheet]).ended(Exit::Failed);
    assert!(ran.err.contains("never sent"), "{}", ran.err);
}

#[test]
fn a_promise_is_kept_with_its_cover() {
    let promises = "## Promises\n- [ ] Send the kiln figures to [[Ines Falk]] 📅 2025-03-06\n- [ ] Send a map to [[Ines Falk]] 📅 2025-03-07\n\n";
    let vault = built(logged(&format!("{promises}{}", super::LOG)));
    let covers: Vec<String> = vault.files().into_keys().filter(|path| path.contains("promise-cover")).collect();
    assert_eq!(covers.len(), 2);
    let second = covers.iter().find(|path| vault.read(path).contains("map")).unwrap();
    let before = (vault.read(ROUND), vault.read(second));
    let ran = vault.run(&["sent", second]).fine();
    assert_eq!(
        vault.read(ROUND),
        before.0.replace(
            "- [ ] Send a map to [[Ines Falk]] 📅 2025-03-07",
            "- [x] Send a map to [[Ines Falk]] 📅 2025-03-07 ✅ 2025-03-05"
        )
    );
    assert_eq!(vault.read(second), before.1.replace("sent_on:\n", "sent_on: 2025-03-05\n"));
    assert!(ran.out.contains(ROUND) && ran.out.contains(second.as_str()), "{}", ran.out);
    assert!(vault.files().contains_key(COVER));
    vault.run(&["done", &id_of(&vault, "keep/promise")]).fine();
    assert!(items(&vault).iter().all(|item| item["rule"] != "keep/promise"));
}

#[test]
fn an_ally_is_asked_with_the_request() {
    let liv = "Contacts/Liv Moe.md";
    let vault = built(
        TestVault::sound()
            .today("2025-03-05")
            .note(liv, "---\ntype: contact\nemail: liv@moe.example\ninfluences: [\"[[Harbour Glass]]\"]\n---\n"),
    );
    let request = vault.files().into_keys().find(|path| path.contains("good-word-request")).unwrap();
    vault.run(&["sent", &request, "--anyway"]).fine();
    assert!(vault.read(liv).contains("\nasked_on: 2025-03-05\n---\n"), "{}", vault.read(liv));
    assert!(vault.read(&request).contains("sent_on: 2025-03-05\n"));
    assert!(items(&vault).iter().all(|item| item["rule"] != "wait/good-word"));
}
