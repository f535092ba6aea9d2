//! How much of what the checklist asks is done: counted by asking the checklist itself.

use interview_vault::checklist::example::{COMPANY, Edit, Example, ROUND};
use interview_vault::checklist::{self, Weight};
use interview_vault::status::{Coverage, StageCoverage};

use crate::notes::day;
use crate::status::Seen;

/// Rules that only find what should not have been done, or what only a decision ends: nothing can be done for them
/// beforehand, so that they are either missing or not asked.
const NEVER_DONE: [&str; 13] = [
    "prepare/certain",
    "prepare/clash",
    "prepare/effort",
    "thank/own-letter",
    "wait/too-soon",
    "wait/channel",
    "wait/advisor-call",
    "wait/crowding",
    "wait/unanswered",
    "chase/again",
    "chase/decider-call",
    "chase/stuck",
    "answer/offer",
];

fn counts(stages: &[StageCoverage], id: &str) -> [usize; 5] {
    let mut rules = stages.iter().flat_map(|stage| &stage.rules);
    let counts = rules.find(|rule| rule.rule.id == id).map(|rule| rule.counts).unwrap_or_default();
    [counts.done, counts.declined, counts.waived, counts.open, counts.missing]
}

#[test]
fn what_a_rule_s_example_breaks_is_not_done_and_what_mends_it_is() {
    let asking =
        |rule: &&&checklist::Rule| !matches!(rule.stage(), "note" | "letter") && rule.weight != Weight::AgendaOnly;
    let rules: Vec<&checklist::Rule> = checklist::rules().collect();
    let mut never = Vec::new();
    for rule in rules.iter().filter(asking) {
        let stages = |example: &Example| Seen::new(example.today, example.edits).with(Coverage::new).stages;
        let [.., open, missing] = counts(&stages(&rule.broken), rule.id);
        assert!(open + missing > 0, "{} broken", rule.id);
        let [done, declined, waived, open, missing] = counts(&stages(&rule.mended), rule.id);
        assert_eq!(missing, 0, "{} mended", rule.id);
        if done + declined + waived + open == 0 && !NEVER_DONE.contains(&rule.id) {
            never.push(rule.id);
        }
    }
    assert_eq!(never, [""; 0], "what mends them does not count as done");
}

#[test]
fn a_thing_asked_counts_once_and_first_as_missing_then_waived_then_declined() {
    const NO_SUPPORT: Edit = Edit::Swap(ROUND, "- support: yes\n", "");
    const WAIVED: Edit = Edit::Swap(ROUND, "round: 1\n", "round: 1\nwaive: [close/support because he left the firm]\n");
    let cases: &[(&'static [Edit], [usize; 5])] = &[
        (&[], [1, 0, 0, 0, 0]),
        (&[NO_SUPPORT], [0, 0, 0, 0, 1]),
        (&[NO_SUPPORT, WAIVED], [0, 0, 1, 0, 0]),
        (&[WAIVED], [1, 0, 0, 0, 0]),
        (&[Edit::Swap(ROUND, "support: yes", "support: declined")], [0, 1, 0, 0, 0]),
        (&[Edit::Swap(ROUND, "support: yes", "support: missed")], [0, 0, 0, 0, 1]),
        // Of an application that is over nothing is asked.
        (&[Edit::Swap(COMPANY, "waiting", "closed")], [0, 0, 0, 0, 0]),
    ];
    for (edits, expected) in cases {
        let stages = Seen::new("2025-03-06", edits).with(Coverage::new).stages;
        assert_eq!(counts(&stages, "close/support"), *expected, "{edits:?}");
    }
}

#[test]
fn what_is_missing_is_what_check_shows() {
    let edits: &[Edit] = &[
        Edit::Swap(ROUND, "- clear: yes\n", ""),
        Edit::Swap(
            ROUND,
            "- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n",
            "",
        ),
    ];
    let seen = Seen::new("2025-03-07", edits);
    let shown = seen.checklist.findings.iter().filter(|finding| finding.is_shown(day("2025-03-07")));
    let shown = shown.filter(|finding| finding.rule.stage() != "note").count();
    let missing: usize = seen.with(Coverage::new).stages.iter().map(|stage| stage.counts.missing).sum();
    assert_eq!(missing, shown);
    assert!(missing > 2, "doubts and thanks");
}
