//! Talks with an editor: what it is told while somebody types, message by message.

mod editor;
mod program;

use interview_vault::checklist::example::{COMPANY, PERSON, ROUND, SOUND_DAY};
use interview_vault::lsp::Ending;
use serde_json::{Value, json};

use crate::notes::Notes;
use editor::{Editor, labels, titles, uri};

fn sound() -> Editor {
    Editor::of(Notes::sound(SOUND_DAY))
}

/// The place just behind `words`, which stand once in the text; in UTF-16.
fn behind(text: &str, words: &str) -> Value {
    assert_eq!(text.matches(words).count(), 1, "{words:?}");
    let before = &text[..text.find(words).unwrap() + words.len()];
    let line = before.rsplit('\n').next().unwrap();
    json!({ "line": before.matches('\n').count(), "character": line.encode_utf16().count() })
}

#[test]
fn a_slip_is_shown_as_it_is_typed_and_goes_when_it_is_mended() {
    let mut editor = sound();
    let text = editor.text(ROUND).replace("state: held", "stat: held");
    editor.open(ROUND, &text);
    let found = editor.diagnostics(ROUND);
    let slip = found.iter().find(|one| one["code"] == "note/unknown-key").unwrap();
    let start = &slip["range"]["start"];
    assert_eq!(text.lines().nth(usize::try_from(start["line"].as_u64().unwrap()).unwrap()), Some("stat: held"));
    assert_eq!((start["character"].as_u64(), &slip["source"]), (Some(0), &json!("vault")));
    assert!(slip["message"].as_str().unwrap().contains("state"), "{slip}");

    let sound = editor.text(ROUND);
    editor.change(ROUND, &sound);
    assert_eq!(editor.diagnostics(ROUND), Vec::<Value>::new());
    assert_eq!(editor.end(), Ending::Agreed);
}

#[test]
fn weights_are_told_and_a_closed_note_is_cleared() {
    // Long after the day for thanks, with no log to say that they went out.
    let mut editor = Editor::of(Notes::sound("2025-03-20").swap(ROUND, "state: held", "state: held\nrival: 2"));
    let text = editor.text(ROUND).replace("## Log", "## Lag");
    editor.open(ROUND, &text);
    let found = editor.diagnostics(ROUND);
    let weight = |rule: &str| found.iter().find(|one| one["code"] == rule).map(|one| one["severity"].as_u64().unwrap());
    assert_eq!(weight("thank/next-day"), Some(1), "{found:?}");
    assert!(weight("note/unknown-key").is_some_and(|weight| weight > 1), "{found:?}");
    let whole = found.iter().find(|one| one["code"] == "thank/next-day").unwrap();
    assert_eq!(whole["range"], json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 3 } }));
    editor.close(ROUND);
    assert_eq!(editor.diagnostics(ROUND), Vec::<Value>::new());
}

#[test]
fn every_place_has_its_completions() {
    let round = "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\n@\n---\n## Close\n### [[Ines Falk]]\n- support: yes\n\n## Log\n";
    for (typed, cursor, offered, not_offered, first_text) in [
        ("hea", "hea", &["hear_by", "hear_by_said"][..], &["company", "position"][..], "hear_by: "),
        ("state: ", "state: ", &["planned", "held", "cancelled"], &["none"], "planned"),
        ("state:", "state:", &["held"], &[], " planned"),
        ("state: held  ", "held  ", &["held"], &[], "planned"),
        ("focus: t", "focus: t", &["technical", "declined"], &[], "technical"),
        ("asked_for_job: ", "asked_for_job: ", &["true", "false", "missed"], &[], "true"),
        ("hear_by: next tue", "hear_by: next tue", &["next tue", "tomorrow"], &[], "2025-03-11"),
        ("hear_by: tom", "hear_by: tom", &["tomorrow"], &[], "2025-03-07"),
        ("interviewers: [\"[[in\"]", "interviewers: [\"[[in", &["Ines Falk"], &["Harbour Glass"], "\"[[Ines Falk]]\""),
        ("letter_quote: ", "letter_quote: ", &["Kiln saved"], &["Ines Falk"], "\"[[Kiln saved]]\""),
        ("declined:\n  - hea", "  - hea", &["hear_by", "support"], &[], "hear_by"),
        ("waive:\n  - thank/han", "thank/han", &["thank/handwritten-card"], &[], "thank/handwritten-card because "),
        (
            "hold:\n  - thank/han",
            "thank/han",
            &["thank/handwritten-card"],
            &[],
            "thank/handwritten-card until 2025-03-13 because ",
        ),
    ] {
        let mut editor = sound();
        let text = round.replace('@', typed);
        editor.open(ROUND, &text);
        let _ = editor.diagnostics(ROUND);
        let list = editor.at("textDocument/completion", ROUND, &behind(&text, cursor));
        let labels = labels(&list);
        for label in offered {
            assert!(labels.iter().any(|other| other == label), "{typed}: {label} is not among {labels:?}");
        }
        for label in not_offered {
            assert!(labels.iter().all(|other| other != label), "{typed}: {label} is among {labels:?}");
        }
        if !first_text.is_empty() {
            assert_eq!(list["items"][0]["textEdit"]["newText"], first_text, "{typed}");
        }
    }
}

