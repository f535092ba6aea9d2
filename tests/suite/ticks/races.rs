//! Somebody else writes at the same moment: a second window, a second run, a command that takes things back.

use std::cell::Cell;
use std::ffi::OsString;

use chrono::NaiveTime;
use interview_vault::checklist::example::{ROUND, SOUND_DAY};
use interview_vault::cli::{self, Environment, Exit};

use super::{EMAIL, logged, marked, notes, ticked, unthanked};
use crate::desk::TestVault;
use crate::notes::day;

/// Runs `vault build`, and somebody does that just before the first file is written.
fn meddled(vault: &TestVault, meddle: &dyn Fn()) -> (Exit, String) {
    let (is_first, state) = (Cell::new(true), vault.root().with_file_name("state"));
    let variable = |name: &str| {
        (name == "XDG_STATE_HOME").then(|| {
            if is_first.replace(false) {
                meddle();
            }
            state.clone().into_os_string()
        })
    };
    let environment = Environment {
        current_dir: vault.root(),
        variable: &variable,
        clock: &|| day("2025-03-05").and_time(NaiveTime::MIN).and_utc(),
        out_is_terminal: false,
        rows: &|| None,
        err_is_terminal: false,
        in_is_terminal: false,
        input: &|| None,
        on_signal: &|_| {},
        pause: &|| {},
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = cli::run_in(&environment, ["vault", "build"].map(OsString::from), &mut out, &mut err);
    (exit, String::from_utf8(err).unwrap())
}

#[expect(clippy::disallowed_methods, reason = "somebody else writes into the vault")]
fn save(vault: &TestVault, path: &str, text: &str) {
    std::fs::write(vault.root().join(path), text).unwrap();
}

#[test]
fn a_tick_set_while_the_program_runs_waits_for_the_next_run() {
    let vault = ticked(unthanked(), "Post a thank-you letter");
    let log = vault.read(ROUND);
    let saved = vault.read("Agenda.md").replace("- [ ] Write [[Ines Falk]]", "- [x] Write [[Ines Falk]]");
    let (exit, err) = meddled(&vault, &|| save(&vault, "Agenda.md", &saved));
    assert_eq!(exit, Exit::Findings, "{err}");
    assert!(err.contains("Agenda.md: the file was changed since it was read"), "{err}");
    assert_eq!(vault.read("Agenda.md"), saved);
    let posted = format!("{log}- 2025-03-05 post thank-you to [[Ines Falk]]\n");
    assert_eq!(vault.read(ROUND), posted);

    vault.run(&["build"]).fine();
    // In the eyes of the checklist a letter does for a card: what was ticked is written down all the same, or gone.
    assert!(vault.read(ROUND).starts_with(&posted) && vault.read(ROUND).matches("post thank-you").count() == 1);
    assert!(!vault.read("Agenda.md").contains("[x]"));
}

#[test]
fn a_note_that_was_saved_meanwhile_is_left_and_its_tick_stays() {
    let vault = ticked(unthanked(), "Post a thank-you letter");
    let saved = vault.read(ROUND).replace("- shifts\n", "- shifts\n- a word of mine\n");
    let (exit, err) = meddled(&vault, &|| save(&vault, ROUND, &saved));
    assert_eq!((exit, vault.read(ROUND)), (Exit::Findings, saved.clone()));
    assert!(err.contains("is ticked [x] and not recorded"), "{err}");
    let agenda = vault.read("Agenda.md");
    assert!(
        agenda.contains("- [x] Post a thank-you letter") && agenda.contains("changed since it was read"),
        "{agenda}"
    );

    vault.run(&["build"]).fine();
    assert_eq!(vault.read(ROUND), saved + "- 2025-03-05 post thank-you to [[Ines Falk]]\n");
    assert!(!vault.read("Agenda.md").contains("[x]"));
}

#[test]
fn where_nobody_meddles_all_is_recorded() {
    let vault = ticked(unthanked(), "Post a thank-you letter");
    assert_eq!(meddled(&vault, &|| ()).0, Exit::Fine);
    assert!(vault.read(ROUND).ends_with("- 2025-03-05 post thank-you to [[Ines Falk]]\n"));
}

#[test]
fn two_runs_at_once_record_a_tick_once() {
    for _ in 0..8 {
        let vault = ticked(unthanked(), "Post a thank-you letter");
        std::thread::scope(|scope| {
            let other = scope.spawn(|| meddled(&vault, &|| ()));
            meddled(&vault, &|| ());
            other.join().unwrap();
        });
        vault.run(&["build"]).fine();
        assert_eq!(vault.read(ROUND).matches("2025-03-05 post thank-you").count(), 1, "{}", vault.read(ROUND));
        assert!(!vault.read("Agenda.md").contains("[x]"));
    }
}

#[test]
fn two_ticks_for_one_note_come_in_one_run() {
    let vault = logged("## Promises\n- [ ] Send it\n- [ ] Call\n\n## Log\n");
    vault.run(&["build"]).fine();
    let vault =
        marked(ticked(ticked(vault, "Post a thank-you letter"), "Keep a promise: Call"), "Keep a promise: Send", '-');
    let before = vault.read(ROUND);
    vault.run(&["build"]).fine();
    let after = before.replace("- [ ] Send it\n- [ ] Call\n", "- [-] Send it\n- [x] Call ✅ 2025-03-05\n");
    assert_eq!(vault.read(ROUND), after + "- 2025-03-05 post thank-you to [[Ines Falk]]\n");
}

#[test]
fn what_is_taken_back_is_to_be_done_again() {
    let vault = ticked(ticked(unthanked(), "Thank [[Ines Falk]] by e-mail"), "Post a thank-you letter");
    let before = notes(&vault);
    vault.run(&["agenda"]).fine();
    let told = vault.run(&["undo"]).fine();
    assert!(told.out.contains("`vault agenda`") && told.out.contains(EMAIL) && told.out.contains(ROUND), "{told:?}");
    assert_eq!(notes(&vault), before);
    vault.run(&["agenda"]).fine();
    assert_eq!(notes(&vault), before);
    assert!(vault.read("Agenda.md").contains("- [ ] Thank [[Ines Falk]] by e-mail"));
    assert!(SOUND_DAY > "2025-03-05");
}

#[test]
fn after_a_scan_that_was_not_complete_ticks_wait() {
    let vault = ticked(unthanked(), "Post a thank-you letter");
    let closed = Closed::new(&vault, "Companies");
    let before = (vault.read(ROUND), vault.read("Agenda.md"));
    if closed.is_shut() {
        let ran = vault.run(&["build"]).ended(Exit::Findings);
        assert!(ran.err.contains("could not be listed"), "{}", ran.err);
        assert_eq!((vault.read(ROUND), vault.read("Agenda.md")), before);
    }
}

/// A folder that nobody may list, until it goes.
struct Closed(std::path::PathBuf);

#[expect(clippy::disallowed_methods, reason = "what is tested is a folder that cannot be listed")]
impl Closed {
    fn new(vault: &TestVault, folder: &str) -> Self {
        let path = vault.root().join(folder);
        Self::set(&path, 0o000);
        Self(path)
    }

    /// Whether the system keeps to it: not for root.
    fn is_shut(&self) -> bool {
        std::fs::read_dir(&self.0).is_err()
    }

    #[cfg(unix)]
    fn set(path: &std::path::Path, mode: u32) {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    #[cfg(not(unix))]
    fn set(_: &std::path::Path, _: u32) {}
}

impl Drop for Closed {
    fn drop(&mut self) {
        Self::set(&self.0, 0o755);
    }
}
