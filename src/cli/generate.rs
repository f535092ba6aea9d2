//! What `agenda` and `build` share: the generated files as they should be, and their way to disk.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::environment::Environment;
use super::failure::Failure;
use super::guard::{self, Leave};
use super::output::Output;
use super::session::Session;
use crate::agenda::region::{self, File, Ours, Standing};
use crate::agenda::{self, Agenda, Paper, Tick};
use crate::checklist::Checklist;
use crate::disk::{self, State};
use crate::letters::{self, Draft, Fate, Request};
use crate::model::signature;
use crate::outbox::{Change, change};
use crate::render::{self, ics};
use crate::status::Pipeline;

/// Days ahead that the agenda file shows, whatever is printed.
pub(super) const DAYS: u32 = 7;

/// The generated files as they should be.
pub(super) struct Generated {
    /// The drafts and what becomes of them.
    pub letters: letters::Plan,
    /// The ticks of the agenda file that are not recorded.
    pub ticks: Vec<Tick>,
    /// What has to change on disk: drafts that come or change, the agenda, drafts that go. Once they are
    /// [written](Self::write), what did change.
    pub changes: Vec<Change>,
    /// What was left as it is, and why: part of the work was refused.
    pub refused: Vec<String>,
    /// What would change where the user's hand was before, and is left to them.
    pub left: Vec<Change>,
    /// Whether drafts were asked for by name.
    is_asked: bool,
}

/// What was asked for beside the usual.
#[derive(Clone, Copy, Default)]
pub(super) struct Wishes<'a> {
    /// Drafts asked for by name.
    pub letters: letters::Request<'a>,
    /// Replace what was changed by hand in the program's part of the agenda file.
    pub force: bool,
}

/// The agenda file as it was read, once in a run: what is ticked in it later waits for the next.
pub(super) struct AgendaFile {
    text: Option<String>,
    standing: Arc<Standing>,
}

impl Default for AgendaFile {
    /// There is none.
    fn default() -> Self {
        Self { text: None, standing: Arc::new(Standing::Missing) }
    }
}

impl AgendaFile {
    /// Reads it.
    pub(super) fn read(session: &Session) -> Result<Self, Failure> {
        let path = &session.vault.config.folders.agenda;
        let text = disk::read_file(&session.root, path)?;
        let standing = session.kept.regions.read(path, text.as_deref());
        Ok(Self { text, standing })
    }

    /// The boxes in it that hold a mark.
    pub(super) fn ticks(&self) -> &[Tick] {
        self.ours().map_or(&[], |ours| &ours.ticks)
    }

    /// Whether it is left as it is, so that its ticks stay in it.
    pub(super) fn stays(&self, force: bool) -> bool {
        self.ours().is_none_or(|ours| !ours.is_rebuilt(force))
    }

    fn ours(&self) -> Option<&Ours> {
        match &*self.standing {
            Standing::Ours(ours) => Some(ours),
            Standing::Missing | Standing::Foreign(_) => None,
        }
    }
}

/// The agenda of the next `days` days as it is, with the drafts that are there; what is to be written is not asked.
pub(super) fn agenda(session: &Session, checklist: &Checklist, ticks: &[Tick], days: u32) -> Agenda {
    let Session { vault, templates, today, .. } = session;
    let drafts = letters::there(vault, checklist, templates, &source(session), *today);
    agenda_with(session, checklist, &drafts.iter().collect::<Vec<_>>(), ticks, days)
}

fn agenda_with(session: &Session, checklist: &Checklist, drafts: &[&Draft], ticks: &[Tick], days: u32) -> Agenda {
    let papers: Vec<Paper> = drafts.iter().copied().map(paper).collect();
    let mut agenda = agenda::plan(&session.vault, checklist, &papers, session.today, days);
    agenda.keep(ticks);
    agenda
}

/// Works out every generated file. Writes nothing. `ticks` are those of the `file` that are not recorded.
pub(super) fn plan(
    session: &Session,
    checklist: &Checklist,
    file: &AgendaFile,
    ticks: &[Tick],
    wishes: Wishes<'_>,
) -> Generated {
    let mut generated = Generated::new(session, checklist, file, ticks, wishes);
    if !session.vault.complete {
        let why = "a folder could not be listed, so nothing is written: what is not seen may still be there";
        generated.refused.push(why.to_owned());
        return generated;
    }
    let source = source(session);
    generated.letters(&source);
    generated.pipeline(session, wishes.force);
    generated.calendar(session, checklist, wishes.force);
    generated.agenda(session, checklist, file, wishes.force);
    generated.removals(&source, session.vault.whole);
    generated
}

/// The text of a file of the vault, by path.
fn source(session: &Session) -> impl Fn(&str) -> Option<String> {
    // A letter's record has all of it, so that it need not be read again.
    |path| match session.vault.letter_at(path) {
        Some(letter) => Some(letter.text()),
        None => session.source(path).map(|file| file.text().to_owned()),
    }
}

