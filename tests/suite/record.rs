//! Commands that write down what happened: `hold`, `waive`, `log`, `outcome`.

use interview_vault::checklist::example::{COMPANY, PERSON, ROUND};
use interview_vault::cli::Exit;
use serde_json::Value;

use crate::desk::TestVault;

const NAME: &str = "2025-03-04 Harbour Glass";

/// The sound vault, in which Ines Falk was not thanked yet; on the day after the interview.
fn unthanked() -> TestVault {
    let vault = TestVault::sound().today("2025-03-05");
    let text = vault.read(ROUND).replace(
        "- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n",
        "- 2025-03-04 phone other from [[Ines Falk]]: on the way\n",
    );
    vault.note(ROUND, &text)
}

/// The id of the agenda's item of that rule.
fn id_of(vault: &TestVault, rule: &str) -> String {
    let json: Value =
        serde_json::from_str(&vault.run(&["agenda", "--no-write", "--format", "json"]).fine().out).unwrap();
    let items = json["items"].as_array().unwrap();
    let item = items.iter().find(|item| item["rule"] == rule).unwrap_or_else(|| panic!("no {rule} in {json:#}"));
    item["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_duty_is_held_until_a_day() {
    let vault = unthanked();
    let id = id_of(&vault, "thank/next-day");
    let before = vault.read(ROUND);
    let ran = vault.run(&["hold", &id[..4], "--until", "2025-03-10", "--because", "she is away all week"]).fine();
    let entry = "hold:\n  - thank/next-day for Ines Falk until 2025-03-10 because she is away all week\n---\n";
    assert_eq!(vault.read(ROUND), before.replacen("said_match: true\n---\n", &format!("said_match: true\n{entry}"), 1));
    assert!(ran.out.contains(ROUND) && ran.err.contains("Monday 10 March 2025"), "{ran:?}");
    let agenda = vault.run(&["agenda", "--no-write", "--format", "json"]).fine().out;
    let json: Value = serde_json::from_str(&agenda).unwrap();
    assert_eq!(json["held"][0]["until"], "2025-03-10");

    // Once more writes nothing; another day takes the place of the first.
    let held = vault.read(ROUND);
    vault.run(&["hold", &id, "--until", "2025-03-10", "--because", "she is away all week"]).fine();
    assert_eq!(vault.read(ROUND), held);
    vault.run(&["hold", &id, "--until", "next wednesday", "--because", "she is still away"]).fine();
    assert!(vault.read(ROUND).contains("until 2025-03-12 because she is still away"), "{}", vault.read(ROUND));
    assert!(!vault.read(ROUND).contains("2025-03-10 because"));
}

#[test]
fn what_cannot_rest_is_refused_with_the_reason() {
    let vault = unthanked().today("2025-03-05");
    let id = id_of(&vault, "thank/next-day");
    let text = vault.read(ROUND).replace("- standing: among the first two\n", "");
    let vault = vault.note(ROUND, &text);
    let fault = vault.run(&["check", "--format", "json"]).out;
    assert!(fault.contains("close/standing"), "{fault}");
    let before = vault.files();
    for (args, told) in [
        (&["hold", &id, "--until", "2025-03-05", "--because", "she is away"][..], "not after today"),
        (&["hold", &id, "--until", "2025-02-30", "--because", "she is away"], "names no day"),
        (&["hold", &id, "--until", "2025-03-10", "--because", "not now"], "three words"),
        (&["hold", "ab", "--until", "2025-03-10", "--because", "she is away"], "too short"),
        (&["hold", "zzzzzzzz", "--until", "2025-03-10", "--because", "she is away"], "no item"),
        (&["waive", "close/standng", NAME, "--because", "no time was left"], "`close/standing`"),
        (&["waive", "note/front-matter", NAME, "--because", "no time was left"], "cannot be waived"),
        (&["waive", "close/standing", NAME, "--because", "no time"], "three words"),
        (&["waive", "close/standing", "2025-03-04 Harbor Glass", "--because", "no time was left"], NAME),
        (&["waive", "close/standing", NAME, "--for", "Ines Flak", "--because", "no time was left"], "Ines Falk"),
    ] {
        let ran = vault.run(args).ended(Exit::Failed);
        assert!(ran.err.contains(told), "{args:?}: {}", ran.err);
    }
    assert_eq!(vault.files(), before);
}

#[test]
fn a_fault_has_no_day_to_wait_for() {
    let vault = TestVault::sound();
    let text = vault.read(ROUND).replace("- standing: among the first two\n", "");
    let vault = vault.note(ROUND, &text);
    // Rule, company, round and person, as in the agenda's ids.
    let id = fault_id(&["close/standing", "Harbour Glass", "1", "Ines Falk"]);
    let ran = vault.run(&["hold", &id, "--until", "2025-03-10", "--because", "she is away"]).ended(Exit::Failed);
    assert!(ran.err.contains("close/standing is a fault") && ran.err.contains("vault waive"), "{}", ran.err);
}

fn fault_id(parts: &[&str]) -> String {
    interview_vault::disk::hash(parts.join("\n").as_bytes())[..8].to_owned()
}

#[test]
fn a_rule_is_waived_where_it_is_named() {
    for (note, path, person, entry) in [
        (NAME, ROUND, None, "close/standing because no time was left"),
        ("harbour", COMPANY, None, "close/standing because no time was left"),
        ("Ines Falk", PERSON, None, "close/standing because no time was left"),
        ("Companies/Harbour Glass.md", COMPANY, Some("ines"), "close/standing for Ines Falk because no time was left"),
    ] {
        let vault = TestVault::sound();
        let text = vault.read(ROUND).replace("- standing: among the first two\n", "");
        let vault = vault.note(ROUND, &text);
        let mut args = vec!["waive", "close/standing", note, "--because", "no time  was left"];
        args.extend(person.into_iter().flat_map(|person| ["--for", person]));
        let preview = vault.run(&[&args[..], &["--dry-run"]].concat()).fine();
        assert!(preview.out.contains(entry), "{preview:?}");
        assert!(!vault.read(path).contains("waive"), "{note}");
        vault.run(&args).fine();
        assert!(vault.read(path).contains(&format!("waive:\n  - {entry}\n---\n")), "{}", vault.read(path));
        assert!(!vault.run(&["check", "--hints"]).out.contains("close/standing"));
        let written = vault.files();
        vault.run(&args).fine();
        assert_eq!(vault.files(), written);
    }
}

#[test]
fn a_reason_of_fear_is_kept_and_met_with_a_word() {
    let vault = TestVault::sound();
    let ran = vault.run(&["waive", "close/support", NAME, "--because", "it would have sounded pushy"]).fine();
    assert!(ran.err.contains("nerves"), "{}", ran.err);
    assert!(vault.read(ROUND).contains("sounded pushy"));
}

#[test]
fn a_contact_is_logged() {
    for (text, line) in [
        ("email thank-you to [[Ines Falk]]: short", "- 2025-03-05 email thank-you to [[Ines Falk]]: short"),
        ("yesterday called status", "- 2025-03-04 called status"),
        ("2025-03-04 phone other from [[Ines Falk]]", "- 2025-03-04 phone other from [[Ines Falk]]"),
        ("* met other: in  the tram", "- 2025-03-05 met other: in the tram"),
    ] {
        let vault = unthanked();
        let before = vault.read(ROUND);
        vault.run(&["log", NAME, text]).fine();
        let expected = if before.lines().any(|other| other == line) { before } else { format!("{before}{line}\n") };
        assert_eq!(vault.read(ROUND), expected, "{text}");
        vault.run(&["log", NAME, text]).fine();
        assert_eq!(vault.read(ROUND), expected, "{text}");
    }
    let vault = unthanked();
    vault.run(&["log", NAME, "email thanks"]).fine();
    assert!(!vault.run(&["check"]).out.contains("thank/next-day"));
}

#[test]
fn what_the_log_could_not_read_is_refused() {
    let vault = unthanked();
    let before = vault.files();
    for (text, told) in [
        ("thanked [[Ines Falk]]", "no known channel"),
        ("emailed [[Ines Falk]]", "no known purpose"),
        ("2025-02-30 emailed thanks", "no readable date"),
        ("2025-03-06 emailed thanks", "2025-03-05"),
        ("2025-03-03 emailed thanks", "2025-03-04"),
    ] {
        let ran = vault.run(&["log", NAME, text]).ended(Exit::Failed);
        assert!(ran.err.contains("not written"), "{text}: {}", ran.err);
        let why = ran.err.contains(told) || told.starts_with("2025") && ran.err.contains("March");
        assert!(why, "{text}: {}", ran.err);
    }
    assert_eq!(vault.files(), before);
    let several = vault.read(ROUND).replace(
        "interviewers: [\"[[Ines Falk]]\"]\nhear_by",
        "interviewers: [\"[[Ines Falk]]\", \"[[Olga Brand]]\"]\nhear_by",
    );
    let vault = vault.note(ROUND, &several);
    assert!(vault.run(&["log", NAME, "emailed thanks"]).ended(Exit::Failed).err.contains("several people"));
    let stranger = vault.run(&["log", NAME, "email other to [[Ines Flak]]"]).fine();
    assert!(stranger.err.contains("Ines Falk"), "{}", stranger.err);
}

#[test]
fn an_outcome_is_written_in_the_round_and_its_company() {
    for (outcome, on, round, company) in [
        ("held", None, "", ""),
        ("cancelled", None, "state: cancelled", ""),
        ("advanced", None, "result: advanced", "status: interviewing"),
        ("rejected", None, "result: rejected", "status: rejected|decided_on: 2025-03-06"),
        ("rejected", Some("yesterday"), "result: rejected", "status: rejected|decided_on: 2025-03-05"),
        ("offer", Some("2025-03-05"), "result: offer", "status: offer|decided_on: 2025-03-05"),
    ] {
        let vault = TestVault::sound();
        let mut args = vec!["outcome", NAME, outcome];
        args.extend(on.into_iter().flat_map(|on| ["--on", on]));
        vault.run(&args).fine();
        let lines = |path: &str, expected: &str| {
            let text = vault.read(path);
            for line in expected.split('|').filter(|line| !line.is_empty()) {
                assert_eq!(text.lines().filter(|other| *other == line).count(), 1, "{outcome}: {line} in {text}");
            }
        };
        lines(ROUND, round);
        lines(COMPANY, company);
        let written = vault.files();
        // The day after, too: what is written stands.
        let again = vault.today("2025-03-07").run(&["outcome", NAME, outcome]);
        assert!(again.out.contains("nothing to write"), "{again:?}");
        assert_eq!(TestVault::sound().files().len(), written.len());
    }
}

#[test]
fn an_offer_is_a_word_from_them_on_a_round_that_nobody_marked_as_held() {
    let vault = TestVault::sound().today("2025-03-20");
    let silent = vault.run(&["status"]).fine().out;
    assert!(silent.contains("nothing heard"), "{silent}");
    let unmarked = vault.read(ROUND).replace("state: held\n", "");
    let vault = vault.note(ROUND, &unmarked);
    vault.run(&["outcome", NAME, "offer"]).fine();
    assert!(vault.read(ROUND).contains("state: held\n"));
    let heard = vault.run(&["status"]).fine().out;
    assert!(heard.contains("heard from them today") && !heard.contains("nothing heard"), "{heard}");
}

#[test]
fn a_planned_round_is_held_advanced_or_cancelled() {
    let planned = || {
        let vault = TestVault::sound();
        vault.note(
            "Rounds/2025-03-10 Harbour Glass.md",
            "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nstate: planned # we hope\ninterview_date: 2025-03-10\ninterviewers: \"[[Ines Falk]]\"\n---\n",
        )
    };
    let path = "Rounds/2025-03-10 Harbour Glass.md";
    let vault = planned().today("2025-03-07");
    let before = vault.files();
    for outcome in ["held", "advanced", "offer"] {
        let ran = vault.run(&["outcome", path, outcome]).ended(Exit::Failed);
        assert!(ran.err.contains("Monday 10 March 2025"), "{}", ran.err);
    }
    vault.run(&["outcome", path, "cancelled", "--on", "2025-03-08"]).ended(Exit::Failed);
    vault.run(&["outcome", path, "cancelled", "--dry-run"]).fine();
    assert_eq!(vault.files(), before);
    vault.run(&["outcome", path, "rejected"]).fine();
    assert!(vault.read(path).contains("state: cancelled # we hope") && !vault.read(path).contains("result"));
    assert!(vault.read(COMPANY).contains("status: rejected"));

    let vault = planned().today("2025-03-10").in_folder("Rounds");
    let ran = vault.run(&["outcome", "2025-03-10", "held"]).fine();
    assert!(ran.out.contains("state: held"), "{ran:?}");
    assert!(vault.read(path).contains("state: held # we hope"));
    assert!(vault.run(&["outcome", "2025-03", "held"]).ended(Exit::Failed).err.contains("could be"));
    // What came of the first round does not say how the application stands after the second.
    vault.run(&["outcome", "2025-03-04 Harbour Glass.md", "advanced"]).fine();
    assert!(vault.read(COMPANY).contains("status: waiting"));
}

#[test]
fn what_the_candidate_decided_stands() {
    let vault = TestVault::sound();
    let text = vault.read(COMPANY).replace("status: waiting", "status: withdrawn\ndecided_on: 2025-03-05");
    let vault = vault.note(COMPANY, &text);
    let ran = vault.run(&["outcome", NAME, "rejected"]).fine();
    assert!(vault.read(ROUND).contains("result: rejected") && ran.err.contains("stays"), "{}", ran.err);
    assert_eq!(vault.read(COMPANY), text);
}
