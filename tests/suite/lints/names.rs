//! Names: the greeting, slips of the pen, other companies.

use interview_vault::checklist::example::{COMPANY, ME, ROUND};
use interview_vault::diagnostic::Severity::Error;

use super::{CARD, STATUS, Told, full, note, rules, say};

fn greeted(greeting: &str) -> Vec<Told> {
    say(&full(), "thank-you-card", "", &CARD.replace("Dear Ines,", greeting))
}

#[test]
fn letter_name_wants_the_greeting_to_be_to_the_person() {
    for greeting in [
        "Dear Mr Beck,",
        "Dear Rosa,",
        "Dear Sir or Madam,",
        "To whom it may concern,",
        "Hello,",
        "Dear Inessa,",
        "Dear hiring manager",
        "Good morning, Tom,",
    ] {
        let told = greeted(greeting);
        assert_eq!(rules(&told), ["letter/name"], "{greeting}");
        assert_eq!(told[0].1, Error);
        assert!(greeting.starts_with(told[0].2.trim_end()), "{told:?}");
    }
    for greeting in [
        "Dear Ines,",
        "Dear Ms Falk,",
        "Dear ines falk",
        "Hi Ines!",
        "Ines,",
        "Dear Dr Ines Falk:",
        "Dear ⟨their name⟩,",
        "",
    ] {
        let told = greeted(greeting);
        let told: Vec<_> = rules(&told).into_iter().filter(|rule| *rule == "letter/name").collect();
        assert_eq!(told, [""; 0], "{greeting}");
    }
}

#[test]
fn letter_name_knows_every_way_to_write_a_name() {
    for (name, greeting, is_fine) in [
        ("Anna van der Berg", "Dear Ms van der Berg,", true),
        ("Anna van der Berg", "Dear Ms Berg,", false),
        ("Seán O'Neill", "Dear Mr O’Neill,", true),
        ("Seán O'Neill", "Dear Sea\u{301}n,", true),
        ("Mary Holm, PhD", "Dear Dr Holm,", true),
        ("Cher", "Dear Cher,", true),
    ] {
        let vault = full().note(&format!("Interviewers/{name}.md"), "---\ntype: interviewer\n---\n").swap(
            ROUND,
            "\ninterviewers: [\"[[Ines Falk]]\"]",
            &format!("\ninterviewers: [\"[[Ines Falk]]\", \"[[{name}]]\"]"),
        );
        let body = CARD.replace("Dear Ines,", greeting);
        let text = note("thank-you-card", "", &body).replace("to: \"[[Ines Falk]]\"", &format!("to: \"[[{name}]]\""));
        let looked = vault.note("Letters/card.md", &text).look();
        assert_eq!(looked.of("letter/name").is_empty(), is_fine, "{name}: {greeting}");
    }
}

#[test]
fn letter_name_finds_a_slip_in_the_name_of_somebody_only_their_own_note_places_there() {
    for (company, expected) in [("Harbour Glass", &["letter/name"][..]), ("Elsewhere", &[])] {
        let keys = format!("---\ntype: interviewer\ncompany: \"[[{company}]]\"\n---\n");
        let vault = full()
            .note("Companies/Elsewhere.md", "---\ntype: company\n---\n")
            .note("Interviewers/Olga Brand.md", &keys);
        let body = CARD.replace("I still", "Give my best to Ms Brant. I still");
        assert_eq!(rules(&say(&vault, "thank-you-card", "", &body)), expected, "{company}");
    }
}

#[test]
fn letter_name_finds_a_slip_in_a_family_name() {
    let told = |sentence: &str| {
        let told = say(&full(), "thank-you-card", "", &CARD.replace("I still", &format!("{sentence} I still")));
        told.into_iter().map(|(rule, _, words)| (rule, words)).collect::<Vec<_>>()
    };
    for (sentence, slip) in [
        ("Give my best to Mr Fack.", "Fack"),
        ("And to Tom Bekmann.", "Bekmann"),
        ("And to Tom Bekman.", "Bekman"), // two slips in a name of eight letters
        ("It was Falck's idea.", "Falck"),
        ("I asked (Faulk) too.", "Faulk"),
    ] {
        assert_eq!(told(sentence), [("letter/name", slip.to_owned())], "{sentence}");
    }
    for sentence in [
        "Give my best to Mr Beckmann.",
        "Give my best to Mr Fox.",
        "Talk soon! Fall comes.", // begins a sentence
        "I like to walk and talk.",
        "Say hello to Tom Backman Junior, no: to Mr Bolkmun.",
        "He wrote “Fack”.",
    ] {
        let found: Vec<_> = told(sentence).into_iter().filter(|(_, word)| word != "Backman").collect();
        assert_eq!(found, [], "{sentence}");
    }
    // A word that stands anywhere in the notes is meant.
    let known = full().swap(COMPANY, "a second furnace opens in May", "bought the Fack works");
    let body = CARD.replace("I still", "Give my best to the Fack works. I still");
    assert_eq!(say(&known, "thank-you-card", "", &body), []);
}

#[test]
fn letter_name_finds_a_slip_in_the_greeting_once() {
    assert_eq!(greeted("Dear Ms Fack,").len(), 1);
}

#[test]
fn letter_name_finds_another_company_of_the_vault() {
    let body = STATUS.replace("keen on the job", "keen on Fenn Rail");
    let vault = super::vault_for("status-request");
    let told = say(&vault, "status-request", "", &body);
    assert_eq!(told, [("letter/name", Error, "Fenn Rail".to_owned())]);
    for fine in ["keen on fenn rail", "keen on Fenn Railways", "keen on “Fenn Rail” (as you said)"] {
        assert_eq!(say(&vault, "status-request", "", &STATUS.replace("keen on the job", fine)), [], "{fine}");
    }
    // Who worked there may say so.
    let worked = vault.swap(ME, "- tunnel:", "- rails: laid 9 miles at Fenn Rail\n- tunnel:");
    assert_eq!(say(&worked, "status-request", "", &body), []);
}

#[test]
fn letter_name_finds_another_company_whatever_it_is_called() {
    let company = "---\ntype: company\n---\n";
    for (name, fine) in [
        ("+Plus & Co", "+Plus & Cork"),
        ("Dot.Com", "Dot.Common"),
        ("Éclair d’Or", "Éclair d’Orge"),
        ("(the) Works", "(the) Worksite"),
        ("7Up", "27Up"),
        ("…", "."),
    ] {
        let vault = super::vault_for("status-request").note(&format!("Companies/{name}.md"), company);
        let body = |words: &str| STATUS.replace("keen on the job", &format!("keen on {words} as a place"));
        assert_eq!(say(&vault, "status-request", "", &body(name)), [("letter/name", Error, name.to_owned())], "{name}");
        assert_eq!(say(&vault, "status-request", "", &body(fine)), [], "{fine}");
    }
}
