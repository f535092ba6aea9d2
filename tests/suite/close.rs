//! The end of a round: every rule of the stage on the days and in the cases that its table names.

use interview_vault::checklist::example::{COMPANY, ROUND};
use interview_vault::diagnostic::Severity::{Error, Hint, Warning};

use crate::notes::{Notes, day};

const LOG: &str =
    "## Log\n- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n";
const SECOND: &str = "Rounds/2025-03-12 Harbour Glass.md";

fn sound() -> Notes {
    Notes::sound("2025-03-06")
}

/// The sound vault, its round on another day, with nothing in the log.
fn held_on(date: &str) -> Notes {
    sound().swap(ROUND, "interview_date: 2025-03-04", &format!("interview_date: {date}")).swap(ROUND, LOG, "")
}

/// The sound vault, and a second round with these lines of front matter and this body.
fn second(lines: &str, body: &str) -> Notes {
    let text = format!(
        "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\ninterview_date: 2025-03-12\n{lines}---\n{body}"
    );
    sound().note(SECOND, &text)
}

fn olga(told: Notes) -> Notes {
    told.note("Interviewers/Olga Brand.md", "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n---\n")
}

fn no_date(told: Notes) -> Notes {
    told.swap(ROUND, "hear_by: 2025-03-14\nhear_by_confirmed: true\n", "")
}

#[test]
fn close_debrief_opens_and_is_due_on_the_day_itself_whatever_the_day() {
    for date in ["2025-03-07", "2025-03-08", "2025-03-09", "2025-02-28", "2024-02-29", "2024-12-31"] {
        let told = held_on(date).swap(ROUND, "check_in: email\n", "");
        assert_eq!(told.times("close/debrief", date), [(date.to_owned(), date.to_owned())], "{date}");
        let later = (day(date) + chrono::Days::new(3)).to_string();
        assert_eq!(told.times("close/debrief", &later), [(date.to_owned(), date.to_owned())], "{later}");
        assert_eq!(told.weighs("close/debrief", &later), [None], "only in the agenda");
    }
}

#[test]
fn close_debrief_counts_what_stands_of_its_round_and_the_moment_but_no_hints() {
    let told = sound()
        .swap(ROUND, "check_in: email\n", "")
        .swap(ROUND, "steps_when: within a fortnight\n", "")
        .swap(ROUND, "- standing: among the first two\n", "") // a hint in round 1
        .swap(ROUND, "- moment: how the night crew reads the colour of the melt\n", "")
        .swap(ROUND, LOG, "");
    let found = told.found("close/debrief", "2025-03-06");
    assert!(found[0].message.ends_with("3 things are open"), "{}", found[0].message);
    assert!(!found[0].duty().unwrap().can_tick);
    assert!(sound().found("close/debrief", "2025-03-06").is_empty());
    let hints = sound().swap(ROUND, "- standing: among the first two\n", "");
    assert!(hints.found("close/debrief", "2025-03-06").is_empty());
}

#[test]
fn close_debrief_counts_nothing_that_is_waived() {
    let told = sound().swap(ROUND, "check_in: email\n", "waive: [close/check-in-wish because we agreed to write]\n");
    assert!(told.found("close/debrief", "2025-03-06").is_empty());
}

#[test]
fn close_hear_by_is_due_the_day_after_never_rolled() {
    for (held, due) in [
        ("2025-03-07", "2025-03-08"), // Friday
        ("2025-03-08", "2025-03-09"),
        ("2025-03-09", "2025-03-10"),
        ("2025-02-28", "2025-03-01"),
        ("2024-02-28", "2024-02-29"),
        ("2024-12-31", "2025-01-01"),
    ] {
        let told = no_date(held_on(held));
        assert_eq!(told.times("close/hear-by", held), [(held.to_owned(), due.to_owned())]);
        assert_eq!(told.weighs("close/hear-by", held), [Some(Error)]);
    }
}

#[test]
fn close_hear_by_is_quiet_for_five_business_days_after_thanks() {
    let thanked =
        no_date(held_on("2025-03-06")).swap(ROUND, "## Said", "## Log\n- 2025-03-07 email thank-you\n\n## Said");
    let holiday = thanked.clone().config("holidays = ['2025-03-12']");
    for (told, today, open) in [
        (&thanked, "2025-03-06", true), // a thank-you of tomorrow asks nothing yet
        (&thanked, "2025-03-07", false),
        (&thanked, "2025-03-14", false),
        (&thanked, "2025-03-15", true),
        (&holiday, "2025-03-17", false),
        (&holiday, "2025-03-18", true),
    ] {
        assert_eq!(!told.found("close/hear-by", today).is_empty(), open, "{today}");
    }
}

