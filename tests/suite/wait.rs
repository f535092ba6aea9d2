//! While waiting: what is held back until when, what is done meanwhile, and what was done too soon.

use interview_vault::checklist::example::{COMPANY, ROUND};
use interview_vault::diagnostic::Severity::{Error, Hint, Warning};
use interview_vault::model::{Channel, Document};

use crate::notes::Notes;

mod faults;

const EASTER: &str = "holidays = [\"2025-04-18\", \"2025-04-21\"]\n";
const HEAR_BY: &str = "hear_by: 2025-03-14\nhear_by_confirmed: true\n";
const LOG: &str = "## Log\n";
const LIV: &str = "Contacts/Liv Moe.md";
const ALLY: &str = "---\ntype: contact\nknows: [\"[[Ines Falk]]\"]\nphone: x\n---\n";
const NEEDS: &str = "## Needs\n- nobody trains the night crew\n- no spare burner\n\n## Research\n";

/// The sound vault, its round on that day and with these lines in place of its wish and its date
/// for the answer; nothing in the log.
fn round(date: &str, lines: &str) -> Notes {
    let log = "- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n";
    Notes::sound("2025-03-06")
        .swap(ROUND, "interview_date: 2025-03-04", &format!("interview_date: {date}"))
        .swap(ROUND, HEAR_BY, "")
        .swap(ROUND, "check_in: email\n", lines)
        .swap(ROUND, log, "")
        .swap(ROUND, "booked_on: 2025-02-26\n", "")
        .config(EASTER)
}

/// The sound vault with these lines for their wish, and these at the head of the log.
fn logged(wish: &str, lines: &str) -> Notes {
    Notes::sound("2025-03-06").swap(ROUND, "check_in: email\n", wish).swap(ROUND, LOG, &format!("{LOG}{lines}"))
}

/// With the duties of an application in which something is needed, somebody knows somebody, and a day was agreed.
fn waiting() -> Notes {
    Notes::sound("2025-03-06")
        .swap(ROUND, "check_in: email\n", "check_in: email\ncheck_in_on: 2025-03-10\n")
        .swap(COMPANY, "## Research\n", NEEDS)
        .note(LIV, ALLY)
}

fn letter(document: &str, to: &str, sent_on: &str) -> String {
    format!(
        "---\ntype: letter\ndocument: {document}\ncompany: \"[[Harbour Glass]]\"\nfor_round: \"[[2025-03-04 Harbour \
         Glass]]\"\nto: \"[[{to}]]\"\nsent_on: {sent_on}\n---\nHello\n"
    )
}

/// Opening and due day of the one duty of `rule`, with an arrow between; empty where there is none.
fn term(notes: &Notes, rule: &str, today: &str) -> String {
    let times = notes.times(rule, today);
    assert!(times.len() <= 1, "{times:?}");
    times.first().map(|(opens, due)| format!("{opens} → {due}")).unwrap_or_default()
}

/// The days of a table's first column on which `rule` finds something.
fn days<'d>(notes: &Notes, rule: &str, among: &[&'d str]) -> Vec<&'d str> {
    among.iter().copied().filter(|today| !notes.found(rule, today).is_empty()).collect()
}

#[test]
fn wait_check_in_is_due_on_the_business_day_agreed() {
    for (lines, expected) in [
        ("check_in: email\ncheck_in_on: 2025-03-06\n", "2025-03-06"),
        ("check_in_on: 2025-03-06\n", "2025-03-06"), // a day agreed says enough
        ("check_in: any\nquiet_until: 2025-03-06\n", "2025-03-06"),
        ("quiet_until: 2025-03-06\n", ""), // nobody knows how
        ("check_in: declined\nquiet_until: 2025-03-06\n", ""),
        ("check_in: missed\nquiet_until: 2025-03-06\n", ""),
        ("check_in: email\n", ""),                                    // nor when
        ("check_in: email\ncheck_in_on: 2025-03-07\n", "2025-03-07"), // a Friday
        ("check_in: email\ncheck_in_on: 2025-03-08\n", "2025-03-10"), // a Saturday
        ("check_in: email\ncheck_in_on: 2025-03-09\n", "2025-03-10"), // a Sunday
        ("check_in: email\nquiet_until: 2025-03-08\n", "2025-03-10"),
        ("hear_by: 2025-05-02\ncheck_in: email\ncheck_in_on: 2025-04-18\n", "2025-04-22"), // Easter
        ("hear_by: 2025-05-02\ncheck_in: email\ncheck_in_on: 2025-03-31\n", "2025-03-31"), // the end of a month
        ("hear_by: 2026-01-30\ncheck_in: email\ncheck_in_on: 2025-12-31\n", "2025-12-31"), // and of a year
        ("hear_by: 2028-03-31\ncheck_in: email\ncheck_in_on: 2028-02-29\n", "2028-02-29"), // a leap day
        // The day agreed goes before the quiet one, and a later quiet day still holds it back.
        ("check_in: email\ncheck_in_on: 2025-03-10\nquiet_until: 2025-03-07\n", "2025-03-10"),
        ("hear_by: 2025-03-20\ncheck_in: email\ncheck_in_on: 2025-03-10\nquiet_until: 2025-03-15\n", "2025-03-17"),
    ] {
        let expected = if expected.is_empty() { String::new() } else { format!("{expected} → {expected}") };
        assert_eq!(term(&round("2025-03-04", lines), "wait/check-in", "2025-03-05"), expected, "{lines}");
    }
}

