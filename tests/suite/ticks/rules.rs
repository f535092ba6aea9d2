//! Every rule whose duty can be ticked, and what the tick writes.

use std::collections::BTreeSet;

use interview_vault::checklist::example::{ROUND, SOUND_DAY};
use interview_vault::checklist::{Rule, rules};

use super::{built, id_of, items, swapped};
use crate::desk::TestVault;
use crate::notes::Notes;

/// The rule, and the line that its tick leaves: in the note of that path, or whose path begins like that.
const TABLE: &[(&str, &str, &str)] = &[
    ("thank/handwritten-card", "Letters/2025-03-04 Ines Falk thank-you-card", "sent_on: DAY"),
    ("thank/next-day", "Letters/2025-03-04 Ines Falk thank-you-email", "sent_on: DAY"),
    ("thank/posted-letter", ROUND, "- DAY post thank-you to [[Ines Falk]]"),
    ("keep/promise", ROUND, "- [x] Send the furnace log to [[Ines Falk]] 📅 2025-03-05 ✅ DAY"),
    ("keep/references", ROUND, "- DAY email good-word: briefed my referees"),
    ("wait/check-in", "Letters/2025-03-04 Ines Falk check-in", "sent_on: DAY"),
    ("wait/company-need", ROUND, "- DAY email proposal to [[Ines Falk]]"),
    ("wait/good-word", "Contacts/Liv Moe", "asked_on: DAY"),
    ("chase/again", "Letters/2025-03-04 Ines Falk status-request", "sent_on: DAY"),
    ("chase/decider-call", ROUND, "- DAY phone decision-call with [[Ines Falk]]"),
    ("chase/status", "Letters/2025-03-04 Ines Falk status-request", "sent_on: DAY"),
    ("answer/rejection", "Letters/2025-03-04 Ines Falk rejection-thanks", "sent_on: DAY"),
];

/// The smallest vault that breaks the rule, on disk, its agenda made.
fn broken(rule: &Rule) -> TestVault {
    let files = rule.broken.files();
    let vault = files.iter().fold(TestVault::new(), |vault, (path, text)| vault.note(path, text));
    built(vault.today(rule.broken.today))
}

/// Whether the smallest vault that breaks the rule has a duty of it that can be ticked.
fn has_box(rule: &Rule) -> bool {
    let start = Notes::new(rule.broken.today);
    let looked = rule.broken.files().iter().fold(start, |notes, (path, text)| notes.note(path, text)).look();
    looked.of(rule.id).iter().any(|finding| finding.duty().is_some_and(|duty| duty.can_tick))
}

#[test]
fn a_tick_ends_every_duty_that_has_a_box() {
    let mut seen = BTreeSet::new();
    for rule in rules().filter(|rule| has_box(rule)) {
        seen.insert(rule.id);
        let Some((_, path, expected)) = TABLE.iter().find(|(known, ..)| *known == rule.id) else {
            panic!("{} can be ticked, and nothing is said of what that writes", rule.id)
        };
        let vault = broken(rule);
        let id = id_of(&vault, rule.id);
        let agenda = vault.read("Agenda.md");
        let line = agenda.lines().find(|line| line.ends_with(&id)).unwrap();
        let ticked = swapped(vault, "Agenda.md", line, &line.replace("- [ ]", "- [x]"));
        ticked.run(&["build"]).fine();
        let note = ticked.files().into_keys().find(|note| note.starts_with(path)).unwrap();
        let expected = expected.replace("DAY", rule.broken.today);
        assert!(ticked.read(&note).lines().any(|line| line == expected), "{}:\n{}", rule.id, ticked.read(&note));
        assert!(items(&ticked).iter().all(|item| item["id"] != *id), "{} still stands", rule.id);
    }
    assert_eq!(seen, TABLE.iter().map(|(rule, ..)| *rule).collect());
}

#[test]
fn a_mended_day_has_nothing_to_tick() {
    let vault = built(TestVault::sound().today(SOUND_DAY));
    assert!(!vault.read("Agenda.md").contains("[ ]"), "{}", vault.read("Agenda.md"));
}
