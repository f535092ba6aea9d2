//! Vaults as strings, and what the checklist finds in them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use interview_vault::checklist::{self, Checklist, Finding, example};
use interview_vault::diagnostic::Diagnostic;
use interview_vault::letters::{self, Templates};
use interview_vault::model::{Config, Vault};
use interview_vault::parse::{self, Found};
use interview_vault::text::SourceFile;

/// Where letter templates lie; in memory all of them are trusted.
const TEMPLATES: &str = "Templates/Letters/";

/// A vault in memory, on one day.
#[derive(Clone)]
pub(crate) struct Notes {
    files: BTreeMap<String, String>,
    today: NaiveDate,
}

/// What was read, and found.
pub(crate) struct Looked {
    pub(crate) vault: Vault,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) templates: Templates,
    pub(crate) checklist: Checklist,
    pub(crate) today: NaiveDate,
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl Notes {
    /// Nothing yet.
    pub(crate) fn new(today: &str) -> Self {
        Self { files: BTreeMap::new(), today: day(today) }
    }

    /// The sound vault that answers everything.
    pub(crate) fn sound(today: &str) -> Self {
        example::SOUND.iter().fold(Self::new(today), |notes, (path, text)| notes.note(path, text))
    }

    /// With this note, in place of one of that path.
    pub(crate) fn note(mut self, path: &str, text: &str) -> Self {
        self.files.insert(path.to_owned(), text.to_owned());
        self
    }

    /// With `old`, which must stand once in the note at `path`, made `new`.
    pub(crate) fn swap(mut self, path: &str, old: &str, new: &str) -> Self {
        let text = self.files.get_mut(path).unwrap_or_else(|| panic!("no note at {path}"));
        assert_eq!(text.matches(old).count(), 1, "{old:?} in {path}");
        *text = text.replace(old, new);
        self
    }

    /// The text of the note at `path`.
    pub(crate) fn text(&self, path: &str) -> &str {
        &self.files[path]
    }

    /// Without the note at `path`.
    pub(crate) fn drop(mut self, path: &str) -> Self {
        assert!(self.files.remove(path).is_some(), "no note at {path}");
        self
    }

    pub(crate) fn today(mut self, today: &str) -> Self {
        self.today = day(today);
        self
    }

    /// Reads them and runs the checklist.
    pub(crate) fn look(&self) -> Looked {
        let config = self.files.get("vault.toml").map_or_else(Config::default, |text| {
            let ids: Vec<&str> = checklist::rules().map(|rule| rule.id).collect();
            parse::config::read(text, &ids).unwrap_or_else(|mistakes| panic!("vault.toml: {mistakes:?}"))
        });
        let notes = self.files.iter().filter(|(path, _)| path.as_str() != "vault.toml");
        let files = notes.map(|(path, text)| SourceFile::new(path.as_str(), text));
        let (own, files): (Vec<_>, Vec<_>) = files.partition(|file| file.path().starts_with(TEMPLATES));
        let (vault, mut diagnostics) = parse::vault(Found::all(&files), config);
        let (templates, faults) = Templates::read(&own, &[], |_| true);
        diagnostics.extend(faults);
        let mut checklist = checklist::find(&vault, &diagnostics, self.today);
        let failing = letters::failing(&vault, &checklist, &templates, self.today);
        if !failing.is_empty() {
            diagnostics.extend(failing);
            checklist = checklist::find(&vault, &diagnostics, self.today);
        }
        Looked { vault, diagnostics, templates, checklist, today: self.today }
    }
}

impl Looked {
    /// The findings of one rule.
    pub(crate) fn of(&self, rule: &str) -> Vec<&Finding> {
        self.checklist.findings.iter().filter(|finding| finding.rule.id == rule).collect()
    }

    /// The ids of the rules that stand: faults, and duties that have opened; sorted, each once.
    pub(crate) fn standing(&self) -> Vec<&'static str> {
        let stands = |finding: &&Finding| finding.duty().is_none_or(|duty| duty.has_opened(self.today));
        let mut ids: Vec<&str> = self.checklist.findings.iter().filter(stands).map(|finding| finding.rule.id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}
