//! Letter templates of the vault's own: trusted, tried, used, and left alone when they fail.
#![expect(clippy::disallowed_methods, reason = "what is tested here lies on disk")]

use std::fs;

use interview_vault::cli::Exit;
use interview_vault::letters::{built_in, document_of};
use interview_vault::model::Document;

use crate::desk::TestVault;
use crate::notes::Notes;

const OWN: &str = "Templates/Letters/thank-you-email.md";
const DRAFT: &str = "Letters/2025-03-04 Ines Falk thank-you-email.md";
const ROUND: &str = "Rounds/2025-03-04 Harbour Glass.md";
const TEXT: &str = "Betreff: Danke\n\n{{ greeting }}\n\nvielen Dank.\n\n{{ me.name }}\n";

/// A vault on the day after its first interview, with nobody thanked.
fn fresh() -> TestVault {
    let sound = TestVault::sound();
    let round = sound.read(ROUND);
    let (thanked, rest) = round.split_once("## Log\n").unwrap();
    let log: String = rest.lines().filter(|line| !line.contains("thank")).map(|line| format!("{line}\n")).collect();
    sound.note(ROUND, &format!("{thanked}## Log\n{log}")).today("2025-03-05")
}

fn check(vault: &TestVault) -> String {
    vault.run(&["check", "--only", "letter/template", "--format", "concise"]).out
}

#[test]
fn a_template_speaks_once_it_is_trusted_as_it_is() {
    let vault = fresh().note(OWN, TEXT);
    let warning =
        format!("{OWN}:1:1: warning[letter/template]: this template is not trusted, so the built-in text is used\n");
    assert_eq!(check(&vault), warning);
    vault.run(&["build"]).fine();
    let built_in = vault.read(DRAFT);
    assert!(built_in.contains("Subject: "), "{built_in}");

    let before = vault.files();
    let ran = vault.run(&["trust", "--dry-run"]).fine();
    assert!(
        ran.out.starts_with(&format!("{OWN}\n  {} bytes · not trusted yet\n  SHA-256 ", TEXT.len())),
        "{}",
        ran.out
    );
    assert_eq!(
        vault.run(&["trust"]).ended(Exit::Findings).err,
        "note: nothing is trusted yet; read them, then run `vault trust --yes`\n"
    );
    vault.talk(&["trust", "--no-input"], &["y"]).ended(Exit::Findings);
    vault.talk(&["trust"], &["no"]).ended(Exit::Findings);
    assert_eq!(check(&vault), warning);
    assert!(vault.talk(&["trust"], &["y"]).fine().err.contains("1 template will speak in your letters"));
    assert_eq!(check(&vault), "");
    assert!(vault.run(&["trust"]).fine().out.ends_with("All of them are trusted already.\n"));
    assert_eq!(vault.files(), before, "trust lies outside the vault");

    vault.run(&["build"]).fine();
    assert!(
        vault.read(DRAFT).ends_with("---\n\nBetreff: Danke\n\nDear Ines Falk,\n\nvielen Dank.\n\nRosa Lind\n"),
        "{}",
        vault.read(DRAFT)
    );

    let vault = vault.note(OWN, &TEXT.replace("Betreff", "Wegen"));
    assert_eq!(check(&vault), warning);
    assert!(vault.run(&["trust", "--dry-run"]).fine().out.contains("changed since it was trusted"));
    vault.run(&["build"]).fine();
    assert_eq!(vault.read(DRAFT), built_in);
    let vault = vault.note(OWN, TEXT);
    assert_eq!(check(&vault), "", "the very bytes that were trusted");

    assert!(vault.run(&["trust", "--forget", "--dry-run"]).fine().out.contains("would be"));
    assert_eq!(check(&vault), "");
    vault.run(&["trust", "--forget"]).fine();
    assert_eq!(check(&vault), warning);
    assert!(vault.run(&["trust", "--forget"]).fine().out.starts_with("No letter templates"));
}

