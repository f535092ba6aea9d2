//! The YAML engine for `gray_matter`: YAML events turned into a `Pod` that keeps order and places.
//!
//! A front matter that can be read becomes an array of entries `[key, value]`; key and value are nodes
//! `[start, end, content]`, in characters of the text handed over. The content is `null`, a text
//! (`[start, end, text, quoted]`), an array of nodes, or `false` for a nested mapping. One that cannot
//! be read becomes a hash of `mistake`, `start` and `end`.

use std::collections::HashMap;

use gray_matter::Pod;
use gray_matter::engine::Engine;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, StrInput};

use super::MAX_DEPTH;

/// What makes front matter unreadable. The names travel in the `Pod`.
pub(super) const MISTAKES: [(Mistake, &str); 5] = [
    (Mistake::Alias, "alias"),
    (Mistake::Depth, "depth"),
    (Mistake::Key, "key"),
    (Mistake::Shape, "shape"),
    (Mistake::Syntax, "syntax"),
];

/// What makes front matter unreadable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mistake {
    /// `*name`: what it stands for could be of any size.
    Alias,
    /// Nested too deeply.
    Depth,
    /// A list, a mapping or nothing where a key should be.
    Key,
    /// No mapping.
    Shape,
    /// No YAML.
    Syntax,
}

/// YAML without conversions, aliases or recursion without end.
pub(super) struct SpannedYaml;

impl Engine for SpannedYaml {
    fn parse(content: &str) -> gray_matter::Result<Pod> {
        let mut events = Events(Parser::new_from_str(content));
        Ok(match events.record() {
            Ok(entries) => Pod::Array(entries),
            Err(failure) => {
                let name = MISTAKES.iter().find(|(mistake, _)| *mistake == failure.mistake);
                Pod::Hash(HashMap::from([
                    ("mistake".to_owned(), Pod::String(name.map(|(_, name)| (*name).to_owned()).unwrap_or_default())),
                    ("start".to_owned(), place(failure.start)),
                    ("end".to_owned(), place(failure.end)),
                ]))
            }
        })
    }
}

struct Failure {
    mistake: Mistake,
    start: usize,
    end: usize,
}

impl Failure {
    fn at(mistake: Mistake, span: Span) -> Self {
        Self { mistake, start: span.start.index(), end: span.end.index() }
    }
}

impl From<ScanError> for Failure {
    fn from(error: ScanError) -> Self {
        let at = error.marker().index();
        let mistake = match error.info() {
            "while parsing node, found unknown anchor" => Mistake::Alias,
            "recursion limit exceeded" => Mistake::Depth,
            _ => Mistake::Syntax,
        };
        Self { mistake, start: at, end: at }
    }
}

struct Events<'a>(Parser<'a, StrInput<'a>>);

impl<'a> Events<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Span), Failure> {
        match self.0.next_event() {
            Some(event) => Ok(event?),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    /// The entries of the one mapping that the text must be; none where it is empty.
    fn record(&mut self) -> Result<Vec<Pod>, Failure> {
        let mut entries = Vec::new();
        let mut seen = false;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
                Event::StreamEnd => return Ok(entries),
                Event::Scalar(text, ScalarStyle::Plain, _, None) if text.is_empty() && !seen => seen = true,
                Event::MappingStart(..) if !seen => {
                    seen = true;
                    self.entries(&mut entries)?;
                }
                Event::Alias(_) => return Err(Failure::at(Mistake::Alias, span)),
                _ => return Err(Failure::at(Mistake::Shape, span)),
            }
        }
    }

    fn entries(&mut self, entries: &mut Vec<Pod>) -> Result<(), Failure> {
        loop {
            let (event, span) = self.next()?;
            let key = match event {
                Event::MappingEnd => return Ok(()),
                // An empty key of `? ` may be given the line end behind it for its place.
                Event::Scalar(text, style, ..)
                    if !span.is_empty() && (!text.is_empty() || style != ScalarStyle::Plain) =>
                {
                    Pod::String(text.into_owned())
                }
                Event::Alias(_) => return Err(Failure::at(Mistake::Alias, span)),
                _ => return Err(Failure::at(Mistake::Key, span)),
            };
            let key = node(span.start.index(), span.end.index(), [key]);
            let event = self.next()?;
            let (value, _) = self.value(event, 1)?;
            entries.push(Pod::Array(vec![key, value]));
        }
    }

    /// The node that starts with this event, and where it ends. `depth` lists and mappings are open.
    fn value(&mut self, (event, span): (Event<'a>, Span), depth: usize) -> Result<(Pod, usize), Failure> {
        let start = span.start.index();
        if depth > MAX_DEPTH {
            return Err(Failure::at(Mistake::Depth, span));
        }
        match event {
            Event::Scalar(text, style, _, tag) => {
                let end = span.end.index();
                let plain = style == ScalarStyle::Plain;
                let content = if plain && tag.is_none() && matches!(&*text, "" | "~" | "null" | "Null" | "NULL") {
                    node(start, end, [Pod::Null])
                } else {
                    node(start, end, [Pod::String(text.into_owned()), Pod::Boolean(!plain)])
                };
                Ok((content, end))
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                let mut end = start;
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, close) => {
                            let end = closing(close, end);
                            return Ok((node(start, end, [Pod::Array(items)]), end));
                        }
                        event => {
                            let (item, item_end) = self.value(event, depth + 1)?;
                            items.push(item);
                            end = item_end;
                        }
                    }
                }
            }
            Event::MappingStart(..) => {
                let mut end = start;
                loop {
                    match self.next()? {
                        (Event::MappingEnd, close) => {
                            let end = closing(close, end);
                            return Ok((node(start, end, [Pod::Boolean(false)]), end));
                        }
                        event => end = self.value(event, depth + 1)?.1,
                    }
                }
            }
            Event::Alias(_) => Err(Failure::at(Mistake::Alias, span)),
            _ => Err(Failure::at(Mistake::Syntax, span)),
        }
    }
}

/// Where a collection ends: behind its bracket, or, where it is written in lines, with its last item.
fn closing(close: Span, last: usize) -> usize {
    if close.is_empty() { last } else { close.start.index() + 1 }
}

fn node<const N: usize>(start: usize, end: usize, content: [Pod; N]) -> Pod {
    Pod::Array([place(start), place(end)].into_iter().chain(content).collect())
}

fn place(characters: usize) -> Pod {
    Pod::Integer(i64::try_from(characters).unwrap_or(i64::MAX))
}
