//! `vault init --git-hook`: with real repositories, and the program as it is installed.
#![expect(clippy::disallowed_methods, reason = "what is tested is what git and the program leave on disk")]
#![expect(clippy::print_stderr, reason = "a test that cannot be run says so")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use interview_vault::checklist;
use tempfile::TempDir;

/// A repository in a folder of its own.
struct Repository {
    place: TempDir,
    top: PathBuf,
}

impl Repository {
    /// An empty one; `None`, with a word, where there is no git.
    fn new() -> Option<Self> {
        let place = TempDir::new().unwrap();
        let top = place.path().join("my repo");
        let repository = Self { place, top };
        fs::create_dir(&repository.top).unwrap();
        if Command::new("git").arg("--version").output().is_err() {
            eprintln!("git is not there, so its hooks are not tried");
            return None;
        }
        repository.git(&["init", "--quiet"]);
        Some(repository)
    }

    fn run(&self, program: &str, folder: &Path, args: &[&str]) -> Output {
        let mut command = Command::new(program);
        command.args(args).current_dir(folder).env("HOME", self.place.path()).env("XDG_STATE_HOME", self.place.path());
        command.env("GIT_CONFIG_GLOBAL", self.place.path().join("gitconfig")).env("GIT_CONFIG_NOSYSTEM", "1");
        for name in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{name}_NAME"), "Rosa Lind");
            command.env(format!("GIT_{name}_EMAIL"), "rosa@lind.example");
        }
        // Whoever runs the tests from a hook has variables that would lead git elsewhere.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            command.env_remove(name);
        }
        command.output().unwrap()
    }

    fn git(&self, args: &[&str]) -> Output {
        let output = self.run("git", &self.top, args);
        assert!(output.status.success(), "{args:?}: {output:?}");
        output
    }

    /// Runs `vault` in a folder below the top: its exit code and all that it said.
    fn vault(&self, folder: &str, args: &[&str]) -> (i32, String) {
        let output = self.run(env!("CARGO_BIN_EXE_vault"), &self.top.join(folder), args);
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap());
        (output.status.code().unwrap(), said.concat())
    }

    fn commit(&self, message: &str) -> Output {
        self.git(&["add", "--all"]);
        self.run("git", &self.top, &["commit", "--quiet", "--message", message])
    }

    fn hook(&self) -> String {
        fs::read_to_string(self.top.join(".git/hooks/pre-commit")).unwrap()
    }
}

#[test]
fn a_hook_is_made_once_and_lets_only_sound_notes_through() {
    let Some(repository) = Repository::new() else { return };
    assert_eq!(repository.vault("", &["init", "--dry-run", "--git-hook"]).0, 0);
    assert!(!repository.top.join(".git/hooks/pre-commit").exists());
    let (code, said) = repository.vault("", &["init", "--name", "Rosa Lind", "--git-hook"]);
    assert!(code == 0 && said.contains("created  .git/hooks/pre-commit\n"), "{said}");
    let hook = repository.hook();
    assert!(hook.starts_with("#!/bin/sh\n") && hook.contains("--vault . check --only note,letter/private\n"), "{hook}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(repository.top.join(".git/hooks/pre-commit")).unwrap().permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{mode:o}");
    }
    let (code, said) = repository.vault("", &["init", "--git-hook"]);
    assert!(code == 0 && said.contains("checks the vault already"), "{said}");
    assert_eq!(repository.hook(), hook);

    fs::write(repository.top.join("Broken.md"), "---\ntype: round\ncompany: [\n---\n").unwrap();
    let stopped = repository.commit("a broken note");
    assert!(!stopped.status.success());
    let said = String::from_utf8(stopped.stderr).unwrap() + &String::from_utf8(stopped.stdout).unwrap();
    fs::remove_file(repository.top.join("Broken.md")).unwrap();
    if checklist::rule("letter/private").is_some() {
        assert!(said.contains("note/front-matter"), "{said}");
        let passed = repository.commit("sound notes");
        assert!(passed.status.success(), "{passed:?}");
    }
}

