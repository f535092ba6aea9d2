//! What `check` says to people and to programs.

use std::sync::Arc;

use interview_vault::agenda::{Paper, plan};
use interview_vault::checklist::{Checklist, Finding};
use interview_vault::diagnostic::Severity::{self, Error, Hint, Warning};
use interview_vault::model::{CompanyId, Document};
use interview_vault::render::check::{Report, concise, human, json};
use interview_vault::text::{SourceFile, Span};

use crate::agenda::{ROUND, dated, found, named, northgate};
use crate::notes::Looked;

const FILLED: &str = "### [[Priya Rao]]\n- standing: among the first two\n";

/// The day after Tuesday's interview.
fn wednesday() -> Looked {
    northgate("2025-03-05").look()
}

/// The same, with something written under Close.
fn debriefed() -> Looked {
    northgate("2025-03-05").swap(ROUND, "### [[Priya Rao]]\n", FILLED).look()
}

fn report<'a>(looked: &'a Looked, findings: &'a [&'a Finding], hints: bool) -> Report<'a> {
    Report { vault: &looked.vault, findings, agenda: None, today: looked.today, source: &|_| None, hints }
}

fn shown(looked: &Looked, findings: &[Finding], hints: bool) -> String {
    human(&report(looked, &findings.iter().collect::<Vec<_>>(), hints), false)
}

/// The titles among the lines, as `severity[rule]`.
fn heads(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.split_once("]: ")).map(|(head, _)| head).collect()
}

fn saying(mut finding: Finding, message: &str) -> Finding {
    message.clone_into(&mut finding.message);
    finding
}

#[test]
fn first_things_come_first() {
    let looked = debriefed();
    let late = |rule, due| found(&looked, rule, Error, None).duty_of(dated("2025-03-01", due, 1, "Do it"));
    let findings = [
        found(&looked, "prepare/format", Error, None),
        found(&looked, "close/asked", Warning, None),
        late("keep/promise", "2025-03-04"),
        late("chase/status", "2025-03-03"),
        Finding { severity: Some(Hint), ..late("answer/rejection", "2025-03-02") },
        found(&looked, "note/bullet", Hint, None),
        found(&looked, "note/link", Error, None),
        found(&looked, "note/kind", Warning, None),
    ];
    let text = shown(&looked, &findings, true);
    let expected = [
        "error[note/link",
        "warning[note/kind",
        "error[chase/status",
        "error[keep/promise",
        "warning[close/asked",
        "error[prepare/format",
        "hint[note/bullet",
        "hint[answer/rejection",
    ];
    assert_eq!(heads(&text), expected, "{text}");
}

#[test]
fn hints_are_counted_and_shown_on_request() {
    let looked = debriefed();
    let findings = [
        found(&looked, "note/link", Error, None),
        found(&looked, "note/kind", Warning, None),
        found(&looked, "note/bullet", Hint, None),
    ];
    let text = shown(&looked, &findings, false);
    assert!(!text.contains("hint[") && text.ends_with("\n1 error, 1 warning, 1 hint (--hints shows them)\n"), "{text}");
    assert!(shown(&looked, &findings, true).ends_with("\n1 error, 1 warning, 1 hint\n"));
    assert_eq!(shown(&looked, &findings[2..], false), "All is well, 1 hint (--hints shows them)\n");
    assert_eq!(shown(&looked, &[], false), "All is well\n");
    let concise = |hints| concise(&report(&looked, &findings.iter().collect::<Vec<_>>(), hints)).lines().count();
    assert_eq!((concise(false), concise(true)), (2, 3));
}

#[test]
fn a_round_without_a_word_is_one_line_until_it_has_one() {
    let findings = |looked: &Looked| {
        vec![
            found(looked, "close/standing", Hint, Some("Priya Rao")),
            found(looked, "close/standing", Hint, Some("Tom Beck")),
            found(looked, "close/process", Warning, None),
            found(looked, "thank/moment", Warning, Some("Tom Beck")),
            found(looked, "close/who", Error, None),
            found(looked, "thank/facts", Warning, None),
            found(looked, "thank/brag-book", Hint, None),
        ]
    };
    let looked = wednesday();
    let text = shown(&looked, &findings(&looked), true);
    assert_eq!(heads(&text), ["error[close/who", "warning[close/debrief"], "{text}");
    let words = "nothing written down yet about yesterday's interview: fill Close, or `vault debrief`, two minutes";
    assert!(text.contains(words), "{text}");
    assert!(text.contains("; a debrief settles 4 of them"), "{text}");

    let looked = debriefed();
    let text = shown(&looked, &findings(&looked), true);
    let expected = [
        "error[close/who",
        "warning[close/process",
        "hint[close/standing",
        "warning[thank/facts",
        "warning[thank/moment",
        "hint[thank/brag-book",
    ];
    assert_eq!(heads(&text), expected, "{text}");
}

