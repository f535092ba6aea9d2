//! What the documents tell happens so: their commands are run, page by page, each page in a folder of its own, and what they
//! print is what the page shows.
//!
//! To refresh the pages: `SNAPSHOTS=overwrite cargo test --test suite pages`.
#![expect(
    clippy::disallowed_methods,
    reason = "what is tested are the files of this repository, and what commands leave"
)]

mod page;

use std::fs;
use std::path::{Path, PathBuf};

use interview_vault::cli::Exit;
use snapbox::{Assert, Data, data::DataFormat};
use walkdir::WalkDir;

use crate::desk::TestVault;
use page::{Step, steps};

/// The folder that a page works in, and the day on which it does.
struct Place {
    vault: TestVault,
    folder: PathBuf,
}

impl Place {
    fn new() -> Self {
        Self { vault: TestVault::nowhere(), folder: PathBuf::new() }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.vault.root().join(&self.folder).join(path)
    }

    /// Does what a step of a page asks for, and gives the lines that the page should have there.
    fn follow(&mut self, step: Step<'_>) -> Option<Vec<String>> {
        match step {
            Step::Words(_) => {}
            Step::Today(day) => self.vault.set_today(day),
            Step::Ticks(words) => self.tick(words),
            Step::Run(command) => {
                let (exit, shown) = self.run(command, &[]);
                assert_eq!(exit, Exit::Fine, "{command}\n{shown}");
            }
            Step::Brings(folder) => copy(folder, &self.path(folder)),
            Step::File(path, text) => {
                fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
                fs::write(self.path(path), text).unwrap();
            }
            Step::Edit(path, old, new) => self.edit(path, &old, &new),
            Step::Console(commands, typed) => {
                return Some(commands.iter().flat_map(|command| self.shown(command, &typed)).collect());
            }
            Step::Commands(lines) => lines.iter().for_each(|line| self.is_known(line)),
        }
        None
    }

    fn edit(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(text.matches(old).count(), 1, "{path} has not exactly once\n{old}\nbut is\n{text}");
        fs::write(self.path(path), text.replacen(old, new, 1)).unwrap();
    }

    fn tick(&self, words: &str) {
        let agenda = fs::read_to_string(self.path("Agenda.md")).unwrap();
        let line = agenda.lines().find(|line| line.starts_with("- [ ]") && line.contains(words));
        let line = line.unwrap_or_else(|| panic!("no box for {words:?} in\n{agenda}"));
        self.edit("Agenda.md", line, &line.replacen("[ ]", "[x]", 1));
    }

    /// A command and what the screen shows then, line by line.
    fn shown(&mut self, command: &str, typed: &[&str]) -> Vec<String> {
        let (exit, shown) = self.run(command, typed);
        let mut lines = vec![format!("$ {command}")];
        lines.extend((exit != Exit::Fine).then(|| format!("? {}", exit.code())));
        lines.extend(shown.trim_end_matches('\n').lines().map(str::to_owned));
        lines
    }

    /// Runs `vault`, or the few words of a shell that a page needs.
    fn run(&mut self, command: &str, typed: &[&str]) -> (Exit, String) {
        let (command, file) =
            command.split_once(" > ").map_or((command, None), |(command, file)| (command, Some(file)));
        let words = words(command);
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let (exit, shown) = match words.as_slice() {
            ["vault", args @ ..] => self.vault.on_screen(args, typed),
            ["cd", folder] => {
                self.folder.push(folder);
                self.vault.enter(&self.folder);
                (Exit::Fine, String::new())
            }
            ["mkdir", "-p", folder] => {
                (Exit::Fine, fs::create_dir_all(self.path(folder)).map(|()| String::new()).unwrap())
            }
            ["cat", path] => (Exit::Fine, fs::read_to_string(self.path(path)).unwrap()),
            _ => panic!("no page can run `{command}`"),
        };
        let Some(file) = file else { return (exit, shown) };
        fs::write(self.path(file), shown).unwrap();
        (exit, String::new())
    }

    /// Holds a line of commands, whose printing the page does not show, to what the program understands.
    fn is_known(&self, line: &str) {
        let command = line.split([';', '|', '>', '#']).next().unwrap_or_default().trim();
        if let Some(args) = command.strip_prefix("vault ") {
            let words = words(args);
            let words: Vec<_> = words.iter().map(String::as_str).chain(["--help"]).collect();
            let (exit, shown) = self.vault.on_screen(&words, &[]);
            assert_eq!(exit, Exit::Fine, "`{line}` is no command: {shown}");
        }
    }
}

/// The words of a command line, with double quotes around blanks.
fn words(command: &str) -> Vec<String> {
    let pieces = command.split('"').enumerate();
    let marked: String =
        pieces.map(|(at, piece)| if at % 2 == 0 { piece.replace(' ', "\0") } else { piece.to_owned() }).collect();
    marked.split('\0').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn copy(folder: &str, to: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    for entry in WalkDir::new(&from).into_iter().map(Result::unwrap) {
        let target = to.join(entry.path().strip_prefix(&from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The page as it should be: with what its commands print now.
fn fresh(page: &str) -> String {
    let mut place = Place::new();
    let steps = steps(page).unwrap_or_else(|error| panic!("{error}"));
    let lines = steps
        .into_iter()
        .flat_map(|(step, lines)| place.follow(step).unwrap_or_else(|| lines.into_iter().map(str::to_owned).collect()));
    lines.collect::<Vec<_>>().join("\n")
}

fn is_fresh(name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    let shown = fresh(&fs::read_to_string(&path).unwrap());
    let page = Data::read_from(&path, Some(DataFormat::Text)).raw();
    Assert::new().action_env("SNAPSHOTS").eq(shown, page);
}

#[test]
fn the_search_goes_as_it_is_told() {
    is_fresh("a-search.md");
}

#[test]
fn the_first_ten_minutes_go_as_they_are_told() {
    is_fresh("first-ten-minutes.md");
}

#[test]
fn every_other_page_shows_what_is_printed() {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")).unwrap();
    for name in entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
        let has_own_test = ["a-search.md", "first-ten-minutes.md"].contains(&name.as_str());
        if Path::new(&name).extension().is_some_and(|extension| extension == "md") && !has_own_test {
            is_fresh(&name);
        }
    }
}

#[test]
fn a_page_that_shows_something_else_is_seen() {
    let page = "<!-- today: 2026-05-04 -->\n```console\n$ vault init a\nold\n$ cd a\n```\n\
                <!-- edit: Me.md -->\n```diff\n-full_name:\n+full_name: Tamsin Orrell\n```\n\
                ```console\n$ vault check\n\n$ vault chek\nold\n```\n";
    let fresh = fresh(page);
    assert!(!fresh.contains("old"), "{fresh}");
    assert!(fresh.contains("created  Me.md") && fresh.contains("$ vault chek\n? 2\nerror: "), "{fresh}");
    assert!(!fresh.contains("full_name is"), "{fresh}");
}

#[test]
#[should_panic(expected = "is no command")]
fn a_command_that_is_not_there_is_seen() {
    fresh("```sh\nvault letters --frobnicate # no such option\n```\n");
}

#[test]
#[should_panic(expected = "has not exactly once")]
fn an_edit_of_what_is_not_there_is_seen() {
    fresh("<!-- file: A.md -->\n```text\none\n```\n<!-- edit: A.md -->\n```diff\n-two\n+three\n```\n");
}
