//! Notes that cannot be right as they stand.

use interview_vault::checklist::example::{COMPANY, ME, ROUND};
use interview_vault::checklist::{find, rules};
use interview_vault::diagnostic::Severity::{Error, Hint, Warning};
use interview_vault::model::Config;
use interview_vault::parse::{self, Found};
use interview_vault::text::{SourceFile, Span, Unread, Why};

use crate::notes::{Looked, Notes, day};

const SECOND: &str = "Rounds/2025-03-12 Harbour Glass.md";

fn sound() -> Notes {
    Notes::sound("2025-03-06")
}

/// The sound vault and a second round of these lines.
fn second(lines: &str) -> Notes {
    sound().note(SECOND, &format!("---\ntype: round\ncompany: \"[[Harbour Glass]]\"\n{lines}---\n"))
}

fn messages(looked: &Looked, rule: &str) -> Vec<String> {
    looked.of(rule).iter().map(|finding| finding.message.clone()).collect()
}

#[test]
fn note_dates_names_both_dates_of_everything_that_cannot_be() {
    let letter = |document: &str, sent: &str| {
        format!(
            "---\ntype: letter\ndocument: {document}\ncompany: \"[[Harbour Glass]]\"\n\
             for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on: {sent}\n---\nHello\n"
        )
    };
    let log = |line: &str| sound().swap(ROUND, "## Log\n", &format!("## Log\n{line}\n"));
    let round = |old: &str, new: &str| sound().swap(ROUND, old, new);
    let contact = |line: &str| {
        sound().note(
            "Contacts/Liv Moe.md",
            &format!("---\ntype: contact\ninfluences: [\"[[Harbour Glass]]\"]\n{line}---\n"),
        )
    };
    for (notes, wrong) in [
        (second("round: 1\ninterview_date: 2025-03-12\n"), Some(["2025-03-04", "2025-03-12"])),
        (second("round: 2\ninterview_date: 2025-02-12\nstate: held\n"), Some(["2025-03-04", "2025-02-12"])),
        (second("round: 2\ninterview_date: 2025-02-12\nstate: cancelled\n"), None),
        (second("round: 1\ninterview_date: 2025-03-12\nstate: cancelled\n"), None),
        (second("interview_date: 2025-03-12\n"), None), // counted by date
        (second("round: 2\ninterview_date: 2025-03-04\n"), None), // two on one day
        (second("round: 2\ninterview_date: 2025-03-12\nstate: held\n"), Some(["2025-03-12", "2025-03-06"])),
        (round("hear_by: 2025-03-14", "hear_by: 2025-03-03"), Some(["2025-03-03", "2025-03-04"])),
        (round("hear_by: 2025-03-14", "hear_by: 2025-03-04"), None), // the same evening
        (round("check_in: email\n", "check_in: email\nquiet_until: 2025-03-01\n"), Some(["2025-03-01", "2025-03-04"])),
        (round("check_in: email\n", "check_in: email\ncheck_in_on: 2024-03-11\n"), Some(["2024-03-11", "2025-03-04"])),
        (round("booked_on: 2025-02-26", "booked_on: 2025-03-05"), Some(["2025-03-05", "2025-03-04"])),
        (sound().swap(COMPANY, "applied_on: 2025-02-10", "applied_on: 2025-03-05"), Some(["2025-03-05", "2025-03-04"])),
        (log("- 2025-03-03 email thank-you to [[Ines Falk]]"), Some(["2025-03-03", "2025-03-04"])),
        (log("- 2025-02-04 phone check-in+other with [[Ines Falk]]"), Some(["2025-02-04", "2025-03-04"])),
        (log("- 2025-03-03 email other to [[Ines Falk]]"), None),
        (log("- 2025-03-03 email promise to [[Ines Falk]]"), None),
        (log("- 2025-03-03 phone status from [[Ines Falk]]"), None), // they phoned
        (log("- 2025-03-07 email other to [[Ines Falk]]"), Some(["2025-03-07", "2025-03-06"])),
        (sound().note("Letters/A.md", &letter("thank-you-email", "2025-03-03")), Some(["2025-03-03", "2025-03-04"])),
        (sound().note("Letters/A.md", &letter("who-will-i-meet", "2025-03-03")), None),
        (sound().note("Letters/A.md", &letter("thank-you-email", "2025-03-07")), Some(["2025-03-07", "2025-03-06"])),
        (
            round("## Log\n", "## Promises\n- [x] Send it 📅 2025-03-05 ✅ 2025-03-07\n\n## Log\n"),
            Some(["2025-03-07", "2025-03-06"]),
        ),
        (
            sound().swap(COMPANY, "rivals: 2\n", "rivals: 2\ndecided_on: 2025-03-07\n"),
            Some(["2025-03-07", "2025-03-06"]),
        ),
        (sound().swap(COMPANY, "- 2025-03-05 role", "- 2025-03-07 role"), Some(["2025-03-07", "2025-03-06"])),
        (contact("asked_on: 2025-03-07\n"), Some(["2025-03-07", "2025-03-06"])),
        (contact("asked_on: 2025-03-05\nthanked_on: 2025-03-07\n"), Some(["2025-03-07", "2025-03-06"])),
        (contact("asked_on: 2025-03-06\n"), None),
    ] {
        let looked = notes.look();
        let found = looked.of("note/dates");
        match wrong {
            None => assert_eq!(messages(&looked, "note/dates"), Vec::<String>::new()),
            Some(both) => {
                assert_eq!(found.len(), 1, "{both:?} {:?}", messages(&looked, "note/dates"));
                assert!(both.iter().all(|date| found[0].message.contains(date)), "{both:?}: {}", found[0].message);
                assert_eq!(found[0].severity, Some(Error));
                assert_ne!(found[0].span, Span::START, "{}", found[0].message);
            }
        }
    }
}

