//! `vault new`: the note that it makes, and what the checklist says to it.

use interview_vault::cli::Exit;

use crate::desk::TestVault;
use crate::start::{begun, rules};

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
