//! What a vault starts from: its settings, the note templates, and an invented search to try things on.
//!
//! Everything is text by path; nothing here touches a file.

mod example;
mod moved;
mod template;

use chrono::NaiveDate;

use crate::edit::{Refused, set_key};
use crate::model::{Config, Folders, Kind};

pub use example::{REFERENCE, example, example_day};
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

    #[test]
    fn git_is_told_of_the_generated_files() {
        let folders = Folders { pipeline: "My board.md".to_owned(), ..Folders::default() };
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
