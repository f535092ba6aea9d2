//! A vault of broken notes: one precise finding each, nobody stopped, nothing lost.

use interview_vault::cli::Exit;

use crate::desk::TestVault;

/// Path, text, and the one finding about it, as `line:column: severity[rule]`.
const BROKEN: &[(&str, &str, &str)] = &[
    ("Rounds/a colon.md", "---\ntype: round\nnote: a: b\n---\n", "3:7: error[note/front-matter]"),
    ("Rounds/b open list.md", "---\ntype: round\ncompany: [\n---\n", "3:10: error[note/front-matter]"),
    ("Rounds/c unclosed.md", "---\ntype: round\ninterview_date: 2025-03-06\n", "1:1: error[note/front-matter]"),
    ("Rounds/d twice.md", "---\ntype: round\ntype: round\n---\n", "3:1: error[note/front-matter]"),
    ("Rounds/e alias.md", "---\ntype: round\na: &x b\nc: *x\n---\n", "4:4: error[note/front-matter]"),
    ("Rounds/f blank line.md", "\n---\ntype: round\n---\n", "1:1: error[note/front-matter]"),
    (
        "Rounds/g unquoted.md",
        "---\ntype: round\ncompany: [[Northgate Dairy]]\ninterview_date: 2025-03-20\n---\n",
        "3:10: error[note/field]",
    ),
    (
        "Rounds/h impossible.md",
        "---\ntype: round\ncompany: \"[[Northgate Dairy]]\"\ninterview_date: 2025-02-30\n---\n",
        "4:17: error[note/field]",
    ),
    (
        "Rounds/i value.md",
        "---\ntype: round\ncompany: \"[[Northgate Dairy]]\"\nstate: helld\ninterview_date: 2025-02-04\n---\n",
        "4:8: error[note/field]",
    ),
    (
        "Rounds/j link.md",
        "---\ntype: round\ncompany: \"[[Northgate Dary]]\"\ninterview_date: 2025-03-21\n---\n",
        "3:10: error[note/link]",
    ),
    (
        "Rounds/j2 nobody.md",
        "---\ntype: round\ncompany: \"[[Northgate Dairy]]\"\ninterviewers: no\ninterview_date: 2025-03-27\n---\n",
        "4:15: error[note/field]",
    ),
    (
        "Companies/k conflict.md",
        "---\ntype: company\n---\nmine\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n",
        "5:1: error[note/conflict]",
    ),
    ("Companies/l kind.md", "---\ntype: compny\n---\n", "2:7: warning[note/kind]"),
    ("Companies/m hidden.md", "---\ntype: company\n---\na\u{202e}b\n", "4:2: warning[note/hidden-text]"),
];

fn vault() -> TestVault {
    let sound = TestVault::new()
        .today("2025-03-06")
        .note("Me.md", "---\ntype: candidate\nfull_name: Rosa Lind\n---\n")
        .note("Companies/Northgate Dairy.md", "---\ntype: company\nstatus: applied\n---\n");
    BROKEN.iter().fold(sound, |vault, (path, text, _)| vault.note(path, text))
}

#[test]
fn each_broken_note_has_one_precise_finding() {
    let vault = vault();
    let before = vault.files();
    let ran = vault.run(&["check", "--only", "note", "--hints", "--format", "concise"]).ended(Exit::Findings);
    for (path, _, expected) in BROKEN {
        let mine: Vec<&str> = ran.out.lines().filter_map(|line| line.strip_prefix(&format!("{path}:"))).collect();
        assert_eq!(mine.len(), 1, "{path}: {mine:?}");
        assert!(mine[0].starts_with(expected), "{path}: {mine:?}");
    }
    assert_eq!(ran.out.lines().count(), BROKEN.len(), "{}", ran.out);
    // People see each with its line, and a way out.
    let human = vault.run(&["check", "--only", "note", "--hints"]).out;
    assert_eq!(human.matches("= help: ").count(), BROKEN.len(), "{human}");
    vault.run(&["build"]).fine();
    let after = vault.files();
    for (path, text) in before {
        assert_eq!(after.get(&path), Some(&text), "{path}");
    }
}

