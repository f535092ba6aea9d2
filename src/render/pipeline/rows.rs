//! The rows of the tables, kept from one drawing to the next as long as nothing changes that they show.

use crate::checklist::{PerApplication, Reach};
use crate::model::CompanyId;

/// The rows that were drawn last, of one vault on one day.
#[derive(Debug, Default)]
pub struct Rows(PerApplication<String>);

impl Rows {
    /// Drops what shows notes of these reaches, since one of them changed.
    pub fn forget(&self, reaches: &[Reach]) {
        self.0.forget(reaches);
    }

    /// The row of that application, else what `draw` makes of it.
    pub(super) fn row(&self, company: CompanyId, draw: impl FnOnce() -> String) -> String {
        self.0.all().entry(company).or_insert_with(draw).clone()
    }
}