#[test]
fn wait_check_in_ends_with_a_check_in_on_the_day_or_once_news_are_asked_for() {
    let agreed = "check_in: email\ncheck_in_on: 2025-03-08\n"; // a Saturday
    for (line, stands) in [
        ("- 2025-03-10 email check-in to [[Ines Falk]]\n", false),
        ("- 2025-03-08 emailed [[Ines Falk]] check-in\n", false), // on the very day
        ("- 2025-03-10 phone check-in+other with [[Ines Falk]]\n", false),
        ("- 2025-03-07 email check-in to [[Ines Falk]]\n", true), // before it
        ("- 2025-03-10 email check-in from [[Ines Falk]]\n", true), // they wrote
        ("- 2025-03-10 email thank-you to [[Ines Falk]]\n", true),
        ("- 2025-03-12 email check-in to [[Ines Falk]]\n", true), // after today
    ] {
        let found = logged(agreed, line).weighs("wait/check-in", "2025-03-11");
        assert_eq!(found, if stands { vec![Some(Error)] } else { Vec::new() }, "{line}");
    }
    let sent = logged(agreed, "").note("Letters/In.md", &letter("check-in", "Ines Falk", "2025-03-10"));
    assert_eq!(term(&sent, "wait/check-in", "2025-03-11"), "");

    // Their date is Friday the 14th: from Monday on the question for news takes its place.
    let among = ["2025-03-10", "2025-03-14", "2025-03-16", "2025-03-17", "2025-03-18"];
    assert_eq!(days(&logged(agreed, ""), "wait/check-in", &among), among[..3]);
    let asked = logged(agreed, "- 2025-03-17 email check-in to [[Ines Falk]]\n");
    assert_eq!(days(&asked, "chase/status", &["2025-03-17", "2025-03-18"]), Vec::<&str>::new());
}

#[test]
fn wait_check_in_goes_to_the_one_agreed_in_the_way_they_like() {
    let liv = "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\nhiring_role: advisor\n---\n";
    for (lines, title, channel) in [
        ("check_in: email\n", "Check in with Ines Falk by e-mail, as agreed", Channel::Email),
        ("check_in: phone\n", "Check in with Ines Falk by phone, as agreed", Channel::Phone),
        ("check_in: post\n", "Check in with Ines Falk by post, as agreed", Channel::Post),
        ("check_in: any\n", "Check in with Ines Falk by e-mail, as agreed", Channel::Email),
        ("", "Check in with Ines Falk by e-mail, as agreed", Channel::Email),
        (
            "check_in: phone\ncheck_in_with: \"[[Liv Moe]]\"\n",
            "Check in with Liv Moe by phone, as agreed",
            Channel::Phone,
        ),
        (
            "check_in: email\ncheck_in_with: \"[[Liv Moe]]\"\n",
            "Check in with Liv Moe by e-mail, as agreed",
            Channel::Email,
        ),
    ] {
        let notes = logged(&format!("{lines}check_in_on: 2025-03-10\n"), "").note("Interviewers/Liv Moe.md", liv);
        let found = notes.found("wait/check-in", "2025-03-06");
        let duty = found[0].duty().unwrap();
        assert_eq!((duty.title.as_str(), duty.channel), (title, Some(channel)));
        assert_eq!(duty.document, Some(Document::CheckIn));
        assert_eq!(&*found[0].path, ROUND);
        assert!(found[0].person.as_ref().is_some_and(|person| title.contains(&person.name)) && duty.can_tick);
    }
}

