//! A vault, opened on one day: what most commands start from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Local, NaiveDate, Utc};

use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use crate::checklist::{self, Checklist};
use crate::diagnostic::{Diagnostic, Problem};
use crate::disk::{self, Listing, Question, Scan, Selection, State};
use crate::letters::{self, Templates};
use crate::model::{CompanyId, Config, Vault, folded, zone};
use crate::parse::{self, Found};
use crate::text::{SourceFile, Unread, Why, nearest};

/// The file that marks a vault's root.
const CONFIG: &str = "vault.toml";

/// Where Obsidian keeps which folder its templates are in.
const TEMPLATES: &str = ".obsidian/templates.json";

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
    /// Whether that is the real day: not one given by `--today`.
    pub is_real_day: bool,
    sources: Vec<SourceFile>,
    unread: Vec<Unread>,
    state: Arc<OnceLock<State>>,
}

/// A vault that was found, and of which no note is read yet.
pub(super) struct Place {
    root: PathBuf,
    current_dir: PathBuf,
    config: Config,
    listing: Listing,
    /// The vault's own letter templates.
    own: Scan,
    /// Which of them are trusted.
    trusted: BTreeMap<String, String>,
    today: NaiveDate,
    is_real_day: bool,
}

impl Place {
    /// Finds the vault, and lists its notes.
    pub(super) fn find(environment: &Environment<'_>, global: &Global) -> Result<Self, Failure> {
        let current_dir = current_dir(environment, global);
        let root = root(&current_dir, global)?;
        let config = config(&root)?;
        let real = real_day(environment, &config)?;
        let templates = templates(&root, &config);
        let selection = Selection::new(&config.include, &config.ignore, &templates)
            .map_err(|bad| Failure::Config(format!("{CONFIG}: the glob `{}` cannot be used: {}", bad.glob, bad.why)))?;
        let listing = Listing::new(&root, &selection)?;
        let own = letter_templates(&root, &templates)?;
        let trusted = trusted(environment, &root, &own);
        let today = global.today.unwrap_or(real);
        Ok(Self { root, current_dir, config, listing, own, trusted, today, is_real_day: today == real })
    }

    /// Its root.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// How many notes it has.
    pub(super) fn count(&self) -> usize {
        self.listing.count()
    }

    /// A question in these words, and all that an answer to it depends on; `None` where that cannot be told.
    pub(super) fn question(&self, words: &str) -> Option<Question> {
        if !self.own.unread.is_empty() {
            return None;
        }
        let Self { root, current_dir, config, own, trusted, .. } = self;
        let templates = own.files.iter().flat_map(|file| [file.path(), file.text()]);
        let trusted = trusted.iter().flat_map(|(path, hash)| [path.as_str(), hash.as_str()]);
        let day = format!("{} {}", self.today, self.is_real_day);
        let question = Question::new(words).of_text(&day).of_text(current_dir.to_str()?);
        let question = templates.chain(trusted).fold(question, Question::of_text);
        let files = [CONFIG, TEMPLATES, &config.folders.agenda];
        let question = files.iter().fold(question, |question, file| question.of_file(&root.join(file)));
        Some(question.of_notes(&self.listing))
    }

    /// Reads its notes.
    pub(super) fn open(self) -> Session {
        let Self { root, current_dir, config, listing, own, trusted, today, is_real_day } = self;
        let scan = disk::read(&listing);
        let found = Found { files: &scan.files, unread: &scan.unread, complete: scan.complete };
        let (vault, mut diagnostics) = parse::vault(found, config);
        let is_trusted = |file: &SourceFile| trusted.get(file.path()) == Some(&disk::hash(file.text().as_bytes()));
        let (templates, faults) = Templates::read(&own.files, &own.unread, is_trusted);
        diagnostics.extend(faults);
        let mut sources = scan.files;
        sources.extend(own.files);
        sources.extend(scan.unread.iter().chain(&own.unread).filter_map(readable));
        sources.sort_unstable_by(|a, b| a.path().cmp(b.path()));
        let (unread, state) = (scan.unread, Arc::default());
        Session { root, current_dir, vault, diagnostics, templates, today, is_real_day, sources, unread, state }
    }
}

impl Session {
    /// Finds the vault and reads it.
    pub(super) fn open(environment: &Environment<'_>, global: &Global) -> Result<Self, Failure> {
        Ok(Place::find(environment, global)?.open())
    }

