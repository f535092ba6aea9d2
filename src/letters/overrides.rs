//! The vault's own templates, in place of the built-in ones.
//!
//! `Letters/<document>.md` in the templates folder gives the body of that document, once it is trusted. One that does not
//! work is reported whether or not anything is drafted from it, and nothing is.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::papers::paper;
use super::template::{Fault, Voice, check_names, render};
use super::{front, sample};
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::model::{Document, Stance};
use crate::text::{SourceFile, Span, Unread, Why, nearest};

/// The folder in the templates folder that they lie in.
pub const FOLDER: &str = "Letters";

/// The templates of one vault that are used, and those that should be and fail.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    own: BTreeMap<Document, Own>,
}

/// A template of the vault.
#[derive(Clone, Debug)]
struct Own {
    path: Arc<str>,
    /// The file's text, exactly as it is.
    file: String,
    /// Where in it the body begins.
    start: usize,
    /// The body, with LF line ends.
    body: String,
    /// Why it cannot be used.
    fault: Option<Fault>,
}

/// The document whose template lies at `path`, where it is named for one that has a template.
pub fn document_of(path: &str) -> Option<Document> {
    let name = path.rsplit('/').next()?.strip_suffix(".md")?;
    Document::from_name(name).filter(|document| paper(*document).is_some())
}

/// The built-in template of a document; `None` for what is not made from one.
pub fn built_in(document: Document) -> Option<&'static str> {
    paper(document).map(|paper| paper.template)
}

impl Templates {
    /// Tries the templates among `files` that are trusted, and says what is wrong with any of them, and with those that
    /// could not be read.
    pub fn read(
        files: &[SourceFile],
        unread: &[Unread],
        is_trusted: impl Fn(&SourceFile) -> bool,
    ) -> (Self, Vec<Diagnostic>) {
        let mut templates = Self::default();
        let mut diagnostics = Vec::new();
        for file in files {
            match document_of(file.path()) {
                None => diagnostics.push(misnamed(file.path())),
                Some(_) if !is_trusted(file) => diagnostics.push(untrusted(file.path())),
                Some(document) => drop(templates.own.insert(document, Own::tried(file))),
            }
        }
        for missed in unread {
            match document_of(&missed.path) {
                Some(document) => drop(templates.own.insert(document, Own::unread(missed))),
                None => diagnostics.push(Own::unread(missed).diagnostic_of(&Fault::of_unread(missed))),
            }
        }
        diagnostics.extend(templates.own.values().filter_map(|own| Some(own.diagnostic_of(own.fault.as_ref()?))));
        (templates, diagnostics)
    }

    /// The text to draft a document from: the vault's own, else the built-in one; `None` for what is not made from one.
    pub(super) fn text(&self, document: Document) -> Option<Result<&str, &Fault>> {
        let built_in = built_in(document)?;
        Some(match self.own.get(&document) {
            None => Ok(built_in),
            Some(Own { fault: Some(fault), .. }) => Err(fault),
            Some(own) => Ok(&own.body),
        })
    }

    /// Whether the vault has a template of its own for that document, and it stood its trial.
    pub(super) fn is_own(&self, document: Document) -> bool {
        self.own.get(&document).is_some_and(|own| own.fault.is_none())
    }

    /// Whether no document has one.
    pub(super) fn are_built_in(&self) -> bool {
        self.own.is_empty()
    }

    /// What is wrong with the vault's own template of a document, at its place in the file.
    pub(super) fn diagnostic(&self, document: Document, fault: &Fault) -> Option<Diagnostic> {
        self.own.get(&document).map(|own| own.diagnostic_of(fault))
    }

    /// The same in one line.
    pub(super) fn said(&self, document: Document, fault: &Fault) -> String {
        let said = format!("{}; {}", fault.message, fault.help);
        let Some(own) = self.own.get(&document) else { return said };
        let at = SourceFile::new("", own.file.as_str()).position(own.span(&fault.range).start);
        format!("{}:{}: {said}", own.path, at.line)
    }
}

impl Own {
    /// The template in a file, after its trial.
    fn tried(file: &SourceFile) -> Self {
        let (start, body) = body(file.text());
        let fault = trial(&body).err();
        Self { path: file.path().into(), file: file.text().to_owned(), start, body, fault }
    }

    fn unread(missed: &Unread) -> Self {
        let file = match &missed.why {
            Why::NotUtf8 { valid } => valid.clone(),
            _ => String::new(),
        };
        let body = file.replace("\r\n", "\n");
        Self { path: missed.path.as_str().into(), file, start: 0, body, fault: Some(Fault::of_unread(missed)) }
    }

    fn diagnostic_of(&self, fault: &Fault) -> Diagnostic {
        let span = self.span(&fault.range);
        Diagnostic::new(Problem::Template, Severity::Error, &self.path, span, fault.message.as_str())
            .help(fault.help.as_str())
    }

    /// A range of the body in the file, which may have CRLF line ends.
    fn span(&self, range: &Range<usize>) -> Span {
        let place = |at: usize| {
            let before = &self.body[..at.min(self.body.len())];
            let line = before.rfind('\n').map_or(0, |at| at + 1);
            let lines = self.file[self.start..].split_inclusive('\n').take(before.matches('\n').count());
            self.start + lines.map(str::len).sum::<usize>() + before.len() - line
        };
        Span::new(place(range.start), place(range.end))
    }
}

/// Where the body of a template's file begins, and the body with LF line ends: without byte order mark and front matter,
/// which an editor may have added.
fn body(file: &str) -> (usize, String) {
    let body = front::body(file);
    (file.len() - body.len(), body.replace("\r\n", "\n"))
}

