//! What no letter may tell.

use interview_vault::checklist::example::{COMPANY, ME, PERSON, ROUND};
use interview_vault::diagnostic::Severity::Error;

use super::{CARD, DOCUMENTS, full, rules, say, sound_text, vault_for};
use crate::notes::Notes;

fn with_secrets(notes: Notes) -> Notes {
    notes
        .swap(
            PERSON,
            "- hobby: mends clocks\n",
            "- hobby: mends clocks\n- likes: long silences (from [[Tom Beckmann]])\n- family: two sons in the navy\n\
             - note: hums while reading figures\n- concern: people who leave after a year\n",
        )
        .swap(
            ROUND,
            "- support: yes\n",
            "- support: yes\n- about [[Tom Beckmann]]: counts the broken panes on his way in\n- family: her mother blew glass\n",
        )
        .swap(ROUND, "## Log\n", "## Log\n- 2025-03-05 phone other from [[Ines Falk]]: the owner sells the quarry in spring\n")
}

fn added(notes: &Notes, sentence: &str) -> Vec<super::Told> {
    say(notes, "thank-you-card", "", &CARD.replace("I still", &format!("{sentence} I still")))
}

#[test]
fn letter_private_finds_what_was_told_in_confidence() {
    let vault = with_secrets(full());
    for told in [
        "I hear that you like long silences.",
        "How are your sons in the navy?",
        "You hum while you read the figures.",
        "Tom counts broken panes on his way in, I hear.",
        "Your mother blew glass, I know.",
        "So the owner sells the quarry in spring.",
        "They say: “two sons, both in the navy”.",
    ] {
        let found = added(&vault, told);
        assert_eq!(rules(&found), ["letter/private"], "{told}");
        assert!(
            found[0].1 == Error && told.trim_end_matches('.').contains(found[0].2.trim_end_matches(['.', '”'])),
            "{found:?}"
        );
    }
    for fine in [
        "I hear that you mend clocks.",                     // they said so themselves
        "You worried about people who leave after a year.", // so they did
        "I like silence.",
        "The glass is blown by hand, I think.",
        "Reading figures is my trade.",
        "The spring is near.",
        "I counted 40 panes.",
    ] {
        assert_eq!(added(&vault, fine), [], "{fine}");
    }
}

#[test]
fn letter_private_leaves_what_is_open_otherwise() {
    let told = "How are your sons in the navy?";
    let vault = with_secrets(full());
    for open in [
        vault.clone().swap(ROUND, "- concerns: none", "- moment: her two sons in the navy\n- concerns: none"),
        vault.clone().swap(
            COMPANY,
            "## Research\n",
            "## Research\n- 2025-03-05 [[Ines Falk]]: has two sons in the navy\n",
        ),
        vault.clone().swap(COMPANY, "## Challenges\n", "## Challenges\n- two sons in the navy cannot help\n"),
    ] {
        assert_eq!(added(&open, told), []);
    }
    // An accomplishment that shares its words with a secret is still one's own.
    let own = vault.swap(ME, "- tunnel:", "- navy: trained two sons of the navy\n- tunnel:");
    assert_eq!(added(&own, "I trained two sons of the navy."), []);
}

#[test]
fn letter_private_looks_at_everything_that_goes_out_or_went() {
    for document in DOCUMENTS {
        let body =
            format!("{}How are your sons in the navy?\n", sound_text(document).split("Sincerely").next().unwrap());
        let vault = with_secrets(vault_for(document));
        let told = say(&vault, document, "", &body);
        assert_eq!(rules(&told), ["letter/private"], "{document}");
        let told = say(&vault, document, "sent_on: 2025-03-05\n", &body);
        assert_eq!(rules(&told), ["letter/private"], "{document}");
    }
}

#[test]
fn letter_private_does_not_mind_what_was_learnt_afterwards() {
    let later = "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nstate: held\ninterview_date: 2025-03-20\n\
                 interviewers: [\"[[Tom Beckmann]]\"]\n---\n## Close\n- about [[Ines Falk]]: sails a red dinghy to work\n";
    let vault = full().note("Rounds/2025-04-10 Harbour Glass.md", later).today("2025-03-21");
    let body = CARD.replace("I still", "That red dinghy you sail to work! I still");
    assert_eq!(say(&vault, "thank-you-card", "sent_on: 2025-03-05\n", &body), []);
    let after = say(&vault, "thank-you-card", "sent_on: 2025-03-21\n", &body);
    assert_eq!(rules(&after), ["letter/private"]);
}

#[test]
fn letter_private_cannot_be_waived_and_the_others_can() {
    let waived = |rule: &str| format!("waive: [{rule} because this one is meant to be so]\n");
    let vault = with_secrets(full());
    let body = CARD.replace("I still", "How are your sons in the navy? TODO I still");
    let told = |rule: &str| rules(&say(&vault, "thank-you-card", &waived(rule), &body));
    assert_eq!(told("letter/blank"), ["letter/private"]);
    assert_eq!(told("letter/private"), ["letter/blank", "letter/private"]);
}
