//! Edits of task lists.

use super::bullet::{add_bullet, body_of, is_called, items_of};
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

/// Just behind the first open box of the section that has no words.
fn empty_box(body: &Body, title: &str) -> Option<usize> {
    let empty = boxes(body, title).filter(|item| item.text.trim().is_empty() && item.children.is_empty());
    let open = empty.filter_map(|item| item.task).find(|task| task.mark == ' ')?;
    Some(open.span.end as usize + "]".len())
}

fn boxes<'b>(body: &'b Body, title: &'b str) -> impl Iterator<Item = &'b Item> {
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
}
