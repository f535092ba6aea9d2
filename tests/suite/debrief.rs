//! `vault debrief`: what it asks, what it proposes, what it writes.
#![expect(clippy::disallowed_methods, reason = "an editor saves a note while somebody is asked")]

use std::cell::Cell;

use interview_vault::checklist::example::{COMPANY, ROUND};
use interview_vault::cli::{self, Environment, Exit};

use crate::desk::TestVault;

const PATH: &str = "Rounds/2025-03-04 Northgate Dairy.md";

/// A round as the template leaves it, with somebody's Scrawl.
const ONE: &str = "\
---
type: round
company: \"[[Northgate Dairy]]\"
booked_on: 2025-02-26
interview_date: 2025-03-04
interviewers: [\"[[Priya Rao]]\"]
state: planned
hear_by:
---
My own words, before.

## Close
- said when: %% their words %%
- moment: %% finish: I keep thinking about … %%
- challenge:
- concerns:
- standing:
- to win:
- support: %% yes, no, unsure %%
- next:

## Promises
- [ ]

## Scrawl
hear back next week, two more rounds
met Tom Beck too
send refs by Thursday
";

fn vault(round: &str) -> TestVault {
    TestVault::new()
        .today("2025-03-04")
        .note("Companies/Northgate Dairy.md", "---\ntype: company\nstatus: interviewing\n---\n")
        .note("Interviewers/Priya Rao.md", "---\ntype: interviewer\n---\n")
        .note(PATH, round)
}

fn several() -> String {
    ONE.replace("[\"[[Priya Rao]]\"]", "[\"[[Priya Rao]]\", \"[[Tom Beck]]\"]")
}

#[test]
fn without_a_terminal_it_says_what_is_missing_and_writes_nothing() {
    let vault = vault(ONE);
    let before = vault.files();
    for args in [&["debrief"][..], &["debrief", "2025-03-04"], &["debrief", PATH, "--no-input"]] {
        let ran = vault.run(args).fine();
        for flag in ["--held", "--moment \"Priya Rao=…\"", "--to-win", "--hear-by", "--check-in", "--promise"] {
            assert!(ran.out.contains(flag), "{flag} in {}", ran.out);
        }
        let order = ["--moment", "--concerns", "--standing", "--support", "--hear-by", "--check-in", "--next-step"];
        assert!(order.map(|flag| ran.out.find(flag)).is_sorted(), "{}", ran.out);
    }
    let talked = vault.talk(&["debrief", "--no-input"], &["y", "y", "y"]).fine();
    assert!(talked.err.is_empty(), "{talked:?}");
    assert_eq!(vault.files(), before);
}

#[test]
fn every_answer_is_a_flag_and_goes_where_the_template_has_room_for_it() {
    let vault = vault(ONE);
    let args = [
        "debrief",
        "--held",
        "--moment",
        "Priya Rao=how the vans queue at dawn",
        "--support",
        "priya=yes, gladly",
        "--concerns",
        "none",
        "--standing",
        "-",
        "--to-win",
        "!",
        "--hear-by",
        "2025-03-14",
        "--said-when",
        "next week",
        "--check-in",
        "email",
        "--rounds-left",
        "-",
        "--next-interviewers",
        "Dana Okafor, Tom Beck",
        "--asked-for-job",
        "--promise",
        "Send references to Priya Rao by 2025-03-06",
    ];
    let before = vault.files();
    let preview = vault.run(&[&args[..], &["--dry-run"]].concat()).fine();
    assert!(preview.out.contains("would write") && preview.out.contains("hear_by: 2025-03-14"), "{}", preview.out);
    assert_eq!(vault.files(), before);

    let ran = vault.run(&args).fine();
    assert!(ran.out.contains("1 draft") || ran.out.contains("2 drafts"), "{}", ran.out);
    let expected = ONE
        .replace("state: planned\nhear_by:\n", "state: held\nhear_by: 2025-03-14\nnext_interviewers:\n  - \"[[Dana Okafor]]\"\n  - \"[[Tom Beck]]\"\ncheck_in: email\nasked_for_job: true\ndeclined:\n  - rounds_left\n")
        .replace("- said when: %%", "- said when: next week %%")
        .replace("- moment: %%", "- moment: how the vans queue at dawn %%")
        .replace("- concerns:\n- standing:\n- to win:\n", "- concerns: none\n- standing: declined\n- to win: missed\n")
        .replace("- support: %%", "- support: yes, gladly %%")
        .replace("- [ ]\n", "- [ ] Send references to [[Priya Rao]] 📅 2025-03-06\n");
    assert_eq!(vault.read(PATH), expected);

    let again = vault.run(&args).fine();
    assert!(again.out.contains("nothing to write"), "{}", again.out);
    assert_eq!(vault.read(PATH), expected);
}

#[test]
fn with_several_people_each_answer_stands_below_its_name() {
    let vault = vault(&several());
    vault.run(&["debrief", "--moment", "Tom Beck=the cat on the scales", "--standing", "Tom Beck=first"]).fine();
    vault.run(&["debrief", "--support", "Priya=unsure", "--clear", "Tom=yes"]).fine();
    let text = vault.read(PATH);
    let close = "- next:\n\n### [[Tom Beck]]\n- moment: the cat on the scales\n- standing: first\n- clear: yes\n\n### [[Priya Rao]]\n- support: unsure\n\n## Promises\n";
    assert!(text.contains(close), "{text}");
    assert!(!vault.run(&["check", "--hints"]).out.contains("note/bullet"));
    for (flag, told) in [("moment", "Priya Rao, Tom Beck"), ("support", "Priya Rao, Tom Beck")] {
        let ran = vault.run(&["debrief", &format!("--{flag}"), "whoever=x"]).ended(Exit::Failed);
        assert!(ran.err.contains(told), "{}", ran.err);
    }
}

#[test]
fn an_answer_that_does_not_fit_is_refused_before_anything_is_written() {
    let vault = vault(ONE);
    let before = vault.files();
    for (flag, value, told) in [
        ("--support", "perhaps", "yes, no, unsure or deflected"),
        ("--check-in", "pigeon", "email, phone, post or any"),
        ("--rounds-left", "several", "whole number"),
        ("--hear-by", "2025-03-01", "2025-03-04"),
    ] {
        let ran = vault.run(&["debrief", flag, value, "--held"]).ended(Exit::Failed);
        let dated = told.starts_with("2025") && ran.err.contains("March");
        assert!(ran.err.contains(told) || dated, "{flag} {value}: {}", ran.err);
    }
    assert_eq!(vault.files(), before);
}

#[test]
fn what_the_note_says_already_stays() {
    let vault =
        vault(&ONE.replace("- support: %%", "- support: unsure %%").replace("hear_by:\n", "hear_by: 2025-03-10\n"));
    let ran = vault.run(&["debrief", "--support", "yes", "--hear-by", "2025-03-14", "--clear", "yes"]);
    let ran = ran.ended(Exit::Findings);
    let text = vault.read(PATH);
    assert!(
        text.contains("- support: unsure") && text.contains("hear_by: 2025-03-10") && text.contains("- clear: yes")
    );
    assert!(ran.err.matches("says otherwise").count() == 2, "{}", ran.err);
    // What was missed can be made good.
    let late = vault.note(PATH, &ONE.replace("hear_by:\n", "hear_by: missed\n"));
    late.run(&["debrief", "--hear-by", "2025-03-14"]).fine();
    assert!(late.read(PATH).contains("hear_by: 2025-03-14\n"));
}

#[test]
fn on_a_terminal_it_asks_and_adopts_nothing_without_a_yes() {
    let vault = vault(ONE);
    let ran = vault.talk(&["debrief"], &["y", "", "", "", ""]).fine();
    for asked in [
        "Was it held?",
        "'next week': Friday 14 March? [y]",
        "'two more rounds': 2 interviews left? [y]",
        "Tom Beck: a new interviewer? [y]",
        "'send refs by Thursday': a promise for Thursday 6 March? [y]",
        "Priya Rao: What stayed with you?",
    ] {
        assert!(ran.err.contains(asked), "{asked} in {}", ran.err);
    }
    assert_eq!(vault.read(PATH), ONE.replace("state: planned", "state: held"));

    for (lines, state) in
        [(&["n", "n"][..], "state: planned"), (&["n", "y"], "state: cancelled"), (&[], "state: planned")]
    {
        let vault = self::vault(ONE);
        vault.talk(&["debrief"], lines).fine();
        assert_eq!(vault.read(PATH), ONE.replace("state: planned", state), "{lines:?}");
    }
}

#[test]
fn a_conversation_ends_in_the_note() {
    let vault = vault(ONE);
    let lines = [
        "y",                         // held
        "y",                         // next week is Friday
        "",                          // two more rounds: not adopted
        "y",                         // Tom Beck was there
        "y",                         // the promise
        "how the vans queue",        // Priya: moment
        "weekend slots",             // challenge
        "no cold chains → did two",  // concerns
        "",                          // no other
        "yes",                       // clear
        "!",                         // standing
        "-",                         // to win
        "maybe",                     // support: asked again
        "unsure, she asks her boss", // support
        "",                          // Tom: moment skipped
    ];
    let ran = vault.talk(&["debrief"], &lines).fine();
    assert!(ran.err.contains("begin with yes, no, unsure or deflected"), "{}", ran.err);
    let text = vault.read(PATH);
    for line in [
        "state: held",
        "hear_by: 2025-03-14",
        "- said when: next week %% their words %%",
        "### [[Priya Rao]]",
        "- moment: how the vans queue %% finish: I keep thinking about … %%",
        "- challenge: weekend slots",
        "- concerns: no cold chains → did two",
        "- clear: yes",
        "- standing: missed",
        "- to win: declined",
        "- support: unsure, she asks her boss %% yes, no, unsure %%",
        "- [ ] send refs by Thursday 📅 2025-03-06",
        "My own words, before.",
        "met Tom Beck too",
    ] {
        assert!(text.lines().any(|other| other == line), "{line} in {text}");
    }
    assert!(text.contains("\"[[Tom Beck]]\"") && !text.contains("rounds_left"), "{text}");
    assert!(!vault.run(&["check", "--hints", "--only", "note/bullet"]).out.contains("nobody"), "{text}");
}

#[test]
fn it_takes_the_latest_round_that_leaves_something_open() {
    // A later round is still to come, and an earlier one is done.
    let vault = TestVault::sound().today("2025-03-06");
    let ran = vault.run(&["debrief", ROUND]).fine();
    assert!(!ran.out.contains("--held"), "{}", ran.out);
    let text =
        vault.read(ROUND).replace("- challenge", "").replace("- moment:", "- challenge: night shifts\n- moment:");
    let vault = vault.note(ROUND, &text).note(
        "Rounds/2025-03-10 Harbour Glass.md",
        "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nstate: planned\ninterview_date: 2025-03-10\ninterviewers: \"[[Ines Falk]]\"\n---\n",
    );
    assert!(vault.run(&["debrief"]).fine().out.contains("nothing to write down"));
    let ran = vault.run(&["debrief", "2025-03-10"]).ended(Exit::Failed);
    assert!(ran.err.contains("Monday 10 March 2025"), "{}", ran.err);
    let vault = vault.today("2025-03-10");
    assert!(vault.run(&["debrief"]).fine().out.contains("Rounds/2025-03-10 Harbour Glass.md: not written down yet"));
    vault.run(&["debrief", "--cancelled"]).fine();
    assert!(vault.read("Rounds/2025-03-10 Harbour Glass.md").contains("state: cancelled"));
    let closed = vault.read(COMPANY).replace("status: waiting", "status: withdrawn");
    let vault = vault.note(COMPANY, &closed);
    assert!(vault.run(&["debrief"]).fine().out.contains("nothing to write down"));
}

#[test]
fn line_ends_and_byte_order_mark_stay() {
    let vault = vault(&format!("\u{feff}{}", ONE.replace('\n', "\r\n")));
    vault.run(&["debrief", "--held", "--standing", "first", "--clear", "yes", "--promise", "Call"]).fine();
    let text = vault.read(PATH);
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(
        text.starts_with('\u{feff}') && text.contains("- standing: first\r\n") && text.contains("- clear: yes\r\n")
    );
    assert!(text.contains("- [ ] Call\r\n"), "{text}");
}

#[test]
fn a_note_that_an_editor_saved_meanwhile_is_left_and_what_was_typed_is_shown() {
    let vault = vault(ONE);
    let asked = Cell::new(0);
    let saved = ONE.replace("My own words", "My newer words");
    let input = || {
        asked.set(asked.get() + 1);
        let (at, text) = (vault.root().join(PATH), &saved);
        std::fs::write(at, text).unwrap();
        (asked.get() < 8).then(|| if asked.get() == 6 { "the queue at dawn".to_owned() } else { String::new() })
    };
    let state = tempfile::tempdir().unwrap();
    let environment = Environment {
        current_dir: vault.root(),
        variable: &|name| (name == "XDG_STATE_HOME").then(|| state.path().as_os_str().to_owned()),
        clock: &|| "2025-03-04T18:00:00Z".parse().unwrap(),
        out_is_terminal: false,
        rows: &|| None,
        err_is_terminal: false,
        in_is_terminal: true,
        input: &input,
        on_signal: &|_| {},
        pause: &|| {},
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = cli::run_in(&environment, ["vault", "debrief"].map(Into::into), &mut out, &mut err);
    let (out, err) = (String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap());
    assert_eq!(exit, Exit::Findings, "{out}{err}");
    assert_eq!(vault.read(PATH), saved);
    assert!(err.contains("changed since it was read"), "{err}");
    assert!(out.contains("did not write") && out.contains("the queue at dawn"), "{out}");
}
