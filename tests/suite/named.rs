//! Who is named: in promises and the log beside papers, and by allies before they were met.

use interview_vault::checklist::example::ROUND;

use crate::desk::TestVault;
use crate::notes::Notes;

const LIV: &str = "Contacts/Liv Moe.md";
const OLA: &str = "Interviewers/Ola Brandt.md";

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

#[test]
fn the_duty_names_whom_the_letter_does_where_the_ally_knows_somebody_of_another_round() {
    let next = "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\ninterview_date: 2025-03-20\ninterviewers: [\"[[Ola Brandt]]\"]\n---\n";
    let vault = TestVault::sound()
        .today("2025-03-06")
        .note("Rounds/2025-03-20 Harbour Glass.md", next)
        .note(OLA, "---\ntype: interviewer\n---\n")
        .note(LIV, "---\ntype: contact\nknows: [\"[[Ola Brandt]]\"]\n---\n");
    let agenda = vault.run(&["agenda", "--no-write", "--format", "json"]).fine().out;
    assert!(agenda.contains("Ask Liv Moe for a good word with Ola Brandt at Harbour Glass"), "{agenda}");
    vault.run(&["build"]).fine();
    let files = vault.files();
    let letter = files.iter().find(|(path, _)| path.contains("good-word-request")).expect("a draft");
    assert!(letter.1.contains("Brandt"), "{}", letter.1);
}

/// The sound vault, in whose round this is promised; with a note that is no person's.
fn promised(task: &str) -> Notes {
    Notes::sound("2025-03-06")
        .swap(ROUND, "\n## Log\n", &format!("\n## Promises\n- [ ] {task}\n\n## Log\n"))
        .note(OLA, "---\ntype: interviewer\n---\n")
        .note(LIV, "---\ntype: contact\ninfluences: [\"[[Harbour Glass]]\"]\n---\n")
        .note("Kiln study.md", "words\n")
}

#[test]
fn a_promise_is_to_the_first_person_linked_whatever_else_is() {
    for (task, person) in [
        ("Send [[Kiln study]] to [[Ola Brandt]]", Some("Ola Brandt")),
        ("Send [[Harbour Glass]] and [[Kiln saved]] to [[Ines Falk]]", Some("Ines Falk")),
        ("Send [[2025-03-04 Harbour Glass]] to [[Liv Moe]], not to [[Ola Brandt]]", Some("Liv Moe")),
        ("Send [[no such study]] to [[Ola Brandt]]", Some("Ola Brandt")),
        ("Send [[plan.pdf]] and ![[oven]] to [[Uma Fry]]", Some("Uma Fry")), // who has no note yet
        ("Send it to [[Dr. Rao]]", Some("Dr. Rao")),
        ("Send [[Kiln study]]", None),
        ("Send [[plan.pdf]]", None),
        ("Send it to Ola Brandt", None),
    ] {
        let looked = promised(task).look();
        let found = looked.of("keep/promise");
        let person_found = found.first().and_then(|one| one.person.as_ref()).map(|named| named.name.as_str());
        assert_eq!(person_found, person, "{task}");
    }
}

#[test]
fn a_paper_linked_in_a_line_of_the_log_is_nobody_who_was_written_to() {
    let line = "- 2025-03-05 email thank-you to [[Ines Falk]]";
    for (words, is_thanked) in [
        ("emailed [[Kiln study]] with thanks", true),
        ("emailed [[plan.pdf]] with thanks", true),
        ("emailed [[Kiln study]] to [[Ola Brandt]] with thanks", false),
        ("emailed [[Uma Fry]] thanks", false), // who has no note yet
    ] {
        let notes = promised("Rest").swap(ROUND, line, &format!("- 2025-03-05 {words}"));
        let notes = notes.swap(ROUND, "- 2025-03-05 post thank-you to [[Ines Falk]]\n", "");
        assert_eq!(notes.found("thank/next-day", "2025-03-06").is_empty(), is_thanked, "{words}");
    }
}
