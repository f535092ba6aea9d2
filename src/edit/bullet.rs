//! Edits of the bullets under a heading.

use super::{Refused, line_end, one_line, splice};
use crate::parse::body::{self, Block, Body, Item, Link, Section};
use crate::parse::front_matter::{Read, read};
use crate::text::Span;

/// The note with `bullet` (a whole line, with its marker `- `) as the last of the section called
/// `title`, with the marker that its list has; where there is no such section, it is made at the end.
///
/// # Errors
/// The front matter cannot be read, or the new text does not read as meant.
pub fn add_bullet(text: &str, title: &str, bullet: &str) -> Result<String, Refused> {
    one_line(bullet)?;
    let body = body_of(text)?;
    let end = line_end(text);
    let new = match body.sections.iter().find(|section| is_called(section, title)) {
        Some(section) => {
            let at = end_of(text, section, &body);
            let bullet = marked(text, section, bullet);
            splice(text, Span::new(at, at), &format!("{}{bullet}{end}", line_break(text, at)))
        }
        None => appended(text, &format!("## {title}{end}{end}{bullet}{end}")),
    };
    prove(&body, ended_as(text, new), title, bullet)
}

/// The note with `value` behind the label `label` under the first heading for which `is_place` holds
/// and that has the label without a value; `None` where there is no such bullet.
///
/// # Errors
/// The front matter cannot be read, or the new text does not read as meant.
pub fn fill_label(
    text: &str,
    is_place: impl Fn(&Section) -> bool,
    label: &str,
    value: &str,
) -> Result<Option<String>, Refused> {
    one_line(value.trim())?;
    let body = body_of(text)?;
    let items = body.sections.iter().filter(|section| is_place(section)).flat_map(items_of);
    let labels = items.filter_map(|item| item.label.as_ref());
    let Some(found) = labels.into_iter().find(|found| found.key == label && found.value.trim().is_empty()) else {
        return Ok(None);
    };
    let at = found.span.end as usize;
    let new = splice(text, Span::new(at, at), &format!(" {}", value.trim()));
    let again = body_of(&new)?;
    let filled = again.sections.iter().flat_map(items_of).filter_map(|item| item.label.as_ref());
    let is_there =
        filled.into_iter().any(|found| found.key == label && found.span.end as usize == at && !found.value.is_empty());
    if is_there && again.sections.len() == body.sections.len() {
        Ok(Some(new))
    } else {
        Err(Refused(format!("`{label}:` cannot be filled safely; write it by hand")))
    }
}

/// The bullet with the marker that goes on with the section's list.
fn marked(text: &str, section: &Section, bullet: &str) -> String {
    let words = bullet.strip_prefix("- ").unwrap_or(bullet);
    let Some(Block::Item(last)) = section.blocks.last() else { return bullet.to_owned() };
    let last = &text[last.line.range()];
    let digits = last.bytes().take_while(u8::is_ascii_digit).count();
    match (last[..digits].parse::<u32>(), last[digits..].chars().next()) {
        (Ok(number), Some(behind)) => format!("{}{behind} {words}", number.saturating_add(1)),
        (Err(_), Some(marker @ ('*' | '+'))) => format!("{marker} {words}"),
        _ => bullet.to_owned(),
    }
}

pub(super) fn items_of<'b>(section: &'b Section<'b>) -> impl Iterator<Item = &'b Item<'b>> {
    section.blocks.iter().filter_map(|block| match block {
        Block::Item(item) => Some(item),
        Block::Prose(_) | Block::Quote(_) => None,
    })
}

pub(super) fn body_of(text: &str) -> Result<Body<'_>, Refused> {
    Ok(body::read(text, start_of_body(text)?, &|_| true))
}

fn start_of_body(text: &str) -> Result<usize, Refused> {
    match read(text) {
        Read::Found(front_matter) => Ok(front_matter.body),
        Read::None => Ok(0),
        Read::Broken(broken) => {
            Err(Refused(format!("the front matter cannot be read: {}; mend that first", broken.message)))
        }
    }
}

/// The note's body below a heading and `bullet`, so that this reads as it would in the note: a link is one where what it
/// refers to is defined anywhere in it. Where the first item comes from, the bullet was.
pub(super) fn below(text: &str, bullet: &str) -> Result<String, Refused> {
    Ok(format!("# T\n{bullet}\n\n# T\n\n{}", &text[start_of_body(text)?..]))
}

pub(super) fn is_called(section: &Section, title: &str) -> bool {
    section.title.trim().eq_ignore_ascii_case(title)
}

/// Behind the last line with words of the section's own part, before its first deeper heading.
pub(super) fn end_of(text: &str, section: &Section, body: &Body) -> usize {
    let start = section.content.start as usize;
    let deeper = body.sections.iter().find(|other| other.span.start >= section.content.start);
    let end = deeper.map_or(section.content.end as usize, |other| other.span.start as usize);
    let words = text[start..end].trim_end().len();
    if words == 0 {
        return start;
    }
    let last = start + words;
    text[last..end].find('\n').map_or(end, |at| last + at + 1)
}

pub(super) fn appended(text: &str, part: &str) -> String {
    let end = line_end(text);
    let gap = match text {
        "" => "",
        text if text.ends_with(&format!("{end}{end}")) => "",
        text if text.ends_with('\n') => end,
        _ => &format!("{end}{end}"),
    };
    format!("{text}{gap}{part}")
}

