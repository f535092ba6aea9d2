//! What holds for every command: exit codes, streams, finding the vault, the day, reading without writing.

use std::io::{self, Write};

use chrono::NaiveTime;
use interview_vault::cli::{self, Environment, Exit};
use serde_json::Value;

use crate::desk::TestVault;
use crate::notes::day;

const ROUND: &str = "Rounds/2025-03-04 Northgate Dairy.md";

/// A first round with only company, date, interviewer and state.
fn fresh() -> TestVault {
    TestVault::new().note("Companies/Northgate Dairy.md", "---\ntype: company\n---\n").note(
        ROUND,
        "---\ntype: round\ncompany: \"[[Northgate Dairy]]\"\ninterview_date: 2025-03-04\ninterviewers:\n  - \"[[Priya Rao]]\"\nstate: held\n---\n",
    )
}

#[test]
fn commands_that_read_write_nothing() {
    let vault = fresh().today("2025-03-06");
    let before = vault.files();
    for args in [
        &["check"][..],
        &["check", "--hints", "--format", "json"],
        &["agenda", "--no-write"],
        &["agenda", "--dry-run", "--format", "json"],
        &["agenda", "--today", "2025-03-05"],
        &["build", "--dry-run"],
        &["letters"],
        &["prep", "2025-03-04"],
        &["status"],
        &["status", "Northgate", "--format", "json"],
        &["status", "--week"],
        &["report"],
        &["report", "--redact"],
        &["find", "dairy"],
        &["debrief"],
        &["explain", "close/hear-by"],
        &["explain", "Close"],
        &["rules"],
    ] {
        let ran = vault.run(args);
        assert_ne!(ran.exit, Exit::Failed, "{args:?}: {}", ran.err);
        assert_eq!(vault.files(), before, "{args:?}");
    }
    // The control: a command that means to write does.
    vault.run(&["build"]).fine();
    assert_ne!(vault.files(), before);
}

#[test]
fn building_twice_writes_nothing_the_second_time() {
    let vault = fresh().today("2025-03-05");
    vault.run(&["build"]).fine();
    let first = vault.files();
    assert!(first.contains_key("Agenda.md"));
    assert!(first.contains_key("Letters/2025-03-04 Priya Rao thank-you-email.md"), "{:?}", first.keys());
    let times = modified(&vault);
    assert_eq!(vault.run(&["build", "--dry-run"]).fine().out, "");
    vault.run(&["build"]).fine();
    vault.run(&["agenda"]).fine();
    assert_eq!(vault.files(), first);
    assert_eq!(modified(&vault), times);
}

#[expect(clippy::disallowed_methods, reason = "what is tested is what lies on disk")]
fn modified(vault: &TestVault) -> Vec<std::time::SystemTime> {
    let paths = vault.files().into_keys();
    paths.map(|path| std::fs::metadata(vault.root().join(path)).unwrap().modified().unwrap()).collect()
}

#[test]
fn exit_codes_follow_the_findings_and_the_level_asked_for() {
    let vault = fresh().today("2025-03-06");
    for (args, exit) in [
        (&["check"][..], Exit::Findings),
        (&["check", "--only", "close/decider"], Exit::Fine),
        (&["check", "--only", "close/decider", "--fail-on", "warning"], Exit::Findings),
        (&["check", "--only", "close/standing", "--fail-on", "warning"], Exit::Fine),
        (&["check", "--only", "close/standing", "--fail-on", "hint"], Exit::Findings),
        (&["check", "Companies"], Exit::Fine),
        (&["check", ROUND], Exit::Findings),
        (&["check", "--only", "close/standng"], Exit::Failed),
        (&["check", "Nowhere"], Exit::Failed),
        (&["check", "--frobnicate"], Exit::Failed),
        (&["frobnicate"], Exit::Failed),
        (&["explain", "close/hearby"], Exit::Failed),
        (&["agenda", "--company", "Southgate"], Exit::Failed),
        (&["check", "--today", "2025-02-30"], Exit::Failed),
        (&["--version"], Exit::Fine),
        (&["version"], Exit::Fine),
        (&["check", "--help"], Exit::Fine),
    ] {
        let ran = vault.run(args);
        assert_eq!(ran.exit, exit, "{args:?}: {}{}", ran.out, ran.err);
        assert_eq!(ran.exit == Exit::Failed, ran.out.is_empty(), "results and errors do not mix: {args:?}");
        assert_eq!(ran.exit == Exit::Failed, !ran.err.is_empty(), "{args:?}: {}", ran.err);
    }
}

