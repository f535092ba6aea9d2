//! `vault watch`, in a process of its own, while somebody else saves.
#![expect(clippy::disallowed_methods, reason = "the other programs that save into the vault are played here")]

mod folders;
#[cfg(target_os = "linux")]
mod limits;
#[cfg(target_os = "linux")]
mod live;
mod midnight;
mod quiet;
mod saves;
mod storm;
#[cfg(unix)]
mod upheaval;

use std::fs::{self, File};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use interview_vault::checklist::example::ROUND;

use crate::desk::TestVault;

/// The day after the sound vault's interview, 2025-03-05, at noon, in seconds.
const NOON: &str = "1741176000";
/// The draft that is due where the round's log does not say that it went out.
const EMAIL: &str = "Letters/2025-03-04 Ines Falk thank-you-email.md";
/// What the log of the sound round says of it.
const THANKED: &str = "- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n";
/// So long is waited at most for what must come.
const PATIENCE: Duration = Duration::from_secs(30);

/// Numbers that look random, the same for the same seed.
struct Dice(u64);

impl Dice {
    /// One of the first so many numbers.
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// `vault watch` on a vault; it ends with this.
struct Watched<'v> {
    vault: &'v TestVault,
    child: Child,
}

impl<'v> Watched<'v> {
    /// Started with these arguments too, and the first build done.
    fn start(vault: &'v TestVault, args: &[&str]) -> Self {
        Self::start_by(Command::new(env!("CARGO_BIN_EXE_vault")), vault, args)
    }

    /// The same, by a command that runs what it is given.
    fn start_by(command: Command, vault: &'v TestVault, args: &[&str]) -> Self {
        let watched = Self::spawn(command, vault, args);
        watched.until("the first build", || watched.out().contains("watching · "));
        watched
    }

    /// The same, about to begin.
    fn spawn(mut command: Command, vault: &'v TestVault, args: &[&str]) -> Self {
        let file = |name| File::create(vault.root().with_file_name(name)).unwrap();
        let settle: &[&str] = if args.contains(&"--settle") { &[] } else { &["--settle", "0.2"] };
        let child = command
            .arg("watch")
            .args(settle)
            .args(args)
            .current_dir(vault.root())
            .env_clear()
            .env("XDG_STATE_HOME", vault.root().with_file_name("state"))
            .env("SOURCE_DATE_EPOCH", NOON)
            .stdin(Stdio::null())
            .stdout(file("out"))
            .stderr(file("err"))
            .spawn()
            .unwrap();
        Self { vault, child }
    }

    /// What it printed so far.
    fn out(&self) -> String {
        fs::read_to_string(self.vault.root().with_file_name("out")).unwrap()
    }

    /// What it told on the other stream so far.
    fn err(&self) -> String {
        fs::read_to_string(self.vault.root().with_file_name("err")).unwrap()
    }

    /// Waits until that is so.
    #[track_caller]
    fn until(&self, what: &str, is_so: impl Fn() -> bool) {
        let begun = Instant::now();
        while !is_so() {
            assert!(begun.elapsed() < PATIENCE, "{what} never came:\n{}{}", self.out(), self.err());
            sleep(Duration::from_millis(25));
        }
    }

    /// Waits until the draft of the thanks is there, or is not.
    #[track_caller]
    fn until_drafted(&self, what: &str, is_drafted: bool) {
        self.until(what, || self.vault.root().join(EMAIL).exists() == is_drafted);
    }

    /// How it ended, by itself.
    fn ended(mut self) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(begun.elapsed() < PATIENCE, "it never ended:\n{}{}", self.out(), self.err());
            sleep(Duration::from_millis(25));
        }
    }
}

impl Drop for Watched<'_> {
    fn drop(&mut self) {
        // One that has ended cannot be ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The text of the sound round, with the thanks logged or not.
fn round(vault: &TestVault, is_thanked: bool) -> String {
    let without = vault.read(ROUND).replace(THANKED, "");
    let log = if is_thanked { format!("## Log\n{THANKED}") } else { "## Log\n".to_owned() };
    without.replace("## Log\n", &log)
}

/// That file of the vault, and the folders above it, with that text.
fn save(vault: &TestVault, path: &str, text: &str) {
    let path = vault.root().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
