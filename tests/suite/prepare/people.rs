//! Whom one will meet, and what is found out.

use interview_vault::checklist::example::{COMPANY, PERSON, ROUND};
use interview_vault::diagnostic::Severity::{Hint, Warning};
use interview_vault::model::Document;

use super::{IN_TIME, MILE, SECOND, meets_olga, one, only, planned, second, times};

#[test]
fn prepare_who_opens_when_the_round_is_booked_and_is_due_at_once() {
    for (date, lines, expected) in [
        ("2025-03-20", "booked_on: 2025-03-07\n", ("2025-03-07", "2025-03-07")),
        ("2025-03-20", "booked_on: 2025-03-08\n", ("2025-03-08", "2025-03-10")), // a Saturday, rolled
        ("2025-03-10", "booked_on: 2025-03-09\n", ("2025-03-09", "2025-03-10")),
        ("2025-03-09", "booked_on: 2025-03-08\n", ("2025-03-08", "2025-03-09")), // not after the round
        ("2025-03-20", "", ("", "2025-03-18")),
        ("2025-03-23", "", ("", "2025-03-20")), // a Sunday
    ] {
        let told = planned(date, lines, "");
        assert_eq!(
            times(&told, "prepare/who", "2025-03-06"),
            (expected.0.to_owned(), expected.1.to_owned()),
            "{date} {lines}"
        );
    }
}

#[test]
fn prepare_who_waits_once_the_question_is_sent() {
    let letter = |document: &str, round: &str, sent: &str| {
        let text = format!(
            "---\ntype: letter\ndocument: {document}\ncompany: \"[[Harbour Glass]]\"\nfor_round: \"[[{round}]]\"\n\
             to: \"[[Ines Falk]]\"\nsent_on: {sent}\n---\nHello\n"
        );
        planned("2025-03-20", "booked_on: 2025-03-07\n", "").note("Letters/Names.md", &text)
    };
    for (told, due) in [
        (letter("who-will-i-meet", "Second", "2025-03-10"), "2025-03-19"),
        (letter("who-will-i-meet", "Second", "2025-03-11"), "2025-03-07"), // after today
        (letter("who-will-i-meet", "2025-03-04 Harbour Glass", "2025-03-10"), "2025-03-07"),
        (letter("status-request", "Second", "2025-03-10"), "2025-03-07"),
    ] {
        assert_eq!(times(&told, "prepare/who", IN_TIME).1, due);
    }
    let asked = one(&planned("2025-03-20", "", ""), "prepare/who");
    assert_eq!(asked.duty().unwrap().document, Some(Document::WhoWillIMeet));
    assert_eq!(asked.person.map(|person| person.name).as_deref(), Some("Ines Falk"), "the company's contact is asked");
}

#[test]
fn prepare_who_takes_names_or_declined_and_makes_missed_a_hint() {
    for (lines, expected) in [
        ("", vec![Some(Warning)]),
        ("interviewers: []\n", vec![Some(Warning)]),
        ("interviewers: missed\n", vec![Some(Hint)]),
        ("interviewers: declined\n", vec![]),
        ("declined: [interviewers]\n", vec![]),
        ("interviewers: [Vera Holt]\n", vec![]),
    ] {
        assert_eq!(planned("2025-03-13", lines, MILE).weighs("prepare/who", IN_TIME), expected, "{lines}");
    }
}