#[test]
fn with_nothing_to_trust_it_says_so() {
    let vault = TestVault::sound();
    assert!(vault.run(&["trust"]).fine().out.starts_with("There are no letter templates here"));
    let misnamed = vault.note("Templates/Letters/posted-leter.md", "x");
    assert!(misnamed.run(&["trust", "--yes"]).fine().out.starts_with("There are no letter templates here"));
    let said = misnamed.run(&["check", "--only", "letter", "--format", "json"]).fine().out;
    assert!(said.contains("did you mean `posted-letter.md`?") && said.contains("\"warning\""), "{said}");
}

#[test]
fn a_template_that_fails_is_told_though_nothing_is_due_and_no_draft_is_touched() {
    let vault = TestVault::sound().note(OWN, "{{ greeting }}\n\n{{ thaks }}\n");
    vault.run(&["trust", "--yes"]).fine();
    let error = format!("{OWN}:3:4: error[letter/template]: there is no `thaks`\n");
    assert_eq!(check(&vault), error);
    vault.run(&["check"]).ended(Exit::Findings);

    let vault = fresh();
    vault.run(&["build"]).fine();
    let (draft, agenda) = (vault.read(DRAFT), vault.read("Agenda.md"));
    let vault = vault.note(OWN, "{{ greeting }}\n\n{{ thaks }}\n");
    assert!(vault.run(&["trust", "--yes"]).fine().err.contains(&format!("{OWN}:3: there is no `thaks`")));
    let changed = vault.read(ROUND).replace("- moment: ", "- moment: how ");
    let vault = vault.note(ROUND, &changed);
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert!(
        ran.err.contains("the thank-you-email is neither made nor refreshed")
            && ran.err.contains(&format!("{OWN}:3: "))
    );
    assert_eq!((vault.read(DRAFT), vault.read("Agenda.md")), (draft, agenda), "the draft stays, and in the agenda");

    fs::remove_file(vault.root().join(DRAFT)).unwrap();
    vault.run(&["letters", "--again", "2025-03-04 Ines Falk thank-you-email"]).ended(Exit::Failed);
    assert!(!vault.files().contains_key(DRAFT));
}

#[test]
fn one_that_fails_on_these_notes_alone_is_told_by_check_as_by_build() {
    let text = "{{ greeting }}\n{% if company == \"Harbour Glass\" %}\n{{ factors[9] }}\n{% endif %}\n";
    let vault = fresh().note(OWN, text);
    vault.run(&["trust", "--yes"]).fine();
    assert_eq!(check(&vault), format!("{OWN}:3:4: error[letter/template]: there is no `factors[9]` here\n"));
    assert!(
        vault.run(&["build"]).ended(Exit::Findings).err.contains(&format!("{OWN}:3: there is no `factors[9]` here"))
    );
    assert!(!vault.files().contains_key(DRAFT));
    let settled = TestVault::sound().note(OWN, text);
    settled.run(&["trust", "--yes"]).fine();
    assert_eq!(check(&settled), "", "nothing is drafted from it there");
}

#[test]
fn what_an_editor_adds_to_the_file_is_passed_over() {
    for text in [
        TEXT.to_owned(),
        format!("\u{feff}{TEXT}"),
        TEXT.replace('\n', "\r\n"),
        format!("\u{feff}---\r\ntags:\r\n  - letter\r\ntype: round\r\n---\r\n{}", TEXT.replace('\n', "\r\n")),
    ] {
        let vault = fresh().note(OWN, &text);
        vault.run(&["trust", "--yes"]).fine();
        vault.run(&["build"]).fine();
        let draft = vault.read(DRAFT);
        assert!(
            draft.ends_with("---\n\nBetreff: Danke\n\nDear Ines Falk,\n\nvielen Dank.\n\nRosa Lind\n"),
            "{text:?}: {draft}"
        );
    }
}

