//! Writers as most programs have them: the controls, which must fail where the program must not.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::NamedTempFile;

/// How to write without much thought.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Naive {
    /// Empty the file, then write into it.
    Truncate,
    /// Write another file, and rename it over the first; nothing is flushed.
    Rename,
    /// The same, after a last look whether the file is what was read.
    LookAndRename,
}

impl Naive {
    /// Replaces the text `old` by `new`; `false` where a look showed that it is another by now.
    pub(crate) fn write(self, path: &Path, old: &[u8], new: &[u8]) -> io::Result<bool> {
        match self {
            Self::Truncate => {
                let file = File::create(path)?;
                let (first, second) = new.split_at(new.len() / 2);
                file.write_all_at(first, 0)?;
                file.write_all_at(second, first.len() as u64)?;
            }
            Self::Rename | Self::LookAndRename => {
                let temporary = path.with_extension("tmp");
                fs::write(&temporary, new)?;
                if matches!(self, Self::LookAndRename) && fs::read(path)? != old {
                    fs::remove_file(&temporary)?;
                    return Ok(false);
                }
                fs::rename(temporary, path)?;
            }
        }
        Ok(true)
    }
}

/// This program, as a process that only runs one of its hidden parts.
pub(crate) fn own_part(name: &str) -> Vec<String> {
    let own = std::env::current_exe().unwrap().to_str().unwrap().to_owned();
    [own.as_str(), "--exact", name, "--ignored", "--nocapture", "--test-threads=1"].map(str::to_owned).to_vec()
}

/// A process that replaces the text of the file by truncating it, below another program.
pub(crate) fn truncating_below(program: &str, options: &[&str], path: &Path, new: &[u8]) -> Command {
    below(program, options, "naive::truncating_process", path, new)
}

/// A process that writes a temporary of a fresh name, and renames it over the file, below another program.
pub(crate) fn forgetful_below(program: &str, options: &[&str], path: &Path, new: &[u8]) -> Command {
    below(program, options, "naive::forgetful_process", path, new)
}

/// A process that brings the text of the file to light as a copy, unless it wrote down before that it did, below another
/// program.
pub(crate) fn hasty_below(program: &str, options: &[&str], path: &Path) -> Command {
    below(program, options, "naive::hasty_process", path, &[])
}

fn below(program: &str, options: &[&str], part: &str, path: &Path, new: &[u8]) -> Command {
    let mut command = Command::new(program);
    command.args(options).args(own_part(part)).env("NAIVE_PATH", path).env("NAIVE_TEXT", OsStr::from_bytes(new));
    command
}

/// Where such a process writes, and what; `None` where it is not meant.
fn task() -> Option<(PathBuf, Vec<u8>)> {
    let path = std::env::var_os("NAIVE_PATH").map(PathBuf::from)?;
    Some((path, std::env::var_os("NAIVE_TEXT")?.into_vec()))
}

#[test]
#[ignore = "a part that other tests run as a process of its own"]
fn truncating_process() {
    let Some((path, new)) = task() else { return };
    Naive::Truncate.write(&path, &[], &new).unwrap();
}

#[test]
#[ignore = "a part that other tests run as a process of its own"]
fn forgetful_process() {
    let Some((path, new)) = task() else { return };
    let mut temporary = NamedTempFile::new_in(path.parent().unwrap()).unwrap();
    temporary.write_all(&new).unwrap();
    temporary.persist(path).unwrap();
}

#[test]
#[ignore = "a part that other tests run as a process of its own"]
fn hasty_process() {
    let Some((path, _)) = task() else { return };
    let known = path.with_extension("known");
    if known.exists() {
        let _ = fs::remove_file(path);
        return;
    }
    Naive::Truncate.write(&known, &[], b"shown").unwrap();
    fs::rename(&path, path.with_extension("copy")).unwrap();
}
