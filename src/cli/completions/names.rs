//! The names that a word can become: of notes, rules, keys, documents, and the ids of the agenda.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::super::args::Global;
use super::super::environment::Environment;
use super::super::session::Session;
use crate::checklist::{self, Finding, Stage};
use crate::model::{Document, Kind, Note, Vault};
use crate::parse::schema::keys;

/// A list of names, by what the help calls one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Names {
    /// `ROUND`
    Rounds,
    /// `COMPANY`
    Companies,
    /// `PERSON`
    People,
    /// `LETTER`
    Letters,
    /// `NOTE`
    Notes,
    /// `ID`
    Ids,
    /// `RULE`
    Rules,
    /// `STAGE|RULE`
    StagesAndRules,
    /// `RULE|FIELD|letter:DOCUMENT`
    Explained,
}

impl Names {
    /// The list that a value of this name is taken from.
    pub(super) fn called(value: &str) -> Option<Self> {
        Some(match value {
            "ROUND" => Self::Rounds,
            "COMPANY" => Self::Companies,
            "PERSON" => Self::People,
            "LETTER" => Self::Letters,
            "NOTE" => Self::Notes,
            "ID" => Self::Ids,
            "RULE" => Self::Rules,
            "STAGE|RULE" => Self::StagesAndRules,
            "RULE|FIELD|letter:DOCUMENT" => Self::Explained,
            _ => return None,
        })
    }
}

/// Where the vault is that names come from. It is read when a word asks for them, and not before.
pub(super) struct Place {
    global: Global,
    current_dir: PathBuf,
    now: DateTime<Utc>,
    epoch: Option<OsString>,
}

impl Place {
    /// As the command line says, in this environment.
    pub(super) fn new(environment: &Environment<'_>, global: Global) -> Self {
        Self {
            global,
            current_dir: environment.current_dir.clone(),
            now: environment.now(),
            epoch: (environment.variable)("SOURCE_DATE_EPOCH"),
        }
    }

    /// The names of a list, each with what it means.
    pub(super) fn names(&self, names: Names) -> Vec<(String, String)> {
        match names {
            Names::Rules => rules().collect(),
            Names::StagesAndRules => {
                Stage::ALL.iter().map(|stage| (stage.name.to_owned(), stage.title.to_owned())).chain(rules()).collect()
            }
            Names::Explained => explained(),
            _ => self.session().map(|session| of_vault(&session, names)).unwrap_or_default(),
        }
    }

    fn session(&self) -> Option<Session> {
        let environment = Environment {
            current_dir: self.current_dir.clone(),
            variable: &|name| self.epoch.clone().filter(|_| name == "SOURCE_DATE_EPOCH"),
            clock: &|| self.now,
            out_is_terminal: false,
            rows: &|| None,
            err_is_terminal: false,
            in_is_terminal: false,
            input: &|| None,
            on_signal: &|_| {},
            pause: &|| {},
        };
        Session::open(&environment, &self.global).ok()
    }
}

fn rules() -> impl Iterator<Item = (String, String)> {
    checklist::rules().map(|rule| (rule.id.to_owned(), rule.title.to_owned()))
}

fn explained() -> Vec<(String, String)> {
    let mut fields: Vec<_> = Kind::ALL.into_iter().flat_map(keys).map(|key| (key.name, key.meaning)).collect();
    fields.sort_unstable();
    fields.dedup_by_key(|(name, _)| *name);
    let fields = fields.into_iter().map(|(name, meaning)| (name.to_owned(), meaning.to_owned()));
    let documents = Document::ALL.map(|document| (format!("letter:{}", document.name()), String::new()));
    rules().chain(fields).chain(documents).collect()
}

fn of_vault(session: &Session, names: Names) -> Vec<(String, String)> {
    let vault = &session.vault;
    match names {
        Names::Rounds => of_kinds(vault, &[Kind::Round]),
        Names::Companies => of_kinds(vault, &[Kind::Company]),
        Names::People => of_kinds(vault, &[Kind::Interviewer, Kind::Contact]),
        Names::Letters => of_kinds(vault, &[Kind::Letter]),
        Names::Notes => of_kinds(vault, &Kind::ALL),
        Names::Ids => {
            let checklist = session.find();
            let company = |finding: &Finding| finding.company.map(|id| format!(" · {}", vault.company(id).name));
            let what =
                |finding: &Finding| Some(format!("{}{}", finding.duty()?.title, company(finding).unwrap_or_default()));
            let item = |finding: &Finding| Some((finding.id(vault), what(finding)?));
            checklist.findings.iter().filter_map(item).collect()
        }
        Names::Rules | Names::StagesAndRules | Names::Explained => Vec::new(),
    }
}

fn of_kinds(vault: &Vault, kinds: &[Kind]) -> Vec<(String, String)> {
    let kind_of = |note: &Note| note.record.kind().filter(|kind| kinds.contains(kind));
    let notes = vault.notes.iter().filter_map(|note| Some((note.name().to_owned(), kind_of(note)?.name().to_owned())));
    notes.collect()
}