/// The calendar as it should be.
pub(super) fn calendar(session: &Session, checklist: &Checklist) -> String {
    let events = agenda::events(&session.vault, checklist, session.today);
    ics::calendar(&events, session.vault.config.timezone.as_deref())
}

/// A file with a region of the program's, as it is on disk.
struct Page<'p> {
    file: File,
    path: &'p str,
    text: Option<&'p str>,
    standing: &'p Standing,
}

impl Generated {
    /// The drafts and the ticks; no changes yet.
    fn new(session: &Session, checklist: &Checklist, file: &AgendaFile, ticks: &[Tick], wishes: Wishes<'_>) -> Self {
        let written = file.ours().map(|ours| ours.written.clone()).unwrap_or_default();
        let source = source(session);
        let request = Request { drafted: Some(&session.kept.drafted), ..wishes.letters };
        let letters =
            letters::plan(&session.vault, checklist, &session.templates, &written, &source, session.today, &request);
        let is_asked = !(wishes.letters.drafts.is_empty() && wishes.letters.again.is_empty());
        let (changes, refused, left) = (Vec::new(), Vec::new(), Vec::new());
        Self { letters, ticks: ticks.to_vec(), changes, refused, left, is_asked }
    }

    fn letters(&mut self, source: &dyn Fn(&str) -> Option<String>) {
        for draft in &self.letters.drafts {
            match draft.fate {
                Fate::Create | Fate::Refresh => {
                    self.changes.extend(change(&draft.path, source(&draft.path).as_deref(), Some(&draft.text)));
                }
                Fate::Foreign => self.refused.push(format!(
                    "{} is a note of your own, so the {} is not written; rename it, or set `{}` under `[folders]` in vault.toml",
                    draft.path,
                    draft.document.name(),
                    if draft.document.is_sheet() { "sheet" } else { "letter" }
                )),
                Fate::Current | Fate::Edited | Fate::Sent | Fate::Deleted => {}
            }
        }
        for (document, why) in &self.letters.diagnostics {
            let name = document.name();
            self.refused.push(format!("the {name} is neither made nor refreshed, since its template fails: {why}"));
        }
    }

    /// Drafts go once the agenda does not name them any more: were one gone before, and the run cut short, the next one
    /// would take it for deleted by the user. `whole`: every record could be read, so a duty that is not there is gone.
    fn removals(&mut self, source: &dyn Fn(&str) -> Option<String>, whole: bool) {
        for path in self.letters.gone.iter().filter(|_| whole) {
            self.changes.extend(change(path, source(path).as_deref(), None));
        }
    }

    fn agenda(&mut self, session: &Session, checklist: &Checklist, file: &AgendaFile, force: bool) {
        let agenda = self.shown(session, checklist, DAYS);
        let body = render::agenda::markdown(&agenda, &session.vault, &session.kept.lines);
        let path = &session.vault.config.folders.agenda;
        let page = Page { file: File::Agenda, path, text: file.text.as_deref(), standing: &file.standing };
        self.page(&page, &body, &self.letters.written.clone(), force);
    }

    fn pipeline(&mut self, session: &Session, force: bool) {
        let path = &session.vault.config.folders.pipeline;
        let text = match disk::read_file(&session.root, path) {
            Ok(text) => text,
            Err(why) => return self.refused.push(why.to_string()),
        };
        let standing = session.kept.regions.read(path, text.as_deref());
        let body = render::pipeline::markdown(
            &Pipeline::new(&session.vault, session.today),
            &session.vault,
            &session.kept.rows,
        );
        let page = Page { file: File::Pipeline, path, text: text.as_deref(), standing: &standing };
        self.page(&page, &body, &BTreeSet::new(), force);
    }

    /// `body` is what stands in the region, `written` what its closing comment remembers.
    fn page(&mut self, page: &Page<'_>, body: &str, written: &BTreeSet<String>, force: bool) {
        let Page { file, path, text: existing, standing } = *page;
        let text = match standing {
            Standing::Missing => region::created(file, body, written),
            Standing::Foreign(foreign) => {
                self.refused.push(foreign.message(path, file));
                return;
            }
            Standing::Ours(ours) if ours.is_rebuilt(force) => ours.rebuilt(file, body, written),
            Standing::Ours(ours) => {
                self.left.extend(change(path, existing, Some(&ours.rebuilt(file, body, written))));
                self.refused.push(format!(
                    "{path} was changed by hand between its two comments, so it is left as it is; move your words \
                     above or below them, or run with `--force` to replace that part; `vault build --diff` shows what would come"
                ));
                return;
            }
        };
        self.changes.extend(change(path, existing, Some(&text)));
    }

