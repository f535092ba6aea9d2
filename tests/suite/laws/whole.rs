//! Laws of the whole program: no order of the files, no character in a note and no shape of one gets the better of it.
#![expect(clippy::disallowed_methods, reason = "what is tested is that nothing hangs")]

use std::time::{Duration, Instant};

use interview_vault::checklist::{self, example};
use interview_vault::model::Config;
use interview_vault::parse::{self, Found};
use interview_vault::render::agenda::Lines;
use interview_vault::text::{SourceFile, is_hidden};
use interview_vault::{agenda, render};
use proptest::prelude::*;

use crate::desk::TestVault;
use crate::notes::{Notes, day};

/// Findings, agenda and data of files that were found in this order, which the program sorts by path.
fn said(mut files: Vec<SourceFile>, today: &str) -> [String; 3] {
    files.sort_by(|one, other| one.path().cmp(other.path()));
    let today = day(today);
    let (vault, diagnostics) = parse::vault(Found::all(&files), Config::default());
    let checklist = checklist::find(&vault, &diagnostics, today);
    let plan = agenda::plan(&vault, &checklist, &[], today, 7);
    let findings = checklist.findings.iter().map(|finding| format!("{finding:?}\n")).collect();
    [findings, render::agenda::markdown(&plan, &vault, &Lines::default()), render::export::json(&vault, today)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_order_in_which_files_are_found_does_not_show(
        order in Just((0..example::SOUND.len()).collect::<Vec<_>>()).prop_shuffle(), days in 1..28_u8,
    ) {
        let today = format!("2025-03-{days:02}");
        let files = |order: &[usize]| -> Vec<SourceFile> {
            let notes = order.iter().map(|at| example::SOUND[*at]);
            notes.map(|(path, text)| SourceFile::new(path, text)).collect()
        };
        let sorted: Vec<usize> = (0..example::SOUND.len()).collect();
        prop_assert_eq!(said(files(&order), &today), said(files(&sorted), &today));
    }
}

/// Every character that acts on a terminal, on one line.
fn hidden() -> String {
    (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|c| is_hidden(*c) && *c != '\0').collect()
}

#[test]
fn no_character_of_all_unicode_reaches_a_terminal_raw() {
    let evil = hidden();
    assert!(evil.chars().count() > 60);
    let rounds = example::SOUND.iter().filter(|(path, _)| path.starts_with("Rounds/"));
    let vault = rounds.fold(TestVault::sound(), |vault, (path, text)| {
        let text =
            text.replace("state: held", &format!("state: he{evil}ld")).replace("- [ ] ", &format!("- [ ] a{evil}b "));
        vault.note(path, &format!("{text}\n## Promises\n- [ ] send a{evil}b\n"))
    });
    let vault =
        vault.note("Companies/Odd.md", &format!("---\ntype: company\nlesson: a{evil}b\n{evil}: x\n---\n# a{evil}b\n"));
    for format in ["human", "concise", "json", "sarif", "github"] {
        quiet(&vault, &["check", "--hints", "--format", format]);
    }
    for format in ["human", "markdown", "json", "ics"] {
        quiet(&vault, &["agenda", "--no-write", "--format", format]);
    }
    for args in [["status"], ["letters"]] {
        quiet(&vault, &args);
    }
    for args in [["find", &evil], ["explain", &evil], ["status", &evil], ["done", &evil], [&evil, &evil], ["-C", &evil]]
    {
        quiet(&vault, &args);
    }
    // The vault is one in which a raw character would show: the file itself has them.
    assert!(vault.read("Companies/Odd.md").chars().any(is_hidden));
    quiet(&vault.variable("CLICOLOR_FORCE", "1"), &["\u{1b}[2J\u{202e}"]);
}

fn quiet(vault: &TestVault, args: &[&str]) {
    let ran = vault.run(args);
    assert!(!ran.out.is_empty() || !ran.err.is_empty(), "{args:?} says nothing");
    for text in [&ran.out, &ran.err] {
        assert_eq!(text.chars().find(|c| is_hidden(*c)), None, "{args:?}: {text:?}");
    }
}

#[test]
fn a_long_note_of_any_pattern_is_looked_at_in_time_that_grows_with_its_length() {
    let patterns = [
        "- ",
        "> ",
        "[[",
        "![[a|",
        "%%",
        "<!-- x ",
        "<% x ",
        "a: ",
        "# a\n",
        "*a_",
        "**a ",
        "`",
        "[a](",
        "](",
        "&",
        "<",
        "|a",
        "- [ ] x\n",
        "a\n---\n",
        "~~~\n",
        "$a",
        "\\",
        "[^a]: ",
        "1. ",
        "---\n",
        "@a.",
        "2025-03-05 ",
        "📅 ",
    ];
    let round = "---\ntype: round\nstate: held\ninterview_date: 2025-03-04\n---\n";
    for pattern in patterns {
        let started = Instant::now();
        let long = pattern.repeat(8 * 1024 / pattern.len());
        let text = format!("{round}## Promises\n{long}\n\n## Close\n{long}\n\n## Log\n- {long}\n");
        Notes::new("2025-03-05").note("Rounds/r.md", &text).look();
        assert!(started.elapsed() < Duration::from_secs(2), "{:?} for {pattern:?}", started.elapsed());
    }
}