#[test]
fn the_broken_ones_stop_nobody() {
    let alone = TestVault::sound().today("2025-03-20");
    let clean = alone.run(&["check", "Rounds/2025-03-04 Harbour Glass.md", "--format", "json"]).out;
    let among = BROKEN.iter().fold(alone, |vault, (path, text, _)| vault.note(path, text));
    let json = among.run(&["check", "Rounds/2025-03-04 Harbour Glass.md", "--format", "json"]).out;
    let findings = |json: &str| json[json.find("\"findings\"").unwrap()..json.find("\"notes\"").unwrap()].to_owned();
    assert!(clean.contains("chase/status"), "{clean}");
    assert_eq!(findings(&json), findings(&clean));
}

#[cfg(unix)]
#[test]
#[expect(clippy::disallowed_methods, reason = "what is tested is what lies on disk, and that nobody waits on a pipe")]
fn what_is_no_readable_file_is_named_at_once() {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::time::{Duration, Instant};

    let vault = vault();
    let root = vault.root();
    fs::write(root.join("Rounds/n utf8.md"), b"---\ntype: round\ncaf\xe9: x\n---\n").unwrap();
    fs::write(root.join("Rounds/o large.md"), "---\ntype: round\n---\n".to_owned() + &"a\n".repeat(1 << 20)).unwrap();
    symlink("p loop.md", root.join("Rounds/p loop.md")).unwrap();
    symlink(".", root.join("Rounds/loop")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(root.join("Rounds/q pipe.md")).status().unwrap().success());
    let started = Instant::now();
    let out = vault.run(&["check", "--only", "note/unread", "--format", "concise"]).fine().out;
    assert!(started.elapsed() < Duration::from_secs(5), "a hang would be longer than {:?}", started.elapsed());
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 4, "{out}");
    for (line, expected) in lines.iter().zip([
        "Rounds/n utf8.md:3:4: warning[note/unread]",
        "Rounds/o large.md:1:1: warning[note/unread]",
        "Rounds/p loop.md:1:1: warning[note/unread]",
        "Rounds/q pipe.md:1:1: warning[note/unread]",
    ]) {
        assert!(line.starts_with(expected), "{line}");
    }
}

#[test]
fn a_newcomers_page_is_short_and_starts_with_whom_to_thank() {
    let vault = TestVault::new().today("2025-03-04").note("Companies/Northgate Dairy.md", "---\ntype: company\n---\n").note(
        "Rounds/2025-03-04 Northgate Dairy.md",
        "---\ntype: round\ncompany: \"[[Northgate Dairy]]\"\ninterview_date: 2025-03-04\ninterviewers: [\"[[Priya Rao]]\"]\nstate: held\n---\n",
    );
    let check = vault.run(&["check"]).fine().out;
    assert!(check.starts_with("tomorrow: thank Priya Rao by e-mail\n"), "{check}");
    assert!(check.contains("nothing written down yet about today's interview"), "{check}");
    assert!(check.lines().count() <= 8, "{check}");
    let agenda = vault.run(&["agenda"]).fine().out;
    assert!(agenda.lines().count() <= 24 && agenda.lines().all(|line| line.chars().count() <= 80), "{agenda}");
    // Once the drafts are there, it says so.
    let check = vault.run(&["check"]).fine().out;
    assert!(check.starts_with("tomorrow: thank Priya Rao by e-mail · draft ready, "), "{check}");
}

#[test]
fn an_empty_vault_says_what_to_do_first() {
    let vault = TestVault::nowhere();
    vault.run(&["init", "--no-input"]).fine();
    let check = vault.run(&["check"]).ended(Exit::Findings).out;
    assert!(check.contains("full_name"), "{check}");
    assert!(vault.run(&["agenda"]).fine().out.contains("Nothing to do today"));
}
