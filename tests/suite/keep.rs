//! Promises: when they open, by when they are due, and what they weigh.

use interview_vault::checklist::example::{COMPANY, ROUND};
use interview_vault::diagnostic::Severity::{self, Error, Hint, Warning};
use interview_vault::model::{Channel, Document};

use crate::notes::{Looked, Notes};

const EASTER: &str = "holidays = [\"2025-04-18\", \"2025-04-21\"]\n";

/// The sound vault, its round on another day, with these promises.
fn promised(date: &str, lines: &str) -> Notes {
    Notes::sound("2025-03-06")
        .swap(ROUND, "booked_on: 2025-02-26\n", "")
        .swap(ROUND, "interview_date: 2025-03-04", &format!("interview_date: {date}"))
        .swap(ROUND, "## Log\n", &format!("## Promises\n{lines}\n## Log\n"))
}

/// Opening and due day of each duty, in the order found.
fn times(looked: &Looked, rule: &str) -> Vec<(String, String)> {
    let duties = looked.of(rule).into_iter().filter_map(|finding| finding.duty());
    duties.map(|duty| (duty.opens.map(|day| day.to_string()).unwrap_or_default(), duty.due.to_string())).collect()
}

/// The weights of the duties, then those of the faults.
fn weights(looked: &Looked) -> (Vec<Severity>, Vec<Severity>) {
    let of = |is_duty: bool| {
        let found = looked.of("keep/promise").into_iter().filter(|finding| finding.duty().is_some() == is_duty);
        found.filter_map(|finding| finding.severity).collect()
    };
    (of(true), of(false))
}

#[test]
fn keep_promise_is_due_on_its_own_day_else_on_the_business_day_after_the_round() {
    for (date, line, opens, due) in [
        ("2025-03-04", "- [ ] Send the log 📅 2025-03-06", "2025-03-04", "2025-03-06"),
        ("2025-03-04", "- [ ] Send the log 📅 2025-03-08", "2025-03-04", "2025-03-08"), // a Saturday stays
        ("2025-04-14", "- [ ] Send the log 📅 2025-04-18", "2025-04-14", "2025-04-18"), // a holiday too
        ("2025-03-04", "- [ ] Send the log [due:: 2025-03-06]", "2025-03-04", "2025-03-06"),
        ("2025-03-04", "- [ ] Send the log 📅 2025-03-01", "2025-03-04", "2025-03-04"), // never due before it opens
        ("2025-03-04", "- [ ] Send the log", "2025-03-04", "2025-03-05"),
        ("2025-03-07", "- [ ] Send the log", "2025-03-07", "2025-03-10"), // a Friday
        ("2025-03-08", "- [ ] Send the log", "2025-03-08", "2025-03-10"), // a Saturday
        ("2025-03-09", "- [ ] Send the log", "2025-03-09", "2025-03-10"), // a Sunday
        ("2025-04-17", "- [ ] Send the log", "2025-04-17", "2025-04-22"), // over Easter
        ("2025-02-28", "- [ ] Send the log", "2025-02-28", "2025-03-03"), // into March
        ("2024-02-28", "- [ ] Send the log", "2024-02-28", "2024-02-29"), // a leap day
        ("2024-12-31", "- [ ] Send the log", "2024-12-31", "2025-01-01"), // into a year
    ] {
        let looked = promised(date, line).note("vault.toml", EASTER).today("2025-05-02").look();
        assert_eq!(times(&looked, "keep/promise"), [(opens.to_owned(), due.to_owned())], "{date} {line}");
    }
}

#[test]
fn keep_promise_of_a_round_to_come_opens_with_the_booking_and_of_a_cancelled_one_stays() {
    let other = |state: &str, booked: &str| {
        let text = format!(
            "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nstate: {state}\n{booked}\
             interview_date: 2025-03-14\n---\n## Promises\n- [ ] Bring the log\n"
        );
        Notes::sound("2025-03-06").note("Rounds/2025-03-14 Harbour Glass.md", &text).look()
    };
    for (state, booked, opens) in [
        ("planned", "booked_on: 2025-03-05\n", "2025-03-05"),
        ("planned", "", ""), // at once
        ("cancelled", "booked_on: 2025-03-05\n", "2025-03-05"),
    ] {
        let expected = [(opens.to_owned(), "2025-03-17".to_owned())];
        assert_eq!(times(&other(state, booked), "keep/promise"), expected, "{state}");
    }
}

#[test]
fn keep_promise_ends_when_it_is_ticked_or_released() {
    for (mark, is_open) in [(" ", true), ("x", false), ("X", false), ("-", false), ("/", true)] {
        let looked = promised("2025-03-04", &format!("- [{mark}] Send the log 📅 2025-03-06")).look();
        assert_eq!(!looked.of("keep/promise").is_empty(), is_open, "[{mark}]");
    }
    assert!(promised("2025-03-04", "- [ ]").look().of("keep/promise").is_empty(), "a template's empty task");
}

