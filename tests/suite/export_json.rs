//! `vault export json`: everything that the notes say, and nothing that they do not.

use interview_vault::model::Kind;
use interview_vault::parse::schema::keys;
use interview_vault::render;
use serde_json::{Value, json};

use crate::desk::TestVault;
use crate::notes::Notes;

const ROUND: &str = "Rounds/2025-03-04 Harbour Glass.md";
const LETTER: &str = "---\ntype: letter\ndocument: status-request\n---\nDear both,\n";
const CONTACT: &str = "---\ntype: contact\nagreed: pending\n---\n";

fn exported(notes: &Notes) -> Value {
    let looked = notes.look();
    let text = render::export::json(&looked.vault, looked.today);
    assert!(text.ends_with("}\n") && text.matches('\n').count() == 1);
    serde_json::from_str(&text).unwrap()
}

/// A vault of this one round.
fn round(front_matter: &str, body: &str) -> Value {
    let note = format!("---\ntype: round\n{front_matter}---\n{body}");
    exported(&Notes::new("2025-03-06").note("Round.md", &note))["rounds"][0].clone()
}

#[test]
fn every_key_of_every_kind_is_there() {
    let whole = exported(&Notes::sound("2025-03-06").note("Letters/One.md", LETTER).note("Ann.md", CONTACT));
    let lists = [
        (Kind::Candidate, "candidates"),
        (Kind::Company, "companies"),
        (Kind::Interviewer, "interviewers"),
        (Kind::Round, "rounds"),
        (Kind::Testimonial, "testimonials"),
        (Kind::Contact, "contacts"),
        (Kind::Letter, "letters"),
    ];
    assert_eq!(lists.map(|(kind, _)| kind), Kind::ALL);
    // What these say stands in the outcomes, in `exemptions`, and in which list the record is.
    let elsewhere = ["type", "declined", "waive", "hold"];
    for (kind, list) in lists {
        let record = &whole[list][0];
        assert!(record["path"].is_string(), "{list}");
        assert!(record["exemptions"].is_object(), "{list}");
        for key in keys(kind).iter().filter(|key| !elsewhere.contains(&key.name)) {
            assert!(record.get(key.name).is_some(), "{list} lack `{}`", key.name);
        }
    }
}

#[test]
fn the_outcomes_are_told_apart() {
    let round = round(
        "rounds_left: 0\nplay_up: none\nhear_by: declined\nasked_for_job: false\nsaid_match: true\ndeclined: [decider]\n",
        "",
    );
    assert_eq!(round["rounds_left"], json!({"outcome": "value", "value": 0}));
    assert_eq!(round["play_up"], json!({"outcome": "none"}));
    assert_eq!(round["hear_by"], json!({"outcome": "declined"}));
    assert_eq!(round["decider"], json!({"outcome": "declined"}));
    assert_eq!(round["asked_for_job"], json!({"outcome": "missed"}));
    assert_eq!(round["said_match"], json!({"outcome": "value", "value": true}));
    assert_eq!(round["next_step"], Value::Null);
}

#[test]
fn sections_are_there_with_those_they_name() {
    let whole = exported(&Notes::sound("2025-03-06"));
    let company = &whole["companies"][0];
    let (name, rounds) = (&company["name"], company["rounds"].as_array().unwrap());
    assert!(rounds.contains(&json!(ROUND)), "{name}: {rounds:?}");
    let round = whole["rounds"].as_array().unwrap().iter().find(|round| round["path"] == ROUND).unwrap();
    let person = &round["close"]["people"][0];
    assert!(person["person"]["path"].as_str().unwrap().starts_with("Interviewers/"), "{person}");
    assert!(person["moment"]["value"][0].is_string(), "{person}");
    assert_eq!(round["close"]["filled"], true);
}

#[test]
fn private_facts_carry_a_flag() {
    let person = "---\ntype: interviewer\n---\n## Profile\n\n- hobby: sails\n- family: two girls\n- note: laughs loudly\n\
                  - likes: short answers (from [[Tom Beck]])\n";
    let whole = exported(&Notes::new("2025-03-06").note("Priya Rao.md", person));
    let facts = whole["interviewers"][0]["profile"].as_array().unwrap();
    let flags: Vec<_> = facts.iter().map(|fact| (fact["label"].as_str().unwrap(), &fact["private"])).collect();
    let (yes, no) = (json!(true), json!(false));
    assert_eq!(flags, [("hobby", &no), ("family", &yes), ("note", &yes), ("likes", &yes)]);
    assert_eq!(facts[3]["from"], json!({"name": "Tom Beck", "path": null}));

    let round = round(
        "interviewers: [\"[[Priya Rao]]\"]\n",
        "## Close\n\n- about [[Tom Beck]]: hates slides\n\n## Log\n\n- 2025-03-05 emailed [[Priya Rao]] thanks: as agreed\n",
    );
    assert_eq!(round["close"]["people"][0]["about"][0]["private"], true);
    assert_eq!(round["log"][0]["private"], true);
    assert_eq!(round["log"][0]["purposes"], json!(["thank-you"]));
}

#[test]
fn what_holds_no_record_is_named_and_nothing_is_left_as_it_could_act() {
    let notes = Notes::new("2025-03-06")
        .note("Broken.md", "---\ntype: round\ncompany: [\n---\n")
        .note("Reading list.md", "words\n")
        .note("A.md", "---\ntype: company\nlesson: \"a\u{202e}b \\e[31m\"\n---\n");
    let whole = exported(&notes);
    assert_eq!(whole["broken"], json!(["Broken.md"]));
    assert_eq!(whole["other"], json!(["Reading list.md"]));
    assert_eq!((&whole["complete"], &whole["whole"]), (&json!(true), &json!(false)));
    assert_eq!(whole["companies"][0]["lesson"]["value"], "a\u{202e}b \u{1b}[31m");
    let looked = notes.look();
    let text = render::export::json(&looked.vault, looked.today);
    assert!(text.contains("\\u202e") && !text.contains(['\u{202e}', '\u{1b}']));
}

#[test]
fn an_empty_vault_is_exported_and_nothing_is_written() {
    let vault = TestVault::new();
    let before = vault.files();
    let text = vault.run(&["export", "json"]).fine().out;
    assert_eq!(vault.files(), before);
    let whole: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&whole["version"], &whole["rounds"]), (&json!(1), &json!([])));
    let sound = TestVault::sound();
    let twice = [sound.run(&["export", "json"]).fine().out, sound.run(&["export", "json"]).fine().out];
    assert_eq!(twice[0], twice[1]);
}
