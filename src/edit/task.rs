//! Edits of task lists.

use chrono::NaiveDate;

use super::bullet::{add_bullet, all_items, below, body_of, is_called, is_same, items_of, targets};
use super::completion::completed;
use super::{Refused, splice};
use crate::parse::body::{Body, Item};
use crate::text::Span;

/// The note with the open task `words` in the section called `title`: in its first empty box, else as its last
/// bullet; where there is no such section, it is made at the end.
///
/// # Errors
/// The front matter cannot be read, or the new text does not read as meant.
pub fn add_task(text: &str, title: &str, words: &str) -> Result<String, Refused> {
    let body = body_of(text)?;
    let Some(place) = empty_box(&body, title) else { return add_bullet(text, title, &format!("- [ ] {words}")) };
    let behind = &text[place..];
    let gap = usize::from(behind.starts_with(' '));
    let line = behind[gap..].lines().next().unwrap_or_default().trim();
    let after = if line.is_empty() { "" } else { " " };
    let new = splice(text, Span::new(place, place + gap), &format!(" {words}{after}"));
    let again = body_of(&new)?;
    let filled = |body: &Body| boxes(body, title).filter(|item| !item.text.trim().is_empty()).count();
    if again.sections.len() == body.sections.len() && filled(&again) == filled(&body) + 1 {
        Ok(new)
    } else {
        Err(Refused(format!("`- [ ] {words}` cannot be written safely under {title}; write it by hand")))
    }
}

/// Whether the note has that open task, in whatever list and with whatever comment behind it.
///
/// # Errors
/// The front matter cannot be read.
pub(super) fn has_task(text: &str, words: &str) -> Result<bool, Refused> {
    let below = below(text, &format!("- [ ] {words}"))?;
    let (body, read) = (body_of(text)?, body_of(&below)?);
    let meant = read.sections.first().and_then(|own| items_of(own).next());
    let is_meant = |item: &&Item| {
        meant.is_some_and(|meant| is_same(item, meant) && targets(&item.links).eq(targets(&meant.links)))
    };
    Ok(all_items(&body).iter().any(is_meant))
}

/// Just behind the first open box of the section that has no words.
fn empty_box(body: &Body, title: &str) -> Option<usize> {
    let empty = boxes(body, title).filter(|item| item.text.trim().is_empty() && item.children.is_empty());
    let open = empty.filter_map(|item| item.task).find(|task| task.mark == ' ')?;
    Some(open.span.end as usize + "]".len())
}

/// The note with the task whose mark stands at `mark` ticked: done on that day, which is written in the line's own
/// format, or without a day let go (`[-]`).
///
/// # Errors
/// There is no task, the front matter cannot be read, or the new text does not read as meant.
pub fn mark_task(text: &str, mark: Span, done_on: Option<NaiveDate>) -> Result<String, Refused> {
    let old = body_of(text)?;
    let before = all_items(&old);
    let is_meant = |item: &&Item| item.task.is_some_and(|task| task.span == mark);
    let Some(at) = before.iter().position(is_meant) else {
        return Err(Refused("the task is not where it was read; run the command again".to_owned()));
    };
    let line = before[at].line;
    let behind = Span::new(mark.end as usize, line.end as usize);
    let sign = if done_on.is_some() { 'x' } else { '-' };
    let tail = &text[behind.range()];
    let tail = done_on.map_or_else(|| tail.to_owned(), |day| completed(tail, day));
    let new = splice(text, Span::new(mark.start as usize, line.end as usize), &format!("{sign}{tail}"));

    // The same line on its own reads the same, and nothing else has changed.
    let again = body_of(&new)?;
    let after = all_items(&again);
    let is_sound = before.len() == after.len()
        && after[at].task.is_some_and(|task| task.mark == sign && task.span.start == mark.start)
        && done_on.is_none_or(|day| after[at].text.contains(&day.to_string()))
        && before.iter().zip(&after).enumerate().all(|(place, (old, new))| place == at || is_same(old, new))
        && old.sections.len() == again.sections.len();
    if is_sound { Ok(new) } else { Err(Refused("the task cannot be ticked safely; tick it by hand".to_owned())) }
}

fn boxes<'b>(body: &'b Body<'b>, title: &'b str) -> impl Iterator<Item = &'b Item<'b>> {
    let section = body.sections.iter().find(move |section| is_called(section, title));
    section.into_iter().flat_map(items_of).filter(|item| item.task.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_box_is_filled_before_a_new_one_is_made() {
        for (old, new) in [
            ("## Promises\n- [ ]\n\n## Log\n", "## Promises\n- [ ] Send it\n\n## Log\n"),
            ("## Promises\n- [ ] \n", "## Promises\n- [ ] Send it\n"),
            ("## Promises\n- [ ] %% by when? %%\n", "## Promises\n- [ ] Send it %% by when? %%\n"),
            ("## Promises\n- [x] Call\n", "## Promises\n- [x] Call\n- [ ] Send it\n"),
            ("x\n", "x\n\n## Promises\n\n- [ ] Send it\n"),
        ] {
            assert_eq!(add_task(old, "Promises", "Send it").as_deref(), Ok(new), "{old:?}");
        }
    }

    /// The place of the mark in the first box of that kind.
    fn mark(text: &str, sign: &str) -> Span {
        let at = text.find(&format!("[{sign}] ")).unwrap() + 1;
        Span::new(at, at + sign.len())
    }

    #[test]
    fn a_task_is_ticked_or_let_go_and_nothing_else_changes() {
        let day = "2025-03-05".parse().ok();
        for (old, sign, done_on, new) in [
            ("## P\n- [ ] A\n- [ ] B\n", " ", day, "## P\n- [x] A ✅ 2025-03-05\n- [ ] B\n"),
            ("## P\r\n- [ ] A 📅 2025-03-06\r\n", " ", day, "## P\r\n- [x] A 📅 2025-03-06 ✅ 2025-03-05\r\n"),
            ("## P\n* [é] A", "é", day, "## P\n* [x] A ✅ 2025-03-05"),
            ("## P\n- a\n\t- [/] A ^id  \n\tmore\n", "/", day, "## P\n- a\n\t- [x] A ✅ 2025-03-05 ^id  \n\tmore\n"),
            ("## P\n1. [ ] A\n", " ", None, "## P\n1. [-] A\n"),
            ("## P\n- [x] A ✅ 2025-03-05\n", "x", day, "## P\n- [x] A ✅ 2025-03-05\n"),
        ] {
            assert_eq!(mark_task(old, mark(old, sign), done_on).as_deref(), Ok(new), "{old:?}");
        }
    }

    #[test]
    fn a_task_that_is_not_there_or_would_hide_its_day_is_refused() {
        let day = "2025-03-05".parse().ok();
        assert!(mark_task("## P\n- [ ] A\n", Span::new(3, 4), day).is_err());
        let open = "## P\n- [ ] A <!-- by when\nshall it be? -->\n";
        assert!(mark_task(open, mark(open, " "), day).is_err());
    }
}
