//! Whether a letter may go out.

use interview_vault::checklist::{self, Finding, Rule};
use interview_vault::diagnostic::Severity;
use interview_vault::letters::obstacles;
use interview_vault::text::Span;

use crate::notes::{Looked, Notes};

const LETTER: &str = "Letters/letter.md";

fn letter(document: &str, body: &str) -> Looked {
    let note = format!(
        "---\ntype: letter\ndocument: {document}\ncompany: \"[[Harbour Glass]]\"\n\
         for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\n---\n\n{body}\n"
    );
    Notes::sound("2025-03-06").note(LETTER, &note).look()
}

/// What a rule of that id would say of a letter.
fn finding(looked: &Looked, id: &'static str, severity: Severity, path: &str) -> Finding {
    let rule: &'static Rule = Box::leak(Box::new(Rule { id, ..*checklist::rule("note/field").unwrap() }));
    let note = looked.vault.letters[0].note;
    Finding { path: path.into(), ..Finding::fault(rule, severity, &looked.vault, note, Span::new(0, 1), "it is wrong") }
}

#[test]
fn blanks_keep_a_letter_back_and_a_whole_one_may_go() {
    let looked = letter("thank-you-email", "Dear ⟨their name⟩,\n\n⟨one thing⟩");
    assert_eq!(obstacles(&looked.vault, &looked.checklist, &looked.vault.letters[0]), ["2 blanks are still to fill"]);
    let looked = letter("thank-you-email", "Dear Ines Falk,\n\nThank you for your time.");
    let found = obstacles(&looked.vault, &looked.checklist, &looked.vault.letters[0]);
    assert!(!found.iter().any(|why| why.contains("blank")), "{found:?}");
    let looked = letter("prep-sheet", "⟨a word on night shifts⟩");
    assert!(obstacles(&looked.vault, &looked.checklist, &looked.vault.letters[0]).is_empty());
}

#[test]
fn errors_of_its_own_keep_a_letter_back_and_nothing_else_does() {
    let mut looked = letter("thank-you-card", "Dear Ines Falk, thank you for your time.");
    let of = |looked: &Looked| obstacles(&looked.vault, &looked.checklist, &looked.vault.letters[0]);
    let before = of(&looked);
    let beside = [
        finding(&looked, "letter/vague", Severity::Warning, LETTER),
        finding(&looked, "note/field", Severity::Error, LETTER),
        finding(&looked, "letter/private", Severity::Error, "Letters/another.md"),
    ];
    looked.checklist.findings.extend(beside);
    assert_eq!(of(&looked), before);
    let own = finding(&looked, "letter/private", Severity::Error, LETTER);
    looked.checklist.findings.push(own);
    assert_eq!(of(&looked).last().unwrap(), "it is wrong (letter/private)");
}

#[test]
fn blanks_that_are_reported_are_not_counted_again() {
    let mut looked = letter("thank-you-card", "Dear ⟨their name⟩, thank you.");
    looked.checklist.findings.retain(|finding| !finding.rule.id.starts_with("letter/"));
    let of = |looked: &Looked| obstacles(&looked.vault, &looked.checklist, &looked.vault.letters[0]);
    for expected in ["1 blank is still to fill", "2 blanks are still to fill"] {
        // The second is one that is not marked as such, like `TODO`.
        let reported = finding(&looked, "letter/blank", Severity::Warning, LETTER);
        looked.checklist.findings.push(reported);
        assert_eq!(of(&looked), [expected]);
    }
}
