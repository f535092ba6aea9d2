//! When they have answered: thanks for a no, a decision on an offer, a word to allies, a lesson.

use interview_vault::checklist::example::{COMPANY, ROUND};
use interview_vault::checklist::{Duty, Finding};
use interview_vault::model::{Channel, Document};

use crate::notes::{Looked, Notes};

const EASTER: &str = "holidays = [\"2025-04-18\", \"2025-04-21\"]\n";

/// The sound vault with these lines in place of the company's status.
fn status(lines: &str) -> Notes {
    Notes::sound("2025-03-06").note("vault.toml", EASTER).swap(COMPANY, "status: waiting\n", lines)
}

/// Opening and due day of the one duty of a rule, as `2025-03-05..2025-03-06`.
fn time(looked: &Looked, rule: &str) -> Option<String> {
    let duties: Vec<_> = looked.of(rule).into_iter().filter_map(Finding::duty).collect();
    assert!(duties.len() <= 1, "{duties:?}");
    let opens = |duty: &Duty| duty.opens.map(|day| day.to_string()).unwrap_or_default();
    duties.first().map(|duty| format!("{}..{}", opens(duty), duty.due))
}

#[test]
fn every_answer_duty_is_counted_in_business_days_from_the_decision() {
    for (decided, rejection, lesson, ally) in [
        ("2025-03-05", "2025-03-06", "2025-03-12", "2025-03-10"),
        ("2025-03-07", "2025-03-10", "2025-03-14", "2025-03-12"), // a Friday
        ("2025-03-08", "2025-03-10", "2025-03-14", "2025-03-12"), // a Saturday
        ("2025-03-09", "2025-03-10", "2025-03-14", "2025-03-12"), // a Sunday
        ("2025-04-17", "2025-04-22", "2025-04-28", "2025-04-24"), // before Easter
        ("2025-03-31", "2025-04-01", "2025-04-07", "2025-04-03"),
        ("2025-12-31", "2026-01-01", "2026-01-07", "2026-01-05"),
        ("2028-02-28", "2028-02-29", "2028-03-06", "2028-03-02"),
    ] {
        let liv = "---\ntype: contact\ninfluences: [\"[[Harbour Glass]]\"]\nasked_on: 2025-03-04\n---\n";
        let notes = status(&format!("status: rejected\ndecided_on: {decided}\n")).note("Contacts/Liv Moe.md", liv);
        let looked = notes.today(decided).look();
        assert_eq!(time(&looked, "answer/rejection"), Some(format!("{decided}..{rejection}")), "{decided}");
        assert_eq!(time(&looked, "answer/lesson"), Some(format!("{decided}..{lesson}")), "{decided}");
        assert_eq!(time(&looked, "answer/ally"), Some(format!("{decided}..{ally}")), "{decided}");
    }
}

#[test]
fn answer_rejection_stands_after_a_no_for_ten_business_days() {
    let no = "status: rejected\ndecided_on: 2025-03-05\n";
    for (lines, today, stands) in [
        (no, "2025-03-05", true),
        (no, "2025-03-19", true), // the tenth business day
        (no, "2025-03-20", false),
        ("status: rejected\n", "2026-01-01", true), // on no day: nobody knows how long ago
        ("status: withdrawn\ndecided_on: 2025-03-05\n", "2025-03-06", false),
        ("status: accepted\ndecided_on: 2025-03-05\n", "2025-03-06", false),
        ("status: waiting\n", "2025-03-06", false),
    ] {
        assert_eq!(
            time(&status(lines).today(today).look(), "answer/rejection").is_some(),
            stands,
            "{lines} on {today}"
        );
    }
    assert_eq!(
        time(&status("status: rejected\n").today("2025-03-11").look(), "answer/rejection").as_deref(),
        Some("..2025-03-11")
    );
    let told = status("status: waiting\n").swap(ROUND, "state: held\n", "state: held\nresult: rejected\n");
    assert!(time(&told.look(), "answer/rejection").is_some(), "the latest result says so too");
    let unheld = status(no).note(
        ROUND,
        "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\ninterview_date: 2025-03-04\nstate: cancelled\n---\n",
    );
    assert_eq!(time(&unheld.look(), "answer/rejection"), None, "nobody was met");
    let logged = status(no).swap(ROUND, "## Log\n", "## Log\n- 2025-03-06 posted [[Ines Falk]] rejection-thanks\n");
    assert_eq!(time(&logged.look(), "answer/rejection"), None);
}

