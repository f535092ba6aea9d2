//! Notes as people have them: only the line that is meant changes, whatever stands around it.

use interview_vault::checklist::example::ROUND;
use interview_vault::cli::Exit;

use super::{EMAIL, built, id_of, logged, marked, swapped, ticked, unthanked};
use crate::desk::TestVault;

/// The round's note with its log, or what stands there instead, so written.
fn round(log: &str) -> (TestVault, String) {
    let vault = logged(log);
    let text = vault.read(ROUND);
    (vault, text)
}

/// Post a letter, which goes into the log.
fn post(vault: TestVault) -> String {
    let vault = ticked(built(vault), "Post a thank-you letter");
    vault.run(&["build"]).fine();
    vault.read(ROUND)
}

#[test]
fn one_line_comes_to_the_log_however_it_is_kept() {
    let line = "2025-03-05 post thank-you to [[Ines Falk]]";
    for (old, new) in [
        ("## Log\n", format!("## Log\n- {line}\n")),
        ("", format!("## Log\n\n- {line}\n")),
        ("## Log\n\n## Bold move\nI asked.\n", format!("## Log\n- {line}\n\n## Bold move\nI asked.\n")),
        (
            "# log\n* 2025-03-04 phone other from [[Ines Falk]]\n",
            format!("# log\n* 2025-03-04 phone other from [[Ines Falk]]\n* {line}\n"),
        ),
        (
            "## Log\n1. 2025-03-04 phone other from [[Ines Falk]]\n\t- said hello\n\n## Scrawl\nx\n",
            format!(
                "## Log\n1. 2025-03-04 phone other from [[Ines Falk]]\n\t- said hello\n2. {line}\n\n## Scrawl\nx\n"
            ),
        ),
        (
            "## Log\n- 2025-03-04 phone other from [[Ines Falk]]\n\t- deep\n\t\t- deeper\n### Mine\n- z\n",
            format!(
                "## Log\n- 2025-03-04 phone other from [[Ines Falk]]\n\t- deep\n\t\t- deeper\n- {line}\n### Mine\n- z\n"
            ),
        ),
        ("## Log\n%% one line a contact %%\n", format!("## Log\n%% one line a contact %%\n- {line}\n")),
        ("## Log", format!("## Log\n- {line}")),
        (
            "## Log\n+ 2025-03-04 phone other from [[Ines Falk]]",
            format!("## Log\n+ 2025-03-04 phone other from [[Ines Falk]]\n+ {line}"),
        ),
    ] {
        let (vault, text) = round(old);
        let head = text.strip_suffix(old).unwrap();
        assert_eq!(post(vault), format!("{head}{new}"), "{old:?}");
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    let (vault, text) = round("## Promises\n- [ ] Send the kiln figures 📅 2025-03-06\n\n## Log\n");
    let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let vault = ticked(built(vault.note(ROUND, &text)), "Keep a promise");
    let vault = ticked(vault, "Post a thank-you letter");
    vault.run(&["build"]).fine();
    let expected = text.replace(
        "- [ ] Send the kiln figures 📅 2025-03-06",
        "- [x] Send the kiln figures 📅 2025-03-06 ✅ 2025-03-05",
    );
    assert_eq!(vault.read(ROUND), expected + "- 2025-03-05 post thank-you to [[Ines Falk]]\r\n");
}

#[test]
fn a_log_in_which_nothing_can_be_read_any_more_is_refused() {
    let (vault, _) = round("## Log\n```\nopen fence\n");
    let vault = ticked(built(vault), "Post a thank-you letter");
    let before = vault.read(ROUND);
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert_eq!(vault.read(ROUND), before);
    assert!(ran.err.contains("cannot be written safely under Log"), "{}", ran.err);
    assert!(vault.read("Agenda.md").contains("- [x] Post a thank-you letter"));
}

#[test]
fn a_promise_is_ticked_where_it_stands() {
    for (old, item, new) in [
        ("- [ ] Send it", "Send it", "- [x] Send it ✅ 2025-03-05"),
        (
            "- [ ] Send it [due:: 2025-03-06] ^a1",
            "Send it",
            "- [x] Send it [due:: 2025-03-06]  [completion:: 2025-03-05] ^a1",
        ),
        ("- [ ] Send it (due:: 2025-03-06)", "Send it", "- [x] Send it (due:: 2025-03-06)  (completion:: 2025-03-05)"),
        ("- [ ] Send it 📅 2025-03-06 #work  ", "Send it", "- [x] Send it 📅 2025-03-06 #work ✅ 2025-03-05  "),
        (
            "* [/] Send it\n  as soon as may be",
            "Send it as soon as may be",
            "* [x] Send it ✅ 2025-03-05\n  as soon as may be",
        ),
        ("1. Later\n\t1. [ ] Send it", "Send it", "1. Later\n\t1. [x] Send it ✅ 2025-03-05"),
        ("- [ ] Send it ✅ 2025-03-01", "Send it", "- [x] Send it ✅ 2025-03-05"),
        (
            "- [ ] Größe schicken an [[Ines Falk]]",
            "Größe schicken",
            "- [x] Größe schicken an [[Ines Falk]] ✅ 2025-03-05",
        ),
    ] {
        let section =
            |line: &str| format!("## Promises\n{line}\n\n## Log\n- 2025-03-05 email thank-you to [[Ines Falk]]\n");
        let (vault, text) = round(&section(old));
        let vault = ticked(built(vault), &format!("Keep a promise: {item}"));
        let ran = vault.run(&["build"]).fine();
        assert_eq!(vault.read(ROUND), text.replace(&section(old), &section(new)), "{}", ran.err);
    }
}

#[test]
fn of_two_equal_promises_the_ticked_one_is_meant() {
    let section = "## Promises\n- [ ] Call [[Ines Falk]] 📅 2025-03-06\n- [ ] Send it\n- [ ] Call [[Ines Falk]] 📅 2025-03-07\n\n## Log\n";
    let (vault, text) = round(section);
    let vault = built(vault);
    let agenda = vault.read("Agenda.md");
    let line = agenda.lines().rfind(|line| line.contains("Keep a promise: Call")).unwrap();
    let vault = swapped(vault, "Agenda.md", line, &line.replace("[ ]", "[x]"));
    let second = vault.read("Agenda.md");
    vault.run(&["build"]).fine();
    assert_eq!(
        vault.read(ROUND),
        text.replace("- [ ] Call [[Ines Falk]] 📅 2025-03-07", "- [x] Call [[Ines Falk]] 📅 2025-03-07 ✅ 2025-03-05")
    );
    // Both at once, and a third promise, in one run.
    let all = second.replace("- [ ] Keep", "- [x] Keep");
    let vault = vault.note(ROUND, &text).note("Agenda.md", &all);
    vault.run(&["build"]).fine();
    assert_eq!(vault.read(ROUND).matches("- [x] ").count(), 3, "{}", vault.read(ROUND));
    assert_eq!(vault.read(ROUND).matches(" ✅ 2025-03-05\n").count(), 3);
}

#[test]
fn a_promise_edited_since_is_known_by_its_words() {
    let section = "## Promises\n- [ ] Send the list to [[Ines Falk]] 📅 2025-03-06\n\n## Log\n";
    for (edited, expected) in [
        // The same words, dates and signs aside.
        (
            "- [ ] send  the list to [[Ines Falk]]! 📅 2025-03-07 ⏫",
            Some("- [x] send  the list to [[Ines Falk]]! 📅 2025-03-07 ⏫ ✅ 2025-03-05"),
        ),
        // Another promise.
        ("- [ ] Send two lists to [[Ines Falk]] 📅 2025-03-06", None),
    ] {
        let (vault, _) = round(section);
        let vault = ticked(built(vault), "Keep a promise");
        let vault = swapped(vault, ROUND, "- [ ] Send the list to [[Ines Falk]] 📅 2025-03-06", edited);
        let ran = vault.run(&["build"]);
        assert_eq!(ran.exit, if expected.is_some() { Exit::Fine } else { Exit::Findings }, "{}", ran.err);
        assert!(vault.read(ROUND).contains(expected.unwrap_or(edited)), "{}", vault.read(ROUND));
    }
}

#[test]
fn the_day_of_a_letter_goes_where_its_key_stands() {
    for (old, new) in [
        ("sent_on:\n", "sent_on: 2025-03-05\n"),
        ("sent_on: # when it went\n", "sent_on: 2025-03-05 # when it went\n"),
        ("sent_on: \"\"\n", "sent_on: 2025-03-05\n"),
        ("sent_on: null # yet\n", "sent_on: 2025-03-05 # yet\n"),
        ("", "sent_on: 2025-03-05\n"),
    ] {
        let vault = swapped(unthanked(), EMAIL, "sent_on:\n", old);
        let before = vault.read(EMAIL);
        let vault = ticked(vault, "Thank [[Ines Falk]] by e-mail");
        vault.run(&["build"]).fine();
        let expected = if old.is_empty() {
            before.replace("channel: email\n", &format!("channel: email\n{new}"))
        } else {
            before.replace(old, new)
        };
        assert_eq!(vault.read(EMAIL), expected, "{old:?}");
    }
}

#[test]
fn an_allys_note_gets_the_day_whatever_it_holds() {
    for (old, new) in [
        (
            "---\ntype: contact\ninfluences: [\"[[Harbour Glass]]\"]\n---\n",
            "---\ntype: contact\ninfluences: [\"[[Harbour Glass]]\"]\nasked_on: 2025-03-05\n---\n",
        ),
        (
            "---\r\nasked_on: # soon\r\ntype: contact\r\ninfluences: [\"[[Harbour Glass]]\"]\r\n---\r\n\r\nmine",
            "---\r\nasked_on: 2025-03-05 # soon\r\ntype: contact\r\ninfluences: [\"[[Harbour Glass]]\"]\r\n---\r\n\r\nmine",
        ),
        (
            "---\ntype: contact\nasked_on: '2019-01-01' # for Ostby\nknows: \"[[Ines Falk]]\"\n---",
            "---\ntype: contact\nasked_on: 2025-03-05 # for Ostby\nknows: \"[[Ines Falk]]\"\n---",
        ),
    ] {
        let vault = built(TestVault::sound().today("2025-03-05").note("Contacts/Liv Moe.md", old));
        let vault = ticked(vault, "Ask [[Liv Moe]] for a good word");
        vault.run(&["build"]).fine();
        assert_eq!(vault.read("Contacts/Liv Moe.md"), new);
    }
}

#[test]
fn a_round_that_cannot_be_read_is_left() {
    let vault = ticked(unthanked(), "Post a thank-you letter");
    let broken = vault.read(ROUND).replace("round: 1\n", "round: 1\nround: 2\n");
    let vault = vault.note(ROUND, &broken);
    vault.run(&["build"]).ended(Exit::Findings);
    assert_eq!(vault.read(ROUND), broken);
    assert!(vault.read("Agenda.md").contains("[x]"));
}

#[test]
fn a_line_of_the_agenda_may_be_ticked_in_any_editor() {
    let vault = unthanked();
    let crlf = vault.read("Agenda.md").replace('\n', "\r\n");
    let vault = marked(vault.note("Agenda.md", &crlf), "Post a thank-you letter", 'X');
    vault.run(&["build"]).fine();
    assert!(vault.read(ROUND).ends_with("- 2025-03-05 post thank-you to [[Ines Falk]]\n"));
    let agenda = vault.read("Agenda.md");
    assert_eq!(agenda.matches('\n').count(), agenda.matches("\r\n").count());
    assert!(!id_of(&logged("## Log\n"), "thank/next-day").is_empty());
}