#[test]
fn a_wrong_name_is_answered_with_the_nearest() {
    let vault = fresh();
    for (args, near) in [
        (&["check", "--only", "close/standng"][..], "close/standing"),
        (&["explain", "close/hearby"], "close/hear-by"),
        (&["explain", "interview_dat"], "interview_date"),
        (&["explain", "Clse"], "Close"),
        (&["agenda", "--company", "Northgate Dary"], "Northgate Dairy"),
        (&["chek"], "check"),
        (&["check", "--formt", "json"], "--format"),
    ] {
        assert!(vault.run(args).err.contains(near), "{args:?}");
    }
}

#[test]
fn the_vault_is_found_from_below_and_by_name() {
    let vault = fresh().note("Rounds/deep/er.md", "").today("2025-03-06");
    let whole = vault.run(&["check", "--format", "json"]).out;
    let vault = vault.in_folder("Rounds/deep");
    assert_eq!(vault.run(&["check", "--format", "json"]).out, whole);
    assert_eq!(vault.run(&["-C", "../..", "check", "--format", "json"]).out, whole);
    assert_eq!(vault.run(&["check", "--vault", "../..", "--format", "json"]).out, whole);
    // A path counts from where one stands, else from the root.
    assert_eq!(vault.run(&["check", "../2025-03-04 Northgate Dairy.md"]).exit, Exit::Findings);
    assert_eq!(vault.run(&["check", ROUND]).exit, Exit::Findings);
    assert_eq!(vault.run(&["check", "--vault", "."]).exit, Exit::Failed);
    // A link to the vault is a way into it, and none out of it.
    #[cfg(unix)]
    {
        let other = TestVault::nowhere();
        std::os::unix::fs::symlink(vault.root(), other.root().join("way")).unwrap();
        let note = |from: &TestVault| from.root().join("way").join(ROUND).display().to_string();
        assert_eq!(vault.run(&["check", &note(&other)]).exit, Exit::Findings);
        let outside = vault.run(&["check", &other.root().display().to_string()]).ended(Exit::Failed);
        assert!(outside.err.contains("outside the vault"), "{}", outside.err);
    }
    let nowhere = TestVault::nowhere().run(&["check"]).ended(Exit::Failed);
    assert!(nowhere.err.contains("vault init"), "{}", nowhere.err);
}

#[test]
fn a_configuration_that_cannot_be_used_ends_with_line_and_nearest() {
    let vault = TestVault::new()
        .note("vault.toml", "weekend = [\"sat\"]\nthank = \"all\"\n[rules]\n\"close/hear\" = \"off\"\n");
    let ran = vault.run(&["check"]).ended(Exit::Failed);
    assert!(ran.err.contains("vault.toml:2:1") && ran.err.contains("`thanks`"), "{}", ran.err);
    assert!(ran.err.contains("vault.toml:4:1"), "{}", ran.err);
}

