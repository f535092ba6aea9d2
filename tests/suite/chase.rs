//! When they do not answer: from which day on whom is asked, how, and how often.

use interview_vault::checklist::Finding;
use interview_vault::checklist::example::{COMPANY, ROUND};
use interview_vault::model::{Channel, Document};

use crate::notes::{Looked, Notes};

const HEAR_BY: &str = "hear_by: 2025-03-14\nhear_by_confirmed: true\n";
const LOG: &str = "## Log\n";
const EASTER: &str = "holidays = [\"2025-04-18\", \"2025-04-21\"]\n";

/// The sound vault, its round on another day and with these lines for the date of the answer;
/// nothing in the log.
fn round(date: &str, lines: &str) -> Notes {
    let log = "- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n";
    Notes::sound("2025-03-06")
        .swap(ROUND, "interview_date: 2025-03-04", &format!("interview_date: {date}"))
        .swap(ROUND, HEAR_BY, lines)
        .swap(ROUND, log, "")
        .swap(ROUND, "booked_on: 2025-02-26\n", "")
}

/// With these lines at the head of the log.
fn logged(told: Notes, lines: &str) -> Notes {
    told.swap(ROUND, LOG, &format!("{LOG}{lines}"))
}

/// With somebody else as the company's contact, who is asked for news in place of the decider.
fn contact(told: Notes, lines: &str) -> Notes {
    told.swap(COMPANY, "contact: \"[[Ines Falk]]\"", "contact: \"[[Liv Moe]]\"").note(
        "Interviewers/Liv Moe.md",
        &format!("---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n{lines}---\n"),
    )
}

/// The one day on which a rule's duty opens and is due.
fn due(looked: &Looked, rule: &str) -> Option<String> {
    let duties: Vec<_> = looked.of(rule).into_iter().filter_map(Finding::duty).collect();
    assert!(duties.len() <= 1, "{duties:?}");
    duties.first().map(|duty| {
        assert_eq!(duty.opens, Some(duty.due), "{rule} opens on the day it is due");
        duty.due.to_string()
    })
}

#[test]
fn chase_status_is_due_on_the_first_business_day_after_the_date_they_gave() {
    for (lines, expected) in [
        ("hear_by: 2025-03-13\n", "2025-03-14"),
        ("hear_by: 2025-03-14\n", "2025-03-17"),                      // a Friday
        ("hear_by: 2025-03-15\n", "2025-03-17"),                      // a Saturday
        ("hear_by: 2025-03-16\n", "2025-03-17"),                      // a Sunday
        ("hear_by: 2025-03-14\nhear_by_rough: true\n", "2025-03-18"), // a day of grace
        ("hear_by: 2025-04-17\n", "2025-04-22"),                      // Easter
        ("hear_by: 2025-03-31\n", "2025-04-01"),                      // the end of a month
        ("hear_by: 2025-12-31\n", "2026-01-01"),                      // and of a year
        ("hear_by: 2028-02-28\n", "2028-02-29"),                      // a leap day
        ("hear_by: 2025-03-14\nquiet_until: 2025-03-18\n", "2025-03-18"),
        ("hear_by: 2025-03-14\nquiet_until: 2025-03-22\n", "2025-03-24"), // a Saturday, rolled
        ("hear_by: 2025-03-14\nquiet_until: 2025-03-12\n", "2025-03-17"), // the later of the two
        ("hear_by: 2025-03-14\ncheck_in_on: 2025-03-20\n", "2025-03-20"),
    ] {
        let told = round("2025-03-04", lines).note("vault.toml", EASTER);
        assert_eq!(due(&told.today("2025-03-06").look(), "chase/status").as_deref(), Some(expected), "{lines}");
    }
}

