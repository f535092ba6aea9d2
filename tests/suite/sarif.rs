//! `vault check --format sarif`: what code hosts and editors need holds, whatever the notes say.
//!
//! Whether a log is SARIF 2.1.0 at all was checked with the official schema; `CONTRIBUTING.md` says how.

use std::collections::BTreeSet;

use interview_vault::checklist::rules;
use interview_vault::cli::Exit;
use serde_json::{Value, json};

use crate::desk::TestVault;

/// A path and a text in which bytes, characters and UTF-16 units are counted differently.
const PATH: &str = "Rounds/a: b%20#ä 😀.md";
const TEXT: &str = "\u{feff}---\r\ntype: round\r\nhear_by: \"näxt wéek 😀\"\r\nplay_up: [\"😀😀\", none]\r\n---\r\n";

fn log(vault: &TestVault) -> Value {
    serde_json::from_str(&vault.run(&["check", "--format", "sarif"]).out).unwrap()
}

fn results(vault: &TestVault) -> Vec<Value> {
    log(vault)["runs"][0]["results"].as_array().unwrap().clone()
}

fn of_rule<'v>(results: &'v [Value], rule: &str, words: &str) -> &'v Value {
    let is_it = |result: &&Value| {
        result["ruleId"] == rule && result["message"]["text"].as_str().is_some_and(|text| text.contains(words))
    };
    results.iter().find(is_it).unwrap_or_else(|| panic!("no {rule} with {words:?} in {results:#?}"))
}

fn region(result: &Value) -> &Value {
    &result["locations"][0]["physicalLocation"]["region"]
}

#[test]
fn every_rule_is_described_in_the_driver() {
    let log = log(&TestVault::new());
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let described = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(described.iter().map(|rule| rule["id"].as_str().unwrap()).eq(rules().map(|rule| rule.id)));
    for (described, rule) in described.iter().zip(rules()) {
        assert_eq!(described["shortDescription"]["text"], rule.title);
        assert_eq!(described["fullDescription"]["text"], rule.why);
        assert!(described["help"]["text"].as_str().unwrap().contains(rule.mend), "{}", rule.id);
        assert!(described["help"]["markdown"].as_str().unwrap().contains("\n````diff\n"), "{}", rule.id);
        assert_eq!(described.get("helpUri"), None, "there is no such page");
        let level = match rule.weight.severities().first().map(|severity| severity.name()) {
            None => "none",
            Some("hint") => "note",
            Some(name) => name,
        };
        assert_eq!(described["defaultConfiguration"]["level"], level, "{}", rule.id);
    }
}

#[test]
fn a_result_points_at_its_rule_and_into_its_file_in_characters() {
    let vault = TestVault::new().note(PATH, TEXT);
    let log = log(&vault);
    let run = &log["runs"][0];
    let results = results(&vault);
    for result in &results {
        let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][at]["id"], result["ruleId"]);
    }
    let words = of_rule(&results, "note/field", "holds words");
    assert_eq!(words["level"], "note", "a hint");
    let place = &words["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(*place, json!({"uri": "Rounds/a%3A%20b%2520%23%C3%A4%20%F0%9F%98%80.md", "uriBaseId": "%SRCROOT%"}));
    assert_eq!(*region(words), json!({"startLine": 3, "startColumn": 10, "endLine": 3, "endColumn": 23}));
    let outcome = of_rule(&results, "note/field", "beside other entries");
    assert_eq!(outcome["level"], "error");
    assert_eq!(*region(outcome), json!({"startLine": 4, "startColumn": 17, "endLine": 4, "endColumn": 21}));
}

#[test]
fn a_result_without_a_place_is_at_the_start_of_its_file() {
    let results = results(&TestVault::new());
    assert_eq!(*region(&results[0]), json!({"startLine": 1, "startColumn": 1}));
}

#[test]
fn a_fix_is_there_where_it_is_exact_and_mends_what_it_is_for() {
    let vault = TestVault::new().note(PATH, TEXT);
    let found = results(&vault);
    assert_eq!(of_rule(&found, "note/field", "beside other entries").get("fixes"), None, "only you can tell");
    let words = of_rule(&found, "note/field", "holds words");
    let change = &words["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"], words["locations"][0]["physicalLocation"]["artifactLocation"]);
    let replacement = &change["replacements"][0];
    let number = |name: &str| usize::try_from(replacement["deletedRegion"][name].as_u64().unwrap()).unwrap();
    assert_eq!(number("startLine"), number("endLine"));
    let lines = TEXT.split('\n').enumerate().map(|(at, line)| {
        if at + 1 != number("startLine") {
            return line.to_owned();
        }
        let before = line.chars().take(number("startColumn") - 1);
        let new = replacement["insertedContent"]["text"].as_str().unwrap().chars();
        before.chain(new).chain(line.chars().skip(number("endColumn") - 1)).collect()
    });
    let mended = lines.collect::<Vec<String>>().join("\n");
    assert!(mended.contains("\r\nhear_by_said: \"näxt wéek 😀\"\r\n"), "{mended}");
    let left = results(&vault.note(PATH, &mended));
    assert!(!left.iter().any(|result| result["message"]["text"].as_str().unwrap().contains("holds words")));
}

#[test]
fn fingerprints_are_each_ones_own_and_stay_when_lines_move() {
    let twice = "---\ntype: interviewer\nemail: a@b.example\n---\n## Profile\n\n- hoby: sails\n- hoby: sails\n";
    let moved = twice.replace("## Profile", "Words of my own.\n\n## Profile");
    let prints = |text: &str| {
        let results = results(&TestVault::new().note("Priya Rao.md", text));
        let prints = results.iter().map(|result| result["partialFingerprints"]["interviewVault/v1"].as_str().unwrap());
        (results.len(), prints.map(str::to_owned).collect::<BTreeSet<_>>())
    };
    let (count, before) = prints(twice);
    assert!(count > 2, "the slip is found twice, and more");
    assert_eq!(before.len(), count);
    assert_eq!(prints(&moved).1, before);
    assert_ne!(prints(&twice.replacen("hoby", "famly", 1)).1, before, "the control: other words are another finding");
}

#[test]
fn the_same_notes_give_the_same_bytes_and_hidden_characters_are_written_out() {
    let vault = TestVault::new().note("A.md", "---\ntype: company\nlesson: a\u{202e}b\nstatus: \"x\\e[2J\"\n---\n");
    let log = |vault: &TestVault| vault.run(&["check", "--format", "sarif"]).ended(Exit::Findings).out;
    let text = log(&vault);
    assert_eq!(text, log(&vault));
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    assert!(text.contains("\\\\u{1b}[2J"), "{text}");
}
