//! The help and the manual of every command, under whatever name the program has.

use interview_vault::cli::Exit;

use crate::desk::TestVault;

/// What the program says under that name, where there is no vault.
fn said(name: &str, args: &[&str]) -> String {
    let ran = TestVault::nowhere().today("2025-03-06").called(name).run(args).fine();
    assert_eq!(ran.err, "", "{args:?}");
    ran.out
}

/// The words that lead to each command, those of the program itself first.
fn commands() -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    let mut at = 0;
    while at < all.len() {
        let above: Vec<String> = all[at].clone();
        let words: Vec<&str> = above.iter().map(String::as_str).chain(["-h"]).collect();
        let help = said("vault", &words);
        let list = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
        let names = list.filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).filter(|name| !name.is_empty());
        let below = names.filter(|name| *name != "help").map(|name| [above.clone(), vec![name.to_owned()]].concat());
        all.extend(below);
        at += 1;
    }
    assert!(all.len() > 20, "{all:?}");
    all
}

#[test]
fn help_shows_examples_first_short_or_long_and_under_its_own_name() {
    for command in commands() {
        let help = |name: &str, flag: &str| {
            let words: Vec<&str> = command.iter().map(String::as_str).chain([flag]).collect();
            said(name, &words)
        };
        let (short, long) = (help("vault", "-h"), help("vault", "--help"));
        assert!(short.starts_with("Examples:\n  vault "), "{command:?}\n{short}");
        assert!(long.starts_with("Examples:\n  vault "), "{command:?}\n{long}");
        assert!(short.len() < long.len(), "{command:?}");
        let other = help("/opt/bin/ivault", "-h");
        assert!(other.starts_with("Examples:\n  ivault "), "{other}");
        assert!(!other.contains("  vault ") && other.contains("Usage: ivault"), "{other}");
        if let [name] = &command[..] {
            assert_eq!(said("vault", &["help", name]), long);
        }
    }
}

#[test]
fn a_command_says_of_itself_what_the_list_says_of_it() {
    let list = said("vault", &["-h"]);
    let list: Vec<&str> = list.lines().skip_while(|line| *line != "Commands:").skip(1).collect();
    for line in list.iter().take_while(|line| !line.is_empty() && !line.starts_with("  help ")) {
        let (name, about) = line.trim_start().split_once("  ").unwrap();
        let help = said("vault", &[name, "-h"]);
        assert!(help.lines().any(|line| line == about.trim_start()), "{name}\n{help}");
    }
}

#[test]
fn a_slip_on_the_command_line_is_told_with_the_nearest_word_under_its_own_name() {
    for name in ["vault", "ivault"] {
        let told = |words: &[&str]| TestVault::nowhere().called(name).run(words).ended(Exit::Failed).err;
        assert!(told(&["chek"]).contains("'check'"), "{}", told(&["chek"]));
        let slip = told(&["check", "--hint"]);
        assert!(slip.contains("'--hints'") && slip.contains(&format!("Usage: {name} check ")), "{slip}");
        assert!(told(&["--hints", "check"]).contains("'check --hints'"), "{}", told(&["--hints", "check"]));
    }
}

#[test]
fn every_command_has_a_page_of_the_manual() {
    for command in commands() {
        let words: Vec<&str> = std::iter::once("man").chain(command.iter().map(String::as_str)).collect();
        let page = said("ivault", &words);
        let title = std::iter::once("IVAULT".to_owned()).chain(command.iter().map(|name| name.to_uppercase()));
        let title = title.collect::<Vec<_>>().join("-");
        assert!(page.contains(&format!("\n.TH {title} 1 2025-03-06 \"interview-vault ")), "{page}");
        for section in ["NAME", "SYNOPSIS", "EXAMPLES", "OPTIONS"] {
            assert_eq!(page.matches(&format!("\n.SH {section}\n")).count(), 1, "{section} in {command:?}");
        }
        assert!(page.is_ascii() && page.matches(".ds Aq").count() == 2, "{page}");
        assert_eq!(page.contains("\n.SH \"EXIT STATUS\"\n"), command.is_empty(), "{page}");
    }
}

#[test]
fn a_page_that_there_is_not_is_answered_with_the_nearest() {
    let nowhere = TestVault::nowhere();
    assert!(nowhere.run(&["man", "chek"]).ended(Exit::Failed).err.contains("`check`"));
    assert!(nowhere.run(&["man", "new", "compny"]).ended(Exit::Failed).err.contains("`company`"));
}
