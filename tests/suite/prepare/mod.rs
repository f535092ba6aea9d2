//! Before a round: every rule of the stage on the days and in the cases that its table names.

mod effort;
mod people;
mod words;

use interview_vault::checklist::example::{COMPANY, PERSON, ROUND};
use interview_vault::checklist::{Application, Finding};

use crate::notes::{Looked, Notes};

const SECOND: &str = "Rounds/Second.md";
const MILE: &str = "- extra mile: the shift handover on one page\n";
const IN_TIME: &str = "2025-03-10";

/// The sound vault, and a second round on that day with these lines of front matter and these bullets.
fn planned(date: &str, lines: &str, bullets: &str) -> Notes {
    let text = format!(
        "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\ninterview_date: {date}\n{lines}---\n## Prepare\n{bullets}"
    );
    let research = "- 2025-03-06 [[Ines Falk]]: wrote on clear melts\n";
    Notes::sound(IN_TIME).note(SECOND, &text).swap(COMPANY, "## Research\n", &format!("## Research\n{research}"))
}

/// A second round with the same interviewer on Thursday 13 March, all prepared.
fn second(lines: &str, bullets: &str) -> Notes {
    planned("2025-03-13", &format!("interviewers: [\"[[Ines Falk]]\"]\n{lines}"), &format!("{MILE}{bullets}"))
}

/// The same, made a first round: the sound one is called off.
fn only(lines: &str, bullets: &str) -> Notes {
    second(lines, bullets).swap(ROUND, "state: held", "state: cancelled").swap(SECOND, "round: 2\n", "round: 1\n")
}

fn with_olga(told: Notes, profile: &str) -> Notes {
    let text = format!("---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n---\n{profile}");
    told.note("Interviewers/Olga Brand.md", &text)
}

/// The same second round, with somebody new in it.
fn meets_olga(bullets: &str) -> Notes {
    with_olga(second("", bullets), "## Profile\n- likes: clear numbers\n").swap(
        SECOND,
        "[\"[[Ines Falk]]\"]",
        "[\"[[Ines Falk]]\", \"[[Olga Brand]]\"]",
    )
}

fn times(told: &Notes, rule: &str, today: &str) -> (String, String) {
    let mut times = told.times(rule, today);
    assert_eq!(times.len(), 1, "{rule} on {today}: {times:?}");
    times.remove(0)
}

fn one(told: &Notes, rule: &str) -> Finding {
    let mut found = told.found(rule, IN_TIME);
    assert_eq!(found.len(), 1, "{rule}: {found:#?}");
    found.remove(0)
}

fn application(looked: &Looked) -> Application<'_> {
    let company = looked.vault.rounds.iter().find_map(|round| round.company_id).expect("the only company");
    Application::new(&looked.vault, company, looked.today)
}

#[test]
fn a_round_that_is_prepared_asks_for_nothing_but_its_sheet() {
    let standing = |today: &str| {
        let standing = second("booked_on: 2025-03-05\n", "").today(today).look().standing();
        standing.into_iter().filter(|rule| rule.starts_with("prepare/")).collect::<Vec<_>>()
    };
    assert_eq!(standing("2025-03-11"), Vec::<&str>::new());
    assert_eq!(standing("2025-03-12"), ["prepare/sheet"]);
    assert_eq!(standing("2025-03-13"), ["prepare/sheet"]);
    assert_eq!(standing("2025-03-14"), Vec::<&str>::new(), "the day has gone by");
}

/// Every duty with the window of the stage, broken in round 2.
fn broken(date: &str, lines: &str) -> Notes {
    planned(
        date,
        &format!("interviewers: [\"[[Ines Falk]]\"]\nformat: unknown\nfocus: fit\n{lines}"),
        "- change: all\n",
    )
    .swap(COMPANY, "rivals: 2\n", "")
    .swap(COMPANY, "- 2025-03-05 role: new since the autumn\n", "")
    .swap(PERSON, "- hobby: mends clocks\n", "")
    .swap(ROUND, "- concerns: none\n", "- concerns: never ran a float line\n- advice: be brief\n")
}

