//! `vault schema`: JSON Schema (2020-12) of front matter, made from the tables that the reader itself goes by.
//!
//! What a schema accepts, the reader takes without a word, and the other way round; save what no schema can know:
//! whether a link leads anywhere, whether a number was in quotes, whether an unknown key is the slip of a known one.

mod pattern;
mod value;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::model::Kind;
use crate::parse::schema::{FOREIGN, Key, keys};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of one kind of note.
pub fn of(kind: Kind) -> String {
    let mut schema = object(kind);
    schema.insert("$schema".to_owned(), json!(DIALECT));
    schema.insert("$defs".to_owned(), Value::Object(value::definitions()));
    pretty(&Value::Object(schema))
}

/// The schema of every note: a `type` that is known decides what else may stand there; other notes are left alone.
pub fn all() -> String {
    let mut definitions = value::definitions();
    definitions.extend(Kind::ALL.map(|kind| (kind.name().to_owned(), Value::Object(object(kind)))));
    let cases = Kind::ALL.map(|kind| {
        json!({
            "if": {"properties": {"type": {"const": kind.name()}}, "required": ["type"]},
            "then": {"$ref": format!("#/$defs/{}", kind.name())},
        })
    });
    pretty(&json!({
        "$schema": DIALECT,
        "title": "A note of an interview vault",
        "type": "object",
        "allOf": cases,
        "$defs": definitions,
    }))
}

/// What a note of that kind may say.
fn object(kind: Kind) -> Map<String, Value> {
    let own = keys(kind);
    let mut properties: Map<String, Value> = own.iter().map(|key| (key.name.to_owned(), property(kind, key))).collect();
    // A key of another kind is never read here.
    let others: BTreeSet<&str> = Kind::ALL.into_iter().flat_map(keys).map(|key| key.name).collect();
    let strange = others.into_iter().filter(|name| !FOREIGN.contains(name) && own.iter().all(|key| key.name != *name));
    properties.extend(strange.map(|name| (name.to_owned(), json!(false))));
    let entries = [
        ("title", json!(format!("A note of type {}", kind.name()))),
        ("type", json!("object")),
        ("required", json!(["type"])),
        ("properties", Value::Object(properties)),
    ];
    entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn property(kind: Kind, key: &Key) -> Value {
    let mut schema = if key.name == "type" { json!({"const": kind.name()}) } else { value::of(kind, key) };
    schema["description"] = json!(key.meaning);
    schema
}

fn pretty(schema: &Value) -> String {
    format!("{schema:#}\n")
}
