//! The texts' templates, and how they are filled in.
//!
//! A template gives the body only. It cannot read files or other templates; it has so much fuel
//! and no more; an undefined name is an error with its line.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value};

use super::context::{Context, NAMES};
use super::fragment::{blank, capital};
use crate::model::Stance;

/// What a template may spend: instructions, and about 64 bytes of text for each.
const FUEL: u64 = 50_000;

/// Functions and filters of templates, and what they do, for `explain letter:…`.
pub const FUNCTIONS: [(&str, &str); 6] = [
    ("blank(prompt)", "a visible blank that says what to write there"),
    (
        "vary(part, [one, two, three])",
        "one of the wordings, by the person's place among the interviewers; give each part of a text its own number",
    ),
    ("by_stance(bold, middle, mild)", "the wording for the stance in `vault.toml`"),
    ("paragraph([…])", "the sentences that are not empty, one after the other"),
    ("text | capital", "with a capital first letter"),
    ("items | listed", "\"a, b and c\""),
];

/// Fills a template in; the message of a failure names the line.
pub(super) fn render(template: &str, context: &Context, stance: Stance) -> Result<String, String> {
    let environment = environment(context.place, stance);
    environment
        .render_str(template, Value::from(Serde(context)))
        .map(|body| tidied(&body))
        .map_err(|error| message(&error))
}

fn environment(place: usize, stance: Stance) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_debug(true);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    environment.add_function("blank", |prompt: String| blank(&prompt));
    environment.add_function("vary", move |part: usize, wordings: Vec<String>| wording(place, part, wordings));
    environment.add_function("by_stance", move |bold: String, middle: String, mild: String| match stance {
        Stance::Assertive => bold,
        Stance::Balanced => middle,
        Stance::Reserved => mild,
    });
    environment.add_function("paragraph", |sentences: Vec<String>| {
        sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
    });
    environment.add_filter("capital", |text: String| capital(&text));
    environment.add_filter("listed", |items: Vec<String>| super::address::listed(&items));
    environment
}

/// The wording of one part for the person at `place`. The first so many people differ in every
/// part; those after them in how the parts are put together.
fn wording(place: usize, part: usize, mut wordings: Vec<String>) -> String {
    let Some(round) = place.checked_div(wordings.len()) else { return String::new() };
    let at = (place + part * round) % wordings.len();
    wordings.swap_remove(at)
}

/// The body without blanks at line ends and empty lines at its ends.
fn tidied(body: &str) -> String {
    let lines: Vec<&str> = body.lines().map(str::trim_end).collect();
    let text = lines.join("\n");
    format!("{}\n", text.trim_matches('\n'))
}

fn message(error: &minijinja::Error) -> String {
    let line = error.line().map(|line| format!("line {line}: ")).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::OutOfFuel => "it does too much; make loops shorter".to_owned(),
        ErrorKind::UndefinedError => undefined(error),
        kind => error.detail().map_or_else(|| kind.to_string(), str::to_owned),
    };
    format!("{line}{what}")
}

/// Words of the templates' language, which name nothing.
const SYNTAX: [&str; 7] = ["and", "else", "if", "in", "is", "not", "or"];

/// Names what is not there, and the nearest name that is.
fn undefined(error: &minijinja::Error) -> String {
    let source = error.template_source().zip(error.range()).and_then(|(source, range)| source.get(range));
    let known = || NAMES.iter().flat_map(|(names, _)| names.split(", "));
    let words = source.unwrap_or_default().split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.')));
    let is_name = |word: &&str| word.starts_with(|c: char| c.is_alphabetic()) && !SYNTAX.contains(word);
    let Some(wanted) = words.filter(is_name).find(|word| known().all(|name| name != *word)) else {
        return "a name that is not there".to_owned();
    };
    let known = known();
    let nearest = known.max_by(|a, b| strsim::jaro_winkler(a, wanted).total_cmp(&strsim::jaro_winkler(b, wanted)));
    let nearest = nearest.filter(|name| strsim::jaro_winkler(name, wanted) > 0.75);
    let hint = nearest.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default();
    format!("there is no `{wanted}`{hint}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn filled(template: &str) -> Result<String, String> {
        render(template, &Context::default(), Stance::Balanced)
    }

    #[test]
    fn every_name_is_explained_and_there() {
        let serde_json::Value::Object(names) = serde_json::to_value(Context::default()).unwrap() else {
            unreachable!()
        };
        let mut there = BTreeSet::new();
        for (name, value) in names {
            match value {
                serde_json::Value::Object(inner) => there.extend(inner.keys().map(|key| format!("{name}.{key}"))),
                _ => drop(there.insert(name)),
            }
        }
        let explained: BTreeSet<String> =
            NAMES.iter().flat_map(|(names, _)| names.split(", ")).map(str::to_owned).collect();
        assert_eq!(there, explained);
    }

    #[test]
    fn a_mistake_in_a_template_names_its_line_and_the_nearest_name() {
        for (template, expected) in [
            ("Dear\n{{ grreeting }}", "line 2: there is no `grreeting`; did you mean `greeting`?"),
            (
                "{% if not company and me.adress %}{% endif %}",
                "line 1: there is no `me.adress`; did you mean `me.address`?",
            ),
            ("a\nb\n{{ xyzzy }}", "line 3: there is no `xyzzy`"),
            (
                "{% for n in range(9000) %}{% for m in range(9000) %}x{% endfor %}{% endfor %}",
                "line 1: it does too much; make loops shorter",
            ),
        ] {
            assert_eq!(filled(template), Err(expected.to_owned()), "{template}");
        }
        assert!(filled("{% include 'other' %}").is_err());
        assert!(filled("{% if %}").is_err_and(|message| message.starts_with("line 1: ")));
    }

    #[test]
    fn wordings_go_by_the_persons_place() {
        let all = || vec!["a".to_owned(), "b".to_owned(), "c".to_owned()];
        let three: Vec<String> = (0..3).map(|place| wording(place, 1, all())).collect();
        assert_eq!(three, ["a", "b", "c"]);
        let whole = |place| (0..4).map(|part| wording(place, part, all())).collect::<String>();
        let texts: BTreeSet<String> = (0..9).map(whole).collect();
        assert_eq!(texts.len(), 9);
    }

    #[test]
    fn lines_end_without_blanks() {
        assert_eq!(filled("\n\n{{ blank('x') }} \n{{ paragraph(['', 'b']) }}\n\n").as_deref(), Ok("⟨x⟩\nb\n"));
    }
}