#[test]
fn chase_status_waits_some_business_days_where_no_date_is_known() {
    for (date, lines, expected) in [
        ("2025-03-04", "", "2025-03-11"),
        ("2025-03-04", "hear_by: declined\n", "2025-03-11"),
        ("2025-03-07", "", "2025-03-14"),                            // a Friday
        ("2025-03-08", "", "2025-03-14"),                            // a Saturday
        ("2025-03-09", "", "2025-03-14"),                            // a Sunday
        ("2025-04-14", "", "2025-04-23"),                            // over Easter
        ("2025-02-26", "", "2025-03-05"),                            // into March
        ("2024-02-26", "", "2024-03-04"),                            // over a leap day
        ("2024-12-27", "", "2025-01-03"),                            // into a year
        ("2025-03-04", "hear_by_said: in two days\n", "2025-03-11"), // sooner than they need
        ("2025-03-04", "hear_by_said: next week\n", "2025-03-17"),   // Friday 14, then Monday
        ("2025-03-04", "hear_by: next week\n", "2025-03-17"),
        ("2025-03-04", "hear_by_said: soon\n", "2025-03-11"), // proposes nothing
        ("2025-03-04", "quiet_until: 2025-03-20\n", "2025-03-20"),
    ] {
        let told = round(date, lines).note("vault.toml", EASTER);
        assert_eq!(due(&told.today(date).look(), "chase/status").as_deref(), Some(expected), "{date} {lines}");
    }
    let patient = round("2025-03-04", "").note("vault.toml", "reply_days = 10\n");
    assert_eq!(due(&patient.today("2025-03-06").look(), "chase/status").as_deref(), Some("2025-03-18"));
}

#[test]
fn chase_status_ends_with_a_request_after_the_date() {
    let dated = || round("2025-03-04", HEAR_BY);
    let undated = || round("2025-03-04", "");
    for (told, line, is_asked) in [
        (dated(), "- 2025-03-17 email status to [[Ines Falk]]\n", true),
        (dated(), "- 2025-03-15 phoned [[Ines Falk]] status\n", true), // before it was due, after the date
        (dated(), "- 2025-03-14 email status to [[Ines Falk]]\n", false), // on the date itself
        (dated(), "- 2025-03-18 email status from [[Ines Falk]]\n", false), // they wrote
        (dated(), "- 2025-03-17 email thank-you to [[Ines Falk]]\n", false),
        (dated(), "- 2025-03-20 email status to [[Ines Falk]]\n", false), // after today
        (dated(), "- 2025-03-17 email check-in to [[Ines Falk]]\n", true), // counts once asking has opened
        (dated(), "- 2025-03-16 email check-in to [[Ines Falk]]\n", false),
        (undated(), "- 2025-03-11 email status to [[Ines Falk]]\n", true),
        (undated(), "- 2025-03-10 email status to [[Ines Falk]]\n", false), // before this opened
    ] {
        let told = logged(told, line);
        assert_eq!(due(&told.today("2025-03-19").look(), "chase/status").is_none(), is_asked, "{line}");
    }
    let letter = "---\ntype: letter\ndocument: status-call\ncompany: \"[[Harbour Glass]]\"\n\
                  for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on: 2025-03-17\n---\nHello\n";
    assert_eq!(due(&dated().note("Letters/Call.md", letter).today("2025-03-19").look(), "chase/status"), None);
}

#[test]
fn chase_ends_by_itself_when_they_answer() {
    for (path, old, new) in [
        (ROUND, "state: held\n", "state: held\nresult: rejected\n"),
        (ROUND, "state: held\n", "state: held\nresult: offer\n"),
        (COMPANY, "status: waiting", "status: offer"),
        (COMPANY, "status: waiting", "status: closed"),
    ] {
        let told = Notes::sound("2025-03-06").swap(path, old, new);
        assert_eq!(due(&told.today("2025-03-19").look(), "chase/status"), None, "{new}");
    }
    // Asked back, but the date has gone by without an appointment: it is still open.
    let back = || Notes::sound("2025-03-06").swap(ROUND, "state: held\n", "state: held\nresult: advanced\n");
    assert_eq!(due(&back().today("2025-03-14").look(), "chase/status"), None);
    assert_eq!(due(&back().today("2025-03-15").look(), "chase/status").as_deref(), Some("2025-03-17"));
    let second =
        "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nstate: planned\ninterview_date: 2025-03-25\n---\n";
    let booked = back().note("Rounds/2025-03-25 Harbour Glass.md", second);
    assert_eq!(due(&booked.today("2025-03-15").look(), "chase/status"), None);
}

