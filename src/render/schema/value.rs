//! What may stand behind a key: its values, nothing at all, and the outcomes where it can be asked for.

use serde_json::{Map, Value, json};

use super::pattern;
use crate::model::{Document, Kind};
use crate::parse::schema::{Key, Type, declinable};

/// What the schemas of values refer to: nothing, the outcomes, and the forms of one value by type.
pub(super) fn definitions() -> Map<String, Value> {
    let outcomes = ["none", "declined", "missed"];
    let definitions = [
        ("blank", json!({"anyOf": [{"type": "null"}, {"type": "string", "pattern": "^\\s*$"}]})),
        ("outcome", json!({"anyOf": [{"enum": outcomes}, text(&pattern::outcome(&outcomes))]})),
        ("text", json!({"type": ["string", "number", "boolean"]})),
        ("phone", json!({"type": "string"})),
        ("date", text(&pattern::date())),
        ("checkbox", json!({"anyOf": [{"type": "boolean"}, text(&pattern::whole(&["true", "false"]))]})),
        ("link", text(pattern::LINK)),
        ("person", person()),
        ("document", json!({"enum": Document::ALL.map(Document::name)})),
    ];
    definitions.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect()
}

/// The schema of a key's value.
pub(super) fn of(kind: Kind, key: &Key) -> Value {
    let is_list = matches!(key.ty, Type::Texts | Type::Declinable | Type::Links(_) | Type::People);
    let mut forms = scalar(kind, key.ty);
    if key.open {
        forms.push(reference("outcome"));
    }
    forms.push(reference("blank"));
    // One value may stand in a list of its own, and a list may be one value.
    let list = if is_list && key.open {
        let beside =
            json!({"anyOf": [{"anyOf": scalar(kind, key.ty), "not": reference("outcome")}, reference("blank")]});
        json!({"type": "array", "anyOf": [{"maxItems": 1, "items": {"anyOf": forms}}, {"items": beside}]})
    } else if is_list {
        json!({"type": "array", "items": {"anyOf": forms}})
    } else {
        json!({"type": "array", "maxItems": 1, "items": {"anyOf": forms}})
    };
    forms.push(list);
    json!({"anyOf": forms})
}

/// The forms that one value of a type can have in YAML.
fn scalar(kind: Kind, ty: Type) -> Vec<Value> {
    match ty {
        Type::Text | Type::Texts => vec![reference("text")],
        Type::Phone => vec![reference("phone")],
        Type::Date | Type::DateOrWords => vec![reference("date")],
        Type::Checkbox => vec![reference("checkbox")],
        Type::Link(_) | Type::Links(_) => vec![reference("link")],
        Type::People => vec![reference("person")],
        Type::Document => vec![reference("document")],
        Type::Choice(words) => choice(words),
        Type::Declinable => {
            let names: Vec<&str> = declinable(kind).collect();
            vec![json!({"enum": names}), text(&pattern::whole(&names))]
        }
        Type::Number(least, most) => {
            let number = json!({"type": "integer", "minimum": least, "maximum": most});
            vec![number, text(&pattern::number(least, most))]
        }
    }
}

/// A link, or a name in plain words: neither a number nor a word for yes and no.
fn person() -> Value {
    let truth = pattern::first_word(&["true", "false", "yes", "no"]);
    json!({
        "type": "string",
        "anyOf": [reference("link"), {"not": {"pattern": "^\\s*\\["}}],
        "not": {"anyOf": [{"pattern": truth}, {"pattern": pattern::DIGITS}]},
    })
}

/// One of the words, in any case, and words behind it; `true` and `false` where `yes` and `no` are among them.
fn choice(words: &[&str]) -> Vec<Value> {
    let truths = [("yes", "true"), ("no", "false")];
    let said = truths.iter().filter(|(word, _)| words.contains(word)).map(|(_, truth)| *truth);
    let all: Vec<&str> = words.iter().copied().chain(said).collect();
    let mut forms = vec![json!({"enum": words}), text(&pattern::first_word(&all))];
    if truths.iter().all(|(word, _)| words.contains(word)) {
        forms.push(json!({"type": "boolean"}));
    }
    forms
}

fn text(pattern: &str) -> Value {
    json!({"type": "string", "pattern": pattern})
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}