#[test]
fn note_dates_wants_the_day_of_a_decision() {
    for (status, wants) in [
        ("offer", true),
        ("accepted", true),
        ("rejected", true),
        ("withdrawn", true),
        ("closed", false),
        ("waiting", false),
    ] {
        let looked = sound().swap(COMPANY, "status: waiting", &format!("status: {status}")).look();
        let weights: Vec<_> = looked.of("note/dates").iter().map(|finding| finding.severity).collect();
        assert_eq!(weights, if wants { vec![Some(Warning)] } else { vec![] }, "{status}");
    }
    let unreadable = sound().swap(COMPANY, "status: waiting", "status: rejected\ndecided_on: soon").look();
    assert!(unreadable.of("note/dates").is_empty(), "note/field has said so");
}

#[test]
fn note_past_round_asks_from_the_day_itself() {
    for (date, state, today, due) in [
        ("2025-03-12", "planned", "2025-03-11", None),
        ("2025-03-12", "planned", "2025-03-12", Some("2025-03-12")),
        ("2025-03-08", "planned", "2025-03-10", Some("2025-03-08")), // a Saturday is not rolled
        ("2024-12-31", "planned", "2025-01-01", Some("2024-12-31")),
        ("2025-03-12", "cancelled", "2025-03-13", None),
        ("2025-03-12", "held", "2025-03-13", None),
    ] {
        let lines = format!("round: 2\ninterview_date: {date}\nstate: {state}\n");
        let looked = second(&lines).today(today).look();
        let duty = looked.of("note/past-round").first().and_then(|finding| finding.duty()).cloned();
        assert_eq!(duty.as_ref().map(|duty| duty.due.to_string()).as_deref(), due, "{date} {state} on {today}");
        assert!(duty.is_none_or(|duty| duty.opens == Some(duty.due) && !duty.can_tick && duty.priority == 1));
    }
    let over = second("round: 2\ninterview_date: 2025-03-12\n").swap(COMPANY, "status: waiting", "status: closed");
    assert!(over.today("2025-03-13").look().of("note/past-round").is_empty());
    let filled = second("round: 2\ninterview_date: 2025-03-12\ninterviewers: [\"[[Ines Falk]]\"]\n");
    let filled = filled.swap(SECOND, "]\n---\n", "]\n---\n## Close\n- support: yes\n");
    assert!(filled.today("2025-03-13").look().of("note/past-round").is_empty(), "a filled Close says it was held");
}

