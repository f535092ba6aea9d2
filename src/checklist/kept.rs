//! A checklist that is kept, and brought up to date where notes change.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Application, Checklist, Find, Finding, Reach, Rule, Scene, letter, rules};
use crate::diagnostic::Diagnostic;
use crate::model::{CompanyId, Level, Note, Record, Renumbering, Vault};
use crate::prose::words;
use crate::threads;

/// How many applications are worth a second thread.
const PER_THREAD: usize = 150;

/// From so many notes on, the rules over the whole vault are worth a second thread.
const MANY: usize = 3_000;

/// A checklist, and what in it belongs to which application.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    list: Arc<Checklist>,
    /// How much of it concerns the whole vault, and how much each application, in their order.
    stretches: Vec<Stretch>,
}

/// So many findings, and so many duties on hold.
#[derive(Clone, Copy, Debug, Default)]
struct Stretch {
    findings: usize,
    held: usize,
}

impl Kept {
    /// Looks at the whole vault as of `today`.
    pub fn new(vault: &Vault, diagnostics: &[Diagnostic], today: NaiveDate) -> Self {
        Self::of(&Look::new(vault, diagnostics, today), vault)
    }

    /// The same but for the texts of letters.
    pub(super) fn beside_letters(vault: &Vault, diagnostics: &[Diagnostic], today: NaiveDate) -> Self {
        let mut look = Look::new(vault, diagnostics, today);
        look.rules.retain(|rule| !matches!(rule.find, Find::Letter(_)));
        Self::of(&look, vault)
    }

    fn of(look: &Look<'_>, vault: &Vault) -> Self {
        let mut kept = look.at_the_whole();
        let ids: Vec<CompanyId> = companies(vault).collect();
        for part in threads::in_parts(&ids, PER_THREAD, |ids| look.at(ids)) {
            kept.append(part);
        }
        kept
    }

    /// Looks again at what notes of these reaches concern; on the same day, at a vault in which nothing else changed.
    /// A note has one reach before it changed, and one after.
    pub fn look_again(&mut self, reaches: &[Reach], vault: &Vault, diagnostics: &[Diagnostic], today: NaiveDate) {
        let Some(ids) = Reach::all_of(reaches) else {
            *self = Self::new(vault, diagnostics, today);
            return;
        };
        let look = Look::new(vault, diagnostics, today);
        self.replace(0, look.at_the_whole());
        for id in ids {
            self.replace(id.0 as usize + 1, look.at(&[id]));
        }
    }

    /// Whose findings change as notes `came` to these paths of the vault or are `gone` from these, beside what they hold:
    /// `letter/name` takes no word for a slip that stands in the name of a note, whichever.
    pub fn reached_by_names(&self, came: &[String], gone: &[String], vault: &Vault) -> Vec<Reach> {
        if came.is_empty() && gone.is_empty() {
            return Vec::new();
        }
        let named = |path: &str| {
            let note = Note { path: path.into(), record: Record::Other };
            words(note.name()).iter().map(|word| word.folded().clone()).collect::<Vec<_>>()
        };
        let new: HashSet<&str> = came.iter().map(String::as_str).collect();
        let others = vault.notes.iter().filter(|note| !new.contains(&*note.path));
        let known: HashSet<String> = others.flat_map(|note| named(&note.path)).collect();
        let is_news = |path: &String| named(path).iter().any(|word| !known.contains(word));
        if gone.iter().any(is_news) {
            return vec![Reach::Anybody];
        }
        // One word more is no slip: what was found so may not be found any more.
        let slips = self.list.all().filter(|finding| finding.rule.id == "letter/name");
        let reached = slips.filter_map(|finding| finding.company.map(Reach::one));
        if came.iter().any(is_news) { reached.collect() } else { Vec::new() }
    }

    /// Follows notes and rounds that are called by other numbers now.
    pub fn renumber(&mut self, renumbering: &Renumbering) {
        if renumbering.is_empty() {
            return;
        }
        let Checklist { findings, held } = Arc::make_mut(&mut self.list);
        for finding in findings.iter_mut().chain(held.iter_mut().map(|resting| &mut resting.finding)) {
            finding.round = finding.round.and_then(|round| renumbering.round(round));
            finding.person.iter_mut().for_each(|person| renumbering.link(person));
        }
    }

