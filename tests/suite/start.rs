//! `vault init` and `vault new`: what they leave on disk, and what the checklist says to it.
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

fn rules(vault: &TestVault) -> Vec<String> {
    found(vault, &[]).into_iter().map(|(rule, path, _)| format!("{rule} {path}")).collect()
}

fn begun() -> TestVault {
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

#[test]
fn a_round_takes_what_is_said_of_it() {
    let vault = TestVault::sound().today("2025-03-06");
    let args = ["new", "round", "--company", "harbour", "--date", "next tuesday 14:00", "--with", "Ines Falk"];
    let ran = vault.run(&[&args[..], &["--with", "Tom Beck", "--booked-on", "yesterday"]].concat()).fine();
    assert_eq!(ran.out, "Rounds/2025-03-11 Harbour Glass.md\n");
    assert!(ran.err.contains("Tuesday 11 March 2025, 14:00"), "{ran:?}");
    assert!(ran.err.contains("Tom Beck has no note yet"), "{ran:?}");
    let text = vault.read("Rounds/2025-03-11 Harbour Glass.md");
    let front = "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nbooked_on: 2025-03-05\ninterview_date: 2025-03-11\n\
                 interview_time: \"14:00\"\ninterviewers: [\"[[Ines Falk]]\", \"[[Tom Beck]]\"]\nstate: planned\nhear_by:\n---\n";
    assert!(text.starts_with(front), "{text}");
    let again = vault.run(&args).ended(Exit::Findings);
    assert!(again.err.contains("Rounds/2025-03-11 Harbour Glass.md"), "{again:?}");
    // Days are written alike, whether they were said or come from the template.
    vault.run(&["new", "round", "Talk", "--company", "harbour", "--date", "2025-03-12"]).fine();
    let days = "\nbooked_on: 2025-03-06\ninterview_date: 2025-03-12\n";
    assert!(vault.read("Rounds/Talk.md").contains(days), "{}", vault.read("Rounds/Talk.md"));
    assert_eq!(vault.read("Rounds/2025-03-11 Harbour Glass.md"), text);
}

#[test]
fn whoever_begins_after_an_interview_hears_what_counts_as_history() {
    let vault = TestVault::sound().note("vault.toml", "since = \"2025-03-06\"\n").today("2025-03-06");
    let round =
        |date: &str| vault.run(&["new", "round", "--company", "harbour", "--date", date, "--dry-run"]).fine().err;
    let hint = "set `since = \"2025-03-03\"` in vault.toml";
    assert!(round("2025-03-03").contains(hint), "{}", round("2025-03-03"));
    assert!(!round("2025-03-06").contains("history"), "{}", round("2025-03-06"));
}

#[test]
fn a_dry_run_makes_no_note() {
    let vault = TestVault::sound();
    let before = vault.files();
    let ran = vault.run(&["new", "company", "Kiln & Sons", "--dry-run"]).fine();
    assert_eq!(ran.out, "create  Companies/Kiln & Sons.md\n");
    assert_eq!(vault.files(), before);
}

#[test]
fn every_kind_can_be_made_and_is_read() {
    let vault = begun().today("2025-03-06");
    for args in [
        &["new", "company", "Harbour Glass", "--position", "Melt: supervisor", "--applied-on", "3 march"][..],
        &[
            "new",
            "interviewer",
            "Ines Falk",
            "--company",
            "Harbour Glass",
            "--role",
            "decider",
            "--email",
            "ines@h.example",
        ],
        &["new", "round", "--company", "Harbour Glass", "--date", "2025-03-11", "--with", "ines falk"],
        &["new", "contact", "Per Holm", "--company", "Harbour Glass"],
        &["new", "testimonial", "Kiln saved", "--author", "Per Holm"],
    ] {
        vault.run(args).fine();
    }
    let ran = vault.run(&["check", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    for kind in ["company", "interviewer", "round", "contact", "testimonial", "candidate"] {
        assert_eq!(json["notes"][kind], 1, "{kind}");
    }
    let front: Vec<_> = ["Companies/Harbour Glass.md", "Interviewers/Ines Falk.md", "Contacts/Per Holm.md"]
        .map(|path| {
            vault
                .read(path)
                .lines()
                .filter(|line| line.contains(": ") && !line.starts_with(['%', '-']))
                .collect::<Vec<_>>()
                .join("|")
        })
        .to_vec();
    assert!(front[0].starts_with("type: company|position: \"Melt: supervisor\"|applied_on: 2025-03-03"), "{front:?}");
    assert!(
        front[1].contains("company: \"[[Harbour Glass]]\"|hiring_role: decider|email: ines@h.example"),
        "{front:?}"
    );
    assert!(front[2].contains("influences: [\"[[Harbour Glass]]\"]"), "{front:?}");
    let errors: Vec<_> = rules(&vault).into_iter().filter(|rule| rule.starts_with("note/")).collect();
    assert_eq!(errors, ["note/testimonial Testimonials/Kiln saved.md"]);
}

#[test]
fn an_unfilled_template_says_nothing() {
    let vault = begun().today("2025-03-06");
    let filled = |kind: &str| vault.read(&format!("Templates/{kind}.md")).replace("{{date:YYYY-MM-DD}}", "2025-03-06");
    let (company, interviewer, round, contact, testimonial) =
        (filled("company"), filled("interviewer"), filled("round"), filled("contact"), filled("testimonial"));
    let vault = vault
        .note("Rounds/r.md", &round)
        .note("Companies/c.md", &company)
        .note("Interviewers/i.md", &interviewer)
        .note("Contacts/k.md", &contact)
        .note("Testimonials/t.md", &testimonial);
    let expected = [
        "note/missing Contacts/k.md",
        "note/missing Rounds/r.md",
        "note/missing Rounds/r.md",
        "note/testimonial Testimonials/t.md",
    ];
    let notes: Vec<_> = rules(&vault).into_iter().filter(|rule| !rule.ends_with("Me.md")).collect();
    assert_eq!(notes, expected);
    // Held, on a day, with a person: everything is still to be said, and nothing was.
    let told = round
        .replace("company:\n", "company: \"[[c]]\"\n")
        .replace("interview_date:\n", "interview_date: 2025-03-05\n")
        .replace("interviewers: []", "interviewers: [\"[[i]]\"]")
        .replace("state: planned", "state: held")
        .replace("2025-03-06", "2025-03-04");
    let vault = vault.note("Rounds/r.md", &told);
    let open: Vec<_> = rules(&vault);
    for rule in ["close/standing", "close/support", "close/to-win", "thank/moment"] {
        assert!(open.contains(&format!("{rule} Rounds/r.md")), "{rule}: {open:#?}");
    }
    assert!(!open.iter().any(|rule| rule.starts_with("keep/")), "{open:#?}");
}

#[test]
fn a_name_that_is_no_file_name_is_made_one_and_said() {
    let vault = TestVault::sound();
    let ran = vault.run(&["new", "interviewer", "A/B: the \"tester\"?"]).fine();
    assert_eq!(ran.out, "Interviewers/A B the tester.md\n");
    assert!(ran.err.contains("the note is called `A B the tester`"), "{ran:?}");
    assert!(vault.run(&["new", "company", "../../out"]).fine().out.starts_with("Companies/out.md"));
}

#[test]
fn a_name_that_is_taken_is_refused() {
    let vault = TestVault::sound();
    let before = vault.files();
    for args in [
        &["new", "company", "Harbour Glass"][..],
        &["new", "company", "harbour glass"],
        &["new", "contact", "INES FALK"],
    ] {
        let ran = vault.run(args).ended(Exit::Findings);
        assert!(ran.err.contains("already") && ran.err.contains(".md"), "{ran:?}");
    }
    assert_eq!(vault.files(), before);
}

#[test]
fn what_cannot_be_is_said_with_what_to_write() {
    let vault = TestVault::sound();
    let before = vault.files();
    for (args, part) in [
        (&["new", "round", "--company", "Harbor Glass", "--date", "tomorrow"][..], "did you mean `Harbour Glass`?"),
        (&["new", "round", "--company", "Harbour Glass"], "with `--date` and `--company`"),
        (&["new", "round", "r", "--date", "soonish"], "`soonish` names no day"),
        (&["new", "round", "r", "--date", "nexst tuesday"], "`nexst`: did you mean `next`?"),
        (&["new", "round", "r", "--with", "Ines Falck"], "did you mean `Ines Falk`?"),
        (&["new", "round", "r", "--booked-on", "tomorrow"], "still to come"),
        (&["new", "interviewer", "Tom", "--role", "decidor"], "did you mean `decider`?"),
        (&["new", "company", " "], "has no name"),
        (&["new", "company", "C", "--email", "x"], "--email"),
        (&["new", "letter", "L"], "letter"),
    ] {
        let ran = vault.run(args).ended(Exit::Failed);
        assert!(ran.err.contains(part), "{args:?}: {}", ran.err);
    }
    assert_eq!(vault.files(), before);
}

#[test]
fn the_vaults_own_template_comes_first() {
    let own = "\u{feff}---\r\nkind: x\r\nstate: held # usually\r\ninterviewers:\r\n  - \"[[Somebody]]\"\r\n---\r\n# {{title}}, {{date:D MMMM}} {{cursor}}\r\n";
    let vault = TestVault::sound().note("vault.toml", "templates = \"Forms\"\n").note("Forms/round.md", own);
    vault.run(&["new", "round", "Second talk", "--company", "Harbour Glass", "--with", "Ines Falk"]).fine();
    let expected = "\u{feff}---\r\ntype: round\r\ncompany: \"[[Harbour Glass]]\"\r\nkind: x\r\nstate: held # usually\r\ninterviewers: [\"[[Ines Falk]]\"]\r\n---\r\n# Second talk, 6 March {{cursor}}\r\n";
    assert_eq!(vault.read("Rounds/Second talk.md"), expected);
    let vault = vault.note("Forms/round.md", "no front matter");
    assert!(vault.run(&["new", "round", "r"]).ended(Exit::Failed).err.contains("Forms/round.md"));
}

#[cfg(unix)]
#[test]
fn an_editor_is_opened_only_on_request() {
    // An editor that takes the note away shows that it was run, and on what.
    let vault = TestVault::sound().variable("EDITOR", "rm -f");
    vault.run(&["new", "company", "One"]).fine();
    vault.run(&["new", "company", "Two", "--open"]).fine();
    assert!(vault.files().contains_key("Companies/One.md") && !vault.files().contains_key("Companies/Two.md"));
    let none = TestVault::sound().run(&["new", "company", "One", "--open"]).ended(Exit::Failed);
    assert!(none.err.contains("set EDITOR"), "{none:?}");
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
