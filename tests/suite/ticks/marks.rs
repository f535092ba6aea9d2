//! What a mark in a box means, and what is said of one that means nothing.

use interview_vault::checklist::example::ROUND;
use interview_vault::cli::Exit;

use super::{EMAIL, built, logged, marked, notes, swapped, ticked, unthanked};
use crate::desk::TestVault;

/// A promise beside the thanks.
fn promised() -> TestVault {
    built(logged("## Promises\n- [ ] Send the kiln figures to [[Ines Falk]] 📅 2025-03-06\n\n## Log\n"))
}

#[test]
fn a_tick_is_recorded_its_line_goes_and_a_second_build_writes_nothing() {
    for mark in ['x', 'X'] {
        let vault = marked(unthanked(), "Thank [[Ines Falk]] by e-mail", mark);
        let mut expected = notes(&vault);
        let letter = expected.get_mut(EMAIL).unwrap();
        *letter = letter.replace("sent_on:\n", "sent_on: 2025-03-05\n");
        let ran = vault.run(&["agenda"]).fine();
        assert_eq!(notes(&vault), expected);
        assert!(ran.err.contains(&format!("wrote {EMAIL}\n  sent_on: 2025-03-05\n")), "{}", ran.err);
        assert!(!ran.out.contains("by e-mail (") && !vault.read("Agenda.md").contains("[x]"), "{}", ran.out);
        let after = vault.files();
        let again = vault.run(&["build"]).fine();
        assert_eq!((vault.files(), again.err.as_str()), (after, ""));
    }
}

#[test]
fn where_no_letter_could_go_out_the_log_says_it() {
    let blank = swapped(unthanked(), EMAIL, "\nDear ", "\n⟨a word⟩ Dear ");
    for (vault, item, line) in [
        (blank, "Thank [[Ines Falk]] by e-mail", "- 2025-03-05 email thank-you to [[Ines Falk]]"),
        (unthanked(), "Post a thank-you letter", "- 2025-03-05 post thank-you to [[Ines Falk]]"),
        (unthanked(), "Write [[Ines Falk]] a thank-you card", "- 2025-03-05 handwritten thank-you to [[Ines Falk]]"),
    ] {
        let vault = ticked(vault, item);
        let before = vault.read(ROUND);
        vault.run(&["build"]).fine();
        assert_eq!(vault.read(ROUND), format!("{before}{line}\n"));
        // On paper she is thanked as well, so the e-mail's draft goes with its duty.
        let letter = vault.files().get(EMAIL).cloned();
        assert!(letter.is_none_or(|letter| letter.contains("⟨a word⟩") && letter.contains("\nsent_on:\n")));
    }
}

#[test]
fn ticks_are_dated_by_their_line_else_by_the_run() {
    let stamped = |stamp: &str| {
        let vault = ticked(promised(), "Keep a promise");
        let line = vault.read("Agenda.md").lines().find(|line| line.starts_with("- [x]")).unwrap().to_owned();
        let (words, id) = line.rsplit_once(" ^").unwrap();
        swapped(vault, "Agenda.md", &line, &stamp.replace("WORDS", words).replace("ID", &format!("^{id}")))
    };
    for (stamp, day) in [
        ("WORDS ID", "2025-03-05"),
        ("WORDS ✅ 2025-03-04 ID", "2025-03-04"),
        ("WORDS ID ✅ 2025-03-04", "2025-03-04"),
        ("WORDS  [completion:: 2025-03-04] ID", "2025-03-04"),
    ] {
        let vault = stamped(stamp);
        vault.run(&["build"]).fine();
        let line = format!("- [x] Send the kiln figures to [[Ines Falk]] 📅 2025-03-06 ✅ {day}\n");
        assert!(vault.read(ROUND).contains(&line), "{stamp}: {}", vault.read(ROUND));
    }
    // A day to come, on which it will be taken in.
    let vault = stamped("WORDS ✅ 2025-03-06 ID");
    let before = notes(&vault);
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert_eq!(notes(&vault), before);
    assert!(ran.err.contains("2025-03-06 is after today"), "{}", ran.err);
    assert!(vault.read("Agenda.md").contains("✅ 2025-03-06 ^"), "{}", vault.read("Agenda.md"));
    let vault = vault.today("2025-03-06");
    vault.run(&["build"]).fine();
    assert!(vault.read(ROUND).contains("✅ 2025-03-06\n"));
}

#[test]
fn thanks_before_the_interview_are_refused_and_stay() {
    let vault = ticked(unthanked(), "Thank [[Ines Falk]] by e-mail");
    let line = vault.read("Agenda.md").lines().find(|line| line.starts_with("- [x]")).unwrap().to_owned();
    let vault = swapped(vault, "Agenda.md", &line, &format!("{line} ✅ 2025-03-01"));
    let before = notes(&vault);
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert_eq!(notes(&vault), before);
    let why = "2025-03-01 lies before the interview, 2025-03-04";
    assert!(ran.err.contains(why), "{}", ran.err);
    let agenda = vault.read("Agenda.md");
    assert!(agenda.contains("✅ 2025-03-01 ^") && agenda.contains(&format!("\n    - not recorded: {why}")), "{agenda}");
    let after = vault.files();
    vault.run(&["build"]).ended(Exit::Findings);
    assert_eq!(vault.files(), after);
    // Unticked, the word goes with the tick.
    let vault = vault.note("Agenda.md", &agenda.replace("- [x]", "- [ ]"));
    vault.run(&["build"]).fine();
    assert!(!vault.read("Agenda.md").contains("not recorded"));
}

