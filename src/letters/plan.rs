//! A draft's life: made, refreshed as long as nobody touched it, left alone afterwards, and removed
//! when its duty is gone.
//!
//! A draft is known by its front matter (document, company, round, person), not by its name.

mod claim;
mod gone;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::choice::Praise;
use super::draft::{Order, Written};
use super::drafted::{Drafted, Settled, Text};
use super::overrides::Templates;
use super::path::Names;
use super::wanted::{Opened, openings};
use super::{Draft, Fate, Plan, Request, blanks, front, is_untouched, path};
use crate::checklist::{Application, Ask, Checklist, Key};
use crate::diagnostic::Diagnostic;
use crate::model::{CompanyId, Letter, Record, Vault, folded};
use crate::threads;

/// How many documents are worth a second thread.
const PER_THREAD: usize = 20;

/// What is to become of every draft on `today`.
///
/// `written` holds the paths that earlier runs wrote, `source` gives the text of a file of the vault
/// by its path, `templates` what to draft from. After an incomplete scan nothing is made, refreshed or removed.
pub fn plan(
    vault: &Vault,
    checklist: &Checklist,
    templates: &Templates,
    written: &BTreeSet<String>,
    source: &dyn Fn(&str) -> Option<String>,
    today: NaiveDate,
    request: &Request<'_>,
) -> Plan {
    let names = Names::new(vault);
    let mut planner = Planner::new(vault, &names, written, source, today, request);
    let wanted = planner.wanted(checklist);
    let mut plan = planner.plan(&wanted, templates);
    if vault.complete {
        plan.gone = planner.gone(checklist);
        plan.written.retain(|path| !plan.gone.contains(path));
    }
    plan
}

/// The drafts that lie in the vault for duties that have opened, by path: of those of [`plan`] the ones that are to be
/// refreshed, are current, or were changed by hand. No document is written that is not there yet.
pub fn there(
    vault: &Vault,
    checklist: &Checklist,
    templates: &Templates,
    source: &dyn Fn(&str) -> Option<String>,
    today: NaiveDate,
) -> Vec<Draft> {
    let (names, none) = (Names::new(vault), BTreeSet::new());
    let request = Request::default();
    let mut planner = Planner::new(vault, &names, &none, source, today, &request);
    let mut wanted = planner.wanted(checklist);
    wanted.retain(|wanted| planner.letters_of(&wanted.opened.ask.key).next().is_some());
    let mut drafts = planner.plan(&wanted, templates).drafts;
    drafts.retain(|draft| matches!(draft.fate, Fate::Refresh | Fate::Current | Fate::Edited));
    drafts
}

/// The vault's own templates that stood their trial, and fail on the notes as they are on `today`: what is wrong with each.
pub fn failing(vault: &Vault, checklist: &Checklist, templates: &Templates, today: NaiveDate) -> Vec<Diagnostic> {
    if templates.are_built_in() {
        return Vec::new();
    }
    let (names, praise) = (Names::new(vault), Praise::new(vault));
    let asks = checklist.findings.iter().flat_map(|finding| Ask::all_of(vault, finding, today));
    let mut found: Vec<Diagnostic> = Vec::new();
    for ask in asks.filter(|ask| ask.has_opened(today) && templates.is_own(ask.key.document)) {
        let application = &Application::new(vault, ask.key.company, today);
        let order = Order { application, names: &names, praise: &praise, ask: &ask, templates };
        let Some(Err(fault)) = order.write() else { continue };
        found.extend(templates.diagnostic(ask.key.document, &fault).filter(|fault| !found.contains(fault)));
    }
    found
}

/// A document that is to be there.
struct Wanted {
    opened: Arc<Opened>,
    is_requested: bool,
}

impl Wanted {
    /// The draft of it; its blanks are those of `shown`, else of its text.
    fn draft(&self, path: String, text: String, fate: Fate, shown: Option<&str>) -> Draft {
        let blanks = blanks(front::body(shown.unwrap_or(&text)));
        let Key { document, company, round, to } = self.opened.ask.key.clone();
        Draft { path, text, blanks, document, company, round, to, finding: self.opened.id.clone(), fate }
    }
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
    /// Applications of which nothing changed since they were settled.
    settled: Vec<Arc<Settled>>,
}

impl<'a, 'v> Planner<'a, 'v> {
    fn new(
        vault: &'v Vault,
        names: &'a Names<'v>,
        written: &'a BTreeSet<String>,
        source: &'a dyn Fn(&str) -> Option<String>,
        today: NaiveDate,
        request: &'a Request<'a>,
    ) -> Self {
        let (claimed, paths, settled) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        Self { vault, names, written, source, today, request, claimed, paths, settled }
    }

