//! `vault.toml` → [`Config`]: every key optional, every mistake named with its line.

mod settings;

use toml_edit::{Document, Item, TableLike, Value};

use crate::diagnostic::Severity;
use crate::model::{Config, Level, folded};
use crate::text::{Span, nearest};

/// What is wrong with `vault.toml`, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The key or the value.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

/// Reads the whole of it. `rules` are the ids that `[rules]` may name.
///
/// # Errors
/// All mistakes, in the order of the lines.
pub fn read(text: &str, rules: &[&str]) -> Result<Config, Vec<Mistake>> {
    let document = Document::parse(text).map_err(|error| {
        let span = error.span().map_or(Span::START, Span::from);
        vec![Mistake {
            span,
            message: format!("this is no TOML: {}", error.message().lines().next().unwrap_or_default()),
            help: "see the commented example that `vault init` writes".to_owned(),
        }]
    })?;
    let mut reader = Reader { text, config: Config::default(), mistakes: Vec::new() };
    reader.table("", document.as_table(), rules);
    reader.check_days(document.as_table());
    reader.check_files(document.as_table());
    reader.mistakes.sort_by_key(|mistake| mistake.span.start);
    if reader.mistakes.is_empty() { Ok(reader.config) } else { Err(reader.mistakes) }
}

struct Reader<'t> {
    text: &'t str,
    config: Config,
    mistakes: Vec<Mistake>,
}

impl Reader<'_> {
    fn reject(&mut self, span: Option<std::ops::Range<usize>>, message: String, help: String) {
        self.mistakes.push(Mistake { span: span.map_or(Span::START, Span::from), message, help });
    }

    fn table(&mut self, section: &str, table: &dyn TableLike, rules: &[&str]) {
        for (name, item) in table.iter() {
            let key = table.key(name).and_then(toml_edit::Key::span).or(item.span());
            let is_section = section.is_empty() && settings::SECTIONS.contains(&name);
            match (is_section, item.as_table_like(), item.as_value()) {
                (true, Some(inner), _) if name == "rules" => self.rules(inner, rules),
                (true, Some(inner), _) => self.table(name, inner, rules),
                (true, None, _) => {
                    self.reject(
                        key,
                        format!("`{name}` is a section"),
                        format!("write `[{name}]` on a line of its own"),
                    );
                }
                (false, _, Some(value)) => self.setting(section, name, key, value),
                (false, ..) => self.unknown(section, name, key),
            }
        }
    }

    fn setting(&mut self, section: &str, name: &str, key: Option<std::ops::Range<usize>>, value: &Value) {
        let Some(setting) =
            settings::SETTINGS.iter().find(|setting| setting.section == section && setting.name == name)
        else {
            return self.unknown(section, name, key);
        };
        if let Err(wanted) = (setting.read)(&mut self.config, value) {
            let message = format!("`{name}` cannot be {}", self.written(value.span()));
            let words = settings::words(name);
            let mut unknown = strings(value).filter(|word| !words.contains(word));
            let near = unknown.find_map(|word| nearest(word, words.iter().copied()));
            let near = near.map_or_else(String::new, |near| format!("did you mean \"{near}\"? "));
            self.reject(value.span(), message, format!("{near}it takes {wanted}"));
        }
    }

    fn unknown(&mut self, section: &str, name: &str, key: Option<std::ops::Range<usize>>) {
        let of_section = settings::SETTINGS.iter().filter(|setting| setting.section == section).map(|s| s.name);
        let names = of_section.chain(settings::SECTIONS.iter().copied().filter(|_| section.is_empty()));
        let elsewhere = settings::SETTINGS.iter().find(|setting| setting.name == name && !setting.section.is_empty());
        let help = match (nearest(name, names), elsewhere) {
            (Some(near), _) => format!("did you mean `{near}`?"),
            (None, Some(other)) => format!("`{name}` belongs below `[{}]`", other.section),
            (None, None) => {
                "remove it; what can be set stands in the commented `vault.toml` of `vault init`".to_owned()
            }
        };
        let place = if section.is_empty() { String::new() } else { format!(" in `[{section}]`") };
        self.reject(key, format!("there is no key `{name}`{place}"), help);
    }

    fn rules(&mut self, table: &dyn TableLike, known: &[&str]) {
        for (id, item) in table.iter() {
            let key = table.key(id).and_then(toml_edit::Key::span);
            if !known.contains(&id) {
                let help = nearest(id, known.iter().copied())
                    .map_or("`vault rules` lists them all".to_owned(), |near| format!("did you mean `{near}`?"));
                self.reject(key, format!("there is no rule `{id}`"), help);
                continue;
            }
            let level = match item.as_str() {
                Some("off") => Some(Level::Off),
                word => word.and_then(Severity::from_name).map(Level::At),
            };
            if let Some(level) = level {
                self.config.rules.insert(id.to_owned(), level);
            } else {
                let message = format!("the level of `{id}` cannot be {}", self.written(item.span()));
                let near = item.as_str().and_then(|word| nearest(word, ["error", "warning", "hint", "off"]));
                let near = near.map_or_else(String::new, |near| format!("did you mean \"{near}\"? "));
                self.reject(item.span(), message, format!("{near}it is \"error\", \"warning\", \"hint\" or \"off\""));
            }
        }
    }

    /// Each generated file has a path of its own, on systems too where case makes no other name.
    fn check_files(&mut self, table: &dyn TableLike) {
        let folders = &self.config.folders;
        let files = [("agenda", &folders.agenda), ("pipeline", &folders.pipeline), ("calendar", &folders.calendar)];
        let written = table.get("folders").and_then(Item::as_table_like);
        let span = |name: &str| written.and_then(|table| table.get(name)).and_then(Item::span);
        let mut shared = Vec::new();
        for (at, (other, taken)) in files.iter().enumerate() {
            for (name, path) in &files[at + 1..] {
                if folded(path) == folded(taken) {
                    let place = span(name).or_else(|| span(other));
                    shared.push((place, format!("`{name}` and `{other}` are one file, {taken}")));
                }
            }
        }
        for (place, message) in shared {
            self.reject(place, message, "give each a path of its own".to_owned());
        }
    }

    fn written(&self, span: Option<std::ops::Range<usize>>) -> &str {
        span.and_then(|span| self.text.get(span)).unwrap_or("that")
    }

    /// Some day must be a business day, and some day a posting day, or no duty is ever due.
    fn check_days(&mut self, table: &dyn TableLike) {
        let span = |name: &str| table.get(name).and_then(Item::span);
        if self.config.weekend == [true; 7] {
            self.reject(
                span("weekend"),
                "`weekend` leaves no business day".to_owned(),
                "name at most six days".to_owned(),
            );
        }
        if self.config.posting_days == [false; 7] {
            self.reject(span("posting_days"), "`posting_days` names no day".to_owned(), "name at least one".to_owned());
        }
    }
}

