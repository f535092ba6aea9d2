//! Every rule's documentation is run: the broken vault breaks it and nothing else, the mended one does not.

use std::collections::BTreeSet;

use interview_vault::agenda;
use interview_vault::checklist::example::{Edit, Example, SOUND_DAY};
use interview_vault::checklist::{self, Finds, Stage, rules};

use crate::notes::{Looked, Notes};

fn look(example: &Example) -> Looked {
    let notes = example.files().iter().fold(Notes::new(example.today), |notes, (path, text)| notes.note(path, text));
    notes.look()
}

/// Standing duties of the sound vault itself, which no example can help.
const ALWAYS: [&str; 1] = ["wait/research"];

/// About files that give no text, so that no vault told as text can break it.
const WITHOUT_TEXT: &str = "note/unread";

#[test]
fn the_smallest_vault_that_answers_everything_has_no_finding() {
    let looked = Notes::sound(SOUND_DAY).look();
    let standing: Vec<_> = looked.standing().into_iter().filter(|rule| !ALWAYS.contains(rule)).collect();
    assert_eq!(standing, Vec::<&str>::new(), "{:#?}", looked.checklist.findings);
    assert_eq!(looked.diagnostics, []);
}

#[test]
fn every_broken_vault_breaks_its_rule_and_nothing_else() {
    for rule in rules().filter(|rule| rule.id != WITHOUT_TEXT) {
        let standing = look(&rule.broken).standing();
        let expected: BTreeSet<&str> = rule.beside.iter().copied().chain([rule.id]).collect();
        let found: BTreeSet<&str> = standing.into_iter().filter(|id| !ALWAYS.contains(id) || *id == rule.id).collect();
        assert_eq!(found, expected, "the broken vault of {}", rule.id);
    }
}

#[test]
fn every_mended_vault_keeps_its_rule() {
    for rule in rules() {
        let standing = look(&rule.mended).standing();
        assert!(!standing.contains(&rule.id), "the mended vault of {}", rule.id);
    }
}

#[test]
fn every_edit_of_an_example_applies() {
    for rule in rules().filter(|rule| rule.id != WITHOUT_TEXT) {
        for example in [&rule.broken, &rule.mended] {
            let files = example.files();
            for edit in example.edits {
                if let Edit::Swap(path, _, new) = edit {
                    assert!(files.get(path).is_some_and(|text| text.contains(new)), "{}: {edit:?}", rule.id);
                }
            }
        }
        assert!(!rule.broken.edits.is_empty() || rule.broken.today != rule.mended.today, "{}", rule.id);
    }
}

#[test]
fn rules_are_in_order_and_told_in_full() {
    let ids: Vec<&str> = rules().map(|rule| rule.id).collect();
    let stage = |id: &str| Stage::ALL.iter().position(|stage| id.starts_with(stage.name));
    assert!(ids.is_sorted_by_key(|id| (stage(id), *id)), "{ids:?}");
    for rule in rules() {
        for text in [rule.title, rule.why, rule.applies, rule.mend] {
            assert!(!text.is_empty(), "{}", rule.id);
        }
        assert!(!rule.title.ends_with('.') && rule.title.len() < 70, "the title of {}", rule.id);
        assert!(rule.id.starts_with(rule.stage()) && rule.id.len() > rule.stage().len() + 1, "{}", rule.id);
    }
}

#[test]
fn a_rule_says_of_itself_whether_what_it_finds_has_a_day() {
    for rule in rules().filter(|rule| rule.id != WITHOUT_TEXT) {
        let looked = look(&rule.broken);
        let own = looked.checklist.findings.iter().filter(|finding| finding.rule == rule);
        let is_dated = own.map(|finding| finding.duty().is_some()).reduce(|one, other| one || other);
        assert_eq!(is_dated, Some(rule.finds == Finds::Duty), "{}", rule.id);
    }
}

#[test]
fn no_text_of_a_letter_has_to_be_looked_at_for_an_agenda() {
    let mut without = 0;
    for example in rules().flat_map(|rule| [&rule.broken, &rule.mended]) {
        let Looked { vault, diagnostics, checklist: all, today, .. } = look(example);
        let duties = checklist::find_beside_letters(&vault, &diagnostics, today);
        without += usize::from(duties.findings.len() < all.findings.len());
        let agenda = |checklist| format!("{:?}", agenda::plan(&vault, checklist, &[], today, 30));
        assert_eq!(agenda(&duties), agenda(&all), "{example:?}");
    }
    assert!(without > 0, "no example has a letter whose text breaks a rule");
}
