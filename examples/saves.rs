//! How long after a save the agenda is on disk: `cargo run --release --example saves -- VAULT [SAVES]`, where VAULT was made
//! by the example `generate`. `vault watch` runs on it, from the same build, while one note is saved again and again, and
//! then another of another kind.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a tool for measurements: it plays an editor, reads its arguments and prints what it saw"
)]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, fs};

/// How long `vault watch` waits after a save, in seconds.
const SETTLE: &str = "0.05";
/// The day of the generated search: 2025-03-06 at noon, in seconds.
const NOON: &str = "1741262400";
const COMPANY: &str = "---\ntype: company\nstatus: interviewing\n---\n";
const SAVED: [Saved; 2] = [
    Saved { path: "Rounds/Saved 1.md", text: round, shown: promise },
    Saved { path: "Interviewers/Una Saved.md", text: interviewer, shown: address },
];
const PATIENCE: Duration = Duration::from_mins(1);

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args_os().skip(1);
    let vault = PathBuf::from(args.next().ok_or("name a vault that the example `generate` made")?);
    let saves: u32 = args.next().map_or(Ok(200), |saves| saves.to_string_lossy().parse())?;
    let program = env::current_exe()?.with_file_name("../vault");
    let state = tempfile::tempdir()?;
    fs::write(vault.join("Companies/Saved.md"), COMPANY)?;
    for note in SAVED {
        note.save(&vault, 0)?;
    }
    let mut watch = Command::new(program);
    watch.args(["watch", "--settle", SETTLE]).current_dir(&vault).env("XDG_STATE_HOME", state.path());
    let watch = Watch(watch.env("SOURCE_DATE_EPOCH", NOON).stdout(Stdio::null()).spawn()?);
    for note in SAVED {
        println!("{}: {}", note.path, summary(note.times(&vault, saves)?));
    }
    drop(watch);
    Ok(())
}

/// A note that is saved, with a number in it that the agenda shows.
#[derive(Clone, Copy)]
struct Saved {
    path: &'static str,
    text: fn(u32) -> String,
    shown: fn(u32) -> String,
}

impl Saved {
    fn save(self, vault: &Path, number: u32) -> Result<(), Box<dyn Error>> {
        Ok(fs::write(vault.join(self.path), (self.text)(number))?)
    }

    /// How long each of so many saves took, beyond the settling time.
    fn times(self, vault: &Path, saves: u32) -> Result<Vec<Duration>, Box<dyn Error>> {
        let agenda = vault.join("Agenda.md");
        let has = |number: u32| fs::read_to_string(&agenda).is_ok_and(|text| text.contains(&(self.shown)(number)));
        until(|| has(0))?;
        let settle = Duration::from_secs_f64(SETTLE.parse()?);
        let mut took = Vec::new();
        for number in 1..=saves {
            // As somebody writes: the last save has come to rest.
            sleep(Duration::from_millis(500));
            let before = fs::metadata(&agenda)?.modified()?;
            self.save(vault, number)?;
            let begun = Instant::now();
            until(|| fs::metadata(&agenda).and_then(|now| now.modified()).is_ok_and(|now| now != before))?;
            took.push(begun.elapsed().saturating_sub(settle));
            if !has(number) {
                return Err(format!("the agenda after save {number} of {} is not of that save", self.path).into());
            }
        }
        Ok(took)
    }
}

/// Their middle, and how long the slowest took.
fn summary(mut took: Vec<Duration>) -> String {
    took.sort_unstable();
    let at = |part: usize| took[(took.len() - 1) * part / 100];
    let (saves, p50, p99, longest) = (took.len(), at(50), at(99), at(100));
    format!("{saves} saves, beyond the settling time: p50 {p50:.1?}, p99 {p99:.1?}, longest {longest:.1?}")
}

/// Ends with this.
struct Watch(Child);

impl Drop for Watch {
    fn drop(&mut self) {
        // One that has ended cannot be ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A round with one promise in it, and somebody to thank.
fn round(number: u32) -> String {
    let promise = promise(number);
    format!(
        "---\ntype: round\ncompany: \"[[Saved]]\"\nstate: held\ninterview_date: 2025-03-05\ninterviewers: [\"[[Una Saved]]\"]\n---\n\
         ## Promises\n- [ ] {promise} 📅 2025-03-07\n"
    )
}

fn promise(number: u32) -> String {
    format!("Send drawing number {number} of the set.")
}

/// Who is to be thanked by e-mail.
fn interviewer(number: u32) -> String {
    let address = address(number);
    format!("---\ntype: interviewer\ncompany: \"[[Saved]]\"\nemail: {address}\n---\n")
}

fn address(number: u32) -> String {
    format!("una.{number}@saved.example")
}

fn until(is_so: impl Fn() -> bool) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    while !is_so() {
        if begun.elapsed() > PATIENCE {
            return Err("the agenda never followed".into());
        }
        sleep(Duration::from_micros(200));
    }
    Ok(())
}
