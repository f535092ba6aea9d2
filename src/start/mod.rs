//! What a vault starts from: its settings, the note templates, and an invented search to try things on.
//!
//! Everything is text by path; nothing here touches a file.

mod example;
mod moved;
mod obsidian;
mod template;
mod views;

use chrono::NaiveDate;

use crate::edit::{Refused, set_key};
use crate::model::{Config, Folders, Kind};

pub use example::{REFERENCE, example, example_day};
pub use obsidian::{Settings, obsidian};
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
pub fn candidate(full_name: &str) -> Result<String, Refused> {
    let text = template(Kind::Candidate);
    if full_name.is_empty() {
        return Ok(text.to_owned());
    }
    set_key(text, "full_name", full_name)
}

/// The files of every vault beside its settings and its notes, by path: the templates, to lie in the folder
/// `templates`, the views, and what git should know.
pub fn furniture(config: &Config, templates: &str) -> Vec<(String, String)> {
    let note = |kind: Kind| (template_path(templates, kind), template(kind).to_owned());
    let mut files: Vec<_> = TEMPLATES.into_iter().map(note).collect();
    files.extend(views::views(templates));
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

/// The generated files are rebuilt, not merged; and a calendar has line ends of its own.
fn attributes(folders: &Folders) -> String {
    let mut lines = format!(
        "{} -merge linguist-generated\n{} -merge linguist-generated\n",
        pattern(&folders.agenda),
        pattern(&folders.pipeline)
    );
    if !folders.calendar.is_empty() {
        lines.push_str(&format!("{} -merge -text linguist-generated\n", pattern(&folders.calendar)));
    }
    lines
}

/// A path as git's pattern for it alone: in quotes where a blank would end it, and with its own signs escaped.
fn pattern(path: &str) -> String {
    let mut escaped = String::new();
    for c in path.chars() {
        if matches!(c, '*' | '?' | '[') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    if !escaped.contains([' ', '"', '\\']) && !escaped.starts_with(['#', '!']) {
        return escaped;
    }
    format!("\"{}\"", escaped.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn git_is_told_of_the_generated_files() {
        let (pipeline, calendar) = ("My board [2].md".to_owned(), "follow-ups.ics".to_owned());
        let folders = Folders { pipeline, calendar, ..Folders::default() };
        assert_eq!(
            attributes(&folders),
            "Agenda.md -merge linguist-generated\n\"My board \\\\[2].md\" -merge linguist-generated\n\
             follow-ups.ics -merge -text linguist-generated\n"
        );
    }

    #[test]
    fn a_name_stands_in_the_candidates_note() {
        assert!(candidate("Nora Whitlock").unwrap().contains("\nfull_name: Nora Whitlock\nemail:\n"));
        assert!(candidate("Nora: \"N\"").unwrap().contains("\nfull_name: \"Nora: \\\"N\\\"\"\n"));
        assert!(candidate("").unwrap().contains("\nfull_name:\n"));
    }
}