#[test]
fn any_answer_ends_the_silence_and_the_day_is_named() {
    for key in ["hear_by: 2025-03-14", "rounds_left: 0", "sponsor: declined", "asked_for_job: false", "next_focus: fit"]
    {
        let looked = northgate("2025-03-05").swap(ROUND, "round: 1\n", &format!("round: 1\n{key}\n")).look();
        let text = shown(&looked, &[found(&looked, "close/process", Warning, None)], false);
        assert_eq!(heads(&text), ["warning[close/process"], "{key}: {text}");
    }
    for (today, words) in [
        ("2025-03-04", "today's interview"),
        ("2025-03-07", "Tuesday's interview"),
        ("2025-03-10", "Tuesday's interview"),
        ("2025-03-11", "the interview of Tuesday 4 March:"),
        ("2026-01-05", "the interview of Tuesday 4 March 2025"),
    ] {
        let looked = northgate(today).look();
        let text = shown(&looked, &[found(&looked, "close/process", Warning, None)], false);
        assert!(text.contains(words), "{today}: {text}");
    }
}

#[test]
fn several_people_under_one_rule_are_one_line_that_names_them() {
    let looked = debriefed();
    let of = |severity, person| found(&looked, "close/standing", severity, Some(person));
    let text = shown(&looked, &[of(Warning, "Tom Beck"), of(Warning, "Priya Rao")], false);
    assert!(text.contains("warning[close/standing]: not asked how you compare: Priya Rao and Tom Beck\n"), "{text}");
    let text = shown(&looked, &[of(Warning, "Tom Beck"), of(Hint, "Priya Rao")], true);
    assert_eq!(heads(&text), ["warning[close/standing", "hint[close/standing"], "another weight, another line");
    let text = shown(&looked, &[of(Warning, "Tom Beck")], false);
    assert!(text.contains("]: something is missing\n"), "one alone keeps its own message: {text}");
}

#[test]
fn what_is_due_by_tomorrow_stands_between_the_broken_and_the_rest() {
    let looked = wednesday();
    let duty = |rule, person: &str, opens, due, document| {
        let duty = dated(opens, due, 1, &format!("Thank {person}")).document(document);
        found(&looked, rule, Error, Some(person)).duty_of(duty)
    };
    let tick = found(&looked, "keep/promise", Error, None).duty_of(dated("2025-03-04", "2025-03-05", 1, "Send it"));
    let close = found(&looked, "close/hear-by", Error, None).duty_of(dated("2025-03-04", "2025-03-05", 1, "Ask when"));
    let checklist = Checklist {
        findings: vec![
            duty("thank/next-day", "Priya Rao", "2025-03-04", "2025-03-06", Document::ThankYouEmail),
            duty("thank/posted-letter", "Priya Rao", "2025-03-04", "2025-03-06", Document::PostedLetter),
            duty("thank/next-day", "Tom Beck", "2025-03-04", "2025-03-05", Document::ThankYouEmail),
            duty("wait/good-word", "Tom Beck", "2025-03-04", "2025-03-07", Document::GoodWordRequest),
            tick,
            close,
        ],
        held: Vec::new(),
    };
    let draft = Paper {
        path: "Letters/a.md".to_owned(),
        blanks: 2,
        document: Document::ThankYouEmail,
        company: CompanyId(0),
        round: Some(0),
        to: Some(named(&looked, "Priya Rao")),
        finding: String::new(),
    };
    let mut agenda = plan(&looked.vault, &checklist, &[draft], looked.today, 7);
    let done = agenda.items.iter().find(|item| item.title == "Send it").map(|item| item.id.clone()).unwrap();
    let words = "Send it".to_owned();
    agenda.keep(&[interview_vault::agenda::Tick { id: done, mark: 'x', done_on: None, words, why: None }]);
    let findings = [found(&looked, "note/link", Error, None), found(&looked, "close/process", Warning, None)];
    let findings: Vec<&Finding> = findings.iter().collect();
    let text = human(&Report { agenda: Some(&agenda), ..report(&looked, &findings, false) }, false);
    let order: Vec<usize> = [
        "error[note/link]",
        "today: thank Tom Beck\n",
        "tomorrow: thank Priya Rao · draft ready, 2 blanks\n",
        "close/debrief",
    ]
    .iter()
    .map(|words| text.find(words).unwrap_or_else(|| panic!("{words} in {text}")))
    .collect();
    assert!(order.is_sorted(), "{text}");
    assert_eq!(text.matches("tomorrow:").count() + text.matches("today:").count(), 2, "{text}");
}

/// Shows one finding at the words `at` of a note with that text.
fn excerpt(text: &str, at: &str, colour: bool) -> String {
    let looked = debriefed();
    let file = SourceFile::new(ROUND, text);
    let start = text.find(at).unwrap_or_else(|| panic!("{at:?} in {text:?}"));
    let mut finding = found(&looked, "note/field", Error, None).help("write a date");
    finding.span = Span::new(start, start + at.len());
    let source = |path: &str| (path == ROUND).then_some(&file);
    human(&Report { source: &source, ..report(&looked, &[&finding], false) }, colour)
}

