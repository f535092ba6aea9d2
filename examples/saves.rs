//! How long after a save the agenda is on disk: `cargo run --release --example saves -- VAULT [SAVES]`, where VAULT was made
//! by the example `generate`. `vault watch` runs on it, from the same build, while one note is saved again and again.
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
const PATIENCE: Duration = Duration::from_mins(1);

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args_os().skip(1);
    let vault = PathBuf::from(args.next().ok_or("name a vault that the example `generate` made")?);
    let saves: u32 = args.next().map_or(Ok(200), |saves| saves.to_string_lossy().parse())?;
    let program = env::current_exe()?.with_file_name("../vault");
    let state = tempfile::tempdir()?;
    fs::write(vault.join("Companies/Saved.md"), COMPANY)?;
    save(&vault, 0)?;
    let mut watch = Command::new(program);
    watch.args(["watch", "--settle", SETTLE]).current_dir(&vault).env("XDG_STATE_HOME", state.path());
    let watch = Watch(watch.env("SOURCE_DATE_EPOCH", NOON).stdout(Stdio::null()).spawn()?);
    let agenda = vault.join("Agenda.md");
    let has = |number: u32| fs::read_to_string(&agenda).is_ok_and(|text| text.contains(&promise(number)));
    until(|| has(0))?;
    let settle = Duration::from_secs_f64(SETTLE.parse()?);
    let mut took = Vec::new();
    for number in 1..=saves {
        // As somebody writes: the last save has come to rest.
        sleep(Duration::from_millis(500));
        let before = fs::metadata(&agenda)?.modified()?;
        save(&vault, number)?;
        let begun = Instant::now();
        until(|| fs::metadata(&agenda).and_then(|now| now.modified()).is_ok_and(|now| now != before))?;
        took.push(begun.elapsed().saturating_sub(settle));
        if !has(number) {
            return Err(format!("the agenda after save {number} is not of that save").into());
        }
    }
    drop(watch);
    took.sort_unstable();
    let at = |part: usize| took[(took.len() - 1) * part / 100];
    println!(
        "{saves} saves, beyond the settling time: p50 {:.1?}, p99 {:.1?}, longest {:.1?}",
        at(50),
        at(99),
        at(100)
    );
    Ok(())
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

/// Saves a round with one promise in it, which the agenda shows.
fn save(vault: &Path, number: u32) -> Result<(), Box<dyn Error>> {
    let text = format!(
        "---\ntype: round\ncompany: \"[[Saved]]\"\nstate: held\ninterview_date: 2025-03-05\n---\n## Promises\n- [ ] {} 📅 2025-03-07\n",
        promise(number)
    );
    Ok(fs::write(vault.join("Rounds/Saved 1.md"), text)?)
}

fn promise(number: u32) -> String {
    format!("Send drawing number {number} of the set.")
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
