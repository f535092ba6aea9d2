//! The user's editor, as the environment names it; nothing that a vault says is ever run.

use std::path::Path;
use std::process::Command;

use super::super::environment::Environment;
use super::super::failure::Failure;

/// Opens the file, and waits until the editor is done.
pub(super) fn open(environment: &Environment<'_>, file: &Path) -> Result<(), Failure> {
    let editor = ["VISUAL", "EDITOR"].into_iter().find_map(|name| environment.text(name));
    let editor = editor.ok_or_else(|| {
        Failure::Usage(
            "the note is made, but no editor is known; set EDITOR to yours, such as `EDITOR=nano`".to_owned(),
        )
    })?;
    let mut words = editor.split_whitespace();
    let ended = words.next().map(|program| Command::new(program).args(words).arg(file).status());
    let failed = |why: String| Failure::Usage(format!("the note is made, but `{editor}` did not open it: {why}"));
    match ended {
        Some(Ok(status)) if status.success() => Ok(()),
        Some(Ok(status)) => Err(failed(status.to_string())),
        Some(Err(error)) => Err(failed(error.to_string())),
        None => Err(failed("it names no program".to_owned())),
    }
}
