//! What a vault starts from: its settings, the note templates, and an invented search to try things on.
//!
//! Everything is text by path; nothing here touches a file.

mod example;
mod front;
mod moved;
mod template;
pub mod yaml;

use chrono::NaiveDate;

use crate::model::{Config, Folders, Kind};

pub use example::{REFERENCE, example, example_day};
pub use front::set;
pub use template::{fill, template};

/// The kinds that have a template in the templates folder, in the order in which one needs them.
pub const TEMPLATES: [Kind; 5] = [Kind::Company, Kind::Interviewer, Kind::Round, Kind::Contact, Kind::Testimonial];

/// Path of the candidate's note in a new vault.
pub const ME: &str = "Me.md";

/// The commented `vault.toml` of a vault that starts on that day.
pub fn settings(since: NaiveDate) -> String {
    fill(include_str!("templates/vault.toml"), "", since)
}

/// The candidate's note, with the name that stands under a letter; empty where it is not known yet.
///
/// # Errors
/// Why a name cannot be written, in a few words.
pub fn candidate(full_name: &str) -> Result<String, String> {
    let text = template(Kind::Candidate);
    if full_name.is_empty() {
        return Ok(text.to_owned());
    }
    set(text, Kind::Candidate, "full_name", &yaml::text(full_name))
}

/// The files of every vault beside its settings and its notes, by path: the templates, to lie in the folder
/// `templates`, and what git should know.
pub fn furniture(config: &Config, templates: &str) -> Vec<(String, String)> {
    let note = |kind: Kind| (template_path(templates, kind), template(kind).to_owned());
    let mut files: Vec<_> = TEMPLATES.into_iter().map(note).collect();
    files.push((".gitignore".to_owned(), include_str!("templates/gitignore").to_owned()));
    files.push((".gitattributes".to_owned(), attributes(&config.folders)));
    files
}

/// The folders in which things will lie.
pub fn folders(folders: &Folders) -> [&str; 7] {
    let Folders { company, interviewer, round, contact, testimonial, letter, sheet, .. } = folders;
    [company, interviewer, round, contact, testimonial, letter, sheet]
}

/// The folder for new notes of a kind; empty for the root.
pub fn folder(folders: &Folders, kind: Kind) -> &str {
    match kind {
        Kind::Candidate => "",
        Kind::Company => &folders.company,
        Kind::Interviewer => &folders.interviewer,
        Kind::Round => &folders.round,
        Kind::Testimonial => &folders.testimonial,
        Kind::Contact => &folders.contact,
        Kind::Letter => &folders.letter,
    }
}

/// Where the template for notes of a kind lies in the folder `templates`.
pub fn template_path(templates: &str, kind: Kind) -> String {
    format!("{templates}/{}.md", kind.name())
}

/// The generated files are rebuilt, not merged.
fn attributes(folders: &Folders) -> String {
    let line = |path: &String| {
        let path = if path.contains([' ', '"']) { format!("\"{}\"", path.replace('"', "\\\"")) } else { path.clone() };
        format!("{path} -merge linguist-generated\n")
    };
    [&folders.agenda, &folders.pipeline].map(line).concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist;
    use crate::parse::config::read;

    /// Every key that `vault.toml` can have, in the order of the reference.
    const KEYS: &[&str] = &[
        "since",
        "timezone",
        "weekend",
        "holidays",
        "posting_days",
        "post_transit_days",
        "thanks",
        "stance",
        "reply_days",
        "status_repeat_days",
        "status_max",
        "research_days",
        "prepare_days",
        "unanswered_days",
        "include",
        "ignore",
        "templates",
        "company",
        "interviewer",
        "round",
        "contact",
        "testimonial",
        "letter",
        "sheet",
        "agenda",
        "pipeline",
        "calendar",
        "paper",
        "letter_words",
        "email_words",
        "card_words",
        "status_words",
        "script_words",
        "enquiry_words",
        "quote_words",
        "mirror_terms",
        "similarity",
        "vague_words",
        "\"thank/handwritten-card\"",
    ];

    fn day() -> NaiveDate {
        "2025-03-01".parse().unwrap()
    }

    #[test]
    fn the_settings_show_every_key_and_can_be_taken_one_by_one() {
        let text = settings(day());
        let rules: Vec<&str> = checklist::rules().map(|rule| rule.id).collect();
        let as_written = Config { since: Some(day()), ..Config::default() };
        assert_eq!(read(&text, &rules).unwrap(), as_written);
        let mut shown = Vec::new();
        for line in text.lines() {
            let setting = line.strip_prefix('#').filter(|rest| !rest.starts_with(' '));
            shown.extend(
                setting.unwrap_or(line).split_once(" = ").filter(|_| !line.starts_with("# ")).map(|(key, _)| key),
            );
            let Some(setting) = setting else { continue };
            let config = read(&text.replacen(line, setting, 1), &rules).unwrap_or_else(|why| panic!("{line}: {why:?}"));
            // What is shown is the default, where there is one.
            let is_example =
                ["timezone", "holidays", "templates", "\"thank"].iter().any(|key| setting.starts_with(key));
            assert_eq!(config == as_written, !is_example, "{line}");
        }
        assert_eq!(shown, KEYS);
        read(
            &text.replace("\n#", "\n").lines().filter(|line| !line.starts_with(' ')).collect::<Vec<_>>().join("\n"),
            &rules,
        )
        .unwrap();
    }

    #[test]
    fn git_is_told_of_the_generated_files() {
        let mut folders = Folders::default();
        folders.pipeline = "My board.md".to_owned();
        assert_eq!(
            attributes(&folders),
            "Agenda.md -merge linguist-generated\n\"My board.md\" -merge linguist-generated\n"
        );
    }

    #[test]
    fn a_name_stands_in_the_candidates_note() {
        assert!(candidate("Nora Whitlock").unwrap().contains("\nfull_name: Nora Whitlock\nemail:\n"));
        assert!(candidate("Nora: \"N\"").unwrap().contains("\nfull_name: \"Nora: \\\"N\\\"\"\n"));
        assert!(candidate("").unwrap().contains("\nfull_name:\n"));
    }
}
