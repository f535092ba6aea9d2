//! What goes beyond, the score, and what stands around a round.

use interview_vault::checklist::Group;
use interview_vault::checklist::example::{COMPANY, ROUND};
use interview_vault::diagnostic::Severity::{Hint, Warning};
use interview_vault::model::Document;

use super::{IN_TIME, MILE, SECOND, application, meets_olga, one, only, planned, second, with_olga};
use crate::notes::{Notes, day};

#[test]
fn prepare_extra_mile_takes_one_of_three_and_copies_for_all() {
    let told = |bullets: &str| {
        with_olga(planned("2025-03-13", "interviewers: [\"[[Ines Falk]]\", \"[[Olga Brand]]\"]\n", bullets), "")
    };
    for (bullets, is_open, draft) in [
        ("", true, Some(Document::Plan306090)),
        ("- demo: a melt sample\n", false, None),
        (MILE, false, None),
        ("- plan: [[My plan]]\n- copies: 2\n", false, None),
        ("- plan: [[My plan]]\n- copies: 3, in colour\n", false, None),
        ("- plan: [[My plan]]\n- copies: 1\n", true, None), // there is a plan already
        ("- plan: [[My plan]]\n", true, None),
        ("- demo: a melt sample\n- plan: [[My plan]]\n", true, None),
        ("- copies: 3\n", true, Some(Document::Plan306090)),
    ] {
        let found = told(bullets).note("My plan.md", "Day 30\n").found("prepare/extra-mile", IN_TIME);
        assert_eq!(found.len(), usize::from(is_open), "{bullets}");
        assert!(found.iter().all(|finding| finding.duty().unwrap().document == draft), "{bullets}");
    }
    let drafted = "---\ntype: letter\ndocument: plan-30-60-90\ncompany: \"[[Harbour Glass]]\"\n---\nDay 30\n";
    let found = one(&told("- plan: [[My plan]]\n").note("My plan.md", drafted), "prepare/extra-mile");
    assert_eq!(found.duty().unwrap().document, Some(Document::Plan306090), "the draft is still wanted");
    assert!(only("", "").swap(SECOND, MILE, "").found("prepare/extra-mile", IN_TIME).is_empty());
}

#[test]
fn prepare_rivals_takes_any_number_from_the_company_or_a_round() {
    let own = |line: &str| second("", "").swap(COMPANY, "rivals: 2\n", line);
    let taught = |line: &str| own("").swap(ROUND, "round: 1\n", &format!("round: 1\n{line}"));
    for (told, expected) in [
        (own("rivals: 0\n"), vec![]),
        (own("rivals: declined\n"), vec![]),
        (own("rivals: missed\n"), vec![Some(Hint)]),
        (own(""), vec![Some(Warning)]),
        (taught("rivals: 3\n"), vec![]),
        (taught("rivals: missed\n"), vec![Some(Hint)]),
        (only("", "").swap(COMPANY, "rivals: 2\n", ""), vec![]), // round 1
    ] {
        assert_eq!(told.weighs("prepare/rivals", IN_TIME), expected);
    }
    assert_eq!(&*one(&own(""), "prepare/rivals").path, COMPANY);
}

/// A round prepared as well as its first was (4 of 6), with this many things left out of 9.
fn effort(left_out: usize) -> Notes {
    let told = second("", "");
    let all: [fn(Notes) -> Notes; 5] = [
        |told| told.swap(SECOND, MILE, ""),
        |told| told.swap(COMPANY, "rivals: 2\n", ""),
        |told| told.swap(COMPANY, "- 2025-03-05 role: new since the autumn\n", ""),
        |told| told.swap(SECOND, "## Prepare\n", "## Prepare\n- change: all\n"),
        |told| told.swap(SECOND, "round: 2\n", "round: 2\nformat: unknown\n"),
    ];
    all.into_iter().take(left_out).fold(told, |told, leave_out| leave_out(told))
}

#[test]
fn prepare_effort_compares_the_share_with_that_of_the_round_before() {
    for (left_out, expected) in [
        (0, vec![]),
        (1, vec![]),
        (2, vec![]),
        (3, vec![Some(Hint)]),
        (4, vec![Some(Warning)]),
        (5, vec![Some(Warning)]),
    ] {
        assert_eq!(effort(left_out).weighs("prepare/effort", "2025-03-12"), expected, "{left_out}");
    }
    let found = effort(5).found("prepare/effort", "2025-03-12").remove(0);
    assert!(found.message.contains("(4 of 9)") && found.message.contains("round 1 (4 of 6)"), "{}", found.message);
    assert!(found.message.ends_with("done then and not now: the format and the pitch"), "{}", found.message);
}

#[test]
fn prepare_effort_is_a_fault_from_the_business_day_before() {
    for (date, first) in [("2025-03-13", "2025-03-12"), ("2025-03-16", "2025-03-14"), ("2025-03-17", "2025-03-14")] {
        let told = effort(4).swap(SECOND, "interview_date: 2025-03-13", &format!("interview_date: {date}"));
        let before = (day(first) - chrono::Days::new(1)).to_string();
        let after = (day(date) + chrono::Days::new(1)).to_string();
        for (today, count) in [(before.as_str(), 0), (first, 1), (date, 1), (after.as_str(), 0)] {
            assert_eq!(told.found("prepare/effort", today).len(), count, "{date}, {today}");
        }
    }
    let first = only("", "").swap(SECOND, MILE, "");
    assert!(first.found("prepare/effort", "2025-03-12").is_empty(), "there is no round before it");
}

