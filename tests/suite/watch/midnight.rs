//! At midnight another day begins, though nothing was saved.

use std::ffi::OsString;
use std::fs;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc;
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

use chrono::DateTime;
use interview_vault::cli::{self, Environment, Exit, OnSignal, Signal};

use super::{NOON, PATIENCE};
use crate::desk::TestVault;

/// Watches the vault, by a clock that shows these seconds.
fn watch(vault: &TestVault, seconds: &AtomicI64, give: &mpsc::Sender<OnSignal>) -> Exit {
    let state = vault.root().with_file_name("state");
    let environment = Environment {
        current_dir: vault.root(),
        variable: &|name| (name == "XDG_STATE_HOME").then(|| state.clone().into_os_string()),
        clock: &|| DateTime::from_timestamp(seconds.load(Ordering::SeqCst), 0).unwrap(),
        out_is_terminal: false,
        rows: &|| None,
        err_is_terminal: false,
        in_is_terminal: false,
        input: &|| None,
        on_signal: &|hear| give.send(hear).unwrap(),
        pause: &|| {},
    };
    let args = ["vault", "watch", "--settle", "0.2"].map(OsString::from);
    cli::run_in(&environment, args, &mut Vec::new(), &mut Vec::new())
}

#[test]
fn the_agenda_is_of_the_new_day_after_midnight() {
    let vault = TestVault::sound();
    let seconds = AtomicI64::new(NOON.parse().unwrap());
    let (give, taken) = mpsc::channel();
    let exit = scope(|threads| {
        let watching = threads.spawn(|| watch(&vault, &seconds, &give));
        let hear = taken.recv().unwrap();
        let comes = |day: &str| {
            let begun = Instant::now();
            let is_there = || fs::read_to_string(vault.root().join("Agenda.md")).is_ok_and(|text| text.contains(day));
            while !is_there() && begun.elapsed() < PATIENCE {
                sleep(Duration::from_millis(25));
            }
            is_there()
        };
        let is_today = comes("5 March");
        seconds.fetch_add(24 * 60 * 60, Ordering::SeqCst);
        let is_tomorrow = comes("6 March");
        hear(Signal::Stop);
        assert!(is_today && is_tomorrow, "{}", vault.read("Agenda.md"));
        watching.join().unwrap()
    });
    assert_eq!(exit, Exit::Stopped);
}
