//! Views for Obsidian's own Bases plugin.

/// Each view: its file, and its text.
const VIEWS: [(&str, &str); 5] = [
    ("Views/Pipeline.base", include_str!("templates/views/pipeline.base")),
    ("Views/Rounds.base", include_str!("templates/views/rounds.base")),
    ("Views/People.base", include_str!("templates/views/people.base")),
    ("Views/Letters.base", include_str!("templates/views/letters.base")),
    ("Views/Brag book.base", include_str!("templates/views/brag book.base")),
];

/// The views by path; of no note template, which lie in the folder `templates`.
pub(super) fn views(templates: &str) -> Vec<(String, String)> {
    // The name stands in double quotes, and these in single ones.
    let folder = templates.replace('"', "\\\"").replace('\'', "''");
    VIEWS.iter().map(|(path, text)| ((*path).to_owned(), text.replace("{{templates}}", &folder))).collect()
}
