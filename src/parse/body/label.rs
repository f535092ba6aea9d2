//! Labels at the start of an item: `support:`, `**support:**`, `support::`, `about [[Person]]:`.

use std::borrow::Cow;
use std::ops::Range;

use super::mask::COVER;
use super::{Item, Label, Link};
use crate::text::Span;

/// The longest name, in characters.
const LONGEST: usize = 30;

/// A label that was found; ranges are bytes of the body.
pub(super) struct Head {
    /// Its name, as written.
    name: Range<usize>,
    /// With its markup and its colon.
    pub(super) source: Range<usize>,
    /// Markup that opens before the label and does not close with it.
    open: Range<usize>,
    about: bool,
}

/// The label at the start of the first line of an item's words, which stands at byte `start`.
pub(super) fn find(line: &str, start: usize) -> Option<Head> {
    let words = line.trim_start_matches(|c: char| c.is_whitespace() || c == COVER);
    let named = words.trim_start_matches(['*', '_']);
    let open = &words[..words.len() - named.len()];
    let length = named.find(|c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '-'))).unwrap_or(named.len());
    let name = named[..length].trim_end();
    let mut rest = &named[length..];
    let about = name.eq_ignore_ascii_case("about") && rest.starts_with('[');
    if about {
        rest = rest[link_length(rest)?..].trim_start();
    }
    if !name.starts_with(char::is_alphanumeric) || name.chars().count() > LONGEST {
        return None;
    }
    let closed_before = (!open.is_empty()).then(|| rest.strip_prefix(open)).flatten();
    let rest = closed_before.unwrap_or(rest).strip_prefix(':')?;
    if rest.starts_with("//") {
        return None;
    }
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let closed_behind = if closed_before.is_some() { None } else { rest.strip_prefix(open) };
    let end = line.len() - closed_behind.unwrap_or(rest).len();
    let still_open = closed_before.is_none() && closed_behind.is_none();
    let begin = start + line.len() - words.len();
    let named = begin + open.len();
    Some(Head {
        name: named..named + name.len(),
        source: begin..start + end,
        open: begin..if still_open { named } else { begin },
        about,
    })
}

/// The name as labels are compared: in lower case, with single spaces.
fn key<'t>(name: &Cow<'t, str>) -> Cow<'t, str> {
    if name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')) {
        return name.clone();
    }
    Cow::Owned(name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
}

/// The length of the link that `text` starts with.
fn link_length(text: &str) -> Option<usize> {
    if text.starts_with("[[") {
        return text.find("]]").map(|at| at + 2);
    }
    let path = text.find("](")?;
    text[path..].find(')').map(|at| path + at + 1)
}

impl Head {
    /// The label of `item`, whose own words behind the label start at `value_at` of its text. `written` is
    /// the range from behind the label to the end of the item, without white space and comments.
    pub(super) fn label<'t>(self, item: &Item<'t>, value_at: Option<usize>, written: &Written<'t, '_>) -> Label<'t> {
        let own = value_at.map_or("", |at| &item.text[at..]).trim_start();
        let shift = item.text.len() - own.len();
        let span = Span::from(self.source).shifted(written.base);
        let behind = item.links.iter().filter(|link| link.span.start >= span.end);
        let mut links: Vec<Link<'t>> =
            behind.map(|link| Link { at: link.at.saturating_sub(shift), ..link.clone() }).collect();
        let there = written.text.get(written.range.clone()).filter(|there| *there == own);
        let mut value = there.map_or_else(|| Cow::Owned(own.to_owned()), Cow::Borrowed);
        item.children.iter().for_each(|child| append(child, &mut value, &mut links));
        let mut range = written.range.clone();
        if !self.open.is_empty() && written.masked[range.clone()].ends_with(&written.masked[self.open.clone()]) {
            range.end -= self.open.len();
        }
        let empty = value.is_empty() || range.is_empty();
        let about = item.links.iter().find(|link| self.about && link.span.start < span.end);
        let about = about.map(|link| Box::new(link.clone()));
        let name = written.piece(self.name);
        Label {
            key: key(&name),
            name,
            span,
            value,
            value_span: if empty {
                Span { start: span.end, end: span.end }
            } else {
                Span::from(range).shifted(written.base)
            },
            links,
            about,
        }
    }
}

/// A range of the body, which starts at byte `base` of the note.
pub(super) struct Written<'t, 'm> {
    pub(super) masked: &'m str,
    pub(super) text: &'t str,
    pub(super) range: Range<usize>,
    pub(super) base: usize,
}

impl<'t> Written<'t, '_> {
    /// What stands at `range` once what is no data is masked.
    fn piece(&self, range: Range<usize>) -> Cow<'t, str> {
        let masked = &self.masked[range.clone()];
        let there = self.text.get(range).filter(|there| *there == masked);
        there.map_or_else(|| Cow::Owned(masked.to_owned()), Cow::Borrowed)
    }
}

/// Adds an item's words, and those of the items in it, at most [`MAX_DEPTH`](super::MAX_DEPTH) deep.
fn append<'t>(item: &Item<'t>, value: &mut Cow<'t, str>, links: &mut Vec<Link<'t>>) {
    if !value.is_empty() && !item.text.is_empty() {
        value.to_mut().push(' ');
    }
    let shift = value.len();
    value.to_mut().push_str(&item.text);
    links.extend(item.links.iter().map(|link| Link { at: link.at + shift, ..link.clone() }));
    item.children.iter().for_each(|child| append(child, value, links));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_a_short_name_and_a_colon() {
        // The line, the name, and the label as written.
        let table = [
            ("support: yes", Some(("support", "support:"))),
            ("Said  When:next", Some(("Said  When", "Said  When:"))),
            ("**support:** yes", Some(("support", "**support:**"))),
            ("**support**: yes", Some(("support", "**support**:"))),
            ("_support_:: yes", Some(("support", "_support_::"))),
            ("**support: yes**", Some(("support", "**support:"))),
            ("support:", Some(("support", "support:"))),
            ("support : yes", Some(("support", "support :"))),
            ("idle-hours: x", Some(("idle-hours", "idle-hours:"))),
            ("Größe 2: x", Some(("Größe 2", "Größe 2:"))),
            ("about [[Priya Rao]]: x", Some(("about", "about [[Priya Rao]]:"))),
            ("**About [P](P.md):** x", Some(("About", "**About [P](P.md):**"))),
            ("https://acme.example", None),
            ("- nested: x", None),
            ("the [[Priya]]: x", None),
            ("a, b: x", None),
            ("no colon", None),
            ("this name is much longer than any label: x", None),
            (": x", None),
            ("", None),
        ];
        for (line, expected) in table {
            let of = |range: Range<usize>| &line[range.start - 5..range.end - 5];
            let found = find(line, 5).map(|head| (of(head.name), of(head.source)));
            assert_eq!(found, expected, "{line:?}");
        }
    }
}