#[test]
fn close_hear_by_proposes_a_date_from_their_words_and_never_adopts_it() {
    for (said, proposed) in [
        ("hear_by_said: next week\n", "2025-03-14"),
        ("hear_by_said: in four days\n", "2025-03-10"), // a Saturday, rolled
        ("hear_by_said: end of the month\n", "2025-03-31"),
    ] {
        let told = no_date(held_on("2025-03-04")).swap(ROUND, "next_step:", &format!("{said}next_step:"));
        let found = told.found("close/hear-by", "2025-03-04");
        assert!(found[0].message.contains(proposed), "{}", found[0].message);
        assert!(found[0].help.contains(&format!("`hear_by: {proposed}`")), "{}", found[0].help);
    }
    let told = no_date(held_on("2025-03-04")).swap(ROUND, "- clear: yes\n", "- clear: yes\n- said when: the 14th\n");
    assert!(told.found("close/hear-by", "2025-03-04")[0].message.contains("2025-03-14"));
}

#[test]
fn close_hear_by_takes_declined_and_makes_missed_a_hint() {
    let with = |value: &str| held_on("2025-03-04").swap(ROUND, "hear_by: 2025-03-14\nhear_by_confirmed: true\n", value);
    for (value, weight) in [
        ("hear_by: declined\n", vec![]),
        ("declined: [hear_by]\n", vec![]),
        ("hear_by: missed\n", vec![Some(Hint)]),
        ("hear_by:\n", vec![Some(Error)]),
    ] {
        assert_eq!(with(value).weighs("close/hear-by", "2025-03-05"), weight, "{value}");
    }
}

#[test]
fn what_is_asked_of_the_round_that_waits_ends_with_the_waiting() {
    let bare = |told: Notes| {
        no_date(told).swap(ROUND, "check_in: email\n", "").swap(ROUND, "steps_when: within a fortnight\n", "")
    };
    let rules = ["close/hear-by", "close/process", "close/check-in-wish"];
    let all = |told: &Notes, today: &str| rules.map(|rule| told.found(rule, today).len());
    let alone = bare(held_on("2025-03-04"));
    assert_eq!(all(&alone, "2025-03-06"), [1, 1, 1]);
    let advanced = alone.clone().swap(ROUND, "round: 1\n", "round: 1\nresult: advanced\n");
    assert_eq!(all(&advanced, "2025-03-06"), [0, 0, 0]);
    let offered = alone.clone().swap(COMPANY, "status: waiting", "status: offer");
    assert_eq!(all(&offered, "2025-03-06"), [0, 0, 0]);
    let over = alone.clone().swap(COMPANY, "status: waiting", "status: withdrawn");
    assert_eq!(all(&over, "2025-03-06"), [0, 0, 0]);
    assert_eq!(all(&bare(second("", "").swap(ROUND, LOG, "")), "2025-03-06"), [0, 0, 0]); // planned
}

#[test]
fn close_played_back_asks_only_where_there_is_a_date() {
    let unsaid = sound().swap(ROUND, "hear_by_confirmed: true\n", "");
    assert_eq!(unsaid.weighs("close/played-back", "2025-03-06"), [Some(Hint)]);
    assert!(no_date(sound()).found("close/played-back", "2025-03-06").is_empty());
    let declined = no_date(sound()).swap(ROUND, "next_step:", "hear_by: declined\nnext_step:");
    assert!(declined.found("close/played-back", "2025-03-06").is_empty());
}

#[test]
fn close_process_names_the_missing_and_sets_the_missed_apart() {
    let told = sound()
        .swap(ROUND, "next_step: a second talk with the works manager\n", "")
        .swap(ROUND, "rounds_left: 1\n", "rounds_left: missed\n")
        .swap(ROUND, "steps_when: within a fortnight\n", "");
    let found = told.found("close/process", "2025-03-06");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].severity, Some(Warning));
    assert!(found[0].message.contains("`next_step` and `steps_when`"), "{}", found[0].message);
    assert_eq!(found[1].severity, Some(Hint));
    assert!(found[1].message.contains("`rounds_left`"), "{}", found[1].message);
    let zero = sound().swap(ROUND, "rounds_left: 1\n", "rounds_left: 0\n");
    assert!(zero.found("close/process", "2025-03-06").is_empty());
}

