//! One entry of a list that seems to name several notes.

use super::Desk;
use crate::diagnostic::{Problem, Severity};
use crate::parse::body;
use crate::text::Span;

impl Desk<'_> {
    /// Reports links in one entry of a list, of which only the first is read.
    pub(in crate::parse) fn one_link(&mut self, key: &str, text: &str, span: Span) {
        let text = text.trim();
        if text.starts_with("[[") && text.find("]]").is_some_and(|end| end + 2 == text.len()) {
            return;
        }
        let links = body::links_in(text, 0);
        let starts = links.iter().skip(1).map(|link| link.span.range().start).chain([text.len()]);
        let mut between = links.iter().zip(starts).map(|(link, next)| text.get(link.span.range().end..next));
        let is_mark = |c: char| matches!(c, ',' | ';' | '&' | '+' | '/' | ' ');
        // Other words may follow a link, and name whomever they like.
        if !between.all(|words| words.is_some_and(|words| matches!(words.trim_matches(is_mark), "" | "and"))) {
            return;
        }
        let names: Vec<&str> = links.iter().map(|link| &*link.target).collect();
        if let Some((severity, list)) = self.listed(&names) {
            let message = format!("`{key}`: only the first of these links is read");
            self.report(Problem::Link, severity, span, message, format!("several are a list: `{key}: {list}`"));
        }
    }

    /// The list that names with commas between them seem to be, and how wrong they are.
    pub(super) fn several(&self, names: &str) -> Option<(Severity, String)> {
        let names: Vec<&str> = names.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()).collect();
        self.listed(&names)
    }

    /// The list of these names, where there are several, and how wrong it is to leave it out: surely where one has a note.
    fn listed(&self, names: &[&str]) -> Option<(Severity, String)> {
        if names.len() < 2 {
            return None;
        }
        let is_known = names.iter().any(|name| self.resolve(name).is_ok());
        let links: Vec<String> = names.iter().map(|name| format!("\"[[{name}]]\"")).collect();
        Some((if is_known { Severity::Error } else { Severity::Hint }, format!("[{}]", links.join(", "))))
    }
}
