//! Links to notes, wikilinks and Markdown links alike.

use std::borrow::Cow;

use super::Link;
use super::builder;
use crate::text::Span;

/// The links in a text that stands for itself, such as a value of the front matter; `base` is the offset
/// of its first byte in the note, and each `at` is an offset in the text without its markup.
pub fn links_in(text: &str, base: usize) -> Vec<Link<'_>> {
    if !text.contains('[') {
        return Vec::new();
    }
    only(text, base).map_or_else(|| parsed(text, base), |link| vec![link])
}

/// The first of them.
pub fn link_in(text: &str, base: usize) -> Option<Link<'_>> {
    if !text.contains('[') {
        return None;
    }
    only(text, base).or_else(|| parsed(text, base).into_iter().next())
}

fn parsed(text: &str, base: usize) -> Vec<Link<'_>> {
    // Indented, it would be code.
    let words = text.trim_start();
    builder::links(words, words, base + text.len() - words.len())
}

/// The wikilink that is all of `text`, where that can be told without the parser: plain words, as most names are.
fn only(text: &str, base: usize) -> Option<Link<'_>> {
    let name = text.strip_prefix("[[")?.strip_suffix("]]")?;
    if !is_plain_name(name) {
        return None;
    }
    let span = Span::new(base, base + text.len());
    let target = Cow::Borrowed(named(name)?);
    Some(Link { target, text: Cow::Borrowed(name), wiki: true, embed: false, span, at: 0 })
}

/// Whether a link can be of these words as they stand: words of letters and digits, a space between them.
pub(super) fn is_plain_name(name: &str) -> bool {
    let mut before = ' ';
    for c in name.chars() {
        if !(c.is_alphanumeric() || matches!(c, '-' | '.' | '/' | ',') || c == ' ' && before != ' ') {
            return false;
        }
        before = c;
    }
    before != ' '
}

/// The note that a wikilink names; none where it stays within its own note.
pub(super) fn wiki_target(written: &str) -> Option<&str> {
    // In a table the bar is escaped, and the parser leaves the backslash.
    named(cut(written.strip_suffix('\\').unwrap_or(written)))
}

/// The note that a Markdown link names; none where it leads out of the vault or stays within its own note.
pub(super) fn path_target(written: &str) -> Option<String> {
    let scheme = written.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    if scheme || written.starts_with("//") {
        return None;
    }
    let path = cut(written);
    named(&percent_decoded(path).unwrap_or_else(|| path.to_owned())).map(str::to_owned)
}

/// The link without heading, block and display text.
fn cut(written: &str) -> &str {
    written.split(['#', '^', '|']).next().unwrap_or_default()
}

/// The name without `.md`; none where nothing is left.
pub(super) fn named(written: &str) -> Option<&str> {
    let name = written.trim();
    let stem = name.len().checked_sub(3).and_then(|end| {
        let (stem, ending) = name.split_at_checked(end)?;
        ending.eq_ignore_ascii_case(".md").then_some(stem)
    });
    let name = stem.unwrap_or(name).trim();
    (!name.is_empty()).then_some(name)
}

/// The text with `%20` and the like resolved; none where that gives no UTF-8.
fn percent_decoded(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        let code = code.filter(|code| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        out.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_a_note() {
        for (written, target) in [
            ("Priya Rao", Some("Priya Rao")),
            (" Priya Rao.md#Profile", Some("Priya Rao")),
            ("Priya Rao^x", Some("Priya Rao")),
            ("Priya Rao\\", Some("Priya Rao")),
            ("#Profile", None),
        ] {
            assert_eq!(wiki_target(written), target, "{written:?}");
        }
        for (written, target) in [
            ("Interviewers/Priya%20Rao.md", Some("Interviewers/Priya Rao")),
            ("Zo%C3%AB.MD#x", Some("Zoë")),
            ("C%23.md", Some("C#")),
            ("50%.md", Some("50%")),
            ("%ff.md", Some("%ff")),
            ("https://acme.example/a.md", None),
            ("mailto:a@acme.example", None),
            ("//acme.example", None),
            ("#x", None),
        ] {
            assert_eq!(path_target(written).as_deref(), target, "{written:?}");
        }
    }

    #[test]
    fn links_stand_in_values() {
        let text = " [[Priya Rao|PR]] and [Bo](People/Bo%20Li.md), [x](https://a.example)";
        let links: Vec<_> = links_in(text, 10)
            .into_iter()
            .map(|link| (text[link.span.start as usize - 10..link.span.end as usize - 10].to_owned(), link))
            .map(|(written, link)| (written, link.target.into_owned(), link.text.into_owned(), link.wiki, link.at))
            .collect();
        let owned = |a: &str, b: &str, c: &str, wiki, at| (a.to_owned(), b.to_owned(), c.to_owned(), wiki, at);
        assert_eq!(
            links,
            [
                owned("[[Priya Rao|PR]]", "Priya Rao", "PR", true, 0),
                owned("[Bo](People/Bo%20Li.md)", "People/Bo Li", "Bo", false, 7),
            ]
        );
        assert!(links_in("no link", 0).is_empty());
    }

    #[test]
    fn a_link_stands_where_it_is_said_to() {
        let text = "[ ]/]/[([]\0/][[ ](\0]([[![( ](t\\|) ](\0]( \\\\ \u{b},\u{12}\0\u{5}\0[/~[]]](]\0/[/[\u{b1}\0]/]";
        for link in links_in(text, 0) {
            assert!(text[link.span.range()].starts_with(if link.embed { "![" } else { "[" }), "{link:?}");
        }
        assert_eq!(links_in("[![a](b.md)](c.md) ![[d]]", 0).len(), 3);
    }

    proptest::proptest! {
        #[test]
        fn a_plain_link_is_what_the_parser_says(text in "\\[\\[([a-cÄ1][a-cß.,/-]{0,3} {0,2}){0,3}(\\.md)?\\]\\]") {
            if let Some(link) = only(&text, 7) {
                assert_eq!(vec![link], builder::links(&text, &text, 7));
            } else {
                assert!(text.contains("  ") || text.contains(" ]") || text.contains(" .md") || text.len() < 8, "{text:?}");
            }
        }
    }
}
