//! A heading with a slip in it is hinted at: what stands below it would be lost without a word.

use interview_vault::checklist::example::{self, COMPANY, ME, ROUND, SOUND_DAY};
use interview_vault::diagnostic::Severity;

use crate::notes::Notes;

/// The sound vault with that text at the end of a note, which may be new.
fn with(path: &str, more: &str) -> Notes {
    let sound = Notes::sound(SOUND_DAY);
    let before = example::SOUND.iter().find(|(other, _)| *other == path).map_or("", |(_, text)| text);
    sound.note(path, &format!("{before}{more}"))
}

/// What is hinted of its bullets and headings: where, and what for.
fn hints(notes: &Notes) -> Vec<(String, String)> {
    let found = notes.look().checklist.findings;
    let found = found.iter().filter(|finding| finding.rule.id == "note/bullet");
    found
        .map(|finding| {
            assert_eq!(finding.severity, Some(Severity::Hint));
            (notes.text(&finding.path)[finding.span.range()].to_owned(), finding.message.clone())
        })
        .collect()
}

#[test]
fn a_heading_that_misses_a_known_one_is_named_with_it() {
    for (path, more, line, near) in [
        (ROUND, "## Promisses\n- [ ] Send references\n", "## Promisses", "Promises"),
        (ROUND, "\r\n# prepair\r\n- demo: none\r\n", "# prepair", "Prepare"),
        (COMPANY, "## Need\n- nobody counts the crates\n", "## Need", "Needs"),
        (ME, "\nAnswer\n------\n- Q: Why?\n", "Answer\n------", "Answers"),
    ] {
        let found = hints(&with(path, more));
        assert_eq!(found.len(), 1, "{more:?}: {found:?}");
        assert_eq!(found[0].0, line);
        assert!(found[0].1.ends_with(&format!("did you mean \"{near}\"?")), "{found:?}");
        let mended = more.replace(line, &format!("## {near}"));
        assert_eq!(hints(&with(path, &mended)), [], "{mended}");
    }
}

#[test]
fn headings_of_the_candidates_own_are_left_alone() {
    for (path, more) in [
        // It stands beside the section itself.
        (ROUND, "## Question\n"),
        // Near, but a word that begins otherwise.
        (COMPANY, "## Arrivals\n"),
        (COMPANY, "## Notes\n## Rivals of theirs\n"),
        // A posting has headings of its own, and is read with them.
        (COMPANY, "## Posting\nA supervisor.\n### Need\nStamina.\n"),
        (COMPANY, "## Posting\n### Research\n#### Need\nStamina.\n"),
        (ROUND, "```\n## Promisses\n```\n"),
        ("Zettel.md", "## Promisses\n"),
        ("Ally.md", "---\ntype: contact\nknows: \"[[Ines Falk]]\"\n---\n## Answer\n"),
    ] {
        assert_eq!(hints(&with(path, more)), [], "{path} {more:?}");
    }
}