#[test]
fn a_minus_lets_go_of_a_promise_and_of_nothing_else() {
    let vault = marked(promised(), "Keep a promise", '-');
    let before = vault.read(ROUND);
    vault.run(&["build"]).fine();
    assert_eq!(vault.read(ROUND), before.replace("- [ ] Send", "- [-] Send"));

    let vault = marked(unthanked(), "Thank [[Ines Falk]] by e-mail", '-');
    let before = notes(&vault);
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert_eq!(notes(&vault), before);
    assert!(ran.err.contains("lets go of promises only"), "{}", ran.err);
    assert!(vault.read("Agenda.md").contains("- [-] Thank"));
}

#[test]
fn other_marks_are_left_with_a_word_and_count_for_nothing() {
    for mark in ['/', '>', '?', 'é'] {
        let vault = marked(unthanked(), "Thank [[Ines Falk]] by e-mail", mark).today("2025-03-06");
        let before = notes(&vault);
        assert!(vault.run(&["check"]).ended(Exit::Findings).out.contains("thank/next-day"));
        let ran = vault.run(&["build"]).fine();
        assert_eq!(notes(&vault), before);
        assert!(ran.err.contains(&format!("the mark {mark} says neither done")), "{}", ran.err);
        let agenda = vault.read("Agenda.md");
        assert!(
            agenda.contains(&format!("- [{mark}] Thank")) && agenda.contains("    - not recorded: the mark"),
            "{agenda}"
        );
    }
}

#[test]
fn a_tick_for_nothing_stays_with_the_reason() {
    let vault = ticked(unthanked(), "Thank [[Ines Falk]] by e-mail");
    // They have said no meanwhile: thanks for the round are no duty any more.
    let text = vault.read("Companies/Harbour Glass.md");
    let closed = text.replace("status: waiting", "status: closed");
    let vault = vault.note("Companies/Harbour Glass.md", &closed);
    let before = vault.read(ROUND);
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert_eq!(vault.read(ROUND), before);
    assert!(ran.err.contains("nothing of that kind is to be done any more"), "{}", ran.err);
    let agenda = vault.read("Agenda.md");
    let (_, stray) = agenda.split_once("## Ticked, and not recorded\n- [x] Thank [[Ines Falk]] by e-mail").unwrap();
    assert!(
        stray.contains("✅ 2025-03-05 ^") && stray.contains("\n    - not recorded: nothing of that kind"),
        "{agenda}"
    );
    let after = vault.files();
    vault.run(&["build"]).ended(Exit::Findings);
    assert_eq!(vault.files(), after);
    // Open again, it is recorded, on the day on which it was ticked.
    let vault = vault.note("Companies/Harbour Glass.md", &text).today("2025-03-06");
    vault.run(&["build"]).fine();
    assert!(vault.read(ROUND).contains("- 2025-03-05 email thank-you to [[Ines Falk]]\n"), "{}", vault.read(ROUND));
    assert!(!vault.read("Agenda.md").contains("not recorded"));
}

#[test]
fn a_tick_that_is_written_down_already_just_goes() {
    let vault = ticked(unthanked(), "Thank [[Ines Falk]] by e-mail");
    let vault = swapped(vault, ROUND, "## Log\n", "## Log\n- 2025-03-05 called to thank [[Ines Falk]]\n");
    let before = vault.read(ROUND);
    let ran = vault.run(&["build"]).fine();
    assert_eq!((vault.read(ROUND), ran.err.as_str()), (before, ""));
    assert!(!vault.read("Agenda.md").contains("[x]"));
}

#[test]
fn ticks_of_one_person_count_each_for_itself() {
    let vault = ["Thank [[Ines Falk]] by e-mail", "Post a thank-you letter", "Write [[Ines Falk]] a thank-you card"]
        .into_iter()
        .fold(unthanked(), ticked);
    let before = vault.read(ROUND);
    vault.run(&["agenda"]).fine();
    assert!(vault.read(EMAIL).contains("sent_on: 2025-03-05\n"));
    // A card does for a letter, and still both were sent.
    let log = "- 2025-03-05 post thank-you to [[Ines Falk]]\n- 2025-03-05 handwritten thank-you to [[Ines Falk]]\n";
    assert_eq!(vault.read(ROUND), before + log);
}

