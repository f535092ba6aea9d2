//! Which letters are read: unsent ones whose duty stands, be it on hold; not what was overtaken.

use interview_vault::checklist::example::{COMPANY, ROUND};

use super::{CARD, EMAIL, PLAN, full, note, path, rules, say, vault_for};

const WITH_TODO: (&str, &str) = ("Sincerely", "TODO\n\nSincerely");

#[test]
fn only_letters_whose_duty_stands_are_read() {
    let card = CARD.replacen(WITH_TODO.0, WITH_TODO.1, 1);
    let told = |notes: &crate::notes::Notes| rules(&say(notes, "thank-you-card", "", &card));
    assert_eq!(told(&full()), ["letter/blank"]);
    // Thanked otherwise, too late, decided, waived, switched off, under another policy.
    let log = full().swap(ROUND, "## Log\n", "## Log\n- 2025-03-05 post thank-you to [[Ines Falk]]\n");
    let late = full().today("2025-05-05");
    let over = full().swap(COMPANY, "status: waiting\n", "status: withdrawn\ndecided_on: 2025-03-05\n");
    let waived =
        full().swap(ROUND, "round: 1\n", "round: 1\nwaive: [thank/handwritten-card because they never meet]\n");
    let off = full().note("vault.toml", "[rules]\n\"thank/handwritten-card\" = \"off\"\n");
    let policy = full().note("vault.toml", "thanks = \"email-only\"\n");
    for gone in [log, late, over, waived, off, policy] {
        assert_eq!(told(&gone), [""; 0]);
    }
    let held = full().swap(
        ROUND,
        "round: 1\n",
        "round: 1\nhold: [thank/handwritten-card until 2025-03-07 because I have no card here]\n",
    );
    assert_eq!(told(&held), ["letter/blank"]);
}

#[test]
fn a_letter_to_somebody_else_or_of_another_round_serves_no_duty() {
    let body = EMAIL.replacen(WITH_TODO.0, WITH_TODO.1, 1);
    let text = note("thank-you-email", "", &body);
    for (old, new) in [
        ("to: \"[[Ines Falk]]\"", "to: \"[[Tom Beckmann]]\""),
        ("[[2025-03-04 Harbour Glass]]", "[[2025-04-10 Harbour Glass]]"),
    ] {
        let looked = full().note(&path("thank-you-email"), &text.replace(old, new)).look();
        assert_eq!(looked.of("letter/blank").len(), 0, "{new}");
    }
    // Without a word of its own, a letter belongs to its round's company.
    let looked = full().note(&path("thank-you-email"), &text.replace("company: \"[[Harbour Glass]]\"\n", "")).look();
    assert_eq!(looked.of("letter/blank").len(), 1);
}

#[test]
fn a_plan_that_the_preparation_links_is_read_until_its_round() {
    let body = PLAN.replace("10 people", "TODO");
    let second = "Rounds/2025-04-10 Harbour Glass.md";
    let linked = format!("- plan: [[{}]]\n- copies: 3\n", path("plan-30-60-90").trim_end_matches(".md"));
    let vault =
        full().swap(second, "[[Tom Beckmann]]\"]\n---\n", &format!("[[Tom Beckmann]]\"]\n---\n## Prepare\n{linked}"));
    assert_eq!(rules(&say(&vault, "plan-30-60-90", "", &body)), ["letter/blank", "letter/plan-parts"]);
    let held = vault.swap(second, "state: planned", "state: held").today("2025-04-11");
    assert_eq!(rules(&say(&held, "plan-30-60-90", "", &body)), [""; 0]);
}

#[test]
fn sheets_are_never_read() {
    for document in ["prep-sheet", "closing-card"] {
        let told = say(&full(), document, "", "TODO. I am passionate. How are your sons?\n");
        assert_eq!(rules(&told), [""; 0]);
    }
}

#[test]
fn an_empty_letter_lacks_what_it_must_have_and_nothing_else() {
    let told = say(&vault_for("status-request"), "status-request", "", "");
    assert_eq!(rules(&told), ["letter/interest", "letter/status-parts"]);
    assert_eq!(rules(&say(&full(), "thank-you-card", "", "\n\n")), ["letter/moment", "letter/thanks"]);
}
