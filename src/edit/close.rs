//! Edits of `## Close`: an answer goes where the reader looks for that person's.

use super::bullet::{add_bullet, below, body_of, fill_label, is_called, items_of, targets};
use super::heading::{add_bullet_under, add_heading};
use super::{Refused, rewrite::plain};
use crate::model::folded;
use crate::parse::body::{Body, Label, Section};
use crate::text::Span;

/// The section's title.
const CLOSE: &str = "Close";

/// Whose answer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'a> {
    /// The whole round's.
    Round,
    /// That of the round's only interviewer: a heading with the name is used where there is one.
    Only(&'a str),
    /// That of one among several interviewers, below a heading of their own.
    OneOf(&'a str),
}

/// The note with the bullet `label: value` under Close: in a bullet that has the label without a value, else as
/// the last of its place. Heading and section are made where they are missing. The note itself where the same
/// bullet stands there already.
///
/// # Errors
/// The front matter cannot be read, or the new text does not read as meant.
pub fn answer(text: &str, whose: Whose<'_>, label: &str, value: &str) -> Result<String, Refused> {
    let value = plain(value)?;
    let body = body_of(text)?;
    let places = places(&body, whose);
    let bullet = format!("- {label}: {value}");
    let below = below(text, &bullet)?;
    let read = body_of(&below)?;
    let meant = read.sections.first().and_then(|own| labels(own).next());
    if meant.is_some_and(|meant| body.sections.iter().any(|own| places.contains(&own.span) && has(own, meant))) {
        return Ok(text.to_owned());
    }
    for place in &places {
        if let Some(filled) = fill_label(text, |section| section.span == *place, label, &value)? {
            return Ok(filled);
        }
    }
    put(text, &body, whose, &bullet)
}

/// The note with an empty bullet under Close for each of `labels` that has none there, for that person or the round.
/// Heading and section are made where they are missing.
///
/// # Errors
/// The front matter cannot be read, or the new text does not read as meant.
pub fn ask(text: &str, whose: Whose<'_>, labels: &[&str]) -> Result<String, Refused> {
    let mut asked = text.to_owned();
    for label in labels {
        let body = body_of(&asked)?;
        let places = places(&body, whose);
        let sections = body.sections.iter().filter(|section| places.contains(&section.span));
        if sections.flat_map(items_of).all(|item| item.label.as_ref().is_none_or(|other| other.key != *label)) {
            asked = put(&asked, &body, whose, &format!("- {label}:"))?;
        }
    }
    Ok(asked)
}

/// The note, which has this body, with `bullet` as the last of the place where such answers stand.
fn put(text: &str, body: &Body, whose: Whose<'_>, bullet: &str) -> Result<String, Refused> {
    let name = match whose {
        Whose::Round => return add_bullet(text, CLOSE, bullet),
        Whose::Only(name) | Whose::OneOf(name) => name,
    };
    let places = places(body, whose);
    let is_own = |section: &Section| places.contains(&section.span) && !is_called(section, CLOSE);
    match add_bullet_under(text, is_own, bullet)? {
        Some(added) => Ok(added),
        None if matches!(whose, Whose::Only(_)) => add_bullet(text, CLOSE, bullet),
        None => {
            let headed = add_heading(text, CLOSE, &format!("[[{name}]]"))?;
            let places = self::places(&body_of(&headed)?, whose);
            let added = add_bullet_under(&headed, |section| places.contains(&section.span), bullet)?;
            added.ok_or_else(|| Refused(format!("`{bullet}` cannot be written safely; write it by hand")))
        }
    }
}

/// Whether Close has the label with any value, for that person or the round.
pub fn is_answered(text: &str, whose: Whose<'_>, label: &str) -> bool {
    let Ok(body) = body_of(text) else { return false };
    let places = places(&body, whose);
    let sections = body.sections.iter().filter(|section| places.contains(&section.span));
    sections.flat_map(labels).any(|other| other.key == label && !other.value.trim().is_empty())
}

/// The headings below which such an answer counts, the most particular first.
fn places(body: &Body, whose: Whose<'_>) -> Vec<Span> {
    let Some(close) = body.sections.iter().find(|section| is_called(section, CLOSE)) else { return Vec::new() };
    let below = body
        .sections
        .iter()
        .filter(|section| section.span.start >= close.content.start && section.span.start < close.content.end);
    let own = |name: &str| -> Vec<Span> {
        below.clone().filter(|section| is_of(section, name)).map(|section| section.span).collect()
    };
    match whose {
        Whose::Round => std::iter::once(close).chain(below).map(|section| section.span).collect(),
        Whose::Only(name) => own(name).into_iter().chain([close.span]).collect(),
        Whose::OneOf(name) => own(name),
    }
}

/// Whether a heading names that person, and nobody else.
fn is_of(section: &Section, name: &str) -> bool {
    match &section.links[..] {
        [] => folded(&section.title) == folded(name),
        [only] => folded(only.target.rsplit('/').next().unwrap_or(&only.target)) == folded(name),
        _ => false,
    }
}

fn has(section: &Section, meant: &Label) -> bool {
    let is_meant = |other: &Label| {
        other.key == meant.key
            && other.value.trim() == meant.value.trim()
            && targets(&other.links).eq(targets(&meant.links))
    };
    labels(section).any(is_meant)
}

fn labels<'b>(section: &'b Section<'b>) -> impl Iterator<Item = &'b Label<'b>> {
    items_of(section).filter_map(|item| item.label.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_goes_where_the_reader_looks_for_it() {
        use Whose::{OneOf, Only, Round};
        for (whose, old, new) in [
            (Only("P R"), "## Close\n- support:\n", "## Close\n- support: yes\n"),
            (Only("P R"), "## Close\n- clear: no\n\n## Log\n", "## Close\n- clear: no\n- support: yes\n\n## Log\n"),
            (Only("P R"), "## Close\n### [[P R]]\n", "## Close\n### [[P R]]\n- support: yes\n"),
            (Only("P R"), "x\n", "x\n\n## Close\n\n- support: yes\n"),
            (
                Only("P R"),
                "## Close\n- support:\n### p r\n- support:\n",
                "## Close\n- support:\n### p r\n- support: yes\n",
            ),
            (Only("P R"), "## Close\n- support: yes\n", "## Close\n- support: yes\n"),
            (Only("P R"), "## Close\n- **support:** yes\n", "## Close\n- **support:** yes\n"),
            (
                OneOf("P R"),
                "## Close\n- support:\n### [[Q]]\n- a: b\n",
                "## Close\n- support:\n### [[Q]]\n- a: b\n\n### [[P R]]\n- support: yes\n",
            ),
            (
                OneOf("P R"),
                "## Close\n### [[People/P R|P]]\n- **support:**\n### [[Q]]\n",
                "## Close\n### [[People/P R|P]]\n- **support:** yes\n### [[Q]]\n",
            ),
            (
                OneOf("P R"),
                "## Prepare\n### P R\n## Close\n### P R & Q\n- clear: yes\n",
                "## Prepare\n### P R\n## Close\n### P R & Q\n- clear: yes\n\n### [[P R]]\n- support: yes\n",
            ),
            (Round, "## Close\n### [[P R]]\n", "## Close\n- support: yes\n### [[P R]]\n"),
        ] {
            assert_eq!(answer(old, whose, "support", "yes").as_deref(), Ok(new), "{old:?}");
        }
    }

    #[test]
    fn an_answer_with_a_link_is_written_once() {
        let old = "## Close\n- support: her\n";
        let once = answer(old, Whose::Round, "support", "[[Her|her]]").unwrap();
        assert_eq!(once, format!("{old}- support: [[Her|her]]\n"));
        assert_eq!(answer(&once, Whose::Round, "support", "[[Her|her]]"), Ok(once.clone()));
        // What is a link only because the note says where it leads.
        let old = "## Close\n\n[her]: https://her.example\n";
        let once = answer(old, Whose::Round, "support", "[her]").unwrap();
        assert_eq!(answer(&once, Whose::Round, "support", "[her]"), Ok(once.clone()), "{once}");
    }

    #[test]
    fn labels_are_asked_once() {
        use Whose::{OneOf, Only};
        for (whose, old, new) in [
            (Only("P"), "", "## Close\n\n- moment:\n- support:\n"),
            (Only("P"), "## Close\n- support: yes\n", "## Close\n- support: yes\n- moment:\n"),
            (Only("P"), "## Close\n- **Support:**\n* moment: m\n", "## Close\n- **Support:**\n* moment: m\n"),
            (
                OneOf("P"),
                "## Close\r\n### [[Q]]\r\n- moment: m\r\n",
                "## Close\r\n### [[Q]]\r\n- moment: m\r\n\r\n### [[P]]\r\n- moment:\r\n- support:\r\n",
            ),
        ] {
            let asked = ask(old, whose, &["moment", "support"]);
            assert_eq!(asked.as_deref(), Ok(new), "{old:?}");
            assert_eq!(ask(new, whose, &["moment", "support"]), asked, "{old:?}");
        }
    }

    #[test]
    fn words_that_would_hide_themselves_are_refused() {
        for value in ["%% later %%", "a <!-- b", "<% x %>", " "] {
            assert!(answer("## Close\n", Whose::Only("P"), "moment", value).is_err(), "{value:?}");
        }
    }
}
