//! A search in which every duty that has a box is ended by ticking it, each evening, and nothing else is written.

use chrono::Days;
use interview_vault::checklist::example::{COMPANY, ROUND};

use super::{items, logged, swapped};
use crate::notes::day;

#[test]
fn a_whole_search_is_lived_by_ticking() {
    let promise = "## Promises\n- [ ] Send the kiln figures to [[Ines Falk]] 📅 2025-03-07\n\n## Log\n";
    let ally = "---\ntype: contact\nemail: liv@moe.example\ninfluences: [\"[[Harbour Glass]]\"]\n---\n";
    let mut vault = logged(promise).note("Contacts/Liv Moe.md", ally);
    vault = swapped(vault, ROUND, "check_in: email\n", "check_in: email\ncheck_in_on: 2025-03-11\n");
    vault = swapped(vault, ROUND, "other_steps: none", "other_steps: [two references]");
    vault = swapped(vault, COMPANY, "## Research\n", "## Needs\n- nobody trains the night crew\n\n## Research\n");
    let mut ticked = Vec::new();
    for later in 0..35 {
        let today = (day("2025-03-05") + Days::new(later)).to_string();
        vault = vault.today(&today);
        if today == "2025-04-02" {
            vault = swapped(vault, COMPANY, "status: waiting\n", "status: rejected\ndecided_on: 2025-04-02\n");
        }
        vault.run(&["agenda"]).fine();
        let agenda = vault.read("Agenda.md");
        assert!(!agenda.contains("[x]"), "{agenda}");
        // What has opened; what is only announced has not happened yet.
        let open = items(&vault).into_iter().filter(|item| item["state"] != "upcoming");
        let mut evening = agenda.clone();
        for item in open {
            let line = agenda.lines().find(|line| line.ends_with(item["id"].as_str().unwrap())).unwrap();
            if line.contains("- [ ] ") {
                evening = evening.replace(line, &line.replace("- [ ]", "- [x]"));
                ticked.push(format!("{today} {}", item["rule"].as_str().unwrap()));
            }
        }
        vault = vault.note("Agenda.md", &evening);
        vault.run(&["build"]).fine();
        let check = vault.run(&["check", "--format", "concise"]).out;
        for stage in [
            "thank/next-day",
            "thank/posted",
            "keep/",
            "wait/good-word",
            "wait/check-in",
            "chase/status",
            "chase/again",
            "answer/rejection",
        ] {
            assert!(!check.contains(stage), "{today}: {check}");
        }
    }
    assert_eq!(ticked.join("\n"), STORY.trim(), "{}", vault.read(ROUND));
}

/// What was ticked on which day.
const STORY: &str = "\
2025-03-05 thank/next-day
2025-03-05 thank/posted-letter
2025-03-05 keep/references
2025-03-05 thank/handwritten-card
2025-03-05 wait/good-word
2025-03-05 keep/promise
2025-03-11 wait/check-in
2025-03-11 wait/company-need
2025-03-17 chase/status
2025-03-24 chase/again
2025-04-02 answer/rejection
";
