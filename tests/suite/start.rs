//! `vault init`: what it leaves on disk, and what the checklist says to it.
#![expect(clippy::disallowed_methods, reason = "what is tested here is what commands leave on disk")]

use std::collections::BTreeMap;
use std::fs;

use interview_vault::cli::Exit;
use interview_vault::model::Config;
use interview_vault::parse::config;
use interview_vault::{checklist, start};

use crate::desk::TestVault;
use crate::notes::day;

/// What `vault check` finds, as `rule path`, on the day of the vault or on another.
fn found(vault: &TestVault, more: &[&str]) -> Vec<(String, String, String)> {
    let ran = vault.run(&[&["check", "--format", "json"], more].concat());
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{ran:#?}"));
    let text = |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let findings = json["findings"].as_array().unwrap().iter();
    findings.map(|one| (text(one, "rule"), text(one, "path"), text(one, "message"))).collect()
}

pub(crate) fn rules(vault: &TestVault) -> Vec<String> {
    found(vault, &[]).into_iter().map(|(rule, path, _)| format!("{rule} {path}")).collect()
}

pub(crate) fn begun() -> TestVault {
    let vault = TestVault::nowhere();
    vault.run(&["init", "--name", "Nora Whitlock"]).fine();
    vault
}

#[test]
fn a_new_vault_is_whole_and_sound() {
    let vault = TestVault::nowhere().today("2026-03-12");
    let ran = vault.run(&["init", "--name", "Nora Whitlock"]).fine();
    let files = vault.files();
    let paths: Vec<&str> = files.keys().map(String::as_str).collect();
    let expected = [
        ".gitattributes",
        ".gitignore",
        "Me.md",
        "Templates/company.md",
        "Templates/contact.md",
        "Templates/interviewer.md",
        "Templates/round.md",
        "Templates/testimonial.md",
        "Views/Brag book.base",
        "Views/Letters.base",
        "Views/People.base",
        "Views/Pipeline.base",
        "Views/Rounds.base",
        "vault.toml",
    ];
    assert_eq!(paths, expected);
    for folder in ["Companies", "Interviewers", "Rounds", "Contacts", "Testimonials", "Letters", "Sheets"] {
        assert!(vault.root().join(folder).is_dir(), "{folder}");
    }
    assert!(files["vault.toml"].contains("\nsince = \"2026-03-12\"\n"));
    assert!(files["Me.md"].contains("\nfull_name: Nora Whitlock\n"));
    assert_eq!(files[".gitattributes"], include_str!("../../example-vault/.gitattributes"));
    assert_eq!(files[".gitignore"], include_str!("../../example-vault/.gitignore"));
    assert!(ran.out.contains("created  Me.md\n") && ran.out.contains("\n  3. vault agenda\n"), "{}", ran.out);
    // The templates are no notes, and what the candidate's note leaves open is no more than a duty or a hint.
    assert_eq!(vault.run(&["check", "--format", "concise"]).fine().out.matches("error[").count(), 0);
}

#[test]
fn a_second_time_writes_nothing() {
    let vault = begun();
    let before = vault.files();
    let ran = vault.run(&["init"]).fine();
    assert_eq!(vault.files(), before);
    assert!(ran.out.contains("Nothing to do"), "{ran:?}");
    // Under whatever name the candidate's note lies.
    fs::rename(vault.root().join("Me.md"), vault.root().join("Nora.md")).unwrap();
    vault.run(&["init"]).fine();
    assert!(!vault.files().contains_key("Me.md"));
}

#[test]
fn what_is_there_stays() {
    let vault = TestVault::nowhere().note("Me.md", "mine\n").note(".gitignore", "secret/\n");
    let ran = vault.run(&["init", "--no-input"]).fine();
    assert_eq!(vault.read("Me.md"), "mine\n");
    assert_eq!(vault.read(".gitignore"), "secret/\n");
    assert!(ran.err.contains("left as it was: Me.md, .gitignore"), "{ran:?}");
    // Settings that were there say where things go.
    let vault = TestVault::nowhere().note("vault.toml", "templates = \"Forms\"\n[folders]\nround = \"Talks\"\n");
    vault.run(&["init"]).fine();
    assert!(vault.files().contains_key("Forms/round.md") && vault.root().join("Talks").is_dir());
    assert!(!vault.root().join("Rounds").exists());
}

/// Where the system itself takes both for one, what is there simply stays.
#[cfg(target_os = "linux")]
#[test]
fn what_differs_only_in_case_is_said_and_not_counted_as_made() {
    let vault = TestVault::nowhere().note("me.md", "mine\n").note("rounds/x.md", "x\n");
    let ran = vault.run(&["init", "--name", "Nora"]).ended(Exit::Findings);
    assert!(ran.err.contains("`me.md`") && ran.err.contains("`rounds`"), "{ran:?}");
    assert!(!ran.out.contains("Me.md\n") && !ran.out.contains("Rounds/\n"), "{ran:?}");
    assert!(vault.files().contains_key("vault.toml"));
}

#[test]
fn a_dry_run_only_says_what_would_be_made() {
    let vault = TestVault::nowhere();
    let ran = vault.run(&["init", "deep/search", "--dry-run"]).fine();
    assert!(ran.out.contains("create  Rounds/\n") && ran.out.contains("create  vault.toml\n"), "{ran:?}");
    assert_eq!(vault.files(), BTreeMap::new());
    assert!(!vault.root().join("deep").exists());
    let ran = vault.run(&["init", "deep/search", "--name", "N"]).fine();
    assert!(ran.out.contains("Next, in deep/search:"), "{ran:?}");
    assert!(vault.files().contains_key("deep/search/vault.toml"));
}

#[test]
fn a_vault_in_a_vault_or_in_a_file_is_not_made() {
    let vault = begun();
    let ran = vault.run(&["init", "Rounds"]).ended(Exit::Failed);
    assert!(ran.err.contains("lies in the vault"), "{ran:?}");
    let file = TestVault::nowhere().note("x.md", "");
    assert!(file.run(&["init", "x.md"]).ended(Exit::Failed).err.contains("is a file"));
}

#[test]
fn the_name_is_asked_for_where_somebody_can_answer() {
    let vault = TestVault::nowhere().answering(&["  Nora Whitlock "]);
    let ran = vault.run(&["init"]).fine();
    assert!(ran.err.contains("Your name"), "{ran:?}");
    assert!(vault.read("Me.md").contains("\nfull_name: Nora Whitlock\n"));
    for (vault, args) in [
        (TestVault::nowhere(), &["init"][..]),
        (TestVault::nowhere().answering(&["Nora"]), &["init", "--no-input"]),
        (TestVault::nowhere().answering(&[]), &["init"]),
    ] {
        let ran = vault.run(args).fine();
        assert!(ran.err.contains("write yours behind `full_name:`"), "{ran:?}");
        assert!(rules(&vault).contains(&"note/missing Me.md".to_owned()));
    }
}

#[test]
fn the_example_finds_the_same_whenever_it_is_tried() {
    let example = |today: &str| {
        let vault = TestVault::nowhere().today(today);
        let ran = vault.run(&["init", "--example"]).fine();
        (vault, ran)
    };
    let undated = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "");
    let rules = |vault: &TestVault, day: &str| {
        let found = found(vault, &["--today", day]).into_iter();
        let found: Vec<_> = found.map(|(rule, path, _)| format!("{rule} {}", undated(&path))).collect();
        let agenda = vault.run(&["agenda", "--format", "json", "--no-write", "--today", day]).fine();
        let agenda: serde_json::Value = serde_json::from_str(&agenda.out).unwrap();
        let item = |item: &serde_json::Value| format!("{} {} {}", item["rule"], item["state"], item["person"]);
        (found, agenda["items"].as_array().unwrap().iter().map(item).collect::<Vec<_>>())
    };
    let (reference, _) = example("2026-03-12");
    let expected = rules(&reference, "2026-03-12");
    assert!(expected.0.len() > 4 && expected.1.len() > 4, "{expected:#?}");
    for (today, day) in [("2026-03-17", "2026-03-12"), ("2027-01-02", "2026-12-31"), ("2024-03-01", "2024-02-29")] {
        let (vault, ran) = example(today);
        assert!(ran.out.contains(&format!("--today {day}")), "{ran:?}");
        assert_eq!(rules(&vault, day), expected, "{today}");
        let before = vault.files();
        vault.run(&["init", "--example"]).fine();
        assert_eq!(vault.files(), before);
        // A week later it would stand elsewhere, and is not made twice.
        let later = vault.today("2030-01-01");
        assert!(later.run(&["init", "--example"]).ended(Exit::Findings).err.contains("already"));
        assert_eq!(later.files(), before);
    }
}