    /// The same vault with these texts, by path, in place of those of notes that were read.
    pub(super) fn with(&self, edited: &[(String, &str)]) -> Self {
        let files = self.files(edited);
        let found = Found { files: &files, unread: &self.unread, complete: self.vault.complete };
        let (vault, mut diagnostics) = parse::vault(found, self.vault.config.clone());
        diagnostics.extend(self.diagnostics.iter().filter(|said| said.problem == Problem::Template).cloned());
        let sources = self.sources.iter().map(|file| replaced(file, edited)).collect();
        Self {
            root: self.root.clone(),
            current_dir: self.current_dir.clone(),
            vault,
            diagnostics,
            templates: self.templates.clone(),
            today: self.today,
            is_real_day: self.is_real_day,
            sources,
            unread: self.unread.clone(),
            state: Arc::clone(&self.state),
        }
    }

    /// The notes that were read, with these texts, by path, in place of their own, and those that are new.
    pub(super) fn files(&self, edited: &[(String, &str)]) -> Vec<SourceFile> {
        let notes = self.vault.notes.iter().filter_map(|note| self.source(&note.path));
        let new = edited.iter().filter(|(path, _)| self.source(path).is_none());
        let new = new.map(|(path, text)| SourceFile::new(path.as_str(), *text));
        notes.map(|file| replaced(file, edited)).chain(new).collect()
    }

    /// Runs the checklist; a template of the vault's own that fails on these notes is part of it.
    pub(super) fn find(&self) -> Checklist {
        let checklist = checklist::find(&self.vault, &self.diagnostics, self.today);
        let failing = letters::failing(&self.vault, &checklist, &self.templates, self.today);
        if failing.is_empty() {
            return checklist;
        }
        let diagnostics: Vec<Diagnostic> = self.diagnostics.iter().cloned().chain(failing).collect();
        checklist::find(&self.vault, &diagnostics, self.today)
    }

    /// The text of a file that was read, by path.
    pub(super) fn source(&self, path: &str) -> Option<&SourceFile> {
        self.sources.binary_search_by(|file| file.path().cmp(path)).ok().map(|at| &self.sources[at])
    }

    /// Whether a file of that path was read or seen, or one below it.
    pub(super) fn has(&self, path: &str) -> bool {
        let is_below = |other: &str| {
            path.is_empty() || other == path || other.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
        };
        self.sources.iter().any(|file| is_below(file.path())) || self.diagnostics.iter().any(|d| is_below(&d.path))
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
        let begun: Vec<CompanyId> =
            all.iter().filter(|(_, company)| company.starts_with(&wanted)).map(|(id, _)| *id).collect();
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
    let text = disk::read_file(root, CONFIG)?.unwrap_or_default();
    let ids: Vec<&str> = checklist::rules().map(|rule| rule.id).collect();
    parse::config::read(&text, &ids).map_err(|mistakes| {
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

/// Which templates are trusted, where there are any; without a state folder that can be read, none.
fn trusted(environment: &Environment<'_>, root: &Path, own: &Scan) -> BTreeMap<String, String> {
    if own.files.is_empty() {
        return BTreeMap::new();
    }
    state(environment, "").and_then(|state| Ok(state.trusted(root)?)).unwrap_or_default()
}

/// The calendar day: of `SOURCE_DATE_EPOCH`, else of the clock; in the vault's zone, else the machine's.
pub(super) fn real_day(environment: &Environment<'_>, config: &Config) -> Result<NaiveDate, Failure> {
    let moment = match environment.text("SOURCE_DATE_EPOCH") {
        Some(seconds) => {
            seconds.parse().ok().and_then(|seconds| DateTime::<Utc>::from_timestamp(seconds, 0)).ok_or_else(|| {
                Failure::Usage(format!("SOURCE_DATE_EPOCH is `{seconds}`; it must be a whole number of seconds"))
            })?
        }
        None => environment.now(),
    };
    let in_zone = config.timezone.as_ref().and_then(|zone| zone::day_in(zone, moment));
    Ok(in_zone.unwrap_or_else(|| moment.with_timezone(&Local).date_naive()))
}

fn replaced(file: &SourceFile, edited: &[(String, &str)]) -> SourceFile {
    match edited.iter().find(|(path, _)| path == file.path()) {
        Some((path, text)) => SourceFile::new(path.as_str(), *text),
        None => file.clone(),
    }
}

/// What could be read of a file that was not: so that a finding can show the place.
fn readable(unread: &Unread) -> Option<SourceFile> {
    match &unread.why {
        Why::NotUtf8 { valid } => Some(SourceFile::new(unread.path.as_str(), format!("{valid}\u{fffd}"))),
        _ => None,
    }
}
