//! Writers as most programs have them: the controls, which must fail where the program must not.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

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
    let text = path.with_extension("new");
    fs::write(&text, new).unwrap();
    let mut command = Command::new(program);
    command.args(options).args(own_part("naive::truncating_process")).env("NAIVE_PATH", path).env("NAIVE_TEXT", text);
    command
}

#[test]
#[ignore = "a part that other tests run as a process of its own"]
fn truncating_process() {
    let Some(path) = std::env::var_os("NAIVE_PATH").map(PathBuf::from) else { return };
    let new = fs::read(std::env::var_os("NAIVE_TEXT").unwrap()).unwrap();
    Naive::Truncate.write(&path, &[], &new).unwrap();
}
