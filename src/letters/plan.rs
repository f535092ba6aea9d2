//! A draft's life: made, refreshed as long as nobody touched it, left alone afterwards, and removed
//! when its duty is gone.
//!
//! A draft is known by its front matter (document, company, round, person), not by its name.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::draft::{Order, Written};
use super::standing;
use super::template::Templates;
use super::{Draft, Fate, Plan, Request, blanks, front, is_untouched, papers, path};
use crate::checklist::{Application, Checklist, Duty, Finding};
use crate::diagnostic::Severity;
use crate::model::{CompanyId, Document, Letter, Named, Record, Vault, folded};

/// What is to become of every draft on `today`.
///
/// `written` holds the paths that earlier runs wrote, `source` gives the text of a file of the vault
/// by its path. After an incomplete scan nothing is made, refreshed or removed.
pub fn plan(
    vault: &Vault,
    checklist: &Checklist,
    written: &BTreeSet<String>,
    source: &dyn Fn(&str) -> Option<String>,
    today: NaiveDate,
    request: &Request<'_>,
) -> Plan {
    let mut planner =
        Planner { vault, written, source, today, request, claimed: BTreeSet::new(), paths: BTreeSet::new() };
    let mut plan = Plan { written: written.clone(), ..Plan::default() };
    let wanted = planner.wanted(checklist);
    let ids: BTreeSet<CompanyId> = wanted.iter().map(|wanted| wanted.key.company).collect();
    let applications: BTreeMap<CompanyId, Application<'_>> =
        ids.into_iter().map(|id| (id, Application::new(vault, id, today))).collect();
    for wanted in &wanted {
        let order = Order {
            application: &applications[&wanted.key.company],
            document: wanted.key.document,
            round: wanted.key.round,
            to: wanted.key.to,
            duty: wanted.duty,
        };
        match order.write(Templates) {
            Some(Ok(text)) => planner.place(wanted, &order, &text, &mut plan),
            Some(Err(message)) => {
                let known = (wanted.key.document, message);
                if !plan.diagnostics.contains(&known) {
                    plan.diagnostics.push(known);
                }
                planner.claim(wanted);
            }
            None => {}
        }
    }
    if vault.complete {
        plan.gone = planner.gone(checklist);
        plan.written.retain(|path| !plan.gone.contains(path));
    }
    plan.drafts.sort_by(|a, b| a.path.cmp(&b.path));
    plan
}

/// What a draft is known by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key<'a> {
    pub(super) document: Document,
    pub(super) company: CompanyId,
    pub(super) round: Option<usize>,
    pub(super) to: Option<&'a Named>,
}

impl<'a> Key<'a> {
    /// The documents that a finding's duty asks for; about the company's latest round where the finding names none.
    pub(super) fn all_of(finding: &'a Finding) -> impl Iterator<Item = (Self, &'a Duty)> {
        let (duty, company) = (finding.duty(), finding.company);
        let asked = duty.zip(company).into_iter().flat_map(move |(duty, company)| {
            let documents = duty.document.into_iter().chain(duty.also.iter().copied());
            documents.map(move |document| (duty, company, document))
        });
        asked.map(|(duty, company, document)| {
            (Key { document, company, round: finding.round, to: finding.person.as_ref() }, duty)
        })
    }

    /// Whether that letter is this document, about this round, to this person.
    pub(super) fn is(&self, vault: &Vault, letter: &Letter) -> bool {
        let company = letter.company.value().and_then(|named| named.note).map(|note| vault.note(note).record);
        let to = match (self.to, letter.to.value()) {
            (Some(to), Some(other)) => to.is(other),
            (None, None) => true,
            _ => false,
        };
        letter.document.get() == Some(self.document)
            && company == Some(Record::Company(self.company))
            && letter.round == self.round
            && to
    }

    fn is_same(&self, other: &Self) -> bool {
        let to = match (self.to, other.to) {
            (Some(to), Some(other)) => to.is(other),
            (None, None) => true,
            _ => false,
        };
        to && (self.document, self.company, self.round) == (other.document, other.company, other.round)
    }
}

