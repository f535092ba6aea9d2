//! Keys and documents, explained.

use super::wrap::wrapped;
use crate::letters::{FOLDER, FUNCTIONS, NAMES, built_in};
use crate::model::{Document, Kind};
use crate::parse::schema::{Key, Type, keys, sections};
use crate::text::either;

/// What a key, a section or a label means, in each kind of note that has it; empty where there is none of that name.
pub fn field(name: &str) -> String {
    Kind::ALL.into_iter().map(|kind| field_of(kind, name)).collect()
}

/// The same, in notes of one kind.
pub fn field_of(kind: Kind, name: &str) -> String {
    let mut out = String::new();
    for key in keys(kind).iter().filter(|key| key.name == name) {
        out.push_str(&format!("{name} · in a note of `type: {}`\n", kind.name()));
        out.push_str(&format!("  {}\n  takes {}\n", key.meaning, takes(key)));
        if key.open {
            out.push_str("  `none`, `declined` and `missed` are answers too\n");
        }
    }
    for section in sections(kind) {
        let place = format!("in a note of `type: {}`", kind.name());
        if section.name.eq_ignore_ascii_case(name) {
            out.push_str(&format!("## {} · {place}\n{}\n", section.name, wrapped(section.meaning, "  ", "  ")));
            out.extend(
                section.labels().map(|label| {
                    format!("{}\n", wrapped(&format!("- {}: {}", label.name, label.meaning), "  ", "    "))
                }),
            );
        }
        for label in section.labels().filter(|label| label.name.eq_ignore_ascii_case(name)) {
            let meaning = wrapped(label.meaning, "  ", "  ");
            out.push_str(&format!("{}: · under `## {}` {place}\n{meaning}\n", label.name, section.name));
        }
    }
    out
}

/// What a key takes, in words.
pub fn takes(key: &Key) -> String {
    let a_link = |kinds: &[Kind]| {
        let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
        format!("a link in quotes to a note of kind {}, such as \"[[Name]]\"", either(&names))
    };
    match key.ty {
        Type::Text => "words".to_owned(),
        Type::Phone => "a phone number in quotes".to_owned(),
        Type::Date => "a day, YYYY-MM-DD".to_owned(),
        Type::DateOrWords => "a day, YYYY-MM-DD; other words are read as `hear_by_said`".to_owned(),
        Type::Number(least, most) => format!("a whole number from {least} to {most}"),
        Type::Checkbox => "true or false".to_owned(),
        Type::Choice(words) => format!("one of {}", either(words)),
        Type::Link(kinds) => a_link(kinds),
        Type::Texts => "a list of words".to_owned(),
        Type::Declinable => "a list of names of keys and labels".to_owned(),
        Type::Links(kinds) => format!("a list: {}", a_link(kinds)),
        Type::Document => format!("one of {}", either(&Document::ALL.map(Document::name))),
        Type::People => "a list of links to interviewers, or plain names".to_owned(),
    }
}

/// How a template is written, and what it may not do.
const HOW: [&str; 4] = [
    "It is the body of the note, in the syntax of Jinja: `{{ name }}`, `{% if … %} … {% elif … %} … {% else %} … {% endif %}`, \
     `{% for item in items %} … {% endfor %}`, `{% set name = … %}`, `{# not printed #}`. Texts are put together with `~`. \
     Front matter, byte order mark and CRLF line ends of the file are passed over.",
    "A name that is not known is an empty text, which counts as false in `if`; a name that does not exist is an error.",
    "A list stands where it is used: in `paragraph([…])`, in `vary(0, […])`, and behind `in`. `+`, `*`, `{ }`, macros and \
     includes are not offered.",
    "Limits: 32 KiB of template, 64 KiB of letter, 400 tags, 400 words and signs in one tag, 16 blocks or brackets in each \
     other, and thirty times the work of the longest built-in text.",
];

/// What a document is, and what its template can use.
pub fn document(document: Document) -> String {
    let way =
        document.channel().map_or_else(|| "is never sent".to_owned(), |channel| format!("goes by {}", channel.name()));
    let name = document.name();
    let mut out = format!("letter:{name} {way}\n");
    if built_in(document).is_none() {
        out.push_str(&format!(
            "\n{}\n",
            wrapped("It is put together from all that is known, and has no template.", "", "")
        ));
        return out;
    }
    out.push_str("\nTo have your own text\n");
    for step in [
        format!(
            "1. Put it in `{FOLDER}/{name}.md` in your templates folder (`Templates`, unless `templates` in vault.toml or \
             Obsidian names another). To start from the built-in text: `vault explain letter:{name} --template`."
        ),
        "2. Run `vault trust`, and again after every change: a template that came with somebody else's vault does not speak \
         for you unasked."
            .to_owned(),
        "3. `vault check` says whether it works; one that does not is reported with its line, and nothing is drafted from it."
            .to_owned(),
    ] {
        out.push_str(&format!("{}\n", wrapped(&step, "  ", "     ")));
    }
    out.push_str("\nHow it is written\n");
    for line in HOW {
        out.push_str(&format!("{}\n", wrapped(line, "  ", "  ")));
    }
    for (title, list) in [("Names in its template", &NAMES[..]), ("Functions and filters", &FUNCTIONS[..])] {
        out.push_str(&format!("\n{title}\n"));
        for (name, meaning) in list {
            out.push_str(&format!("  {name}\n{}\n", wrapped(meaning, "      ", "      ")));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_note_may_say_is_explained_wherever_it_stands() {
        for (name, parts) in [
            ("quiet_until", &["quiet_until · in a note of `type: round`", "takes a day"][..]),
            ("close", &["## Close · in a note of `type: round`", "\n  - support: whether they are for you"]),
            ("concern", &["under `## Profile` in a note of `type: interviewer`", "under `## Close`"]),
        ] {
            let text = field(name);
            assert!(parts.iter().all(|part| text.contains(part)), "{text}");
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        }
        assert_eq!(field("weather"), "");
    }
}
