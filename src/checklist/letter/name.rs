//! `letter/name`

use std::ops::Range;

use super::example::{BY_HAND_ONLY, CARD, CARD_PATH, NOT_THANKED};
use super::text::shown;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::{Document, family_name, folded};
use crate::prose::{Word, has_any, is_calendar, is_slip, left_open, words};
use crate::text::words::content;

/// A name is wrong.
pub(super) static RULE: Rule = Rule {
    id: "letter/name",
    title: "a name in a letter is wrong",
    why: "The first word a reader sees is their own name. Misspelt, or somebody else's, it is the last one they read.",
    sources: &["s4-each-own-letter", "s4-person-refs", "s1-lost-track"],
    weight: Weight::Always(Severity::Error),
    finds: Finds::Fault,
    applies: "to unsent letters to a person whose duty stands: a greeting that is not to that person; a capitalised \
              word that misses the family name of one of the company's people by a slip and stands nowhere in the \
              notes; the name of another company of the vault",
    mend: "write the name as its note has it",
    broken: Example {
        today: "2025-03-05",
        edits: &[NOT_THANKED, BY_HAND_ONLY, CARD, Edit::Swap(CARD_PATH, "Dear Ines Falk", "Dear Mr Beck")],
    },
    mended: Example { today: "2025-03-05", edits: &[NOT_THANKED, BY_HAND_ONLY, CARD] },
    beside: &["thank/handwritten-card"],
    find: Lint::of(&[], find),
};

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let Some(to) = text.to() else { return Vec::new() };
    let greeting = greeting(text, &to.name);
    // A name misspelt in the greeting is told once.
    let told = greeting.as_ref().map(|finding| finding.span);
    let slips = slips(text).into_iter().filter(|slip| told.is_none_or(|told| !told.touches(slip.span)));
    let mut found: Vec<Finding> = slips.chain(greeting).collect();
    found.extend(strangers(text));
    found
}

/// A greeting to somebody else. A script for the phone greets nobody in particular.
fn greeting(text: &Text<'_, '_>, name: &str) -> Option<Finding> {
    if matches!(text.document, Document::StatusCall | Document::DecisionCall) {
        return None;
    }
    let place = text.prose().greeting()?;
    let greeting = text.words_at(place.clone());
    if !left_open(&greeting).is_empty() || is_to(&greeting, name) {
        return None;
    }
    let message = format!("the letter is to {name}, and greets otherwise: {}", shown(&greeting));
    let help = format!("greet them by name: “Dear {name},”");
    Some(text.fault_at(&RULE, Severity::Error, place, message).help(help))
}

/// Whether a greeting has the first name, the family name or the full name.
fn is_to(greeting: &str, name: &str) -> bool {
    let name = name.split(',').next().unwrap_or(name);
    let first = name.split_whitespace().next().unwrap_or_default();
    let names = [first, family_name(name), name].map(folded).map(|name| name.replace('’', "'"));
    has_any(&folded(greeting), &names)
}

/// Capitalised words that miss the family name of one of the firm's people.
fn slips(text: &Text<'_, '_>) -> Vec<Finding> {
    let people = text.known.people();
    let own = text.to().into_iter().chain(people).map(|person| person.name.as_str());
    let staff = text.known.directory.staff_of(text.application.company);
    let mut families: Vec<&str> = own.chain(staff.iter().copied()).map(family_name).collect();
    families.sort_unstable();
    families.dedup();
    let visible = text.prose().visible();
    let mut found = Vec::new();
    for word in words(visible).into_iter().filter(|word| is_name(text, visible, word)) {
        let written = word.text.trim_end_matches("'s").trim_end_matches("’s");
        // The last word of a name with particles is what gets misspelt.
        let missed = families.iter().find(|family| is_slip(written, family.rsplit(' ').next().unwrap_or(family)));
        let Some(family) = missed else { continue };
        if text.known.vocabulary().has(written) {
            continue;
        }
        let message = format!("“{written}” is nearly, and not quite, the name “{family}”");
        let place = word.at..word.at + written.len();
        let finding = text.fault_at(&RULE, Severity::Error, place, message);
        found.push(finding.help(format!("write “{family}”, if that is who is meant")));
    }
    found
}

/// Whether a word is capitalised although it begins neither a sentence nor a line, and is no small word.
fn is_name(text: &Text<'_, '_>, visible: &str, word: &Word<'_>) -> bool {
    let before = visible[..word.at].trim_end_matches([' ', '“', '"', '(', '‘', '\'']);
    let begins = before.is_empty() || before.ends_with(['\n', '.', '!', '?', ':', '-', '…']);
    let is_quoted = text.prose().quotations().iter().any(|quote| quote.outer.contains(&word.at));
    word.is_capital() && !begins && !is_quoted && content(word.text).next().is_some() && !is_calendar(word.text)
}

/// Names of other applications' companies, which this letter has no business with.
fn strangers(text: &Text<'_, '_>) -> Vec<Finding> {
    let visible = text.prose().visible();
    let company = text.application.company;
    let others = text.known.directory.firms_in(visible).into_iter().filter(|other| other.note != company.note);
    let mut found = Vec::new();
    for (firm, place) in others.filter_map(|other| Some((&other.name, place_of(visible, &other.name)?))) {
        let is_quoted = text.prose().quotations().iter().any(|quote| quote.outer.contains(&place.start));
        if is_quoted || text.known.vocabulary().has_name(firm) {
            continue;
        }
        let own = &company.name;
        let message = format!("“{firm}” is named in a letter to {own}");
        let help = format!("write “{own}”, or leave the name out");
        found.push(text.fault_at(&RULE, Severity::Error, place, message).help(help));
    }
    found
}

/// Where a name stands as a whole, with the capitals that it has.
fn place_of(text: &str, name: &str) -> Option<Range<usize>> {
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let ends =
        |at: usize| is_inside(text[..at].chars().next_back()) || is_inside(text[at + name.len()..].chars().next());
    text.match_indices(name).map(|(at, _)| at).find(|at| !ends(*at)).map(|at| at..at + name.len())
}
