//! Whatever is done to the files of a vault under watch, nothing ends the watch, and in the end nothing is left to do.

use std::fs::{self, OpenOptions};
use std::io;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{Dice, PATIENCE, Watched};
use crate::desk::TestVault;

/// A vault that somebody turns over.
struct Upheaval<'v> {
    root: PathBuf,
    /// Where folders lie that were moved out of it.
    outside: PathBuf,
    dice: &'v mut Dice,
    done: u32,
}

/// Every note and every folder below `folder`.
fn below(folder: &Path, notes: &mut Vec<PathBuf>, folders: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let (path, kind) = entry.map(|entry| (entry.path(), entry.file_type()))?;
        if kind?.is_dir() {
            below(&path, notes, folders)?;
            folders.push(path);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            notes.push(path);
        }
    }
    Ok(())
}

impl Upheaval<'_> {
    fn one_of(&mut self, all: &[PathBuf]) -> io::Result<PathBuf> {
        let at = self.dice.roll(all.len().max(1) as u64);
        let found = usize::try_from(at).ok().and_then(|at| all.get(at));
        found.cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// A path below `folder` at which nothing lies.
    fn new_in(&mut self, folder: &Path, name: &str) -> PathBuf {
        self.done += 1;
        folder.join(format!("{} {name}", self.done))
    }

    /// One blow; it may fail, as what it is aimed at may be of another kind by now.
    fn strike(&mut self) -> io::Result<()> {
        let (mut notes, mut folders) = (Vec::new(), Vec::new());
        below(&self.root, &mut notes, &mut folders)?;
        let (note, other, folder) = (self.one_of(&notes)?, self.one_of(&notes)?, self.one_of(&folders)?);
        let name = note.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let settings = self.root.join("vault.toml");
        match self.dice.roll(16) {
            0 => fs::write(&note, ""),
            1 => fs::write(&note, fs::read_to_string(&note)?.replacen("\n-", "\n", 1)),
            2 => OpenOptions::new().append(true).open(&note)?.write_all(b"\xff"),
            3 => fs::remove_file(&note),
            4 => fs::rename(&note, self.new_in(&folder, &name)),
            5 => fs::copy(&note, self.new_in(&folder, &name)).map(drop),
            6 => fs::rename(&note, note.with_file_name(name.to_uppercase()).with_extension("md")),
            // Two notes change places.
            7 => {
                let between = note.with_extension("moved");
                fs::rename(&note, &between)?;
                fs::rename(&other, &note)?;
                fs::rename(&between, &other)
            }
            8 => symlink(&other, self.new_in(&folder, &name)),
            9 => symlink(&folder, self.new_in(&self.root.clone(), "link")),
            // A folder in a note's place, and a link.
            10 => fs::remove_file(&note).and_then(|()| fs::create_dir(&note)),
            11 => fs::remove_file(&note).and_then(|()| symlink(&folder, &note)),
            12 => fs::rename(&folder, self.new_in(&self.outside.clone(), "out")),
            13 => {
                let (mut out, mut rest) = (Vec::new(), Vec::new());
                below(&self.outside, &mut rest, &mut out)?;
                let back = self.one_of(&out)?;
                fs::rename(back, self.new_in(&self.root.clone(), "back"))
            }
            14 => {
                let deep = self.new_in(&folder, "new").join("deep");
                fs::create_dir_all(&deep)?;
                fs::copy(&note, deep.join(&name)).map(drop)
            }
            _ if settings.exists() => fs::rename(&settings, self.outside.join("vault.toml")),
            _ => self.restore(),
        }
    }

    /// Puts the settings back, without which there is no vault.
    fn restore(&self) -> io::Result<()> {
        fs::rename(self.outside.join("vault.toml"), self.root.join("vault.toml"))
    }
}

fn overturn(seed: u64, length: Duration) {
    let vault = TestVault::nowhere().today("2025-03-05");
    vault.run(&["init", "--example"]).fine();
    let outside = vault.root().with_file_name("outside");
    fs::create_dir(&outside).unwrap();
    let mut watched = Watched::start(&vault, &[]);
    let (mut dice, begun) = (Dice(seed), Instant::now());
    let mut upheaval = Upheaval { root: vault.root(), outside, dice: &mut dice, done: 0 };
    let (mut struck, mut missed) = (0, 0);
    while begun.elapsed() < length {
        if upheaval.strike().is_ok() {
            struck += 1;
        } else {
            missed += 1;
        }
        let pause = [0, 1, 10, 60, 300][usize::try_from(upheaval.dice.roll(5)).unwrap()];
        sleep(Duration::from_millis(pause));
    }
    assert!(struck > missed, "{struck} blows struck, {missed} missed");
    // It may be where it belongs.
    let _ = upheaval.restore();
    let begun = Instant::now();
    loop {
        let left = vault.run(&["build", "--dry-run"]).out;
        if left.is_empty() {
            break;
        }
        let said = || format!("{}{}", watched.out(), watched.err());
        assert!(begun.elapsed() < PATIENCE, "after upheaval {seed}, this is left to do:\n{left}\n{}", said());
        sleep(Duration::from_millis(100));
    }
    assert!(watched.child.try_wait().unwrap().is_none(), "upheaval {seed} ended it:\n{}", watched.err());
}

#[test]
fn an_upheaval_leaves_nothing_to_do() {
    for seed in [1, 2] {
        overturn(seed, Duration::from_secs(2));
    }
}

/// `cargo test --test suite watch::upheaval -- --ignored`
#[test]
#[ignore = "takes minutes"]
fn many_upheavals_leave_nothing_to_do() {
    for seed in 3..33 {
        overturn(seed, Duration::from_secs(4));
    }
}
