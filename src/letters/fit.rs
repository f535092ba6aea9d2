//! Whether a letter may go out as it stands: asked before it is handed over, and before it counts as sent.

use crate::checklist::{Checklist, Finding};
use crate::diagnostic::Severity;
use crate::model::{Document, Letter, Vault};
use crate::prose::blanks;

/// The rule that reports every kind of blank, in letters that somebody has worked on.
const BLANK: &str = "letter/blank";

/// What keeps a letter from going out, each reason a clause without a final stop; empty where it may go.
///
/// That is: blanks that still stand, and every error that a `letter/` rule found in its note. What
/// was waived does not count. A sheet is for the candidate alone, and is never kept back.
pub fn obstacles(vault: &Vault, checklist: &Checklist, letter: &Letter) -> Vec<String> {
    if letter.document.get().is_some_and(Document::is_sheet) {
        return Vec::new();
    }
    let path = vault.path(letter.note);
    let is_obstacle = |finding: &&Finding| {
        let is_error = finding.severity == Some(Severity::Error) && finding.rule.id.starts_with("letter/");
        finding.path == *path && (is_error || finding.rule.id == BLANK)
    };
    let found = checklist.findings.iter().filter(is_obstacle);
    let (open, errors): (Vec<&Finding>, Vec<&Finding>) = found.partition(|finding| finding.rule.id == BLANK);
    // An untouched draft is not reported for its blanks, and they stand there all the same.
    let still_blank = match open.len().max(blanks(&letter.body)) {
        0 => None,
        1 => Some("1 blank is still to fill".to_owned()),
        count => Some(format!("{count} blanks are still to fill")),
    };
    let said = errors.iter().map(|finding| format!("{} ({})", finding.message, finding.rule.id));
    still_blank.into_iter().chain(said).collect()
}
