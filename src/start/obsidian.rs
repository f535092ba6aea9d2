//! What Obsidian should know of a vault: the type of every property, where the templates lie, which of its own
//! plugins to use. Added where it is missing; what Obsidian has settled already stays.

use serde_json::Value;

use crate::edit::{Refused, add_members};
use crate::model::Kind;
use crate::parse::schema::{Type, keys};

/// One of Obsidian's files of settings.
pub struct Settings {
    /// Its path from the vault's root.
    pub path: &'static str,
    /// Where in the file the settings stand.
    place: &'static [&'static str],
    /// Each setting, and what the vault would like it to be.
    wanted: Vec<(&'static str, Value)>,
    /// Whether Obsidian does the same where there is no such file.
    is_default: bool,
}

/// The settings of a vault whose note templates lie in the folder `templates`.
pub fn obsidian(templates: &str) -> [Settings; 3] {
    [
        Settings { path: ".obsidian/types.json", place: &["types"], wanted: types(), is_default: false },
        Settings {
            path: ".obsidian/templates.json",
            place: &[],
            wanted: vec![("folder", templates.into())],
            is_default: false,
        },
        Settings {
            path: ".obsidian/core-plugins.json",
            place: &[],
            wanted: vec![("templates", true.into()), ("bases", true.into())],
            is_default: true,
        },
    ]
}

impl Settings {
    /// The file's text with what is missing; `None` where nothing has to be written.
    ///
    /// # Errors
    /// The file cannot be read as JSON, or not be added to.
    pub fn added(&self, existing: Option<&str>) -> Result<Option<String>, Refused> {
        if existing.is_none() && self.is_default || existing.is_some_and(is_list) {
            return Ok(None);
        }
        let text = add_members(existing.unwrap_or("{}"), self.place, &self.wanted)?;
        Ok(Some(text).filter(|text| Some(text.as_str()) != existing))
    }

    /// What stands otherwise than the vault would like, and stays: `status is multitext, not text`.
    pub fn otherwise(&self, existing: &str) -> Vec<String> {
        let Ok(file) = serde_json::from_str::<Value>(existing) else { return Vec::new() };
        let settled = self.place.iter().try_fold(&file, |object, key| object.get(key));
        let differs = |(key, wanted): &(&str, Value)| {
            let found = match settled? {
                // An older way to write which plugins are on.
                Value::Array(names) => Value::Bool(names.iter().any(|name| name == key)),
                object => object.get(key)?.clone(),
            };
            (found != *wanted).then(|| format!("`{key}` is {found}, not {wanted}"))
        };
        self.wanted.iter().filter_map(differs).collect()
    }
}

fn is_list(text: &str) -> bool {
    serde_json::from_str::<Value>(text).is_ok_and(|value| value.is_array())
}

/// Every key of every kind with its type, as Obsidian names it; a key has one type in the whole vault.
fn types() -> Vec<(&'static str, Value)> {
    let mut types: Vec<(&str, Value)> = Vec::new();
    for key in Kind::ALL.into_iter().flat_map(keys) {
        if !types.iter().any(|(name, _)| *name == key.name) {
            types.push((key.name, name(key.ty).into()));
        }
    }
    types
}

fn name(ty: Type) -> &'static str {
    match ty {
        Type::Text | Type::Document | Type::Phone | Type::Choice(_) | Type::Link(_) => "text",
        Type::Date | Type::DateOrWords => "date",
        Type::Number(..) => "number",
        Type::Checkbox => "checkbox",
        Type::Texts | Type::Declinable | Type::Links(_) | Type::People => "multitext",
    }
}