const DUE_TWO_BEFORE: [&str; 2] = ["prepare/research", "prepare/advice"];
const DUE_THE_DAY_BEFORE: [&str; 7] = [
    "prepare/person",
    "prepare/format",
    "prepare/pitch",
    "prepare/doubts",
    "prepare/focus",
    "prepare/extra-mile",
    "prepare/rivals",
];

#[test]
fn preparation_opens_some_business_days_before_and_is_due_one_or_two_before() {
    let holidays = "holidays = [\"2025-04-18\", \"2025-04-21\"]\n";
    for (date, opens, two, one) in [
        ("2025-03-14", "2025-03-07", "2025-03-12", "2025-03-13"), // a Friday
        ("2025-03-15", "2025-03-10", "2025-03-13", "2025-03-14"), // a Saturday
        ("2025-03-16", "2025-03-10", "2025-03-13", "2025-03-14"), // a Sunday
        ("2025-03-17", "2025-03-10", "2025-03-13", "2025-03-14"), // a Monday
        ("2025-04-22", "2025-04-11", "2025-04-16", "2025-04-17"), // after Easter
        ("2025-04-01", "2025-03-25", "2025-03-28", "2025-03-31"), // the start of a month
        ("2026-01-02", "2025-12-26", "2025-12-31", "2026-01-01"), // and of a year
        ("2028-03-01", "2028-02-23", "2028-02-28", "2028-02-29"), // a leap day
    ] {
        let told = broken(date, "").config(holidays);
        for rule in DUE_TWO_BEFORE {
            assert_eq!(times(&told, rule, "2025-03-06"), (opens.to_owned(), two.to_owned()), "{rule}, {date}");
        }
        for rule in DUE_THE_DAY_BEFORE {
            assert_eq!(times(&told, rule, "2025-03-06"), (opens.to_owned(), one.to_owned()), "{rule}, {date}");
        }
        let sheet = times(&told, "prepare/sheet", "2025-03-06");
        assert_eq!(sheet, (one.to_owned(), date.to_owned()), "prepare/sheet, {date}");
    }
    let early = broken("2025-03-14", "").config("prepare_days = 1\n");
    assert_eq!(times(&early, "prepare/research", "2025-03-06").1, "2025-03-13", "not due before it opens");
}

#[test]
fn preparation_does_not_open_before_the_round_is_booked() {
    for (booked, opens, two, one) in [
        ("2025-03-03", "2025-03-07", "2025-03-12", "2025-03-13"),
        ("2025-03-11", "2025-03-11", "2025-03-12", "2025-03-13"),
        ("2025-03-13", "2025-03-13", "2025-03-13", "2025-03-13"), // the day before
        ("2025-03-14", "2025-03-14", "2025-03-14", "2025-03-14"), // the day itself
        ("2025-03-20", "2025-03-14", "2025-03-14", "2025-03-14"), // a slip: nothing is due after the interview
    ] {
        let told = broken("2025-03-14", &format!("booked_on: {booked}\n"));
        for rule in DUE_TWO_BEFORE {
            assert_eq!(times(&told, rule, "2025-03-06"), (opens.to_owned(), two.to_owned()), "{rule}, {booked}");
        }
        for rule in DUE_THE_DAY_BEFORE {
            assert_eq!(times(&told, rule, "2025-03-06"), (opens.to_owned(), one.to_owned()), "{rule}, {booked}");
        }
    }
}

#[test]
fn everything_ends_with_the_day_with_the_round_and_with_the_application() {
    let count = |told: &Notes, today: &str| {
        let looked = told.clone().today(today).look();
        looked.checklist.findings.iter().filter(|finding| finding.rule.stage() == "prepare").count()
    };
    let told = broken("2025-03-14", "");
    assert!(count(&told, "2025-03-14") >= 10, "up to the day itself");
    assert_eq!(count(&told, "2025-03-15"), 0);
    assert_eq!(count(&broken("2025-03-14", "state: cancelled\n"), "2025-03-12"), 0);
    assert_eq!(count(&broken("2025-03-14", "state: held\n"), "2025-03-14"), 0);
    assert_eq!(count(&told.clone().swap(COMPANY, "status: waiting", "status: withdrawn"), "2025-03-12"), 0);
    assert!(told.found("prepare/pitch", "2025-03-12").iter().all(|duty| !duty.duty().unwrap().can_tick));
}