/// A document that is to be there, and why.
struct Wanted<'a> {
    key: Key<'a>,
    duty: &'a Duty,
    id: String,
    is_requested: bool,
}

struct Planner<'a, 'v> {
    vault: &'v Vault,
    written: &'a BTreeSet<String>,
    source: &'a dyn Fn(&str) -> Option<String>,
    today: NaiveDate,
    request: &'a Request<'a>,
    /// Indices of the letters that a duty has found.
    claimed: BTreeSet<usize>,
    /// Paths given to new drafts.
    paths: BTreeSet<String>,
}

impl Planner<'_, '_> {
    /// The documents of the duties that have opened: by themselves, on request, or because they are there already.
    fn wanted<'c>(&self, checklist: &'c Checklist) -> Vec<Wanted<'c>> {
        let mut all: Vec<Wanted<'c>> = Vec::new();
        for finding in &checklist.findings {
            let mut id = String::new();
            for (mut key, duty) in Key::all_of(finding) {
                if !duty.has_opened(self.today) || papers::paper(key.document).is_none() {
                    continue;
                }
                key.round = key.round.or_else(|| latest_round(self.vault, key.company, self.today));
                let is_known = all.iter().any(|other| other.key.is_same(&key) && other.duty.promise == duty.promise);
                if id.is_empty() {
                    id = finding.id(self.vault);
                }
                let is_requested =
                    self.request.drafts.iter().any(|wish| wish.len() >= 4 && id.starts_with(wish.as_str()));
                let is_there = || self.vault.letters.iter().any(|letter| key.is(self.vault, letter));
                if !is_known && (is_requested || is_made_unasked(finding, key.document) || is_there()) {
                    all.push(Wanted { key, duty, id: id.clone(), is_requested });
                }
            }
        }
        all
    }

    /// Finds the letter of a wanted document, and takes it: an unsent one, first one of the same due
    /// date; else one that was sent since the duty opened.
    fn claim(&mut self, wanted: &Wanted<'_>) -> Option<usize> {
        let (key, duty) = (&wanted.key, wanted.duty);
        let free = || {
            let letters = self.vault.letters.iter().enumerate();
            letters.filter(|(at, letter)| !self.claimed.contains(at) && key.is(self.vault, letter))
        };
        let unsent = || free().filter(|(_, letter)| !is_sent(letter));
        let since = |letter: &Letter| letter.sent_on.get() >= duty.opens;
        let found = unsent().find(|(_, letter)| letter.due.get() == Some(duty.due)).or_else(|| unsent().next());
        let found = found.or_else(|| free().find(|(_, letter)| is_sent(letter) && since(letter))).map(|(at, _)| at);
        self.claimed.extend(found);
        found
    }

    /// Decides what becomes of one document, and adds it to the plan.
    fn place(&mut self, wanted: &Wanted<'_>, order: &Order<'_, '_>, text: &Written, plan: &mut Plan) {
        let found = self.claim(wanted);
        let own_path = self.path_for(wanted, order, found);
        let (path, text, fate, disk) = match found {
            Some(at) => {
                let letter = &self.vault.letters[at];
                let path = self.vault.path(letter.note).to_string();
                let disk = (self.source)(&path);
                let fresh = disk
                    .as_ref()
                    .map_or_else(|| text.front.note(&text.body), |old| text.front.refreshed(old, &text.body));
                let fate = match &disk {
                    _ if is_sent(letter) => Fate::Sent,
                    Some(old) if !is_untouched(old) => Fate::Edited,
                    Some(old) if front::same(old, &fresh) => Fate::Current,
                    // After an incomplete scan the fresh text may lack what was not read.
                    Some(_) if self.vault.complete => Fate::Refresh,
                    Some(_) => Fate::Current,
                    None => Fate::Edited,
                };
                (path, fresh, fate, disk)
            }
            None => {
                let fate = self.fate_of_new(wanted, &own_path);
                (own_path.clone(), text.front.note(&text.body), fate, None)
            }
        };
        if fate == Fate::Create && !self.vault.complete {
            return;
        }
        if !matches!(fate, Fate::Foreign | Fate::Deleted) {
            plan.written.extend([path.clone(), own_path]);
        }
        let shown = match (fate, &disk) {
            (Fate::Edited | Fate::Sent | Fate::Current, Some(disk)) => disk,
            _ => &text,
        };
        let blanks = blanks(front::body(shown));
        let Key { document, company, round, to } = wanted.key;
        let (to, finding) = (to.cloned(), wanted.id.clone());
        plan.drafts.push(Draft { path, text, blanks, document, company, round, to, finding, fate });
    }

    fn fate_of_new(&self, wanted: &Wanted<'_>, path: &str) -> Fate {
        if self.note_at(path).is_some() || (self.source)(path).is_some() {
            return Fate::Foreign;
        }
        let asked = |name: &String| name == path || name.strip_suffix(".md").unwrap_or(name) == path::stem(path);
        let is_back = wanted.is_requested || self.request.again.iter().any(asked);
        if self.written.contains(path) && !is_back { Fate::Deleted } else { Fate::Create }
    }

    /// The path a document has by itself: numbered behind those of its kind that were sent, and
    /// behind other letters of that name.
    fn path_for(&mut self, wanted: &Wanted<'_>, order: &Order<'_, '_>, found: Option<usize>) -> String {
        let letters = self.vault.letters.iter().enumerate();
        let others =
            letters.filter(|(at, other)| Some(*at) != found && wanted.key.is(self.vault, other) && is_sent(other));
        let mut nth = 1 + others.count();
        let name = order.name();
        let parts: Vec<&str> = name.iter().map(String::as_str).collect();
        loop {
            let path = path::draft(&self.vault.config.folders.letter, &parts, nth);
            let other = self.note_at(&path).filter(|record| match record {
                Record::Letter(at) => Some(*at) != found,
                _ => false,
            });
            if other.is_none() && self.paths.insert(folded(&path)) {
                return path;
            }
            nth += 1;
        }
    }

    /// The record at a path, but for case and normalisation.
    fn note_at(&self, path: &str) -> Option<Record> {
        let wanted = folded(path);
        self.vault.notes.iter().find(|note| folded(&note.path) == wanted).map(|note| note.record)
    }

    /// Untouched drafts whose duty is gone: not because of a waiver, a hold or the configuration alone.
    fn gone(&self, checklist: &Checklist) -> Vec<String> {
        let is_idle = |at: usize, letter: &Letter| {
            let is_ours = letter.document.get().is_some_and(|document| papers::paper(document).is_some());
            let untouched = || (self.source)(self.vault.path(letter.note)).is_some_and(|text| is_untouched(&text));
            is_ours && !self.claimed.contains(&at) && !is_sent(letter) && untouched()
        };
        let letters = self.vault.letters.iter().enumerate();
        let idle: Vec<&Letter> =
            letters.filter(|(at, letter)| is_idle(*at, letter)).map(|(_, letter)| letter).collect();
        if idle.is_empty() {
            return Vec::new();
        }
        let standing = standing::Duties::new(self.vault, checklist, self.today);
        let gone = idle.into_iter().filter(|letter| !standing.ask_for(letter));
        gone.map(|letter| self.vault.path(letter.note).to_string()).collect()
    }
}

/// Whether the document is drafted without being asked for.
fn is_made_unasked(finding: &Finding, document: Document) -> bool {
    finding.severity >= Some(Severity::Warning)
        || matches!(document, Document::RejectionThanks | Document::PrepSheet | Document::ClosingCard)
}

/// The company's latest held round: what a document is about whose duty names none.
pub(super) fn latest_round(vault: &Vault, company: CompanyId, today: NaiveDate) -> Option<usize> {
    Application::new(vault, company, today).current().map(|held| held.at)
}

fn is_sent(letter: &Letter) -> bool {
    !letter.sent_on.is_absent() || letter.sent_on.span.is_some()
}
