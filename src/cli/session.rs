//! A vault, opened on one day: what most commands start from.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use super::args::Global;
use super::day;
use super::environment::Environment;
use super::failure::Failure;
use super::kept::{Kept, Touched};
use super::opened::Opened;
use super::output::Output;
use super::place::{Place, Settings};
use super::sources::{self, Sources};
use crate::checklist::{self, Checklist, Reach};
use crate::diagnostic::Diagnostic;
use crate::disk::{self, Changes, Lies, Listing, Looks, Scan, Selection, State};
use crate::letters::{self, Templates};
use crate::model::{CompanyId, Config, Vault, folded};
use crate::parse::{self, Changed, Found, Reading};
use crate::text::{SourceFile, Unread, nearest};

/// The file that marks a vault's root.
pub(super) const CONFIG: &str = "vault.toml";

/// Where Obsidian keeps which folder its templates are in.
pub(super) const TEMPLATES: &str = ".obsidian/templates.json";

/// A vault that was read.
pub(super) struct Session {
    /// Its root.
    pub root: PathBuf,
    /// The folder the command works in, for paths given on the command line.
    pub current_dir: PathBuf,
    /// The model.
    pub vault: Vault,
    /// What reading said.
    pub diagnostics: Vec<Diagnostic>,
    /// What letters are drafted from.
    pub templates: Templates,
    /// The day.
    pub today: NaiveDate,
    settings: Settings,
    selection: Selection,
    reading: Reading,
    /// What there is to say of the templates.
    faults: Vec<Diagnostic>,
    /// What was made of it so far.
    pub kept: Kept,
    /// The texts.
    pub sources: Sources,
    /// What could not be read, by path.
    pub unread: Vec<Unread>,
    /// How the notes looked before they were read, for who follows their changes.
    looks: Option<Looks>,
    state: OnceLock<State>,
}

/// What is new at a path.
enum News {
    /// Nothing that is a note.
    Nothing,
    /// A note.
    Note(SourceFile),
    /// A note that was there before, and is not any more.
    Gone,
    /// So much, perhaps, that the vault must be listed anew.
    Much,
}

impl Session {
    /// Finds the vault and reads it.
    pub(super) fn open(environment: &Environment<'_>, global: &Global) -> Result<Self, Failure> {
        Ok(Place::find(environment, global)?.open())
    }

    /// Reads the notes of a vault that was found. Where it `lets_go`, their texts take no room: those that are asked for
    /// are read again, and may turn out to be [outdated](Sources::is_outdated).
    pub(super) fn of(place: Place, lets_go: bool) -> Self {
        let Place { root, current_dir, config, settings, selection, listing, today, .. } = place;
        let (templates, faults) = settings.letters();
        let Opened { vault, reading, sources, unread } = Opened::new(&root, &listing, &settings.own, config, lets_go);
        let diagnostics = said(&reading, &faults);
        let (kept, state) = (Kept::default(), OnceLock::new());
        Self {
            root,
            current_dir,
            vault,
            diagnostics,
            templates,
            today,
            settings,
            selection,
            reading,
            faults,
            kept,
            sources,
            unread,
            looks: None,
            state,
        }
    }

    /// Finds the vault and reads it, for who follows [what changes](Self::after).
    pub(super) fn follow(environment: &Environment<'_>, global: &Global) -> Result<Self, Failure> {
        let place = Place::find(environment, global)?;
        let looks = Looks::of(&place.listing, environment.now().into());
        Ok(Self { looks, ..place.open() })
    }