#[test]
fn templates_lie_where_the_settings_say() {
    let moved =
        fresh().note("vault.toml", "templates = \"Own/Texts\"\n").note("Own/Texts/Letters/posted-letter.md", "{{ x");
    assert!(check(&moved).starts_with("Own/Texts/Letters/posted-letter.md:1:1: warning"));
    let obsidian =
        fresh().note(".obsidian/templates.json", "{\"folder\": \"Vorlagen\"}").note("Vorlagen/Letters/check-in.md", "");
    assert!(check(&obsidian).starts_with("Vorlagen/Letters/check-in.md:1:1: warning"));
    for folder in ["..", "/etc", "a/../.."] {
        let outside = fresh().note(".obsidian/templates.json", &format!("{{\"folder\": \"{folder}\"}}"));
        outside.run(&["check"]);
        assert_eq!(check(&outside), "", "{folder}");
    }
}

#[test]
fn a_template_is_no_note_and_its_own_settings_apply() {
    let bare = TestVault::sound().run(&["check", "--format", "json"]).out;
    let with = TestVault::sound().note(OWN, "---\ntype: round\n---\nx");
    let counted = |json: &str| json.rsplit_once("\"notes\"").unwrap().1.to_owned();
    assert_eq!(counted(&with.run(&["check", "--format", "json"]).out), counted(&bare));
    let off = with.note("vault.toml", "[rules]\n\"letter/template\" = \"off\"\n");
    assert_eq!(check(&off), "");
}

#[test]
fn every_built_in_text_can_be_printed_trusted_and_used() {
    let bare = fresh();
    bare.run(&["build"]).fine();
    let mut vault = fresh();
    for document in Document::ALL {
        let name = format!("letter:{}", document.name());
        let exit = if document.is_sheet() { Exit::Failed } else { Exit::Fine };
        let ran = vault.run(&["explain", &name, "--template"]).ended(exit);
        let path = format!("Templates/Letters/{}.md", document.name());
        assert_eq!(document_of(&path).is_some(), exit == Exit::Fine);
        if let Some(text) = built_in(document) {
            assert_eq!(ran.out, text);
            assert!(vault.run(&["explain", &name]).fine().out.contains(&format!("Letters/{}.md", document.name())));
            vault = vault.note(&path, &ran.out);
        }
    }
    vault.run(&["trust", "--yes"]).fine();
    assert_eq!(check(&vault), "");
    vault.run(&["build"]).fine();
    let drafts = |vault: &TestVault| {
        let mut files = vault.files();
        files.retain(|path, _| !path.starts_with("Templates/"));
        files
    };
    assert_eq!(drafts(&vault), drafts(&bare));
    vault.run(&["explain", "close/hear-by", "--template"]).ended(Exit::Failed);
}

#[test]
fn a_text_too_long_tells_only_what_it_had_and_lost() {
    let long = format!("Subject: x\n\n{{{{ interest }}}}\n{}", "word ".repeat(230));
    let looked = Notes::sound("2025-03-05").note(OWN, &long);
    assert_eq!(looked.look().of("letter/template").len(), 0);
    let vault = fresh().note(OWN, &long);
    vault.run(&["trust", "--yes"]).fine();
    vault.run(&["build"]).fine();
    assert!(!vault.read(DRAFT).contains("left_out"), "{}", vault.read(DRAFT));
}

#[test]
fn a_sheet_has_no_sent_on() {
    let planned = "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nstate: planned\ninterview_date: 2025-03-07\n---\n";
    let vault = TestVault::sound().note("Rounds/2025-03-07 Harbour Glass.md", planned);
    vault.run(&["build"]).fine();
    let files = vault.files();
    let sheets: Vec<_> = files.iter().filter(|(path, _)| path.starts_with("Sheets/")).collect();
    assert_eq!(sheets.len(), 2, "{:?}", files.keys());
    assert!(sheets.iter().all(|(_, text)| !text.contains("sent_on")), "{sheets:?}");
    vault.run(&["build"]).fine();
    assert_eq!(vault.files(), files);
}
