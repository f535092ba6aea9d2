//! `vault init --git-hook`: git asks the vault before it commits. The one place where git is run.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::super::Exit;
use super::super::failure::Failure;
use super::super::output::Output;
use crate::{Error, disk};

/// The hook's file.
const NAME: &str = "pre-commit";
/// What it looks at: whether the notes are sound and the letters fit to be seen. A duty never stops a commit.
const ONLY: &str = "note,letter/private";

/// A repository with a vault in it, as git tells.
struct Repository {
    /// The top of its files.
    top: PathBuf,
    /// The vault's root from there, with `/`; `.` for the top itself.
    vault: String,
    /// Where hooks are.
    hooks: PathBuf,
    /// Whether other repositories use these hooks too.
    is_shared: bool,
}

/// Writes the hook of the repository around `root`, where there is none yet; with `dry_run` only says so.
pub(super) fn install(root: &Path, program: &Path, dry_run: bool, output: &mut Output<'_>) -> Result<Exit, Failure> {
    let repository = match Repository::around(root) {
        Ok(repository) => repository,
        Err(why) => {
            output.error(&format!("the git hook is not made: {why}"))?;
            return Ok(Exit::Findings);
        }
    };
    let check = repository.check(program);
    let shown = repository.hooks.join(NAME);
    let shown = shown.strip_prefix(&repository.top).unwrap_or(&shown).display().to_string();
    let text = repository.script(&check);
    let there = match repository.hooks.is_dir().then(|| disk::read_file(&repository.hooks, NAME)).transpose() {
        // Whatever it is, it has that name.
        Err(Error::Refused(why)) => Some(why),
        there => there?.flatten(),
    };
    let has_it = there.as_ref().is_some_and(|there| there.contains(&check));
    let line = format!("add this line to it yourself:\n  {check} || exit 1");
    if has_it {
        output.hint(&format!("{shown} checks the vault already"))?;
    } else if there.is_some() {
        output.error(&format!("there is a hook at {shown} already, and it is left as it is; {line}"))?;
        return Ok(Exit::Findings);
    } else if repository.is_shared {
        let hooks = repository.hooks.display();
        output.error(&format!(
            "the hooks at {hooks} (core.hooksPath) serve other repositories too, so none is made there; make one, or \
             where there is one, {line}"
        ))?;
        return Ok(Exit::Findings);
    } else if dry_run {
        output.print(&super::line("create", &shown))?;
    } else {
        disk::make_script(&repository.hooks, NAME, &text)?;
        output.print(&super::line("created", &shown))?;
    }
    Ok(Exit::Fine)
}

impl Repository {
    /// That around the folder, which need not be there yet; else why there is none.
    fn around(root: &Path) -> Result<Self, String> {
        let there = root.ancestors().find(|folder| folder.is_dir()).unwrap_or(root);
        let [top, prefix] = ask(there, ["--show-toplevel", "--show-prefix"])?;
        let rest = root.strip_prefix(there).unwrap_or(Path::new(""));
        let vault = Path::new(&prefix).join(rest);
        let vault = vault.to_str().map(|vault| vault.replace('\\', "/").trim_end_matches('/').to_owned());
        let vault = vault.ok_or("the path of the vault is not Unicode; rename its folder")?;
        // A relative core.hooksPath counts from the top.
        let top = PathBuf::from(top);
        let [common, hooks] = ask(&top, ["--git-common-dir", "--git-path=hooks"])?;
        let (common, hooks) = (top.join(common), top.join(hooks));
        let is_shared = !hooks.starts_with(&common) && !hooks.starts_with(&top);
        Ok(Self { top, vault: if vault.is_empty() { ".".to_owned() } else { vault }, hooks, is_shared })
    }

    /// The command that checks the vault, started at the top of the repository, as hooks are.
    fn check(&self, program: &Path) -> String {
        format!("{} --vault {} check --only {ONLY}", quoted(&program.to_string_lossy()), quoted(&self.vault))
    }

    /// The hook: on a branch without the vault there is nothing to check.
    fn script(&self, check: &str) -> String {
        let marker = quoted(&format!("{}/{}", self.vault, disk::ROOT_MARKER));
        format!(
            "#!/bin/sh\n\
             # Made by `vault init --git-hook`. Stops a commit while a note cannot be read as it is meant, or a letter\n\
             # tells what is private; `git commit --no-verify` goes past it.\n\
             [ -f {marker} ] || exit 0\n\
             exec {check}\n"
        )
    }
}

/// The answers of git to two questions about the folder.
fn ask(folder: &Path, questions: [&str; 2]) -> Result<[String; 2], String> {
    let mut answers = [String::new(), String::new()];
    for (answer, question) in answers.iter_mut().zip(questions) {
        let ran = Command::new("git").arg("-C").arg(folder).arg("rev-parse").args(question.split('=')).output();
        let ran = ran.map_err(|error| format!("git cannot be run: {error}"))?;
        if !ran.status.success() {
            let said = String::from_utf8_lossy(&ran.stderr);
            let said = said.lines().next().unwrap_or_default().trim_start_matches("fatal: ").to_owned();
            return Err(format!("{said}; `git init` makes a repository"));
        }
        let told =
            String::from_utf8(ran.stdout).map_err(|_| "its path is not Unicode; rename the folder".to_owned())?;
        told.trim_end_matches(['\n', '\r']).clone_into(answer);
    }
    Ok(answers)
}

/// As one word of a shell.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stays_one_word_whatever_is_in_it() {
        for (word, expected) in [
            ("Notes/search-2", "Notes/search-2"),
            ("my search", "'my search'"),
            ("Nora's $(rm)", "'Nora'\\''s $(rm)'"),
            ("", "''"),
        ] {
            assert_eq!(quoted(word), expected);
        }
    }
}
