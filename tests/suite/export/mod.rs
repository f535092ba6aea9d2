//! `vault letters export`: the ways of a letter out of the house.

mod hostile;
#[cfg(feature = "pdf")]
mod pdf;

use interview_vault::checklist::example::{ME, PERSON};
use interview_vault::cli::Exit;
use mail_parser::MessageParser;

use crate::desk::{Ran, TestVault};

const LETTER: &str = "Letters/letter.md";

/// The sound vault with one letter of that document and body.
fn with_letter(document: &str, body: &str) -> TestVault {
    let note = format!(
        "---\ntype: letter\ndocument: {document}\ncompany: \"[[Harbour Glass]]\"\n\
         for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\n---\n\n{body}\n"
    );
    TestVault::sound().note(LETTER, &note)
}

const EMAIL: &str = "Subject: Thank you for Tuesday\n\nDear Ines Falk,\n\nThank you for your time, and for the tour.\n\n\
                     - I led **two** shifts\n- kiln: 50\\% less\n\nKind regards,\nRosa Lind";

fn export(vault: &TestVault, arguments: &[&str]) -> Ran {
    vault.run(&[&["letters", "export", "letter"], arguments].concat())
}

#[test]
fn plain_text_and_a_link_are_printed() {
    let vault = with_letter("thank-you-email", EMAIL);
    let before = vault.files();
    let text = export(&vault, &["--to", "txt"]).fine().out;
    assert_eq!(text, EMAIL.replace("**", "").replace("\\%", "%") + "\n");
    let link = export(&vault, &["--to", "mailto"]).fine().out;
    assert!(link.starts_with("mailto:ines@harbour-glass.example?subject=Thank%20you%20for%20Tuesday&body=Dear%20Ines"));
    assert!(link.contains("50%25%20less%0D%0A%0D%0AKind%20regards%2C%0D%0ARosa%20Lind\n"), "{link}");
    assert_eq!(link.lines().count(), 1);
    assert_eq!(vault.files(), before);
}

#[test]
fn a_mail_opens_as_a_draft() {
    let vault = with_letter("thank-you-email", EMAIL);
    let mail = export(&vault, &["--to", "eml", "--output", "-"]).fine().out;
    assert!(mail.starts_with("X-Unsent: 1\r\n") && !mail.contains("\r\nDate:"), "{mail}");
    assert!(mail.lines().count() == mail.matches("\r\n").count() && mail.is_ascii());
    let parsed = MessageParser::default().parse(mail.as_bytes()).unwrap();
    assert_eq!(parsed.subject(), Some("Thank you for Tuesday"));
    let address = |list: Option<&mail_parser::Address<'_>>| {
        let first = list.unwrap().first().unwrap();
        (first.name().unwrap().to_owned(), first.address().unwrap().to_owned())
    };
    assert_eq!(address(parsed.from()), ("Rosa Lind".to_owned(), "rosa@lind.example".to_owned()));
    assert_eq!(address(parsed.to()), ("Ines Falk".to_owned(), "ines@harbour-glass.example".to_owned()));
    assert!(parsed.message_id().unwrap().ends_with("@lind.example"));
    let body = parsed.body_text(0).unwrap().replace("\r\n", "\n");
    assert!(body.starts_with("Dear Ines Falk,\n\nThank you") && body.trim_end().ends_with("Rosa Lind"), "{body}");
    let other = with_letter("thank-you-email", &EMAIL.replace("tour", "tea"));
    let other = export(&other, &["--to", "eml", "--output", "-"]).fine().out;
    let id = |mail: &str| mail.lines().find(|line| line.starts_with("Message-ID")).unwrap().to_owned();
    assert_ne!(id(&mail), id(&other));
}

#[test]
fn a_missing_address_names_the_note_to_fill() {
    let vault = with_letter("thank-you-email", EMAIL);
    let without = vault.read(PERSON).replace("email: ines@harbour-glass.example\n", "");
    let vault = vault.note(PERSON, &without);
    for format in ["eml", "mailto"] {
        let ran = export(&vault, &["--to", format]).ended(Exit::Findings);
        assert!(ran.err.contains(PERSON) && ran.err.contains("`email`"), "{ran:?}");
        assert!(ran.out.is_empty());
    }
    let vault = with_letter("thank-you-email", EMAIL);
    let odd = vault.read(ME).replace("rosa@lind.example", "\"rosa@lind.example, x@y.example\"");
    let ran = export(&vault.note(ME, &odd), &["--to", "eml"]).ended(Exit::Findings);
    assert!(ran.err.contains(ME) && ran.err.contains("name@domain"), "{ran:?}");
}

