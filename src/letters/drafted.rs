//! The texts of drafts, kept from one plan to the next as long as nothing changes that they are made from.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::draft::Written;
use super::template::Fault;
use crate::checklist::{Ask, Reach};
use crate::model::{CompanyId, Renumbering};

/// What came of drafting a document; `None` where nothing is to be drafted.
pub(super) type Text = Option<Result<Written, Fault>>;

/// The texts that the last plan drafted, of one vault on one day.
#[derive(Debug, Default)]
pub struct Drafted(RefCell<BTreeMap<CompanyId, Vec<(Ask, Text)>>>);

impl Drafted {
    /// Drops what is made from notes of these reaches, since one of them changed.
    pub fn forget(&self, reaches: &[Reach]) {
        let mut texts = self.0.borrow_mut();
        for reach in reaches {
            match reach {
                Reach::Nobody => {}
                Reach::One(company) => drop(texts.remove(company)),
                Reach::Anybody => texts.clear(),
            }
        }
    }

    /// Follows notes and rounds that are called by other numbers now.
    pub fn renumber(&self, renumbering: &Renumbering) {
        for (Ask { key, .. }, _) in self.0.borrow_mut().values_mut().flatten() {
            key.round = key.round.and_then(|round| renumbering.round(round));
            key.to.iter_mut().for_each(|to| renumbering.link(to));
        }
    }

    /// What came of it before.
    pub(super) fn text(&self, ask: &Ask) -> Option<Text> {
        let texts = self.0.borrow();
        let (_, text) = texts.get(&ask.key.company)?.iter().find(|(other, _)| other == ask)?;
        Some(text.clone())
    }

    /// Keeps these, and no others.
    pub(super) fn keep(&self, all: impl Iterator<Item = (Ask, Text)>) {
        let mut texts: BTreeMap<CompanyId, Vec<(Ask, Text)>> = BTreeMap::new();
        for (ask, text) in all {
            texts.entry(ask.key.company).or_default().push((ask, text));
        }
        *self.0.borrow_mut() = texts;
    }
}