#[test]
fn chase_status_asks_the_right_person_in_the_way_they_like() {
    let wish = |wish: &str| Notes::sound("2025-03-06").swap(ROUND, "check_in: email\n", wish);
    let peer = |told| contact(told, "hiring_role: peer\n");
    let with_liv = "check_in: phone\ncheck_in_with: \"[[Liv Moe]]\"\n";
    for (told, today, title, channel, document) in [
        (
            wish("check_in: email\n"),
            "2025-03-17",
            "Ask Ines Falk for news by e-mail",
            Channel::Email,
            Document::StatusRequest,
        ),
        (
            wish("check_in: email\n"),
            "2025-03-27",
            "Ask Ines Falk for news by e-mail",
            Channel::Email,
            Document::StatusRequest,
        ),
        (
            wish("check_in: post\n"),
            "2025-03-27",
            "Ask Ines Falk for news by post",
            Channel::Post,
            Document::StatusRequest,
        ),
        (
            wish("check_in: phone\n"),
            "2025-03-17",
            "Ask Ines Falk for news by phone",
            Channel::Phone,
            Document::StatusCall,
        ),
        (wish(""), "2025-03-18", "Ask Ines Falk for news by e-mail", Channel::Email, Document::StatusRequest),
        (wish(""), "2025-03-19", "Ask Ines Falk for news by e-mail or phone", Channel::Email, Document::StatusRequest),
        (
            wish("check_in: any\n"),
            "2025-03-19",
            "Ask Ines Falk for news by e-mail or phone",
            Channel::Email,
            Document::StatusRequest,
        ),
        // An advisor or a peer is not phoned, but where there is a bond or they asked for it.
        (peer(wish("")), "2025-03-27", "Ask Liv Moe for news by e-mail", Channel::Email, Document::StatusRequest),
        (
            peer(wish("check_in: phone\n")),
            "2025-03-27",
            "Ask Liv Moe for news by e-mail",
            Channel::Email,
            Document::StatusRequest,
        ),
        (peer(wish(with_liv)), "2025-03-27", "Ask Liv Moe for news by phone", Channel::Phone, Document::StatusCall),
        (
            contact(wish(""), "hiring_role: advisor\nbond: we sailed together\n"),
            "2025-03-27",
            "Ask Liv Moe for news by e-mail or phone",
            Channel::Email,
            Document::StatusRequest,
        ),
    ] {
        let looked = told.today(today).look();
        let found = looked.of("chase/status");
        let duty = found[0].duty().unwrap();
        assert_eq!(
            (duty.title.as_str(), duty.channel, duty.document),
            (title, Some(channel), Some(document)),
            "{today}"
        );
    }
}

#[test]
fn chase_asks_who_was_agreed_else_the_contact_else_the_decider_met_else_the_first() {
    let two = |told: Notes| {
        contact(told, "").swap(
            ROUND,
            "\ninterviewers: [\"[[Ines Falk]]\"]",
            "\ninterviewers: [\"[[Liv Moe]]\", \"[[Ines Falk]]\"]",
        )
    };
    let no_contact = |told: Notes| told.swap(COMPANY, "contact: \"[[Liv Moe]]\"\n", "");
    let no_decider = |told: Notes| told.swap(COMPANY, "decider: \"[[Ines Falk]]\"\n", "");
    let agreed = "check_in: email\ncheck_in_with: \"[[Ines Falk]]\"\n";
    for (told, expected) in [
        (two(Notes::sound("2025-03-06")).swap(ROUND, "check_in: email\n", agreed), "Ines Falk"),
        (two(Notes::sound("2025-03-06")), "Liv Moe"),
        (no_contact(two(Notes::sound("2025-03-06"))), "Ines Falk"),
        (no_decider(no_contact(two(Notes::sound("2025-03-06")))), "Liv Moe"),
    ] {
        let looked = told.today("2025-03-18").look();
        let found = looked.of("chase/status");
        assert_eq!(found[0].person.as_ref().map(|person| person.name.as_str()), Some(expected));
    }
}