#[test]
fn a_vault_below_the_top_and_in_a_second_working_tree_has_the_same_hook() {
    let Some(repository) = Repository::new() else { return };
    let folder = "it's mine/search";
    fs::create_dir_all(repository.top.join("it's mine")).unwrap();
    let (code, said) = repository.vault("", &["init", folder, "--name", "Rosa Lind", "--git-hook"]);
    assert_eq!(code, 0, "{said}");
    let hook = repository.hook();
    assert!(hook.contains(" --vault 'it'\\''s mine/search' check "), "{hook}");
    assert!(hook.contains("[ -f 'it'\\''s mine/search/vault.toml' ] || exit 0\n"), "{hook}");
    let inside = format!("{folder}/Rounds");
    let (code, said) = repository.vault(&inside, &["--vault", "..", "init", "--git-hook"]);
    assert!(code == 0 && said.contains("already"), "{said}");

    repository.git(&["commit", "--quiet", "--no-verify", "--allow-empty", "--message", "first"]);
    let other = repository.place.path().join("second tree");
    repository.git(&["worktree", "add", "--quiet", "-b", "second", other.to_str().unwrap()]);
    assert!(other.join(".git").is_file());
    // A branch without the vault has nothing to check.
    let passed = repository.run("git", &other, &["commit", "--quiet", "--allow-empty", "--message", "no vault here"]);
    assert!(passed.status.success(), "{passed:?}");
    let output = repository.run(env!("CARGO_BIN_EXE_vault"), &other, &["init", folder, "--name", "R", "--git-hook"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("already"));
}

#[test]
fn a_hook_that_is_there_stays_and_the_line_to_add_is_told() {
    let Some(repository) = Repository::new() else { return };
    repository.vault("", &["init", "--name", "Rosa Lind"]);
    let path = repository.top.join(".git/hooks/pre-commit");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "#!/bin/sh\nmake lint\n").unwrap();
    let (code, said) = repository.vault("", &["init", "--git-hook"]);
    assert_eq!((code, repository.hook().as_str()), (1, "#!/bin/sh\nmake lint\n"), "{said}");
    let line = said.lines().find(|line| line.ends_with("|| exit 1")).unwrap_or_else(|| panic!("{said}"));
    fs::write(&path, format!("#!/bin/sh\nmake lint\n{}\n", line.trim())).unwrap();
    let (code, said) = repository.vault("", &["init", "--git-hook"]);
    assert!(code == 0 && said.contains("already"), "{said}");
    #[cfg(unix)]
    {
        let elsewhere = repository.place.path().join("elsewhere");
        fs::write(&elsewhere, "mine").unwrap();
        fs::remove_file(&path).unwrap();
        std::os::unix::fs::symlink(&elsewhere, &path).unwrap();
        assert_eq!(repository.vault("", &["init", "--git-hook"]).0, 1);
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "mine");
    }
}

#[test]
fn hooks_lie_where_the_repository_has_them_and_not_where_others_do() {
    let Some(repository) = Repository::new() else { return };
    repository.git(&["config", "core.hooksPath", ".githooks"]);
    let (code, said) = repository.vault("", &["init", "search", "--name", "Rosa Lind", "--git-hook"]);
    assert!(code == 0 && said.contains("created  .githooks/pre-commit"), "{said}");
    assert!(repository.top.join(".githooks/pre-commit").is_file());

    let shared = repository.place.path().join("all-hooks");
    repository.git(&["config", "core.hooksPath", shared.to_str().unwrap()]);
    let (code, said) = repository.vault("search", &["init", "--git-hook"]);
    assert!(code == 1 && said.contains("core.hooksPath") && said.contains("|| exit 1"), "{said}");
    assert!(!shared.exists());
}

#[test]
fn without_a_repository_the_vault_is_made_and_the_hook_is_not() {
    let Some(repository) = Repository::new() else { return };
    fs::remove_dir_all(repository.top.join(".git")).unwrap();
    let (code, said) = repository.vault("", &["init", "--name", "Rosa Lind", "--git-hook"]);
    assert!(code == 1 && said.contains("git init"), "{said}");
    assert!(repository.top.join("vault.toml").is_file());
}
