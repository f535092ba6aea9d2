//! Note templates, in the syntax of Obsidian's own Templates plugin.

use chrono::{Datelike, NaiveDate};

use crate::model::Kind;
use crate::text::ordinal;

/// The built-in template of a kind of note; a letter is drafted, so it has none and gives an empty one.
pub fn template(kind: Kind) -> &'static str {
    match kind {
        Kind::Candidate => include_str!("templates/candidate.md"),
        Kind::Company => include_str!("templates/company.md"),
        Kind::Interviewer => include_str!("templates/interviewer.md"),
        Kind::Round => include_str!("templates/round.md"),
        Kind::Testimonial => include_str!("templates/testimonial.md"),
        Kind::Contact => include_str!("templates/contact.md"),
        Kind::Letter => "",
    }
}

/// `template` with `{{title}}`, `{{date}}` and `{{date:FORMAT}}` filled in; other placeholders stay as they are.
/// A format is made of `YYYY`, `YY`, `MMMM`, `MMM`, `MM`, `M`, `DD`, `D`, `Do`, `dddd`, `ddd` and `[words]`.
pub fn fill(template: &str, title: &str, today: NaiveDate) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(start) = rest.find("{{") {
        let Some(length) = rest[start..].find("}}") else { break };
        let end = start + length + 2;
        filled.push_str(&rest[..start]);
        match value(&rest[start + 2..end - 2], title, today) {
            Some(value) => filled.push_str(&value),
            None => filled.push_str(&rest[start..end]),
        }
        rest = &rest[end..];
    }
    filled + rest
}

fn value(placeholder: &str, title: &str, today: NaiveDate) -> Option<String> {
    let (name, format) = placeholder.split_once(':').unwrap_or((placeholder, "YYYY-MM-DD"));
    match name.trim() {
        "title" => Some(title.to_owned()),
        "date" => formatted(format.trim(), today),
        _ => None,
    }
}

/// The day in a format of the kind that Obsidian uses; `None` where it asks for what a day does not have.
fn formatted(format: &str, day: NaiveDate) -> Option<String> {
    const TOKENS: [(&str, &str); 10] = [
        ("YYYY", "%Y"),
        ("YY", "%y"),
        ("MMMM", "%B"),
        ("MMM", "%b"),
        ("MM", "%m"),
        ("M", "%-m"),
        ("DD", "%d"),
        ("D", "%-d"),
        ("dddd", "%A"),
        ("ddd", "%a"),
    ];
    let mut out = String::new();
    let mut rest = format;
    while let Some(first) = rest.chars().next() {
        let token = TOKENS.iter().find(|(token, _)| rest.starts_with(token));
        if let Some((words, after)) = rest.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
            out.push_str(words);
            rest = after;
        } else if let Some(after) = rest.strip_prefix("Do") {
            out.push_str(&ordinal(day.day()));
            rest = after;
        } else if let Some((token, specifier)) = token {
            out.push_str(&day.format(specifier).to_string());
            rest = &rest[token.len()..];
        } else if first.is_alphabetic() {
            return None;
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_others_left() {
        let today = "2025-03-04".parse().unwrap();
        for (template, expected) in [
            ("{{title}}, {{ date }}", "Kiln, 2025-03-04"),
            ("{{date:YYYY-MM-DD}} {{date: D.M.YY}}", "2025-03-04 4.3.25"),
            ("{{date:dddd [the] Do MMMM}}|{{date:ddd D MMM}}", "Tuesday the 4th March|Tue 4 Mar"),
            ("{{time}} {{date:HH:mm}} {{cursor}}", "{{time}} {{date:HH:mm}} {{cursor}}"),
            ("a {{ b", "a {{ b"),
            ("{{}}{{title}}", "{{}}Kiln"),
            ("<% tp.date.now() %>", "<% tp.date.now() %>"),
        ] {
            assert_eq!(fill(template, "Kiln", today), expected);
        }
        assert_eq!([1, 2, 3, 11, 12, 13, 21, 30].map(ordinal).join(" "), "1st 2nd 3rd 11th 12th 13th 21st 30th");
    }
}
