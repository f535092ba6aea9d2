//! `sent_on` written into a letter by hand, in any editor.

use interview_vault::checklist::example::ROUND;

use super::{built, items, logged, swapped};
use crate::desk::TestVault;
use crate::notes::Notes;

const LIV: &str = "Contacts/Liv Moe.md";
const ALLY: &str = "---\ntype: contact\nemail: liv@moe.example\ninfluences: [\"[[Harbour Glass]]\"]\n---\n";
const REQUEST: &str = "---\ntype: letter\ndocument: good-word-request\ncompany: \"[[Harbour Glass]]\"\n\
                       to: \"[[Liv Moe]]\"\nsent_on: 2025-03-05\n---\nDear Liv\n";

fn open(vault: &TestVault, rule: &str) -> Vec<String> {
    let items = items(vault).into_iter().filter(|item| item["rule"] == rule);
    items.map(|item| item.to_string()).collect()
}

#[test]
fn a_promise_ends_with_its_cover_and_no_other_does() {
    let promises = "## Promises\n- [ ] Send the kiln figures to [[Ines Falk]] 📅 2025-03-06\n\
                    - [ ] Send a map to [[Ines Falk]] 📅 2025-03-06\n\n";
    let vault = built(logged(&format!("{promises}{}", super::LOG)));
    let covers: Vec<String> = vault.files().into_keys().filter(|path| path.contains("promise-cover")).collect();
    let map = covers.iter().find(|path| vault.read(path).contains("map")).unwrap().clone();
    let round = vault.read(ROUND);
    assert_eq!((covers.len(), open(&vault, "keep/promise").len()), (2, 2));
    let vault = built(swapped(vault, &map, "sent_on:\n", "sent_on: 2025-03-05\n"));
    let left = open(&vault, "keep/promise");
    assert!(left.len() == 1 && left[0].contains("kiln"), "{left:?}");
    assert_eq!(vault.read(ROUND), round, "the box is the candidate's");
    assert!(covers.iter().all(|path| vault.files().contains_key(path)), "{covers:?}");
    let status = vault.run(&["status", "--promises"]).fine().out;
    assert!(status.contains("map") && status.contains("kiln"), "{status}");

    // Ticked by hand too, it is still that one which is kept.
    let vault = swapped(vault, ROUND, "- [ ] Send a map", "- [x] Send a map");
    assert_eq!(open(&vault, "keep/promise"), left);
}

#[test]
fn where_nothing_tells_two_promises_apart_both_stay() {
    let promises = "## Promises\n- [ ] Send the kiln figures to [[Ines Falk]] 📅 2025-03-06\n\
                    - [ ] Send a map to [[Ines Falk]] 📅 2025-03-06\n\n## Log\n";
    let cover = "---\ntype: letter\ndocument: promise-cover\ncompany: \"[[Harbour Glass]]\"\n\
                 for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on: 2025-03-05\n---\nHere you are\n";
    let sound = || Notes::sound("2025-03-05").swap(ROUND, "## Log\n", promises).note("Letters/x.md", cover);
    assert_eq!(sound().look().of("keep/promise").len(), 2);
    let told = sound().swap("Letters/x.md", "Here you are", "Here is the map");
    assert_eq!(told.look().of("keep/promise").len(), 1);
    for (from, to) in [
        ("sent_on: 2025-03-05", "sent_on: 2025-03-06"),
        ("to: \"[[Ines Falk]]\"", "to: \"[[Olaf Berg]]\""),
        ("promise-cover", "thank-you-email"),
        ("sent_on: 2025-03-05", "sent_on: 2025-03-05\ndue: 2025-03-09"),
    ] {
        let other = told.clone().swap("Letters/x.md", from, to);
        assert_eq!(other.look().of("keep/promise").len(), 2, "{to}");
    }
}

#[test]
fn an_ally_is_asked_with_the_letter_and_thanked_later() {
    let sound = || Notes::sound("2025-03-06").note(LIV, ALLY);
    assert_eq!(sound().look().of("wait/good-word").len(), 1);
    let sent = || sound().note("Letters/x.md", REQUEST);
    assert_eq!(sent().look().of("wait/good-word").len(), 0);
    for (from, to) in [("sent_on: 2025-03-05", "sent_on: 2025-03-07"), ("[[Liv Moe]]\"\n", "[[Ines Falk]]\"\n")] {
        assert_eq!(sent().swap("Letters/x.md", from, to).look().of("wait/good-word").len(), 1, "{to}");
    }
    let decided = |notes: Notes| {
        let company = interview_vault::checklist::example::COMPANY;
        notes.today("2025-03-11").swap(company, "status: waiting\n", "status: rejected\ndecided_on: 2025-03-07\n")
    };
    assert_eq!(decided(sound()).look().of("answer/ally").len(), 0);
    assert_eq!(decided(sent()).look().of("answer/ally").len(), 1);
}
