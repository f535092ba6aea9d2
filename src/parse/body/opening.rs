//! What an item starts with: its marker, its box, its label.

use super::Task;
use super::label::{self, Head};
use super::mask;
use crate::text::Span;

/// The start of an item. Ranges are bytes of the body.
#[derive(Default)]
pub(super) struct Opening {
    pub(super) task: Option<Task>,
    /// Where its words start, if not right behind the marker.
    pub(super) skip: usize,
    pub(super) head: Option<Head>,
}

impl Opening {
    /// Reads it from the item's first line, which starts at byte `start` of a body at byte `base` of the note.
    pub(super) fn read(line: &str, start: usize, base: usize) -> Self {
        let marker = mask::marker(line.as_bytes());
        let words = line[marker..].trim_start();
        let mut opening = Self::default();
        // Deeply indented behind the marker, it is code.
        if line.len() - words.len() > marker + 4 {
            return opening;
        }
        let mut at = line.len() - words.len();
        if let Some((mark, length)) = task(words) {
            let open = start + at + 1 + base;
            opening.task = Some(Task { mark, span: Span::new(open, open + mark.len_utf8()) });
            at += length;
            opening.skip = start + at;
        }
        opening.head = label::find(&line[at..], start + at);
        opening
    }
}

/// The mark of the box that `words` start with, and the length of the box.
fn task(words: &str) -> Option<(char, usize)> {
    let mut inside = words.strip_prefix('[')?.chars();
    let mark = inside.next().filter(|mark| !matches!(mark, '[' | ']'))?;
    let rest = inside.as_str().strip_prefix(']')?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some((mark, words.len() - rest.len()))
}
