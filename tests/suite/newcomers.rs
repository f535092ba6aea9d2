//! People who are named and have no note yet: making one leads the link there, and loses nobody.

use interview_vault::checklist::example::{PERSON, ROUND};
use interview_vault::cli::Exit;
use interview_vault::diagnostic::Severity::{Error, Hint};

use crate::desk::TestVault;
use crate::notes::Notes;

const NEXT: &str = "next_interviewers: [\"[[Ines Falk]]\"]";

/// The sound vault in which these come next.
fn next(people: &str) -> Notes {
    Notes::sound("2025-03-06").swap(ROUND, NEXT, &format!("next_interviewers: [{people}]"))
}

#[test]
fn a_note_that_is_made_is_where_the_link_leads() {
    for (written, mended, made) in [
        ("Tom Beck", "Tom Beck", "Tom Beck"),
        ("Tom B.", "Tom B", "Tom B"),
        ("\"[[Tom: Beck|Tom]], the new one\"", "\"[[Tom Beck|Tom]], the new one\"", "Tom Beck"),
        ("\"[[People/Tom Beck]]\"", "\"[[Tom Beck]]\"", "Tom Beck"),
        ("\"[[Interviewers/Tom Beck]]\"", "\"[[Interviewers/Tom Beck]]\"", "Tom Beck"),
        ("\"[Tom](../Interviewers/Tom%20Beck.md)\"", "\"[Tom](../Interviewers/Tom%20Beck.md)\"", "Tom Beck"),
    ] {
        let vault = TestVault::sound();
        let text = vault.read(ROUND).replace(NEXT, &format!("next_interviewers: [{written}]"));
        let vault = vault.note(ROUND, &text);
        let ran = vault.run(&["check", "--fix", "--only", "note"]);
        assert_eq!(ran.exit, Exit::Fine, "{written}: {}{}", ran.out, ran.err);
        assert_eq!(ran.out, "All is well\n", "{written}");
        assert!(vault.read(&format!("Interviewers/{made}.md")).starts_with("---\ntype: interviewer\n"), "{written}");
        assert_eq!(vault.read(ROUND), text.replace(written, mended), "{written}");
    }
}

#[test]
fn a_note_that_no_link_would_lead_to_is_not_made() {
    // Another note has the name already; the link is written in another way than it reads; two names may be meant.
    for written in ["\"[[People/Other]]\"", "\"[Tom](../People/Tom%20Beck.md)\"", "Tom/Beck"] {
        let vault = TestVault::sound().note("Other.md", "An ordinary note.\n");
        let text = vault.read(ROUND).replace(NEXT, &format!("next_interviewers: [{written}]"));
        let vault = vault.note(ROUND, &text);
        let before = vault.files();
        let ran = vault.run(&["check", "--fix"]);
        assert_eq!((ran.exit, vault.files()), (Exit::Fine, before), "{written}: {}{}", ran.out, ran.err);
    }
}

#[test]
fn several_links_in_one_entry_are_told_from_words_behind_a_link() {
    for (entry, severity) in [
        ("[[Ines Falk]], [[Tom Beck]]", Some(Error)),
        ("[[Tom Beck]] and [[Ines Falk]]", Some(Error)),
        ("[Ines](../Interviewers/Ines%20Falk.md) [[Tom Beck]]", Some(Error)),
        ("[[Tom Beck]]; [[Ann Lee]]", Some(Hint)),
        ("[[Ines Falk]], who decides", None),
        ("[[Ines Falk]] (in place of [[Tom Beck]])", None),
        ("[[Ines Falk|Ines, or [Tom]]]", None),
    ] {
        let looked = next(&format!("\"{entry}\"")).look();
        let several = |message: &str| message == "`next_interviewers`: only the first of these links is read";
        let found: Vec<_> = looked.of("note/link").into_iter().filter(|one| several(&one.message)).collect();
        assert_eq!(
            found.iter().filter_map(|one| one.severity).collect::<Vec<_>>(),
            Vec::from_iter(severity),
            "{entry}"
        );
    }
    let looked = next("\"[[Ines Falk]], [[Tom Beck]]\"").look();
    let help = &looked.of("note/link")[0].help;
    assert_eq!(help, "several are a list: `next_interviewers: [\"[[Ines Falk]]\", \"[[Tom Beck]]\"]`");
}

#[test]
fn an_outcome_is_no_name_to_be_linked() {
    for (key, word) in [("check_in_with", "none"), ("letter_quote", "declined"), ("check_in_with", "Missed")] {
        let notes = Notes::sound("2025-03-06").swap(ROUND, NEXT, &format!("{NEXT}\n{key}: {word}"));
        let looked = notes.look();
        let found: Vec<_> = looked.checklist.findings.iter().filter(|one| one.rule.id.starts_with("note/")).collect();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].message, format!("`{key}` cannot be `{word}`"));
        assert_eq!(found[0].fix, None);
    }
}

#[test]
fn a_key_that_is_there_in_another_case_too_is_not_offered_again() {
    let notes = Notes::sound("2025-03-06").swap(PERSON, "\n---\n", "\nCompany: \"[[Harbour Glass]]\"\n---\n");
    let looked = notes.look();
    let found = looked.of("note/unknown-key");
    assert_eq!((found.len(), &found[0].fix), (1, &None));
    assert_eq!(found[0].help, "`company` stands here too: keep one of the two lines");
}

#[test]
fn a_type_with_a_capital_makes_a_record_all_the_same() {
    for (written, is_record) in [("Type: round", true), ("TYPE: round", true), ("Type: Round", false)] {
        let looked = Notes::sound("2025-03-06").swap(ROUND, "type: round", written).look();
        assert_eq!(looked.vault.rounds.len(), usize::from(is_record), "{written}");
        let fixed = looked.of("note/unknown-key").iter().filter(|one| one.fix.is_some()).count();
        assert_eq!(fixed, usize::from(is_record), "{written}");
    }
}
