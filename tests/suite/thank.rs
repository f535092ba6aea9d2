//! Thanks: every rule of the stage on the days and in the cases that its table names.

use interview_vault::checklist::example::{COMPANY, ME, PERSON, ROUND};
use interview_vault::diagnostic::Severity::{self, Error, Hint, Warning};
use interview_vault::model::Document;
use interview_vault::model::signature::fingerprint;

use crate::notes::Notes;

const EMAIL: &str = "- 2025-03-05 email thank-you to [[Ines Falk]]\n";
const POST: &str = "- 2025-03-05 post thank-you to [[Ines Falk]]\n";
const RULES: [&str; 3] = ["thank/next-day", "thank/posted-letter", "thank/handwritten-card"];

fn sound() -> Notes {
    Notes::sound("2025-03-06")
}

/// The sound vault, its round on that day, with these lines in its log.
fn held_on(date: &str, log: &str) -> Notes {
    sound().swap(ROUND, "interview_date: 2025-03-04", &format!("interview_date: {date}")).swap(
        ROUND,
        &format!("{EMAIL}{POST}"),
        log,
    )
}

fn second(date: &str) -> String {
    format!(
        "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\ninterview_date: {date}\nstate: held\n\
         interviewers: [\"[[Ines Falk]]\"]\n---\n"
    )
}

fn letter(person: &str, document: &str, lines: &str, body: &str) -> String {
    format!(
        "---\ntype: letter\ndocument: {document}\ncompany: \"[[Harbour Glass]]\"\n\
         for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[{person}]]\"\n{lines}---\nDear you,\n\n{body}\n"
    )
}

#[test]
fn the_e_mail_keeps_its_day_and_the_post_rolls_forward() {
    for (held, email, post) in [
        ("2025-03-07", "2025-03-08", "2025-03-08"), // Friday: the post is carried on Saturdays
        ("2025-03-08", "2025-03-09", "2025-03-10"), // Saturday: over the Sunday
        ("2025-03-09", "2025-03-10", "2025-03-10"),
        ("2025-04-17", "2025-04-18", "2025-04-19"), // over a holiday
        ("2025-02-28", "2025-03-01", "2025-03-01"),
        ("2024-02-28", "2024-02-29", "2024-02-29"),
        ("2024-12-31", "2025-01-01", "2025-01-02"), // another holiday
    ] {
        let told = held_on(held, "").config("holidays = ['2025-04-18', '2025-01-01']");
        for (rule, due) in RULES.into_iter().zip([email, post, post]) {
            assert_eq!(told.times(rule, held), [(held.to_owned(), due.to_owned())], "{rule}");
        }
    }
}

#[test]
fn each_policy_asks_for_its_own() {
    let none = [None, None, None];
    for (policy, log, expected) in [
        ("graded", "", [Some(Error), Some(Hint), Some(Hint)]),
        ("graded", EMAIL, [None, Some(Hint), Some(Hint)]),
        ("graded", POST, none),
        ("graded", "- 2025-03-05 lobby thank-you\n", none), // a card does for a letter
        ("graded", "- 2025-03-05 phone thank-you\n", [None, Some(Hint), Some(Hint)]),
        ("post-first", "", [None, Some(Error), Some(Hint)]),
        ("post-first", POST, [None, None, Some(Hint)]),
        ("post-first", "- 2025-03-05 handwritten thank-you\n", [None, Some(Error), None]),
        ("email-only", "", [Some(Error), None, None]),
        ("email-only", POST, [Some(Error), None, None]),
        ("email-only", EMAIL, none),
        ("handwritten", EMAIL, [None, None, Some(Error)]),
        ("handwritten", "- 2025-03-05 handwritten thank-you\n", none),
        ("all", "", [Some(Error), Some(Error), Some(Warning)]),
        ("all", POST, [Some(Error), None, Some(Warning)]),
        ("any", "", [Some(Error), None, None]),
        ("any", "- 2025-03-05 in-person thank-you\n", none),
    ] {
        let told = held_on("2025-03-04", log).config(&format!("thanks = \"{policy}\""));
        let weighs = RULES.map(|rule| told.weighs(rule, "2025-03-06").first().copied().flatten());
        assert_eq!(weighs, expected, "{policy} {log:?}");
    }
}

