//! The rows of the tables, kept from one drawing to the next as long as nothing changes that they show.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::checklist::Reach;
use crate::model::CompanyId;

/// The rows that were drawn last, of one vault on one day.
#[derive(Debug, Default)]
pub struct Rows(RefCell<HashMap<CompanyId, String>>);

impl Rows {
    /// Drops what shows notes of these reaches, since one of them changed.
    pub fn forget(&self, reaches: &[Reach]) {
        let mut rows = self.0.borrow_mut();
        for reach in reaches {
            match reach {
                Reach::Nobody => {}
                Reach::One(company) => drop(rows.remove(company)),
                Reach::Anybody => rows.clear(),
            }
        }
    }

    /// The row of that application, else what `draw` makes of it.
    pub(super) fn row(&self, company: CompanyId, draw: impl FnOnce() -> String) -> String {
        self.0.borrow_mut().entry(company).or_insert_with(draw).clone()
    }
}
