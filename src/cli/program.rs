//! The program under whatever name it was started: others are called `vault` too.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory as _};

use super::args::Arguments;

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

    /// Its arguments, with the examples under its name.
    pub(super) fn command(&self) -> Command {
        let name = self.name();
        let command = Arguments::command();
        if name == OWN { command } else { renamed(command.bin_name(name).display_name(name), name) }
    }
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