/// Every key that `vault.toml` can have, in the order of the reference.
const KEYS: &[&str] = &[
    "since",
    "timezone",
    "weekend",
    "holidays",
    "posting_days",
    "post_transit_days",
    "thanks",
    "stance",
    "reply_days",
    "status_repeat_days",
    "status_max",
    "research_days",
    "prepare_days",
    "unanswered_days",
    "include",
    "ignore",
    "templates",
    "company",
    "interviewer",
    "round",
    "contact",
    "testimonial",
    "letter",
    "sheet",
    "agenda",
    "pipeline",
    "calendar",
    "paper",
    "letter_words",
    "email_words",
    "card_words",
    "status_words",
    "script_words",
    "enquiry_words",
    "quote_words",
    "mirror_terms",
    "similarity",
    "vague_words",
    "\"thank/handwritten-card\"",
];

#[test]
fn the_settings_show_every_key_and_can_be_taken_one_by_one() {
    let since = day("2025-03-01");
    let text = start::settings(since);
    let rules: Vec<&str> = checklist::rules().map(|rule| rule.id).collect();
    let as_written = Config { since: Some(since), ..Config::default() };
    assert_eq!(config::read(&text, &rules).unwrap(), as_written);
    let mut shown = Vec::new();
    for line in text.lines() {
        let setting = line.strip_prefix('#').filter(|rest| !rest.starts_with(' '));
        shown.extend(setting.unwrap_or(line).split_once(" = ").filter(|_| !line.starts_with("# ")).map(|(key, _)| key));
        let Some(setting) = setting else { continue };
        let config =
            config::read(&text.replacen(line, setting, 1), &rules).unwrap_or_else(|why| panic!("{line}: {why:?}"));
        // What is shown is the default, where there is one.
        let is_example = ["timezone", "holidays", "templates", "\"thank"].iter().any(|key| setting.starts_with(key));
        assert_eq!(config == as_written, !is_example, "{line}");
    }
    assert_eq!(shown, KEYS);
    config::read(
        &text.replace("\n#", "\n").lines().filter(|line| !line.starts_with(' ')).collect::<Vec<_>>().join("\n"),
        &rules,
    )
    .unwrap();
}