#[test]
fn wait_research_moves_on_with_each_new_line() {
    let lines = "- 2025-03-05 company: a second furnace opens in May\n- 2025-03-05 role: new since the autumn\n";
    let found = |line: &str| round("2025-03-04", "").swap(COMPANY, lines, line);
    for (line, today, expected) in [
        ("", "2025-03-06", "2025-03-05 → 2025-03-11"),
        ("- 2025-02-20 company: x\n", "2025-03-06", "2025-03-05 → 2025-03-11"), // what was known before
        ("- 2025-03-06 company: x\n- 2025-03-05 role: y\n", "2025-03-06", "2025-03-05 → 2025-03-13"),
        ("- 2025-03-09 [[Ines Falk]]: x\n", "2025-03-10", "2025-03-05 → 2025-03-16"),
        ("- 2025-03-09 company: x\n", "2025-03-08", "2025-03-05 → 2025-03-11"), // after today
        ("- 2025-12-29 company: x\n", "2025-12-30", "2025-03-05 → 2026-01-05"), // into a year
    ] {
        assert_eq!(term(&found(line), "wait/research", today), expected, "{line}");
    }
    let leap = round("2024-02-28", "").swap(COMPANY, lines, "");
    assert_eq!(term(&leap, "wait/research", "2024-02-28"), "2024-02-29 → 2024-03-06");
    let seldom = found("").config("research_days = 14\n");
    assert_eq!(term(&seldom, "wait/research", "2025-03-06"), "2025-03-05 → 2025-03-18");
    let found = found("").found("wait/research", "2025-03-06");
    assert_eq!((&*found[0].path, found[0].severity, found[0].duty().unwrap().can_tick), (COMPANY, Some(Hint), false));
}

#[test]
fn wait_good_word_is_asked_of_allies_once_a_round_was_held() {
    for (date, today, expected) in [
        ("2025-03-04", "2025-03-04", "2025-03-04 → 2025-03-05"),
        ("2025-03-07", "2025-03-07", "2025-03-07 → 2025-03-10"), // a Friday
        ("2025-03-08", "2025-03-08", "2025-03-08 → 2025-03-10"), // a Saturday
        ("2025-03-09", "2025-03-09", "2025-03-09 → 2025-03-10"), // a Sunday
        ("2025-04-17", "2025-04-17", "2025-04-17 → 2025-04-22"), // over Easter
        ("2025-02-28", "2025-02-28", "2025-02-28 → 2025-03-03"), // into March
        ("2024-02-28", "2024-02-28", "2024-02-28 → 2024-02-29"), // a leap day
        ("2024-12-31", "2024-12-31", "2024-12-31 → 2025-01-01"), // into a year
        ("2025-03-04", "2025-03-03", ""),                        // not held yet
    ] {
        assert_eq!(term(&round(date, "").note(LIV, ALLY), "wait/good-word", today), expected, "{date}");
    }
}

