//! What to say, and what not to forget.

use interview_vault::checklist::Basis;
use interview_vault::checklist::example::{ME, PERSON, ROUND};
use interview_vault::diagnostic::Severity::{Hint, Warning};
use interview_vault::model::Focus;

use super::{IN_TIME, SECOND, application, meets_olga, one, only, second, with_olga};
use crate::notes::Notes;

#[test]
fn prepare_pitch_wants_a_reason_from_somebody_met_for_every_change() {
    for (bullets, is_open) in [
        ("", false),
        ("- change: less glass, because [[Ines Falk]] said so\n", false),
        ("- change: less glass, as [[Ines Falk]] said\n", true),
        ("- change: less glass, because I like it\n", true),
        ("- change: less glass, because [[Olga Brand]] said so\n", true), // not met yet
        ("- change: less glass, because [[Ines Falk]] said so\n- change: more\n", true),
    ] {
        let found = meets_olga(&format!("- repeat: all\n{bullets}")).found("prepare/pitch", IN_TIME);
        assert_eq!(found.len(), usize::from(is_open), "{bullets}");
        assert!(found.iter().all(|finding| &*finding.path == SECOND), "{bullets}");
    }
    let bare = second("", "- change: more\n").swap(ME, "## Pitch\nI keep furnaces running and people calm.\n\n", "");
    let found = one(&bare, "prepare/pitch");
    assert_eq!(&*found.path, ME);
    assert!(found.message.contains("no pitch") && found.message.contains("a change to the pitch"), "{}", found.message);
}

#[test]
fn prepare_advice_wants_one_used_for_each_piece_of_advice() {
    let two = "- support: yes\n- advice: bring the figures\n- advice: ask about nights\n";
    let told = |bullets: &str| meets_olga(&format!("- repeat: all\n{bullets}")).swap(ROUND, "- support: yes\n", two);
    for (bullets, open) in [
        ("", vec!["bring the figures", "ask about nights"]),
        ("- used: the figures, says [[Ines Falk]]\n", vec!["ask about nights"]),
        ("- used: nights come up first, says [[Ines Falk]]\n", vec!["bring the figures"]),
        ("- used: figures [[Ines Falk]]\n- used: nights [[Ines Falk]]\n", vec![]),
        ("- used: the figures, says [[Olga Brand]]\n", vec!["bring the figures", "ask about nights"]),
        ("- used: the figures\n", vec!["bring the figures", "ask about nights"]), // no giver
    ] {
        let found = told(bullets).found("prepare/advice", IN_TIME);
        assert_eq!(found.len(), usize::from(!open.is_empty()), "{bullets}");
        for text in ["bring the figures", "ask about nights"] {
            assert_eq!(found.iter().any(|finding| finding.message.contains(text)), open.contains(&text), "{bullets}");
        }
    }
}

#[test]
fn prepare_doubts_wants_an_answer_left_of_the_arrow() {
    let told = |bullets: &str| {
        second("", bullets).swap(ROUND, "- concerns: none\n", "- concerns: never ran a float line\n").swap(
            ROUND,
            "play_up: [calm]\n",
            "shore_up: [writing for a committee]\n",
        )
    };
    for (bullets, doubt, weak) in [
        ("", true, true),
        ("- answer: the float line → two weeks on one\n", false, true),
        ("- answer: Float lines, never run -> two weeks on one\n", false, true),
        ("- answer: two weeks → a float line\n", true, true), // on the wrong side
        ("- answer: never ran a float line\n", true, true),   // no reply
        ("- answer: never ran a float line →\n", true, true),
        ("- answer: nothing at all → two weeks\n", true, true),
        ("- strengthen: committees → a page a week\n", true, false),
        ("- strengthen: never ran a float line → a course\n", true, true), // a plan is no answer
        ("- answer: float line → two weeks\n- strengthen: committee writing → a page a week\n", false, false),
    ] {
        let found = told(bullets).found("prepare/doubts", IN_TIME);
        assert_eq!(found.len(), usize::from(doubt || weak), "{bullets}");
        let says = |text: &str| found.iter().any(|finding| finding.message.contains(text));
        assert_eq!((says("float line\""), says("committee\"")), (doubt, weak), "{bullets}");
    }
    let replied = second("", "").swap(ROUND, "- concerns: none\n", "- concerns: never ran a float line → two weeks\n");
    assert!(replied.found("prepare/doubts", IN_TIME).is_empty(), "answered on the spot");
}

#[test]
fn prepare_doubts_knows_the_concerns_of_those_who_come() {
    let concerned =
        |told: Notes| with_olga(told, "## Profile\n- concern: people who leave early (from [[Ines Falk]])\n");
    let comes = concerned(meets_olga("- repeat: all\n"));
    assert!(one(&comes, "prepare/doubts").message.contains("Olga Brand's doubt \"people who leave early\""));
    assert!(concerned(second("", "")).found("prepare/doubts", IN_TIME).is_empty(), "she does not come");
}

#[test]
fn prepare_repeat_wants_known_ids_where_somebody_is_new() {
    for (bullets, is_open) in [
        ("", true),
        ("- repeat: shifts\n", false),
        ("- repeat: Kiln, shifts\n", false),
        ("- repeat: all\n", false),
        ("- repeat: shifts, kilns\n", true),
        ("- repeat: shifts\n- repeat: furnace\n", true),
    ] {
        let found = meets_olga(bullets).weighs("prepare/repeat", IN_TIME);
        assert_eq!(found, vec![Some(Warning); usize::from(is_open)], "{bullets}");
    }
    assert!(second("", "").found("prepare/repeat", IN_TIME).is_empty(), "everybody has heard it");
    assert!(only("", "").found("prepare/repeat", IN_TIME).is_empty(), "a first round repeats nothing");
}

