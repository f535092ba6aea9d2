//! Testimonials: short, word for word, with who said it and when, and only with leave.

use interview_vault::diagnostic::Severity::{Error, Warning};

use super::{POSTED, Told, full, rules, say};
use crate::notes::Notes;

const NOTE: &str = "Testimonials/Kiln saved.md";
const LINE: &str = "Per Holm, works manager at Ostby Tiles, wrote in 2023: “Rosa saved the kiln, twice.”";
const LONG: &str =
    "Rosa came on a Monday. By the Friday the kiln ran, the crew laughed, and nobody spoke of the old days.";

fn vault() -> Notes {
    full().swap(NOTE, "> Rosa saved the kiln, twice.", &format!("> {LONG}"))
}

fn quoted(vault: &Notes, line: &str) -> Vec<Told> {
    say(vault, "posted-letter", "", &POSTED.replace(LINE, line))
}

#[test]
fn letter_quote_wants_the_very_words() {
    for (words, is_fine) in [
        (LONG, true),
        ("By the Friday the kiln ran, the crew laughed", true),
        ("Rosa came on a Monday … nobody spoke of the old days", true),
        ("Rosa came on a Monday ... the crew laughed", true),
        ("Rosa came on a Monday […] the crew laughed", true),
        ("rosa came on a monday", true),
        ("Rosa came on a Tuesday. By the Friday the kiln ran", false),
        ("Rosa came on a Monday, the crew laughed", false),
        ("the crew laughed … Rosa came on a Monday", false),
        ("Rosa came … the kiln ran … the crew laughed", false),
        ("Rosa is the best kiln hand of them all", false),
    ] {
        for line in [
            format!("Per Holm, works manager at Ostby Tiles, wrote in 2023: “{words}”"),
            format!("Per Holm, works manager at Ostby Tiles, wrote in 2023:\n\n> {words}\n"),
            format!("Per Holm, works manager at Ostby Tiles, wrote in 2023: \"{words}\""),
        ] {
            let told = quoted(&vault(), &line);
            assert_eq!(rules(&told), if is_fine { vec![] } else { vec!["letter/quote"] }, "{line}");
            assert!(
                told.iter().all(|(_, severity, place)| *severity == Warning && words.contains(place.trim())),
                "{told:?}"
            );
        }
    }
}

#[test]
fn letter_quote_wants_role_or_house_and_the_year_within_two_lines() {
    let words = "“By the Friday the kiln ran, the crew laughed”";
    for (line, is_fine) in [
        (format!("A works manager wrote in 2023: {words}"), true),
        (format!("From Ostby Tiles, 2023: {words}"), true),
        (format!("{words}\nPer Holm,\nworks manager, 2023"), true),
        (format!("Per Holm wrote in 2023: {words}"), false),
        (format!("Per Holm, works manager, wrote: {words}"), false),
        (format!("Per Holm, works manager, wrote in 2021: {words}"), false),
        (format!("Per Holm, works manager at Ostby Tiles, in 2023.\n\nOne.\n\nTwo.\n\n{words}"), false),
    ] {
        let told = quoted(&vault(), &line);
        assert_eq!(rules(&told), if is_fine { vec![] } else { vec!["letter/quote"] }, "{line}");
    }
    let undated = vault().swap(NOTE, "given_on: 2023\n", "");
    assert_eq!(quoted(&undated, &format!("Per Holm, works manager, wrote: {words}")), []);
}

#[test]
fn letter_quote_wants_it_short_and_allowed() {
    let line = format!("Per Holm, works manager at Ostby Tiles, wrote in 2023: “{LONG}”");
    let short = vault().note("vault.toml", "[letters]\nquote_words = 21\n");
    assert_eq!(quoted(&short, &line), []);
    let shorter = vault().note("vault.toml", "[letters]\nquote_words = 20\n");
    assert_eq!(rules(&quoted(&shorter, &line)), ["letter/quote"]);
    let silent = vault().swap(NOTE, "may_quote: true\n", "");
    assert_eq!(quoted(&silent, &line), []);
    let forbidden = vault().swap(NOTE, "may_quote: true", "may_quote: false");
    assert_eq!(
        quoted(&forbidden, &line).first().map(|(rule, severity, _)| (*rule, *severity)),
        Some(("letter/quote", Error))
    );
}

#[test]
fn letter_quote_leaves_other_quotations_alone() {
    for line in
        ["You spoke of “next week”.", "The sign said “Mind the melt and the men who make it”.", "She said ‘Rosa came’."]
    {
        assert_eq!(quoted(&vault(), line), [], "{line}");
    }
}
