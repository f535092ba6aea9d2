//! Laws that hold whatever is ticked, on whatever day of a search.

use std::collections::BTreeMap;

use chrono::Days;
use interview_vault::start;
use proptest::prelude::*;
use serde_json::Value;

use super::{built, items, notes};
use crate::desk::TestVault;
use crate::notes::day;

/// What somebody does to a box.
#[derive(Clone, Copy, Debug)]
enum Mark {
    Leave,
    Tick(char),
    /// Ticked, with so many days before today behind it.
    Dated(u64),
}

fn mark() -> impl Strategy<Value = Mark> {
    prop_oneof![
        2 => Just(Mark::Leave),
        6 => prop::sample::select(vec!['x', 'X']).prop_map(Mark::Tick),
        1 => prop::sample::select(vec!['-', '/', '>']).prop_map(Mark::Tick),
        2 => (0_u64..12).prop_map(Mark::Dated),
    ]
}

/// The invented search, so many days after the one it is told on.
fn example(later: u64) -> (TestVault, String) {
    let today = (start::REFERENCE + Days::new(later)).to_string();
    let files = start::example(start::REFERENCE);
    let vault = files.iter().fold(TestVault::new(), |vault, (path, text)| vault.note(path, text));
    (built(vault.today(&today)), today)
}

/// The agenda with its boxes marked in turn.
fn marked(agenda: &str, marks: &[Mark], today: &str) -> String {
    let mut marks = marks.iter().cycle();
    let line = |line: &str| match line.contains("- [ ] ").then(|| *marks.next().unwrap()) {
        None | Some(Mark::Leave) => line.to_owned(),
        Some(Mark::Tick(mark)) => line.replacen("- [ ]", &format!("- [{mark}]"), 1),
        Some(Mark::Dated(ago)) => {
            let done = day(today) - Days::new(ago);
            let (words, id) = line.rsplit_once(" ^").unwrap();
            format!("{} ✅ {done} ^{id}", words.replacen("- [ ]", "- [x]", 1))
        }
    };
    agenda.lines().map(line).map(|line| line + "\n").collect()
}

/// The ids of the boxes that hold a mark.
fn ticks(agenda: &str) -> Vec<&str> {
    let is_ticked = |line: &&str| {
        let mut mark = line.trim_start().strip_prefix("- [").unwrap_or_default().chars();
        mark.next().is_some_and(|mark| mark != ' ') && mark.next() == Some(']')
    };
    agenda.lines().filter(is_ticked).map(|line| line.rsplit_once('^').unwrap().1).collect()
}

/// Each line, and how often it stands in the file.
fn lines(text: &str) -> BTreeMap<&str, usize> {
    text.lines().fold(BTreeMap::new(), |mut lines, line| {
        *lines.entry(line).or_default() += 1;
        lines
    })
}

/// The lines that are gone from a note, each of which may only have been ticked or dated.
fn gone<'t>(before: &'t str, after: &'t str) -> Vec<&'t str> {
    let after = lines(after);
    lines(before)
        .into_iter()
        .filter(|(line, count)| after.get(line).is_none_or(|left| left < count))
        .map(|(line, _)| line)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_tick_ends_its_duty_or_says_why_not(later in 0_u64..45, marks in prop::collection::vec(mark(), 1..12)) {
        let (vault, today) = example(later);
        let standing: BTreeMap<String, Value> =
            items(&vault).into_iter().map(|item| (item["id"].as_str().unwrap().to_owned(), item)).collect();
        let agenda = marked(&vault.read("Agenda.md"), &marks, &today);
        let before = notes(&vault);
        let vault = vault.note("Agenda.md", &agenda);
        let ran = vault.run(&["build"]);

        // A tick is gone with its duty, or with the days it had; or it stays, and a word stands below it.
        let rebuilt = vault.read("Agenda.md");
        let left = ticks(&rebuilt);
        let words = rebuilt.matches("- not recorded: ").count();
        prop_assert_eq!(left.len(), words, "{}", rebuilt);
        let now = items(&vault);
        for id in ticks(&agenda).into_iter().filter(|id| !left.contains(id)) {
            let old = &standing[id];
            let still = now.iter().find(|item| item["id"] == *id);
            prop_assert!(still.is_none_or(|item| (&item["opens"], &item["due"]) != (&old["opens"], &old["due"])), "{old:#}");
        }

        // No word of a note is lost: lines are added, and each tick changes one.
        let after = notes(&vault);
        for (path, old) in &before {
            let Some(new) = after.get(path) else {
                prop_assert!(path.starts_with("Letters/"), "{path} is gone");
                continue;
            };
            let is_draft = old.contains("\nfingerprint: ");
            for line in gone(old, new).into_iter().filter(|_| !is_draft || new.contains("\nsent_on: 2")) {
                prop_assert!(line.contains("- [ ] ") || line.starts_with("sent_on:") || line.starts_with("asked_on:"), "{path}: {line}");
            }
        }

        // Once is enough.
        let files = vault.files();
        let again = vault.run(&["build"]);
        for (path, text) in vault.files() {
            prop_assert_eq!(Some(&text), files.get(&path), "{}", path);
        }
        prop_assert_eq!(vault.files().len(), files.len());
        prop_assert_eq!(again.exit, ran.exit);
    }
}
