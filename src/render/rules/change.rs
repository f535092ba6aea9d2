//! How an example differs from the sound vault: the lines that matter, note by note.

use crate::checklist::example::{Edit, Example};
use crate::text::escaped;

/// What is done to one note.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// The note, and whether it is new or gone.
    pub title: String,
    /// Lines that go.
    pub old: Vec<String>,
    /// Lines that come.
    pub new: Vec<String>,
}

impl Change {
    /// Every change of the example, in its order.
    pub(super) fn all(example: &Example) -> Vec<Self> {
        let step = |at: usize| Self::of(&example.edits[at], &Example { edits: &example.edits[..at], ..*example });
        (0..example.edits.len()).map(step).collect()
    }

    /// The lines as in a diff, `-` goes, `+` comes; hidden characters are written out.
    pub(super) fn lines(&self) -> impl Iterator<Item = String> {
        let old = self.old.iter().map(|line| format!("- {line}"));
        let new = self.new.iter().map(|line| format!("+ {line}"));
        old.chain(new).map(|line| escaped(line.trim_end()).into_owned())
    }

    fn of(edit: &Edit, before: &Example) -> Self {
        let files = before.files();
        match *edit {
            Edit::Write(path, text) => {
                let old = files.get(path).map_or("", String::as_str);
                let title = if old.is_empty() { format!("{path} (new)") } else { path.to_owned() };
                Self::between(title, old, text)
            }
            Edit::Swap(path, old, new) => {
                let text = files.get(path).map_or("", String::as_str);
                let Some(start) = text.find(old) else { return Self::between(path.to_owned(), "", "") };
                let end = start + old.len();
                let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
                let to = if text[..end].ends_with('\n') {
                    end
                } else {
                    text[end..].find('\n').map_or(text.len(), |at| end + at)
                };
                let after = format!("{}{new}{}", &text[from..start], &text[end..to]);
                Self::between(path.to_owned(), &text[from..to], &after)
            }
            Edit::Drop(path) => Self { title: format!("{path} (gone)"), old: Vec::new(), new: Vec::new() },
        }
    }

    /// The lines of both, less those at the start and the end that stay.
    fn between(title: String, old: &str, new: &str) -> Self {
        let (mut old, mut new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
        let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        old.drain(..same);
        new.drain(..same);
        let same = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
        old.truncate(old.len() - same);
        new.truncate(new.len() - same);
        let owned = |lines: Vec<&str>| lines.into_iter().map(str::to_owned).collect();
        Self { title, old: owned(old), new: owned(new) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::example::ME;

    fn told(edits: &'static [Edit]) -> Vec<String> {
        let changes = Change::all(&Example { today: "2025-03-06", edits });
        changes.iter().flat_map(|change| std::iter::once(change.title.clone()).chain(change.lines())).collect()
    }

    #[test]
    fn only_the_lines_that_differ_are_told() {
        let cases: &[(&'static [Edit], &[&str])] = &[
            (&[Edit::Swap(ME, "Rosa", "Rose")], &["Me.md", "- full_name: Rosa Lind", "+ full_name: Rose Lind"]),
            (&[Edit::Swap(ME, "full_name: Rosa Lind\n", "")], &["Me.md", "- full_name: Rosa Lind"]),
            (
                &[Edit::Swap(ME, "type: candidate\nfull_name: Rosa Lind", "type: candidate\nphone: none")],
                &["Me.md", "- full_name: Rosa Lind", "+ phone: none"],
            ),
            (&[Edit::Swap(ME, "## Pitch\n", "## Pitch\nLate.\n")], &["Me.md", "+ Late."]),
            (&[Edit::Write("A.md", "one\n\ntwo\n")], &["A.md (new)", "+ one", "+", "+ two"]),
            (
                &[Edit::Write("A.md", "one\n"), Edit::Swap("A.md", "one", "two")],
                &["A.md (new)", "+ one", "A.md", "- one", "+ two"],
            ),
            (&[Edit::Write("A.md", "a\u{202e}b")], &["A.md (new)", "+ a\\u{202e}b"]),
            (&[Edit::Drop(ME)], &["Me.md (gone)"]),
        ];
        for (edits, lines) in cases {
            assert_eq!(told(edits), *lines, "{edits:?}");
        }
    }
}
