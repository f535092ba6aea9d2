//! `vault schema`: a validator and the reader say the same of front matter.

use interview_vault::cli::Exit;
use interview_vault::diagnostic::Problem;
use interview_vault::model::Kind;
use interview_vault::parse::schema::keys;
use interview_vault::render::schema;
use jsonschema::Validator;
use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Value, json};

use crate::desk::TestVault;
use crate::notes::Notes;

fn validator(schema: &str) -> Validator {
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema), "no schema of its dialect");
    jsonschema::validator_for(&schema).unwrap()
}

/// Front matter as an editor reads it: YAML 1.2, core schema.
fn yaml(text: &str) -> Value {
    let mut events = Parser::new_from_str(text).map(|event| event.unwrap().0);
    loop {
        match events.next() {
            Some(Event::StreamStart | Event::DocumentStart(_)) => {}
            Some(event) => return value(event, &mut events),
            None => return Value::Null,
        }
    }
}

fn value<'a>(event: Event<'a>, events: &mut impl Iterator<Item = Event<'a>>) -> Value {
    match event {
        Event::Scalar(text, ScalarStyle::Plain, ..) => match &*text {
            "" | "~" | "null" | "Null" | "NULL" => Value::Null,
            "true" | "True" | "TRUE" => json!(true),
            "false" | "False" | "FALSE" => json!(false),
            other => other.parse::<i64>().map_or_else(
                |_| {
                    let is_number = other.parse::<f64>().is_ok_and(f64::is_finite);
                    if is_number { json!(other.parse::<f64>().unwrap()) } else { json!(other) }
                },
                |number| json!(number),
            ),
        },
        Event::Scalar(text, ..) => json!(text),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match events.next().unwrap() {
                    Event::SequenceEnd => return Value::Array(items),
                    event => items.push(value(event, events)),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut entries = Map::new();
            loop {
                match events.next().unwrap() {
                    Event::MappingEnd => return Value::Object(entries),
                    Event::Scalar(key, ..) => {
                        let event = events.next().unwrap();
                        entries.insert(key.into_owned(), value(event, events));
                    }
                    other => panic!("{other:?}"),
                }
            }
        }
        other => panic!("{other:?}"),
    }
}

/// Whether the reader takes this front matter without a word about its keys and values.
fn reader_is_content(kind: Kind, line: &str) -> bool {
    let note = format!("---\ntype: {}\n{line}\n---\n", kind.name());
    let looked = Notes::new("2025-03-06").note("Note.md", &note).look();
    let is_about_keys = |problem| matches!(problem, Problem::Field | Problem::UnknownKey | Problem::FrontMatter);
    !looked.diagnostics.iter().any(|diagnostic| is_about_keys(diagnostic.problem))
}

/// What may stand behind a key, well or badly.
const VALUES: [&str; 84] = [
    "",
    "~",
    "\"\"",
    "\"  \"",
    "[]",
    "[~]",
    "words",
    "\"a: b\"",
    "7",
    "0",
    "-1",
    "1000",
    "999",
    "5",
    "6",
    "3.5",
    "007",
    "+2",
    "\"2\"",
    "2 or 3",
    "\"2, perhaps\"",
    "2nd",
    "true",
    "false",
    "True",
    "\"true\"",
    "\"TRUE \"",
    "\"true, at last\"",
    "yes",
    "no",
    "Yes, gladly",
    "yesterday",
    "none",
    "None",
    "declined",
    "Missed, no time",
    "missed the train",
    "nonessential",
    "\"none - they said\"",
    "[none]",
    "[none, words]",
    "[declined, \"[[Priya Rao]]\"]",
    "[missed, missed]",
    "2025-03-04",
    "2024-02-29",
    "2025-02-29",
    "1900-02-29",
    "2000-02-29",
    "2025-04-31",
    "2025-13-01",
    "1899-12-31",
    "2199-12-31",
    "2200-01-01",
    "2025-03-04 at the latest",
    "2025-03-04, they think",
    "2025-03-04T10:00",
    "2025-03-04 10:00",
    "\"2025-03-04 (10:00)\"",
    "2025-3-4",
    "20250304",
    "04.03.2025",
    "next week",
    "[2025-03-04]",
    "[2025-03-04, 2025-03-05]",
    "\"[[Priya Rao]]\"",
    "[[Priya Rao]]",
    "[\"[[Priya Rao]]\"]",
    "[\"[[Priya Rao]]\", Tom Beck]",
    "[Priya Rao, 7]",
    "[yes]",
    "\"[Priya](Interviewers/Priya%20Rao.md)\"",
    "\"[site](https://acme.example)\"",
    "\"[[]]\"",
    "\"[[#Heading]]\"",
    "\"[half\"",
    "{a: b}",
    "[{a: b}]",
    "\"+49 30 1\"",
    "\"0123\"",
    "01632960100",
    "hear_by",
    "Said When",
    "\"to_win\"",
    "[profile, Moment]",
];