/// What ends the line before `at`, where nothing does yet.
pub(super) fn line_break(text: &str, at: usize) -> &'static str {
    if text[..at].ends_with('\n') { "" } else { line_end(text) }
}

/// The new text without a last line end where the old one had none.
pub(super) fn ended_as(old: &str, mut new: String) -> String {
    let has_none = |text: &str| !text.is_empty() && !text.ends_with('\n');
    if has_none(old) && !has_none(&new) {
        new.truncate(new.trim_end_matches(['\r', '\n']).len());
    }
    new
}

/// Box and words of every item, nested ones too, in order.
pub(super) fn all_items<'b>(body: &'b Body<'b>) -> Vec<&'b Item<'b>> {
    fn add<'b>(item: &'b Item<'b>, all: &mut Vec<&'b Item<'b>>) {
        all.push(item);
        item.children.iter().for_each(|child| add(child, all));
    }
    let mut all = Vec::new();
    body.sections.iter().flat_map(items_of).for_each(|item| add(item, &mut all));
    all
}

/// Where the links lead, in order.
pub(super) fn targets<'b>(links: &'b [Link<'b>]) -> impl Iterator<Item = &'b str> {
    links.iter().map(|link| &*link.target)
}

/// Whether both say the same, wherever they stand.
pub(super) fn is_same(one: &Item, other: &Item) -> bool {
    one.text == other.text && one.task.map(|task| task.mark) == other.task.map(|task| task.mark)
}

/// Sees that the new text has one item more, which reads like `bullet`, and all others as they were.
fn prove(old: &Body, new: String, title: &str, bullet: &str) -> Result<String, Refused> {
    let again = body_of(&new)?;
    let below = below(&new, bullet)?;
    let read = body_of(&below)?;
    let meant: Vec<&Item> = read.sections.first().into_iter().flat_map(items_of).collect();
    let (before, mut after) = (all_items(old), all_items(&again));
    let is_new = |(old, new): (&&Item, &&Item)| !is_same(old, new);
    let at = before.iter().zip(&after).position(is_new).unwrap_or(before.len());
    let is_there = after.len() == before.len() + 1 && meant.len() == 1 && is_same(after.remove(at), meant[0]);
    let others = is_there && before.iter().zip(&after).all(|(old, new)| is_same(old, new));
    let headings = again.sections.len().checked_sub(old.sections.len());
    if others && matches!(headings, Some(0 | 1)) {
        Ok(new)
    } else {
        Err(Refused(format!("`{bullet}` cannot be written safely under {title}; write it by hand")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bullet_comes_last_in_its_section() {
        for (old, new) in [
            ("---\na: 1\n---\n## Log\n- x\n\n## Next\n", "---\na: 1\n---\n## Log\n- x\n- y\n\n## Next\n"),
            ("## Log\n\n## Next\n", "## Log\n- y\n\n## Next\n"),
            ("## Log\n- x", "## Log\n- x\n- y"),
            ("## Log\r\n- x", "## Log\r\n- x\r\n- y"),
            ("## Log", "## Log\n- y"),
            ("## Log\n* x\n\t* deep\n", "## Log\n* x\n\t* deep\n* y\n"),
            ("## Log\n9) x\n", "## Log\n9) x\n10) y\n"),
            ("## Log\n1. x\n   - deep\n", "## Log\n1. x\n   - deep\n2. y\n"),
            ("## Log\n1. x\n\nwords\n", "## Log\n1. x\n\nwords\n- y\n"),
            ("text\r\n", "text\r\n\r\n## Log\r\n\r\n- y\r\n"),
            ("text", "text\n\n## Log\n\n- y"),
            ("", "## Log\n\n- y\n"),
            ("## Log\n- x\n### Deep\n- z\n", "## Log\n- x\n- y\n### Deep\n- z\n"),
        ] {
            assert_eq!(add_bullet(old, "Log", "- y").as_deref(), Ok(new), "{old:?}");
        }
    }

    #[test]
    fn an_empty_label_is_filled_in_place() {
        let old = "## Close\n- moment: %% finish: I keep … %%\n- **support:**\n";
        let is_close = |section: &Section| section.title == "Close";
        let filled = fill_label(old, is_close, "support", "yes").unwrap().unwrap();
        assert_eq!(filled, "## Close\n- moment: %% finish: I keep … %%\n- **support:** yes\n");
        let filled = fill_label(old, is_close, "moment", "her clock").unwrap().unwrap();
        assert_eq!(filled, "## Close\n- moment: her clock %% finish: I keep … %%\n- **support:**\n");
        assert_eq!(fill_label(&filled, is_close, "moment", "again"), Ok(None));
        assert_eq!(fill_label(old, is_close, "standing", "x"), Ok(None));
    }

    #[test]
    fn what_would_not_be_a_bullet_is_refused() {
        assert!(add_bullet("## Log\n- x\n", "Log", "## Heading").is_err());
        assert!(add_bullet("## Log\r\n- x\r\n", "Log", "- two\nlines").is_err());
        assert!(add_bullet("## Log\n```\nopen", "Log", "- y").is_err());
        // The bullet would swallow the underlined heading below it.
        assert!(add_bullet("## Log\nNext\n---\n", "Log", "- y").is_err());
    }
}