#[test]
fn prepare_effort_at_full_marks_both_times_is_nothing() {
    let told = second("", "").swap(ROUND, "round: 1\n", "round: 1\nfocus: technical\n").swap(
        COMPANY,
        "## Research\n",
        "## Research\n- 2025-03-03 company: old\n- 2025-03-04 role: as new as this\n",
    );
    let looked = told.clone().today("2025-03-12").look();
    let application = application(&looked);
    assert_eq!(application.past_preparation(&application.held()[0]).score().to_string(), "6 of 6");
    assert!(told.found("prepare/effort", "2025-03-12").is_empty());
}

#[test]
fn the_score_counts_what_the_round_asks_for_in_four_groups() {
    let score = |told: &Notes| {
        let looked = told.clone().look();
        let application = application(&looked);
        let score = application.coming().next().unwrap().score();
        Group::ALL.map(|group| score.of(group).to_string()).join(", ")
    };
    assert_eq!(score(&second("", "")), "3 of 3, 3 of 3, 2 of 2, 1 of 1");
    assert_eq!(score(&meets_olga("")), "2 of 4, 2 of 3, 2 of 2, 1 of 1"); // format and repeat; research on Olga
    assert_eq!(score(&only("", "")), "2 of 3, 3 of 3, 0 of 0, 0 of 0");
    let waived = "round: 2\nwaive: [prepare/rivals because they are a public office]\n";
    let told = second("", "").swap(COMPANY, "rivals: 2\n", "").swap(SECOND, "round: 2\n", waived);
    assert_eq!(score(&told), "3 of 3, 3 of 3, 1 of 1, 1 of 1");
    let off = second("", "").swap(SECOND, MILE, "").config("[rules]\n\"prepare/extra-mile\" = \"off\"\n");
    assert_eq!(score(&off), "3 of 3, 3 of 3, 2 of 2, 0 of 0");
}

#[test]
fn prepare_certain_goes_by_the_offer() {
    let told = |status: &str| {
        Notes::sound("2025-03-06").swap(COMPANY, "status: waiting", &format!("status: {status}\noutlook: certain"))
    };
    assert_eq!(told("waiting").weighs("prepare/certain", "2025-03-06"), [Some(Warning)]);
    assert_eq!(told("applied").weighs("prepare/certain", "2025-03-06"), [Some(Warning)]);
    for status in ["offer", "accepted", "rejected", "withdrawn", "closed"] {
        assert!(told(status).found("prepare/certain", "2025-03-06").is_empty(), "{status}");
    }
    let offered = told("waiting").swap(ROUND, "round: 1\n", "round: 1\nresult: offer\n");
    assert!(offered.found("prepare/certain", "2025-03-06").is_empty());
}

#[test]
fn prepare_clash_looks_at_neighbouring_business_days_of_all_companies() {
    let other = |date: &str, status: &str| {
        second("", "").note("Companies/Ostby Pumps.md", &format!("---\ntype: company\nstatus: {status}\n---\n")).note(
            "Rounds/Pumps.md",
            &format!("---\ntype: round\ncompany: \"[[Ostby Pumps]]\"\nround: 1\ninterview_date: {date}\ninterviewers: declined\n---\n"),
        )
    };
    for (date, clashes) in [
        ("2025-03-11", 0),
        ("2025-03-12", 1),
        ("2025-03-13", 1),
        ("2025-03-14", 1),
        ("2025-03-15", 0), // a Saturday: Friday lies between
        ("2025-03-17", 0),
    ] {
        let found = other(date, "interviewing").weighs("prepare/clash", IN_TIME);
        assert_eq!(found, vec![Some(Hint); clashes], "{date}");
    }
    let friday =
        other("2025-03-17", "interviewing").swap(SECOND, "interview_date: 2025-03-13", "interview_date: 2025-03-14");
    assert_eq!(friday.found("prepare/clash", IN_TIME).len(), 1, "Friday and Monday");
    assert!(friday.found("prepare/clash", "2025-03-15").is_empty(), "the first has gone by");
    let holiday = other("2025-03-17", "interviewing").config("holidays = [\"2025-03-14\"]\n");
    assert_eq!(holiday.found("prepare/clash", IN_TIME).len(), 1, "Thursday and Monday, over a holiday");
    assert!(other("2025-03-13", "withdrawn").found("prepare/clash", IN_TIME).is_empty());
}

#[test]
fn prepare_sheet_packs_a_card_where_one_can_be_written_in_the_lobby() {
    for (lines, config, packs) in [
        ("place: onsite\n", "", true),
        ("place: video\n", "", false),
        ("", "", false),
        ("place: onsite\n", "thanks = \"handwritten\"\n", true),
        ("place: onsite\n", "thanks = \"email-only\"\n", false),
        ("place: onsite\n", "thanks = \"any\"\n", false),
        ("place: onsite\n", "[rules]\n\"thank/handwritten-card\" = \"off\"\n", false),
    ] {
        let found = one(&second(lines, "").config(config), "prepare/sheet");
        let duty = found.duty().unwrap();
        assert_eq!(duty.title.contains("a card and a pen"), packs, "{lines}{config}");
        assert_eq!((duty.document, duty.also.as_slice()), (Some(Document::PrepSheet), &[Document::ClosingCard][..]));
        assert_eq!(found.severity, None, "only in the agenda");
    }
}
