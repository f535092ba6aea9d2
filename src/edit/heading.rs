//! Edits under the deeper headings of a section, one for each person.

use super::bullet::{appended, body_of, end_of, ended_as, is_called, items_of, line_break};
use super::{Refused, line_end, one_line, splice};
use crate::parse::body::{Body, Section};
use crate::text::Span;

/// The note with `bullet` (a whole line, with its marker) as the last of the last section for which `is_place`
/// holds; `None` where there is none.
///
/// # Errors
/// The front matter cannot be read, or the new text does not read as meant.
pub fn add_bullet_under(
    text: &str,
    is_place: impl Fn(&Section) -> bool,
    bullet: &str,
) -> Result<Option<String>, Refused> {
    one_line(bullet)?;
    let body = body_of(text)?;
    let Some(place) = body.sections.iter().rposition(is_place) else { return Ok(None) };
    let at = end_of(text, &body.sections[place], &body);
    let end = line_end(text);
    let new = splice(text, Span::new(at, at), &format!("{}{bullet}{end}", line_break(text, at)));
    let new = ended_as(text, new);
    let again = body_of(&new)?;
    let items = |body: &Body| body.sections.get(place).map_or(0, |section| items_of(section).count());
    if again.sections.len() == body.sections.len() && items(&again) == items(&body) + 1 {
        Ok(Some(new))
    } else {
        Err(Refused(format!("`{bullet}` cannot be written safely; write it by hand")))
    }
}

/// The note with a deeper heading `title` at the end of the section called `part`; where there is no such section,
/// it is made at the end.
///
/// # Errors
/// The front matter cannot be read, or the new text does not read as meant.
pub fn add_heading(text: &str, part: &str, title: &str) -> Result<String, Refused> {
    one_line(title)?;
    let body = body_of(text)?;
    let end = line_end(text);
    let new = match body.sections.iter().find(|section| is_called(section, part)) {
        Some(section) => {
            let content = &text[section.content.range()];
            let words = section.content.start as usize + content.trim_end().len();
            let at = text[words..].find('\n').map_or(text.len(), |line| words + line + 1);
            let at = if content.trim().is_empty() { section.content.start as usize } else { at };
            let heading = heading(section, title);
            splice(text, Span::new(at, at), &format!("{}{end}{heading}{end}", line_break(text, at)))
        }
        None => appended(text, &format!("## {part}{end}{end}### {title}{end}")),
    };
    prove(&body, new, title)
}

/// The note with a deeper heading `title` as the first line of the section called `part`, so that what stands
/// there comes to stand below it; the note itself where there is no such section.
///
/// # Errors
/// The front matter cannot be read, or the new text does not read as meant.
pub fn put_heading_first(text: &str, part: &str, title: &str) -> Result<String, Refused> {
    one_line(title)?;
    let body = body_of(text)?;
    let Some(section) = body.sections.iter().find(|section| is_called(section, part)) else {
        return Ok(text.to_owned());
    };
    let at = section.content.start as usize;
    let end = line_end(text);
    let new =
        splice(text, Span::new(at, at), &format!("{}{end}{}{end}", line_break(text, at), heading(section, title)));
    prove(&body, new, title)
}

/// A heading one level below that of `section`.
fn heading(section: &Section, title: &str) -> String {
    format!("{} {title}", "#".repeat(usize::from(section.level).min(5) + 1))
}

fn prove(old: &Body, new: String, title: &str) -> Result<String, Refused> {
    let again = body_of(&new)?;
    let items = |body: &Body| body.sections.iter().flat_map(items_of).count();
    let added = again.sections.len() - old.sections.len().min(again.sections.len());
    if matches!(added, 1 | 2) && items(&again) == items(old) {
        Ok(new)
    } else {
        Err(Refused(format!("a heading for {title} cannot be written safely; write it by hand")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_comes_last_in_its_section() {
        for (old, new) in [
            ("## Close\n\n## Log\n", "## Close\n\n### P\n\n## Log\n"),
            ("## Close\n- a: b\n\n## Log\n", "## Close\n- a: b\n\n### P\n\n## Log\n"),
            ("## Close\n### Q\n- a: b\n## Log\n", "## Close\n### Q\n- a: b\n\n### P\n## Log\n"),
            ("## Close", "## Close\n\n### P\n"),
            ("# Close\r\n- a\r\n", "# Close\r\n- a\r\n\r\n## P\r\n"),
            ("x\n", "x\n\n## Close\n\n### P\n"),
        ] {
            assert_eq!(add_heading(old, "Close", "P").as_deref(), Ok(new), "{old:?}");
        }
        assert!(add_heading("## Close\n```\nopen", "Close", "P").is_err());
    }

    #[test]
    fn a_heading_can_be_put_above_what_stands_there() {
        let new = put_heading_first("## Close\n- a: b\n\n## Log\n", "Close", "P");
        assert_eq!(new.as_deref(), Ok("## Close\n\n### P\n- a: b\n\n## Log\n"));
        assert_eq!(put_heading_first("## Log\n", "Close", "P").as_deref(), Ok("## Log\n"));
    }

    #[test]
    fn a_bullet_comes_last_under_its_heading() {
        let is_place = |section: &Section| section.title == "P";
        for (old, new) in [
            ("## C\n### P\n- a\n### Q\n- z\n", Some("## C\n### P\n- a\n- y\n### Q\n- z\n")),
            ("## C\n### P\n\n### Q\n", Some("## C\n### P\n- y\n\n### Q\n")),
            ("## C\n### P", Some("## C\n### P\n- y")),
            ("## C\n", None),
        ] {
            assert_eq!(add_bullet_under(old, is_place, "- y").unwrap().as_deref(), new, "{old:?}");
        }
    }
}
