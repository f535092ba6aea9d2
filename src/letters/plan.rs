//! A draft's life: made, refreshed as long as nobody touched it, left alone afterwards, and removed
//! when its duty is gone.
//!
//! A draft is known by its front matter (document, company, round, person), not by its name.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::draft::{Order, Written};
use super::key::Key;
use super::path::Names;
use super::standing::Duties;
use super::{Draft, Fate, Plan, Request, blanks, front, is_untouched, papers, path};
use crate::checklist::{Application, Checklist, Duty, Finding};
use crate::diagnostic::Severity;
use crate::model::{CompanyId, Document, Letter, Record, Vault, folded};

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
    let names = Names::new(vault);
    let (claimed, paths) = (BTreeSet::new(), BTreeSet::new());
    let mut planner = Planner { vault, names: &names, written, source, today, request, claimed, paths };
    let mut plan = Plan { written: written.clone(), ..Plan::default() };
    let wanted = planner.wanted(checklist);
    let ids: BTreeSet<CompanyId> = wanted.iter().map(|wanted| wanted.key.company).collect();
    let applications: BTreeMap<CompanyId, Application<'_>> =
        ids.into_iter().map(|id| (id, Application::new(vault, id, today))).collect();
    for wanted in &wanted {
        let order = Order {
            application: &applications[&wanted.key.company],
            names: &names,
            document: wanted.key.document,
            round: wanted.key.round,
            to: wanted.key.to.as_ref(),
            duty: wanted.duty,
        };
        match order.write() {
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

/// A document that is to be there, and why.
struct Wanted<'a> {
    key: Key,
    duty: &'a Duty,
    id: String,
    is_requested: bool,
}

struct Planner<'a, 'v> {
    vault: &'v Vault,
    names: &'a Names<'v>,
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
            let Some(duty) = finding.duty().filter(|duty| duty.has_opened(self.today)) else { continue };
            for key in Key::all_of(self.vault, finding, self.today) {
                let is_known = all.iter().any(|other| other.key.is_same(&key) && other.duty.promise == duty.promise);
                if is_known || !papers::is_drafted(key.document) {
                    continue;
                }
                let id = finding.id(self.vault);
                let is_requested =
                    self.request.drafts.iter().any(|wish| wish.len() >= 4 && id.starts_with(wish.as_str()));
                if is_requested || is_made_unasked(finding, key.document) || self.letters_of(&key).next().is_some() {
                    all.push(Wanted { key, duty, id, is_requested });
                }
            }
        }
        all
    }

    /// The letters that are this document, by path, with their indices.
    fn letters_of<'k>(&self, key: &'k Key) -> impl Iterator<Item = (usize, &Letter)> + use<'_, 'k> {
        let letters = self.vault.company(key.company).letters.iter().map(|at| (*at, &self.vault.letters[*at]));
        letters.filter(|(_, letter)| key.is(self.vault, letter))
    }

    /// Finds the letter of a wanted document, and takes it: an unsent one, first one of the same due
    /// date; else one that was sent since the duty opened.
    fn claim(&mut self, wanted: &Wanted<'_>) -> Option<usize> {
        let (key, duty) = (&wanted.key, wanted.duty);
        let free = || self.letters_of(key).filter(|(at, _)| !self.claimed.contains(at));
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
        let (path, text, fate, disk) = match found.map(|at| &self.vault.letters[at]) {
            Some(letter) => self.find(letter, text),
            None => (own_path.clone(), text.front.note(&text.body), self.fate_of_new(wanted, &own_path), None),
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
        let Key { document, company, round, to } = wanted.key.clone();
        let finding = wanted.id.clone();
        plan.drafts.push(Draft { path, text, blanks, document, company, round, to, finding, fate });
    }

    /// Path, fresh text, fate and the text on disk of a letter that is there.
    fn find(&self, letter: &Letter, text: &Written) -> (String, String, Fate, Option<String>) {
        let path = self.vault.path(letter.note).to_string();
        let disk = (self.source)(&path);
        let fresh =
            disk.as_ref().map_or_else(|| text.front.note(&text.body), |old| text.front.refreshed(old, &text.body));
        let fate = match &disk {
            _ if is_sent(letter) => Fate::Sent,
            Some(old) if !is_untouched(old) => Fate::Edited,
            // After an incomplete scan the fresh text may lack what was not read.
            Some(old) if front::same(old, &fresh) || !self.vault.complete => Fate::Current,
            Some(_) => Fate::Refresh,
            None => Fate::Edited,
        };
        (path, fresh, fate, disk)
    }

    fn fate_of_new(&self, wanted: &Wanted<'_>, path: &str) -> Fate {
        if self.names.at(path).is_some() || (self.source)(path).is_some() {
            return Fate::Foreign;
        }
        let asked = |name: &String| name == path || name.strip_suffix(".md").unwrap_or(name) == path::stem(path);
        let is_back = wanted.is_requested || self.request.again.iter().any(asked);
        if self.written.contains(path) && !is_back { Fate::Deleted } else { Fate::Create }
    }

    /// The path a document has by itself: numbered behind those of its kind that were sent, and
    /// behind other letters of that name.
    fn path_for(&mut self, wanted: &Wanted<'_>, order: &Order<'_, '_>, found: Option<usize>) -> String {
        let is_earlier = |(at, letter): &(usize, &Letter)| Some(*at) != found && is_sent(letter);
        let mut nth = 1 + self.letters_of(&wanted.key).filter(is_earlier).count();
        let folders = &self.vault.config.folders;
        let folder = if order.document.is_sheet() { &folders.sheet } else { &folders.letter };
        let name = order.name();
        let parts: Vec<&str> = name.iter().map(String::as_str).collect();
        loop {
            let path = path::draft(folder, &parts, nth);
            let other = self.names.at(&path).filter(|record| match record {
                Record::Letter(at) => Some(*at) != found,
                _ => false,
            });
            if other.is_none() && self.paths.insert(folded(&path)) {
                return path;
            }
            nth += 1;
        }
    }

    /// Untouched drafts whose duty is gone: not because of a waiver, a hold or the configuration alone.
    fn gone(&self, checklist: &Checklist) -> Vec<String> {
        let is_idle = |at: usize, letter: &Letter| {
            let is_ours = letter.document.get().is_some_and(papers::is_drafted);
            let untouched = || (self.source)(self.vault.path(letter.note)).is_some_and(|text| is_untouched(&text));
            is_ours && !self.claimed.contains(&at) && !is_sent(letter) && untouched()
        };
        let letters = self.vault.letters.iter().enumerate();
        let idle: Vec<&Letter> =
            letters.filter(|(at, letter)| is_idle(*at, letter)).map(|(_, letter)| letter).collect();
        let duties = Duties::new(self.vault, checklist, self.today);
        let gone = idle.into_iter().filter(|letter| !duties.ask_for(letter));
        gone.map(|letter| self.vault.path(letter.note).to_string()).collect()
    }
}

/// Whether the document is drafted without being asked for.
fn is_made_unasked(finding: &Finding, document: Document) -> bool {
    finding.severity >= Some(Severity::Warning) || document.is_sheet() || document == Document::RejectionThanks
}

fn is_sent(letter: &Letter) -> bool {
    !letter.sent_on.is_absent() || letter.sent_on.span.is_some()
}
