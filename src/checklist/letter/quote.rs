//! `letter/quote`

use std::ops::Range;

use super::example::{NOT_POSTED, POSTED, POSTED_PATH};
use super::text::shown;
use super::{Finding, Finds, Lint, Rule, Text, Weight};
use crate::checklist::example::{Edit, Example};
use crate::diagnostic::Severity;
use crate::model::{Document, Testimonial};
use crate::prose::{Terms, has_any, word_count, words};

/// A testimonial is not quoted as it may be.
pub(super) static RULE: Rule = Rule {
    id: "letter/quote",
    title: "a testimonial is not quoted as it should be",
    why: "Somebody else's praise counts because it is theirs: in their words, short, and with who said it and when. \
          Without their leave it is a breach of trust.",
    sources: &["s3-brag-in-letter", "s3-brag-attribution", "s3-third-party"],
    weight: Weight::OneOf(&[Severity::Error, Severity::Warning]),
    finds: Finds::Fault,
    applies: "to testimonials in unsent letters by post whose duty stands: longer than `quote_words` of vault.toml, \
              not word for word (`…` may join two halves), or without the author's role or organisation and the year \
              within two lines; an error where `may_quote` is false",
    mend: "quote it as it stands in its note, shorten it with one `…`, and say who wrote it and when",
    broken: Example {
        today: "2025-03-06",
        edits: &[NOT_POSTED, POSTED, Edit::Swap(POSTED_PATH, "saved the kiln, twice", "saved every kiln")],
    },
    mended: Example { today: "2025-03-06", edits: &[NOT_POSTED, POSTED] },
    beside: &["thank/handwritten-card", "thank/posted-letter"],
    find: Lint::of(&[Document::PostedLetter], find),
};

/// The attribution stands at most so many lines away.
const LINES: usize = 2;

fn find(text: &Text<'_, '_>) -> Vec<Finding> {
    let quotations = text.prose().quotations().iter();
    let quoted = quotations.filter_map(|quote| Some((quote.inner.clone(), source(text, &quote.inner)?)));
    quoted.flat_map(|(place, testimonial)| faults(text, &place, testimonial)).collect()
}

/// The testimonial that a quotation is from: one that has half of its content words, else one
/// whose author stands nearby.
fn source<'v>(text: &Text<'_, 'v>, place: &Range<usize>) -> Option<&'v Testimonial> {
    let quoted = Terms::of(&text.words_at(place.clone()));
    let all = &text.application.vault.testimonials;
    let shared = text.known.directory.praise().iter().map(|praise| quoted.shared(praise)).enumerate();
    // The first of equals.
    let (nearest, most) = shared.rev().max_by_key(|(_, shared)| *shared).unwrap_or_default();
    let nearest = all.get(nearest).filter(|_| most > 0 && most * 2 >= quoted.len());
    let nearby = nearby(text, place);
    let is_near = |one: &&Testimonial| {
        one.author.text().is_some_and(|author| has_any(&nearby, &[author.to_lowercase()])) && quoted.len() > 1
    };
    nearest.or_else(|| all.iter().find(is_near))
}

fn faults(text: &Text<'_, '_>, place: &Range<usize>, testimonial: &Testimonial) -> Vec<Finding> {
    let words = text.words_at(place.clone());
    let author = testimonial.author.text().unwrap_or(&testimonial.name);
    let limit = text.application.config().letters.quote_words as usize;
    let count = word_count(&words);
    let fault =
        |severity, message: String, help: String| text.fault_at(&RULE, severity, place.clone(), message).help(help);
    let mut found = Vec::new();
    if testimonial.may_quote.get() == Some(false) {
        let message = format!("{author} may not be quoted, as the testimonial's note says: {}", shown(&words));
        found.push(fault(
            Severity::Error,
            message,
            format!("take it out; or ask {author}, and set `may_quote: true` in “{}”", testimonial.name),
        ));
    }
    if count > limit {
        let message = format!("the testimonial has {count} words, {} more than its {limit}", count - limit);
        found.push(fault(
            Severity::Warning,
            message,
            "keep its best half, and mark what is left out with …".to_owned(),
        ));
    }
    if !testimonial.quote.as_ref().is_none_or(|quote| is_word_for_word(&words, &quote.value)) {
        let message = format!("this is not what {author} wrote: {}", shown(&words));
        let own = testimonial.quote.as_ref().map(|quote| shown(&quote.value)).unwrap_or_default();
        found.push(fault(
            Severity::Warning,
            message,
            format!("quote it word for word, at most two pieces joined by one …: {own}"),
        ));
    }
    if !is_attributed(text, place, testimonial) {
        let message = format!("nothing near says who {author} is, and when that was written");
        let help = "name the author's role or organisation and the year, within two lines of the quotation".to_owned();
        found.push(fault(Severity::Warning, message, help));
    }
    found
}

/// Whether the words stand in the testimonial in a row, or in two rows joined by one ellipsis.
fn is_word_for_word(quoted: &str, original: &str) -> bool {
    let folded = |text: &str| words(text).iter().map(crate::prose::Word::folded).collect::<Vec<_>>();
    let quoted = quoted.replace("[…]", "…").replace("[...]", "…").replace("...", "…");
    let halves: Vec<Vec<String>> = quoted.split('…').map(folded).filter(|half| !half.is_empty()).collect();
    let original = folded(original);
    let mut from = 0;
    let in_order = halves.iter().all(|half| {
        let found = original[from..].windows(half.len()).position(|row| row == half.as_slice());
        from += found.map_or(0, |at| at + half.len());
        found.is_some()
    });
    in_order && halves.len() <= 2
}

/// Whether role or organisation and the year stand nearby, as far as the testimonial's note has them.
fn is_attributed(text: &Text<'_, '_>, place: &Range<usize>, testimonial: &Testimonial) -> bool {
    let nearby = nearby(text, place);
    let terms = Terms::of(&nearby);
    let known: Vec<Terms> = [&testimonial.author_role, &testimonial.organisation]
        .into_iter()
        .filter_map(|field| field.text().map(Terms::of).filter(|terms| !terms.is_empty()))
        .collect();
    (known.is_empty() || known.iter().any(|one| one.all_in(&terms)))
        && testimonial.year().is_none_or(|year| nearby.contains(year))
}

/// The lines around a quotation, without it.
fn nearby(text: &Text<'_, '_>, place: &Range<usize>) -> String {
    let body = text.prose().visible();
    let before: Vec<&str> = body[..place.start].split('\n').rev().take(LINES + 1).collect();
    let behind = body[place.end..].split('\n').take(LINES + 1);
    before.into_iter().rev().chain(behind).collect::<Vec<_>>().join("\n")
}
