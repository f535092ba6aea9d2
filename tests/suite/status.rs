//! The search at a glance: every view counts, orders and repeats what the notes say, and no more.

use std::collections::BTreeMap;

use interview_vault::checklist::example::{COMPANY, Edit, Example, ROUND};
use interview_vault::checklist::{self, Application, Checklist};
use interview_vault::cli::Exit;
use interview_vault::model::{CompanyId, Vault};
use interview_vault::parse::{self, Found};
use interview_vault::render::status::{human, json};
use interview_vault::status::{Basis, Coverage, Overview, PromiseView, Stage, SupportView, Timeline, Waivers, Week};
use interview_vault::text::SourceFile;
use serde_json::Value;

use crate::desk::{Ran, TestVault};
use crate::notes::day;

/// A vault that was read, with the text of its files.
pub(crate) struct Seen {
    pub(crate) vault: Vault,
    pub(crate) checklist: Checklist,
    files: BTreeMap<String, SourceFile>,
    today: &'static str,
}

impl Seen {
    pub(crate) fn new(today: &'static str, edits: &'static [Edit]) -> Self {
        let files = Example { today, edits }.files();
        let ids: Vec<&str> = checklist::rules().map(|rule| rule.id).collect();
        let config = files.get("vault.toml").map(|text| parse::config::read(text, &ids).unwrap());
        let notes: Vec<SourceFile> = files
            .iter()
            .filter(|(path, _)| **path != "vault.toml")
            .map(|(path, text)| SourceFile::new(*path, text))
            .collect();
        let (vault, diagnostics) = parse::vault(Found::all(&notes), config.unwrap_or_default());
        let checklist = checklist::find(&vault, &diagnostics, day(today));
        let files = notes.into_iter().map(|file| (file.path().to_owned(), file)).collect();
        Self { vault, checklist, files, today }
    }

