//! The program under whatever name it was started: others are called `vault` too.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::{Args as _, Command, CommandFactory as _, FromArgMatches as _};

use super::args::{Arguments, Global};
use super::late::complete;

/// The name that the help is written with.
const OWN: &str = "vault";

/// How the program was called.
pub(super) struct Program {
    called: PathBuf,
}

impl Program {
    /// By its first argument.
    pub(super) fn called(first: Option<&OsString>) -> Self {
        Self { called: first.map_or_else(|| PathBuf::from(OWN), PathBuf::from) }
    }

    /// Its name, as it may stand in a script of any shell; `vault` where it is odd.
    pub(super) fn name(&self) -> &str {
        let is_plain = |name: &&str| {
            name.starts_with(|c: char| c.is_ascii_alphanumeric())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
        };
        let file = self.called.file_name().and_then(OsStr::to_str).unwrap_or(OWN);
        Some(file.strip_suffix(std::env::consts::EXE_SUFFIX).unwrap_or(file)).filter(is_plain).unwrap_or(OWN)
    }

    /// What starts it again from any folder: its path, or its bare name where it was found by that.
    pub(super) fn path(&self, current_dir: &Path) -> PathBuf {
        let is_bare = self.called.components().count() == 1;
        if is_bare { self.called.clone() } else { current_dir.join(&self.called) }
    }

    /// What these arguments say, of which the first is its name.
    pub(super) fn read(&self, args: &[OsString]) -> Result<Arguments, clap::Error> {
        let read = |command: Command| Arguments::from_arg_matches(&command.try_get_matches_from(args)?);
        // Most runs are one command, said as it should be; all that there is, only help and errors have to know.
        read(named_in(args)).or_else(|_| read(self.command()))
    }

    /// Its arguments and those of every command, with the examples under its name.
    pub(super) fn command(&self) -> Command {
        let name = self.name();
        let command = Arguments::command().mut_subcommands(complete);
        if name == OWN { command } else { renamed(command.bin_name(name).display_name(name), name) }
    }
}

/// The program with no commands but those that are named among its arguments.
fn named_in(args: &[OsString]) -> Command {
    let all = Arguments::command();
    let named = all.get_subcommands().filter(|command| args.iter().any(|arg| arg == command.get_name()));
    Global::augment_args(Command::new(OWN)).subcommands(named.cloned().map(complete))
}

fn renamed(command: Command, name: &str) -> Command {
    let under = |text: String| text.replace(&format!("  {OWN} "), &format!("  {name} "));
    let command = match command.get_before_help().map(|text| under(text.to_string())) {
        Some(examples) => command.before_help(examples),
        None => command,
    };
    command.mut_subcommands(|command| renamed(command, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_has_a_plain_name_and_is_found_again() {
        let work = Path::new("/somewhere");
        for (called, name, path) in [
            ("vault", "vault", "vault"),
            ("ivault", "ivault", "ivault"),
            ("target/debug/vault", "vault", "/somewhere/target/debug/vault"),
            ("/opt/my tools/iv", "iv", "/opt/my tools/iv"),
            ("./$(rm)", "vault", "/somewhere/./$(rm)"),
            ("-x", "vault", "-x"),
        ] {
            let program = Program::called(Some(&OsString::from(called)));
            assert_eq!((program.name(), program.path(work)), (name, PathBuf::from(path)), "{called}");
        }
        assert_eq!(Program::called(None).name(), "vault");
    }
}
