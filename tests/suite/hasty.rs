//! Notes as a tired thumb writes them: what they say counts, and what cannot count is told.

use interview_vault::checklist::example::{PERSON, ROUND};
use interview_vault::diagnostic::Severity::{Error, Hint};

use crate::notes::{Looked, Notes};

fn sound() -> Notes {
    Notes::sound("2025-03-06")
}

fn told(looked: &Looked, rule: &str) -> Vec<String> {
    looked.of(rule).iter().map(|finding| finding.message.clone()).collect()
}

#[test]
fn a_link_from_the_own_folder_counts() {
    for link in
        ["[[../Interviewers/Ines Falk]]", "[Ines](../Interviewers/Ines%20Falk.md)", "[[Interviewers/Ines Falk]]"]
    {
        let notes =
            sound().swap(ROUND, "\ninterviewers: [\"[[Ines Falk]]\"]", &format!("\ninterviewers: [\"{link}\"]"));
        let looked = notes.look();
        assert_eq!(looked.standing(), sound().look().standing(), "{link}");
        assert_eq!(looked.vault.rounds[0].interviewers.list()[0].name, "Ines Falk", "{link}");
    }
}

#[test]
fn a_link_to_nowhere_is_nobody() {
    for link in ["[[]]", "[[#Profile]]", "[Ines](https://harbour-glass.example/ines)"] {
        let notes =
            sound().swap(ROUND, "next_interviewers: [\"[[Ines Falk]]\"]", &format!("next_interviewers: [\"{link}\"]"));
        let looked = notes.look();
        assert_eq!(told(&looked, "note/field"), [format!("`{link}` links to no note")], "{link}");
        assert_eq!(looked.of("note/link").len(), 0, "{link}");
        assert!(looked.vault.rounds[0].next_interviewers.list().is_empty(), "{link}");
    }
}

#[test]
fn an_outcome_among_names_is_nobody() {
    let notes = sound().swap(
        ROUND,
        "interviewers: [\"[[Ines Falk]]\"]\nhear",
        "interviewers: [\"[[Ines Falk]]\", declined]\nhear",
    );
    let looked = notes.look();
    assert_eq!(told(&looked, "note/field"), ["`declined` stands in `interviewers` beside other entries"]);
    assert_eq!(looked.vault.rounds[0].interviewers.list().len(), 1);
    assert_eq!(looked.of("thank/next-day").len(), 0);
}

#[test]
fn words_may_follow_a_checkbox_and_are_not_thrown_away() {
    for (written, value, fixable) in [
        ("yes", Some(true), true),
        ("yes, at the door", Some(true), false),
        ("true, at the door", Some(true), false),
        ("missed, too shy", None, false),
    ] {
        let looked = sound().swap(ROUND, "asked_for_job: true", &format!("asked_for_job: {written}")).look();
        assert_eq!(looked.vault.rounds[0].asked_for_job.get(), value, "{written}");
        let found = looked.of("note/field");
        assert!(found.iter().all(|finding| finding.severity == Some(Hint)), "{written}");
        assert_eq!(found.iter().any(|finding| finding.fix.is_some()), fixable, "{written}");
    }
    let looked = sound().swap(ROUND, "asked_for_job: true", "asked_for_job: perhaps").look();
    assert_eq!(looked.of("note/field")[0].severity, Some(Error));
}

#[test]
fn a_log_line_is_read_with_its_punctuation() {
    for line in [
        "- 2025-03-05: email thank-you to [[Ines Falk]]",
        "- 2025-03-05 14:30 emailed [[Ines Falk]], thanks!",
        "- 2025-03-05 Thanks! (E-mail.)",
        "- **2025-03-05:** email thanks: she was glad",
    ] {
        let round = "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 1\nstate: held\ninterview_date: 2025-03-04\n\
                     interviewers: [\"[[Ines Falk]]\"]\n---\n## Log\n";
        let looked = sound().note(ROUND, &format!("{round}{line}\n")).look();
        assert_eq!(told(&looked, "note/bullet"), Vec::<String>::new(), "{line}");
        assert_eq!(looked.of("thank/next-day").len(), 0, "{line}");
    }
}

#[test]
fn a_promise_keeps_the_words_behind_its_day() {
    let promise = "## Promises\n- [ ] 📅 2025-03-06 send the plan to [[Ines Falk]]\n\n## Log\n";
    let looked = sound().swap(ROUND, "## Log\n", promise).look();
    let titles: Vec<&str> =
        looked.of("keep/promise").iter().filter_map(|f| f.duty()).map(|duty| duty.title.as_str()).collect();
    assert_eq!(titles, ["Keep a promise: send the plan to Ines Falk"]);
    assert_eq!(looked.of("note/bullet").len(), 1);
}

#[test]
fn the_profile_of_somebody_linked_from_the_folder_is_theirs() {
    let notes =
        sound().swap(PERSON, "- hobby: mends clocks", "- hobby: mends clocks (from [[../Interviewers/Tom Beck]])");
    let notes = notes.note("Interviewers/Tom Beck.md", "---\ntype: interviewer\n---\n");
    let vault = notes.look().vault;
    let fact = vault.interviewers.iter().flat_map(|person| &person.profile).find(|fact| fact.label == "hobby").unwrap();
    assert_eq!(fact.from.as_ref().unwrap().name, "Tom Beck");
}

