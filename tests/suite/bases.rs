//! The views for Obsidian's Bases: sound YAML, in the documented shape, and of properties that there are.

use std::collections::BTreeSet;

use interview_vault::model::{Config, Kind};
use interview_vault::parse::schema::keys;
use interview_vault::start;
use saphyr_parser::{Event, Parser};
use serde_json::{Map, Value};

/// YAML as JSON; every scalar is text.
fn yaml(text: &str) -> Value {
    fn value<'t>(events: &mut impl Iterator<Item = Event<'t>>, event: Event<'t>) -> Value {
        match event {
            Event::Scalar(text, ..) => Value::String(text.into_owned()),
            Event::SequenceStart(..) => {
                let mut list = Vec::new();
                while let Some(event) = events.next().filter(|event| *event != Event::SequenceEnd) {
                    list.push(value(events, event));
                }
                Value::Array(list)
            }
            Event::MappingStart(..) => {
                let mut map = Map::new();
                while let Some(event) = events.next().filter(|event| *event != Event::MappingEnd) {
                    let Value::String(key) = value(events, event) else { panic!("a key is text") };
                    let next = events.next().unwrap();
                    assert!(map.insert(key.clone(), value(events, next)).is_none(), "{key} twice");
                }
                Value::Object(map)
            }
            other => panic!("{other:?}"),
        }
    }
    let events = Parser::new_from_str(text).map(|event| event.unwrap_or_else(|error| panic!("{error}\n{text}")).0);
    let mut events = events.filter(|event| !matches!(event, Event::StreamStart | Event::DocumentStart(_)));
    let first = events.next().unwrap();
    value(&mut events, first)
}

/// What in a base is not as documented.
fn wrong(base: &Value) -> Vec<String> {
    let known: BTreeSet<&str> = Kind::ALL.into_iter().flat_map(keys).map(|key| key.name).collect();
    let formulas: BTreeSet<&str> =
        base["formulas"].as_object().into_iter().flat_map(Map::keys).map(String::as_str).collect();
    let is_property = |name: &str| match name.split_once('.') {
        Some(("note", key)) => known.contains(key),
        Some(("formula", formula)) => formulas.contains(formula),
        Some(("file", part)) => ["name", "path", "folder", "ctime", "mtime", "size", "ext"].contains(&part),
        _ => false,
    };
    let mut wrong = Vec::new();
    let mut property = |name: &Value| {
        let name = name.as_str().unwrap_or_default();
        if !is_property(name) {
            wrong.push(format!("no property `{name}`"));
        }
    };
    for name in base["properties"].as_object().unwrap().keys() {
        property(&Value::from(name.as_str()));
    }
    for view in base["views"].as_array().unwrap() {
        view["order"].as_array().unwrap().iter().for_each(&mut property);
        view["sort"].as_array().unwrap().iter().for_each(|sort| property(&sort["property"]));
        if let Some(group) = view.get("groupBy") {
            property(&group["property"]);
        }
    }
    let mut only = |value: &Value, keys: &[&str]| {
        let found = value.as_object().unwrap().keys().filter(|key| !keys.contains(&key.as_str()));
        wrong.extend(found.map(|key| format!("no key `{key}`")));
    };
    only(base, &["filters", "formulas", "properties", "views"]);
    for value in base["properties"].as_object().unwrap().values() {
        only(value, &["displayName"]);
    }
    let mut filters = vec![&base["filters"]];
    for view in base["views"].as_array().unwrap() {
        only(view, &["type", "name", "filters", "groupBy", "order", "sort"]);
        let directed: Vec<&Value> = view["sort"].as_array().unwrap().iter().chain(view.get("groupBy")).collect();
        for one in directed {
            only(one, &["property", "direction"]);
            assert!(["ASC", "DESC"].contains(&one["direction"].as_str().unwrap()), "{one}");
        }
        assert!(["table", "cards", "list"].contains(&view["type"].as_str().unwrap()), "{view}");
        filters.extend(view.get("filters"));
    }
    while let Some(filter) = filters.pop() {
        match filter {
            Value::String(words) => wrong.extend(statement(words)),
            group => {
                only_one_of(group, &["and", "or", "not"], &mut wrong);
                filters.extend(group.as_object().unwrap().values().flat_map(|list| list.as_array().unwrap()));
            }
        }
    }
    wrong.extend(
        base["formulas"]
            .as_object()
            .into_iter()
            .flat_map(Map::values)
            .filter_map(|one| statement(one.as_str().unwrap())),
    );
    wrong
}

