//! A vault that can be set back to how it was, and a command to run in it again and again.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use interview_vault::checklist::example;
use tempfile::TempDir;

/// The text of every file, by path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// What the program was asked to do.
pub(crate) const LOG: &[&str] = &["log", "2025-03-04 Harbour Glass", "2025-03-06 phone status: rang the desk"];

/// A letter that leaves the vault.
pub(crate) const EXPORT: &[&str] =
    &["letters", "export", LETTER, "--to", "txt", "--anyway", "--output", "../out/letter"];

/// The same letter in another form, over the first.
pub(crate) const EXPORT_OVER: &[&str] =
    &["letters", "export", LETTER, "--to", "html", "--anyway", "--output", "../out/letter"];

const LETTER: &str = "2025-03-04 Ines Falk thank-you-email";

/// A vault, its state folder, and both as they were.
pub(crate) struct Desk {
    place: TempDir,
    vault_before: Files,
    state_before: Files,
    /// The files once the command has run undisturbed.
    pub(crate) after: Files,
    args: Vec<String>,
}

/// In memory, where flushing costs nothing, if the machine has that.
pub(crate) fn scratch() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory).or_else(|_| TempDir::new()) } else { TempDir::new() }.unwrap()
}

impl Desk {
    /// The sound vault, in which the commands `before` were run; `args` is what is to be disturbed.
    pub(crate) fn new(before: &[&[&str]], args: &[&str]) -> Self {
        Self::in_place(scratch(), before, args)
    }

    /// The same, in that folder.
    pub(crate) fn in_place(place: TempDir, before: &[&[&str]], args: &[&str]) -> Self {
        let args = args.iter().map(|arg| (*arg).to_owned()).collect();
        let mut desk = Self { place, vault_before: sound(), state_before: Files::new(), after: Files::new(), args };
        desk.reset();
        for args in before {
            let ran = desk.run(args);
            assert!(ran.status.success(), "{args:?}: {ran:?}");
        }
        desk.vault_before = desk.files();
        desk.state_before = files(&desk.state());
        let ran = desk.command().output().unwrap();
        assert!(ran.status.success(), "{ran:?}");
        desk.after = desk.files();
        assert_ne!(desk.vault_before, desk.after);
        desk.reset();
        desk
    }

    /// Sets everything back.
    pub(crate) fn reset(&self) {
        let _ = fs::remove_dir_all(self.out());
        fs::create_dir_all(self.out()).unwrap();
        for (folder, files) in [(self.root(), &self.vault_before), (self.state(), &self.state_before)] {
            let _ = fs::remove_dir_all(&folder);
            write(&folder, files);
        }
    }

    /// The command that is to be disturbed.
    pub(crate) fn command(&self) -> Command {
        self.vault(&self.args)
    }

    /// The same, below another program.
    pub(crate) fn command_below(&self, program: &str, options: &[&str]) -> Command {
        self.vault_below(program, options, &self.args)
    }

    /// Any other command, below another program.
    pub(crate) fn vault_below(&self, program: &str, options: &[&str], args: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(program);
        command.args(options).arg(env!("CARGO_BIN_EXE_vault")).args(args);
        self.prepared(command)
    }

    /// Any other command.
    pub(crate) fn vault(&self, args: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vault"));
        command.args(args);
        self.prepared(command)
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.vault(args).output().unwrap()
    }

    fn prepared(&self, mut command: Command) -> Command {
        command.current_dir(self.root()).env("XDG_STATE_HOME", self.state()).env("SOURCE_DATE_EPOCH", "1741262400");
        command.env("TZ", "UTC").env("RUST_BACKTRACE", "0");
        command
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.place.path().join("vault")
    }

    pub(crate) fn state(&self) -> PathBuf {
        self.place.path().join("state")
    }

    /// The folder beside the vault that files are handed over to.
    fn out(&self) -> PathBuf {
        self.place.path().join("out")
    }

    /// The vault's files as they are, and those that were handed over, by their paths from the vault.
    pub(crate) fn files(&self) -> Files {
        let out = files(&self.out()).into_iter().map(|(path, text)| (format!("../out/{path}"), text));
        files(&self.root()).into_iter().chain(out).collect()
    }

    /// The files as they were before the command.
    pub(crate) fn before(&self) -> &Files {
        &self.vault_before
    }

    /// What is wrong with the vault after a disturbance: every file must be whole, as it was or as it was to be.
    pub(crate) fn faults(&self) -> Vec<String> {
        let there = self.files();
        let paths = there.keys().chain(self.vault_before.keys()).filter(|path| !is_temporary(path));
        let is_whole = |path: &&String| {
            let text = there.get(*path);
            text == self.vault_before.get(*path) || text == self.after.get(*path)
        };
        let mut faults: Vec<String> = paths.filter(|path| !is_whole(path)).cloned().collect();
        faults.dedup();
        faults
    }

    /// Runs the command again, undisturbed; it must bring about what it was to bring about, and leave nothing else.
    #[track_caller]
    pub(crate) fn complete(&self, what: &str) {
        let ran = self.command().output().unwrap();
        let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
        assert!(ran.status.success(), "{what}: the next run failed: {said}");
        let there = self.files();
        let differ: Vec<_> =
            there.keys().chain(self.after.keys()).filter(|p| there.get(*p) != self.after.get(*p)).collect();
        let texts = differ
            .first()
            .map(|path| [&there, &self.after].map(|files| files.get(*path).map(|text| String::from_utf8_lossy(text))));
        assert!(differ.is_empty(), "{what}: the next run did not complete {differ:?}: {said}\n{texts:#?}");
    }
}

/// The sound vault, nobody thanked yet.
fn sound() -> Files {
    let mut files: Files =
        example::SOUND.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    files.insert("vault.toml".to_owned(), Vec::new());
    let round = files.get_mut(example::ROUND).unwrap();
    let text = String::from_utf8(std::mem::take(round)).unwrap();
    *round = text
        .lines()
        .filter(|line| !line.contains("thank-you to"))
        .map(|line| format!("{line}\n"))
        .collect::<String>()
        .into();
    files
}

/// Whether a path is one of our temporaries.
pub(crate) fn is_temporary(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.starts_with(".vault-"))
}

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> Files {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let entries = entries.filter(|entry| entry.file_type().is_file());
    let path = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    entries.map(|entry| (path(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

fn write(folder: &Path, files: &Files) {
    fs::create_dir_all(folder).unwrap();
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Whether a command ended as a command ends, with a word where it did not do its work.
pub(crate) fn is_orderly(ran: &Output) -> bool {
    let is_mute = ran.stderr.is_empty() && ran.stdout.is_empty();
    let said = String::from_utf8_lossy(&ran.stderr);
    ran.status.signal().is_none() && !said.contains("panicked") && (ran.status.success() || !is_mute)
}
