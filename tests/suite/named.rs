//! Who is named: several people in one entry of a list, and people of a company who were not met yet.

use interview_vault::checklist::example::ROUND;
use interview_vault::diagnostic::Severity::Error;

use crate::notes::Notes;

const LIV: &str = "Contacts/Liv Moe.md";
const OLA: &str = "Interviewers/Ola Brandt.md";

/// The sound vault, with these interviewers in its round.
fn interviewers(entries: &str) -> Notes {
    let line = "\ninterviewers: [\"[[Ines Falk]]\"]\n";
    Notes::sound("2025-03-06")
        .swap(ROUND, line, &format!("\ninterviewers: {entries}\n"))
        .note(OLA, "---\ntype: interviewer\n---\n")
}

#[test]
fn several_links_in_one_entry_are_an_error_and_words_behind_one_are_not() {
    for (entries, is_wrong) in [
        (r#""[[Ines Falk]], [[Ola Brandt]]""#, true),
        (r#"["[[Ines Falk]] and [[Ola Brandt]]"]"#, true),
        (r#""[[Ines Falk]][[Ola Brandt]]""#, true),
        (r#""[Ines](Ines%20Falk.md) & [Ola](Ola%20Brandt.md)""#, true),
        (r#"["[[Ines Falk]]", "[[Ola Brandt]]"]"#, false),
        (r#""[[Ines Falk]] (instead of [[Ola Brandt]])""#, false),
        (r#""[[Ines Falk|Ines, and so on]]""#, false),
    ] {
        let looked = interviewers(entries).look();
        let found = looked.of("note/link");
        assert_eq!(found.len(), usize::from(is_wrong), "{entries}: {found:?}");
        for finding in found {
            assert_eq!(finding.severity, Some(Error));
            assert!(finding.message.contains("only Ines Falk is read"), "{}", finding.message);
            assert!(finding.help.contains(r#"interviewers: ["[[Ines Falk]]", "[[Ola Brandt]]"]"#), "{}", finding.help);
        }
    }
    let next =
        Notes::sound("2025-03-06").note(LIV, "---\ntype: contact\nknows: \"[[Ines Falk]], [[Ola Brandt]]\"\n---\n");
    assert_eq!(next.look().of("note/link").len(), 1, "in every list of links");
}

#[test]
fn a_good_word_may_go_to_somebody_of_the_company_who_was_not_met() {
    for (company, whom) in [
        ("company: \"[[Harbour Glass]]\"\n", Some("Ask Liv Moe for a good word with Ola Brandt at Harbour Glass")),
        ("", None),
    ] {
        let notes = Notes::sound("2025-03-06")
            .note(OLA, &format!("---\ntype: interviewer\n{company}---\n"))
            .note(LIV, "---\ntype: contact\nknows: [\"[[Ola Brandt]]\"]\n---\n");
        let looked = notes.look();
        let found = looked.of("wait/good-word");
        let titles: Vec<&str> = found.iter().filter_map(|one| Some(one.duty()?.title.as_str())).collect();
        assert_eq!(titles.first().copied(), whom);
        assert!(titles.len() < 2, "{titles:?}");
    }
}
