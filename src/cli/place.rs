//! A vault that was found and is not read yet: where it is, how it wants things, which notes it has.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};

use super::args::Global;
use super::day;
use super::environment::Environment;
use super::failure::Failure;
use super::session::{self, CONFIG, Session, TEMPLATES};
use crate::diagnostic::Diagnostic;
use crate::disk::{self, Listing, Question, Scan, Selection};
use crate::letters::Templates;
use crate::model::Config;
use crate::text::SourceFile;

/// A vault that was found, and of which no note is read yet.
pub(super) struct Place {
    pub root: PathBuf,
    pub current_dir: PathBuf,
    pub config: Config,
    pub settings: Settings,
    pub selection: Selection,
    pub listing: Listing,
    pub today: NaiveDate,
    moment: DateTime<Utc>,
}

/// What a vault says about itself, outside of its notes.
#[derive(PartialEq)]
pub(super) struct Settings {
    /// The text of `vault.toml`.
    text: String,
    /// The folder of its templates.
    templates: String,
    /// Its own letter templates.
    pub own: Scan,
    /// Which of them are trusted: their hashes, by path.
    trusted: BTreeMap<String, String>,
}

impl Settings {
    /// Those of the vault at `root`.
    pub(super) fn read(environment: &Environment<'_>, root: &Path) -> Result<(Config, Self), Failure> {
        let text = disk::read_file(root, CONFIG)?.unwrap_or_default();
        let config = session::config_of(&text)?;
        let templates = session::templates(root, &config);
        let own = session::letter_templates(root, &templates)?;
        let trusted = trusted(environment, root, &own);
        Ok((config, Self { text, templates, own, trusted }))
    }

    /// Which files are notes, where they go with `config`.
    pub(super) fn selection(&self, config: &Config) -> Result<Selection, Failure> {
        Selection::new(&config.include, &config.ignore, &self.templates)
            .map_err(|bad| Failure::Config(format!("{CONFIG}: the glob `{}` cannot be used: {}", bad.glob, bad.why)))
    }

    /// What letters are drafted from, and what is wrong with it.
    pub(super) fn letters(&self) -> (Templates, Vec<Diagnostic>) {
        let hash = |file: &SourceFile| disk::hash(file.text().as_bytes());
        let is_trusted = |file: &SourceFile| self.trusted.get(file.path()) == Some(&hash(file));
        Templates::read(&self.own.files, &self.own.unread, is_trusted)
    }
}

impl Place {
    /// Finds the vault, and lists its notes.
    pub(super) fn find(environment: &Environment<'_>, global: &Global) -> Result<Self, Failure> {
        let current_dir = session::current_dir(environment, global);
        let root = session::root(&current_dir, global)?;
        let (config, settings) = Settings::read(environment, &root)?;
        let moment = day::now(environment)?;
        let selection = settings.selection(&config)?;
        let listing = Listing::new(&root, &selection)?;
        let today = global.today.unwrap_or_else(|| day::of(moment, &config));
        Ok(Self { root, current_dir, config, settings, selection, listing, today, moment })
    }

    /// Whether today is the real day: not another, given by `--today`.
    pub(super) fn is_real_day(&self) -> bool {
        self.today == day::of(self.moment, &self.config)
    }

    /// Reads its notes.
    pub(super) fn open(self) -> Session {
        Session::of(self, false)
    }

    /// Reads its notes for a look, as [`Session::of`] has it.
    pub(super) fn look(self) -> Session {
        Session::of(self, true)
    }

    /// A question that a command asks in these words, and all that an answer to it depends on; `None` where that cannot
    /// be told.
    pub(super) fn question(&self, command: &str, words: &str) -> Option<Question> {
        let Settings { own, trusted, .. } = &self.settings;
        if !own.unread.is_empty() {
            return None;
        }
        let templates = own.files.iter().flat_map(|file| [file.path(), file.text()]);
        let trusted = trusted.iter().flat_map(|(path, hash)| [path.as_str(), hash.as_str()]);
        let question = Question::new(command).of_text(words).of_text(&self.today.to_string());
        let question = question.of_text(self.current_dir.to_str()?);
        let question = templates.chain(trusted).fold(question, Question::of_text);
        let files = [CONFIG, TEMPLATES, &self.config.folders.agenda];
        let question = files.iter().fold(question, |question, file| question.of_file(&self.root.join(file)));
        Some(question.of_notes(&self.listing))
    }
}

/// Which templates are trusted, where there are any; without a state folder that can be read, none.
fn trusted(environment: &Environment<'_>, root: &Path, own: &Scan) -> BTreeMap<String, String> {
    if own.files.is_empty() {
        return BTreeMap::new();
    }
    session::state(environment, "").and_then(|state| Ok(state.trusted(root)?)).unwrap_or_default()
}
