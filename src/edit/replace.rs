//! Several places of a note written anew at once.

use super::{Refused, front_matter, said};
use crate::parse::body::{self, Section};
use crate::parse::front_matter::{Entry, FrontMatter, Read, read};
use crate::text::Span;

/// The note with each text in place of its span; all spans are of the note as it was read. Of two that overlap, the
/// later one in the list is left for another time.
///
/// # Errors
/// The new text does not read as one that differs in those places only.
pub fn replace(text: &str, places: &[(Span, String)]) -> Result<String, Refused> {
    let mut chosen: Vec<&(Span, String)> = Vec::new();
    for place in places {
        let is_apart = |other: &&(Span, String)| other.0.end <= place.0.start || place.0.end <= other.0.start;
        if chosen.iter().all(is_apart) {
            chosen.push(place);
        }
    }
    chosen.sort_by_key(|(span, _)| span.start);
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for (span, written) in chosen.iter().copied() {
        let range = span.range();
        let between = text.get(at..range.start).filter(|_| text.is_char_boundary(range.end));
        new.push_str(between.ok_or_else(|| Refused("a place to mend is not in the note".to_owned()))?);
        new.push_str(written);
        at = range.end;
    }
    new.push_str(&text[at..]);
    prove(text, &new, &chosen)?;
    Ok(new)
}

/// Sees that the new text reads with as many keys, headings and bullets as the old one, and that every key in which
/// nothing was written holds what it held.
fn prove(old: &str, new: &str, places: &[&(Span, String)]) -> Result<(), Refused> {
    let changed = || Refused("mending it would change other places too; write it by hand".to_owned());
    let (before, after) = match (read(old), read(new)) {
        (Read::None, Read::None) => (None, None),
        _ => (Some(front_matter(old)?), Some(front_matter(new)?)),
    };
    let within = |span: Span| places.iter().any(|(place, _)| span.start <= place.start && place.end <= span.end);
    // Where a value was written its key stays, and where a key was written its value may become another's.
    let free = entries_of(before.as_ref()).map(|entry| (within(entry.key.span), within(entry.span)));
    let keys = |read| entries_of(read).map(said).collect::<Vec<_>>();
    let (held, holds) = (keys(before.as_ref()), keys(after.as_ref()));
    let is_same = held.len() == holds.len()
        && held.iter().zip(&holds).zip(free).all(|((held, holds), (any_key, any_value))| {
            any_key || held.0 == holds.0 && (any_value || held.1 == holds.1)
        });
    let body =
        |text, read: &Option<FrontMatter>| body::read(text, read.as_ref().map_or(0, |read| read.body), &|_| true);
    let (old, new) = (body(old, &before), body(new, &after));
    let shape = |section: &Section| (section.title.to_string(), section.blocks.len());
    if is_same && old.sections.iter().map(shape).eq(new.sections.iter().map(shape)) { Ok(()) } else { Err(changed()) }
}

fn entries_of<'f>(read: Option<&'f FrontMatter<'f>>) -> impl Iterator<Item = &'f Entry<'f>> {
    read.into_iter().flat_map(|read| &read.entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, old: &str, new: &str) -> (Span, String) {
        let start = text.find(old).unwrap();
        (Span::new(start, start + old.len()), new.to_owned())
    }

    #[test]
    fn every_place_is_written_and_nothing_else() {
        let note = "\u{feff}---\r\nstat: hled # now\r\nzeta: [[A]]\r\n---\r\n## Close\r\n- suport: yes\r\n";
        let places = [at(note, "suport", "support"), at(note, "stat", "state"), at(note, "hled", "held")];
        let new = replace(note, &places).unwrap();
        assert_eq!(new, "\u{feff}---\r\nstate: held # now\r\nzeta: [[A]]\r\n---\r\n## Close\r\n- support: yes\r\n");
        assert_eq!(replace(note, &[]).as_deref(), Ok(note));
    }

    #[test]
    fn of_two_that_overlap_the_first_is_written() {
        let note = "---\na: one two\n---\n";
        let places = [at(note, "two", "2"), at(note, "one two", "12")];
        assert_eq!(replace(note, &places).as_deref(), Ok("---\na: one 2\n---\n"));
    }

    #[test]
    fn what_would_change_other_places_is_refused() {
        let note = "---\na: b\nc: d\n---\n## S\n- x\n";
        for (old, new) in [("b", "\"b"), ("a", "c"), ("b", "1\ne: 2"), ("x", "x\n- y"), ("x", "x\n# y")] {
            assert!(replace(note, &[at(note, old, new)]).is_err(), "{old} → {new}");
        }
        // Written right behind the colon, the value would become part of its key.
        assert!(replace("---\nk: # why\n---\n", &[(Span::new(6, 6), "\"a: b\"".to_owned())]).is_err());
        assert!(replace("é", &[(Span::new(1, 2), String::new())]).is_err());
        assert!(replace("e", &[(Span::new(1, 9), String::new())]).is_err());
    }
}
