//! Something kept for each application, as long as no note changes that it is made from: drafts, lines of the agenda, rows of
//! the tables. What they are, their own rooms know; when they go is said here, once for all.

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
        match Reach::all_of(reaches) {
            Some(companies) => kept.retain(|company, _| !companies.contains(company)),
            None => kept.clear(),
        }
    }

    /// All that is kept. It can be had once at a time: who makes what is to be kept must not ask for it again.
    pub fn all(&self) -> RefMut<'_, FxHashMap<CompanyId, T>> {
        self.0.borrow_mut()
    }
}