#[test]
fn labels_and_headings_are_completed_and_links_in_the_body_are_left_to_others() {
    let text = "---\r\ntype: round\r\n---\r\n## Clo\r\n\r\n## Close\r\n### Ines Falk\r\n- sup\r\n\r\n## Log\r\n- 2025-03-05 email thanks [[In\r\n";
    let mut editor = sound();
    editor.open(ROUND, text);
    let at = |editor: &mut Editor, words: &str| {
        let list = editor.at("textDocument/completion", ROUND, &behind(text, words));
        list["items"].as_array().unwrap().first().map(|item| item["textEdit"]["newText"].clone())
    };
    assert_eq!(at(&mut editor, "- sup"), Some(json!("support: ")));
    assert_eq!(at(&mut editor, "## Clo\r\n\r\n").or(at(&mut editor, "thanks [[In")), None);
    let headings = editor.at("textDocument/completion", ROUND, &json!({ "line": 3, "character": 6 }));
    assert_eq!(headings["items"][0]["textEdit"]["newText"], "Close");
    // A note of no kind: only the kinds are offered, and only in its front matter.
    editor.open("Plain.md", "---\nty\n---\n- sup\n");
    let kinds = editor.at("textDocument/completion", "Plain.md", &json!({ "line": 1, "character": 2 }));
    assert!(labels(&kinds).contains(&"type: interviewer".to_owned()), "{kinds}");
    let none = editor.at("textDocument/completion", "Plain.md", &json!({ "line": 3, "character": 5 }));
    assert_eq!(labels(&none), Vec::<String>::new());
}

#[test]
fn what_stands_there_is_explained() {
    let text = "---\ntype: round\nquiet_until: 2025-03-11\ncompany: \"[[harbour glass]]\"\nwaive:\n  - close/support because she left early\n---\n## Close\n- **Support:** yes, with [[Ines Falk]]\n";
    let mut editor = sound();
    editor.open(ROUND, text);
    let _ = editor.diagnostics(ROUND);
    for (words, part) in [
        ("quiet_un", "they asked not to be contacted before"),
        ("2025-03", "Tuesday 11 March 2025"),
        ("[[harbour", "Harbour Glass · company · Companies/Harbour Glass.md"),
        ("close/supp", "not asked for their support"),
        ("## Clo", "what you asked at the end"),
        ("**Supp", "whether they are for you"),
        ("with [[Ines", "Ines Falk · interviewer"),
    ] {
        let hover = editor.at("textDocument/hover", ROUND, &behind(text, words));
        let said = hover["contents"]["value"].as_str().unwrap_or_default();
        assert!(said.contains(part), "{words}: {said}");
        assert_eq!(hover["contents"]["kind"], "plaintext");
    }
    assert_eq!(editor.at("textDocument/hover", ROUND, &json!({ "line": 0, "character": 1 })), Value::Null);
}

#[test]
fn a_link_leads_to_its_note() {
    let text = "---\ntype: round\ncompany: \"[[harbour glass|them]]\"\n---\n🦊 by [her](../Interviewers/Ines%20Falk.md), [[Nobody]]\n";
    let mut editor = sound();
    editor.open(ROUND, text);
    let _ = editor.diagnostics(ROUND);
    for (words, path) in [("[[harbour", COMPANY), ("[her", PERSON)] {
        let place = editor.at("textDocument/definition", ROUND, &behind(text, words));
        assert_eq!(place["uri"], uri(path), "{words}");
    }
    assert_eq!(editor.at("textDocument/definition", ROUND, &behind(text, "[[Nob")), Value::Null);
}

