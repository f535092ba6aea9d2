//! `vault find`: what was said about something, to whom, by whom, and when.

use interview_vault::checklist::example::{COMPANY, Edit, ROUND};
use interview_vault::cli::Exit;
use interview_vault::status::{self, Hit};
use serde_json::Value;

use crate::notes::day;
use crate::status::{Seen, told};

const NOTES: &[Edit] = &[
    Edit::Swap(
        ROUND,
        "- to win: meet the works manager\n",
        "- to win: meet the works manager\n- advice: bring the furnace book\n- about [[Ove Lund]]: paints furnaces in oil\n",
    ),
    Edit::Swap(
        ROUND,
        "## Log\n",
        "## Promises\n- [ ] Send the furnace book 📅 2025-03-07\n\n## Log\n- 2025-03-08 email status: is the furnace lit\n",
    ),
    Edit::Write(
        "Letters/sent.md",
        "---\ntype: letter\ndocument: thank-you-email\ncompany: \"[[Harbour Glass]]\"\nfor_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on: 2025-03-05\n---\nDear Ines Falk,\n\nThank you. I keep thinking\nof the furnaces.\n",
    ),
    Edit::Write(
        "Letters/draft.md",
        "---\ntype: letter\ndocument: thank-you-card\ncompany: \"[[Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\n---\nThe furnace, again.\n",
    ),
];

fn found(words: &str) -> Vec<Hit> {
    Seen::new("2025-03-10", NOTES).with(|basis| status::find(basis, words))
}

#[test]
fn a_word_is_found_wherever_it_was_said_newest_first() {
    let told: Vec<String> = found("FURNACES!")
        .iter()
        .map(|hit| {
            let date = hit.date.map(|date| date.format("%m-%d").to_string()).unwrap_or_default();
            format!("{date} {} {} {}:{}", hit.kind.name(), hit.people.join("+"), hit.place.path, hit.place.line)
        })
        .collect();
    assert_eq!(
        told,
        [
            "03-08 log Ines Falk Rounds/2025-03-04 Harbour Glass.md:46",
            "03-05 research  Companies/Harbour Glass.md:17",
            "03-05 letter Ines Falk Letters/sent.md:11",
            "03-04 advice Ines Falk Rounds/2025-03-04 Harbour Glass.md:35",
            "03-04 about Ines Falk Rounds/2025-03-04 Harbour Glass.md:36",
            "03-04 promise Ines Falk Rounds/2025-03-04 Harbour Glass.md:43",
        ],
        "a draft was said to nobody"
    );
}

#[test]
fn all_words_must_be_there_and_names_count() {
    for (words, expected) in [
        ("second furnace", vec!["a second furnace opens in May"]),
        ("furnace may harbour", vec!["a second furnace opens in May"]),
        ("second kiln", vec![]),
        ("glass done well", vec!["Why glass? Because one sees at once whether it was done well"]),
        ("eleven shifts", vec!["led two shifts of eleven people"]),
        ("clocks", vec!["mends clocks"]),
        // A plural and its singular are one word.
        ("night lose melts", vec!["night shifts lose melts"]),
        ("melts crew ines", vec!["how the night crew reads the colour of the melt"]),
        ("ove oil", vec!["Ove Lund: paints furnaces in oil"]),
        ("is", vec!["is the furnace lit"]),
        ("…", vec![]),
    ] {
        let texts: Vec<String> = found(words).into_iter().map(|hit| hit.text).collect();
        assert_eq!(texts, expected, "{words:?}");
    }
}

#[test]
fn a_key_fact_counts_for_those_who_were_told() {
    let hits = found("eleven");
    assert_eq!((hits[0].people.as_slice(), hits[0].date), (&["Ines Falk".to_owned()][..], Some(day("2025-03-04"))));
    let untold = Seen::new("2025-03-10", &[Edit::Swap(ROUND, "- shifts\n", "")]);
    assert!(untold.with(|basis| status::find(basis, "eleven")).is_empty());
}

#[test]
fn finding_nothing_is_said_and_is_no_error() {
    let (exit, out, err) = told(&[], &["find", "zebra", "crossing"]);
    assert_eq!((exit, err.as_str()), (Exit::Fine, ""));
    assert!(out.starts_with("nothing about \"zebra crossing\""), "{out}");
    let (exit, out, _) = told(&[], &["find", "zebra", "--format", "json"]);
    assert_eq!(
        (exit, out.as_str()),
        (Exit::Fine, "{\"version\":1,\"today\":\"2025-03-06\",\"words\":\"zebra\",\"hits\":[]}\n")
    );
    for args in [&["find"][..], &["find", "!?"]] {
        let (exit, out, err) = told(&[], args);
        assert_eq!((exit, out.as_str(), err.is_empty()), (Exit::Failed, "", false), "{args:?}");
    }
}

#[test]
fn people_see_the_day_the_hearer_and_the_place() {
    let edits: &'static [Edit] = &[Edit::Swap(COMPANY, "a second furnace opens in May", "a second\u{202e} furnace")];
    let (_, out, _) = told(edits, &["find", "crew"]);
    assert_eq!(
        out,
        "1 line about \"crew\"\n\nTue 4 Mar · Harbour Glass round 1 · Ines Falk\n  moment: how the night crew reads the colour of the melt\n    Rounds/2025-03-04 Harbour Glass.md:30\n"
    );
    let (_, out, _) = told(edits, &["find", "second", "furnace"]);
    assert!(out.contains("\\u{202e}"), "{out}");
    let (_, out, _) = told(edits, &["find", "second", "furnace", "--format", "json"]);
    let value: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(value["hits"][0]["kind"], "research");
    assert!(out.contains("\\u202e"), "{out}");
}

#[test]
fn what_was_prepared_and_noted_in_a_hurry_is_found_too() {
    const NOTES: &[Edit] = &[
        Edit::Swap(ROUND, "## Log\n", "## Scrawl\n- tuesday or wednesday\n- the annealing oven again\n\n## Log\n"),
        Edit::Swap(ROUND, "## Questions\n", "## Prepare\n- extra mile: an annealing chart\n\n## Questions\n"),
        Edit::Swap(
            COMPANY,
            "## Research\n",
            "## Needs\n- annealing takes a night\n\n## Rivals\n- two with years of annealing\n\n## Research\n",
        ),
    ];
    let hits = Seen::new("2025-03-10", NOTES).with(|basis| status::find(basis, "annealing"));
    let told: Vec<String> = hits.iter().map(|hit| format!("{}: {}", hit.kind.name(), hit.text)).collect();
    assert_eq!(
        told,
        [
            "prepared: extra mile: an annealing chart",
            "scrawl: the annealing oven again",
            "need: annealing takes a night",
            "rival: two with years of annealing",
        ]
    );
}