    /// Looks at it.
    pub(crate) fn with<T>(&self, look: impl FnOnce(&Basis<'_>) -> T) -> T {
        let source = |path: &str| self.files.get(path);
        let (vault, checklist) = (&self.vault, &self.checklist);
        look(&Basis { vault, checklist, today: day(self.today), only: None, source: &source })
    }

    fn overview(&self) -> Overview {
        self.with(Overview::new)
    }

    fn timeline(&self) -> Timeline {
        self.with(|basis| Timeline::new(basis, &Application::new(&self.vault, CompanyId(0), basis.today)))
    }
}

/// The program in a folder with these files: how it ended, and both its streams.
pub(crate) fn told(edits: &'static [Edit], args: &[&str]) -> (Exit, String, String) {
    let files = (Example { today: "2025-03-06", edits }).files();
    let vault = files.iter().fold(TestVault::new(), |vault, (path, text)| vault.note(path, text));
    let Ran { exit, out, err } = vault.today("2025-03-06").run(args);
    (exit, out, err)
}

/// A second round in two weeks, with somebody new.
const SECOND: Edit = Edit::Write(
    "Rounds/2025-03-20 Harbour Glass.md",
    "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nstate: planned\nbooked_on: 2025-03-06\ninterview_date: 2025-03-20\ninterviewers: [\"[[Ines Falk]]\", \"Ove Lund\"]\n---\n",
);

#[test]
fn the_stage_is_what_comes_next_for_an_application() {
    let cases: &[(&'static [Edit], &'static str, Stage)] = &[
        (&[], "2025-03-06", Stage::Waiting),
        (&[Edit::Drop(ROUND)], "2025-03-06", Stage::Applied),
        (&[SECOND], "2025-03-20", Stage::Planned),
        (&[SECOND], "2025-03-21", Stage::Past),
        (&[Edit::Swap(ROUND, "round: 1\n", "round: 1\nresult: advanced\n")], "2025-03-06", Stage::Advanced),
        // They said yes and let their own date go by.
        (&[Edit::Swap(ROUND, "round: 1\n", "round: 1\nresult: advanced\n")], "2025-03-17", Stage::Waiting),
        (&[Edit::Swap(ROUND, "round: 1\n", "round: 1\nresult: rejected\n")], "2025-03-06", Stage::Rejected),
        (&[Edit::Swap(COMPANY, "waiting", "withdrawn")], "2025-03-06", Stage::Withdrawn),
    ];
    for (edits, today, expected) in cases {
        let seen = Seen::new(today, edits);
        assert_eq!(seen.overview().rows[0].stage, *expected, "{edits:?} on {today}");
    }
}

#[test]
fn waiting_counts_from_the_round_and_silence_from_their_last_word() {
    let seen = Seen::new(
        "2025-03-12",
        &[Edit::Swap(
            ROUND,
            "## Log\n",
            "## Log\n- 2025-03-10 phone other from [[Ines Falk]]: soon\n- 2025-03-13 phone other from [[Ines Falk]]: not yet\n",
        )],
    );
    let row = seen.overview().rows.remove(0);
    assert_eq!((row.waiting, row.quiet), (Some(8), Some(2)));
    let seen = Seen::new("2025-03-12", &[Edit::Drop(ROUND)]);
    let row = seen.overview().rows.remove(0);
    assert_eq!((row.waiting, row.quiet), (Some(30), None), "an application is waited for too");
    let over = Seen::new("2025-03-12", &[Edit::Swap(COMPANY, "waiting", "closed")]).overview().rows.remove(0);
    assert_eq!((over.waiting, over.quiet), (None, None));
}

#[test]
fn the_nearest_day_comes_first_and_what_is_over_last() {
    let edits: &[Edit] = &[
        Edit::Write("Companies/Alder.md", "---\ntype: company\nstatus: closed\n---\n"),
        Edit::Write("Companies/Birch.md", "---\ntype: company\nstatus: applied\n---\n"),
        Edit::Write("Companies/Cedar.md", "---\ntype: company\nstatus: offer\noffer_by: 2025-03-10\n---\n"),
    ];
    let seen = Seen::new("2025-03-06", edits);
    let names: Vec<String> =
        seen.overview().rows.iter().map(|row| seen.vault.company(row.company).name.clone()).collect();
    assert_eq!(names, ["Cedar", "Harbour Glass", "Birch", "Alder"]);
}

#[test]
fn support_is_what_was_said_and_only_then_what_is_implied() {
    let cases: &[(&'static [Edit], &str)] = &[
        (&[], "yes"),
        (&[Edit::Swap(ROUND, "support: yes", "support: deflected, then yes")], "deflected"),
        (&[Edit::Swap(ROUND, "support: yes", "support: declined")], "declined"),
        (&[Edit::Swap(ROUND, "- support: yes\n", "")], "not-asked"),
        (&[Edit::Swap(ROUND, "support: yes", "support: missed")], "not-asked"),
        (&[Edit::Swap(ROUND, "- support: yes\n", ""), SECOND], "implied"),
        (&[Edit::Swap(ROUND, "support: yes", "support: no"), SECOND], "no"),
        (
            &[
                Edit::Swap(ROUND, "- support: yes\n", ""),
                Edit::Swap(ROUND, "round: 1\n", "round: 1\nresult: rejected\n"),
            ],
            "not-asked",
        ),
    ];
    for (edits, expected) in cases {
        let people = Seen::new("2025-03-07", edits).with(SupportView::new).people;
        let said: Vec<&str> = people.iter().map(|one| one.latest.support.name()).collect();
        assert_eq!(said, [*expected], "only who was met counts: {edits:?}");
    }
}

#[test]
fn a_later_answer_counts_and_the_earlier_one_is_kept_with_its_words() {
    const HELD: Edit = Edit::Write(
        "Rounds/2025-03-20 Harbour Glass.md",
        "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nstate: held\ninterview_date: 2025-03-20\ninterviewers: [\"[[Ines Falk]]\"]\n---\n## Close\n- support: unsure, ask me\n  on Monday\n",
    );
    let people = Seen::new("2025-03-21", &[HELD]).with(SupportView::new).people;
    assert_eq!(people[0].latest.words.as_deref(), Some("unsure, ask me on Monday"));
    assert_eq!(people[0].latest.place.line, 10);
    let earlier: Vec<_> = people[0].earlier.iter().map(|said| (said.support.name(), said.date)).collect();
    assert_eq!(earlier, [("yes", day("2025-03-04"))]);
}

#[test]
fn a_timeline_has_everything_with_a_day_once() {
    let edits: &[Edit] = &[
        SECOND,
        Edit::Write(
            "Letters/a.md",
            "---\ntype: letter\ndocument: thank-you-email\ncompany: \"[[Harbour Glass]]\"\nfor_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on: 2025-03-05\n---\nDear Ines Falk,\n",
        ),
        Edit::Swap(
            ROUND,
            "## Log\n",
            "## Promises\n- [x] Send the log 📅 2025-03-07 ✅ 2025-03-06\n- [ ] Send the plan 📅 2025-03-25\n- [-] Send a poem 📅 2025-03-25\n\n## Log\n",
        ),
    ];
    let told: Vec<String> = Seen::new("2025-03-10", edits)
        .timeline()
        .events
        .iter()
        .map(|event| format!("{} {} {}", event.date.format("%m-%d"), event.kind.name(), event.text))
        .collect();
    let told: Vec<&str> = told.iter().map(|line| line.trim_end()).collect();
    assert_eq!(
        told,
        [
            "02-10 applied",
            "02-26 booked",
            "03-04 interview held",
            "03-05 research a second furnace opens in May",
            "03-05 research new since the autumn",
            "03-05 out",
            "03-05 out",
            "03-06 booked",
            "03-06 promise_kept Send the log",
            "03-20 interview planned",
            "03-25 promise_due Send the plan",
        ],
        "the letter is the log's first line, and their date is no longer awaited"
    );
}

#[test]
fn promises_stand_by_urgency_and_an_undated_one_has_the_checklist_s_day() {
    let edits: &[Edit] = &[Edit::Swap(
        ROUND,
        "## Log\n",
        "## Promises\n- [x] Late thing 📅 2025-03-05 ✅ 2025-03-06\n- [ ] Undated thing\n- [ ] Later thing 📅 2025-03-20\n- [x] Early thing 📅 2025-03-07 ✅ 2025-03-05\n- [-] Idle thing\n\n## Log\n",
    )];
    let seen = Seen::new("2025-03-07", edits);
    let view = seen.with(PromiseView::new);
    let told: Vec<String> = view
        .promises
        .iter()
        .map(|line| format!("{} {} {:?}", line.text, line.standing.name(), line.due.map(|day| day.to_string())))
        .collect();
    assert_eq!(
        told,
        [
            "Undated thing overdue Some(\"2025-03-05\")",
            "Later thing open Some(\"2025-03-20\")",
            "Late thing kept Some(\"2025-03-05\")",
            "Early thing kept Some(\"2025-03-07\")",
            "Idle thing released None",
        ]
    );
    assert_eq!(view.in_time(), (1, 2));
    assert!(human::promises(&view, &seen.vault, false).contains("1 day late"));
}

#[test]
fn every_waiver_and_hold_is_listed_and_those_that_silence_nothing_say_so() {
    let edits: &[Edit] = &[
        Edit::Write("vault.toml", "[rules]\n\"thank/handwritten-card\" = \"off\"\n"),
        Edit::Swap(
            COMPANY,
            "rivals: 2\n",
            "rivals: 2\nwaive: [thank/posted-letter for Ines Falk because there is no address]\n",
        ),
        Edit::Swap(
            ROUND,
            "round: 1\n",
            "round: 1\nhold: [keep/promise until 2025-03-20 because they are away]\nwaive: [close/suport because nobody asked me]\n",
        ),
    ];
    let view = Seen::new("2025-03-06", edits).with(Waivers::new);
    let told: Vec<_> =
        view.waived.iter().map(|one| (one.rule.as_str(), one.person.as_deref(), one.fault.is_some())).collect();
    assert_eq!(told, [("thank/posted-letter", Some("Ines Falk"), false), ("close/suport", None, true)]);
    assert_eq!(view.held[0].until, Some(day("2025-03-20")));
    assert_eq!((view.held[0].place.path.as_ref(), view.held[0].place.line), (ROUND, 5));
    assert_eq!(view.off, ["thank/handwritten-card"]);
}

#[test]
fn a_week_is_seven_days_with_today_the_last() {
    let edits: &[Edit] = &[
        SECOND,
        Edit::Swap(ROUND, "concerns: none", "concerns: too far away\n- concerns: too young → I am forty"),
        Edit::Write("Companies/Birch.md", "---\ntype: company\nstatus: applied\napplied_on: 2025-03-03\n---\n"),
    ];
    for (today, past, coming) in
        [("2025-03-10", 6, 0), ("2025-03-09", 7, 0), ("2025-03-13", 0, 1), ("2025-03-20", 1, 0)]
    {
        let week = Seen::new(today, edits).with(Week::new);
        assert_eq!((week.past.len(), week.coming.len()), (past, coming), "{today}: {:?}", week.past);
    }
    let week = Seen::new("2025-03-10", edits).with(Week::new);
    let doubts: Vec<_> = week.doubts.iter().map(|doubt| (doubt.text.as_str(), doubt.reply.as_deref())).collect();
    assert_eq!(doubts, [("too far away", None), ("too young", Some("I am forty"))]);
    let waiting: Vec<_> = week.waiting.iter().map(|row| row.waiting).collect();
    assert_eq!(waiting, [Some(7)], "a planned round is not waited for");
}

#[test]
fn a_small_search_tells_no_trend() {
    let seen = Seen::new("2025-03-06", &[]);
    let text = human::overview(&seen.overview(), &seen.vault, false);
    assert_eq!(text.matches("not enough to tell").count(), 3, "{text}");
}

#[test]
fn every_view_is_json_with_version_and_day_and_words_within_eighty_columns() {
    let edits: &'static [Edit] = &[
        SECOND,
        Edit::Swap(COMPANY, "Melt supervisor", "\"Melt \\e[31m supervisor\""),
        Edit::Swap(
            ROUND,
            "support: yes",
            "support: yes, and he said so at such length that it does not fit on a single line of the terminal",
        ),
    ];
    for (args, key) in [
        (&["status"][..], "companies"),
        (&["status", "harbour"], "timeline"),
        (&["status", "--waivers"], "waivers"),
        (&["status", "--support"], "support"),
        (&["status", "--promises"], "promises"),
        (&["status", "--coverage"], "stages"),
        (&["status", "--week"], "past"),
        (&["status", "--week", "Harbour Glass"], "coming"),
    ] {
        let (exit, out, err) = told(edits, args);
        assert_eq!((exit, err.as_str()), (Exit::Fine, ""), "{args:?}");
        assert!(out.lines().all(|line| line.chars().count() <= 80), "{args:?}\n{out}");
        assert!(!out.is_empty() && !out.contains('\u{1b}'), "{args:?}\n{out}");
        let (exit, out, _) = told(edits, &[args, &["--format", "json"]].concat());
        let value: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((exit, &value["version"], &value["today"]), (Exit::Fine, &1.into(), &"2025-03-06".into()));
        assert!(value[key].is_array(), "{args:?}: {out}");
    }
}

#[test]
fn one_view_at_a_time_and_a_company_that_there_is() {
    for (args, word) in [
        (&["status", "--week", "--support"][..], "--support"),
        (&["status", "Harbor Glass"], "did you mean `Harbour Glass`?"),
        (&["status", "--trend"], "--trend"),
    ] {
        let (exit, out, err) = told(&[], args);
        assert_eq!((exit, out.as_str()), (Exit::Failed, ""), "{args:?}");
        assert!(err.contains(word), "{args:?}: {err}");
    }
}

#[test]
fn a_search_without_notes_says_so() {
    let empty: &[Edit] = &[Edit::Drop(COMPANY), Edit::Drop(ROUND)];
    let seen = Seen::new("2025-03-06", empty);
    assert!(human::overview(&seen.overview(), &seen.vault, false).contains("no application yet"));
    assert!(human::support(&seen.with(SupportView::new), &seen.vault, false).contains("nobody met yet"));
    assert!(human::promises(&seen.with(PromiseView::new), &seen.vault, false).contains("nothing promised"));
    assert!(human::waivers(&seen.with(Waivers::new), false).contains("nothing is waived"));
    assert!(human::week(&seen.with(Week::new), &seen.vault, false).contains("nothing is written down"));
    let value: Value = serde_json::from_str(&json::coverage(&seen.with(Coverage::new))).unwrap();
    assert_eq!(value["stages"][0]["missing"], 0);
}