#[test]
fn a_file_lies_where_one_is_and_is_replaced_only_while_it_is_ours() {
    let vault = with_letter("thank-you-email", EMAIL).in_folder("Rounds");
    let told = export(&vault, &["--to", "html", "--dry-run"]).fine().out;
    assert_eq!(told, "would write letter.html\n");
    assert!(!vault.files().contains_key("Rounds/letter.html"));
    assert_eq!(export(&vault, &["--to", "html"]).fine().out, "wrote letter.html\n");
    let first = vault.read("Rounds/letter.html");
    assert!(first.contains("<strong>two</strong>") && first.contains("size: A4"), "{first}");
    let again = export(&vault, &["--to", "html"]).fine().out;
    assert!(again.starts_with("nothing to write"), "{again}");

    let changed = vault.read(LETTER).replace("the tour", "the tea");
    let vault = vault.note(LETTER, &changed);
    assert_eq!(export(&vault, &["--to", "html"]).fine().out, "wrote letter.html\n");
    assert!(vault.read("Rounds/letter.html").contains("the tea"));

    let mine = vault.read("Rounds/letter.html").replace("the tea", "the coffee");
    let vault = vault.note("Rounds/letter.html", &mine);
    let ran = export(&vault, &["--to", "html"]).ended(Exit::Findings);
    assert!(ran.err.contains("letter.html is not written") && ran.err.contains("--output"), "{ran:?}");
    assert_eq!(vault.read("Rounds/letter.html"), mine);
    export(&vault, &["--to", "html", "--output", "other.html"]).fine();
    assert!(vault.read("Rounds/other.html").contains("the tea"));
    export(&vault, &["--to", "html", "--output", "no/such/folder.html"]).ended(Exit::Failed);
}

#[test]
fn blanks_keep_a_letter_in_the_house() {
    let vault = with_letter("thank-you-email", &EMAIL.replace("the tour", "⟨what you saw⟩"));
    let before = vault.files();
    let ran = export(&vault, &["--to", "html"]).ended(Exit::Findings);
    assert!(ran.err.contains("1 blank is still to fill") && ran.err.contains("--anyway"), "{ran:?}");
    assert_eq!(vault.files(), before);
    let ran = export(&vault, &["--to", "txt", "--anyway"]).fine();
    assert!(ran.err.contains("1 blank") && ran.out.contains("⟨what you saw⟩"), "{ran:?}");
}

#[test]
fn what_is_no_letter_or_no_way_out_is_said() {
    let vault = with_letter("thank-you-email", EMAIL);
    let ran = vault.run(&["letters", "export", "leter", "--to", "txt"]).ended(Exit::Failed);
    assert!(ran.err.contains("did you mean `letter`?"), "{ran:?}");
    vault.run(&["letters", "export", "letter"]).ended(Exit::Failed);
    vault.run(&["letters", "export", "letter", "--to", "docx"]).ended(Exit::Failed);
    vault.run(&["letters", "--diff", "export", "letter", "--to", "txt"]).ended(Exit::Failed);
    vault.run(&["letters"]).fine();
}

#[test]
fn a_letter_by_post_has_its_head_and_room_to_sign() {
    let body = "Rosa Lind\n5 Quay Street\n\n5 March 2025\n\nInes Falk\nHarbour Glass\n\nDear Ines Falk,\n\nThank you.\n\n\
                Sincerely,\n\n\n\nRosa Lind";
    let vault = with_letter("posted-letter", body).note("vault.toml", "[letters]\npaper = \"letter\"\n");
    let page = export(&vault, &["--anyway", "--to", "html", "--output", "-"]).fine().out;
    for part in [
        "<p class=\"sender\">Rosa Lind<br>\n5 Quay Street</p>",
        "<div class=\"head\">\n<p>5 March 2025</p>\n<p>Ines Falk<br>\nHarbour Glass</p>\n</div>",
        "<p class=\"room2\">Rosa Lind</p>",
        "<title>Letter to Ines Falk</title>",
        "size: letter",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert_eq!(export(&vault, &["--anyway", "--to", "txt"]).fine().out, format!("{body}\n"));
}