fn only_one_of(group: &Value, words: &[&str], wrong: &mut Vec<String>) {
    let keys: Vec<&String> = group.as_object().unwrap().keys().collect();
    if keys.len() != 1 || !words.contains(&keys[0].as_str()) {
        wrong.push(format!("no group of filters: {keys:?}"));
    }
}

/// Brackets that close, and functions that are documented.
fn statement(words: &str) -> Option<String> {
    let outside: String = words.split('"').step_by(2).collect::<Vec<_>>().join("\"");
    let count = |sign: char| outside.matches(sign).count();
    let names =
        outside.match_indices('(').map(|(at, _)| outside[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap());
    let is_known = names.into_iter().all(|name| ["if", "contains", "isEmpty", "inFolder"].contains(&name));
    let is_sound = count('(') == count(')') && count('[') == count(']') && words.matches('"').count().is_multiple_of(2);
    (!is_known || !is_sound).then(|| format!("no statement: {words}"))
}

fn bases(templates: &str) -> Vec<(String, String)> {
    let files = start::furniture(&Config::default(), templates);
    files.into_iter().filter(|(path, _)| path.starts_with("Views/")).collect()
}

#[test]
fn the_views_are_as_documented() {
    let bases = bases("Templates");
    let paths: Vec<&str> = bases.iter().map(|(path, _)| path.as_str()).collect();
    let expected = ["Pipeline", "Rounds", "People", "Letters", "Brag book"].map(|name| format!("Views/{name}.base"));
    assert_eq!(paths, expected);
    for (path, text) in &bases {
        assert_eq!(wrong(&yaml(text)), Vec::<String>::new(), "{path}");
        assert!(text.contains("'!file.inFolder(\"Templates\")'"), "{path}");
    }
    let pipeline = yaml(&bases[0].1);
    assert_eq!(pipeline["views"][0]["type"], "cards");
    assert_eq!(pipeline["views"][0]["groupBy"]["property"], "formula.stage");
    assert_eq!(yaml(&bases[2].1)["views"][0]["groupBy"]["property"], "note.company");
    assert_eq!(yaml(&bases[3].1)["views"][0]["name"], "Unsent");
}

#[test]
fn a_templates_folder_of_any_name_is_left_out() {
    for (_, text) in bases("Dora's \"own\" forms") {
        let filters = yaml(&text)["filters"]["and"].as_array().unwrap().clone();
        assert!(filters.contains(&Value::from("!file.inFolder(\"Dora's \\\"own\\\" forms\")")), "{text}");
    }
}

#[test]
fn the_example_has_the_views_of_every_vault() {
    let in_example = [
        include_str!("../../example-vault/Views/Pipeline.base"),
        include_str!("../../example-vault/Views/Rounds.base"),
        include_str!("../../example-vault/Views/People.base"),
        include_str!("../../example-vault/Views/Letters.base"),
        include_str!("../../example-vault/Views/Brag book.base"),
    ];
    assert_eq!(bases("Templates").into_iter().map(|(_, text)| text).collect::<Vec<_>>(), in_example);
}

/// Every status that a company can have stands in the picture by stage.
#[test]
fn no_status_is_forgotten() {
    let status = keys(Kind::Company).iter().find(|key| key.name == "status").unwrap();
    let interview_vault::parse::schema::Type::Choice(words) = status.ty else { panic!("{status:?}") };
    let text = &bases("Templates")[0].1;
    for word in words {
        assert!(text.contains(&format!("\"{word}\"")), "{word}");
    }
}

/// The control: what is not as documented is seen.
#[test]
fn a_base_that_is_not_as_documented_is_seen() {
    let text = bases("Templates").swap_remove(0).1;
    for (old, new) in [
        ("note.position\n      - note.contact", "note.positon\n      - note.contact"),
        ("property: formula.stage", "property: formula.stages"),
        ("groupBy:", "group_by:"),
        ("filters:\n  and:", "filters:\n  all:"),
        ("note.type == \"company\"", "matches(type, \"company\")"),
    ] {
        assert!(text.contains(old), "{old}");
        assert!(!wrong(&yaml(&text.replacen(old, new, 1))).is_empty(), "{new}");
    }
}
