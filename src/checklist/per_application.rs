//! Something kept for each application, as long as no note changes that it is made from.

use std::cell::{RefCell, RefMut};

use rustc_hash::FxHashMap;

use super::Reach;
use crate::model::CompanyId;

/// What is kept for each application of one vault, on one day.
#[derive(Debug)]
pub struct PerApplication<T>(RefCell<FxHashMap<CompanyId, T>>);

impl<T> Default for PerApplication<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T> PerApplication<T> {
    /// Drops what is made from notes of these reaches, since one of them changed.
    pub fn forget(&self, reaches: &[Reach]) {
        let mut kept = self.0.borrow_mut();
        for reach in reaches {
            match reach {
                Reach::Nobody => {}
                Reach::One(company) => drop(kept.remove(company)),
                Reach::Anybody => kept.clear(),
            }
        }
    }

    /// All that is kept; nobody else may look at it meanwhile.
    pub fn all(&self) -> RefMut<'_, FxHashMap<CompanyId, T>> {
        self.0.borrow_mut()
    }
}
