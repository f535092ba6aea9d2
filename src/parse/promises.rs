//! The task lines of `## Promises`, in both formats of the Obsidian Tasks plugin.

use chrono::NaiveDate;

use super::body::{Item, Task};
use super::desk::Desk;
use super::fields::date_in;
use super::people::people;
use super::sections::Part;
use crate::diagnostic::{Diagnostic, Fix, Problem, Severity};
use crate::model::{Named, Promise, PromiseState};

/// Emoji that the Tasks plugin puts before a date, a priority or a rule of its own.
const SIGNS: [&str; 15] = ["📅", "📆", "🗓", "✅", "⏳", "🛫", "➕", "❌", "🔁", "⏫", "🔼", "🔽", "🔺", "⏬", "🆔"];
/// Those of them that words follow: how often, and an id.
const NAMED: [&str; 2] = ["🔁", "🆔"];
const DUE: [&str; 3] = ["📅", "📆", "🗓"];

/// Every task of the section, nested ones too, in a round with these `interviewers`; an empty one is a template's, and
/// counts as absent.
pub(super) fn read(part: &Part<'_>, interviewers: &[Named], desk: &mut Desk<'_>) -> Vec<Promise> {
    let mut promises = Vec::new();
    for item in part.all_items() {
        if let Some(task) = &item.task {
            promises.extend(promise(item, task, interviewers, desk));
        }
    }
    for item in part.items().filter(|item| !has_box(item) && !item.text.trim().is_empty()) {
        let message = "this line has no box, so it is not counted as a promise".to_owned();
        let help = "begin it with `- [ ] `; a day it is due goes to its end: `📅 YYYY-MM-DD`".to_owned();
        desk.report(Problem::Bullet, Severity::Hint, item.line, message, help);
    }
    promises
}

/// Whether it is a task, or holds one.
fn has_box(item: &Item) -> bool {
    item.task.is_some() || item.children.iter().any(has_box)
}

fn promise(item: &Item, task: &Task, interviewers: &[Named], desk: &mut Desk<'_>) -> Option<Promise> {
    let line = Line::split(item.text.trim());
    if line.words.is_empty() {
        return None;
    }
    if let Some(wrong) = line.wrong {
        let help =
            "write `📅 YYYY-MM-DD` at the end of the line; after it only tags, other fields and `^id`".to_owned();
        let hint = Diagnostic::new(Problem::Bullet, Severity::Hint, desk.path, item.line, wrong);
        let meant = fields_last(&desk.text[item.line.range()]);
        desk.diagnostics.push(hint.help(help).fix(meant.map(|text| Fix::Replace { span: item.line, text })));
    }
    let state = match task.mark {
        'x' | 'X' => PromiseState::Kept(line.done),
        '-' => PromiseState::Released,
        _ => PromiseState::Open,
    };
    let people = people(item.links.iter(), interviewers, desk);
    // What has no note may be a paper as well, so somebody who has one comes first.
    let person = people.iter().find(|person| person.note.is_some()).or(people.first());
    Some(Promise { text: line.words, person: person.cloned(), state, due: line.due, mark: task.span, span: item.line })
}

/// The source line with its words before its fields; `None` where they stand so, or where a field cannot be read.
fn fields_last(line: &str) -> Option<String> {
    let (head, mut rest) = line.split_at(first_sign(line)?);
    let (mut words, mut fields, mut tags) = (Vec::new(), Vec::new(), Vec::new());
    while let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)).filter(|sign| !NAMED.contains(sign)) {
        let behind = &rest[sign.len()..];
        let end = first_sign(behind).unwrap_or(behind.len());
        let mut parts = behind[..end].trim_start_matches('\u{fe0f}').split_whitespace().peekable();
        let day = parts.next_if(|word| date_in(word).is_ok());
        if DUE.contains(sign) && day.is_none() {
            return None;
        }
        fields.push(format!("{sign}{}", day.map(|day| format!(" {day}")).unwrap_or_default()));
        let (marks, plain): (Vec<&str>, Vec<&str>) = parts.partition(|word| word.starts_with(['#', '^']));
        words.extend(plain);
        tags.extend(marks);
        rest = &behind[end..];
    }
    if words.is_empty() || !rest.is_empty() {
        return None;
    }
    let parts = words.into_iter().map(str::to_owned).chain(fields).chain(tags.into_iter().map(str::to_owned));
    Some(format!("{} {}", head.trim_end(), parts.collect::<Vec<_>>().join(" ")))
}

/// A task's words, and the dates in its fields.
#[derive(Default)]
struct Line {
    words: String,
    due: Option<NaiveDate>,
    done: Option<NaiveDate>,
    wrong: Option<String>,
}

impl Line {
    fn split(text: &str) -> Self {
        let mut line = Self::default();
        let text = line.take_bracketed(text);
        let (words, fields) = text.split_at(first_sign(&text).unwrap_or(text.len()));
        let words: Vec<&str> = words.split_whitespace().filter(|word| !is_block_id(word)).collect();
        line.words = words.join(" ");
        line.take_signs(fields);
        line
    }

    /// Takes out `[due:: 2025-03-06]` and its like.
    fn take_bracketed(&mut self, text: &str) -> String {
        let mut rest = text.to_owned();
        while let Some((start, end, name, value)) = bracketed(&rest) {
            match (name.as_str(), date_in(&value)) {
                ("due", Ok(date)) => self.due = Some(date),
                ("due", Err(wrong)) => self.wrong = Some(format!("the day of this promise: {}", wrong.message)),
                ("completion", date) => self.done = date.ok(),
                _ => {}
            }
            rest.replace_range(start..end, "");
        }
        rest.trim().to_owned()
    }