#[test]
fn thank_posted_letter_warns_from_round_two_save_those_who_screen() {
    for (role, weight) in [("decider", Warning), ("peer", Warning), ("hr", Hint), ("screener", Hint)] {
        let told = sound()
            .swap(PERSON, "hiring_role: decider", &format!("hiring_role: {role}"))
            .note("Rounds/2025-03-12 Harbour Glass.md", &second("2025-03-12"));
        assert_eq!(told.weighs("thank/posted-letter", "2025-03-13"), [Some(weight)], "{role}");
    }
}

#[test]
fn thanks_end_after_twenty_business_days_and_the_card_after_five() {
    let told = held_on("2025-03-07", "");
    let holiday = told.clone().config("holidays = ['2025-03-12']");
    for (told, today, open) in [
        (&told, "2025-03-14", [1, 1, 1]),
        (&told, "2025-03-15", [1, 1, 0]),
        (&holiday, "2025-03-17", [1, 1, 1]),
        (&holiday, "2025-03-18", [1, 1, 0]),
        (&told, "2025-04-04", [1, 1, 0]),
        (&told, "2025-04-05", [0, 0, 0]),
        (&holiday, "2025-04-07", [1, 1, 0]),
        (&holiday, "2025-04-08", [0, 0, 0]),
    ] {
        assert_eq!(RULES.map(|rule| told.found(rule, today).len()), open, "{today}");
    }
}

#[test]
fn thanks_end_once_a_later_round_is_held_in_its_own_time() {
    for (later, today, left) in [
        ("2025-03-11", "2025-03-12", 2), // the fifth business day: both rounds want thanks
        ("2025-03-12", "2025-03-12", 1),
        ("2025-03-12", "2025-03-11", 1), // not held yet
    ] {
        let told = held_on("2025-03-04", "").note("Rounds/later.md", &second(later));
        assert_eq!(told.found("thank/next-day", today).len(), left, "{later} {today}");
    }
}

#[test]
fn thank_next_day_is_satisfied_by_a_log_line_or_a_sent_letter_of_this_round() {
    let path = "Letters/thanks.md";
    for (log, lines, document, open) in [
        ("", "sent_on: 2025-03-05\n", "thank-you-email", false),
        ("", "sent_on: 2025-03-05\n", "rejection-thanks", true),
        ("", "sent_on: 2025-03-07\n", "thank-you-email", true), // after today
        ("", "", "thank-you-email", true),
        ("- 2025-03-05 emailed [[Ines Falk]] thanks\n", "", "posted-letter", false),
        ("- 2025-03-07 email thank-you\n", "", "posted-letter", true), // after today
        ("- 2025-03-05 email thank-you from [[Ines Falk]]\n", "", "posted-letter", true),
        ("- 2025-03-05 email rejection-thanks to [[Ines Falk]]\n", "", "posted-letter", true),
    ] {
        let told = held_on("2025-03-04", log).note(path, &letter("Ines Falk", document, lines, "Thank you."));
        assert_eq!(!told.found("thank/next-day", "2025-03-06").is_empty(), open, "{log:?} {document} {lines:?}");
    }
}