#[test]
fn prepare_repeat_is_a_hint_for_what_the_latest_round_did_not_say() {
    let repeat = |ids: &str| format!("## Prepare\n- repeat: {ids}\n\n## Questions\n");
    for (ids, missing) in [("shifts", None), ("Shifts, kiln", Some("`kiln`")), ("all", None)] {
        let told = Notes::sound("2025-03-06").swap(ROUND, "## Questions\n", &repeat(ids));
        let found = told.found("prepare/repeat", "2025-03-06");
        assert_eq!(found.len(), usize::from(missing.is_some()), "{ids}");
        for finding in found {
            assert!(finding.message.contains(missing.unwrap()) && finding.severity == Some(Hint));
        }
    }
    let untold = Notes::sound("2025-03-06").swap(ROUND, "## Questions\n", &repeat("all")).swap(ROUND, "- shifts\n", "");
    assert!(one(&untold, "prepare/repeat").message.contains("`shifts`"));
    let later = untold.note(SECOND, "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nstate: held\ninterview_date: 2025-03-07\ninterviewers: [\"[[Ines Falk]]\"]\n---\n");
    assert!(later.found("prepare/repeat", IN_TIME).is_empty(), "only the latest held round");
}

#[test]
fn prepare_answers_is_a_fault_while_the_window_is_open() {
    let told =
        second("", "").swap(ROUND, "- Q: Why glass?\n  A: Because one sees at once whether it was done well\n", "");
    for (today, is_open) in [("2025-03-05", false), ("2025-03-06", true), ("2025-03-13", true), ("2025-03-14", false)] {
        let found = told.found("prepare/answers", today);
        assert_eq!(found.len(), usize::from(is_open), "{today}");
        assert!(found.iter().all(|finding| finding.duty().is_none() && &*finding.path == ROUND), "{today}");
    }
    let declined = told.swap(ROUND, "round: 1\n", "round: 1\ndeclined: [questions]\n");
    assert!(declined.found("prepare/answers", IN_TIME).is_empty());
}

#[test]
fn prepare_answers_compares_what_was_asked_again() {
    for (again, is_open) in [
        ("- Q: why GLASS\n  A: One sees at once if it was done well\n", false),
        ("- Q: Why glass?\n  A: The pay is better\n", true),
        ("- Q: Why glass?\n  A: The pay is better\n  changed because: they asked what I earn\n", false),
        ("- Q: Why glass?\n  A: Because one sees at once whether 9 in 10 were done well\n", true), // another number
        ("- Q: Why tiles?\n  A: The pay is better\n", false),
        ("- Q: Why glass?\n", false), // no answer yet
    ] {
        let told = second("", &format!("\n## Questions\n{again}"));
        let found = told.found("prepare/answers", IN_TIME);
        assert_eq!(found.len(), usize::from(is_open), "{again}");
        assert!(found.iter().all(|finding| &*finding.path == SECOND), "{again}");
    }
}

#[test]
fn prepare_focus_is_given_told_or_derived() {
    let role = |told: Notes, role: &str| told.swap(PERSON, "hiring_role: decider", &format!("hiring_role: {role}"));
    let untold = || second("", "").swap(ROUND, "next_focus: technical\n", "");
    let told = |words: &str| second("", "").swap(ROUND, "next_focus: technical", &format!("next_focus: {words}"));
    for (notes, focus, words) in [
        (second("focus: confirm\n", ""), Some(Focus::Confirm), "your note"),
        (second("", ""), Some(Focus::Technical), "told in round 1"),
        (told("fit, and the team"), Some(Focus::Fit), "told in round 1"),
        (told("technical, then fit"), Some(Focus::Mixed), "told in round 1"),
        (told("a walk through the works"), Some(Focus::Fit), "second round"),
        (told("declined"), Some(Focus::Fit), "second round"),
        (role(untold(), "hr"), Some(Focus::Technical), "human resources"),
        (role(untold(), "screener"), Some(Focus::Fit), "second round"),
        (untold(), Some(Focus::Fit), "second round"),
        (only("", ""), None, "nothing was said"),
    ] {
        let looked = notes.look();
        let application = application(&looked);
        let aim = application.coming().next().unwrap().aim();
        assert_eq!(aim.focus, focus);
        assert!(aim.basis.words().contains(words), "{}", aim.basis.words());
        assert_eq!(aim.basis == Basis::Unknown, focus.is_none());
    }
}

#[test]
fn prepare_focus_wants_all_four_kinds_of_fit() {
    const FITS: &str = "- fit company: a\n- fit clients: b\n- fit team: c\n- fit job: d\n";
    for (told, expected) in [
        (second("focus: fit\n", FITS), vec![]),
        (second("focus: fit\n", &FITS.replace("- fit team: c\n", "")), vec![Some(Warning)]),
        (second("focus: fit\n", &FITS.replace("- fit team: c\n", "- fit team:\n")), vec![Some(Warning)]),
        (second("focus: mixed\n", ""), vec![]),
        (second("focus: declined\n", ""), vec![]),
        (only("", ""), vec![Some(Hint)]), // unknown
        (only("focus: declined\n", ""), vec![]),
        (only("focus: fit\n", ""), vec![Some(Hint)]),
        (second("focus: missed\n", "").swap(ROUND, "next_focus: technical", "next_focus: fit"), vec![Some(Hint)]),
    ] {
        assert_eq!(told.weighs("prepare/focus", IN_TIME), expected);
    }
    let found = one(&second("focus: fit\n", &FITS.replace("- fit team: c\n", "")), "prepare/focus");
    assert!(found.message.contains("`- fit team: …` is open"), "{}", found.message);
}
