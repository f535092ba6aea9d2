//! A note on its way from one text to another, edit by edit.

use chrono::NaiveDate;

use super::{
    Refused, Whose, add_bullet, add_task, add_to_list, answer, has_task, mark_task, put_heading_first, replace,
    set_key, swap_in_list, values,
};
use crate::text::Span;

/// A note being edited: its text so far, and what was written, a line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewrite {
    text: String,
    written: Vec<String>,
}

impl Rewrite {
    /// The note as it was read.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), written: Vec::new() }
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What was written, in the order of the edits; an edit that found everything in place is not among it.
    pub fn written(&self) -> &[String] {
        &self.written
    }

    /// See [`set_key`].
    pub fn set_key(&mut self, key: &str, value: &str) -> Result<(), Refused> {
        let new = set_key(&self.text, key, value)?;
        self.take(new, format!("{key}: {value}"));
        Ok(())
    }

    /// See [`add_to_list`].
    pub fn add_to_list(&mut self, key: &str, entry: &str) -> Result<(), Refused> {
        let new = add_to_list(&self.text, key, entry)?;
        self.take(new, format!("{key}: {entry}"));
        Ok(())
    }

    /// See [`swap_in_list`].
    pub fn swap_in_list(&mut self, key: &str, old: &str, entry: &str) -> Result<(), Refused> {
        let new = swap_in_list(&self.text, key, old, entry)?;
        self.take(new, format!("{key}: {entry} (it was: {old})"));
        Ok(())
    }

    /// Puts `entry` into the list `key`: in place of the one that begins with `head`, where there is one.
    pub fn put_in_list(&mut self, key: &str, head: &str, entry: &str) -> Result<(), Refused> {
        let earlier = values(&self.text, key).into_iter().find(|other| other.starts_with(head));
        match earlier {
            Some(earlier) if earlier == entry => Ok(()),
            Some(earlier) => self.swap_in_list(key, &earlier, entry),
            None => self.add_to_list(key, entry),
        }
    }

    /// See [`add_bullet`].
    pub fn add_bullet(&mut self, title: &str, bullet: &str) -> Result<(), Refused> {
        let new = add_bullet(&self.text, title, bullet)?;
        self.take(new, format!("{title}: {bullet}"));
        Ok(())
    }

    /// See [`add_task`]; a task that stands there already is not added again.
    pub fn add_task(&mut self, title: &str, words: &str) -> Result<(), Refused> {
        let words = plain(words)?;
        if has_task(&self.text, &words)? {
            return Ok(());
        }
        let new = add_task(&self.text, title, &words)?;
        self.take(new, format!("{title}: {words}"));
        Ok(())
    }

    /// See [`mark_task`]. The place is one of the text as it was read, so a note's tasks are ticked from the last to
    /// the first, before anything else is written in it.
    pub fn mark_task(&mut self, mark: Span, done_on: Option<NaiveDate>) -> Result<(), Refused> {
        let new = mark_task(&self.text, mark, done_on)?;
        let start = new[..mark.start as usize].rfind('\n').map_or(0, |at| at + 1);
        let line = new[start..].lines().next().unwrap_or_default().trim().to_owned();
        self.take(new, line);
        Ok(())
    }

    /// See [`replace`].
    pub fn replace(&mut self, places: &[(Span, String)]) -> Result<(), Refused> {
        let new = replace(&self.text, places)?;
        let old = |span: &Span| self.text.get(span.range()).unwrap_or_default();
        self.written.extend(places.iter().map(|(span, written)| format!("{} → {written}", old(span))));
        self.text = new;
        Ok(())
    }

    /// See [`answer`].
    pub fn answer(&mut self, whose: Whose<'_>, label: &str, value: &str) -> Result<(), Refused> {
        let new = answer(&self.text, whose, label, value)?;
        self.take(
            new,
            match whose {
                Whose::Round => format!("{label}: {value}"),
                Whose::Only(name) | Whose::OneOf(name) => format!("{name}, {label}: {value}"),
            },
        );
        Ok(())
    }

    /// See [`put_heading_first`].
    pub fn put_heading_first(&mut self, part: &str, title: &str) -> Result<(), Refused> {
        let new = put_heading_first(&self.text, part, title)?;
        self.take(new, format!("{part}: a heading for {title}"));
        Ok(())
    }

    fn take(&mut self, new: String, said: String) {
        if new != self.text {
            self.text = new;
            self.written.push(said);
        }
    }
}

/// Words on one line, with single spaces.
///
/// # Errors
/// There are none, or they begin a comment or a placeholder, in which no reader would see them.
pub(super) fn plain(words: &str) -> Result<String, Refused> {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match ["%%", "<!--", "<%"].iter().find(|mark| line.contains(**mark)) {
        Some(mark) => Err(Refused(format!("`{line}` has `{mark}`, which would hide words; write it without"))),
        None if line.is_empty() => Err(Refused("there are no words to write".to_owned())),
        None => Ok(line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_added_once_whatever_list_it_stands_in() {
        for (old, new) in [
            ("## Promises\n1. [ ] A\n", "## Promises\n1. [ ] A\n2. [ ] Call [[B]]\n"),
            ("## Promises\n- [ ] %% by when? %%\n", "## Promises\n- [ ] Call [[B]] %% by when? %%\n"),
            ("## Promises\n- [ ] Call B\n", "## Promises\n- [ ] Call B\n- [ ] Call [[B]]\n"),
        ] {
            let mut note = Rewrite::new(old);
            note.add_task("Promises", "Call [[B]]").unwrap();
            note.add_task("Promises", "Call [[B]]").unwrap();
            assert_eq!(note.text(), new);
        }
    }

    #[test]
    fn a_task_is_added_once_where_the_note_says_what_its_words_refer_to() {
        let mut note = Rewrite::new("[B]: https://b.example\n");
        note.add_task("Promises", "Call [B]").unwrap();
        note.add_task("Promises", "Call [B]").unwrap();
        assert_eq!(note.text(), "[B]: https://b.example\n\n## Promises\n\n- [ ] Call [B]\n");
    }

    #[test]
    fn only_what_changed_is_told() {
        let mut note = Rewrite::new("---\nstate: held\n---\n\n## Promises\n- [ ]\n");
        note.set_key("state", "held").unwrap();
        note.set_key("result", "advanced").unwrap();
        note.add_task("Promises", "Send  it").unwrap();
        note.add_task("Promises", "Send it").unwrap();
        assert_eq!(note.written(), ["result: advanced", "Promises: Send it"]);
        assert_eq!(note.text(), "---\nstate: held\nresult: advanced\n---\n\n## Promises\n- [ ] Send it\n");
    }
}
