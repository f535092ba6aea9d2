//! Whether the record itself is sound; every other rule stands on it.

mod bullet;
mod conflict;
mod dates;
mod field;
mod front_matter;
mod hidden_text;
mod kind;
mod link;
mod missing;
mod offer;
mod past_round;
mod status;
mod testimonial;
mod unknown_key;
mod unread;
mod waiver;

use super::{Application, Duty, Find, Finding, Rule, Scene};
use crate::diagnostic::{Problem, Severity};
use crate::model::{Field, NoteId, Record, Vault};
use crate::text::Span;

/// The rules of this stage.
pub(super) const RULES: &[&Rule] = &[
    &bullet::RULE,
    &conflict::RULE,
    &dates::RULE,
    &field::RULE,
    &front_matter::RULE,
    &hidden_text::RULE,
    &kind::RULE,
    &link::RULE,
    &missing::RULE,
    &offer::RULE,
    &past_round::RULE,
    &status::RULE,
    &testimonial::RULE,
    &unknown_key::RULE,
    &unread::RULE,
    &waiver::RULE,
];

/// What reading the notes said of `problem`, as findings of `rule`.
fn reported(scene: &Scene<'_>, rule: &'static Rule, problem: Problem) -> Vec<Finding> {
    let said = scene.diagnostics.iter().filter(|diagnostic| diagnostic.problem == problem);
    said.map(|diagnostic| placed(scene.vault, Finding::of_diagnostic(rule, diagnostic))).collect()
}

/// A fault in one note, with the application and round of that note.
fn fault(
    scene: &Scene<'_>,
    rule: &'static Rule,
    severity: Severity,
    note: NoteId,
    span: Span,
    message: impl Into<String>,
) -> Finding {
    belonging(
        scene.vault,
        scene.vault.note(note).record,
        Finding::fault(rule, severity, scene.vault, note, span, message),
    )
}

/// With the application and round of the note at the finding's path, where there is such a note.
fn placed(vault: &Vault, finding: Finding) -> Finding {
    match vault.notes.binary_search_by(|note| (*note.path).cmp(&*finding.path)) {
        Ok(at) => belonging(vault, vault.notes[at].record, finding),
        Err(_) => finding,
    }
}

fn belonging(vault: &Vault, record: Record, mut finding: Finding) -> Finding {
    match record {
        Record::Company(id) => finding.company = Some(id),
        Record::Round(at) => {
            finding.company = vault.rounds[at].company_id;
            finding.round = Some(at);
        }
        Record::Letter(at) => {
            let letter = &vault.letters[at];
            let named = letter.company.value().and_then(|company| company.note).map(|note| vault.note(note).record);
            finding.round = letter.round;
            finding.company = match named {
                Some(Record::Company(id)) => Some(id),
                _ => letter.round.and_then(|at| vault.rounds[at].company_id),
            };
        }
        _ => {}
    }
    finding
}

/// Whether nothing is written in `field`; what is written and cannot be read is told by `note/field`.
fn lacks<T>(field: &Field<T>) -> bool {
    field.value().is_none() && field.span.is_none()
}
