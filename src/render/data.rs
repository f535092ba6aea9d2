//! The data reference of the documentation, in Markdown: what each kind of note may say.

use super::explain::takes;
use crate::model::Kind;
use crate::parse::schema::{Key, KnownSection, keys, sections};

const HEAD: &str = "\
# The notes

<!-- Made from the tables that the reader goes by: a test says when this file is stale, and how to refresh it. -->

A note is a record where its front matter has a known `type`; every other note is left alone. The folder it lies in means
nothing. Everything but `type` may be absent, and is asked for when it is needed. Keys and sections that stand in no table
here are yours, and are never touched.

Where a key is marked *asked*, three words are answers beside a value: `none` (asked, and there was nothing), `declined`
(asked, and they would not say), `missed` (not asked, and the moment is gone). The same goes for every label under Close.

A section is found by its heading's words, at any level.
";

/// Every kind of note with its keys, its sections and their labels.
pub fn reference() -> String {
    Kind::ALL.into_iter().fold(HEAD.to_owned(), |page, kind| page + &of(kind))
}

fn of(kind: Kind) -> String {
    let mut part = format!("\n## `type: {}`\n\n| key | takes | meaning |\n|---|---|---|\n", kind.name());
    part.extend(keys(kind).iter().filter(|key| key.name != "type").map(row));
    if !sections(kind).is_empty() {
        part.push_str("\n| section | holds |\n|---|---|\n");
        part.extend(
            sections(kind).iter().map(|section| format!("| `## {}` | {} |\n", section.name, cell(section.meaning))),
        );
    }
    part.extend(sections(kind).iter().map(labels));
    part
}

fn row(key: &Key) -> String {
    let asked = if key.open { "; *asked*" } else { "" };
    format!("| `{}` | {}{asked} | {} |\n", key.name, cell(&takes(key)), cell(key.meaning))
}

fn labels(section: &KnownSection) -> String {
    let mut rows =
        section.labels().map(|label| format!("| `{}:` | {} |\n", label.name, cell(label.meaning))).peekable();
    if rows.peek().is_none() {
        return String::new();
    }
    format!("\nLabels under `## {}`:\n\n| label | meaning |\n|---|---|\n{}", section.name, rows.collect::<String>())
}

/// Words in a cell of a table, where a bar would end it.
fn cell(words: &str) -> String {
    words.replace('|', "\\|")
}