    fn take_signs(&mut self, fields: &str) {
        let mut rest = fields;
        while let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            // U+FE0F may follow a sign, and shows it in colour.
            let after = rest[sign.len()..].trim_start_matches('\u{fe0f}').trim_start();
            let end = first_sign(after).unwrap_or(after.len());
            let (value, next) = after.split_at(end);
            let mut words = value.split_whitespace().peekable();
            let day = words.peek().map(|word| date_in(word));
            match (DUE.contains(sign), &day) {
                (true, Some(Ok(date))) => self.due = Some(*date),
                (true, Some(Err(wrong))) => self.wrong = Some(format!("the day of this promise: {}", wrong.message)),
                (true, None) => self.wrong = Some("no day stands behind the sign for it".to_owned()),
                (false, Some(Ok(date))) if *sign == "✅" => self.done = Some(*date),
                _ => {}
            }
            if day.is_some_and(|day| day.map_or_else(|wrong| !wrong.is_words, |_| true)) {
                words.next();
            }
            if !NAMED.contains(sign) {
                self.take_words(words.filter(|word| !word.starts_with(['#', '^'])));
            }
            rest = next;
        }
    }

    /// Words behind a sign: they are part of what was promised all the same.
    fn take_words<'w>(&mut self, words: impl Iterator<Item = &'w str>) {
        for word in words {
            if !self.words.is_empty() {
                self.words.push(' ');
            }
            self.words.push_str(word);
            if self.due.is_some() && self.wrong.is_none() {
                self.wrong = Some("words follow the day, so the Tasks plugin does not see it".to_owned());
            }
        }
    }
}

/// Where the first of the signs stands.
fn first_sign(text: &str) -> Option<usize> {
    let mut beyond_ascii = text.char_indices().filter(|(_, c)| !c.is_ascii()).map(|(at, _)| at);
    beyond_ascii.find(|at| SIGNS.iter().any(|sign| text[*at..].starts_with(sign)))
}

fn is_block_id(word: &str) -> bool {
    word.len() > 1 && word.starts_with('^')
}

/// The first `[name:: value]` or `(name:: value)`: its bytes, name and value.
fn bracketed(text: &str) -> Option<(usize, usize, String, String)> {
    let first = text.find("::")?;
    let middle = text.find(":: ").unwrap_or(first);
    let open = text[..middle].rfind(['[', '('])?;
    let close = middle + text[middle..].find([']', ')'])?;
    let name = text[open + 1..middle].trim().to_lowercase();
    let value = text[middle + 2..close].trim().to_owned();
    Some((open, close + 1, name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_formats_of_the_tasks_plugin_are_read() {
        for (text, words, due, done) in [
            ("Send references 📅 2025-03-06", "Send references", Some("2025-03-06"), None),
            (
                "Send references 📅 2025-03-06 ✅ 2025-03-05 ^a1",
                "Send references",
                Some("2025-03-06"),
                Some("2025-03-05"),
            ),
            ("Send references [due:: 2025-03-06]", "Send references", Some("2025-03-06"), None),
            (
                "Send references (due:: 2025-03-06) [completion:: 2025-03-05]",
                "Send references",
                Some("2025-03-06"),
                Some("2025-03-05"),
            ),
            ("Send references ⏫ 🛫 2025-03-01", "Send references", None, None),
            ("Send references ^a1b2", "Send references", None, None),
        ] {
            let line = Line::split(text);
            assert_eq!(line.words, words, "{text}");
            assert_eq!(line.due, due.map(|day| day.parse().unwrap()), "{text}");
            assert_eq!(line.done, done.map(|day| day.parse().unwrap()), "{text}");
            assert_eq!(line.wrong, None, "{text}");
        }
    }

    #[test]
    fn words_behind_the_day_are_promised_too() {
        for (text, words) in [
            ("Send 📅 2025-03-06 to [[Priya]] #work ⏫", "Send to [[Priya]]"),
            ("Send 📅 soon ✅ 2025-03-06", "Send soon"),
            ("📅 2025-03-06 send it", "send it"),
        ] {
            assert_eq!(Line::split(text).words, words, "{text}");
        }
    }

    #[test]
    fn words_can_be_put_before_the_day() {
        for (line, expected) in [
            ("- [ ] Send 📅 2025-03-06 to [[Priya]]", Some("- [ ] Send to [[Priya]] 📅 2025-03-06")),
            (
                "- [x] Send 📅 2025-03-06 it ✅ 2025-03-05 #w ^a",
                Some("- [x] Send it 📅 2025-03-06 ✅ 2025-03-05 #w ^a"),
            ),
            ("- [ ] Send it 📅 2025-03-06 ⏫ #w", None),
            ("- [ ] Send 📅 soon to her", None),
            ("- [ ] Send 📅 2025-03-06 it 🔁 every week", None),
            ("- [ ] Send it", None),
        ] {
            assert_eq!(fields_last(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn a_day_that_the_plugin_would_not_see_is_told() {
        for text in
            ["Send it 📅", "Send it 📅 2025-02-30", "Send it 📅 2025-03-06 in the morning", "Send it [due:: soon]"]
        {
            assert!(Line::split(text).wrong.is_some(), "{text}");
        }
        assert!(Line::split("Send it 📅 2025-03-06 #work ^id").wrong.is_none());
    }
}
