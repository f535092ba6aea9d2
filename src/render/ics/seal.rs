//! Whose a calendar file is: the program's own carries a fingerprint of its other lines.

use crate::agenda::region::fingerprint;

const SEAL: &str = "X-VAULT-FINGERPRINT:";

/// What lies where the calendar would be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No file, or an empty one.
    Missing,
    /// A calendar that the program did not make.
    Foreign,
    /// The program's, changed since by somebody else.
    Changed,
    /// The program's, as it was written.
    Untouched,
}

/// Looks at the text of a file; `None` where there is no file.
pub fn standing(text: Option<&str>) -> Standing {
    let text = text.unwrap_or_default();
    if text.trim().is_empty() {
        return Standing::Missing;
    }
    let Some(seal) = text.lines().find_map(|line| line.strip_prefix(SEAL)) else { return Standing::Foreign };
    let others: Vec<&str> = text.lines().filter(|line| !line.starts_with(SEAL)).collect();
    if fingerprint(&others.join("\n")) == seal.trim_end() { Standing::Untouched } else { Standing::Changed }
}

/// The line that makes a file of these (and only these) other lines, folded, the program's own.
pub(super) fn seal(folded: &str) -> String {
    format!("{SEAL}{}", fingerprint(folded))
}