#[test]
fn thanks_that_name_no_round_are_for_the_last_one_with_that_person_before_they_went() {
    // First held on the 4th, again on the 6th.
    for (lines, left) in [
        ("sent_on: 2025-03-05\n", vec!["2025-03-07"]),
        ("sent_on: 2025-03-07\n", vec!["2025-03-05"]),
        ("sent_on: 2025-03-03\n", vec!["2025-03-05", "2025-03-07"]),
        ("due: 2025-03-05\n", vec!["2025-03-05", "2025-03-07"]), // not sent
        ("sent_on: 2025-03-05\nfor_round: \"[[2025-03-06 again]]\"\n", vec!["2025-03-05"]), // its own word counts
    ] {
        let named = "for_round: \"[[2025-03-04 Harbour Glass]]\"\n";
        let text = letter("Ines Falk", "thank-you-email", lines, "Thank you.").replacen(named, "", 1);
        let told = held_on("2025-03-04", "").note("Rounds/2025-03-06 again.md", &second("2025-03-06"));
        let told = told.note("Letters/thanks.md", &text);
        let due: Vec<String> = told.times("thank/next-day", "2025-03-08").into_iter().map(|(_, due)| due).collect();
        assert_eq!(due, left, "{lines:?}");
    }
    let card = "---\ntype: letter\ndocument: check-in\ncompany: \"[[Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on: 2025-03-05\n---\n";
    let told = held_on("2025-03-04", "").note("Letters/check-in.md", card);
    assert_eq!(told.found("thank/next-day", "2025-03-06").len(), 1, "no thanks");
}

#[test]
fn thank_next_day_names_a_log_line_that_looks_like_thanks() {
    for (log, named) in [
        ("- 5 March thanked Ines by mail\n", true),
        ("- 2025-03-05 thanked Ines somehow\n", true),
        ("- 2025-03-05 email status\n", false),
    ] {
        let told = held_on("2025-03-04", log);
        let found = told.found("thank/next-day", "2025-03-06");
        assert_eq!(found[0].message.contains("cannot be read"), named, "{log} {}", found[0].message);
        assert_eq!(found[0].span.start > 0, named, "{log}");
    }
    let two = held_on("2025-03-04", "- 2025-03-05 email thank-you\n").swap(
        ROUND,
        "\ninterviewers: [\"[[Ines Falk]]\"]",
        "\ninterviewers: [\"[[Ines Falk]]\", Tom Beck]",
    );
    let found = two.found("thank/next-day", "2025-03-06");
    assert_eq!(found.len(), 2, "it could mean several people");
    assert!(found.iter().all(|finding| finding.message.contains("cannot be read")));
}

#[test]
fn thank_next_day_carries_what_the_agenda_needs() {
    let told = held_on("2025-03-04", "");
    let found = told.found("thank/next-day", "2025-03-05");
    let duty = found[0].duty().unwrap();
    assert_eq!((duty.title.as_str(), duty.priority), ("Thank Ines Falk by e-mail", 1));
    assert_eq!(duty.document, Some(Document::ThankYouEmail));
    assert!(duty.can_tick);
    assert_eq!(found[0].person.as_ref().map(|person| person.name.as_str()), Some("Ines Falk"));
}

#[test]
fn thank_posted_letter_says_when_it_would_be_late_and_asks_for_an_address() {
    let told = held_on("2025-03-04", "");
    assert!(!told.found("thank/posted-letter", "2025-03-04")[0].message.contains("arrives"));
    let early = told.clone().swap(ROUND, "hear_by: 2025-03-14", "hear_by: 2025-03-07");
    let found = early.found("thank/posted-letter", "2025-03-04");
    assert!(found[0].message.contains("8 March, after their date"), "{}", found[0].message);
    // Overdue, it counts from today: posted on the 12th, it arrives on the 15th.
    assert!(told.found("thank/posted-letter", "2025-03-12")[0].message.contains("15 March, after their date"));
    assert!(!found[0].help.contains("post_address"));
    let homeless = told.swap(COMPANY, "post_address: [Harbour Glass, 1 Pier Road, Ostby]\n", "");
    assert!(homeless.found("thank/posted-letter", "2025-03-04")[0].help.contains("`post_address`"));
    let own = homeless.swap(PERSON, "hiring_role:", "post_address: [1 Pier Road, Ostby]\nhiring_role:");
    assert!(!own.found("thank/posted-letter", "2025-03-04")[0].help.contains("post_address"));
}