    /// What was found.
    pub fn checklist(&self) -> Arc<Checklist> {
        Arc::clone(&self.list)
    }

    /// What was found, once nothing more is kept.
    pub fn into_checklist(self) -> Checklist {
        Arc::unwrap_or_clone(self.list)
    }

    /// What was found since there was so much is one stretch.
    fn end_stretch(&mut self, begin: Stretch) {
        let Stretch { findings, held } = self.length();
        self.stretches.push(Stretch { findings: findings - begin.findings, held: held - begin.held });
    }

    fn length(&self) -> Stretch {
        Stretch { findings: self.list.findings.len(), held: self.list.held.len() }
    }

    /// How much stands before that stretch.
    fn before(&self, stretch: usize) -> Stretch {
        let sum = |of: fn(&Stretch) -> usize| self.stretches[..stretch].iter().map(of).sum();
        Stretch { findings: sum(|one| one.findings), held: sum(|one| one.held) }
    }

    fn append(&mut self, mut more: Self) {
        let (list, more_list) = (Arc::make_mut(&mut self.list), Arc::make_mut(&mut more.list));
        list.findings.append(&mut more_list.findings);
        list.held.append(&mut more_list.held);
        self.stretches.append(&mut more.stretches);
    }

    /// Puts one stretch in place of another.
    fn replace(&mut self, at: usize, one: Self) {
        let (begin, end) = (self.before(at), self.before(at + 1));
        let (list, one_list) = (Arc::make_mut(&mut self.list), Arc::unwrap_or_clone(one.list));
        list.findings.splice(begin.findings..end.findings, one_list.findings);
        list.held.splice(begin.held..end.held, one_list.held);
        self.stretches.splice(at..=at, one.stretches);
    }
}

fn companies(vault: &Vault) -> impl Iterator<Item = CompanyId> + use<> {
    (0..u32::try_from(vault.companies.len()).unwrap_or(u32::MAX)).map(CompanyId)
}

/// One look at the vault, with the rules that are not switched off.
struct Look<'v> {
    scene: Scene<'v>,
    rules: Vec<&'static Rule>,
    /// What all letters are held against.
    directory: letter::Directory<'v>,
}

impl<'v> Look<'v> {
    fn new(vault: &'v Vault, diagnostics: &'v [Diagnostic], today: NaiveDate) -> Self {
        let is_on = |rule: &&Rule| vault.config.rules.get(rule.id) != Some(&Level::Off);
        let (scene, directory) = (Scene { vault, diagnostics, today }, letter::Directory::new(vault));
        Self { scene, rules: rules().filter(is_on).collect(), directory }
    }

    /// What concerns the whole vault.
    fn at_the_whole(&self) -> Kept {
        let mut kept = Kept::default();
        let of_vault = |rule: &&Rule| if let Find::Vault(find) = rule.find { Some(find) } else { None };
        let finds: Vec<_> = self.rules.iter().filter_map(of_vault).collect();
        // Over many notes, each half of the rules is worth a thread.
        let per_thread = if self.scene.vault.notes.len() < MANY { usize::MAX } else { (finds.len() / 2).max(1) };
        let find = |part: &[fn(&Scene<'_>) -> Vec<Finding>]| {
            part.iter().flat_map(|find| find(&self.scene)).collect::<Vec<_>>()
        };
        for found in threads::in_parts(&finds, per_thread, find) {
            Arc::make_mut(&mut kept.list).admit(&self.scene, found);
        }
        kept.end_stretch(Stretch::default());
        kept
    }

    /// What concerns these applications.
    fn at(&self, ids: &[CompanyId]) -> Kept {
        let mut kept = Kept::default();
        for id in ids {
            let begin = kept.length();
            Arc::make_mut(&mut kept.list).look_at(
                &Application::new(self.scene.vault, *id, self.scene.today),
                &self.directory,
                &self.rules,
                &self.scene,
            );
            kept.end_stretch(begin);
        }
        kept
    }
}
