//! The texts of drafts, kept from one plan to the next as long as nothing changes that they are made from.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::draft::Written;
use super::template::Fault;
use super::{front, is_untouched};
use crate::checklist::{Ask, Reach};
use crate::model::{CompanyId, Renumbering};

/// What came of drafting a document; `None` where nothing is to be drafted.
pub(super) type Text = Option<Result<Arc<Written>, Fault>>;

/// The texts that the last plan drafted, of one vault on one day.
#[derive(Debug, Default)]
pub struct Drafted(RefCell<BTreeMap<CompanyId, Vec<Entry>>>);

#[derive(Debug)]
struct Entry {
    ask: Ask,
    text: Text,
    /// The note that was last there for it, and how it stood.
    compared: Option<(String, Compared)>,
}

/// A draft on disk beside its fresh text.
#[derive(Clone, Debug)]
pub(super) struct Compared {
    /// The draft with the fresh text; the candidate's own keys and comments stay.
    pub fresh: Arc<str>,
    /// Whether it is as the program wrote it.
    pub is_untouched: bool,
    /// Whether the fresh one says nothing else.
    pub is_same: bool,
}

impl Compared {
    fn new(disk: &str, text: &Written) -> Self {
        let fresh = text.front.refreshed(disk, &text.body);
        Self { is_untouched: is_untouched(disk), is_same: front::same(disk, &fresh), fresh: fresh.into() }
    }
}

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
        for Entry { ask, .. } in self.0.borrow_mut().values_mut().flatten() {
            ask.key.round = ask.key.round.and_then(|round| renumbering.round(round));
            ask.key.to.iter_mut().for_each(|to| renumbering.link(to));
        }
    }

    /// What came of it before.
    pub(super) fn text(&self, ask: &Ask) -> Option<Text> {
        let texts = self.0.borrow();
        let entry = texts.get(&ask.key.company)?.iter().find(|entry| entry.ask == *ask)?;
        Some(entry.text.clone())
    }

    /// Keeps these, and no others.
    pub(super) fn keep(&self, all: impl Iterator<Item = (Ask, Text)>) {
        let mut texts: BTreeMap<CompanyId, Vec<Entry>> = BTreeMap::new();
        let mut before = self.0.borrow_mut();
        for (ask, text) in all {
            let known = before.get_mut(&ask.key.company).into_iter().flatten().find(|entry| entry.ask == ask);
            let compared = known.and_then(|entry| entry.compared.take());
            texts.entry(ask.key.company).or_default().push(Entry { ask, text, compared });
        }
        *before = texts;
    }

    /// The draft `disk` of what is asked beside its fresh `text`, which is the one that is kept.
    pub(super) fn compare(&self, ask: &Ask, disk: &str, text: &Written) -> Compared {
        let mut texts = self.0.borrow_mut();
        let entry = texts.get_mut(&ask.key.company).into_iter().flatten().find(|entry| entry.ask == *ask);
        let Some(entry) = entry else { return Compared::new(disk, text) };
        match &entry.compared {
            Some((known, compared)) if known == disk => compared.clone(),
            _ => {
                let compared = Compared::new(disk, text);
                entry.compared = Some((disk.to_owned(), compared.clone()));
                compared
            }
        }
    }
}