#[test]
fn wait_good_word_ends_with_the_asking_or_with_their_date() {
    let knows = "knows: [\"[[Ines Falk]]\"]\n";
    for (lines, today, stands) in [
        (knows, "2025-03-06", true),
        ("influences: [\"[[Harbour Glass]]\"]\n", "2025-03-06", true),
        ("relation: a neighbour\n", "2025-03-06", false),
        ("knows: [\"[[Ines Falk]]\"]\nasked_on: 2025-03-06\n", "2025-03-06", false),
        ("knows: [\"[[Ines Falk]]\"]\nasked_on: 2025-03-04\n", "2025-03-06", false), // the day of the first round
        ("knows: [\"[[Ines Falk]]\"]\nasked_on: 2025-03-03\n", "2025-03-06", true),  // for something else
        ("knows: [\"[[Ines Falk]]\"]\nasked_on: 2025-03-07\n", "2025-03-06", true),  // after today
        ("knows: [\"[[Ines Falk]]\"]\nagreed: no\n", "2025-03-06", false),
        ("knows: [\"[[Ines Falk]]\"]\nagreed: pending\n", "2025-03-06", true),
        (knows, "2025-03-14", true),
        (knows, "2025-03-15", false), // their date has gone by
    ] {
        let notes = Notes::sound(today).note(LIV, &format!("---\ntype: contact\n{lines}---\n"));
        assert_eq!(!notes.found("wait/good-word", today).is_empty(), stands, "{lines} {today}");
    }
    let over = Notes::sound("2025-03-06").note(LIV, ALLY).swap(COMPANY, "status: waiting", "status: withdrawn");
    assert!(over.found("wait/good-word", "2025-03-06").is_empty());
    let next =
        "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nstate: planned\ninterview_date: 2025-03-12\n---\n";
    let booked = Notes::sound("2025-03-06").note(LIV, ALLY).note("Rounds/2.md", next);
    assert_eq!(booked.weighs("wait/good-word", "2025-03-06"), [Some(Warning)], "a later round is planned");

    let found = Notes::sound("2025-03-06").note(LIV, ALLY).found("wait/good-word", "2025-03-06");
    assert_eq!(&*found[0].path, LIV);
    assert_eq!(found[0].person.as_ref().map(|person| person.name.as_str()), Some("Liv Moe"));
    assert_eq!(found[0].duty().unwrap().document, Some(Document::GoodWordRequest));
    assert_eq!(found[0].duty().unwrap().title, "Ask Liv Moe for a good word with Ines Falk at Harbour Glass");
}

#[test]
fn wait_company_need_waits_for_every_quiet_day() {
    for (date, lines, expected) in [
        ("2025-03-04", "", "2025-03-05 → 2025-03-07"),
        ("2025-03-07", "", "2025-03-08 → 2025-03-12"), // a Friday
        ("2025-03-08", "", "2025-03-09 → 2025-03-12"), // a Saturday
        ("2025-03-09", "", "2025-03-10 → 2025-03-12"), // a Sunday
        ("2025-04-17", "", "2025-04-18 → 2025-04-24"), // over Easter
        ("2025-02-27", "", "2025-02-28 → 2025-03-04"), // into March
        ("2024-02-28", "", "2024-02-29 → 2024-03-04"), // over a leap day
        ("2024-12-30", "", "2024-12-31 → 2025-01-02"), // into a year
        ("2025-03-04", "quiet_until: 2025-03-06\n", "2025-03-06 → 2025-03-07"),
        ("2025-03-04", "quiet_until: 2025-03-08\n", "2025-03-10 → 2025-03-10"), // a Saturday, rolled
        ("2025-03-04", "check_in_on: 2025-03-20\n", "2025-03-20 → 2025-03-20"),
        ("2025-03-04", "quiet_until: 2025-03-12\ncheck_in_on: 2025-03-11\n", "2025-03-12 → 2025-03-12"),
    ] {
        let notes = round(date, lines).swap(COMPANY, "## Research\n", NEEDS);
        assert_eq!(term(&notes, "wait/company-need", date), expected, "{date} {lines}");
    }
}

#[test]
fn wait_company_need_ends_with_one_proposal() {
    let needy = |line: &str| logged("check_in: email\n", line).swap(COMPANY, "## Research\n", NEEDS);
    for (line, stands) in [
        ("", true),
        ("- 2025-03-06 email proposal to [[Ines Falk]]\n", false),
        ("- 2025-03-06 email other to [[Ines Falk]]\n", true),
        ("- 2025-03-07 email proposal to [[Ines Falk]]\n", true), // after today
    ] {
        let found = needy(line).weighs("wait/company-need", "2025-03-06");
        assert_eq!(found, if stands { vec![Some(Hint)] } else { Vec::new() }, "{line}");
    }
    let sent = needy("").note("Letters/Plan.md", &letter("proposal", "Ines Falk", "2025-03-06"));
    assert_eq!(term(&sent, "wait/company-need", "2025-03-06"), "");
    assert_eq!(term(&Notes::sound("2025-03-06"), "wait/company-need", "2025-03-06"), "", "no need is known");
    let found = needy("").found("wait/company-need", "2025-03-06");
    assert_eq!((&*found[0].path, &found[0].person), (COMPANY, &None));
    assert_eq!(found[0].duty().unwrap().document, Some(Document::Proposal));
    assert!(found[0].message.ends_with("nobody trains the night crew"), "{}", found[0].message);
}