#[test]
fn an_action_edits_the_text_as_the_editor_has_it() {
    let swaps = [
        ("state: held", "stat: held", "Write `state` for `stat`", "state: held"),
        ("state: held", "State: held", "Mend all that is mechanical", "state: held"),
    ];
    for (old, new, title, mended) in swaps {
        let mut editor = sound();
        let text = editor.text(ROUND).replace(old, new);
        editor.open(ROUND, &text);
        let _ = editor.diagnostics(ROUND);
        let actions = editor.actions(ROUND, &behind(&text, new));
        assert_eq!(editor.applied(ROUND, &actions, title), text.replace(new, mended), "{actions:?}");
    }
}

#[test]
fn a_duty_rests_or_is_silenced_by_an_entry_that_still_wants_its_reason() {
    let mut editor = Editor::of(Notes::sound(SOUND_DAY));
    let text = editor.text(ROUND).replace("## Log", "## Lag 🦊");
    editor.open(ROUND, &text);
    let _ = editor.diagnostics(ROUND);
    let actions = editor.actions(ROUND, &json!({ "line": 0, "character": 0 }));
    let silenced = editor.applied(ROUND, &actions, "Silence thank/next-day for Ines Falk here, with a reason");
    assert!(silenced.contains("- \"thank/next-day for Ines Falk because ⟨why⟩\"\n"), "{silenced}");
    let resting = editor.applied(ROUND, &actions, "Let thank/next-day for Ines Falk rest until Thursday 13 March 2025");
    assert!(resting.contains("- \"thank/next-day for Ines Falk until 2025-03-13 because ⟨why⟩\"\n"), "{resting}");
    // The reason is asked for until it is given.
    editor.change(ROUND, &silenced);
    assert!(editor.diagnostics(ROUND).iter().any(|one| one["code"] == "note/waiver"));
}

#[test]
fn a_letter_is_marked_as_sent_and_the_close_is_asked() {
    let letter = "Letters/2025-03-05 Ines Falk.md";
    let written =
        "---\r\ntype: letter\r\ndocument: thank-you-email\r\nto: \"[[Ines Falk]]\"\r\n---\r\nDear Ms Falk,\r\n";
    let mut editor = Editor::of(Notes::sound(SOUND_DAY).note(letter, written));
    editor.open(letter, written);
    let _ = editor.diagnostics(letter);
    let actions = editor.actions(letter, &json!({ "line": 5, "character": 0 }));
    let sent = editor.applied(letter, &actions, "Mark this letter to Ines Falk as sent today");
    assert_eq!(sent, written.replace("\r\n---\r\nDear", "\r\nsent_on: 2025-03-06\r\n---\r\nDear"));

    let round =
        "---\ntype: round\ninterviewers: [\"[[Ines Falk]]\", Tom]\n---\n## Close\n### [[Ines Falk]]\n- moment: x\n";
    editor.open(ROUND, round);
    let _ = editor.diagnostics(ROUND);
    let actions = editor.actions(ROUND, &json!({ "line": 1, "character": 0 }));
    let asked = editor.applied(ROUND, &actions, "Add the closing questions that are missing");
    assert!(asked.starts_with(&format!("{round}- challenge:\n- concerns:\n")), "{asked}");
    assert!(asked.contains("\n### [[Tom]]\n- moment:\n") && asked.matches("- support:\n").count() == 2, "{asked}");
    editor.change(ROUND, &asked);
    let _ = editor.diagnostics(ROUND);
    let again = editor.actions(ROUND, &json!({ "line": 1, "character": 0 }));
    assert!(titles(&again).iter().all(|title| !title.contains("closing questions")), "{again:?}");
}

#[test]
fn days_stand_beside_the_text() {
    let mut editor =
        Editor::of(Notes::sound("2025-03-05").swap(ROUND, "state: held", "state: held\nquiet_until: 2025-03-11"));
    let text = editor.text(ROUND).replace("## Log", "## Lag");
    editor.open(ROUND, &text);
    let _ = editor.diagnostics(ROUND);
    let hints = editor.hints(ROUND, &text);
    let label =
        |line: u64| hints.iter().find(|hint| hint["position"]["line"] == line).map(|hint| hint["label"].clone());
    assert!(label(0).unwrap().as_str().unwrap().starts_with("due Wednesday 5 March"), "{hints:?}");
    let line = text.lines().position(|line| line.starts_with("quiet_until")).unwrap();
    assert_eq!(label(line as u64), Some(json!("Tuesday")));
}