/// What a validator cannot know, or what is wrong whoever lets it pass: whether a number was in quotes, a phone number
/// that is yes or no, and whether somebody written to has a note by that name.
fn is_beyond_a_schema(kind: Kind, key: &str, written: &str) -> bool {
    match key {
        "to" => kind == Kind::Letter && !written.contains("[[") && !written.contains("]("),
        "phone" => matches!(written, "true" | "false" | "True" | "04.03.2025"),
        _ => false,
    }
}

#[test]
fn a_validator_and_the_reader_say_the_same_of_every_key() {
    let whole = validator(&schema::all());
    let (mut content, mut said) = (0, Vec::new());
    for kind in Kind::ALL {
        let own = validator(&schema::of(kind));
        let described: Value = serde_json::from_str(&schema::of(kind)).unwrap();
        for key in keys(kind).iter().filter(|key| key.name != "type") {
            assert_eq!(described["properties"][key.name]["description"], key.meaning);
            for written in VALUES.into_iter().filter(|written| !is_beyond_a_schema(kind, key.name, written)) {
                let line = format!("{}: {written}", key.name);
                let instance = yaml(&format!("type: {}\n{line}\n", kind.name()));
                let (valid, reader) = (own.is_valid(&instance), reader_is_content(kind, &line));
                assert_eq!(whole.is_valid(&instance), valid, "{} {line}", kind.name());
                content += usize::from(reader);
                if valid != reader {
                    said.push(format!("{}: `{line}`: schema {valid}, reader {reader}", kind.name()));
                }
            }
        }
    }
    assert!(content > 1000, "{content}");
    assert!(said.is_empty(), "{} differ:\n{}", said.len(), said.join("\n"));
}

#[test]
fn the_words_of_a_choice_are_taken_as_the_reader_takes_them() {
    let round = validator(&schema::of(Kind::Round));
    for written in ["held", "Held", "held, at last", "heldé", "hold", "[held]", "one-to-one", "yes", "true", "\"no\""]
    {
        for key in ["state", "format", "sponsor", "match_agreed"] {
            let line = format!("{key}: {written}");
            let instance = yaml(&format!("type: round\n{line}\n"));
            assert_eq!(round.is_valid(&instance), reader_is_content(Kind::Round, &line), "{line}");
        }
    }
    let letter = validator(&schema::of(Kind::Letter));
    for (document, valid) in [("thank-you-email", true), ("thankyou-email", false), ("none", false)] {
        let line = format!("document: {document}");
        assert_eq!(letter.is_valid(&yaml(&format!("type: letter\n{line}\n"))), valid, "{line}");
        assert_eq!(reader_is_content(Kind::Letter, &line), valid, "{line}");
    }
}

#[test]
fn keys_of_other_kinds_are_seen_and_your_own_are_left_alone() {
    let company = validator(&schema::of(Kind::Company));
    for (line, valid) in [("hear_by: 2025-03-04", false), ("mood: fine", true), ("tags: [a, b]", true)] {
        assert_eq!(company.is_valid(&yaml(&format!("type: company\n{line}\n"))), valid, "{line}");
        assert_eq!(reader_is_content(Kind::Company, line), valid, "{line}");
    }
    let whole = validator(&schema::all());
    for (note, valid) in [
        ("type: recipe\nround: many\n", true),
        ("round: many\n", true),
        ("type: round\nround: many\n", false),
        ("type: round\nround: 2\n", true),
    ] {
        assert_eq!(whole.is_valid(&yaml(note)), valid, "{note}");
    }
    assert!(!company.is_valid(&json!({"position": "Fitter"})), "a note says what it is");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the example vault is read as it lies in the repository")]
fn the_example_vault_is_valid_but_for_its_mistakes() {
    let whole = validator(&schema::all());
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("example-vault");
    let (mut seen, mut wrong) = (0, Vec::new());
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap) {
        if entry.path().extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let Some((front, _)) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) else { continue };
        seen += 1;
        let instance = yaml(front);
        wrong.extend(
            whole.iter_errors(&instance).map(|error| (entry.path().to_owned(), error.instance_path().to_string())),
        );
    }
    assert!(seen > 20, "{seen}");
    // On purpose: words where a date belongs.
    let [(path, key)] = &wrong[..] else { panic!("{wrong:#?}") };
    assert!(path.ends_with("Rounds/2026-03-03 Arkwell Conservatory.md") && key == "/hear_by", "{wrong:?}");
}

#[test]
fn a_schema_needs_no_vault_and_a_wrong_kind_is_named() {
    let nowhere = TestVault::nowhere();
    let whole = nowhere.run(&["schema"]).fine().out;
    assert_eq!(whole, schema::all());
    assert_eq!(nowhere.run(&["schema", "round"]).fine().out, schema::of(Kind::Round));
    assert!(nowhere.run(&["schema", "rond"]).ended(Exit::Failed).err.contains("round"));
    assert!(nowhere.files().is_empty());
}
