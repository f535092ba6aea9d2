//! However an editor saves, what is generated follows.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use interview_vault::checklist::example::ROUND;

use super::{EMAIL, Watched, round, save};
use crate::desk::TestVault;

/// As VS Code does, and `echo >`: the file is emptied, then written.
fn by_truncating(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}

/// As vim does where it makes backups: the old file is moved aside, a new one takes its name, the old one goes.
fn by_backup(path: &Path, text: &str) {
    let backup = path.with_extension("md~");
    fs::rename(path, &backup).unwrap();
    fs::write(path, text).unwrap();
    fs::remove_file(backup).unwrap();
}

/// As careful editors and sync programs do: a new file, moved over the old one.
fn by_renaming(path: &Path, text: &str) {
    let new = path.with_file_name(".round.tmp");
    fs::write(&new, text).unwrap();
    fs::rename(new, path).unwrap();
}

/// The bytes are written over the old ones.
fn in_place(path: &Path, text: &str) {
    let mut file = OpenOptions::new().write(true).open(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.set_len(text.len() as u64).unwrap();
}

/// A way in which an editor saves a text.
type Save = fn(&Path, &str);

#[test]
fn drafts_follow_however_a_note_is_saved() {
    let vault = TestVault::sound();
    let watched = Watched::start(&vault, &[]);
    let ways: [(&str, Save); 4] = [
        ("a backup", by_backup),
        ("emptying the file", by_truncating),
        ("renaming", by_renaming),
        ("writing in place", in_place),
    ];
    for (name, way) in ways {
        for is_thanked in [false, true] {
            way(&vault.root().join(ROUND), &round(&vault, is_thanked));
            watched.until_drafted(name, !is_thanked);
        }
    }
}

#[test]
fn what_is_saved_while_it_starts_is_not_missed() {
    let vault = TestVault::sound();
    // So many that reading them takes a while.
    (0..1_500).for_each(|at| save(&vault, &format!("Aside/{at}.md"), "---\ntype: contact\n---\n"));
    for (number, is_thanked) in [false, true].into_iter().cycle().take(16).enumerate() {
        let watched = Watched::spawn(Command::new(env!("CARGO_BIN_EXE_vault")), &vault, &[]);
        sleep(Duration::from_millis(25 * number as u64));
        save(&vault, ROUND, &round(&vault, is_thanked));
        watched.until_drafted("a save at the start", !is_thanked);
    }
}

#[test]
fn a_tick_in_the_agenda_is_taken_in() {
    let vault = TestVault::sound();
    save(&vault, ROUND, &round(&vault, false));
    let watched = Watched::start(&vault, &[]);
    let agenda = vault.read("Agenda.md");
    let ticked = agenda.replacen("- [ ] Post a thank-you letter", "- [x] Post a thank-you letter", 1);
    assert_ne!(ticked, agenda);
    save(&vault, "Agenda.md", &ticked);
    let is_recorded = |text: &str| text.contains("sent_on: 2025-03-05") || text.contains("2025-03-05 post thank-you");
    watched.until("the record of the letter", || vault.files().values().any(|text| is_recorded(text)));
    watched.until("the item's end", || !vault.read("Agenda.md").contains("Post a thank-you letter"));
}

#[test]
fn broken_settings_are_told_and_once_mended_all_goes_on() {
    let vault = TestVault::sound();
    let watched = Watched::start(&vault, &[]);
    save(&vault, "vault.toml", "timezone = [\n");
    watched.until("the complaint", || watched.err().contains("vault.toml:"));
    save(&vault, ROUND, &round(&vault, false));
    save(&vault, "vault.toml", "");
    watched.until_drafted("the mended vault", true);
}

#[test]
fn a_dry_run_tells_and_writes_nothing() {
    let vault = TestVault::sound();
    let mut before = vault.files();
    let watched = Watched::start(&vault, &["--dry-run"]);
    watched.until("the preview", || watched.out().contains("Agenda.md"));
    let unthanked = round(&vault, false);
    save(&vault, ROUND, &unthanked);
    watched.until("the draft's name", || watched.out().contains(EMAIL));
    save(&vault, "Rounds/Broken.md", "---\ntype: round\ncompany: [\n---\n");
    watched.until("the finding", || watched.out().contains("+ Rounds/Broken.md"));
    before.insert(ROUND.to_owned(), unthanked);
    before.insert("Rounds/Broken.md".to_owned(), vault.read("Rounds/Broken.md"));
    assert_eq!(vault.files(), before);
    assert!(!vault.root().with_file_name("state").exists());
}

#[test]
fn what_could_not_be_written_is_not_told_as_written() {
    let vault = TestVault::sound();
    let watched = Watched::start(&vault, &[]);
    assert!(watched.out().contains("wrote Agenda.md"), "{}", watched.out());
    // A file with a second name elsewhere is never replaced.
    fs::hard_link(vault.root().join("Agenda.md"), vault.root().with_file_name("elsewhere.md")).unwrap();
    save(&vault, ROUND, &round(&vault, false));
    watched.until("word of the refusal", || watched.err().contains("has another name elsewhere"));
    watched.until("word of the draft", || watched.out().contains(&format!("wrote {EMAIL}")));
    assert_eq!(watched.out().matches("wrote Agenda.md").count(), 1, "{}", watched.out());
}

#[test]
fn a_note_that_cannot_be_read_is_told_and_forgotten_once_it_can() {
    let vault = TestVault::sound();
    let path = vault.root().join("Rounds/Odd.md");
    let odd = b"---\ntype: round\n---\n\xff\n";
    fs::write(&path, odd).unwrap();
    let watched = Watched::start(&vault, &[]);
    save(&vault, "Rounds/Odd.md", "an ordinary note\n");
    watched.until("word that it can be read", || watched.out().contains("- Rounds/Odd.md"));
    fs::write(&path, odd).unwrap();
    watched.until("word that it cannot", || watched.out().contains("+ Rounds/Odd.md"));
    fs::remove_file(&path).unwrap();
    watched.until("word that it is gone", || watched.out().matches("- Rounds/Odd.md").count() == 2);
}

#[test]
fn a_note_that_is_empty_for_a_moment_is_not_taken_for_an_empty_one() {
    let vault = TestVault::sound();
    save(&vault, ROUND, &round(&vault, false));
    let watched = Watched::start(&vault, &["--settle", "0.6"]);
    watched.until_drafted("the draft", true);
    let text = vault.read(ROUND);
    // The time to settle goes by, and half of it once more.
    save(&vault, ROUND, "");
    sleep(Duration::from_millis(900));
    save(&vault, ROUND, &format!("{text}\nA line more.\n"));
    sleep(Duration::from_millis(1_500));
    assert!(!watched.out().contains("removed"), "{}", watched.out());
    // One that stays empty is.
    save(&vault, ROUND, "");
    watched.until_drafted("that nobody is to be thanked", false);
}