#[test]
fn prepare_person_takes_a_fact_a_word_about_them_or_declined() {
    let olga = |front: &str, profile: &str| {
        meets_olga("").note(
            "Interviewers/Olga Brand.md",
            &format!("---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n{front}---\n{profile}"),
        )
    };
    let told_by_ines =
        |words: &str| olga("", "").swap(ROUND, "- support: yes\n", &format!("- support: yes\n{words}\n"));
    for (told, is_open) in [
        (olga("", ""), true),
        (olga("", "## Profile\n- background:\n"), true), // a template's empty bullet
        (olga("", "## Profile\n- background: bottling\n"), false),
        (olga("declined: [profile]\n", ""), false),
        (told_by_ines("- about [[Olga Brand]]: likes clear numbers"), false),
        (told_by_ines("- about [[Vera Holt]]: likes clear numbers"), true),
    ] {
        let found = told.found("prepare/person", IN_TIME);
        assert_eq!(found.len(), usize::from(is_open));
        for finding in found {
            assert_eq!(finding.severity, Some(Warning));
            assert_eq!(&*finding.path, "Interviewers/Olga Brand.md");
            assert_eq!(finding.person.unwrap().name, "Olga Brand");
        }
    }
    let first = only("", "").swap(PERSON, "- hobby: mends clocks\n", "");
    assert_eq!(first.weighs("prepare/person", IN_TIME), [Some(Hint)]);
    let stranger = second("", "").swap(SECOND, "[\"[[Ines Falk]]\"]", "[Vera Holt]");
    assert_eq!(&*one(&stranger, "prepare/person").path, SECOND, "nobody's note is there to write in");
}

#[test]
fn prepare_format_is_known_from_one_name_and_a_panel_wants_two() {
    let told = |lines: &str, names: &str| planned("2025-03-13", &format!("{lines}interviewers: {names}\n"), MILE);
    for (lines, names, expected) in [
        ("", "[\"[[Ines Falk]]\"]", vec![]),
        ("format: phone\n", "[\"[[Ines Falk]]\"]", vec![]), // the place, not the format
        ("", "[Vera Holt, Olga Brand]", vec![Some(Hint)]),
        ("", "", vec![Some(Hint)]),
        ("format: unknown\n", "[Vera Holt]", vec![Some(Hint)]),
        ("format: missed\n", "[Vera Holt]", vec![Some(Hint)]),
        ("format: declined\n", "[Vera Holt, Olga Brand]", vec![]),
        ("format: group\n", "", vec![]),
        ("format: panel\n", "[Vera Holt]", vec![Some(Warning)]),
        ("format: panel\n", "", vec![Some(Warning)]),
        ("format: panel\n", "declined", vec![]),
        ("format: panel\n", "[Vera Holt, Olga Brand]", vec![]),
    ] {
        assert_eq!(told(lines, names).weighs("prepare/format", IN_TIME), expected, "{lines}{names}");
    }
}

#[test]
fn prepare_research_names_what_is_missing_since_the_round_before() {
    let research = |lines: &str| {
        let old = "- 2025-03-06 [[Ines Falk]]: wrote on clear melts\n- 2025-03-05 company: a second furnace opens in May\n\
                   - 2025-03-05 role: new since the autumn\n";
        second("", "").swap(COMPANY, old, lines)
    };
    for (lines, missing) in [
        ("", "on the company, the role and Ines Falk"),
        ("- 2025-03-05 role: new\n- 2025-03-05 [[Ines Falk]]: writes\n", "on the company for"),
        ("- 2025-03-05 company: grows\n- 2025-03-05 [[Ines Falk]]: writes\n", "on the role for"),
        ("- 2025-03-05 grows\n- 2025-03-05 role: new\n", "on Ines Falk for"), // the company, where nothing is said
        (
            "- 2025-03-04 company: grows\n- 2025-03-05 role: new\n- 2025-03-05 [[Ines Falk]]: writes\n",
            "on the company for",
        ),
        (
            "- 2025-03-11 company: grows\n- 2025-03-05 role: new\n- 2025-03-05 [[Ines Falk]]: writes\n",
            "on the company for",
        ),
    ] {
        let found = one(&research(lines), "prepare/research");
        assert!(found.message.contains(missing), "{lines}: {}", found.message);
        assert_eq!((&*found.path, found.severity), (COMPANY, Some(Warning)));
    }
    let first = only("", "").swap(COMPANY, "- 2025-03-06 [[Ines Falk]]: wrote on clear melts\n", "");
    assert!(first.found("prepare/research", IN_TIME).is_empty(), "nobody in particular before a first round");
    let none = first.swap(COMPANY, "- 2025-03-05 role: new since the autumn\n", "");
    assert!(one(&none, "prepare/research").message.contains("on the role"));
}
