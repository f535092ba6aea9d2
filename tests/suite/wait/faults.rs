//! What went wrong in a contact, told while something can be learnt from it; and the application without a word.

use interview_vault::checklist::example::{PERSON, ROUND};
use interview_vault::diagnostic::Severity::{Hint, Warning};

use super::{ALLY, LIV, days, letter, logged};
use crate::notes::Notes;

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

#[test]
fn wait_channel_speaks_of_ways_as_people_do() {
    for (wish, way, expected) in [
        ("email", "phone", "likes to be reached by e-mail, and was asked on Thursday 6 March by phone"),
        ("phone", "in-person", "likes to be reached by phone, and was asked on Thursday 6 March in person"),
        ("post", "lobby", "likes to be reached by post, and was asked on Thursday 6 March with a card in the lobby"),
    ] {
        let line = format!("- 2025-03-06 {way} check-in with [[Ines Falk]]\n");
        let looked = logged(&format!("check_in: {wish}\n"), &line).look();
        let messages: Vec<_> = looked.of("wait/channel").into_iter().map(|finding| &finding.message).collect();
        assert!(matches!(messages[..], [only] if only.contains(expected)), "{messages:?}");
    }
}

#[test]
fn wait_crowding_names_no_day_that_has_gone_by() {
    let line = |day: &str| format!("- {day} email other to [[Ines Falk]]: news\n");
    for (days, today, expected) in [
        (
            ["2025-03-05", "2025-03-06", "2025-03-11"],
            "2025-03-12",
            ["from Wednesday 5 March to", "until Thursday 13 March"],
        ),
        (["2025-03-05", "2025-03-06", "2025-03-11"], "2025-03-13", ["from Wednesday 5 March to", "next time"]),
        (
            ["2025-03-06", "2025-03-06", "2025-03-06"],
            "2025-03-06",
            ["3 times on Thursday 6 March", "until Thursday 13 March"],
        ),
    ] {
        let lines: String = days.iter().map(|day| line(day)).collect();
        let looked = logged("check_in: any\n", &lines).today(today).look();
        let told: Vec<_> = looked
            .of("wait/crowding")
            .into_iter()
            .map(|finding| format!("{}; {}", finding.message, finding.help))
            .collect();
        assert!(told.len() == 1 && expected.iter().all(|words| told[0].contains(words)), "{today}: {told:?}");
    }
}