#[test]
fn a_filled_close_says_that_the_round_was_held() {
    for (today, state, told, fixable) in [
        ("2025-03-06", "planned", true, true),
        ("2025-03-06", "planned, moved once", true, false),
        ("2025-03-03", "planned", false, false),   // not yet
        ("2025-03-06", "held", false, false),      // said already
        ("2025-03-06", "cancelled", false, false), // wins
    ] {
        let looked = sound().today(today).swap(ROUND, "state: held", &format!("state: {state}")).look();
        let found = looked.of("note/field");
        assert_eq!(found.len(), usize::from(told), "{today} {state}");
        assert!(found.iter().all(|finding| finding.severity == Some(Hint)), "{today} {state}");
        assert_eq!(found.iter().any(|finding| finding.fix.is_some()), fixable, "{today} {state}");
    }
}

#[test]
fn about_somebody_may_name_them_in_plain_words() {
    let tom = |notes: Notes| {
        let notes = notes.note("Interviewers/Tom Beck.md", "---\ntype: interviewer\n---\n");
        notes.swap(ROUND, "next_interviewers: [\"[[Ines Falk]]\"]", "next_interviewers: [Tom Beck]")
    };
    for (line, told, hinted) in [
        ("- about [[Tom Beck]]: likes trains", true, false),
        ("- about Tom Beck: likes trains", true, false),
        ("- About tom beck: declined", true, false),
        ("- about: declined", true, false),
        ("- about the canteen: it is loud", false, false),
        ("- about: likes trains", false, true),
    ] {
        let looked = tom(sound()).swap(ROUND, "- support: yes\n", &format!("- support: yes\n{line}\n")).look();
        assert_eq!(looked.of("close/about").is_empty(), told, "{line}");
        assert_eq!(!looked.of("note/bullet").is_empty(), hinted, "{line}");
    }
}

#[test]
fn a_section_may_stand_twice_and_within_another() {
    let round = "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nstate: held\ninterview_date: 2025-03-04\n\
         interviewers: [\"[[Ines Falk]]\"]\n---\n## Log\n- 2025-03-05 email thanks\n\n## Close\n\n### Promises\n\
         - [ ] Send the drawings\n\n### Ines Falk\n- moment: her clock\n\n## Log\n- 2025-03-06 called about the status\n";
    let looked = sound().note(ROUND, round).look();
    let read = &looked.vault.rounds[0];
    assert_eq!(read.log.len(), 2);
    assert_eq!(read.promises.len(), 1);
    assert_eq!(read.close.people[0].moments.list().len(), 1);
    assert_eq!(told(&looked, "note/bullet"), [] as [&str; 0]);
}

#[test]
fn a_line_without_its_bullet_or_box_is_told() {
    let round = "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nstate: held\ninterview_date: 2025-03-04\n\
         interviewers: [\"[[Ines Falk]]\"]\n---\n## Promises\n- Send the drawings\n- \n- [ ] Send the plan\n  - before noon\n\n\
         ## Log\n2025-03-05 email thanks\n\nA quiet week otherwise\n";
    let looked = sound().note(ROUND, round).look();
    assert_eq!(
        told(&looked, "note/bullet"),
        [
            "this line of the log is no bullet, and is not counted",
            "this line has no box, so it is not counted as a promise"
        ]
    );
    assert_eq!(looked.vault.rounds[0].promises.len(), 1);
    assert_eq!(looked.vault.rounds[0].log_unread.len(), 1);
}

#[test]
fn what_is_declined_must_be_something() {
    for (name, expected) in [
        ("hear_by", None),
        ("to win", None),
        ("To_Win", None),
        ("profile", None),
        ("hearby", Some("did you mean `hear_by`?")),
        ("the weather", Some("write the name of a key, or of a label under Close")),
    ] {
        let looked =
            sound().swap(ROUND, "asked_for_job: true", &format!("asked_for_job: true\ndeclined: [{name}]")).look();
        let helps: Vec<Option<&str>> =
            looked.of("note/unknown-key").iter().map(|finding| Some(finding.help.as_str())).collect();
        assert_eq!(helps, expected.into_iter().map(Some).collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn a_waiver_for_nobody_silences_nothing_and_says_so() {
    for (person, expected) in [
        ("Ines Falk", None),
        ("[[Ines Falk]]", None),
        ("ines falk", None),
        ("Ines", Some("did you mean `Ines Falk`?")),
        ("Rolf Nobody", Some("write the full name, as the round has it")),
    ] {
        let waive = format!("sponsor: yes\nwaive: [\"thank/moment for {person} because there was no moment\"]");
        let looked = sound().swap(ROUND, "sponsor: yes", &waive).look();
        let helps: Vec<&str> = looked.of("note/waiver").iter().map(|finding| finding.help.as_str()).collect();
        assert_eq!(helps, expected.into_iter().collect::<Vec<_>>(), "{person}");
    }
}