#[test]
fn waiting_ends_by_itself_when_they_answer_but_the_allies_stay() {
    let stand = |notes: &Notes| {
        let rules = ["wait/check-in", "wait/company-need", "wait/good-word", "wait/research"];
        rules.into_iter().filter(|rule| !notes.found(rule, "2025-03-06").is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(stand(&waiting()), ["wait/check-in", "wait/company-need", "wait/good-word", "wait/research"]);
    for (path, old, new) in [
        (ROUND, "state: held\n", "state: held\nresult: advanced\n"),
        (ROUND, "state: held\n", "state: held\nresult: rejected\n"),
        (COMPANY, "status: waiting", "status: offer"),
    ] {
        assert_eq!(stand(&waiting().swap(path, old, new)), ["wait/good-word"], "{new}");
    }
    assert_eq!(stand(&waiting().swap(COMPANY, "status: waiting", "status: rejected")), Vec::<&str>::new());
}

#[test]
fn quiet_days_hold_back_every_enquiry_as_one_calendar() {
    // Liv is asked for news, so that Ines, who decides, may be phoned; the round was on Tuesday 4 March.
    let rules = ["wait/company-need", "wait/check-in", "chase/status", "chase/decider-call"];
    for (lines, expected) in [
        ("hear_by: 2025-03-14\n", ["03-05", "", "03-17", "03-18"]),
        ("hear_by: 2025-03-14\nhear_by_rough: true\n", ["03-05", "", "03-18", "03-19"]),
        ("", ["03-05", "", "03-11", "03-12"]),
        // Quiet before their date: the check-in comes first.
        ("hear_by: 2025-03-14\nquiet_until: 2025-03-11\n", ["03-11", "03-11", "03-17", "03-18"]),
        ("hear_by: 2025-03-14\nquiet_until: 2025-03-08\n", ["03-10", "03-10", "03-17", "03-18"]), // a Saturday
        ("hear_by: 2025-03-14\ncheck_in_on: 2025-03-13\n", ["03-13", "03-13", "03-17", "03-18"]),
        (
            "hear_by: 2025-03-14\ncheck_in_on: 2025-03-10\nquiet_until: 2025-03-12\n",
            ["03-12", "03-12", "03-17", "03-18"],
        ),
        // Quiet beyond their date, a Friday: nothing before it.
        ("hear_by: 2025-03-14\nquiet_until: 2025-03-18\n", ["03-18", "03-18", "03-18", "03-19"]),
        ("hear_by: 2025-03-14\nquiet_until: 2025-03-17\n", ["03-17", "03-17", "03-17", "03-18"]),
        ("hear_by: 2025-03-14\nquiet_until: 2025-03-22\n", ["03-24", "03-24", "03-24", "03-25"]), // a Saturday
        ("quiet_until: 2025-03-20\n", ["03-20", "03-20", "03-20", "03-21"]),
        ("hear_by_said: in two weeks\nquiet_until: 2025-03-10\n", ["03-10", "03-10", "03-19", "03-20"]),
    ] {
        let notes = round("2025-03-04", &format!("check_in: any\n{lines}"))
            .swap(COMPANY, "## Research\n", NEEDS)
            .swap(COMPANY, "contact: \"[[Ines Falk]]\"", "contact: \"[[Liv Moe]]\"")
            .note("Interviewers/Liv Moe.md", "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n---\n");
        let opens = rules.map(|rule| {
            let times = notes.times(rule, "2025-03-05");
            times.first().map_or(String::new(), |(opens, _)| opens.trim_start_matches("2025-").to_owned())
        });
        assert_eq!(opens, expected, "{lines}");
    }
    // On a day for both, the question for news is the one that is asked, and a check-in answers it.
    let both = |log: &str| logged("check_in: email\nquiet_until: 2025-03-18\n", log);
    let asked = |notes: &Notes, today: &str| {
        ["wait/check-in", "chase/status"].into_iter().filter(|rule| !notes.found(rule, today).is_empty()).collect()
    };
    let told: [Vec<&str>; 3] = [
        asked(&both(""), "2025-03-17"),
        asked(&both(""), "2025-03-18"),
        asked(&both("- 2025-03-18 email check-in to [[Ines Falk]]\n"), "2025-03-18"),
    ];
    assert_eq!(told, [vec!["wait/check-in", "chase/status"], vec!["chase/status"], vec![]]);
}