#[test]
fn text_that_was_not_looked_at_yet_has_no_findings_of_an_older_one() {
    let mut editor = sound();
    let text = editor.text(ROUND).replace("state: held", "stat: held");
    editor.open(ROUND, &text);
    let _ = editor.diagnostics(ROUND);
    // In one breath: the text shifts, and the old places would be wrong.
    editor.change(ROUND, &text.replace("stat: held", "round: 1\nstat: held"));
    let actions = editor.actions(ROUND, &json!({ "line": 0, "character": 0 }));
    assert_eq!(titles(&actions), Vec::<String>::new());
    assert_eq!(editor.diagnostics(ROUND).len(), 1);
}

#[test]
fn places_count_as_the_editor_counts() {
    let text = "---\ntype: interviewer\n---\n🦊🦊 [[Harbour Glass]]\n";
    for (encoding, character) in [("utf-16", 5), ("utf-8", 9)] {
        let mut editor =
            Editor::speaking(Notes::sound(SOUND_DAY), &json!({ "general": { "positionEncodings": [encoding] } }));
        editor.open(PERSON, text);
        let _ = editor.diagnostics(PERSON);
        for (character, is_there) in [(character - 1, false), (character, true)] {
            let place = json!({ "line": 3, "character": character });
            let hover = editor.at("textDocument/hover", PERSON, &place);
            assert_eq!(hover != Value::Null, is_there, "{encoding} {character}");
        }
    }
}

#[test]
fn what_cannot_be_answered_is_refused_in_the_protocols_words() {
    let mut editor = Editor::unheard(Notes::sound(SOUND_DAY));
    let code = |answer: &Value| answer["error"]["code"].as_i64();
    assert_eq!(code(&editor.ask("textDocument/hover", &json!({}))), Some(-32002));
    assert!(editor.ask("initialize", &json!({ "capabilities": {} }))["result"].is_object());
    assert_eq!(code(&editor.ask("initialize", &json!({ "capabilities": {} }))), Some(-32600));
    assert_eq!(code(&editor.ask("textDocument/hover", &json!({ "position": 3 }))), Some(-32602));
    assert_eq!(code(&editor.ask("textDocument/rename", &json!({}))), Some(-32601));
    editor.say_raw("{nonsense");
    let answer = editor.hear(|message| message["error"].is_object());
    assert_eq!((code(&answer), &answer["id"]), (Some(-32700), &Value::Null));
    // What is no note of the vault has no answer, and nothing is wrong with that.
    let place = json!({ "textDocument": { "uri": "untitled:1" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(editor.ask("textDocument/hover", &place)["result"], Value::Null);
    assert!(editor.ask("shutdown", &Value::Null).get("result").is_some());
    assert_eq!(code(&editor.ask("textDocument/hover", &place)), Some(-32600));
    assert_eq!(editor.leave(), Ending::Agreed);
}

#[test]
fn a_request_that_is_taken_back_before_its_turn_is_not_answered() {
    let mut editor = Editor::unheard(Notes::sound(SOUND_DAY));
    let hello = json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "capabilities": {} } });
    let asked = json!({ "jsonrpc": "2.0", "id": "x", "method": "textDocument/hover", "params": {} });
    let cancel = json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": "x" } });
    editor.say_at_once(&[hello, asked, cancel]);
    let answer = editor.hear(|message| message["id"] == "x");
    // Where the three were heard one by one, the answer is the one for wrong parameters.
    assert!([-32800, -32602].contains(&answer["error"]["code"].as_i64().unwrap()), "{answer}");
}

#[test]
fn an_editor_that_goes_without_a_word_ends_it_too() {
    assert_eq!(Editor::unheard(Notes::sound(SOUND_DAY)).leave(), Ending::Abrupt);
    assert_eq!(sound().hang_up(), Ending::Abrupt);
}

#[test]
fn a_note_with_hidden_characters_shows_them_written_out() {
    let mut editor = sound();
    let text = editor.text(ROUND).replace("state: held", "state: \"he\\u202eld\"\nfocus: so\u{1b}so");
    editor.open(ROUND, &text);
    let found = editor.diagnostics(ROUND);
    assert!(!found.is_empty());
    assert!(found.iter().all(|one| !one["message"].as_str().unwrap().contains(['\u{1b}', '\u{202e}'])), "{found:?}");
}