    /// The vault as it is on disk by now, where no more than `changes` were made to it since it was read, or taken in.
    /// Only what changed is read.
    pub(super) fn after(
        mut self,
        changes: &Changes,
        environment: &Environment<'_>,
        global: &Global,
    ) -> Result<Self, Failure> {
        let (config, settings) = Settings::read(environment, &self.root)?;
        let real = day::real(environment, &config)?;
        let today = global.today.unwrap_or(real);
        let is_there = disk::is_root(&self.root);
        if today != self.today || settings != self.settings || !is_there {
            return Self::follow(environment, global);
        }
        let news = if changes.everything.is_none() { self.news(&changes.paths) } else { None };
        let news = match news {
            Some(news) => Some(news),
            None => self.differing(environment)?.and_then(|paths| self.news(&paths)),
        };
        let Some((notes, gone)) = news else { return Self::follow(environment, global) };
        self.take_in(notes, &gone);
        // What is written from now on is another run's.
        self.state = OnceLock::new();
        Ok(self)
    }

    /// The paths of the notes that look otherwise than when this was last asked; `None` where that cannot be told.
    fn differing(&mut self, environment: &Environment<'_>) -> Result<Option<BTreeSet<String>>, Failure> {
        let listing = Listing::new(&self.root, &self.selection)?;
        let now = Looks::of(&listing, environment.now().into());
        let before = std::mem::replace(&mut self.looks, now);
        let Some((now, before)) = self.looks.as_ref().zip(before) else { return Ok(None) };
        // What came and went since then was never looked at.
        let gone = self.vault.notes.iter().map(|note| &*note.path).filter(|path| !now.has(path));
        Ok(Some(now.differ_from(&before).into_iter().chain(gone.map(str::to_owned)).collect()))
    }

    /// The notes that lie at these paths by now, and which of the paths have none any more; `None` where there may be
    /// more to look at.
    fn news(&self, paths: &BTreeSet<String>) -> Option<(Vec<SourceFile>, Vec<String>)> {
        let (mut notes, mut gone) = (Vec::new(), Vec::new());
        for path in paths {
            match self.look(path) {
                News::Note(note) => notes.push(note),
                News::Gone => gone.push(path.clone()),
                News::Nothing => {}
                News::Much => return None,
            }
        }
        Some((notes, gone))
    }

    /// What lies at `path` by now.
    fn look(&self, path: &str) -> News {
        match disk::lies_at(&self.root, path, &self.selection) {
            // What could not be read is told of as long as the vault is not read anew.
            _ if self.unread.iter().any(|unread| unread.path == path) => News::Much,
            Lies::Note => disk::reread(&self.root, path).map_or(News::Much, News::Note),
            Lies::Nothing if self.is_note(path) => News::Gone,
            // What was below a folder that is gone is gone with it.
            Lies::Nothing if !self.has(path) => News::Nothing,
            Lies::Nothing | Lies::Folder => News::Much,
        }
    }

    /// Whether that is the path of a note that was read.
    pub(super) fn is_note(&self, path: &str) -> bool {
        self.vault.note_at(path).is_some()
    }

    /// Whether the note at that path was a record when it was read, and has nothing in it any more.
    pub(super) fn is_emptied(&self, path: &str) -> bool {
        let record = self.vault.note_at(path).map(|note| self.vault.note(note).record);
        record.is_some_and(|record| record.kind().is_some()) && disk::is_empty(&self.root, path)
    }

    /// Whether a file at that path is a note.
    pub(super) fn selects(&self, path: &str) -> bool {
        self.selection.has(path)
    }

    /// Takes in these texts of notes, some of which may be new, and that those at the paths `gone` are not there any
    /// more; on disk nothing changes.
    pub(super) fn take_in(&mut self, notes: Vec<SourceFile>, gone: &[String]) {
        let came = notes.iter().map(SourceFile::path).filter(|path| !self.is_note(path)).map(str::to_owned);
        let came: Vec<String> = came.collect();
        let Self { vault, reading, sources, .. } = self;
        let source = |path: &str| sources::find(sources.all(), path);
        let changed = Changed { files: &notes, gone, source: &source };
        let mut reached = Vec::new();
        let touched = reading.take_in(&changed, vault, &mut |note, vault, reading| {
            reached.push(Reach::of(note, vault, &|notes| reading.asking_for(notes, vault)));
        });
        if let Some(renumbering) = touched {
            self.kept.follow(Touched { reached, renumbering, came: &came, gone }, vault);
        } else {
            self.kept = Kept::default();
            let mut files = self.files(&notes);
            files.retain(|file| !gone.iter().any(|path| path == file.path()));
            let all = Found { files: &files, unread: &self.unread, complete: self.vault.complete };
            (self.vault, self.reading) = Reading::new(all, self.vault.config.clone());
        }
        self.sources.take_in(notes, gone);
        self.diagnostics = said(&self.reading, &self.faults);
    }