/// Fills a template in with nothing that is known, and with everything.
fn trial(body: &str) -> Result<(), Fault> {
    if body.trim().is_empty() {
        return Err(Fault::whole(
            "this template is empty",
            "write what the document is to say, or delete the file to have the built-in text",
        ));
    }
    check_names(body)?;
    for context in sample::contexts() {
        for place in 0..2 {
            render(body, &context, Voice { place, stance: Stance::Balanced })?;
        }
    }
    Ok(())
}

impl Fault {
    fn of_unread(missed: &Unread) -> Self {
        let range = match &missed.why {
            Why::NotUtf8 { valid } => {
                let end = valid.replace("\r\n", "\n").len();
                end..end
            }
            _ => 0..0,
        };
        Self::at(range, missed.message.as_str(), missed.help.as_str())
    }
}

fn untrusted(path: &str) -> Diagnostic {
    let message = "this template is not trusted, so the built-in text is used";
    Diagnostic::new(Problem::Template, Severity::Warning, &path.into(), Span::START, message)
        .help("read it, then run `vault trust`; after every change again")
}

/// A file that is named for no document.
fn misnamed(path: &str) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let drafted = || Document::ALL.into_iter().filter(|document| paper(*document).is_some()).map(Document::name);
    let (message, help) = match Document::from_name(stem).filter(|document| document.is_sheet()) {
        Some(sheet) => (
            format!("the {} is not made from a template, so this file is not used", sheet.name()),
            "move it out of this folder".to_owned(),
        ),
        None => (
            format!("`{name}` is not named for a document, so it is not used"),
            match nearest(&stem.to_lowercase(), drafted()) {
                Some(near) => format!("did you mean `{near}.md`?"),
                None => format!(
                    "name it for one of {}; or move it out of this folder",
                    drafted().collect::<Vec<_>>().join(", ")
                ),
            },
        ),
    };
    Diagnostic::new(Problem::Template, Severity::Warning, &path.into(), Span::START, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str, text: &str) -> (Templates, Vec<Diagnostic>) {
        Templates::read(&[SourceFile::new(path, text)], &[], |_| true)
    }

    fn fault_of(text: &str) -> Option<String> {
        let path = "Templates/Letters/posted-letter.md";
        let (_, diagnostics) = read(path, text);
        let file = SourceFile::new(path, text);
        let said = diagnostics.into_iter().map(|found| {
            let at = file.position(found.span.start);
            format!("{}:{}: {}; {}", at.line, at.column, found.message, found.help)
        });
        let said: Vec<String> = said.collect();
        assert!(said.len() < 2, "{said:?}");
        said.into_iter().next()
    }

    #[test]
    fn every_built_in_text_would_stand_the_trial() {
        for document in Document::ALL.into_iter().filter(|document| !document.is_sheet()) {
            assert_eq!(fault_of(built_in(document).unwrap()), None, "{}", document.name());
        }
        assert!(
            Document::ALL.into_iter().filter(|document| document.is_sheet()).all(|sheet| built_in(sheet).is_none())
        );
    }

    #[test]
    fn a_fault_is_found_at_its_place_in_the_file() {
        for (text, expected) in [
            ("Dear\n{{ grreeting }}", "2:4: there is no `grreeting`; did you mean `greeting`?"),
            (
                "\u{feff}---\r\ntags: []\r\n---\r\nä\r\n ö {{ grreeting }}",
                "5:7: there is no `grreeting`; did you mean `greeting`?",
            ),
            (
                "{% if not company and me.adress %}{% endif %}",
                "1:23: there is no `me.adress`; did you mean `me.address`?",
            ),
            (
                "{% if channel == 'lobby' and moment == 'x' %}\n{{ nowhere }}{% endif %}",
                "2:4: there is no `nowhere`; `vault explain letter:DOCUMENT` lists the names",
            ),
            ("{{ factors[0] }}", "1:4: there is no `factors[0]` here; ask for it first, with `{% if … %}`"),
            (
                " \r\n",
                "1:1: this template is empty; write what the document is to say, or delete the file to have the built-in text",
            ),
            (
                "a\r\n{% include 'x' %}",
                "2:4: `include` is not offered; a template is made of `if`, `for` and `set`; it stands alone, and reads nothing else",
            ),
        ] {
            assert_eq!(fault_of(text).as_deref(), Some(expected), "{text}");
        }
        assert!(fault_of("{% if %}").is_some_and(|said| said.starts_with("1:")));
        assert!(fault_of("{{ greeting | shout }}").is_some_and(|said| said.contains("filter shout is unknown")));
    }

    #[test]
    fn a_file_is_known_by_its_name() {
        for (path, expected) in [
            ("T/Letters/thank-you-mail.md", "did you mean `thank-you-email.md`?"),
            ("T/Letters/posted-letter.MD", "did you mean `posted-letter.md`?"),
            ("T/Letters/prep-sheet.md", "move it out of this folder"),
        ] {
            let (templates, diagnostics) = read(path, "x");
            assert!(templates.are_built_in() && diagnostics.len() == 1, "{path}");
            assert_eq!(
                (diagnostics[0].severity, diagnostics[0].help.as_str()),
                (Severity::Warning, expected),
                "{path}"
            );
        }
        let (_, diagnostics) = read("T/Letters/README.md", "x");
        assert!(diagnostics[0].help.contains("thank-you-card"), "{diagnostics:?}");
    }
}