#[test]
fn answer_rejection_goes_by_e_mail_or_by_post() {
    for (wish, channel) in [("email", Channel::Email), ("phone", Channel::Email), ("post", Channel::Post)] {
        let notes = status("status: rejected\ndecided_on: 2025-03-05\n");
        let looked = notes.swap(ROUND, "check_in: email", &format!("check_in: {wish}")).look();
        let found = looked.of("answer/rejection");
        let duty = found[0].duty().unwrap();
        assert_eq!((duty.channel, duty.document), (Some(channel), Some(Document::RejectionThanks)), "{wish}");
        assert_eq!(found[0].person.as_ref().map(|person| person.name.as_str()), Some("Ines Falk"));
        assert_eq!(&*found[0].path, COMPANY);
    }
}

#[test]
fn answer_offer_runs_from_the_offer_to_the_day_they_set() {
    for (lines, expected) in [
        ("status: offer\ndecided_on: 2025-03-05\noffer_by: 2025-03-15\n", Some("2025-03-05..2025-03-15")), // not rolled
        ("status: offer\noffer_by: 2025-03-10\n", Some("..2025-03-10")),
        ("status: offer\ndecided_on: 2025-03-05\n", None),
        ("status: accepted\ndecided_on: 2025-03-05\noffer_by: 2025-03-10\n", None),
    ] {
        assert_eq!(time(&status(lines).look(), "answer/offer").as_deref(), expected, "{lines}");
    }
}

#[test]
fn answer_ally_is_owed_to_whoever_was_asked_for_this_application() {
    let ally = |lines: &str| {
        let text = format!("---\ntype: contact\ninfluences: [\"[[Harbour Glass]]\"]\n{lines}---\n");
        status("status: rejected\ndecided_on: 2025-03-05\n")
            .note("Contacts/Liv Moe.md", &text)
            .today("2025-03-11")
            .look()
    };
    for (lines, is_owed) in [
        ("asked_on: 2025-03-04\n", true),
        ("", false),
        ("asked_on: 2025-01-10\n", false), // for another application
        ("asked_on: 2025-03-04\nthanked_on: 2025-03-10\n", false),
        ("asked_on: 2025-03-04\nthanked_on: 2025-02-10\n", true), // for an earlier word
        ("asked_on: 2025-03-04\nthanked_on: 2025-03-20\n", true), // not yet
    ] {
        assert_eq!(time(&ally(lines), "answer/ally").is_some(), is_owed, "{lines}");
    }
    let looked = ally("asked_on: 2025-03-04\n");
    assert_eq!(looked.of("answer/ally")[0].person.as_ref().map(|person| person.name.as_str()), Some("Liv Moe"));
}

#[test]
fn answer_lesson_is_asked_for_twenty_business_days() {
    for (lines, today, stands) in [
        ("status: rejected\ndecided_on: 2025-03-05\n", "2025-04-02", true),
        ("status: rejected\ndecided_on: 2025-03-05\n", "2025-04-03", false),
        ("status: accepted\ndecided_on: 2025-03-05\n", "2025-03-06", true),
        ("status: withdrawn\ndecided_on: 2025-03-05\n", "2025-03-06", true),
        ("status: offer\ndecided_on: 2025-03-05\n", "2025-03-06", false), // not decided yet
        ("status: closed\n", "2025-03-06", false),
        ("status: rejected\ndecided_on: 2025-03-05\nlesson: ask sooner\n", "2025-03-06", false),
    ] {
        let looked = status(lines).today(today).look();
        assert_eq!(time(&looked, "answer/lesson").is_some(), stands, "{lines} on {today}");
        assert!(looked.of("answer/lesson").iter().all(|finding| !finding.duty().unwrap().can_tick));
    }
}