    /// The notes that were read, with these in place of their own, and those that are new; by path.
    pub(super) fn files(&self, edited: &[SourceFile]) -> Vec<SourceFile> {
        let is_edited = |path: &str| edited.iter().any(|file| file.path() == path);
        let notes = self.vault.notes.iter().filter(|note| !is_edited(&note.path));
        let mut files: Vec<SourceFile> =
            notes.filter_map(|note| self.source(&note.path)).chain(edited).cloned().collect();
        files.sort_unstable_by(|a, b| a.path().cmp(b.path()));
        files
    }

    /// Runs the checklist; a template of the vault's own that fails on these notes is part of it. What did not change
    /// since it last ran is not looked at again.
    pub(super) fn find(&self) -> Arc<Checklist> {
        let checklist = self.kept.checklist(&self.vault, &self.diagnostics, self.today);
        let failing = letters::failing(&self.vault, &checklist, &self.templates, self.today);
        if failing.is_empty() {
            return checklist;
        }
        let diagnostics: Vec<Diagnostic> = self.diagnostics.iter().cloned().chain(failing).collect();
        Arc::new(checklist::find(&self.vault, &diagnostics, self.today))
    }

    /// The text of a file that was read, by path.
    pub(super) fn source(&self, path: &str) -> Option<&SourceFile> {
        self.sources.get(path, &self.root)
    }

    /// Whether a file of that path was read or seen, or one below it.
    pub(super) fn has(&self, path: &str) -> bool {
        let is_below = |other: &str| {
            path.is_empty() || other == path || other.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
        };
        self.vault.notes.iter().any(|note| is_below(&note.path))
            || self.sources.all().iter().any(|file| is_below(file.path()))
            || self.diagnostics.iter().any(|d| is_below(&d.path))
    }

    /// The company of that name, or of which it is the only possible beginning; case does not matter.
    pub(super) fn company(&self, name: &str) -> Result<CompanyId, Failure> {
        let wanted = folded(name);
        let ids = 0..u32::try_from(self.vault.companies.len()).unwrap_or(u32::MAX);
        let all: Vec<(CompanyId, String)> =
            ids.map(|id| (CompanyId(id), folded(&self.vault.company(CompanyId(id)).name))).collect();
        if let Some((id, _)) = all.iter().find(|(_, company)| *company == wanted) {
            return Ok(*id);
        }
        // No letters at all begin every name: somebody's variable was empty.
        let is_begun = |company: &str| !wanted.is_empty() && company.starts_with(&wanted);
        let begun: Vec<CompanyId> = all.iter().filter(|(_, company)| is_begun(company)).map(|(id, _)| *id).collect();
        let name_of = |id: &CompanyId| self.vault.company(*id).name.clone();
        match begun[..] {
            [only] => Ok(only),
            [] => {
                let near = nearest(name, self.vault.companies.iter().map(|company| company.name.as_str()));
                let help = near.map_or_else(
                    || format!("; `vault new company \"{name}\"` makes one"),
                    |near| format!("; did you mean `{near}`?"),
                );
                Err(Failure::Usage(format!("there is no company `{name}`{help}")))
            }
            _ => {
                let names: Vec<String> = begun.iter().map(name_of).collect();
                Err(Failure::Usage(format!("`{name}` could be {}", names.join(" or "))))
            }
        }
    }

