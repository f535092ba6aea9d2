//! `declined:`, the names of what was asked and refused.

use super::super::desk::Desk;
use super::super::schema::declinable;
use super::Fields;
use crate::diagnostic::{Problem, Severity};
use crate::model::Kind;
use crate::text::nearest;

/// The names, in lower case. One that nothing goes by is told, since it excuses nothing.
pub(super) fn read(fields: &Fields<'_>, kind: Kind, desk: &mut Desk<'_>) -> Vec<String> {
    let declined = fields.list("declined", desk, |desk, _, scalar, span| {
        let name = scalar.text.trim().to_lowercase();
        if !name.is_empty() && !declinable(kind).any(|known| is_same(known, &name)) {
            let near = nearest(&name, declinable(kind)).map(|near| format!("did you mean `{near}`?"));
            let help = near.unwrap_or_else(|| "write the name of a key, or of a label under Close".to_owned());
            let message = format!("there is no `{name}` to decline, so it excuses nothing");
            desk.report(Problem::UnknownKey, Severity::Hint, span, message, help);
        }
        Some(name)
    });
    declined.list().to_vec()
}

/// Whether both name the same, with spaces or with underscores.
pub(super) fn is_same(name: &str, written: &str) -> bool {
    name == written || name.replace(' ', "_") == written.replace(' ', "_")
}