#[test]
fn keep_promise_without_a_day_is_a_fault_until_its_day() {
    for (line, today, faults) in [
        ("- [ ] Send the log", "2025-03-07", vec![Warning]),
        ("- [ ] Send the log", "2025-03-10", vec![]),
        ("- [ ] Send the log", "2025-03-11", vec![]),
        ("- [ ] Send the log 📅 2025-03-09", "2025-03-07", vec![]),
    ] {
        let looked = promised("2025-03-07", line).today(today).look();
        assert_eq!(weights(&looked), (vec![Error], faults), "{line} on {today}");
    }
}

#[test]
fn keep_promise_is_a_hint_where_the_company_is_no_longer_open() {
    for status in ["rejected", "withdrawn", "closed", "accepted"] {
        let lines = "- [ ] Send the log\n- [ ] Send the plan 📅 2025-03-05";
        let looked = promised("2025-03-07", lines).swap(COMPANY, "status: waiting", &format!("status: {status}"));
        assert_eq!(weights(&looked.today("2025-03-07").look()), (vec![Hint, Hint], vec![Hint]), "{status}");
    }
}

#[test]
fn keep_promise_tells_equal_ones_apart_and_goes_to_whom_it_was_made() {
    let lines = "- [ ] Send the log, please\n- [x] Call back\n- [ ] Call back\n- [ ] Send the log: please\n\
                 - [ ] Send the plan to [[Ines Falk]]";
    let looked = promised("2025-03-04", lines).today("2025-03-06").look();
    let found = looked.of("keep/promise");
    let names: Vec<_> = found.iter().filter_map(|finding| finding.duty()?.promise.clone()).collect();
    let equal = |text: &str, ordinal| (text.to_owned(), ordinal);
    assert_eq!(
        names,
        [
            equal("send the log please", 1),
            equal("call back", 2),
            equal("send the log please", 2),
            equal("send the plan to ine falk", 1)
        ],
    );
    let ids: std::collections::BTreeSet<String> = found.iter().map(|finding| finding.id(&looked.vault)).collect();
    assert_eq!(ids.len(), 4);
    let whom = |at: usize| found[at].person.as_ref().map(|person| person.name.as_str());
    assert_eq!((whom(0), whom(3)), (None, Some("Ines Falk")));
    let duty = found[3].duty().unwrap();
    assert_eq!((duty.document, duty.channel), (Some(Document::PromiseCover), Some(Channel::Email)));
}

#[test]
fn keep_references_asks_until_something_is_said_of_them() {
    let steps = |steps: &str, log: &str| {
        let notes = Notes::sound("2025-03-07").swap(ROUND, "other_steps: none", &format!("other_steps: {steps}"));
        notes.swap(ROUND, "## Log\n", &format!("## Log\n{log}")).look()
    };
    for (other, log, is_asked) in [
        ("[a reference check]", "", true),
        ("[two References, a test]", "", true),
        ("[they will call my referees]", "", true),
        ("[a test]", "", false),
        ("declined", "", false),
        ("[a reference check]", "- 2025-03-06 phone other with [[Ines Falk]]: briefed my references\n", false),
        ("[a reference check]", "- 2025-03-08 phone other with [[Ines Falk]]: briefed my references\n", true), // not yet
        ("[a reference check]", "- 2025-03-06 email other from [[Ines Falk]]: wants references\n", true), // they wrote
    ] {
        assert_eq!(!steps(other, log).of("keep/references").is_empty(), is_asked, "{other} {log}");
    }
    let friday = Notes::sound("2025-03-07").swap(ROUND, "other_steps: none", "other_steps: [references]").swap(
        ROUND,
        "interview_date: 2025-03-04",
        "interview_date: 2025-03-07",
    );
    assert_eq!(times(&friday.look(), "keep/references"), [("2025-03-07".to_owned(), "2025-03-10".to_owned())]);
}

#[test]
fn keep_promise_stays_open_where_it_was_ticked_for_a_later_day() {
    for (line, open) in [
        ("- [x] Send the log 📅 2025-03-05 ✅ 2025-03-06", 0),
        ("- [x] Send the log 📅 2025-03-05 ✅ 2025-03-07", 1), // nobody has done it yet
        ("- [x] Send the log 📅 2025-03-05", 0),
        ("- [-] Send the log 📅 2025-03-05 ✅ 2025-03-07", 0),
    ] {
        let looked = promised("2025-03-04", line).look();
        assert_eq!(looked.of("keep/promise").len(), open, "{line}");
    }
}