#[test]
fn what_is_asked_of_each_person_is_a_hint_in_round_one_and_a_warning_later() {
    let told = second("state: held\ninterviewers: [\"[[Ines Falk]]\"]\n", "")
        .swap(ROUND, "- clear: yes\n", "")
        .swap(ROUND, "- standing: among the first two\n", "")
        .swap(ROUND, "- to win: meet the works manager\n", "")
        .swap(ROUND, "- support: yes\n", "");
    for rule in ["close/doubts", "close/standing", "close/to-win", "close/support"] {
        assert_eq!(told.weighs(rule, "2025-03-13"), [Some(Hint), Some(Warning)], "{rule}");
    }
}

#[test]
fn only_the_two_latest_held_rounds_are_asked_about() {
    let third = "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 3\ninterview_date: 2025-03-20\nstate: held\n\
                 interviewers: [\"[[Ines Falk]]\"]\n---\n";
    let told = second("state: held\ninterviewers: [\"[[Ines Falk]]\"]\n", "")
        .note("Rounds/2025-03-20 Harbour Glass.md", third)
        .swap(ROUND, "- support: yes\n", "");
    let rounds: Vec<usize> = told.found("close/support", "2025-03-21").iter().filter_map(|found| found.round).collect();
    let vault = told.look().vault;
    let numbers: Vec<u32> = rounds.iter().map(|at| vault.rounds[*at].number).collect();
    assert_eq!(numbers, [2, 3]);
}

#[test]
fn close_support_makes_no_exception_for_those_who_claim_no_say_and_takes_any_answer() {
    let humble = sound().swap("Interviewers/Ines Falk.md", "hiring_role: decider\n", "claims_no_say: true\n");
    let silent = humble.clone().swap(ROUND, "- support: yes\n", "");
    assert_eq!(silent.weighs("close/support", "2025-03-06"), [Some(Hint)]);
    for answer in ["no", "unsure", "deflected", "declined", "yes, \"you have my word\""] {
        let told = humble.clone().swap(ROUND, "- support: yes\n", &format!("- support: {answer}\n"));
        assert!(told.found("close/support", "2025-03-06").is_empty(), "{answer}");
    }
}

#[test]
fn close_pressed_goes_by_the_stance() {
    let told = sound().swap(ROUND, "- support: yes\n", "- support: deflected\n");
    for (stance, weight) in [("assertive", Warning), ("balanced", Hint), ("reserved", Hint)] {
        let told = told.clone().config(&format!("stance = \"{stance}\""));
        assert_eq!(told.weighs("close/pressed", "2025-03-06"), [Some(weight)]);
    }
    let again = sound().swap(ROUND, "- support: yes\n", "- support: deflected, then nothing\n");
    assert!(again.found("close/pressed", "2025-03-06").is_empty());
}

#[test]
fn close_asked_weighs_the_job_more_than_the_match() {
    let told = second("state: held\ninterviewers: [\"[[Ines Falk]]\"]\nasked_for_job: false\n", "");
    assert_eq!(told.weighs("close/asked", "2025-03-13"), [Some(Hint)], "a false is missed, beside the match");
    let told = second("state: held\ninterviewers: [\"[[Ines Falk]]\"]\n", "");
    assert_eq!(told.weighs("close/asked", "2025-03-13"), [Some(Warning), Some(Hint)]);
}

#[test]
fn what_comes_next_is_asked_until_the_next_round_names_its_people_or_is_held() {
    let bare = |told: Notes| {
        olga(told).swap(ROUND, "next_focus: technical\n", "").swap(
            ROUND,
            "next_interviewers: [\"[[Ines Falk]]\"]\n",
            "next_interviewers: [\"[[Olga Brand]]\"]\n",
        )
    };
    let rules = ["close/about", "close/next-brief"];
    let all = |told: &Notes, today: &str| rules.map(|rule| told.found(rule, today).len());
    assert_eq!(all(&bare(sound()), "2025-03-06"), [1, 1]);
    assert_eq!(all(&bare(second("", "")), "2025-03-06"), [1, 1], "planned, nobody named");
    assert_eq!(all(&bare(second("interviewers: [\"[[Olga Brand]]\"]\n", "")), "2025-03-06"), [0, 0]);
    assert_eq!(all(&bare(second("state: cancelled\ninterviewers: [\"[[Olga Brand]]\"]\n", "")), "2025-03-06"), [1, 1]);
    let held = bare(second("state: held\nrounds_left: 0\n", ""));
    assert_eq!(all(&held, "2025-03-13"), [0, 0]);
}