/// The words of a value: itself, or those that it lists.
fn strings(value: &Value) -> impl Iterator<Item = &str> {
    let listed = value.as_array().into_iter().flat_map(toml_edit::Array::iter);
    std::iter::once(value).chain(listed).filter_map(Value::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ThanksPolicy;

    const RULES: [&str; 1] = ["thank/handwritten-card"];

    #[test]
    fn what_is_set_is_read_and_the_rest_is_the_default() {
        let text = "timezone = \"Europe/Berlin\"\nweekend = [\"fri\"]\nholidays = [\"2025-04-18\", 2025-04-21]\n\
                    thanks = \"all\"\n[folders]\nletter = \"Post/Out\"\n[letters]\nsimilarity = 0.5\n\
                    [rules]\n\"thank/handwritten-card\" = \"off\"\n";
        let config = read(text, &RULES).unwrap();
        assert_eq!(config.weekend, [false, false, false, false, true, false, false]);
        assert_eq!(config.holidays.len(), 2);
        assert_eq!(config.thanks, ThanksPolicy::All);
        assert_eq!(config.folders.letter, "Post/Out");
        assert_eq!(config.folders.round, "Rounds");
        assert_eq!(config.rules["thank/handwritten-card"], Level::Off);
        assert_eq!(read("", &RULES).unwrap(), Config::default());
        assert!((read("[letters]\nsimilarity = 1", &RULES).unwrap().letters.similarity - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn every_mistake_is_named_with_its_place() {
        for (text, place, word) in [
            ("thank = \"all\"", "thank", "thanks"),
            ("thanks = \"alot\"", "\"alot\"", "graded"),
            ("thanks = \"email_only\"", "\"email_only\"", "did you mean \"email-only\"?"),
            ("timezone = \"Europe/Lisbonn\"", "\"Europe/Lisbonn\"", "did you mean \"Europe/Lisbon\"?"),
            ("ignore = [\"Old[\"]", "[\"Old[\"]", "Archive/**"),
            ("ignore = [\"Old/\"]", "[\"Old/\"]", "Archive/**"),
            ("include = [\"/Jobs/**\"]", "[\"/Jobs/**\"]", "Archive/**"),
            ("include = [\"../Jobs/**\"]", "[\"../Jobs/**\"]", "Archive/**"),
            ("[letters]\nsimilarity = 2", "2", "0.0 to 1.0"),
            ("weekend = [\"sun\", \"fry\"]", "[\"sun\", \"fry\"]", "did you mean \"fri\"?"),
            ("weekend = [\"someday\"]", "[\"someday\"]", "sat"),
            (
                "weekend = [\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"]",
                "[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"]",
                "six",
            ),
            ("since = \"2025-02-30\"", "\"2025-02-30\"", "day"),
            ("timezone = \"Mars/Base\"", "\"Mars/Base\"", "IANA"),
            ("[folders]\nletter = \"../out\"", "\"../out\"", ".."),
            ("[folders]\nletter = \"/out\"", "\"/out\"", "below"),
            ("[folders]\nagenda = \"Agenda\"", "\"Agenda\"", ".md"),
            ("[folders]\nagenda = \"Pipeline.md\"", "\"Pipeline.md\"", "of its own"),
            ("[folders]\npipeline = \"agenda.md\"", "\"agenda.md\"", "of its own"),
            ("[folders]\npipeline = \"\u{c9}tat.md\"\nagenda = \"e\u{301}tat.md\"", "\"\u{c9}tat.md\"", "of its own"),
            ("folders = { agenda = \"A/x.md\", pipeline = \"a/X.md/\" }", "\"a/X.md/\"", "of its own"),
            ("[rules]\n\"thank/handwriten-card\" = \"off\"", "\"thank/handwriten-card\"", "thank/handwritten-card"),
            ("[rules]\n\"thank/handwritten-card\" = \"loud\"", "\"loud\"", "off"),
            ("[rules]\n\"thank/handwritten-card\" = \"of\"", "\"of\"", "did you mean \"off\"?"),
            ("paper = \"a4\"", "paper", "letters"),
            ("reply_days = -1", "-1", "whole number"),
            ("= 3", "", "init"),
        ] {
            let mistakes = read(text, &RULES).unwrap_err();
            assert_eq!(mistakes.len(), 1, "{text}: {mistakes:?}");
            assert_eq!(&text[mistakes[0].span.range()], place, "{text}");
            assert!(mistakes[0].help.contains(word), "{text}: {}", mistakes[0].help);
        }
    }
}