#[test]
fn chase_again_comes_some_business_days_after_the_last_request_while_there_are_few() {
    let one = "- 2025-03-17 email status to [[Ines Falk]]\n";
    let two = "- 2025-03-17 email status to [[Ines Falk]]\n- 2025-03-24 phone status with [[Ines Falk]]\n";
    for (lines, again, stuck) in [
        ("", None, None),
        (one, Some("2025-03-24"), None),
        ("- 2025-03-21 email status to [[Ines Falk]]\n", Some("2025-03-28"), None), // a Friday
        ("- 2025-04-16 email status to [[Ines Falk]]\n", Some("2025-04-25"), None), // over Easter
        (two, None, Some("2025-03-31")),
        // Before the date they gave it was no request for this answer.
        (
            "- 2025-03-10 email status to [[Ines Falk]]\n- 2025-03-17 email status to [[Ines Falk]]\n",
            Some("2025-03-24"),
            None,
        ),
        // Two on one day are one.
        (
            "- 2025-03-17 email status to [[Ines Falk]]\n- 2025-03-17 phone status with [[Ines Falk]]\n",
            Some("2025-03-24"),
            None,
        ),
    ] {
        let told = logged(Notes::sound("2025-03-06"), lines).note("vault.toml", EASTER);
        let told = told.today("2025-05-02").look();
        assert_eq!(due(&told, "chase/again").as_deref(), again, "{lines}");
        assert_eq!(due(&told, "chase/stuck").as_deref(), stuck, "{lines}");
        assert_eq!(due(&told, "chase/status").is_some(), lines.is_empty(), "{lines}");
    }
    let quiet = logged(
        Notes::sound("2025-03-06").swap(ROUND, "check_in: email\n", "check_in: email\nquiet_until: 2025-03-29\n"),
        one,
    );
    assert_eq!(
        due(&quiet.today("2025-05-02").look(), "chase/again").as_deref(),
        Some("2025-03-31"),
        "a quiet day holds it back"
    );
    let single =
        logged(Notes::sound("2025-03-06"), one).note("vault.toml", "status_max = 1\n").today("2025-05-02").look();
    assert_eq!(due(&single, "chase/again"), None);
    assert_eq!(due(&single, "chase/stuck").as_deref(), Some("2025-03-24"));
    let hasty = logged(Notes::sound("2025-03-06"), one).note("vault.toml", "status_repeat_days = 2\n");
    assert_eq!(due(&hasty.today("2025-05-02").look(), "chase/again").as_deref(), Some("2025-03-19"));
    // A new date from them begins the count anew.
    let moved = logged(Notes::sound("2025-03-06"), two)
        .swap(ROUND, "hear_by: 2025-03-14", "hear_by: 2025-04-04")
        .today("2025-05-02")
        .look();
    assert_eq!(due(&moved, "chase/status").as_deref(), Some("2025-04-07"));
    assert_eq!(due(&moved, "chase/stuck"), None);
}

#[test]
fn chase_stuck_stands_in_the_company_and_ends_only_by_writing() {
    let two = "- 2025-03-17 email status to [[Ines Falk]]\n- 2025-03-24 phone status with [[Ines Falk]]\n";
    let looked = logged(Notes::sound("2025-03-06"), two).today("2025-04-01").look();
    let found = looked.of("chase/stuck");
    assert_eq!(&*found[0].path, COMPANY);
    assert!(!found[0].duty().unwrap().can_tick);
    assert_eq!(found[0].person, None);
}

