//! `vault done`.

use interview_vault::checklist::example::{COMPANY, ROUND};
use interview_vault::cli::Exit;

use super::{EMAIL, built, id_of, items, logged, notes, swapped, unthanked};
use crate::desk::TestVault;

#[test]
fn an_item_is_done_by_its_id_and_doing_it_again_writes_nothing() {
    let vault = unthanked();
    let id = id_of(&vault, "thank/posted-letter");
    let before = vault.read(ROUND);
    let dry = vault.run(&["done", &id[..4], "--dry-run"]).fine();
    assert!(dry.out.contains("would write") && vault.read(ROUND) == before, "{}", dry.out);
    let ran = vault.run(&["done", &id[..4]]).fine();
    let line = "- 2025-03-05 post thank-you to [[Ines Falk]]";
    assert_eq!(vault.read(ROUND), format!("{before}{line}\n"));
    assert_eq!(ran.out, format!("wrote {ROUND}\n  Log: {line}\n"));
    let after = vault.files();
    for given in [&id[..4], &format!("(^{})", id.to_uppercase())] {
        let again = vault.run(&["done", given]).fine();
        assert!(again.out.contains("say so already"), "{again:?}");
    }
    assert_eq!(vault.files(), after);
}

#[test]
fn day_and_channel_can_be_told() {
    let vault = unthanked();
    let (email, card) = (id_of(&vault, "thank/next-day"), id_of(&vault, "thank/handwritten-card"));
    let before = vault.read(ROUND);
    vault.run(&["done", &card, "--on", "yesterday", "--by", "lobby"]).fine();
    assert_eq!(vault.read(ROUND), before.clone() + "- 2025-03-04 lobby thank-you to [[Ines Falk]]\n");

    let vault = vault.note(ROUND, &before);
    vault.run(&["done", &email, "--by", "phone"]).fine();
    let letter = vault.read(EMAIL);
    assert!(letter.contains("\nchannel: phone\n") && letter.contains("\nsent_on: 2025-03-05\n"), "{letter}");
}

#[test]
fn what_was_said_by_phone_was_said_with_them() {
    let vault = logged(super::LOG).today("2025-03-19");
    vault.run(&["done", &id_of(&vault, "chase/status"), "--by", "phone"]).fine();
    assert!(vault.read(ROUND).ends_with("- 2025-03-19 phone status with [[Ines Falk]]\n"), "{}", vault.read(ROUND));
}

#[test]
fn what_no_box_can_end_says_what_to_write_and_where() {
    let vault =
        swapped(TestVault::sound().today("2025-03-13"), ROUND, "hear_by: 2025-03-14\nhear_by_confirmed: true\n", "");
    let before = vault.files();
    for (rule, help, path) in
        [("close/hear-by", "hear_by: YYYY-MM-DD", ROUND), ("wait/research", "under Research", COMPANY)]
    {
        let ran = vault.run(&["done", &id_of(&vault, rule)]).ended(Exit::Findings);
        assert!(ran.err.contains(help) && ran.err.contains(path) && ran.err.contains(rule), "{}", ran.err);
    }
    assert_eq!(vault.files(), before);
}

#[test]
fn a_wrong_id_day_or_channel_is_no_use() {
    let vault = built(logged("## Promises\n- [ ] Send it to [[Ines Falk]] 📅 2025-03-06\n\n## Log\n"));
    let (thanks, promise) = (id_of(&vault, "thank/next-day"), id_of(&vault, "keep/promise"));
    let slip = if thanks.ends_with('0') { format!("{}1", &thanks[..7]) } else { format!("{}0", &thanks[..7]) };
    let before = vault.files();
    for (args, told) in [
        (&["done", &thanks[..3]][..], "too short"),
        (&["done", &slip], thanks.as_str()),
        (&["done", "zzzzzzzz"], "no item has an id"),
        (&["done", &thanks, "--on", "2025-03-06"], "after today"),
        (&["done", &thanks, "--on", "2025-03-03"], "before the interview, 2025-03-04"),
        (&["done", &thanks, "--on", "soonish"], "names no day"),
        (&["done", &thanks, "--by", "pigeon"], "email, post, handwritten, lobby, phone, in-person"),
        (&["done", &promise, "--by", "post"], "no channel"),
    ] {
        let ran = vault.run(args).ended(Exit::Failed);
        assert!(ran.err.contains(told), "{args:?}: {}", ran.err);
    }
    assert_eq!(vault.files(), before);
}

#[test]
fn what_would_not_end_it_is_not_written() {
    let vault = unthanked().note("vault.toml", "thanks = \"all\"\n");
    let before = notes(&vault);
    let ran = vault.run(&["done", &id_of(&vault, "thank/posted-letter"), "--by", "phone"]).ended(Exit::Findings);
    assert!(ran.err.contains("still to be done"), "{}", ran.err);
    // Their answer is due on the 14th: a question before then is none.
    let early = logged(super::LOG).today("2025-03-13");
    let ran = early.run(&["done", &id_of(&early, "chase/status")]).ended(Exit::Findings);
    assert!(ran.err.contains("counts from 2025-03-17 on"), "{}", ran.err);
    assert_eq!(notes(&vault), before);
}

#[test]
fn what_is_on_hold_can_be_done_all_the_same() {
    let vault = unthanked();
    let id = id_of(&vault, "thank/next-day");
    vault.run(&["hold", &id, "--until", "2025-03-10", "--because", "she is away all week"]).fine();
    assert!(items(&vault).iter().all(|item| item["rule"] != "thank/next-day"));
    vault.run(&["done", &id]).fine();
    assert!(vault.read(EMAIL).contains("sent_on: 2025-03-05\n"));
    assert!(!vault.run(&["agenda", "--no-write"]).fine().out.contains("On hold"));
}
