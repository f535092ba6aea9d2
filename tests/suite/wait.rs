//! While waiting: what is held back until when, what is done meanwhile, and what was done too soon.

use interview_vault::checklist::example::{COMPANY, PERSON, ROUND};
use interview_vault::checklist::{Duty, Finding};
use interview_vault::diagnostic::Severity::{Error, Hint, Warning};
use interview_vault::model::{Channel, Document};

use crate::notes::Notes;

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
    times.into_iter().map(|(opens, due)| format!("{opens} → {due}")).collect()
}

/// The days of a table's first column on which `rule` finds something.
fn days<'d>(notes: &Notes, rule: &str, among: &[&'d str]) -> Vec<&'d str> {
    among.iter().copied().filter(|today| !notes.found(rule, today).is_empty()).collect()
}

fn duty(finding: &Finding) -> &Duty {
    finding.duty().unwrap()
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
        let duty = duty(&found[0]);
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
    assert_eq!((&*found[0].path, found[0].severity, duty(&found[0]).can_tick), (COMPANY, Some(Hint), false));
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
    assert_eq!(duty(&found[0]).document, Some(Document::GoodWordRequest));
    assert_eq!(duty(&found[0]).title, "Ask Liv Moe for a good word with Ines Falk at Harbour Glass");
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
    assert_eq!(duty(&found[0]).document, Some(Document::Proposal));
    assert!(duty(&found[0]).title.ends_with("nobody trains the night crew"));
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
fn wait_too_soon_is_told_of_what_a_quiet_day_holds_back() {
    let quiet = "check_in: any\nquiet_until: 2025-03-11\n";
    let agreed = "check_in: any\ncheck_in_on: 2025-03-11\n";
    for (wish, line, is_found) in [
        (quiet, "- 2025-03-06 email status to [[Ines Falk]]\n", true),
        (quiet, "- 2025-03-06 email check-in to [[Ines Falk]]\n", true),
        (quiet, "- 2025-03-06 phone decision-call with [[Ines Falk]]\n", true),
        (quiet, "- 2025-03-06 email proposal to [[Ines Falk]]\n", true),
        (quiet, "- 2025-03-06 email thank-you+status to [[Ines Falk]]\n", true),
        (quiet, "- 2025-03-10 email status to [[Ines Falk]]\n", true), // the day before
        (quiet, "- 2025-03-11 email status to [[Ines Falk]]\n", false),
        (agreed, "- 2025-03-06 email check-in to [[Ines Falk]]\n", true),
        (agreed, "- 2025-03-11 email check-in to [[Ines Falk]]\n", false),
        (quiet, "- 2025-03-06 email thank-you to [[Ines Falk]]\n", false),
        (quiet, "- 2025-03-06 email promise to [[Ines Falk]]\n", false),
        (quiet, "- 2025-03-06 email other to [[Ines Falk]]\n", false),
        (quiet, "- 2025-03-06 email status from [[Ines Falk]]\n", false),
        ("check_in: any\n", "- 2025-03-06 email status to [[Ines Falk]]\n", false),
    ] {
        let found = logged(wish, line).found("wait/too-soon", "2025-03-11");
        assert_eq!(found.len(), usize::from(is_found), "{wish}{line}");
        assert!(found.iter().all(|finding| finding.duty().is_none() && finding.severity == Some(Warning)));
    }
    let sent = logged(quiet, "").note("Letters/Status.md", &letter("status-request", "Ines Falk", "2025-03-06"));
    assert_eq!(sent.found("wait/too-soon", "2025-03-07").len(), 1, "a letter too");
    let line = "- 2025-03-06 email status to [[Ines Falk]]\n";
    let both = logged(quiet, line).note("Letters/Status.md", &letter("status-request", "Ines Falk", "2025-03-06"));
    assert_eq!(both.found("wait/too-soon", "2025-03-07").len(), 1, "and its line are one");
}

#[test]
fn a_contact_that_went_wrong_is_told_until_the_next_for_a_week_at_most() {
    let among = ["2025-03-06", "2025-03-07", "2025-03-10", "2025-03-12", "2025-03-13"];
    for (line, told) in [
        ("", 4), // seven days with the first
        ("- 2025-03-10 email other to [[Ines Falk]]\n", 2),
        ("- 2025-03-10 email thank-you to [[Ines Falk]]\n", 4), // no answer to it
        ("- 2025-03-10 email promise to [[Ines Falk]]\n", 4),
        ("- 2025-03-10 email good-word with [[Liv Moe]]\n", 4),
        ("- 2025-03-10 email other with [[Liv Moe]]\n", 4), // an ally, whatever it was for
        ("- 2025-03-10 phone other from [[Ines Falk]]\n", 2), // they answered
        ("- 2025-03-06 email other from [[Ines Falk]]\n", 0), // and named the day then
    ] {
        let lines = format!("- 2025-03-06 email check-in to [[Ines Falk]]\n{line}");
        let notes = logged("check_in: email\nquiet_until: 2025-03-21\n", &lines).note(LIV, ALLY);
        assert_eq!(days(&notes, "wait/too-soon", &among), among[..told], "{line}");
    }
}

#[test]
fn wait_channel_goes_by_their_wish() {
    for (wish, line, is_found) in [
        ("email", "- 2025-03-06 phone check-in with [[Ines Falk]]\n", true),
        ("email", "- 2025-03-06 phone status with [[Ines Falk]]\n", true),
        ("email", "- 2025-03-06 email check-in to [[Ines Falk]]\n", false),
        ("email", "- 2025-03-06 phone other with [[Ines Falk]]\n", false),
        ("email", "- 2025-03-06 phone status from [[Ines Falk]]\n", false),
        ("phone", "- 2025-03-06 email check-in to [[Ines Falk]]\n", true),
        ("phone", "- 2025-03-06 called [[Ines Falk]] check-in\n", false),
        ("post", "- 2025-03-06 email check-in to [[Ines Falk]]\n", true),
        ("post", "- 2025-03-06 post check-in to [[Ines Falk]]\n", false),
        ("post", "- 2025-03-06 handwritten check-in to [[Ines Falk]]\n", false), // a card is posted too
        ("any", "- 2025-03-06 phone check-in with [[Ines Falk]]\n", false),
        ("declined", "- 2025-03-06 phone check-in with [[Ines Falk]]\n", false),
        // Liv only advises, so that the agenda proposes an e-mail.
        ("phone", "- 2025-03-06 email status to [[Liv Moe]]\n", false),
    ] {
        let liv = "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\nhiring_role: advisor\n---\n";
        let notes = logged(&format!("check_in: {wish}\n"), line).note("Interviewers/Liv Moe.md", liv);
        assert_eq!(notes.found("wait/channel", "2025-03-07").len(), usize::from(is_found), "{wish}: {line}");
    }
}

#[test]
fn wait_advisor_call_spares_bonds_and_wishes() {
    let call = "- 2025-03-06 phone other with [[Ines Falk]]\n";
    for (role, wish, line, is_found) in [
        ("advisor", "check_in: any\n", call, true),
        ("peer", "check_in: any\n", call, true),
        ("peer", "", call, true),
        ("advisor", "check_in: any\n", "- 2025-03-06 phone thank-you with [[Ines Falk]]\n", true),
        ("advisor", "check_in: any\n", "- 2025-03-06 email other to [[Ines Falk]]\n", false),
        ("advisor", "check_in: any\n", "- 2025-03-06 phone other from [[Ines Falk]]\n", false),
        ("advisor\nbond: we rowed together", "check_in: any\n", call, false),
        ("decider", "check_in: any\n", call, false),
        ("supervisor", "check_in: any\n", call, false),
        ("advisor", "check_in: phone\ncheck_in_with: \"[[Ines Falk]]\"\n", call, false),
        ("advisor", "check_in: phone\n", call, false), // the company's contact, so it was their wish
        ("advisor", "check_in: phone\ncheck_in_with: \"[[Liv Moe]]\"\n", call, true), // the wish of another
        ("advisor", "check_in: email\ncheck_in_with: \"[[Ines Falk]]\"\n", call, true),
    ] {
        let notes = logged(wish, line)
            .swap(PERSON, "hiring_role: decider", &format!("hiring_role: {role}"))
            .note("Interviewers/Liv Moe.md", "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n---\n");
        let found = notes.found("wait/advisor-call", "2025-03-07");
        assert_eq!(found.len(), usize::from(is_found), "{role}, {wish}{line}");
        assert!(found.iter().all(|finding| finding.person.as_ref().is_some_and(|person| person.name == "Ines Falk")));
    }
}

#[test]
fn wait_crowding_counts_the_contacts_of_a_week() {
    let first = "- 2025-03-04 email other to [[Ines Falk]]\n- 2025-03-07 phone other with [[Ines Falk]]\n";
    for (line, is_found) in [
        ("", false),
        ("- 2025-03-10 email other to [[Ines Falk]]\n", true), // the seventh day
        ("- 2025-03-11 email other to [[Ines Falk]]\n", false),
        ("- 2025-03-07 email status to [[Ines Falk]]\n", true), // two on one day
        ("- 2025-03-10 email thank-you to [[Ines Falk]]\n", false),
        ("- 2025-03-10 email promise to [[Ines Falk]]\n", false),
        ("- 2025-03-10 email promise+status to [[Ines Falk]]\n", true),
        ("- 2025-03-10 email good-word with [[Liv Moe]]\n", false),
        ("- 2025-03-10 email other with [[Liv Moe]]\n", false), // an ally
        ("- 2025-03-10 email other from [[Ines Falk]]\n", false),
    ] {
        let notes = logged("check_in: any\n", &format!("{first}{line}")).note(LIV, ALLY);
        let found = notes.found("wait/crowding", "2025-03-11");
        assert_eq!(found.len(), usize::from(is_found), "{line}");
        assert!(found.iter().all(|finding| finding.severity == Some(Hint) && &*finding.path == ROUND));
    }
    // A letter and its line on one day are one.
    let two = "- 2025-03-06 email status to [[Ines Falk]]\n- 2025-03-07 phone other with [[Ines Falk]]\n";
    let sent =
        logged("check_in: any\n", two).note("Letters/S.md", &letter("status-request", "Ines Falk", "2025-03-06"));
    assert!(sent.found("wait/crowding", "2025-03-07").is_empty());
    // With an answer in hand the company can still be crowded.
    let three = format!("{first}- 2025-03-10 email other to [[Ines Falk]]\n");
    let answered = logged("check_in: any\n", &three).swap(ROUND, "state: held\n", "state: held\nresult: advanced\n");
    assert_eq!(answered.found("wait/crowding", "2025-03-11").len(), 1);
}

#[test]
fn wait_unanswered_looks_at_applications_without_a_round() {
    let sent = |lines: &str| {
        Notes::sound("2025-03-06").note("Companies/Kestrel Tiles.md", &format!("---\ntype: company\n{lines}---\n"))
    };
    let applied = "status: applied\napplied_on: 2025-02-10\n";
    for (notes, today, is_found) in [
        (sent(applied), "2025-03-03", false),
        (sent(applied), "2025-03-04", true),
        (sent("status: applied\napplied_on: 2024-02-09\n"), "2024-03-01", false), // over a leap day
        (sent("status: applied\napplied_on: 2024-02-09\n"), "2024-03-02", true),
        (sent("status: interviewing\napplied_on: 2025-02-10\n"), "2025-03-04", false),
        (sent("status: closed\napplied_on: 2025-02-10\n"), "2025-03-04", false),
        (sent("status: applied\n"), "2025-03-04", false),
        (sent(applied).config("unanswered_days = 30\n"), "2025-03-12", false),
        (sent(applied).config("unanswered_days = 30\n"), "2025-03-13", true),
        (
            sent(applied).note(
                "Rounds/K.md",
                "---\ntype: round\ncompany: \"[[Kestrel Tiles]]\"\nstate: planned\ninterview_date: 2025-03-20\n---\n",
            ),
            "2025-03-04",
            false,
        ),
    ] {
        let found = notes.found("wait/unanswered", today);
        assert_eq!(found.len(), usize::from(is_found), "{today}");
        assert!(found.iter().all(|finding| finding.severity == Some(Hint) && finding.duty().is_none()));
    }
}