#[test]
fn chase_decider_call_follows_the_question_for_news_by_a_business_day() {
    let told = |lines: &str| {
        contact(
            Notes::sound("2025-03-06").swap(ROUND, "check_in: email\n", "check_in: any\n").swap(ROUND, HEAR_BY, lines),
            "",
        )
    };
    for (lines, expected) in [
        (HEAR_BY, "2025-03-18"),
        ("hear_by: 2025-03-13\n", "2025-03-17"), // asked on a Friday, phoned on the Monday
        ("hear_by: 2025-03-14\nquiet_until: 2025-03-21\n", "2025-03-24"),
        ("", "2025-03-12"),
    ] {
        assert_eq!(
            due(&told(lines).today("2025-03-06").look(), "chase/decider-call").as_deref(),
            Some(expected),
            "{lines}"
        );
    }
    let looked = told(HEAR_BY).today("2025-03-19").look();
    let found = looked.of("chase/decider-call");
    assert_eq!(found[0].person.as_ref().map(|person| person.name.as_str()), Some("Ines Falk"));
    assert_eq!(found[0].duty().unwrap().document, Some(Document::DecisionCall));
    let called = logged(told(HEAR_BY), "- 2025-03-18 phone decision-call with [[Ines Falk]]\n");
    assert_eq!(due(&called.today("2025-03-19").look(), "chase/decider-call"), None);
}

#[test]
fn chase_decider_call_is_not_for_everybody() {
    let any = || Notes::sound("2025-03-06").swap(ROUND, "check_in: email\n", "check_in: any\n");
    let wish = |wish: &str| contact(Notes::sound("2025-03-06").swap(ROUND, "check_in: email\n", wish), "");
    for (told, is_asked, why) in [
        (contact(any(), ""), true, "the decider was met, and another is asked"),
        (any(), false, "the decider is asked anyway"),
        (wish("check_in: email\n"), false, "they want e-mails"),
        (wish("check_in: post\n"), false, "they want letters"),
        (wish("check_in: phone\n"), true, "they want calls"),
        (wish(""), true, "they said nothing"),
        (contact(any(), "").swap(COMPANY, "decider: \"[[Ines Falk]]\"\n", ""), false, "nobody knows who decides"),
        (
            contact(any(), "").swap(COMPANY, "decider: \"[[Ines Falk]]\"", "decider: \"[[Liv Moe]]\""),
            false,
            "never met",
        ),
    ] {
        assert_eq!(due(&told.today("2025-03-19").look(), "chase/decider-call").is_some(), is_asked, "{why}");
    }
}

#[test]
fn chase_decider_call_of_the_bold_comes_with_the_letter_where_nothing_was_said() {
    let told = |lines: &str| {
        let told =
            contact(Notes::sound("2025-03-06").swap(ROUND, "check_in: email\n", lines).swap(ROUND, HEAR_BY, ""), "");
        told.note("vault.toml", "stance = \"assertive\"\n")
    };
    // Posted on Wednesday the 5th, three posting days: Saturday the 8th, rolled.
    assert_eq!(due(&told("").today("2025-03-06").look(), "chase/decider-call").as_deref(), Some("2025-03-10"));
    // Not posted: as if it went in time.
    let unposted = told("").swap(ROUND, "- 2025-03-05 post thank-you to [[Ines Falk]]\n", "");
    assert_eq!(due(&unposted.today("2025-03-06").look(), "chase/decider-call").as_deref(), Some("2025-03-10"));
    let late = told("").swap(ROUND, "- 2025-03-05 post", "- 2025-03-07 post");
    assert_eq!(due(&late.today("2025-03-10").look(), "chase/decider-call").as_deref(), Some("2025-03-11"));
    for lines in ["check_in: any\n", "quiet_until: 2025-03-06\n"] {
        assert_eq!(
            due(&told(lines).today("2025-03-06").look(), "chase/decider-call").as_deref(),
            Some("2025-03-12"),
            "{lines}"
        );
    }
}

#[test]
fn chase_status_does_not_say_that_nobody_was_asked_where_somebody_was() {
    for (lines, expected) in [
        ("", "and nobody has been asked for news"),
        ("- 2025-03-07 email status to [[Ines Falk]]\n", "your question of Friday 7 March came before"),
    ] {
        let looked = logged(round("2025-03-04", ""), lines).today("2025-03-12").look();
        let messages: Vec<_> = looked.of("chase/status").into_iter().map(|finding| &finding.message).collect();
        assert!(matches!(messages[..], [only] if only.contains(expected)), "{messages:?}");
    }
}
