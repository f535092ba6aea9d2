//! Front matter without its text: where everything stands, so that the text can be let go of and need not be read twice.

use std::borrow::Cow;
use std::slice::Iter;

use super::{Entry, FrontMatter, Item, Scalar, Value};
use crate::text::{Span, Spanned};

/// What was read of a note's front matter, but for the words.
#[derive(Debug)]
pub struct Outline {
    fence: Span,
    yaml: Span,
    close: Span,
    body: usize,
    /// Of each entry its key and its value.
    marks: Box<[Mark]>,
}

/// Something that is written, and where: counted from the start of the YAML, of which there is little.
#[derive(Debug)]
struct Mark {
    shape: Shape,
    start: u16,
    end: u16,
}

/// What is written.
#[derive(Clone, Copy, Debug)]
enum Shape {
    /// The words that stand there.
    Plain,
    /// Those between the first and the last byte.
    Quoted,
    Null,
    Map,
    /// So many items, of which the next marks tell.
    List(u16),
}

impl Outline {
    /// That of the front matter of `text`; `None` where something does not stand there as it is read.
    pub fn new(front_matter: &FrontMatter<'_>, text: &str) -> Option<Self> {
        let FrontMatter { fence, yaml, close, ref entries, body } = *front_matter;
        let mut marker = Marker { text, yaml, marks: Vec::with_capacity(2 * entries.len()) };
        for Entry { key, value, span } in entries {
            marker.words(&key.value, Shape::Plain, key.span)?;
            marker.value(value, *span)?;
        }
        Some(Self { fence, yaml, close, body, marks: marker.marks.into() })
    }

    /// The front matter, in the same text.
    pub fn front_matter<'t>(&self, text: &'t str) -> FrontMatter<'t> {
        let Self { fence, yaml, close, ref marks, body } = *self;
        let mut entries = Vec::with_capacity(marks.len() / 2);
        let mut marks = marks.iter();
        while let Some(key) = marks.next() {
            let at = key.span(yaml);
            let key = Spanned::new(Cow::Borrowed(key.shape.words(at, text)), at);
            let Some((value, span)) = self.value(&mut marks, text) else { break };
            entries.push(Entry { key, value, span });
        }
        FrontMatter { fence, yaml, close, entries, body }
    }

    /// The value of which the next of the `marks` tells, and where it is written.
    fn value<'t>(&self, marks: &mut Iter<'_, Mark>, text: &'t str) -> Option<(Value<'t>, Span)> {
        let mark = marks.next()?;
        let span = mark.span(self.yaml);
        let value = match mark.shape {
            Shape::Null => Value::Null,
            Shape::Map => Value::Map,
            Shape::List(count) => {
                let items = (0..count).map_while(|_| self.value(marks, text));
                Value::List(items.map(|(value, span)| Item { value, span }).collect())
            }
            Shape::Plain | Shape::Quoted => {
                let quoted = matches!(mark.shape, Shape::Quoted);
                Value::Scalar(Scalar { text: Cow::Borrowed(mark.shape.words(span, text)), quoted })
            }
        };
        Some((value, span))
    }
}

/// Marks what is written in a text.
struct Marker<'t> {
    text: &'t str,
    yaml: Span,
    marks: Vec<Mark>,
}

impl Marker<'_> {
    fn value(&mut self, value: &Value<'_>, span: Span) -> Option<()> {
        match value {
            Value::Null => self.mark(Shape::Null, span),
            Value::Map => self.mark(Shape::Map, span),
            Value::List(items) => {
                self.mark(Shape::List(u16::try_from(items.len()).ok()?), span)?;
                items.iter().try_for_each(|Item { value, span }| self.value(value, *span))
            }
            Value::Scalar(Scalar { text, quoted }) => {
                self.words(text, if *quoted { Shape::Quoted } else { Shape::Plain }, span)
            }
        }
    }

    /// Marks these words, where they stand there.
    fn words(&mut self, words: &str, shape: Shape, span: Span) -> Option<()> {
        if shape.words(span, self.text) == words { self.mark(shape, span) } else { None }
    }

    fn mark(&mut self, shape: Shape, span: Span) -> Option<()> {
        let place = |offset: u32| u16::try_from(offset.checked_sub(self.yaml.start)?).ok();
        self.marks.push(Mark { shape, start: place(span.start)?, end: place(span.end)? });
        Some(())
    }
}

impl Mark {
    fn span(&self, yaml: Span) -> Span {
        Span { start: yaml.start + u32::from(self.start), end: yaml.start + u32::from(self.end) }
    }
}

impl Shape {
    /// The words that are written so at `span`.
    fn words(self, span: Span, text: &str) -> &str {
        let cut = u32::from(matches!(self, Self::Quoted));
        let inner = Span { start: span.start + cut, end: span.end.saturating_sub(cut) };
        text.get(inner.range()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Read, read};
    use super::*;

    /// Whether `text` is read once; then what is had again is what was read.
    fn is_outlined(text: &str) -> bool {
        let Read::Found(front_matter) = read(text) else { return false };
        let outline = Outline::new(&front_matter, text);
        assert!(outline.iter().all(|outline| outline.front_matter(text) == front_matter), "{text:?}");
        outline.is_some()
    }

    #[test]
    fn what_notes_are_made_of_is_had_again() {
        for yaml in [
            "",
            "type: round\nstate: held # so\nwhen: 14:00",
            "k:\nl: ~\nm: \"\"\nn: ''",
            "k: \"[[Priya Rao|PR]]\"  # x\nl: 'a: b'\nm: \"ü — ö\"",
            "k: []\nl: [a, \"[[B c]]\" ,'d, e']\nm:\n  - a\n  - \"b: c\"\nn: [~]",
            "k: [[Priya Rao]]\nl: {a: b}",
        ] {
            for (start, end) in [("", "\n"), ("\u{feff}", "\r\n")] {
                let text = format!("{start}---\n{yaml}\n---\nbody\n").replace('\n', end);
                assert!(is_outlined(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn what_reads_differently_from_how_it_stands_is_read_twice() {
        for yaml in ["k: \"a\\tb\"", "k: 'it''s'", "k: |\n  a\n  b", "k: a\n  b", "\"k\": v", "k: [\"a\\\"b\"]"] {
            assert!(!is_outlined(&format!("---\n{yaml}\n---\n")), "{yaml:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_had_again_as_something_else(
            yaml in "(([a-e]|f g|\"h\"):( {0,2}| [a-c #:,-]{0,4}| \"[a\\\\t: #]{0,3}\"| '[a' ]{0,2}'| \\[[a-c, \"]{0,4}\\]| ~| \\{a: b\\}| >-\n  a| &a b| \\*a)( #x?)?\r?\n|( {0,3})-( {1,2})(a|b c|\"d\"|[a:# -]{0,3}|\\[a\\])( #x)?\n){0,6}"
        ) {
            is_outlined(&format!("---\n{yaml}---\n"));
        }
    }
}
