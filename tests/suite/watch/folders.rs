//! Whole folders that come and go, the vault's own among them.

use std::fs;

use interview_vault::checklist::example::{COMPANY, ROUND};

use super::{Watched, round, save};
use crate::desk::TestVault;

/// Whether the pipeline has the company of [`later`].
fn is_listed(vault: &TestVault) -> bool {
    fs::read_to_string(vault.root().join("Pipeline.md")).is_ok_and(|pipeline| pipeline.contains("Moor Kilns"))
}

/// Another company, in a folder that is new.
fn later(vault: &TestVault) {
    save(vault, "Later/Deep/Moor Kilns.md", "---\ntype: company\nstatus: waiting\napplied_on: 2025-03-03\n---\n");
}

#[test]
fn folders_are_read_as_they_come_and_forgotten_as_they_go() {
    let vault = TestVault::sound();
    let (inside, outside) = (vault.root().join("Later"), vault.root().with_file_name("Later"));
    let watched = Watched::start(&vault, &[]);
    later(&vault);
    watched.until("a new folder with a note in it at once", || is_listed(&vault));
    fs::rename(&inside, &outside).unwrap();
    watched.until("a folder moved out", || !is_listed(&vault));
    fs::rename(&outside, &inside).unwrap();
    watched.until("a folder moved in", || is_listed(&vault));
    fs::remove_dir_all(&inside).unwrap();
    watched.until("a folder removed", || !is_listed(&vault));
}

#[test]
fn a_vault_that_is_made_anew_in_its_place_is_watched_again() {
    let vault = TestVault::sound();
    let files = vault.files();
    let watched = Watched::start(&vault, &[]);
    fs::remove_dir_all(vault.root()).unwrap();
    watched.until("word that it is gone", || watched.err().contains("gone"));
    for (path, text) in &files {
        save(&vault, path, text);
    }
    watched.until("the first build of the new one", || vault.root().join("Agenda.md").exists());
    save(&vault, ROUND, &round(&vault, false));
    watched.until_drafted("an edit in the new one", true);
}

#[test]
fn another_vault_around_the_folder_is_never_written_into() {
    let vault = TestVault::sound();
    let around = vault.root().with_file_name("vault.toml");
    let watched = Watched::start(&vault, &[]);
    fs::write(&around, "").unwrap();
    fs::remove_file(vault.root().join("vault.toml")).unwrap();
    watched.until("the complaint", || watched.err().contains("vault.toml"));
    assert!(!around.with_file_name("Agenda.md").exists() && vault.root().join(COMPANY).exists());
    save(&vault, "vault.toml", "");
    save(&vault, ROUND, &round(&vault, false));
    watched.until_drafted("the mended vault", true);
}