#[test]
fn note_offer_and_note_status_hold_the_company_to_its_rounds() {
    for (status, result, offer, lags) in [
        ("offer", "", true, false),
        ("offer", "advanced", true, false), // being asked back is no offer
        ("accepted", "pending", true, false),
        ("accepted", "offer", false, false),
        ("offer", "offer", false, false),
        ("waiting", "offer", false, true),
        ("waiting", "rejected", false, true),
        ("accepted", "rejected", true, true),
        ("closed", "rejected", false, false),
        ("withdrawn", "offer", false, false),
        ("rejected", "offer", false, false),
    ] {
        let held =
            if result.is_empty() { "state: held\n".to_owned() } else { format!("state: held\nresult: {result}\n") };
        let notes =
            sound().swap(COMPANY, "status: waiting", &format!("status: {status}")).swap(ROUND, "state: held\n", &held);
        let looked = notes.look();
        assert_eq!(!looked.of("note/offer").is_empty(), offer, "{status}, {result}");
        assert_eq!(!looked.of("note/status").is_empty(), lags, "{status}, {result}");
    }
}

#[test]
fn note_missing_names_what_a_record_cannot_do_without() {
    for (notes, path, severity) in [
        (sound().swap(ROUND, "interview_date: 2025-03-04\n", ""), ROUND, Error),
        (sound().swap(ROUND, "interview_date: 2025-03-04\n", "interview_date:\n"), ROUND, Error),
        (sound().swap(ROUND, "company: \"[[Harbour Glass]]\"\n", ""), ROUND, Error),
        (sound().swap(ME, "full_name: Rosa Lind\n", ""), ME, Error),
        (sound().note("Letters/A.md", "---\ntype: letter\n---\n"), "Letters/A.md", Error),
        (sound().note("Contacts/Liv Moe.md", "---\ntype: contact\n---\n"), "Contacts/Liv Moe.md", Hint),
    ] {
        let looked = notes.look();
        let found: Vec<_> = looked.of("note/missing").iter().map(|one| (one.path.to_string(), one.severity)).collect();
        assert_eq!(found, [(path.to_owned(), Some(severity))]);
    }
    let unreadable = sound().swap(ROUND, "interview_date: 2025-03-04", "interview_date: 2025-02-30").look();
    assert!(unreadable.of("note/missing").is_empty(), "note/field has said so");
}

#[test]
fn note_kind_wants_one_candidate() {
    let looked = sound().note("You.md", "---\ntype: candidate\nfull_name: Rosa Lind\n---\n").look();
    let found: Vec<_> = looked.of("note/kind").iter().map(|one| (one.path.to_string(), one.severity)).collect();
    assert_eq!(found, [("You.md".to_owned(), Some(Warning))]);
    let looked = Notes::new("2025-03-06").note("Reading.md", "# Books\n").look();
    let found: Vec<_> = looked.of("note/kind").iter().map(|one| (one.path.to_string(), one.severity)).collect();
    assert_eq!(found, [("vault.toml".to_owned(), Some(Hint))]);
    let broken = Notes::new("2025-03-06").note("Me.md", "---\ntype: candidate\nemail: a\nemail: b\n---\n").look();
    assert!(broken.of("note/kind").is_empty(), "the candidate may be the note that cannot be read");
}

#[test]
fn note_unread_weighs_more_where_a_record_links_to_it() {
    let company = "---\ntype: company\ndecider: \"[[Ada Voss]]\"\n---\n";
    for (text, severity) in [(company, Error), ("---\ntype: company\n---\n", Warning)] {
        let files = [SourceFile::new("Companies/Tin Works.md", text)];
        let unread = [Unread {
            path: "Interviewers/Ada Voss.md".to_owned(),
            why: Why::Unreadable,
            message: "this file may not be read".to_owned(),
            help: "allow yourself to read it".to_owned(),
        }];
        let (vault, diagnostics) =
            parse::vault(Found { files: &files, unread: &unread, complete: true }, Config::default());
        let found = find(&vault, &diagnostics, day("2025-03-06")).findings;
        let unread: Vec<_> = found.iter().filter(|one| one.rule.id == "note/unread").collect();
        assert_eq!(unread.len(), 1);
        assert_eq!((&*unread[0].path, unread[0].severity), ("Interviewers/Ada Voss.md", Some(severity)));
    }
}

