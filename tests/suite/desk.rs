//! A vault on disk, and the program run in it: for tests of whole commands.
#![expect(clippy::disallowed_methods, reason = "what is tested here is what commands leave on disk")]

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveTime;
use interview_vault::checklist::example;
use interview_vault::cli::{self, Environment, Exit};
use tempfile::TempDir;

use crate::notes::day;

/// A vault in a folder of its own, with a state folder beside it; both go when it goes.
pub(crate) struct TestVault {
    place: TempDir,
    name: String,
    folder: PathBuf,
    today: String,
    variables: BTreeMap<String, OsString>,
    answers: Option<Vec<String>>,
}

/// How a command ended, and what it said.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) exit: Exit,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl TestVault {
    /// An empty folder: no vault yet.
    pub(crate) fn nowhere() -> Self {
        let place = TempDir::new().unwrap();
        fs::create_dir(place.path().join("vault")).unwrap();
        let state = place.path().join("state").into_os_string();
        Self {
            place,
            name: "vault".to_owned(),
            folder: PathBuf::new(),
            today: example::SOUND_DAY.to_owned(),
            variables: BTreeMap::from([("XDG_STATE_HOME".to_owned(), state)]),
            answers: None,
        }
    }

    /// A vault with an empty `vault.toml` and nothing else.
    pub(crate) fn new() -> Self {
        Self::nowhere().note("vault.toml", "")
    }

    /// The sound vault that answers everything, on a day on which nothing is left to do.
    pub(crate) fn sound() -> Self {
        example::SOUND.iter().fold(Self::new(), |vault, (path, text)| vault.note(path, text))
    }

    /// With this file, in place of one of that path.
    pub(crate) fn note(self, path: &str, text: &str) -> Self {
        let on_disk = self.root().join(path);
        fs::create_dir_all(on_disk.parent().unwrap()).unwrap();
        fs::write(on_disk, text).unwrap();
        self
    }

    /// On that day by the machine's clock, at noon.
    pub(crate) fn today(mut self, today: &str) -> Self {
        self.set_today(today);
        self
    }

    /// From now on it is that day.
    pub(crate) fn set_today(&mut self, today: &str) {
        today.clone_into(&mut self.today);
    }

    /// From now on in that folder of the vault.
    pub(crate) fn enter(&mut self, folder: &Path) {
        folder.clone_into(&mut self.folder);
    }

    /// With the program called by that name.
    pub(crate) fn called(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    /// Started in that folder of the vault.
    pub(crate) fn in_folder(mut self, folder: &str) -> Self {
        self.folder = PathBuf::from(folder);
        self
    }

    /// With that environment variable; there are no others but `XDG_STATE_HOME`.
    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.into());
        self
    }

    /// With somebody at a terminal who types these lines, and then nothing more.
    pub(crate) fn answering(mut self, lines: &[&str]) -> Self {
        self.answers = Some(lines.iter().map(|line| (*line).to_owned()).collect());
        self
    }

    /// Runs `vault` with these arguments: results go to no terminal, and nobody is asked without
    /// [`TestVault::answering`].
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, self.answers.as_deref())
    }

    /// Runs `vault` on a terminal, where somebody types these lines, then no more.
    pub(crate) fn talk(&self, args: &[&str], lines: &[&str]) -> Ran {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        self.run_with(args, Some(&lines))
    }

    /// Runs `vault` on a terminal, where somebody types these lines, and says how it ended and what the screen shows:
    /// results, messages and what was typed, in the order of their coming.
    pub(crate) fn on_screen(&self, args: &[&str], lines: &[&str]) -> (Exit, String) {
        let screen = Screen::default();
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        let echo = |line: &str| screen.0.borrow_mut().extend(format!("{line}\n").bytes());
        let exit = self.run_into(args, Some(&lines), &echo, &mut screen.clone(), &mut screen.clone());
        let shown = String::from_utf8(screen.0.borrow().clone()).unwrap();
        (exit, shown)
    }

    fn run_with(&self, args: &[&str], lines: Option<&[String]>) -> Ran {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = self.run_into(args, lines, &|_| {}, &mut out, &mut err);
        Ran { exit, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
    }

    fn run_into(
        &self,
        args: &[&str],
        lines: Option<&[String]>,
        echo: &dyn Fn(&str),
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> Exit {
        let typed: RefCell<VecDeque<String>> = RefCell::new(lines.unwrap_or_default().iter().cloned().collect());
        let environment = Environment {
            current_dir: self.root().join(&self.folder),
            variable: &|name| self.variables.get(name).cloned(),
            clock: &|| day(&self.today).and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap()).and_utc(),
            out_is_terminal: false,
            rows: &|| None,
            err_is_terminal: false,
            in_is_terminal: lines.is_some(),
            input: &|| typed.borrow_mut().pop_front().inspect(|line| echo(line)),
            on_signal: &|_| {},
            pause: &|| {},
        };
        let args = std::iter::once(self.name.as_str()).chain(args.iter().copied()).map(OsString::from);
        cli::run_in(&environment, args, out, err)
    }

    /// The text of the file at that path, which must be there.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The text of every file in the vault, by path.
    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        collect(&self.root(), "", &mut files);
        files
    }

    /// The vault's root.
    pub(crate) fn root(&self) -> PathBuf {
        self.place.path().join("vault")
    }
}

/// A terminal's screen, which results and messages share.
#[derive(Clone, Default)]
struct Screen(Rc<RefCell<Vec<u8>>>);

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn collect(folder: &Path, below: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = format!("{below}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else {
            // One that is gone by now was never there.
            match fs::read_to_string(entry.path()) {
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                text => drop(files.insert(path, text.unwrap())),
            }
        }
    }
}

impl Ran {
    /// The same, if it ended so.
    #[track_caller]
    pub(crate) fn ended(self, exit: Exit) -> Self {
        assert_eq!(self.exit, exit, "{self:#?}");
        self
    }

    /// The same, if it went well.
    #[track_caller]
    pub(crate) fn fine(self) -> Self {
        self.ended(Exit::Fine)
    }
}

#[test]
fn a_command_runs_in_a_vault_on_disk() {
    let vault = TestVault::sound();
    let before = vault.files();
    let ran = vault.run(&["check", "--format", "concise"]).fine();
    assert_eq!(vault.files(), before, "{}", ran.err);
    let broken = vault.note("Rounds/Broken.md", "---\ntype: round\ncompany: [\n---\n").in_folder("Rounds");
    let ran = broken.run(&["check", "--format", "concise"]).ended(Exit::Findings);
    assert!(ran.out.contains("Rounds/Broken.md:"), "{ran:?}");
    let day = TestVault::sound().today("2025-03-05").variable("SOURCE_DATE_EPOCH", "1741046400");
    day.run(&["agenda"]).fine();
    assert!(day.read("Agenda.md").contains("4 March"), "{}", day.read("Agenda.md"));
    let nothing = TestVault::nowhere().run(&["check"]).ended(Exit::Failed);
    assert!(nothing.err.contains("vault init"), "{nothing:?}");
}