#[test]
fn today_is_the_flag_then_the_source_date_then_the_clock_in_the_vaults_zone() {
    let today = |vault: &TestVault, args: &[&str]| {
        let args: Vec<&str> = ["agenda", "--no-write", "--format", "json"].iter().chain(args).copied().collect();
        let json: Value = serde_json::from_str(&vault.run(&args).fine().out).unwrap();
        json["today"].as_str().unwrap().to_owned()
    };
    let zoned = TestVault::new().note("vault.toml", "timezone = \"Pacific/Kiritimati\"\n").today("2025-03-06");
    // Noon in Greenwich is two in the morning of the next day there.
    assert_eq!(today(&zoned, &[]), "2025-03-07");
    assert_eq!(today(&zoned, &["--today", "2024-02-29"]), "2024-02-29");
    let dated = zoned.variable("SOURCE_DATE_EPOCH", "1741262400");
    assert_eq!(today(&dated, &[]), "2025-03-07");
    let wrong = dated.variable("SOURCE_DATE_EPOCH", "soon");
    assert!(wrong.run(&["check"]).ended(Exit::Failed).err.contains("SOURCE_DATE_EPOCH"));
}

#[test]
fn colour_is_a_matter_of_flag_variables_and_terminal() {
    let vault = fresh().today("2025-03-06");
    let coloured = |vault: &TestVault, args: &[&str]| vault.run(args).out.contains('\u{1b}');
    assert!(!coloured(&vault, &["check"]));
    assert!(coloured(&vault, &["check", "--color", "always"]));
    let forced = vault.variable("CLICOLOR_FORCE", "1");
    assert!(coloured(&forced, &["check"]));
    assert!(!coloured(&forced, &["check", "--color", "never"]));
    let plain = forced.variable("NO_COLOR", "1");
    assert!(!coloured(&plain, &["check"]));
    assert!(coloured(&plain, &["check", "--color", "always"]));
}

#[test]
fn what_comes_from_a_note_reaches_no_terminal_raw() {
    let vault = TestVault::new().today("2025-03-06").note(
        "Rounds/r.md",
        "---\ntype: round\ncompany: \"[[\u{1b}]0;x\u{7}\u{202e}evil]]\"\ninterview_date: 2025-03-04\nstate: \"he\u{9b}ld\"\n---\n",
    );
    for args in [
        &["check", "--hints"][..],
        &["check", "--hints", "--format", "concise"],
        &["check", "--format", "json"],
        &["agenda", "--no-write"],
        &["agenda", "--no-write", "--format", "markdown"],
        &["agenda", "--no-write", "--format", "json"],
        &["check", "--only", "\u{1b}[31m"],
    ] {
        let ran = vault.run(args);
        for text in [&ran.out, &ran.err] {
            let raw = text.chars().find(|c| c.is_control() && *c != '\n' || ('\u{202a}'..='\u{202e}').contains(c));
            assert_eq!(raw, None, "{args:?}: {text:?}");
        }
    }
}

/// A stream whose reader has gone.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let vault = fresh();
    let environment = Environment {
        current_dir: vault.root(),
        variable: &|_| None,
        clock: &|| day("2025-03-06").and_time(NaiveTime::MIN).and_utc(),
        out_is_terminal: false,
        rows: &|| None,
        err_is_terminal: false,
        in_is_terminal: false,
        input: &|| None,
        on_signal: &|_| {},
        pause: &|| {},
    };
    for args in [&["vault", "check"][..], &["vault", "--help"], &["vault", "rules"]] {
        let exit = cli::run_in(&environment, args.iter().map(Into::into), &mut Closed, &mut Vec::new());
        assert_eq!(exit, Exit::Fine, "{args:?}");
    }
}