    /// Writes the documents and decides what becomes of each.
    fn plan(&mut self, wanted: &[Wanted], templates: &Templates) -> Plan {
        let (vault, names, today) = (self.vault, self.names, self.today);
        let ids: BTreeSet<CompanyId> = wanted.iter().map(|wanted| wanted.opened.ask.key.company).collect();
        let applications: BTreeMap<CompanyId, Application<'_>> =
            ids.into_iter().map(|id| (id, Application::new(vault, id, today))).collect();
        let praise = Praise::new(vault);
        let mut orders = Vec::with_capacity(wanted.len());
        for wanted in wanted {
            let application = &applications[&wanted.opened.ask.key.company];
            orders.push((wanted, Order { application, names, praise: &praise, ask: &wanted.opened.ask, templates }));
        }
        let written = self.write(&orders);
        let mut texts = Vec::new();
        for ((wanted, order), text) in orders.into_iter().zip(written) {
            let own = self.claim_own(wanted, &text);
            texts.push((wanted, order, text, own));
        }
        let mut plan = Plan { written: self.written.clone(), ..Plan::default() };
        let mut settled: BTreeMap<CompanyId, Option<Settled>> = BTreeMap::new();
        for (wanted, order, text, own) in texts {
            let found = own.or_else(|| self.claim(wanted));
            let begin = plan.drafts.len();
            let is_settled = self.decide(wanted, &order, text, found, &mut plan);
            let all = settled.entry(order.ask.key.company).or_insert_with(|| Some(Settled::default()));
            *all = all.take().filter(|_| is_settled);
            if let Some(all) = all {
                all.drafts.extend_from_slice(&plan.drafts[begin..]);
                all.claimed.extend(found);
            }
        }
        self.settle(settled, &mut plan);
        plan.drafts.sort_by(|a, b| a.path.cmp(&b.path));
        plan
    }

    /// Keeps the applications that are settled now, and adds those that were before.
    fn settle(&mut self, settled: BTreeMap<CompanyId, Option<Settled>>, plan: &mut Plan) {
        if let Some(drafted) = self.keeping() {
            for (company, settled) in settled {
                drafted.settle(company, settled);
            }
        }
        for settled in &self.settled {
            self.claimed.extend(&settled.claimed);
            plan.written.extend(settled.drafts.iter().map(|draft| draft.path.clone()));
            plan.drafts.extend_from_slice(&settled.drafts);
        }
    }

