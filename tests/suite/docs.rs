//! The documents hang together: each is a chapter of the book, and every link and picture leads to a file.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "what is tested are the files of this repository, and that they can be read"
)]

use std::fs;
use std::path::{Path, PathBuf};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The paths of the Markdown files in `docs/`.
fn documents() -> Vec<PathBuf> {
    let entries = fs::read_dir(repository().join("docs")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect()
}

/// Where the links and pictures of a text lead within the repository, without the part of the page. Code is left out:
/// what is quoted in it is no link of the document.
fn targets(text: &str) -> Vec<&str> {
    let mut in_code = false;
    let prose = text.lines().filter(|line| {
        let fence = line.trim_start().starts_with("```");
        in_code ^= fence;
        !fence && !in_code
    });
    let outside_spans = prose.flat_map(|line| line.split('`').step_by(2));
    let links = outside_spans.flat_map(|piece| piece.split("](").skip(1).filter_map(|rest| rest.split(')').next()));
    let within = links.filter(|link| !link.contains("://") && !link.starts_with("mailto:"));
    within.filter_map(|link| link.split('#').next()).filter(|path| !path.is_empty()).collect()
}

/// The links of a document at `path` that lead nowhere.
fn dead_links(path: &Path, text: &str) -> Vec<String> {
    let folder = path.parent().unwrap();
    let dead = targets(text).into_iter().filter(|target| !folder.join(target).exists());
    dead.map(|target| format!("{}: {target}", path.display())).collect()
}

#[test]
fn every_document_is_a_chapter_of_the_book() {
    let summary = include_str!("../../docs/SUMMARY.md");
    let chapters = targets(summary);
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    let mut missing: Vec<_> = documents().iter().map(name).collect();
    missing
        .retain(|name| !["DECISIONS.md", "SUMMARY.md"].contains(&name.as_str()) && !chapters.contains(&name.as_str()));
    assert!(missing.is_empty(), "not in docs/SUMMARY.md: {missing:?}");
}

#[test]
fn every_link_and_picture_of_the_documents_leads_to_a_file() {
    let mut paths = documents();
    paths.push(repository().join("README.md"));
    let dead: Vec<_> = paths.iter().flat_map(|path| dead_links(path, &fs::read_to_string(path).unwrap())).collect();
    assert!(dead.is_empty(), "these lead nowhere:\n{}", dead.join("\n"));
}

#[test]
fn a_link_that_leads_nowhere_is_seen() {
    let path = repository().join("docs/any.md");
    let text = "[a](notes.md#keys) `[b](no.md)` ![c](pictures/no.png) [d](#here) [e](https://no.example/x)\n\
                ```text\n[f](no.md)\n```\n";
    assert_eq!(dead_links(&path, text), [format!("{}: pictures/no.png", path.display())]);
}