    /// The calendar, where the settings ask for one.
    fn calendar(&mut self, session: &Session, checklist: &Checklist, force: bool) {
        let path = &session.vault.config.folders.calendar;
        if path.is_empty() {
            return;
        }
        let existing = match disk::read_file(&session.root, path) {
            Ok(text) => text,
            Err(why) => return self.refused.push(why.to_string()),
        };
        let fresh = change(path, existing.as_deref(), Some(&calendar(session, checklist)));
        match ics::standing(existing.as_deref()) {
            ics::Standing::Missing | ics::Standing::Untouched => self.changes.extend(fresh),
            ics::Standing::Changed if force => self.changes.extend(fresh),
            ics::Standing::Changed => {
                self.left.extend(fresh);
                self.refused.push(format!(
                    "{path} was changed by hand or by a calendar program, so it is left as it is; keep your own events \
                     in a calendar of their own, or run with `--force` to replace it"
                ));
            }
            ics::Standing::Foreign => self.refused.push(format!(
                "{path} is a calendar of your own, so it was left as it is; to write ours elsewhere, set `calendar` \
                 under `[folders]` in vault.toml"
            )),
        }
    }

    /// The agenda of the next `days` days, once the changes are made.
    pub(super) fn shown(&self, session: &Session, checklist: &Checklist, days: u32) -> Agenda {
        let is_there = |draft: &&Draft| match draft.fate {
            Fate::Create | Fate::Refresh | Fate::Current | Fate::Edited => true,
            Fate::Sent | Fate::Deleted | Fate::Foreign => false,
        };
        let drafts: Vec<&Draft> = self.letters.drafts.iter().filter(is_there).collect();
        agenda_with(session, checklist, &drafts, &self.ticks, days)
    }

    /// Makes the changes, for `command`, and tells what was left as it is. `true`: all of it was done.
    pub(super) fn write(
        &mut self,
        environment: &Environment<'_>,
        session: &Session,
        command: &str,
        leave: Leave,
        output: &mut Output<'_>,
    ) -> Result<bool, Failure> {
        let mut refused = self.refused.clone();
        match session.state(environment, command) {
            // Without anything to write there is no need for a place to keep what is replaced.
            Err(_) if self.changes.is_empty() => {}
            state => refused.extend(self.write_with(state?, session, leave, output)?),
        }
        output.hints(&refused)?;
        Ok(refused.is_empty())
    }

    /// Keeps the changes that would be made, and tells what would be left as it is; nothing is written. `true`: all of
    /// it would be made.
    pub(super) fn rehearse(
        &mut self,
        environment: &Environment<'_>,
        session: &Session,
        leave: Leave,
        output: &mut Output<'_>,
    ) -> Result<bool, Failure> {
        let mut refused = self.refused.clone();
        // Without a place to keep what is replaced nothing is remembered of earlier runs.
        if let Ok(state) = session.state(environment, "") {
            refused.extend(guard::hold_back(session, state, leave, &mut self.changes)?);
        }
        let blocked = disk::refusals(&session.root, &self.changes)?;
        self.changes.retain(|change| blocked.iter().all(|(path, _)| *path != change.path));
        refused.extend(blocked.into_iter().map(said));
        output.hints(&refused)?;
        Ok(refused.is_empty())
    }

    /// Makes the changes, keeps those that were made, and gives what was refused.
    fn write_with(
        &mut self,
        state: &State,
        session: &Session,
        leave: Leave,
        output: &mut Output<'_>,
    ) -> Result<Vec<String>, Failure> {
        let mut refused = guard::hold_back(session, state, leave, &mut self.changes)?;
        let is_planned = !self.changes.is_empty();
        // What the user asked for by name can be undone; what is made from the notes is made again.
        let state = if self.is_asked || leave.force { state.clone() } else { state.for_generated() };
        let applied = disk::apply(&session.root, &self.changes, &state)?;
        self.changes.retain(|change| applied.has_changed(&change.path));
        output.hints(&applied.told)?;
        refused.extend(applied.refused.into_iter().map(said));
        let remembered = guard::remember(session, &state, leave);
        // Where nothing was to be written, a state folder that cannot be written is no reason to fail.
        if is_planned { remembered.map(|()| refused) } else { Ok(refused) }
    }
}

/// A path with why its file is left as it is.
fn said((path, why): (String, String)) -> String {
    format!("{path}: {why}")
}

/// What would be done, one line a file, for `--dry-run`.
pub(super) fn preview<'c>(changes: impl IntoIterator<Item = &'c Change>) -> String {
    changes.into_iter().map(|change| format!("{:8}{}\n", change.action.name(), change.path)).collect()
}

/// The changes, line by line; a letter's fingerprint, which says nothing to a reader, counts for none.
pub(super) fn diff<'c>(changes: impl IntoIterator<Item = &'c Change>) -> String {
    let one = |change: &Change| {
        let (old, new) = (change.action.old(), change.action.text());
        let new = new.map(|new| old.map_or_else(|| new.to_owned(), |old| signature::with_print_of(old, new)));
        render::diff::unified(&change.path, old, new.as_deref())
    };
    changes.into_iter().map(one).collect()
}

fn paper(draft: &Draft) -> Paper {
    Paper {
        path: draft.path.clone(),
        blanks: draft.blanks,
        document: draft.document,
        company: draft.company,
        round: draft.round,
        to: draft.to.clone(),
        finding: draft.finding.clone(),
    }
}
