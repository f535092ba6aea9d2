//! `vault completions`: what a word can become, and the scripts of the shells that ask for it.
#![expect(clippy::print_stderr, reason = "a test that cannot be run says so")]

use std::path::Path;
use std::process::{Command, Stdio};

use interview_vault::cli::Exit;

use crate::desk::TestVault;

/// What the last of these words can become, without the meanings.
fn completed(vault: &TestVault, words: &[&str]) -> Vec<String> {
    let at = (words.len() - 1).to_string();
    let args = ["completions", "bash", "--word", &at, "--"];
    let ran = vault.run(&args.into_iter().chain(words.iter().copied()).collect::<Vec<_>>()).fine();
    assert_eq!(ran.err, "", "{words:?}");
    ran.out.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_value_is_completed_by_what_the_help_calls_it() {
    let vault = TestVault::sound().today("2025-03-06");
    let round = ["2025-03-04 Harbour Glass"];
    for command in ["prep", "debrief", "log", "outcome"] {
        assert_eq!(completed(&vault, &["vault", command, "2025-03-04"]), round, "{command}");
    }
    assert_eq!(completed(&vault, &["vault", "status", "Har"]), ["Harbour Glass"]);
    assert_eq!(completed(&vault, &["vault", "agenda", "--company", "Har"]), ["Harbour Glass"]);
    assert_eq!(completed(&vault, &["vault", "new", "round", "--company", "Har"]), ["Harbour Glass"]);
    assert_eq!(completed(&vault, &["vault", "waive", "thank/next"]), ["thank/next-day"]);
    assert_eq!(completed(&vault, &["vault", "waive", "thank/next-day", "Har"]), ["Harbour Glass"]);
    assert_eq!(completed(&vault, &["vault", "check", "--only", "close,close/st"]), ["close,close/standing"]);
    assert_eq!(completed(&vault, &["vault", "explain", "letter:pos"]), ["letter:posted-letter"]);
    assert_eq!(completed(&vault, &["vault", "explain", "hear_by_r"]), ["hear_by_rough"]);
    assert_eq!(completed(&vault, &["vault", "check", "--format=sa"]), ["--format=sarif"]);
    assert_eq!(completed(&vault, &["vault", "chec"]), ["check"]);
    assert_eq!(completed(&vault, &["vault", "schema", "ro"]), ["round"]);
}

#[test]
fn an_id_comes_with_what_is_to_be_done() {
    let vault = TestVault::sound().today("2025-03-06").note(
        "Rounds/2025-03-04 Harbour Glass.md",
        "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\ninterview_date: 2025-03-04\ninterviewers: [\"[[Ines Falk]]\"]\nstate: held\n---\n",
    );
    let out = vault.run(&["completions", "fish", "--word", "2", "--", "vault", "hold", ""]).fine().out;
    let (id, meaning) = out.lines().find_map(|line| line.split_once('\t')).unwrap_or_else(|| panic!("{out}"));
    assert!(id.len() == 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{out}");
    assert!(meaning.ends_with(" · Harbour Glass"), "{out}");
}

#[test]
fn options_stay_back_where_there_are_names() {
    let vault = TestVault::sound();
    assert!(completed(&vault, &["vault", "prep", ""]).iter().all(|word| !word.starts_with('-')));
    assert!(completed(&vault, &["vault", "prep", "--c"]).contains(&"--card".to_owned()));
    // Words of one's own are no file names.
    assert!(completed(&vault, &["vault", "log", "2025-03-04", ""]).iter().all(|word| word.starts_with('-')));
    assert!(completed(&vault, &["vault", "check", "Rou"]).contains(&"Rounds/".to_owned()));
}

#[test]
fn the_vault_is_the_one_that_the_words_name() {
    let vault = TestVault::sound().in_folder("Rounds");
    let root = vault.root();
    let elsewhere = TestVault::nowhere();
    let words = ["vault", "-C", root.to_str().unwrap(), "status", "Har"];
    assert_eq!(completed(&elsewhere, &words), ["Harbour Glass"]);
    assert_eq!(
        completed(&elsewhere, &["vault", "--vault", root.to_str().unwrap(), "status", "Har"]),
        ["Harbour Glass"]
    );
    assert_eq!(completed(&vault, &["vault", "status", "Har"]), ["Harbour Glass"]);
}

#[test]
fn what_cannot_be_completed_gives_nothing_and_says_nothing() {
    let nowhere = TestVault::nowhere();
    assert!(completed(&nowhere, &["vault", "status", "Har"]).is_empty());
    assert!(completed(&nowhere, &["vault", "frobnicate", "--x", "y"]).is_empty());
    let broken = TestVault::sound().note("vault.toml", "stance = \"bold\"\n");
    broken.run(&["status"]).ended(Exit::Failed);
    assert!(completed(&broken, &["vault", "status", "Har"]).is_empty());
    let odd = TestVault::sound().note("Companies/Har\u{1b}[2J.md", "---\ntype: company\n---\n");
    assert_eq!(completed(&odd, &["vault", "status", "Har"]), ["Harbour Glass"]);
    let most = usize::MAX.to_string();
    assert_eq!(nowhere.run(&["completions", "bash", "--word", &most, "--", "vault"]).fine().out, "");
    // A word that was lost on its way is an empty one.
    let lost = TestVault::sound().run(&["completions", "powershell", "--word", "2", "--", "vault", "status"]).fine();
    assert!(lost.out.starts_with("Harbour Glass\t"), "{lost:?}");
    assert!(nowhere.files().is_empty());
}

#[test]
fn a_script_needs_no_vault_and_has_the_name_of_the_program() {
    let nowhere = TestVault::nowhere();
    for (shell, part) in [
        ("bash", "complete -F _vault vault\n"),
        ("zsh", "#compdef vault\n"),
        ("fish", "complete -c vault -f -a '(_vault)'\n"),
        ("powershell", "-CommandName 'vault'"),
    ] {
        let script = nowhere.run(&["completions", shell]).fine().out;
        assert!(script.contains(part), "{script}");
        assert!(!script.contains("PROGRAM") && !script.contains("FUNCTION"), "{script}");
    }
    nowhere.run(&["completions", "tcsh"]).ended(Exit::Failed);
}

/// What a shell prints that runs `before`, its completions and this script in a sound vault; `None`, with a word, where there
/// is no such shell.
fn in_shell(shell: &str, options: &[&str], before: &str, script: &str) -> Option<String> {
    let vault = TestVault::sound();
    let program = Path::new(env!("CARGO_BIN_EXE_vault"));
    let completions = Command::new(program).args(["completions", shell]).output().unwrap().stdout;
    let whole = format!("{before}\n{}\n{script}\n", String::from_utf8(completions).unwrap());
    let path = std::env::join_paths([program.parent().unwrap(), Path::new("/usr/bin"), Path::new("/bin")]).unwrap();
    let mut command = Command::new(shell);
    command.args(options).arg("-c").arg(whole).current_dir(vault.root()).env("PATH", path);
    command.env("HOME", vault.root()).stdin(Stdio::null());
    let Ok(output) = command.output() else {
        eprintln!("{shell} is not there, so its script was not run");
        return None;
    };
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{shell}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn bash_completes_names_with_blanks_and_words_that_it_cuts() {
    let ask = |words: &str, at: usize| {
        let script =
            format!("COMP_WORDS=({words}); COMP_CWORD={at}; _vault vault; printf '%s\\n' \"${{COMPREPLY[@]}}\"");
        in_shell("bash", &["--norc", "--noprofile"], "", &script)
    };
    for (words, at, expected) in [
        ("vault prep 2025-03-04", 2, "2025-03-04\\ Harbour\\ Glass\n"),
        ("vault prep '2025-03-04\\ Har'", 2, "2025-03-04\\ Harbour\\ Glass\n"),
        ("vault prep '\"2025-03-04 Har'", 2, "2025-03-04 Harbour Glass\n"),
        ("vault explain letter : pos", 4, "posted-letter\n"),
        ("vault check --format = sa", 4, "sarif\n"),
        ("vault frobnicate x", 2, "\n"),
    ] {
        if let Some(out) = ask(words, at) {
            assert_eq!(out, expected, "{words}");
        }
    }
}

#[test]
fn zsh_completes_names_with_blanks_and_open_quotes() {
    let ask = |words: &str, current: usize, prefix: &str| {
        // Outside of its line editor zsh has no completion; what the function hands over is looked at.
        let before = "compdef() { }\ncompadd() { print -l -- \"${values[@]}\" \"${folders[@]}\" }";
        let script = format!("words=({words}); CURRENT={current}; PREFIX={prefix}; _vault");
        in_shell("zsh", &["-f"], before, &script)
    };
    for (words, current, prefix, expected) in [
        ("vault prep 2025-03-04", 3, "2025-03-04", "2025-03-04 Harbour Glass\n\n"),
        ("vault prep '\"2025-03-04 Har'", 3, "'2025-03-04 Har'", "2025-03-04 Harbour Glass\n\n"),
        ("vault check Rou", 3, "Rou", "\nRounds/\n"),
        ("vault frobnicate x", 3, "x", ""),
    ] {
        if let Some(out) = ask(words, current, prefix) {
            assert_eq!(out.trim(), expected.trim(), "{words}");
        }
    }
}

#[test]
fn fish_completes_names_with_blanks_and_says_what_they_are() {
    for (line, expected) in [
        ("vault prep 2025-03-04", "2025-03-04 Harbour Glass\tround\n"),
        ("vault prep \"2025-03-04 Har", "2025-03-04 Harbour Glass\tround\n"),
        ("vault explain letter:pos", "letter:posted-letter\n"),
        ("vault frobnicate x", ""),
    ] {
        if let Some(out) = in_shell("fish", &["--no-config"], "", &format!("complete -C '{line}'")) {
            assert_eq!(out, expected, "{line}");
        }
    }
}

#[test]
fn powershell_completes_names_with_blanks_and_says_what_they_are() {
    for (line, expected) in [
        ("vault prep 2025-03-04", "'2025-03-04 Harbour Glass' round\n"),
        ("vault explain letter:pos", "letter:posted-letter letter:posted-letter\n"),
        ("vault frobnicate x", ""),
    ] {
        let script = format!(
            "(TabExpansion2 \"{line}\" {}).CompletionMatches | ForEach-Object {{ \"$($_.CompletionText) $($_.ToolTip)\" }}",
            line.len()
        );
        if let Some(out) = in_shell("pwsh", &["-NoProfile", "-NonInteractive"], "", &script) {
            assert_eq!(out.replace("\r\n", "\n"), expected, "{line}");
        }
    }
}

/// The brackets and quotes that a script leaves open, or closes without having opened them.
fn unpaired(script: &str) -> String {
    let mut open = String::new();
    for line in script.lines().filter(|line| !line.trim_start().starts_with('#')) {
        let mut quote = None;
        for sign in line.chars() {
            match (quote, sign) {
                (Some(begun), _) if begun == sign => quote = None,
                (None, '\'' | '"') => quote = Some(sign),
                (None, ')' | ']' | '}') if open.ends_with(['(', '[', '{'][")]}".find(sign).unwrap_or(0)]) => {
                    open.pop();
                }
                (None, '(' | '[' | '{' | ')' | ']' | '}') => open.push(sign),
                _ => {}
            }
        }
        open.extend(quote);
    }
    open
}

#[test]
fn the_script_for_powershell_is_whole_where_no_powershell_can_run_it() {
    let script = TestVault::nowhere().called("jobs").run(&["completions", "powershell"]).fine().out;
    assert_eq!(unpaired(&script), "");
    assert_eq!(unpaired("{ (a[0] 'it(' \"}\" }"), "{(}");
    // It is asked as the other shells ask, under the name of the program, and takes a meaning behind a tab.
    for part in [
        "Register-ArgumentCompleter -Native -CommandName 'jobs' -ScriptBlock {",
        "param($wordToComplete, $commandAst, $cursorPosition)",
        "completions powershell --word $at -- $words 2>$null",
        "-split \"`t\", 2",
        "[System.Management.Automation.CompletionResult]::new(",
    ] {
        assert!(script.contains(part), "{part} in {script}");
    }
}