#[test]
fn note_testimonial_wants_somebody_else() {
    let path = "Testimonials/Kiln saved.md";
    for (old, new, count) in [
        ("author: Per Holm\n", "", 1),
        ("author: Per Holm\n", "author: rosa lind\n", 1),
        ("author: Per Holm\nauthor_role: works manager\n", "", 1), // both in one
        ("> Rosa saved the kiln, twice.\n", "", 1),
        ("given_on: 2023\n", "", 0),
    ] {
        assert_eq!(sound().swap(path, old, new).look().of("note/testimonial").len(), count, "{old} {new}");
    }
    let bare = sound().note(path, "---\ntype: testimonial\n---\n").look();
    let expected = "the testimonial lacks `author`, `author_role` and a block quote (`> …`) under `## Quote`";
    assert_eq!(messages(&bare, "note/testimonial"), [expected]);
}

#[test]
fn note_waiver_says_what_silences_nothing_and_what_says_little() {
    for (key, line, expected) in [
        ("waive", "close/standing because they cut it short", None),
        ("waive", "close/standing for Ines Falk because they cut it short", None),
        ("waive", "close/standing", Some("no reason")),
        ("waive", "close/standing because no time", Some("will say little")),
        ("waive", "close/standng because they cut it short", Some("there is no rule")),
        ("waive", "note/conflict because I like it so", Some("cannot be waived")),
        ("hold", "keep/promise until 2025-04-01 because they are away", None),
        ("hold", "keep/promise because they are away", Some("no date")),
        ("hold", "keep/promise until Easter because they are away", Some("no date")),
        ("hold", "keep/promise until 2025-04-01", Some("no reason")),
        ("hold", "keep/promise until 2025-04-01 because away", Some("will say little")),
        ("hold", "close/standing until 2025-04-01 because they are away", Some("finds faults")),
    ] {
        let looked = sound().swap(ROUND, "sponsor: yes\n", &format!("sponsor: yes\n{key}:\n  - {line}\n")).look();
        let said = messages(&looked, "note/waiver");
        match expected {
            None => assert_eq!(said, Vec::<String>::new(), "{line}"),
            Some(words) => assert!(said.len() == 1 && said[0].contains(words), "{line}: {said:?}"),
        }
    }
}

#[test]
fn note_waiver_hints_at_fear_once() {
    let fear = "waive: [close/standing because it seemed too pushy, close/hear-by because it was the wrong moment]\n";
    let looked = sound().swap(ROUND, "sponsor: yes\n", &format!("sponsor: yes\n{fear}")).look();
    let weights: Vec<_> = looked.of("note/waiver").iter().map(|finding| finding.severity).collect();
    assert_eq!(weights, [Some(Hint)]);
}

#[test]
fn note_waiver_knows_which_rules_have_a_day_to_wait_for() {
    for rule in rules().filter(|rule| !rule.broken.edits.is_empty()) {
        let files = rule.broken.files();
        let notes =
            files.iter().fold(Notes::new(rule.broken.today), |notes, (path, text)| notes.note(path, text)).look();
        let found = find(&notes.vault, &notes.diagnostics, notes.today);
        let has_duty = found.findings.iter().any(|finding| finding.rule == rule && finding.duty().is_some());
        let hold = format!(
            "---\ntype: contact\nknows: [\"[[Ines Falk]]\"]\nhold: [{} until 2026-01-01 because we said so]\n---\n",
            rule.id
        );
        let looked = sound().note("Contacts/Liv Moe.md", &hold).look();
        assert_eq!(looked.of("note/waiver").is_empty(), has_duty, "{}", rule.id);
    }
}

#[test]
fn note_findings_carry_the_company_and_round_of_their_note() {
    let looked = sound().swap(ROUND, "booked_on: 2025-02-26", "booked_on: 2025-02-30").look();
    let found = looked.of("note/field");
    assert_eq!(found.len(), 1);
    assert!(found[0].company.is_some() && found[0].round_in(&looked.vault).is_some());
    let looked = sound().swap(ME, "full_name: Rosa Lind\n", "").look();
    assert!(looked.of("note/missing")[0].company.is_none());
}
