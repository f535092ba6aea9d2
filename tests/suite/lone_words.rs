//! `none`, `declined` and `missed` where words are free: they say that there is nothing, and never stand in a letter.

use interview_vault::checklist::example::{COMPANY, ME, PERSON, ROUND};
use interview_vault::diagnostic::Severity::{Error, Hint};
use interview_vault::model::Answer;

use crate::desk::TestVault;
use crate::notes::Notes;

/// The e-mail of thanks and the posted letter, where each key that may be `none` is, and so are Challenges and Needs.
fn letters(word: &str) -> String {
    let vault = TestVault::sound().today("2025-03-04");
    let me = vault.read(ME).replace("[5 Quay Street, Ostby]\n", &format!("{word}\nphone: {word}\nsign_off: {word}\n"));
    let company = vault
        .read(COMPANY)
        .replace("[steady furnaces]", word)
        .replace("[melt quality, shift handover]", &format!("[{word}]"))
        .replace("[Harbour Glass, 1 Pier Road, Ostby]", word)
        .replace("night shifts lose melts ([[Ines Falk]]) → kiln", &format!("{word}\n\n## Needs\n- {word}"));
    let person = vault
        .read(PERSON)
        .replace("email:", &format!("name_prefix: {word}\njob_title: {word}\npost_address: {word}\nemail:"));
    let round = vault
        .read(ROUND)
        .replace("sponsor:", &format!("letter_factor: {word}\nletter_proof: {word}\nsponsor:"))
        .replace("- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n", "");
    let vault = vault.note(ME, &me).note(COMPANY, &company).note(PERSON, &person).note(ROUND, &round);
    vault.run(&["build"]);
    let files = vault.files();
    let drafts = files.iter().filter(|(path, _)| path.starts_with("Letters/"));
    drafts.map(|(_, text)| text.as_str()).collect()
}

#[test]
fn no_letter_says_dear_none() {
    // An ordinary word in their place is quoted.
    let quoted = letters("sundry");
    assert!(quoted.matches("sundry").count() >= 4, "{quoted}");
    for word in ["none", "Declined", "missed"] {
        let drafts = letters(word);
        assert!(drafts.contains("Dear Ines Falk") && !drafts.contains(word), "{word}: {drafts}");
    }
}

#[test]
fn what_was_asked_for_in_vain_is_not_asked_again() {
    for (word, lacking) in [("none", 0), ("declined", 0), ("missed", 1)] {
        let notes = Notes::sound("2025-03-06").swap(COMPANY, "[steady furnaces]", word);
        let looked = notes.look();
        assert_eq!(looked.of("thank/facts").len(), lacking, "{word}");
        assert_eq!(looked.of("note/field").len(), 0, "{word}");
    }
}

#[test]
fn among_other_words_they_are_words() {
    for (written, listed) in [
        ("missed, by a day", Some(vec!["missed, by a day"])),
        ("[missed deliveries]", Some(vec!["missed deliveries"])),
        ("[none, calm]", Some(vec!["none", "calm"])),
        ("[\" None \"]", None),
    ] {
        let looked = Notes::sound("2025-03-06").swap(COMPANY, "[steady furnaces]", written).look();
        let factors = &looked.vault.companies[0].key_factors;
        assert_eq!(factors.value().map(|list| list.iter().map(String::as_str).collect()), listed, "{written}");
        assert_eq!(factors.answer == Answer::Nothing, listed.is_none(), "{written}");
    }
    let notes = Notes::sound("2025-03-06").swap(COMPANY, "- night shifts lose", "- none\n- Missed: night shifts lose");
    let looked = notes.look();
    let challenges: Vec<&str> = looked.vault.companies[0].challenges.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(challenges, ["Missed: night shifts lose melts"]);
}

#[test]
fn who_would_not_say_when_has_named_no_day() {
    const HEAR_BY: &str = "hear_by: 2025-03-14\nhear_by_confirmed: true\n";
    let unasked = Notes::sound("2025-03-14").swap(ROUND, HEAR_BY, "");
    for (key, label, left) in [
        ("", "", Some(Error)),
        ("", "- said when: declined", None),
        ("", "- said when: none, they were in a hurry", None),
        ("", "- said when: missed", Some(Hint)),
        ("", "- said when: next week", Some(Error)),
        ("hear_by_said: declined\n", "", None),
        ("declined: [said when]\n", "", None),
        ("hear_by: next week\n", "- said when: declined", Some(Error)),
        ("hear_by: missed\n", "- said when: declined", Some(Hint)),
    ] {
        let notes = unasked.clone().swap(ROUND, "next_step:", &format!("{key}next_step:"));
        let looked = notes.swap(ROUND, "## Close\n", &format!("## Close\n{label}\n")).look();
        let found: Vec<_> = looked.of("close/hear-by").iter().filter_map(|one| one.severity).collect();
        assert_eq!(found, Vec::from_iter(left), "{key}{label}");
    }
}
