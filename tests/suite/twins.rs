//! Names that are one on some systems and two on others, and names that some systems cannot have: nothing is
//! overwritten, and it is said plainly.

use std::collections::BTreeSet;

use interview_vault::cli::Exit;

use crate::desk::TestVault;

/// Pairs that a case-blind file system, or one that normalises, takes for one.
const TWINS: [(&str, &str); 5] = [
    ("Harbour Glass", "HARBOUR glass"),
    ("Caf\u{e9}", "Cafe\u{301}"),
    ("Caf\u{e9}", "CAFE\u{301}"),
    ("\u{c5}ngstr\u{f6}m", "\u{212b}ngstro\u{308}m"),
    ("Acme", "Acme. "),
];

/// Every letter is there whatever else is: no text of `before` has changed or gone.
#[track_caller]
fn all_stand(vault: &TestVault, before: &std::collections::BTreeMap<String, String>) {
    let files = vault.files();
    for (path, text) in before {
        assert!(files.get(path) == Some(text), "{path} is not as it was");
    }
}

#[test]
fn a_note_is_not_made_beside_its_twin() {
    for kind in ["company", "interviewer", "contact", "testimonial"] {
        for (first, second) in TWINS {
            let vault = TestVault::new();
            vault.run(&["new", kind, first]).fine();
            let before = vault.files();
            let ran = vault.run(&["new", kind, second]).ended(Exit::Findings);
            assert!(ran.err.contains("choose another name"), "{second:?}: {}", ran.err);
            assert_eq!(vault.files(), before, "{second:?}");
        }
    }
}

#[test]
fn a_name_that_a_system_cannot_have_becomes_one_that_all_can() {
    let long = "a very long name indeed ".repeat(20);
    let names =
        ["CON", "aux.x", "LPT1", "Acme...", " .Acme. ", "a/b\\c", "a:b*c?\"<>|", "nul", &long, &format!("{long}, two")];
    let vault = TestVault::new();
    let mut paths = BTreeSet::new();
    for name in names {
        let before = vault.files();
        let ran = vault.run(&["new", "contact", name]);
        if ran.exit == Exit::Fine {
            assert!(ran.err.contains("cannot be the name of a file everywhere"), "{name:?}: {}", ran.err);
            assert!(paths.insert(ran.out.trim_end().to_lowercase()), "{name:?}");
        } else {
            assert!(ran.err.contains("choose another name"), "{name:?}: {}", ran.err);
        }
        all_stand(&vault, &before);
    }
    let is_sound = |path: &String| {
        let name = path.strip_prefix("Contacts/").and_then(|path| path.strip_suffix(".md")).unwrap_or_default();
        let stem = name.split('.').next().unwrap_or_default().to_uppercase();
        !name.is_empty()
            && name.len() <= 120
            && !name.ends_with(['.', ' '])
            && !["CON", "AUX", "NUL", "LPT1"].contains(&stem.as_str())
            && !name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|'])
    };
    let made: Vec<String> = vault.files().into_keys().filter(|path| path != "vault.toml").collect();
    assert!(made.len() >= 8 && made.iter().all(is_sound), "{made:?}");
}

#[test]
fn a_letter_is_not_written_over_or_beside_its_twin() {
    let round = "---\ntype: round\ncompany: \"[[Acme]]\"\nstate: held\ninterview_date: 2025-03-04\n\
                 interviewers: [\"[[Zo\u{eb}]]\"]\n---\n";
    let vault = || {
        TestVault::new()
            .today("2025-03-05")
            .note("Acme.md", "---\ntype: company\n---\n")
            .note("Zo\u{eb}.md", "---\ntype: interviewer\ncompany: \"[[Acme]]\"\nemail: z@acme.example\n---\n")
            .note("R.md", round)
    };
    let built = vault();
    built.run(&["build"]);
    let letter = "Letters/2025-03-04 Zo\u{eb} thank-you-email.md";
    assert!(built.files().contains_key(letter), "{:?}", built.files().keys());
    for own in [
        letter.to_owned(),
        letter.to_uppercase().replace(".MD", ".md").replace("LETTERS", "Letters"),
        letter.replace('\u{eb}', "e\u{308}"),
    ] {
        let vault = vault().note(&own, "my own words\n");
        let before = vault.files();
        let ran = vault.run(&["build"]).ended(Exit::Findings);
        assert!(ran.err.contains("thank-you-email"), "{own}: {}", ran.err);
        all_stand(&vault, &before);
        let is_twin = |path: &&String| path.to_lowercase().contains("thank-you-email");
        assert_eq!(vault.files().keys().filter(is_twin).count(), 1, "{own}: {}", ran.err);
    }
}

#[test]
fn an_export_is_not_written_beside_its_twin() {
    let letter = "---\ntype: letter\ndocument: thank-you-email\nto: \"[[Ines Falk]]\"\n---\nSubject: x\n\nDear Ines Falk,\n\nthank you.\n";
    let export = |vault: &TestVault, name: &str| {
        vault.run(&["letters", "export", "mine", "--to", "txt", "--anyway", "--output", name])
    };
    for (first, second) in [("Caf\u{e9}.txt", "CAFE\u{301}.txt"), ("a.txt", "A.TXT"), ("a.txt", "a.txt")] {
        let vault = TestVault::sound().note("Letters/mine.md", letter).note(first, "my own words\n");
        let before = vault.files();
        let ran = export(&vault, second).ended(Exit::Findings);
        assert!(ran.err.contains("name another with `--output`"), "{second}: {}", ran.err);
        assert_eq!(vault.files(), before, "{second}");
        export(&vault, "other.txt").fine();
    }
}
