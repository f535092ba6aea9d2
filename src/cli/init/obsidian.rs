//! `vault init --obsidian`: what Obsidian does not know yet.

use super::Beginning;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::outbox::change;
use crate::{Error, disk, start};

/// Adds to Obsidian's settings what is missing there, and says what stands otherwise. `templates` is the folder of the
/// note templates.
pub(super) fn settle(beginning: &mut Beginning, templates: &str, output: &mut Output<'_>) -> Result<(), Failure> {
    for settings in start::obsidian(templates) {
        let path = settings.path;
        let existing = match beginning.root.is_dir().then(|| disk::read_file(&beginning.root, path)).transpose() {
            Ok(text) => text.flatten(),
            Err(Error::Refused(why)) => {
                beginning.refused.push(why);
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        match settings.added(existing.as_deref()) {
            Ok(text) => beginning.changes.extend(text.and_then(|text| change(path, existing.as_deref(), Some(&text)))),
            Err(why) => beginning.refused.push(format!("{path} was left as it is: {why}")),
        }
        let otherwise = existing.map(|text| settings.otherwise(&text)).unwrap_or_default();
        if !otherwise.is_empty() {
            output.hint(&format!("{path} is yours and stays: {}", otherwise.join("; ")))?;
        }
    }
    Ok(())
}
