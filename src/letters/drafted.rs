//! What documents are made of, kept from one plan to the next as long as nothing changes that it depends on.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::draft::Written;
use super::template::Fault;
use super::wanted::{Opened, Openings, openings};
use super::{Draft, front, is_untouched};
use crate::checklist::{Ask, Checklist, PerApplication, Reach};
use crate::model::{CompanyId, Renumbering, Vault};

/// What came of drafting a document; `None` where nothing is to be drafted.
pub(super) type Text = Option<Result<Arc<Written>, Fault>>;

/// What the last plan asked for and drafted, of one vault on one day.
#[derive(Debug, Default)]
pub struct Drafted(PerApplication<Papers>);

/// The documents of one application.
#[derive(Debug, Default)]
struct Papers {
    opened: Vec<Arc<Opened>>,
    texts: Vec<Entry>,
    settled: Option<Arc<Settled>>,
}

/// What became of an application's documents, where each is there and lies where it belongs: that depends on nothing but
/// the application, and on which notes there are.
#[derive(Debug, Default)]
pub(super) struct Settled {
    pub(super) drafts: Vec<Draft>,
    /// Indices of the letters that they are.
    pub(super) claimed: Vec<usize>,
}

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
        self.0.forget(reaches);
    }

    /// Follows notes and rounds that are called by other numbers now.
    pub fn renumber(&self, renumbering: &Renumbering) {
        if renumbering.is_empty() {
            return;
        }
        let follow = |ask: &mut Ask| {
            ask.key.round = ask.key.round.and_then(|round| renumbering.round(round));
            ask.key.to.iter_mut().for_each(|to| renumbering.link(to));
        };
        for Papers { opened, texts, settled } in self.0.all().values_mut() {
            *settled = None;
            let opened = opened.iter_mut().map(|opened| &mut Arc::make_mut(opened).ask);
            opened.chain(texts.iter_mut().map(|entry| &mut entry.ask)).for_each(follow);
        }
    }

    /// What has opened in every application; no rule over the whole vault asks for a document.
    pub(super) fn openings(&self, vault: &Vault, checklist: &Checklist, today: NaiveDate) -> Openings {
        let mut all = self.0.all();
        for (company, opened) in openings(vault, checklist, today, |company| all.contains_key(&company)) {
            all.insert(company, Papers { opened, ..Papers::default() });
        }
        all.iter().map(|(company, papers)| (*company, papers.opened.clone())).collect()
    }

    /// What came of it before.
    pub(super) fn text(&self, ask: &Ask) -> Option<Text> {
        let all = self.0.all();
        let entry = all.get(&ask.key.company)?.texts.iter().find(|entry| entry.ask == *ask)?;
        Some(entry.text.clone())
    }

    /// Keeps these texts, and no others of their applications.
    pub(super) fn keep<'a>(&self, texts: impl Iterator<Item = (&'a Ask, Text)>) {
        let mut all = self.0.all();
        let mut before: BTreeMap<CompanyId, Vec<Entry>> = BTreeMap::new();
        for (ask, text) in texts {
            let company = ask.key.company;
            let papers = all.entry(company).or_default();
            let known = before.entry(company).or_insert_with(|| std::mem::take(&mut papers.texts));
            let compared = known.iter_mut().find(|entry| entry.ask == *ask).and_then(|entry| entry.compared.take());
            papers.texts.push(Entry { ask: ask.clone(), text, compared });
        }
    }

    /// What became of the documents of that application, where it is settled.
    pub(super) fn settled(&self, company: CompanyId) -> Option<Arc<Settled>> {
        self.0.all().get(&company)?.settled.clone()
    }

    /// Keeps what became of them; `None`: it may become something else without any change to the application.
    pub(super) fn settle(&self, company: CompanyId, settled: Option<Settled>) {
        self.0.all().entry(company).or_default().settled = settled.map(Arc::new);
    }

    /// The draft `disk` of what is asked beside its fresh `text`, which is the one that is kept.
    pub(super) fn compare(&self, ask: &Ask, disk: &str, text: &Written) -> Compared {
        let mut all = self.0.all();
        let texts = all.get_mut(&ask.key.company).map(|papers| &mut papers.texts);
        let Some(entry) = texts.into_iter().flatten().find(|entry| entry.ask == *ask) else {
            return Compared::new(disk, text);
        };
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