#[test]
fn thank_moment_is_asked_until_the_person_was_thanked() {
    let moment = "- moment: how the night crew reads the colour of the melt\n";
    let with = |log: &str, line: &str| held_on("2025-03-04", log).swap(ROUND, moment, line);
    for (log, line, weight) in [
        ("", "", vec![Some(Warning)]),
        ("", "- moment: missed\n", vec![Some(Hint)]),
        ("", "- moment: none\n", vec![]),
        ("- 2025-03-05 phone thank-you\n", "", vec![]),
    ] {
        assert_eq!(with(log, line).weighs("thank/moment", "2025-03-06"), weight, "{log:?} {line:?}");
    }
    assert!(with("", "").found("thank/moment", "2025-04-02").is_empty(), "twenty business days are over");
}

#[test]
fn thank_facts_names_the_missing_after_the_first_held_round() {
    let told = sound().swap(COMPANY, "key_factors: [steady furnaces]\n", "").swap(
        COMPANY,
        "- night shifts lose melts ([[Ines Falk]]) → kiln\n",
        "",
    );
    let found = told.found("thank/facts", "2025-03-06");
    assert!(found[0].message.contains("lack a bullet under Challenges and `key_factors`"), "{}", found[0].message);
    assert_eq!(&*found[0].path, COMPANY);
    assert!(told.found("thank/facts", "2025-03-03").is_empty());
    let said = told.swap(ROUND, "- clear: yes\n", "- clear: yes\n- challenge: night shifts lose melts\n");
    assert!(!said.found("thank/facts", "2025-03-06")[0].message.contains("Challenges"));
}

#[test]
fn thank_brag_book_is_found_once_on_the_candidates_note() {
    let told = sound().note("Testimonials/Kiln saved.md", "Just a note\n");
    let found = told.found("thank/brag-book", "2025-03-06");
    assert_eq!(found.iter().map(|found| &*found.path).collect::<Vec<_>>(), [ME]);
}

#[test]
fn thank_own_letter_compares_what_is_the_candidates_own() {
    const SAME: &str = "I keep thinking about how the night crew reads the colour of the melt.";
    const OTHER: &str = "Your way of naming each furnace after a river is still with me today.";
    let blank = format!("{SAME} ⟨something they said⟩");
    let draft = format!("fingerprint: {}\n", fingerprint(&letter("Tom Beck", "thank-you-email", "", &blank)));
    for (email, lines, body, weight) in [
        ("thank-you-email", "", SAME, vec![Some(Error)]),
        ("thank-you-email", "fingerprint: abc\n", SAME, vec![Some(Error)]),
        ("thank-you-email", "fingerprint: abc\n", &blank, vec![Some(Error)]), // edited
        ("thank-you-email", &draft, &blank, vec![]),                          // untouched
        ("thank-you-email", "", OTHER, vec![]),
        ("thank-you-card", "", SAME, vec![]), // another document
        ("thank-you-email", "sent_on: 2025-03-05\n", SAME, vec![]), // both are sent
    ] {
        let told = sound()
            .note("Interviewers/Tom Beck.md", "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n---\n")
            .note("Letters/a.md", &letter("Ines Falk", "thank-you-email", "sent_on: 2025-03-05\n", SAME))
            .note("Letters/b.md", &letter("Tom Beck", email, lines, body));
        assert_eq!(told.weighs("thank/own-letter", "2025-03-06"), weight, "{email} {lines} {body}");
        assert!(told.found("thank/own-letter", "2025-04-02").is_empty(), "twenty business days are over");
    }
    let (one, other) = (letter("Ines Falk", "posted-letter", "", SAME), letter("Tom Beck", "posted-letter", "", SAME));
    let both = sound().note("Letters/a.md", &one).note("Letters/b.md", &other);
    let paths: Vec<String> = both.found("thank/own-letter", "2025-03-06").iter().map(|f| f.path.to_string()).collect();
    assert_eq!(paths, ["Letters/a.md", "Letters/b.md"]);
    let same = sound().note("Letters/a.md", &one).note("Letters/b.md", &one);
    let weighs: Vec<Option<Severity>> = same.weighs("thank/own-letter", "2025-03-06");
    assert!(weighs.is_empty(), "both to one person");
}
