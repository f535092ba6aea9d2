//! Single changes, of which it is known that they can be taken in, or cannot.

use std::collections::BTreeSet;

use interview_vault::checklist::Reach;
use interview_vault::model::{NoteId, Vault};
use interview_vault::parse::Reading;

use super::{Files, Looked, ReachOf, difference, files, reach_of};
use crate::notes::day;

/// Edits that are taken in, with whose findings they change.
const TELLING: [(&str, &str, &str); 8] = [
    ("Letters/Ida.md", "sent_on:", "sent_on: 2025-03-05"),
    ("Letters/Kiln plans.md", "sent_on:", "sent_on: 2025-03-05"),
    ("Rounds/Kiln 1.md", "- moment: the Kiln\n", ""),
    ("Rounds/Kiln 1.md", "[[Kiln]]", "[[Loom]]"),
    ("Companies/Loom.md", "waiting", "rejected"),
    ("Letters/Loom thanks.md", "sent_on:", "sent_on: 2025-03-05"),
    ("Interviewers/Una Berg.md", "hiring_role: decider", "email: una@kiln.example"),
    ("Contacts/Ida.md", "[[Kiln]]", "[[Loom]]"),
];

/// Makes the change; whether it was taken in, and whether it was told that nothing differs from a fresh look.
fn taken_in(change: impl Fn(&mut Files), reach: ReachOf) -> (bool, bool) {
    let (mut files, today) = (files(), day("2025-03-06"));
    let mut kept = Looked::new(&files, today);
    let before = files.clone();
    change(&mut files);
    assert_ne!(Looked::new(&before, today).said(today), Looked::new(&files, today).said(today), "it changes nothing");
    let is_taken = kept.take_in(&before, &files, today, reach);
    (is_taken, kept.said(today) == Looked::new(&files, today).said(today))
}

#[test]
fn an_edit_is_taken_in_without_reading_all_anew() {
    for (path, old, new) in TELLING.into_iter().chain(OF_PEOPLE) {
        let edit = |files: &mut Files| drop(files.insert(path.to_owned(), files[path].replace(old, new)));
        assert_eq!(taken_in(edit, reach_of), (true, true), "{path}: {new}");
    }
}

/// Edits that are taken in, of people: those are concerned who name them, and who name those that name them.
const OF_PEOPLE: [(&str, &str, &str); 5] = [
    ("Interviewers/Una Berg.md", "type: interviewer", "type: interviewer\nname_prefix: Ms"),
    ("Interviewers/Una Berg.md", "type: interviewer", "type: interviewer\npost_address: [Kiln Lane 1, Norby]"),
    ("Interviewers/Nora Falk.md", "[[Loom]]", "[[Kiln]]"),
    ("Contacts/Ida.md", "type: contact", "type: contact\nagreed: no"),
    ("Contacts/Max.md", "[[Nora Falk]]", "[[Una Berg]]"),
];

/// Notes that come, go or move, and are taken in: the old path, the new one.
const MOVES: [(Option<&str>, Option<&str>); 8] = [
    (None, Some("Interviewers/Tom Beck.md")),
    (None, Some("Companies/Aa.md")),
    (None, Some("Zettel.md")),
    (Some("Rounds/Kiln 1.md"), None),
    (Some("Companies/Kiln.md"), None),
    (Some("Interviewers/Una Berg.md"), None),
    (Some("Letters/Loom thanks.md"), Some("A.md")),
    (Some("Companies/Loom.md"), Some("Companies/Broom.md")),
];

fn moved(files: &mut Files, (from, to): (Option<&str>, Option<&str>)) {
    let text = from.and_then(|from| files.remove(from));
    let new = || "---\ntype: interviewer\nhiring_role: decider\n---\n".to_owned();
    files.extend(to.map(|to| (to.to_owned(), text.unwrap_or_else(new))));
}

#[test]
fn a_note_that_comes_goes_or_moves_is_taken_in_without_reading_all_anew() {
    for one in MOVES {
        assert_eq!(taken_in(|files| moved(files, one), reach_of), (true, true), "{one:?}");
    }
}

#[test]
fn a_note_that_becomes_another_kind_is_taken_in() {
    for (path, old, new) in [
        ("Interviewers/Una Berg.md", "interviewer", "contact"),
        ("Rounds/Kiln 1.md", "type: round", "type: [round"),
        ("Interviewers/Una Berg.md", "type: interviewer", "alias: Uni\ntype: interviewer"),
        ("Companies/Loom.md", "type: company", "type: letter"),
    ] {
        let edit = |files: &mut Files| drop(files.insert(path.to_owned(), files[path].replace(old, new)));
        assert_eq!(taken_in(edit, reach_of), (true, true), "{path}: {new}");
    }
}

/// A word that is nearly a name is a slip, but where a note has it in its name.
#[test]
fn a_name_that_comes_or_goes_is_heard_of_in_all_letters() {
    let today = day("2025-03-06");
    let mut before = files();
    let letter = before["Letters/Kiln thanks.md"].replace("Thank you.", "Thank you for what Bergh said.");
    before.insert("Letters/Kiln thanks.md".to_owned(), letter);
    let mut after = before.clone();
    after.insert("Bergh.md".to_owned(), String::new());
    let slips = |files: &Files| Looked::new(files, today).said(today).matches("nearly, and not quite").count();
    assert_ne!(slips(&before), slips(&after));
    for (before, after) in [(&before, &after), (&after, &before)] {
        let mut kept = Looked::new(before, today);
        assert!(kept.take_in(before, after, today, reach_of));
        assert_eq!(difference(&kept, &Looked::new(after, today), today), None);
    }
}

/// A link to one of two notes of one name is no plain link.
#[test]
fn a_second_note_of_a_name_is_not_taken_in() {
    let (is_taken, _) = taken_in(|files| moved(files, (None, Some("Contacts/Una Berg.md"))), reach_of);
    assert!(!is_taken);
}

/// The law can fail: where too few are looked at again, it shows.
#[test]
fn too_narrow_a_look_is_noticed() {
    let narrow = |_: NoteId, _: &Vault, _: &Reading| Reach::Only(BTreeSet::new());
    let is_noticed = |change: &dyn Fn(&mut Files)| !taken_in(change, narrow).1;
    let edits = TELLING.iter().filter(|(path, old, new)| {
        is_noticed(&|files| drop(files.insert((*path).to_owned(), files[*path].replace(old, new))))
    });
    assert!(edits.count() >= 6);
    let moves = MOVES.iter().filter(|one| is_noticed(&|files| moved(files, **one)));
    assert!(moves.count() >= 1);
}

/// So is one at a person's own application alone, beside those that name them.
#[test]
fn a_look_that_forgets_who_names_a_person_is_noticed() {
    let own = |note: NoteId, vault: &Vault, _: &Reading| Reach::of(note, vault, &|_| Vec::new());
    for (path, old, new) in &OF_PEOPLE[..2] {
        let edit = |files: &mut Files| drop(files.insert((*path).to_owned(), files[*path].replace(old, new)));
        assert_eq!(taken_in(edit, own), (true, false), "{path}: {new}");
    }
}