    /// The private folder outside the vault, for what `command` writes. What one session writes is one command's.
    pub(super) fn state(&self, environment: &Environment<'_>, command: &str) -> Result<&State, Failure> {
        if let Some(state) = self.state.get() {
            return Ok(state);
        }
        let state = state(environment, command)?;
        Ok(self.state.get_or_init(|| state))
    }
}

/// The private folder outside every vault, for a run of `command` that begins now.
pub(super) fn state(environment: &Environment<'_>, command: &str) -> Result<State, Failure> {
    Ok(State::locate(environment.variable)?.during(command, environment.now().timestamp()))
}

/// Puts away what a command that was cut short left in the vault at `root`, where there is nothing else to write.
pub(super) fn tidy(environment: &Environment<'_>, root: &Path, output: &mut Output<'_>) -> Result<(), Failure> {
    // Without a state folder nothing of ours can have been left.
    if let Ok(state) = state(environment, "") {
        output.hints(&disk::sweep(root, &state)?)?;
    }
    Ok(())
}

/// The folder to work in: `-C`, else where the program was started.
pub(super) fn current_dir(environment: &Environment<'_>, global: &Global) -> PathBuf {
    match &global.directory {
        Some(directory) => environment.current_dir.join(directory),
        None => environment.current_dir.clone(),
    }
}

/// The vault's root: as named, else the nearest upwards.
pub(super) fn root(current_dir: &Path, global: &Global) -> Result<PathBuf, Failure> {
    if let Some(given) = &global.vault {
        let root = current_dir.join(given);
        return match disk::find_root(&root) {
            Some(found) if disk::is_root(&root) => Ok(found),
            _ => Err(Failure::Usage(format!(
                "{} has no {CONFIG}, so it is no vault; `vault init {}` makes one",
                given.display(),
                given.display()
            ))),
        };
    }
    disk::find_root(current_dir).ok_or_else(|| {
        Failure::Usage(format!(
            "there is no {CONFIG} in {} or any folder above it; go to your vault, name it with `--vault DIR`, or start one with `vault init`",
            current_dir.display()
        ))
    })
}

/// The settings of the vault at `root`.
pub(super) fn config(root: &Path) -> Result<Config, Failure> {
    config_of(&disk::read_file(root, CONFIG)?.unwrap_or_default())
}

/// The settings that `text` gives.
pub(super) fn config_of(text: &str) -> Result<Config, Failure> {
    let ids: Vec<&str> = checklist::rules().map(|rule| rule.id).collect();
    parse::config::read(text, &ids).map_err(|mistakes| {
        let source = SourceFile::new(CONFIG, text);
        let lines = mistakes.iter().map(|mistake| {
            let at = source.position(mistake.span.start);
            format!("{CONFIG}:{}:{}: {}\n  {}", at.line, at.column, mistake.message, mistake.help)
        });
        Failure::Config(lines.collect::<Vec<_>>().join("\n"))
    })
}

/// The templates folder: as configured, else as Obsidian's own setting has it, else `Templates`.
pub(super) fn templates(root: &Path, config: &Config) -> String {
    if let Some(folder) = &config.templates {
        return folder.clone();
    }
    let setting = disk::read_file(root, TEMPLATES).unwrap_or_default();
    let folder = setting.and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok());
    let folder = folder.and_then(|value| Some(value.get("folder")?.as_str()?.trim_matches('/').to_owned()));
    folder.filter(|folder| !folder.is_empty()).unwrap_or_else(|| "Templates".to_owned())
}

/// The vault's own letter templates, in the templates folder at `templates`.
pub(super) fn letter_templates(root: &Path, templates: &str) -> Result<Scan, Failure> {
    Ok(disk::templates(root, &format!("{templates}/{}", letters::FOLDER))?)
}

/// What reading the notes and the templates said.
fn said(reading: &Reading, faults: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut said = reading.diagnostics();
    said.extend_from_slice(faults);
    said
}