#[test]
fn check_as_json_is_version_1() {
    let json: Value =
        serde_json::from_str(&fresh().today("2025-03-06").run(&["check", "--format", "json"]).out).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["today"], "2025-03-06");
    assert_eq!(json["complete"], true);
    assert_eq!(json["notes"]["round"], 1);
    assert_eq!(json["notes"]["other"], 0);
    let findings = json["findings"].as_array().unwrap();
    let thanks = findings.iter().find(|finding| finding["rule"] == "thank/next-day").unwrap();
    assert_eq!(thanks["severity"], "error");
    assert_eq!(thanks["path"], ROUND);
    assert_eq!((&thanks["line"], &thanks["column"]), (&1.into(), &1.into()));
    assert_eq!((&thanks["company"], &thanks["round"]), (&"Northgate Dairy".into(), &1.into()));
    assert_eq!((&thanks["person"], &thanks["due"]), (&"Priya Rao".into(), &"2025-03-05".into()));
    assert_eq!(thanks["fixable"], false);
    for (severity, count) in json["counts"].as_object().unwrap() {
        let counted = findings.iter().filter(|finding| finding["severity"] == severity.as_str()).count();
        assert_eq!(count, counted, "{severity}");
    }
    let key = |finding: &Value| {
        (
            finding["path"].to_string(),
            finding["line"].as_u64(),
            finding["rule"].to_string(),
            finding["person"].is_string(),
            finding["person"].to_string(),
        )
    };
    assert!(findings.is_sorted_by_key(key));
}

#[test]
fn a_ticked_box_counts_as_done_and_is_recorded_by_the_next_build() {
    let vault = fresh().today("2025-03-06");
    vault.run(&["build"]).fine();
    let agenda = vault.read("Agenda.md");
    let line = agenda.lines().find(|line| line.contains("Thank Priya Rao") && line.starts_with("- [ ]")).unwrap();
    let ticked = agenda.replace(line, &line.replace("- [ ]", "- [x]")) + "\nMy own words.\n";
    let vault = vault.note("Agenda.md", &ticked);
    let check = vault.run(&["check", "--only", "thank/next-day"]).fine();
    assert!(check.err.contains("1 tick"), "{}", check.err);
    // A day later it is taken in; the words around are still there.
    let vault = vault.today("2025-03-07");
    vault.run(&["build"]).fine();
    let rebuilt = vault.read("Agenda.md");
    assert!(rebuilt.contains("Friday 7 March 2025"), "{rebuilt}");
    assert!(!rebuilt.contains("Thank Priya Rao by e-mail"), "{rebuilt}");
    assert!(rebuilt.ends_with("My own words.\n"));
}