#[test]
fn the_line_it_is_about_stands_under_a_finding() {
    let text = excerpt("---\r\ntype: round\r\nhear_by: soon\r\n---\r\n", "soon", false);
    let expected = "\
error[note/field]: something is missing
 --> Rounds/2025-03-04 Northgate Dairy.md:3:10
  |
3 | hear_by: soon
  |          ^^^^
  |
  = help: write a date

1 error
";
    assert_eq!(text, expected);
    assert!(excerpt("a: soon", "soon", true).contains('\u{1b}'));
}

#[test]
fn what_concerns_the_whole_note_has_no_line_under_it() {
    let text = shown(&debriefed(), &[found(&debriefed(), "note/missing", Error, None)], false);
    assert!(text.contains("--> Rounds/2025-03-04 Northgate Dairy.md:1:1\n") && !text.contains(" | "), "{text}");
}

#[test]
fn odd_lines_are_shown_safely_and_briefly() {
    let long = format!("{} HERE {}", "ä".repeat(20_000), "z".repeat(20_000));
    let text = excerpt(&long, "HERE", false);
    assert!(text.contains("HERE") && text.contains(":1:20002"), "{}", text.len());
    assert!(text.lines().all(|line| line.chars().count() <= 120), "{}", text.len());
    let all = excerpt(&long, &long, false);
    assert!(all.lines().all(|line| line.chars().count() <= 120), "{}", all.len());

    let text = excerpt("\u{feff}a \u{1b}[31m\u{202e}\u{9b} HERE", "\u{1b}", false);
    assert!(text.contains("\\u{1b}[31m\\u{202e}\\u{9b} HERE") && text.contains(":1:3\n"), "{text}");
    assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{9b}', '\u{feff}']));
    for (text, at) in [("one\ntwo", "one\ntwo"), ("end", ""), ("tab\there", "here")] {
        assert!(excerpt(text, at, false).contains("error[note/field]"));
    }
}

#[test]
fn concise_is_one_line_each_in_order() {
    let looked = debriefed();
    let file = SourceFile::new(ROUND, "a\nböser\nc");
    let at = |mut finding: Finding, start, severity: Severity| {
        finding.span = Span::new(start, start + 1);
        finding.severity = Some(severity);
        finding
    };
    let mut other = saying(found(&looked, "note/kind", Warning, None), "two\nlines\u{1b}");
    other.path = Arc::from("A\nfake:1:1: error[x]: y.md");
    let findings = [
        at(saying(found(&looked, "note/link", Error, None), "last"), 10, Error),
        at(saying(found(&looked, "close/clear", Hint, Some("Tom Beck")), "Tom"), 5, Error),
        at(saying(found(&looked, "close/clear", Hint, Some("Priya Rao")), "Priya"), 5, Error),
        at(saying(found(&looked, "close/clear", Hint, None), "nobody"), 2, Error),
        other,
    ];
    let findings: Vec<&Finding> = findings.iter().collect();
    let source = |path: &str| (path == ROUND).then_some(&file);
    let text = concise(&Report { source: &source, ..report(&looked, &findings, true) });
    let expected = format!(
        "A fake:1:1: error[x]: y.md:1:1: warning[note/kind]: two lines\\u{{1b}}\n\
         {ROUND}:2:1: error[close/clear]: nobody\n\
         {ROUND}:2:3: error[close/clear]: Priya\n\
         {ROUND}:2:3: error[close/clear]: Tom\n\
         {ROUND}:3:2: error[note/link]: last\n"
    );
    assert_eq!(text, expected);
}

#[test]
fn json_has_every_finding_with_its_place_and_counts_what_was_read() {
    let looked = northgate("2025-03-06").note("Diary.md", "mine").look();
    let late = found(&looked, "thank/next-day", Error, Some("Priya Rao"));
    let late = late.duty_of(dated("2025-03-04", "2025-03-05", 1, "Thank Priya Rao")).help("thank her");
    let findings = [late, saying(found(&looked, "note/bullet", Hint, None), "odd \u{202e}")];
    let text = json(&report(&looked, &findings.iter().collect::<Vec<_>>(), false));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let expected = serde_json::json!({
        "version": 1, "today": "2025-03-06", "complete": true,
        "findings": [{
            "rule": "note/bullet", "severity": "hint", "path": ROUND, "line": 1, "column": 1, "message": "odd \u{202e}",
            "help": "", "company": "Northgate Dairy", "round": 1, "person": null, "due": null, "fixable": false,
        }, {
            "rule": "thank/next-day", "severity": "error", "path": ROUND, "line": 1, "column": 1,
            "message": "something is missing", "help": "thank her", "company": "Northgate Dairy", "round": 1,
            "person": "Priya Rao", "due": "2025-03-05", "fixable": false,
        }],
        "counts": {"error": 1, "warning": 0, "hint": 1},
        "notes": {
            "company": 1, "interviewer": 2, "round": 1, "candidate": 1, "contact": 0, "testimonial": 0, "letter": 0,
            "other": 1, "unread": 0,
        },
    });
    assert_eq!(value, expected);
    assert!(text.contains("odd \\u202e") && text.starts_with("{\"version\":1,\"today\":"), "{text}");
}