#[test]
fn close_next_people_and_next_brief_ask_nothing_where_no_round_is_left() {
    let silent = |left: &str| {
        sound()
            .swap(ROUND, "rounds_left: 1\nnext_interviewers: [\"[[Ines Falk]]\"]\nnext_focus: technical\n", left)
            .swap(ROUND, "sponsor: yes\n", "")
    };
    for (left, people, brief) in [
        ("rounds_left: 0\n", vec![], vec![]),
        ("rounds_left: none\n", vec![], vec![]),
        ("rounds_left: 2\n", vec![Some(Warning)], vec![Some(Warning), Some(Hint)]),
        ("declined: [rounds_left, next_interviewers]\n", vec![], vec![Some(Warning), Some(Hint)]),
        ("next_interviewers: missed\n", vec![Some(Hint)], vec![Some(Warning), Some(Hint)]),
    ] {
        let told = silent(left);
        assert_eq!(told.weighs("close/next-people", "2025-03-06"), people, "{left}");
        assert_eq!(told.weighs("close/next-brief", "2025-03-06"), brief, "{left}");
    }
    let either = sound().swap(ROUND, "play_up: [calm]\n", "shore_up: none\n");
    assert!(either.found("close/next-brief", "2025-03-06").is_empty());
}

#[test]
fn close_about_asks_each_person_for_each_linked_newcomer() {
    let told = |next: &str, close: &str| {
        olga(sound())
            .swap(ROUND, "next_interviewers: [\"[[Ines Falk]]\"]\n", &format!("next_interviewers: [{next}]\n"))
            .swap(ROUND, "- support: yes\n", &format!("- support: yes\n{close}"))
    };
    for (next, close, named) in [
        ("\"[[Olga Brand]]\"", "", "Olga Brand,"),
        ("\"[[Olga Brand]]\", \"[[Tom Beck]]\"", "", "Olga Brand and Tom Beck,"),
        ("\"[[Olga Brand]]\", \"[[Tom Beck]]\"", "- about [[Tom Beck]]: rows at dawn\n", "Olga Brand,"),
        ("\"[[Olga Brand]]\", \"[[Ines Falk]]\"", "", "Olga Brand,"), // not this person
        ("\"[[Olga Brand]]\"", "- about [[Olga Brand]]: likes clear numbers\n", ""),
        ("\"[[Olga Brand]]\"", "- about: declined\n", ""),
        ("somebody from the works", "", ""), // no link
    ] {
        let found = told(next, close).found("close/about", "2025-03-06");
        assert_eq!(found.len(), usize::from(!named.is_empty()), "{next} {close}");
        for finding in found {
            assert!(finding.message.contains(&format!("about {named}")), "{}", finding.message);
            assert_eq!(finding.severity, Some(Hint));
        }
    }
    let missed = told("\"[[Olga Brand]]\"", "- about: missed\n");
    assert_eq!(missed.weighs("close/about", "2025-03-06"), [Some(Hint)]);
}

#[test]
fn close_about_asks_nothing_of_somebody_met_before() {
    let told = second("state: held\ninterviewers: [\"[[Olga Brand]]\"]\nnext_interviewers: [\"[[Ines Falk]]\"]\n", "");
    assert!(olga(told).found("close/about", "2025-03-13").is_empty());
}

#[test]
fn close_decider_is_asked_after_the_first_held_round_and_a_round_may_answer() {
    let unknown = sound().swap(COMPANY, "decider: \"[[Ines Falk]]\"\n", "");
    let found = unknown.found("close/decider", "2025-03-06");
    assert_eq!(found.len(), 1);
    assert_eq!(&*found[0].path, COMPANY);
    assert!(unknown.found("close/decider", "2025-03-03").is_empty(), "not held yet");
    for (line, weight) in [
        ("decider: \"[[Ines Falk]]\"\n", vec![]),
        ("decider: declined\n", vec![]),
        ("decider: missed\n", vec![Some(Hint)]),
    ] {
        let told = unknown.clone().swap(ROUND, "next_step:", &format!("{line}next_step:"));
        assert_eq!(told.weighs("close/decider", "2025-03-06"), weight, "{line}");
    }
}

#[test]
fn close_who_takes_names_or_declined() {
    for (line, weight) in [
        ("", vec![Some(Error)]),
        ("interviewers: declined\n", vec![]),
        ("interviewers: missed\n", vec![Some(Hint)]),
        ("interviewers: [Ines Falk]\n", vec![]),
    ] {
        let told = sound().swap(ROUND, "interviewers: [\"[[Ines Falk]]\"]\nhear_by", &format!("{line}hear_by"));
        assert_eq!(told.weighs("close/who", "2025-03-06"), weight, "{line}");
    }
}
