//! What `check` finds in a note, as the editor underlines it.

use serde_json::{Value, json};

use super::document::Document;
use super::world::World;
use crate::checklist::Finding;
use crate::diagnostic::Severity;
use crate::render::flat;

/// The findings in a note, whose text the vault was read with.
pub(super) fn diagnostics(document: &Document, world: &World) -> Vec<Value> {
    let mut shown: Vec<&Finding> = world.shown(&document.path).collect();
    shown.sort_by_key(|finding| finding.span);
    shown.into_iter().map(|finding| diagnostic(document, finding)).collect()
}

/// One finding.
pub(super) fn diagnostic(document: &Document, finding: &Finding) -> Value {
    let severity = match finding.severity {
        Some(Severity::Error) => 1,
        Some(Severity::Warning) => 2,
        Some(Severity::Hint) | None => 4,
    };
    let help = if finding.help.is_empty() { String::new() } else { format!("\n{}", flat(&finding.help)) };
    json!({
        "range": document.range(document.shown(finding.span)),
        "severity": severity,
        "code": finding.rule.id,
        "source": "vault",
        "message": format!("{}{help}", flat(&finding.message)),
    })
}