#[test]
fn nothing_is_taken_in_by_a_look() {
    let vault = ticked(unthanked(), "Thank [[Ines Falk]] by e-mail");
    let before = vault.files();
    vault.run(&["agenda", "--no-write"]).fine();
    vault.run(&["agenda", "--dry-run"]).fine();
    vault.run(&["agenda", "--today", "2025-03-06"]).fine();
    vault.run(&["letters"]).fine();
    vault.run(&["check"]);
    let told = vault.run(&["build", "--dry-run"]).fine();
    assert_eq!(told.out, format!("replace {EMAIL}\nreplace Agenda.md\n"));
    assert!(vault.run(&["build", "--diff"]).fine().out.contains("+sent_on: 2025-03-05\n"));
    assert_eq!(vault.files(), before);
}

#[test]
fn a_region_changed_by_hand_is_left_and_its_ticks_are_taken_in_once() {
    let vault = ticked(unthanked(), "Thank [[Ines Falk]] by e-mail");
    let vault = swapped(vault, "Agenda.md", "## Today\n", "## Today\n- buy stamps\n");
    let agenda = vault.read("Agenda.md");
    for _ in 0..2 {
        let ran = vault.run(&["agenda"]).ended(Exit::Findings);
        assert!(ran.err.contains("changed by hand") && !ran.err.contains("not recorded"), "{}", ran.err);
        assert_eq!(vault.read("Agenda.md"), agenda);
        assert!(vault.read(EMAIL).contains("sent_on: 2025-03-05\n"));
    }
    vault.run(&["build", "--force"]).fine();
    assert!(!vault.read("Agenda.md").contains("stamps") && !vault.read("Agenda.md").contains("[x]"));
}

#[test]
fn ticks_are_taken_in_out_of_a_merge_in_conflict() {
    let vault = unthanked();
    let clean = vault.read("Agenda.md");
    let mine = clean.replace("- [ ] Thank", "- [x] Thank");
    let yours = clean.replace("    - [ ] Post", "    - [x] Post");
    let vault = vault.note("Agenda.md", &format!("<<<<<<< HEAD\n{mine}=======\n{yours}>>>>>>> other\n"));
    vault.run(&["build"]).fine();
    assert!(vault.read(EMAIL).contains("sent_on: 2025-03-05\n"));
    assert!(vault.read(ROUND).ends_with("- 2025-03-05 post thank-you to [[Ines Falk]]\n"));
    let agenda = vault.read("Agenda.md");
    assert!(!agenda.contains("<<<<<<<") && !agenda.contains("[x]"), "{agenda}");
}

#[test]
fn a_tick_that_comes_back_is_not_taken_for_a_second_question() {
    let asked = format!("{}- 2025-03-17 email status to [[Ines Falk]]\n", super::LOG);
    let vault = logged(&asked).note("vault.toml", "status_max = 3\n").today("2025-03-24");
    let vault = ticked(built(vault), "Ask [[Ines Falk]] for news again");
    let saved = vault.read("Agenda.md");
    vault.run(&["build"]).fine();
    let count = |vault: &TestVault| {
        let letters = vault.files().into_values().filter(|text| text.contains("\nsent_on: 2025"));
        letters.count() + vault.read(ROUND).matches(" status to ").count()
    };
    assert_eq!(count(&vault), 2);
    // Another window saves what it had. The same day nothing is said of it, on the next one its day is asked for.
    let vault = vault.note("Agenda.md", &saved);
    vault.run(&["build"]).fine();
    assert_eq!(count(&vault), 2);
    let mut vault = vault.note("Agenda.md", &saved);
    for today in ["2025-03-25", "2025-03-26"] {
        vault = vault.today(today);
        let ran = vault.run(&["build"]).ended(Exit::Findings);
        assert!(ran.err.contains("the notes have this on 2025-03-24 already"), "{}", ran.err);
        assert_eq!(count(&vault), 2);
    }
    let line = vault.read("Agenda.md").lines().find(|line| line.starts_with("- [x]")).unwrap().to_owned();
    let vault = swapped(vault, "Agenda.md", &line, &format!("{line} ✅ 2025-03-26"));
    vault.run(&["build"]).fine();
    assert_eq!(count(&vault), 3);
}

#[test]
fn an_early_tick_hides_nothing_when_its_day_has_come() {
    let vault = swapped(logged(super::LOG), ROUND, "check_in: email\n", "check_in: email\ncheck_in_on: 2025-03-10\n");
    let vault = ticked(built(vault), "Check in with [[Ines Falk]]");
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert!(ran.err.contains("it counts from 2025-03-10 on"), "{}", ran.err);
    assert!(
        vault.read("Agenda.md").contains("- [x] Check in with") && vault.read("Agenda.md").contains("✅ 2025-03-05 ^")
    );
    // It does not become a check-in of that day, and the duty is shown as overdue.
    let vault = vault.today("2025-03-11");
    let before = notes(&vault);
    vault.run(&["build"]).ended(Exit::Findings);
    assert!(notes(&vault).iter().all(|(path, text)| before.get(path).is_none_or(|old| old == text)));
    let check = vault.run(&["check"]).ended(Exit::Findings);
    assert!(check.out.contains("wait/check-in") && !check.err.contains("tick"), "{check:?}");
}
