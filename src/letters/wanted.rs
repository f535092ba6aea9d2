//! Which documents the findings ask for.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::papers;
use crate::checklist::{Ask, Checklist, Finding};
use crate::diagnostic::Severity;
use crate::model::{CompanyId, Document, Vault};

/// A document that a finding asks for, and that can go by now.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    pub(super) ask: Ask,
    /// The finding's id.
    pub(super) id: String,
    /// Whether it is drafted without being asked for by name.
    pub(super) is_unasked: bool,
}

/// What has opened, by application, in the order of the findings.
pub(super) type Openings = BTreeMap<CompanyId, Vec<Arc<Opened>>>;

/// What has opened by `today` in all applications but those that are known already.
pub(super) fn openings(
    vault: &Vault,
    checklist: &Checklist,
    today: NaiveDate,
    is_known: impl Fn(CompanyId) -> bool,
) -> Openings {
    let mut openings = Openings::new();
    for finding in &checklist.findings {
        let Some(company) = finding.company.filter(|company| !is_known(*company)) else { continue };
        let asks = Ask::all_of(vault, finding, today).into_iter();
        let asks = asks.filter(|ask| ask.has_opened(today) && papers::is_drafted(ask.key.document));
        let opened = asks.map(|ask| {
            let is_unasked = is_made_unasked(finding, ask.key.document);
            Arc::new(Opened { ask, id: finding.id(vault), is_unasked })
        });
        openings.entry(company).or_default().extend(opened);
    }
    openings
}

/// Whether the document is drafted without being asked for.
fn is_made_unasked(finding: &Finding, document: Document) -> bool {
    finding.severity >= Some(Severity::Warning) || document.is_sheet() || document == Document::RejectionThanks
}