    /// Where what becomes of the drafts is kept; what is asked for by name is for once.
    fn keeping(&self) -> Option<&'a Drafted> {
        self.request.drafted.filter(|_| self.request.drafts.is_empty() && self.request.again.is_empty())
    }

    /// The texts of the documents; what was drafted before, from the same notes, is not written again.
    fn write(&self, orders: &[(&Wanted, Order<'_, '_>)]) -> Vec<Text> {
        let drafted = self.request.drafted;
        let known: Vec<Option<Text>> = orders.iter().map(|(_, order)| drafted?.text(order.ask)).collect();
        let new: Vec<&Order<'_, '_>> =
            orders.iter().zip(&known).filter(|(_, known)| known.is_none()).map(|((_, order), _)| order).collect();
        let write = |part: &[&Order<'_, '_>]| {
            part.iter().map(|order| order.write().map(|text| text.map(Arc::new))).collect::<Vec<_>>()
        };
        let mut written = threads::in_parts(&new, PER_THREAD, write).into_iter().flatten();
        let texts: Vec<Text> =
            known.into_iter().map(|known| known.unwrap_or_else(|| written.next().flatten())).collect();
        if let Some(drafted) = drafted {
            drafted.keep(orders.iter().map(|(_, order)| order.ask).zip(texts.iter().cloned()));
        }
        texts
    }

    /// The documents of what has opened: by themselves, on request, or because they are there already. Applications that
    /// are settled are set aside.
    fn wanted(&mut self, checklist: &Checklist) -> Vec<Wanted> {
        let openings = match self.request.drafted {
            Some(drafted) => drafted.openings(self.vault, checklist, self.today),
            None => openings(self.vault, checklist, self.today, |_| false),
        };
        let mut all: Vec<Wanted> = Vec::new();
        for (company, opened) in openings {
            if let Some(settled) = self.keeping().and_then(|drafted| drafted.settled(company)) {
                self.settled.push(settled);
                continue;
            }
            let begin = all.len();
            for opened in opened {
                if all[begin..].iter().any(|known| known.opened.ask.is_same(&opened.ask)) {
                    continue;
                }
                let is_requested = self.is_requested(&opened.id);
                if is_requested || opened.is_unasked || self.letters_of(&opened.ask.key).next().is_some() {
                    all.push(Wanted { opened, is_requested });
                }
            }
        }
        all
    }

    /// Whether documents of the duty of that id were asked for by name.
    fn is_requested(&self, id: &str) -> bool {
        self.request.drafts.iter().any(|wish| wish.len() >= 4 && id.starts_with(wish.as_str()))
    }

    /// Decides what becomes of one document, and adds it to the plan; `found` is the letter there is. Whether it is
    /// settled: it depends on no other application.
    fn decide(
        &mut self,
        wanted: &Wanted,
        order: &Order<'_, '_>,
        text: Text,
        found: Option<usize>,
        plan: &mut Plan,
    ) -> bool {
        match text {
            Some(Ok(text)) => self.place(wanted, order, &text, found, plan),
            Some(Err(fault)) => {
                let document = order.ask.key.document;
                let failed = (document, order.templates.said(document, &fault));
                if !plan.diagnostics.contains(&failed) {
                    plan.diagnostics.push(failed);
                }
                plan.drafts.extend(found.and_then(|at| self.kept(wanted, at)));
                false
            }
            None => true,
        }
    }

    /// The same for one with a text: it is settled where its letter is there, under the name that it would be given.
    fn place(
        &mut self,
        wanted: &Wanted,
        order: &Order<'_, '_>,
        text: &Written,
        found: Option<usize>,
        plan: &mut Plan,
    ) -> bool {
        let own_path = self.path_for(wanted, order, found);
        let (path, text, fate, disk) = match found.map(|at| &self.vault.letters[at]) {
            Some(letter) => self.find(letter, order.ask, text),
            None => (own_path.clone(), text.front.note(&text.body), self.fate_of_new(wanted, &own_path), None),
        };
        if fate == Fate::Create && !self.vault.complete {
            return false;
        }
        let is_in_place = found.is_some() && path == own_path;
        if !matches!(fate, Fate::Foreign | Fate::Deleted) {
            plan.written.extend([path.clone(), own_path]);
        }
        let shown = disk.filter(|_| matches!(fate, Fate::Edited | Fate::Sent | Fate::Current));
        plan.drafts.push(wanted.draft(path, text, fate, shown.as_deref()));
        is_in_place
    }

    /// The draft as it stands, where nothing fresh can be said.
    fn kept(&self, wanted: &Wanted, at: usize) -> Option<Draft> {
        let letter = &self.vault.letters[at];
        let path = self.vault.path(letter.note).to_string();
        let text = (self.source)(&path)?;
        let fate = match () {
            () if is_sent(letter) => Fate::Sent,
            () if is_untouched(&text) => Fate::Current,
            () => Fate::Edited,
        };
        Some(wanted.draft(path, text, fate, None))
    }

    /// Path, fresh text, fate and the text on disk of a letter that is there.
    fn find(&self, letter: &Letter, ask: &Ask, text: &Written) -> (String, String, Fate, Option<String>) {
        let path = self.vault.path(letter.note).to_string();
        let Some(disk) = (self.source)(&path) else {
            let fate = if is_sent(letter) { Fate::Sent } else { Fate::Edited };
            return (path, text.front.note(&text.body), fate, None);
        };
        let none = Drafted::default();
        let compared = self.request.drafted.unwrap_or(&none).compare(ask, &disk, text);
        let fate = match () {
            () if is_sent(letter) => Fate::Sent,
            () if !compared.is_untouched => Fate::Edited,
            // After an incomplete scan the fresh text may lack what was not read.
            () if compared.is_same || !self.vault.complete => Fate::Current,
            () => Fate::Refresh,
        };
        (path, compared.fresh.to_string(), fate, Some(disk))
    }

    fn fate_of_new(&self, wanted: &Wanted, path: &str) -> Fate {
        if self.names.at(path).is_some() || (self.source)(path).is_some() {
            return Fate::Foreign;
        }
        let asked = |name: &String| name == path || name.strip_suffix(".md").unwrap_or(name) == path::stem(path);
        let is_back = wanted.is_requested || self.request.again.iter().any(asked);
        if self.written.contains(path) && !is_back { Fate::Deleted } else { Fate::Create }
    }

    /// The path a document has by itself: numbered behind those of its kind that were sent, and
    /// behind other letters of that name.
    fn path_for(&mut self, wanted: &Wanted, order: &Order<'_, '_>, found: Option<usize>) -> String {
        let is_earlier = |(at, letter): &(usize, &Letter)| Some(*at) != found && is_sent(letter);
        let mut nth = 1 + self.letters_of(&wanted.opened.ask.key).filter(is_earlier).count();
        let folders = &self.vault.config.folders;
        let folder = if wanted.opened.ask.key.document.is_sheet() { &folders.sheet } else { &folders.letter };
        let name = order.name();
        let parts: Vec<&str> = name.iter().map(String::as_str).collect();
        if let Some(own) = found.and_then(|at| self.numbered(at, folder, &parts)) {
            self.paths.insert(folded(&own));
            return own;
        }
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

    /// The path of a letter that lies where drafts of that name do, whatever its number.
    fn numbered(&self, at: usize, folder: &str, parts: &[&str]) -> Option<String> {
        let path = self.vault.path(self.vault.letters[at].note);
        let own_folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if folded(own_folder) != folded(folder.trim_matches('/')) {
            return None;
        }
        let own = folded(path);
        let is_own = |nth| {
            let draft = path::draft(folder, parts, nth);
            *draft == **path || folded(&draft) == own
        };
        (1..=self.vault.letters.len()).any(is_own).then(|| path.to_string())
    }
}

/// Whether anything stands in `sent_on`.
pub(super) fn is_sent(letter: &Letter) -> bool {
    !letter.sent_on.is_absent() || letter.sent_on.span.is_some()
}