#[test]
fn what_was_changed_by_hand_in_the_agenda_is_left() {
    let vault = fresh().today("2025-03-06");
    vault.run(&["build"]).fine();
    let mine = vault.read("Agenda.md").replace("Thank Priya Rao", "Ring up Priya Rao");
    let vault = vault.note("Agenda.md", &mine).today("2025-03-07");
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert!(ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(vault.read("Agenda.md"), mine);
    vault.run(&["build", "--force"]).fine();
    assert!(vault.read("Agenda.md").contains("Thank Priya Rao"));
    let own = TestVault::new().note("Agenda.md", "# My own plan\n");
    assert!(own.run(&["build"]).ended(Exit::Findings).err.contains("[folders]"));
    assert_eq!(own.read("Agenda.md"), "# My own plan\n");
}

#[test]
fn a_difference_can_be_seen_before_it_is_made() {
    const DRAFT: &str = "Letters/2025-03-04 Priya Rao thank-you-email.md";
    let vault = fresh().today("2025-03-05");
    let shown = vault.run(&["build", "--diff"]).fine().out;
    assert!(shown.contains(&format!("--- /dev/null\n+++ b/{DRAFT}\n@@ -0,0 +1,")), "{shown}");
    assert!(shown.contains("+type: letter\n"), "{shown}");
    assert!(!vault.files().contains_key(DRAFT));
    vault.run(&["build"]).fine();
    assert_eq!(vault.run(&["build", "--diff"]).fine().out, "");
    assert_eq!(vault.run(&["letters", "--diff"]).fine().out, "");
    // What the user's hand changed is left, and what would come is shown.
    let agenda = vault.read("Agenda.md").replace("Thank", "Ring up");
    let letter = vault.read(DRAFT).replace("Dear Priya Rao,", "Hello Priya,");
    let vault = vault.note("Agenda.md", &agenda).note(DRAFT, &letter);
    let before = vault.files();
    let shown = vault.run(&["build", "--diff"]).fine().out;
    assert!(shown.contains("\n-- [ ] Ring up") && shown.contains("\n+- [ ] Thank"), "{shown}");
    let shown = vault.run(&["letters", "--diff"]).fine().out;
    assert!(shown.starts_with(&format!("--- a/{DRAFT}\n+++ b/{DRAFT}\n")), "{shown}");
    assert!(shown.contains("\n-Hello Priya,\n") && shown.contains("\n+Dear Priya Rao,\n"), "{shown}");
    assert_eq!(vault.files(), before);
    // Our own fingerprint is no news, neither of a letter that is left nor of one that is refreshed.
    let vault = vault.note(DRAFT, &letter.replace("Dear", "Hello").replace("fingerprint: 1-", "fingerprint: 1-0"));
    let shown = vault.run(&["letters", "--diff"]).fine().out;
    assert!(shown.contains("@@ ") && !shown.contains("-fingerprint") && !shown.contains("+fingerprint"), "{shown}");
}

#[test]
fn no_draft_is_removed_while_a_note_cannot_be_read() {
    const DRAFT: &str = "Letters/2025-03-04 Priya Rao thank-you-email.md";
    let vault = fresh().today("2025-03-05");
    vault.run(&["build"]).fine();
    let round = vault.read(ROUND);
    // The round cannot be read: its duties are not to be seen, and not gone.
    let vault = vault.note(ROUND, &round.replace("state: held", "state: \"held"));
    vault.run(&["build"]).fine();
    assert!(vault.files().contains_key(DRAFT));
    // The control: once it reads again, and says that thanks were sent, the draft goes.
    let thanked = round.replace("state: held\n---\n", "state: held\n---\n## Log\n- 2025-03-05 email thank-you\n");
    let vault = vault.note(ROUND, &thanked);
    vault.run(&["build"]).fine();
    assert!(!vault.files().contains_key(DRAFT), "{:?}", vault.files().keys());
}

#[test]
fn no_letters_at_all_are_the_beginning_of_no_name() {
    // As a script says it whose variable is empty, where one round, one company, one person would be the only ones meant.
    let vault = TestVault::sound();
    let before = vault.files();
    for args in [
        &["outcome", "", "cancelled"][..],
        &["log", " ", "2025-03-06 email status"],
        &["prep", "[[]]"],
        &["status", ""],
        &["agenda", "--company", ""],
        &["new", "round", "Second", "--company", "Harbour Glass", "--with", ""],
        &["letters", "export", "", "--to", "txt"],
        &["sent", ""],
        &["done", ""],
    ] {
        let ran = vault.run(args);
        assert_eq!(ran.exit, Exit::Failed, "{args:?}: {}{}", ran.out, ran.err);
        assert!(!ran.err.is_empty() && ran.out.is_empty(), "{args:?}: {}", ran.out);
    }
    assert_eq!(vault.files(), before);
    vault.run(&["outcome", "2025", "cancelled"]).ended(Exit::Fine);
}

#[test]
fn a_path_may_be_typed_in_another_case_or_unicode_form() {
    let text = fresh().read(ROUND);
    let vault = fresh().note("Rounds/Cafe\u{301}/Mu\u{308}ller.md", &text.replace("Northgate", "Nowhere"));
    let shown = |path: &str| {
        let ran = vault.run(&["check", path, "--format", "concise", "--fail-on", "error"]);
        assert_ne!(ran.exit, Exit::Failed, "{path}: {}", ran.err);
        ran.out
    };
    let exact = shown("Rounds/Cafe\u{301}/Mu\u{308}ller.md");
    assert!(exact.contains("ller.md:"), "{exact}");
    for path in ["Rounds/Caf\u{e9}/M\u{fc}ller.md", "rounds/CAF\u{c9}", "Rounds/Cafe\u{301}/"] {
        assert_eq!(shown(path), exact, "{path}");
    }
    vault.run(&["check", "Rounds/Cafe"]).ended(Exit::Failed);
}
